"""The rules on text: headings, links, fields, lists and blanks typed by hand, notes, effects, title and language."""

from __future__ import annotations

import pytest

from cspdocs.backends.docx.accessibility.archive import verify_package
from word_files import (
    PLACE,
    cell,
    changed,
    control,
    found,
    found_in,
    grid,
    holder,
    holding,
    line,
    packed,
    parts,
    said,
    words,
)

LONG = "Tackling the acquisitive crime that residents tell us they worry about most, and all that comes with it, in town"


def clean(block: str, **more: str) -> bool:
    return verify_package(holding(block, **more)) == ()


def test_a_long_document_without_headings_is_found():
    plain = parts()["word/document.xml"].decode().replace('"Heading1"', '"Normal"').replace('"Heading2"', '"Normal"')
    short = {**parts(), "word/document.xml": plain.encode()}
    long = {**parts(), "word/document.xml": plain.replace(PLACE, "Words and more words. " * 100).encode()}

    assert verify_package(packed(short)) == ()
    assert found(packed(long), "word-no-headings")


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        (words("Deep", style="Heading3"), 'the heading "Deep" below "Our aims" is of level 3, below one of level 1'),
        (
            words("Deep", '<w:outlineLvl w:val="3"/>'),
            'the heading "Deep" below "Our aims" is of level 4, below one of level 1',
        ),
    ],
)
def test_a_level_left_out_is_found(blocks, said):
    (finding,) = found_in(blocks, "word-heading-order")

    assert finding.message == said
    assert "a heading of level 2" in finding.hint


def test_the_first_heading_is_of_the_first_level():
    (finding,) = found(changed('"Heading1"', '"Heading2"'), "word-heading-order")

    assert finding.message == 'the heading "Our aims" is the first and of level 2'


def test_levels_may_be_left_out_on_the_way_up():
    down = words("Two", style="Heading2") + words("Three", style="Heading3")

    assert clean(down + words("One", style="Heading1"))


@pytest.mark.parametrize("level", ['<w:outlineLvl w:val="9"/>', '<w:outlineLvl w:val="-1"/>', '<w:outlineLvl w:val="x"/>'])
def test_a_paragraph_that_is_said_to_be_text_is_no_heading(level):
    assert clean(words("Not a heading", level, style="Heading3"))


def test_headings_are_known_by_the_styles_that_theirs_are_based_on():
    style = (
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Heading3"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b1"><w:name w:val="heading 4"/><w:basedOn w:val="b1"/></w:style>'
    )

    assert found_in(words("Deep", style="Mine"), "word-heading-order", styles=style)
    assert found_in(words("Deep", style="b1"), "word-heading-order", styles=style)


def test_empty_headings_and_those_in_tables_are_in_no_list_of_headings():
    inside = grid(line(cell("A")), line(holder(words("Deep", style="Heading3"))))

    assert clean(words("", style="Heading3") + inside)


def test_a_heading_as_long_as_a_paragraph_is_found():
    (finding,) = found_in(words(LONG, style="Heading2"), "word-heading-length")

    assert finding.message.endswith(f"has {len(LONG)} characters")
    assert clean(words(LONG[:100], style="Heading2"))


def link(text: str) -> str:
    return f'<w:p><w:hyperlink w:anchor="_x">{said(text)}</w:hyperlink></w:p>'


def field(text: str, instruction: str = ' HYPERLINK "https://example.org/a" ') -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    inner = f"{mark('begin')}<w:r><w:instrText> REF x </w:instrText></w:r>{mark('separate')}{said('inner')}{mark('end')}"
    asked = f"{mark('begin')}{inner * ('REF' in instruction)}<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"<w:p>{said('See ')}{asked}{mark('separate')}{said(text)}{mark('end')}{said('.')}</w:p>"


RAW = [
    *("https://www.kmhealthandcare.uk/", "http://example.org/a?b=1", "www.citizensadvice.org.uk/local/north-west-kent/"),
    *("kent.gov.uk/plan.pdf", "mailto:csp@example.gov.uk"),
]
TELLING = [
    *(
        "www.kent.police.uk",
        "csp@example.gov.uk",
        "01622 692121",
        "101",
        "The plan of 2024/25 (PDF)",
        "Kent Police and/or wardens",
    ),
]
VAGUE = [
    "here",
    "Click here",
    "More…",
    "Read more",
    "this link",
    "DETAILS",
    "Download",
    "Click here!",
    "(here)",
    "\u201chere\u201d",
]


@pytest.mark.parametrize("text", RAW)
def test_a_raw_address_is_found_in_links_and_fields(text):
    (finding,) = found_in(link(text), "word-link-text")

    assert finding.message == f'the link "{text}" below "Our aims" is a raw address'
    assert found_in(field(text), "word-link-text")
    assert found_in(f'<w:p><w:fldSimple w:instr="HYPERLINK x">{said(text)}</w:fldSimple></w:p>', "word-link-text")


