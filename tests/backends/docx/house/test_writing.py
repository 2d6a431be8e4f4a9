from __future__ import annotations

import re
import subprocess

import pytest

import judges
from cspdocs.backends.docx.styles.names import LIST_STYLES, style_id, table_style_id
from cspdocs.document.nodes import Heading, List, ListItem, Paragraph, Strong, Text
from cspdocs.document.styles import Reference
from cspdocs.template.reference import read_reference
from cspdocs.values import evolve
from every_node import dated, every_sheet
from references import FILE, python_docx_file, python_docx_reference, reference, style
from word_files import packed, rendered

REFERRING = r'<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]+)"'


@pytest.fixture
def housed(render, sheet):
    """Renders blocks, or the document given, in a sheet that has a reference with these styles."""

    def rendered(*styles: str, blocks: tuple = (), **other):
        given = other.pop("given", None) or reference(*styles, **other.pop("parts", {}))
        return render(*blocks, styles=evolve(sheet, reference=given), **other)

    return rendered


def identities(markup: str) -> list[str]:
    return re.findall(r'w:styleId="([^"]+)"', markup)


def test_a_style_of_the_reference_stands_under_our_id_as_it_is_there(housed):
    found = housed(style("berschrift1", "Heading 1", '<w:qFormat/><w:rPr><w:caps/><w:color w:val="00703C"/></w:rPr>'))

    assert found.style("Heading1") == (
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:caps/><w:color w:val="00703C"/></w:rPr></w:style>'
    )
    assert "berschrift1" not in found.markup("word/styles.xml")


def test_what_the_reference_lacks_is_based_on_what_it_has_and_says_only_its_differences(housed):
    found = housed(style("TT", "Table Text", '<w:rPr><w:color w:val="00703C"/></w:rPr>'))

    assert '<w:color w:val="00703C"/>' in found.style("TableText")
    assert found.style("Status").endswith(
        '<w:basedOn w:val="TableText"/><w:uiPriority w:val="12"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
    )


@pytest.mark.parametrize("kind", ["paragraph", "character", "table"])
def test_every_kind_of_style_is_taken(housed, kind: str):
    name, identity = {
        "paragraph": ("Quote", "Quote"),
        "character": ("Hyperlink", "Hyperlink"),
        "table": ("Review Style", "ReviewStyle"),
    }[kind]

    found = housed(style("X", name, '<w:rPr><w:color w:val="00703C"/></w:rPr>', kind=kind, based_on=""))

    assert '<w:color w:val="00703C"/>' in found.style(identity)


def test_the_text_names_its_styles_by_the_same_ids_with_a_reference_and_without(housed, specimen, whole, sheet):
    found = housed(given=python_docx_reference(), document=specimen, pages={"aims": 3, "work": 3, "members": 6})

    ours = {style_id(name) for name in (*sheet.styles, *LIST_STYLES)} | {table_style_id(name) for name in sheet.tables}
    with_reference, without = (set(re.findall(REFERRING, one.markup())) & ours for one in (found, whole))
    assert with_reference == without


def test_styles_that_are_referred_to_come_along_and_no_others(housed):
    found = housed(
        style("Q", "Quote", '<w:next w:val="After"/><w:link w:val="QC"/>', based_on="Base"),
        style("Base", "Borough Base", '<w:rPr><w:color w:val="00703C"/></w:rPr>'),
        style("After", "Borough Text", based_on="Base"),
        style("QC", "Quote Char", '<w:link w:val="Q"/>', kind="character", based_on="DPF"),
        style("DPF", "Default Paragraph Font", kind="character", based_on=""),
        style("Idle", "Borough Idle"),
    )

    quote = found.style("Quote")
    assert all(f'<w:{part}"/>' in quote for part in ('basedOn w:val="Base', 'next w:val="After', 'link w:val="QC'))
    assert '<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="Quote"/>' in found.style("QC")
    assert '<w:basedOn w:val="Base"/>' in found.style("After")
    assert "Idle" not in found.markup("word/styles.xml")


def test_ids_that_are_taken_are_changed_with_everything_that_refers_to_them(housed):
    found = housed(
        style("Q", "Quote", based_on="tabletext"), style("tabletext", "Borough Base", "<w:pPr><w:keepNext/></w:pPr>")
    )

    assert '<w:basedOn w:val="tabletext1"/>' in found.style("Quote")
    assert "<w:keepNext/>" in found.style("tabletext1")
    assert "keepNext" not in found.style("TableText")


def test_ids_with_anything_but_letters_and_digits_are_made_plain(housed):
    found = housed(style("Q", "Quote", based_on="tŷ &amp; 1"), style("tŷ &amp; 1", "Borough &amp; Base"))

    assert '<w:basedOn w:val="t1"/>' in found.style("Quote")
    assert '<w:name w:val="Borough &amp; Base"/>' in found.style("t1")


