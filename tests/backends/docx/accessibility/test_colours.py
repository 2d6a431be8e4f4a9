"""The rules on colours: contrast, and no meaning by colour or looks alone."""

from __future__ import annotations

import pytest

from cspdocs.backends.docx.accessibility.archive import verify_package
from word_files import cell, changed, found, found_in, grid, holder, holding, line, packed, parts, said, words

GREY = '<w:color w:val="999999"/>'
BLACK = '<w:color w:val="000000"/>'
FAINT = '<w:rStyle w:val="Faint"/>'
WHITE = '<w:color w:val="FFFFFF"/>'

WHITE_CELL = holder(words("b", run=WHITE))


def behind(fill: str, pattern: str = "clear", dots: str = "auto") -> str:
    return f'<w:shd w:val="{pattern}" w:color="{dots}" w:fill="{fill}"/>'


def style(identity: str, kind: str = "paragraph", more: str = "", base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{identity}"/>{based}{more}</w:style>'


def coloured(markup: str) -> str:
    return f"<w:rPr>{markup}</w:rPr>"


def filled(fill: str, text: str) -> str:
    return f"<w:tc><w:tcPr>{behind(fill)}</w:tcPr>{words(text, run=WHITE)}</w:tc>"


def clean(block: str, styles: str = "") -> bool:
    return verify_package(holding(block, styles=styles)) == ()


def contrasts(block: str, styles: str = "") -> list[str]:
    findings = verify_package(holding(block, styles=styles))
    assert {finding.code for finding in findings} <= {"word-contrast", "word-direct-formatting"}
    return [finding.message for finding in findings if finding.code == "word-contrast"]


def test_pale_text_is_found_with_its_colours_and_contrast():
    assert contrasts(words("hardly seen", run=GREY)) == [
        'the text "hardly seen" below "Our aims" has a contrast of 2.85:1, #999999 on #FFFFFF'
    ]


def test_passages_in_the_same_colours_are_one_finding():
    (message,) = contrasts(words("one", run=GREY) + words("two", run=GREY) + words("three", run=GREY))

    assert '"one"' in message
    assert message.endswith("(and 2 more passages)")


@pytest.mark.parametrize("colour", ["767676", "000000", "auto", "595959", "0563C1", "yellow", "ZZZZZZ", ""])
def test_dark_text_stands_out(colour):
    assert contrasts(words("seen", run=f'<w:color w:val="{colour}"/>')) == []


@pytest.mark.parametrize(
    ("size", "bold", "seen"), [(20, "", False), (35, "", False), (36, "", True), (28, "", False), (28, "<w:b/>", True)]
)
def test_large_text_needs_less(size, bold, seen):
    run = f'<w:color w:val="878787"/>{bold}<w:sz w:val="{size}"/>'

    assert (contrasts(words("large", run=run)) == []) is seen


def test_size_and_weight_may_come_from_styles():
    looks = style("Huge", more=coloured('<w:color w:val="878787"/><w:sz w:val="40"/>')) + style(
        "Pale", more=coloured('<w:color w:val="878787"/>')
    )

    assert clean(words("large", style="Huge"), looks)
    assert contrasts(words("small", style="Pale"), looks)


@pytest.mark.parametrize(
    "block",
    [
        words("a", style="Pale"),
        words("a", style="Paler"),
        words("a", run=FAINT),
        f"<w:p><w:hyperlink w:anchor='_x'>{said('a page', FAINT)}</w:hyperlink></w:p>",
        grid(line(cell("A")), line(holder("<w:p><w:r><w:t>b</w:t></w:r></w:p>")), style="Washed"),
    ],
    ids=["paragraph style", "style it is based on", "character style", "link", "table style"],
)  # fmt: skip
def test_colours_are_looked_up_through_styles(block):
    pale = coloured(GREY)
    looks = (
        style("Pale", more=pale)
        + style("Paler", base="Pale")
        + style("Faint", "character", coloured(f"{GREY}<w:u w:val='single'/>"))
        + style(
            "Washed",
            "table",
            f"<w:tblStylePr w:type='firstRow'>{coloured(BLACK)}</w:tblStylePr>{pale}",
        )
    )

    assert len(contrasts(block, looks)) == 1


def test_the_colour_of_all_text_may_be_too_pale():
    data = changed('<w:lang w:val="en-GB"', f'{GREY}<w:lang w:val="en-GB"', "word/styles.xml")

    assert {finding.code for finding in verify_package(data)} == {"word-contrast"}


def test_the_colour_of_the_style_of_all_text_may_be_too_pale():
    styles = parts()["word/styles.xml"].decode()
    pale = styles.replace('<w:name w:val="Normal"/>', f'<w:name w:val="Normal"/>{coloured(GREY)}').encode()
    text = parts()["word/document.xml"].decode()
    unnamed = text.replace('<w:pStyle w:val="Normal"/>', "").encode()

    for body in (text.encode(), unnamed):
        findings = verify_package(packed({**parts(), "word/styles.xml": pale, "word/document.xml": body}))
        assert any('"Here is the place."' in finding.message or "more passage" in finding.message for finding in findings)
        assert {finding.code for finding in findings} == {"word-contrast"}


def test_what_a_nearer_style_says_wins():
    looks = style("Pale", more=coloured(GREY)) + style(
        "Dark", "character", coloured('<w:color w:val="000000"/><w:u w:val="single"/>')
    )
    back = style("Back", base="Pale", more=coloured('<w:color w:val="auto"/>'))

    assert clean(words("a", style="Pale", run='<w:rStyle w:val="Dark"/>'), looks)
    assert clean(words("a", style="Back"), looks + back)


@pytest.mark.parametrize(
    "block",
    [
        words("a", run=WHITE + behind("1F3864")),
        words("a", behind("1F3864"), run=WHITE),
        words("a", style="Night", run=WHITE),
        grid(line(cell("A")), line(filled("1F3864", "b"))),
        grid(line(WHITE_CELL), line(cell("b")), style="Headed"),
        grid(line(cell("A")), line(WHITE_CELL), line(cell("c")), style="Banded", look='<w:tblLook w:val="0020"/>'),
        words("a", run=WHITE + behind("FFFFFF", "solid", "1F3864")),
        words("a", run=f'{WHITE}<w:highlight w:val="darkBlue"/>'),
    ],
    ids=["run", "paragraph", "paragraph style", "cell", "first row", "band", "solid pattern", "highlight"],
)  # fmt: skip
def test_white_text_on_a_dark_ground_stands_out_wherever_that_comes_from(block):
    dark = f"<w:tcPr>{behind('1F3864')}</w:tcPr>"
    looks = (
        style("Night", more=f"<w:pPr>{behind('1F3864')}</w:pPr>")
        + style("Headed", "table", f"<w:tblStylePr w:type='firstRow'>{dark}</w:tblStylePr>")
        + style("Banded", "table", f"<w:tblStylePr w:type='band1Horz'>{dark}</w:tblStylePr>")
    )

    assert contrasts(block, looks) == []


@pytest.mark.parametrize(
    ("kind", "look", "pale"),
    [
        *(("firstRow", "0620", "defghi"), ("lastRow", "0640", "abcdef"), ("firstCol", "0680", "bcefhi")),
        *(("lastCol", "0700", "abdegh"), ("band1Horz", "0400", "def"), ("band2Horz", "0400", "abcghi")),
        *(("band1Vert", "0200", "beh"), ("band2Vert", "0200", "acdfgi"), ("band1Horz", "0420", "abcghi")),
        *(("band1Vert", "0280", "acdfgi"), ("wholeTable", "0600", ""), ("firstRow", "0600", "abcdefghi")),
    ],
)
def test_each_format_of_a_table_style_counts_for_its_own_cells(kind, look, pale):
    rows = [line(*(holder(words(text, run=WHITE)) for text in row)) for row in ("abc", "def", "ghi")]
    looks = style("Part", "table", f"<w:tblStylePr w:type='{kind}'><w:tcPr>{behind('1F3864')}</w:tcPr></w:tblStylePr>")
    block = grid(*rows, style="Part", look=f'<w:tblLook w:val="{look}"/>')
    findings = [finding for finding in verify_package(holding(block, styles=looks)) if finding.code == "word-contrast"]

    assert [(finding.message[:12], f"(and {len(pale) - 1} more" in finding.message) for finding in findings] == [
        (f'the text "{pale[0]}"', True) for _ in pale[:1]
    ]


@pytest.mark.parametrize(
    "block",
    [
        words("a", run=WHITE),
        grid(line(cell("A")), line(WHITE_CELL), style="Headed"),
        grid(line(WHITE_CELL), line(cell("b")), style="Headed", look='<w:tblLook w:val="0000"/>'),
        grid(line(filled("auto", "A")), line(cell("b")), style="Headed"),
        words("a", run=WHITE + behind("FFFFFF", "pct10", "000000")),
        words("a", run=WHITE + behind("1F3864", "pct90", "FFFFFF")),
        words("a", run=WHITE + behind("nonsense")),
    ],
    ids=["page", "second row", "first row not ticked", "cell without its style", "dots", "pale dots", "nonsense"],
)  # fmt: skip
def test_white_text_is_found_where_the_ground_is_not_dark(block):
    looks = style("Headed", "table", f"<w:tblStylePr w:type='firstRow'><w:tcPr>{behind('1F3864')}</w:tcPr></w:tblStylePr>")
    findings = verify_package(holding(block, styles=looks))

    assert "word-contrast" in {finding.code for finding in findings}


def test_the_ground_of_a_table_shows_through_one_inside_it():
    inner = grid(line(WHITE_CELL), style="")
    outer = grid(line(cell("A")), line(f"<w:tc><w:tcPr>{behind('1F3864')}</w:tcPr>{inner}</w:tc>"))

    assert "word-contrast" not in {finding.code for finding in verify_package(holding(outer))}


def test_the_colour_of_the_page_counts_where_it_is_shown():
    text = changed("<w:body>", '<w:background w:color="1F3864"/><w:body>')
    plain = "<w:r><w:t>Here"
    dark = parts()["word/document.xml"].decode().replace("<w:body>", '<w:background w:color="1F3864"/><w:body>')
    white = dark.replace(plain, plain.replace("<w:r>", f"<w:r><w:rPr>{WHITE}</w:rPr>"))
    shown = parts()["word/settings.xml"].decode().replace("<w:zoom", "<w:displayBackgroundShape/><w:zoom")

    def told(settings: str) -> str:
        made = {**parts(), "word/document.xml": white.encode(), "word/settings.xml": settings.encode()}
        return " ".join(finding.message for finding in verify_package(packed(made)) if finding.code == "word-contrast")

    assert verify_package(text) == ()
    assert '"Here is the place."' in told(parts()["word/settings.xml"].decode())
    assert '"Here is the place."' not in told(shown)


def test_hidden_text_and_text_on_unknown_grounds_are_not_judged():
    box = f"<w:p><w:r><w:pict><w:txbxContent>{words('a', run=WHITE)}</w:txbxContent></w:pict></w:r></w:p>"

    assert contrasts(words("a", run=f"{GREY}<w:vanish/>")) == []
    assert contrasts(box) == []


RED = '<w:color w:val="C00000"/>'


def told_by_colour(block: str, styles: str = "") -> list[str]:
    findings = verify_package(holding(block, styles=styles))
    assert {finding.code for finding in findings} <= {"word-colour-alone", "word-direct-formatting"}
    return [finding.message for finding in findings if finding.code == "word-colour-alone"]


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def test_words_told_from_those_around_them_by_colour_alone_are_found_once_a_paragraph():
    messages = told_by_colour(paragraph(said("On time, "), said("late", RED), said(", "), said("lost", RED)))

    assert messages == ['the text "late" below "Our aims" is told from the text around it by its colour alone, #C00000']


def test_so_are_those_in_a_grey():
    assert len(told_by_colour(paragraph(said("On time, "), said("late", '<w:color w:val="595959"/>')))) == 1


def test_so_are_those_with_a_style_that_is_no_more_than_a_colour():
    looks = style("Late", "character", coloured(RED))
    runs = paragraph(said("On time, "), said("late", '<w:rStyle w:val="Late"/>'))

    assert len(told_by_colour(runs, looks)) == 1


@pytest.mark.parametrize("mark", ["<w:b/>", "<w:i/>", '<w:u w:val="single"/>', "<w:strike/>", "<w:caps/>"])
def test_words_that_are_marked_otherwise_too_are_clean(mark):
    assert told_by_colour(paragraph(said("On time, "), said("late", RED + mark))) == []


@pytest.mark.parametrize(
    "block",
    [
        paragraph(said("all of it "), said("is red", RED)).replace("<w:rPr></w:rPr>", f"<w:rPr>{RED}</w:rPr>"),
        words("one run", run=RED),
        paragraph(said("black "), said("black", '<w:color w:val="000000"/>')),
        paragraph(said("words "), said("auto", '<w:color w:val="auto"/>')),
        paragraph(said("See "), f'<w:hyperlink w:anchor="_x">{said("the aims", RED)}</w:hyperlink>'),
        paragraph(said(" "), said("red", RED)),
        paragraph(said("due"), said("XX", BLACK), f'<w:hyperlink w:anchor="_x">{said("the aims", RED)}</w:hyperlink>'),
        paragraph(said("due"), said("XX", BLACK), said("bold", f"{RED}<w:b/>")),
        paragraph(said("due", '<w:color w:val="1D2730"/>'), said("XX", BLACK)),
    ],
    ids=[
        *("one colour", "one run", "the colour of the rest", "automatic", "a link", "nothing beside it"),
        *("the colour of the rest beside a link", "the colour of the rest beside words marked otherwise"),
        "a colour that looks the same",
    ],
)
def test_a_colour_that_tells_nothing_apart_is_clean(block):
    assert told_by_colour(block) == []


def test_formatting_by_hand_is_one_finding_that_counts_its_kinds():
    block = paragraph(said("bold", "<w:b/>"), said("both", "<w:b/><w:i/>"), said("lit", '<w:highlight w:val="yellow"/>'))
    (finding,) = found_in(block, "word-direct-formatting")

    assert finding.message == (
        '3 passages below "Our aims" are formatted by hand (2 bold, 1 italic, 1 highlighted), such as "bold"'
    )


@pytest.mark.parametrize(
    "block",
    [
        words("x", run='<w:b w:val="0"/><w:u w:val="none"/><w:color w:val="auto"/><w:lang w:val="cy"/>'),
        words("", run="<w:b/>"),
        words("x", "<w:rPr><w:b/></w:rPr>"),
        words("x", run='<w:rStyle w:val="Strong"/>'),
        words("x", style="Heading2", run='<w:b/><w:sz w:val="20"/>'),
    ],
    ids=["switched off", "no words", "the end of a paragraph", "a style", "as the style says"],
)
def test_what_formats_no_words_by_hand_is_clean(block):
    assert clean(block)


def test_nothing_is_amiss_with_colours_in_a_plan():
    assert found(packed(parts()), "") == []