@pytest.mark.parametrize("text", VAGUE)
def test_words_that_do_not_say_where_a_link_leads_are_found(text):
    (finding,) = found_in(link(text), "word-link-text")

    assert finding.message == f'the link "{text}" below "Our aims" does not say where it leads'
    assert found_in(field(text), "word-link-text")


@pytest.mark.parametrize("text", TELLING)
def test_words_names_of_sites_addresses_of_mailboxes_and_numbers_say_where_a_link_leads(text):
    assert clean(link(text))
    assert clean(field(text))


def test_a_link_without_words_is_found_unless_a_picture_is_the_link():
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="9" name="x" descr="Our site"/></wp:inline></w:drawing></w:r>'

    assert found_in(link(" "), "word-link-text")
    assert clean(f'<w:p><w:hyperlink w:anchor="_x">{drawing}</w:hyperlink></w:p>')


def test_the_words_of_a_link_may_come_from_a_field_inside_it():
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    inner = f"{mark('begin')}<w:r><w:instrText> REF x </w:instrText></w:r>{mark('separate')}{said('here')}{mark('end')}"
    opened = f"{mark('begin')}<w:r><w:instrText> HYPERLINK x </w:instrText></w:r>{mark('separate')}"

    assert clean(f"<w:p>{opened}{inner}{said(' are the aims')}{mark('end')}</w:p>")
    assert found_in(f"<w:p>{opened}{inner}{mark('end')}{said(' are the aims')}</w:p>", "word-link-text")


def test_other_fields_are_no_links_and_fields_inside_one_another_are_told_apart():
    assert clean(field("here", " PAGEREF _x "))
    assert found_in(field("here", " HYPERLINK \\l REF "), "word-link-text")


GALLERY = '<w:docPartObj><w:docPartGallery w:val="{}"/></w:docPartObj>'


@pytest.mark.parametrize("properties", ["", GALLERY.format("Plan"), '<w:alias w:val=" "/>', "<w:text/>", "<w:comboBox/>"])
def test_a_content_control_without_a_title_is_found(properties):
    (finding,) = found_in(control(words(PLACE), properties), "word-control-title")

    assert finding.message == f'the content control "{PLACE}" below "Our aims" has no title'


def test_the_path_of_a_control_without_a_title_is_its_tag():
    (finding,) = found_in(control(words("x"), '<w:tag w:val="introduction"/>'), "word-control-title")

    assert finding.path == "introduction"


@pytest.mark.parametrize(
    "properties",
    [
        '<w:rPr/><w:alias w:val="Update"/>',
        GALLERY.format("Table of Contents"),
        GALLERY.format("Page Numbers (Bottom of Page)"),
        "<w:bibliography/>",
        '<w15:repeatingSectionItem xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>',
    ],
)
def test_controls_with_a_title_and_those_that_word_sets_itself_are_clean(properties):
    assert clean(control(words(PLACE), properties))


@pytest.mark.parametrize(
    ("edit", "verdict"), [("readOnly", "may only be read"), ("forms", "may only be filled in"), ("", "is protected")]
)
def test_a_protected_document_is_found(edit, verdict):
    protection = f'<w:documentProtection w:edit="{edit}" w:enforcement="1"/>'
    (finding,) = found_in(words("x"), "word-access-restricted", settings=protection)

    assert finding.message == f"the document {verdict}"


def test_protection_that_is_not_enforced_is_none():
    assert clean(words("x"), settings='<w:documentProtection w:edit="readOnly" w:enforcement="0"/>')


@pytest.mark.parametrize("title", ["<dc:title></dc:title>", "<dc:title> </dc:title>", ""])
def test_a_document_without_a_title_is_found(title):
    assert found(changed("<dc:title>Plan 2025</dc:title>", title, "docProps/core.xml"), "word-title")


@pytest.mark.parametrize("language", ["", '<w:lang w:val=""/>', '<w:lang w:val="x-none"/>', '<w:lang w:eastAsia="ja-JP"/>'])
def test_a_document_without_a_language_is_found(language):
    given = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'

    assert found(changed(given, language, "word/styles.xml"), "word-language")


def test_the_language_may_be_that_of_the_style_of_all_text():
    styles = parts()["word/styles.xml"].decode().replace('<w:lang w:val="en-GB"', '<w:lang w:val="x-none"')
    own = styles.replace('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:rPr><w:lang w:val="cy"/></w:rPr>')

    assert verify_package(packed({**parts(), "word/styles.xml": own.encode()})) == ()