@pytest.mark.parametrize(
    "inside",
    [
        '<w:next w:val="nowhere"/>',
        '<w:link w:val="nowhere"/>',
        '<w:next w:val="C"/>',
        '<w:link w:val="C"/>',
        '<w:link w:val="P"/>',
    ],
)
def test_references_that_lead_nowhere_or_to_the_wrong_kind_are_dropped(housed, inside: str):
    found = housed(
        style("Q", "Quote", inside, based_on="nowhere"), style("C", "Other", kind="character"), style("P", "Another")
    )

    assert found.style("Quote").count("w:val=") == 1


def test_a_style_with_our_name_that_is_of_another_kind_is_not_in_the_file(housed):
    found = housed(style("L", "Table Text", kind="character", based_on=""), style("Q", "Quote", '<w:link w:val="L"/>'))

    names = re.findall(r'<w:name w:val="([^"]+)"', found.markup("word/styles.xml"))
    assert len({name.casefold() for name in names}) == len(names)
    assert 'w:type="paragraph"' in found.style("TableText")


def test_numbers_of_lists_are_ours_and_those_of_other_styles_are_left_out(housed):
    number = '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'
    items = List((ListItem((Paragraph((Text("one"),)),)),), ordered=True)

    found = housed(
        style("LB", "List Bullet", number), style("LN", "List Number", number), style("H1", "heading 1", number),
        blocks=(items, Heading((Text("H"),), 1)),
    )  # fmt: skip

    assert '<w:numPr><w:numId w:val="1"/></w:numPr>' in found.style("ListBullet")
    assert '<w:numPr><w:numId w:val="2"/></w:numPr>' in found.style("ListNumber")
    assert "numPr" not in found.style("Heading1")
    assert '<w:numId w:val="9"/>' not in "".join(found.markup(part) for part in ("word/styles.xml", "word/document.xml"))


def test_headings_that_the_plan_numbers_are_counted_in_the_reference_s_style(housed):
    green = '<w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr><w:rPr><w:color w:val="00703C"/></w:rPr>'
    headings = (Heading((Text("One"),), 1, number="1"), Heading((Text("Two"),), 1, number="2"))

    found = housed(style("H1", "heading 1", green), blocks=headings)

    (number,) = re.findall(r'<w:numId w:val="(\d+)"/>', found.style("Heading1"))
    assert f'<w:num w:numId="{number}">' in found.markup("word/numbering.xml")
    assert '<w:color w:val="00703C"/>' in found.style("Heading1")


def test_items_of_a_list_have_our_indents_and_no_rule_of_their_own_for_white_space(housed):
    bullet = '<w:pPr><w:spacing w:after="80"/><w:ind w:left="9" w:right="60"/><w:contextualSpacing/></w:pPr>'

    found = housed(style("LB", "List Bullet", bullet)).style("ListBullet")

    assert '<w:ind w:left="360" w:right="60" w:hanging="360"/>' in found
    assert '<w:spacing w:after="0"/>' in found
    assert '<w:contextualSpacing w:val="0"/>' in found


def test_the_page_numbers_of_the_contents_have_a_tab_that_ends_at_our_margin(housed):
    right = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="440"/><w:tab w:val="right" w:pos="9350"/></w:tabs></w:pPr>'
    ours = '<w:tab w:val="left" w:pos="440"/><w:tab w:val="right" w:pos="9026"/><w:tab w:val="clear" w:pos="9350"/>'

    assert '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9026"/></w:tabs>' in housed(style("T", "TOC 1")).style("TOC1")
    assert f"<w:tabs>{ours}</w:tabs>" in housed(style("T", "toc 1", right)).style("TOC1")


def test_only_headings_have_a_level_in_the_outline(housed):
    level = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'

    found = housed(style("T", "Title", level), style("H2", "heading 2", level), style("H3", "heading 3"))

    assert '<w:outlineLvl w:val="9"/>' in found.style("Title")
    assert '<w:outlineLvl w:val="1"/>' in found.style("Heading2")
    assert '<w:outlineLvl w:val="2"/>' in found.style("Heading3")


def test_strong_words_are_marked_where_the_style_is_bold_in_the_sheet_and_not_in_the_reference(housed, render):
    title = Paragraph((Strong((Text("Safer"),)),), "Title")

    assert '<w:rStyle w:val="Strong"/>' not in render(title).markup()
    assert '<w:rStyle w:val="Strong"/>' in housed(style("T", "Title"), blocks=(title,)).markup()


def test_the_language_is_the_document_s(housed):
    american = style("Q", "Quote", '<w:rPr><w:lang w:val="en-US"/></w:rPr>')

    found = housed(american, language="cy-GB").markup("word/styles.xml")

    assert '<w:lang w:val="cy-GB" w:eastAsia="cy-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' in found
    assert found.count("<w:lang ") == 1


def test_defaults_latent_styles_theme_and_fonts_are_the_reference_s(housed):
    fonts = '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' + "".join(
        f'<w:font w:name="{name}"><w:family w:val="roman"/></w:font>' for name in ("Georgia", "Calibri", "Never Used")
    )
    latent = (
        '<w:latentStyles w:count="1"><w:lsdException w:name="heading 1" w:locked="1" w:uiPriority="3"/></w:latentStyles>'
    )

    found = housed(
        latent, style("Q", "Quote", '<w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr>'), parts={"fonts": fonts + "</w:fonts>"}
    )

    assert '<w:sz w:val="22"/>' in found.markup("word/styles.xml").partition("</w:docDefaults>")[0]
    assert '<w:lsdException w:name="heading 1" w:uiPriority="3"/></w:latentStyles>' in found.markup("word/styles.xml")
    assert '<a:latin typeface="Gill Sans MT"/>' in found.markup("word/theme/theme1.xml")
    named = re.findall(r'<w:font w:name="([^"]+)"', found.markup("word/fontTable.xml"))
    assert named == ["Calibri", "Gill Sans MT", "Georgia"]
    assert found.markup("word/fontTable.xml").count('w:val="roman"') == 2


def test_every_style_that_is_named_anywhere_is_in_the_file_and_no_id_or_name_twice(housed, specimen):
    found = housed(given=python_docx_reference(), document=specimen)

    markup = found.markup("word/styles.xml")
    texts = [found.markup(part) for part in found.parts if part.startswith("word/") and part.endswith(".xml")]
    assert set(re.findall(REFERRING, "".join(texts))) <= set(identities(markup))
    for listed in (identities(markup), re.findall(r'<w:name w:val="([^"]+)"', markup)):
        assert len({name.casefold() for name in listed}) == len(listed)
    assert markup.count('w:default="1"') == 4


def test_nothing_else_of_the_reference_is_in_the_file(housed, specimen, whole):
    found = housed(given=python_docx_reference(), document=specimen, pages={"aims": 3, "work": 3, "members": 6})

    everything = b"".join(found.parts.values())
    theirs = (b"no plan has", b"en-US", b"ja-JP", b"rsid", b"12240", b"python-docx", b"thumbnail")
    assert found.parts.keys() == whole.parts.keys()
    assert [left for left in theirs if left in everything] == []
    assert b"Light Shading" not in found.parts["word/styles.xml"].partition(b"</w:latentStyles>")[2]
    assert found.parts["word/numbering.xml"] == whole.parts["word/numbering.xml"]
    assert found.parts["word/settings.xml"] == whole.parts["word/settings.xml"]


def test_rendering_twice_gives_the_same_bytes(housed, specimen):
    assert (
        housed(given=python_docx_reference(), document=specimen).data
        == housed(given=python_docx_reference(), document=specimen).data
    )


GREEN = '<w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/><w:color w:val="00703C"/></w:rPr>'


@pytest.fixture(params=["python-docx", "pandoc", "our own", "LibreOffice", "by hand"])
def made_by(request, whole, tmp_path) -> Reference:
    """References as the programs make them that boroughs have."""
    match request.param:
        case "python-docx":
            data = python_docx_file()
        case "pandoc":
            pandoc = judges.program("pandoc", package="apt install pandoc")
            data = subprocess.run(
                [pandoc, "--print-default-data-file", "reference.docx"], capture_output=True, check=True
            ).stdout
        case "our own":
            data = whole.data
        case "LibreOffice":
            (tmp_path / "ours.docx").write_bytes(whole.data)
            data = judges.saved_by_libreoffice(tmp_path / "ours.docx", tmp_path / "saved").read_bytes()
        case _:
            return reference(
                style("Q", "Quote", f'<w:next w:val="B"/><w:link w:val="QC"/>{GREEN}', based_on="B"),
                style("B", "Borough Base", "<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr><w:bogus/></w:pPr>"),
                style("QC", "Quote Char", f'<w:link w:val="Q"/>{GREEN}', kind="character", based_on=""),
                style("H", "hyperlink", '<w:rPr><w:sz w:val="big"/><w:b/></w:rPr>', kind="character", based_on="QC"),
                style("T", "Table Style", '<w:tblPr><w:jc w:val="justify"/></w:tblPr>', kind="table", based_on="nowhere"),
            )
    return read_reference(FILE, data)


def test_microsoft_s_validator_finds_no_fault_whoever_made_the_reference(made_by, tmp_path):
    file = tmp_path / "plan.docx"
    file.write_bytes(packed(rendered(dated(), evolve(every_sheet(), reference=made_by))))

    assert judges.validate_docx(file) == []


def test_libreoffice_shows_the_looks_of_the_reference_on_our_pages(housed, specimen, tmp_path):
    serif = style("Q", "Quote", GREEN), style("H1", "heading 1", GREEN)
    file = tmp_path / "plan.docx"
    file.write_bytes(housed(*serif, document=specimen).data)

    pdf = judges.docx_to_pdf(file, tmp_path)

    assert "LiberationSerif" in {font.name for font in judges.pdf_fonts(pdf)}
    assert judges.page_count(pdf) == len(specimen.sections)