LABELS = ["- ", "• ", "* ", "\u2013 ", "1. ", "12) ", "(3) ", "a) ", "(B) ", "·\t", "  - "]


@pytest.mark.parametrize("label", LABELS)
def test_a_bullet_or_number_typed_by_hand_is_found(label):
    block = words(f"{label.lstrip()}patrols".replace("\t", "</w:t><w:tab/><w:t>"))
    (finding,) = found_in(block, "word-typed-list")

    assert finding.message.endswith(f'begins with "{label.strip()}" typed by hand')


def test_of_a_list_typed_by_hand_the_first_item_is_told():
    (finding,) = found_in("".join(words(f"{number}. item") for number in range(1, 9)), "word-typed-list")

    assert '"1. item"' in finding.message


def test_a_number_may_be_a_run_of_its_own():
    assert found_in(f"<w:p>{said('7.')}<w:r><w:tab/></w:r>{said('Seventh')}</w:p>", "word-typed-list")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2025. That was a good year",
            "1.5 million",
            "-9.2% in a year",
            "● on track",
            "■\u00a0not started",
            "— A resident",
        ),
        *("A. Smith", "e.g. this", "(see below)", "101 calls", "1/2 done", "3.", "- ", "12:30 on Friday"),
    ],
)
def test_what_only_resembles_a_list_is_let_through(text):
    assert clean(words(text))


@pytest.mark.parametrize(
    ("properties", "style"),
    [
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', "Normal"),
        ("", "ListBullet"),
        ("", "TOC1"),
        ("", "Heading2"),
    ],
)
def test_real_lists_headings_and_contents_may_begin_with_a_number(properties, style):
    assert clean(words("1. patrols", properties, style))


def test_a_paragraph_taken_out_of_its_list_is_none_of_it():
    assert found_in(words("1. patrols", '<w:numPr><w:numId w:val="0"/></w:numPr>', "ListBullet"), "word-typed-list")


@pytest.mark.parametrize(
    "text", ["two  blanks", "a \u00a0b", "a</w:t><w:tab/><w:tab/><w:t>b", "a</w:t><w:tab/></w:r><w:r><w:tab/><w:t>b"]
)
def test_blanks_in_a_row_are_found(text):
    (finding,) = found_in(words(text), "word-repeated-blanks")

    assert finding.message.endswith("has blanks in a row")


@pytest.mark.parametrize(
    "text", ["one blank", "£5\u00a0million", "at the end  ", "a</w:t><w:tab/><w:t>b</w:t><w:tab/><w:t>c"]
)
def test_single_blanks_are_clean(text):
    assert clean(words(text))


def test_tab_stops_are_no_tabs():
    assert clean(words("text", '<w:tabs><w:tab w:val="left" w:pos="1"/><w:tab w:val="left" w:pos="9"/></w:tabs>'))


EMPTY = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:p>'


@pytest.mark.parametrize("empty", [EMPTY, "<w:p/>", words(" "), words("\u00a0"), "<w:p><w:r><w:br/></w:r></w:p>"])
def test_empty_paragraphs_below_one_another_are_found_once(empty):
    (finding,) = found_in(words("a") + empty * 3 + words("b"), "word-empty-paragraphs")

    assert finding.message == '3 empty paragraphs below "Our aims" stand below one another'
    assert clean(words("a") + empty + words("b") + empty)


@pytest.mark.parametrize(
    "block",
    [
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' * 2,
        '<w:p><w:r><w:br w:clear="all"/></w:r></w:p>' * 2,
        EMPTY + EMPTY.replace("</w:pPr>", "<w:sectPr/></w:pPr>"),
        '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>' * 2,
        grid(line(cell("A")), line(cell("b"))) + EMPTY,
        grid(line(cell("A")), line(holder(words("a") + EMPTY * 3 + words("b")))),
    ],
)
def test_paragraphs_that_word_needs_are_no_empty_lines(block):
    assert clean(block)


def test_more_than_the_one_that_word_needs_below_a_table_are_too_many():
    (finding,) = found_in(grid(line(cell("A")), line(cell("b"))) + EMPTY * 2, "word-empty-paragraphs")

    assert finding.message.startswith("3 empty paragraphs")


@pytest.mark.parametrize("effect", ["blinkBackground", "lights", "antsRed", "shimmer"])
def test_text_that_moves_is_found(effect):
    assert found_in(words("late", run=f'<w:effect w:val="{effect}"/>'), "word-blinking")
    assert clean(words("late", run='<w:effect w:val="none"/>'))


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_found(kind):
    block = words("As the law asks").replace("</w:p>", f'<w:r><w:{kind}Reference w:id="1"/></w:r></w:p>')
    (finding,) = found_in(block, "word-note")

    assert finding.message.startswith(f'the {kind} in the paragraph "As the law asks" below "Our aims"')
