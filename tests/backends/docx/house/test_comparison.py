from __future__ import annotations

import pytest

from cspdocs.backends.docx.house.comparison import Difference, differences, examine_reference, used_styles
from cspdocs.backends.docx.styles.book import StyleBook
from cspdocs.diagnostics import Severity
from cspdocs.document.nodes import List, ListItem, Paragraph, Text
from cspdocs.template.reference import read_reference
from cspdocs.values import evolve
from references import FILE, NORMAL, python_docx_reference, reference, style

ARIAL = '<w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="24"/></w:rPr>'
DEFAULTS = f"<w:docDefaults><w:rPrDefault>{ARIAL}</w:rPrDefault></w:docDefaults>"
BODY = NORMAL.replace("<w:qFormat/>", '<w:pPr><w:spacing w:after="240"/></w:pPr>')


def like_the_sheet(*styles: str, **other: str):
    """A reference whose Normal is as the sheet's Body."""
    return reference(*styles, **{"defaults": DEFAULTS, "normal": BODY, **other})


def test_a_reference_that_says_the_same_differs_in_nothing(sheet):
    assert differences(sheet, like_the_sheet()) == ()
    assert examine_reference(sheet, like_the_sheet()) == ()


def test_our_own_file_as_a_reference_differs_in_nothing_and_gives_the_same_looks(sheet, render, specimen, whole):
    own = read_reference(FILE, whole.data)

    again = render(document=specimen, styles=evolve(sheet, reference=own), pages={"aims": 3, "work": 3, "members": 6})

    assert differences(sheet, own) == ()
    assert [found for found in again.diagnostics if found not in whole.diagnostics] == []
    assert again.parts["word/document.xml"] == whole.parts["word/document.xml"]
    assert again.parts["word/fontTable.xml"] == whole.parts["word/fontTable.xml"]
    assert again.parts["word/theme/theme1.xml"] == whole.parts["word/theme/theme1.xml"]


@pytest.mark.parametrize(
    ("inside", "measure", "expected", "found"),
    [
        ('<w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr>', "font", "Arial", "Georgia"),
        ('<w:rPr><w:sz w:val="21"/></w:rPr>', "size", "12 pt", "10.5 pt"),
        ("<w:rPr><w:b/></w:rPr>", "bold", "no", "yes"),
        ('<w:pPr><w:spacing w:line="276"/></w:pPr>', "line spacing", "1", "1.15"),
        ('<w:pPr><w:spacing w:before="100"/></w:pPr>', "space before", "0 pt", "5 pt"),
        ('<w:pPr><w:spacing w:after="0"/></w:pPr>', "space after", "12 pt", "0 pt"),
        ('<w:pPr><w:ind w:left="1"/></w:pPr>', "indent", "0 pt", "0.05 pt"),
        ('<w:pPr><w:ind w:firstLine="200"/></w:pPr>', "first line", "0 pt", "10 pt"),
        ("<w:pPr><w:keepNext/></w:pPr>", "keep with next", "no", "yes"),
        ("<w:pPr><w:pageBreakBefore/></w:pPr>", "page break before", "no", "yes"),
        ("<w:rPr><w:caps/></w:rPr>", "capitals", "no", "yes"),
    ],
)
def test_every_measure_by_which_pages_break_is_compared(sheet, inside: str, measure: str, expected: str, found: str):
    sheet = evolve(sheet, styles={**sheet.styles, "Contact": evolve(sheet.styles["Body"], name="Contact")})

    assert differences(sheet, like_the_sheet(style("C", "Contact", inside))) == (
        Difference("Contact", measure, expected, found),
    )


@pytest.mark.parametrize(
    "inside",
    [
        '<w:rPr><w:color w:val="00703C"/></w:rPr>',
        '<w:pPr><w:jc w:val="center"/></w:pPr>',
        "<w:rPr><w:caps w:val='0'/></w:rPr>",
    ],
)
def test_what_takes_no_other_room_is_no_difference(sheet, inside: str):
    sheet = evolve(sheet, styles={**sheet.styles, "Contact": evolve(sheet.styles["Body"], name="Contact")})

    assert differences(sheet, like_the_sheet(style("C", "Contact", inside))) == ()


def test_margins_of_cells_are_compared_too(sheet):
    margins = '<w:tblPr><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'

    found = differences(sheet, like_the_sheet(style("T", "Table Style", margins, kind="table", based_on="")))

    assert found == (Difference("Table", "padding left", "5.4 pt", "0 pt"),)


def test_one_warning_names_the_file_the_styles_both_values_and_a_cure(sheet):
    changed = '<w:rPr><w:rFonts w:ascii="Georgia"/><w:sz w:val="22"/></w:rPr>'

    (finding,) = examine_reference(sheet, like_the_sheet(style("Q", "Quote", changed), style("TH", "TOC Heading", changed)))

    assert (finding.code, finding.severity, finding.file) == ("reference-measures", Severity.WARNING, FILE)
    assert "Quote: font Georgia instead of Arial, size 11 pt instead of 12 pt" in finding.message
    assert "Contents Heading (TOC Heading): font Georgia instead of Arial, size 11 pt instead of 16 pt" in finding.message
    assert "update the contents in Word" in finding.hint


def test_what_a_style_only_inherits_is_said_of_the_first_that_has_it(sheet):
    larger = BODY.replace("</w:pPr>", '</w:pPr><w:rPr><w:sz w:val="26"/></w:rPr>')

    (finding,) = examine_reference(sheet, like_the_sheet(normal=larger))

    assert finding.message.count("size 13 pt") == 1
    assert "Body (Normal): size 13 pt instead of 12 pt" in finding.message


def test_without_the_first_among_those_used_it_is_said_of_the_next(sheet):
    larger = BODY.replace("</w:pPr>", '</w:pPr><w:rPr><w:sz w:val="26"/></w:rPr>')

    (finding,) = examine_reference(sheet, like_the_sheet(normal=larger), {"Table Text", "Status"})

    assert finding.message.endswith("Table Text: size 13 pt instead of 12 pt")


def test_only_the_styles_that_a_document_uses_are_spoken_of(sheet):
    changed = like_the_sheet(style("Q", "Quote", '<w:rPr><w:sz w:val="22"/></w:rPr>'))

    assert examine_reference(sheet, changed, {"Body"}) == ()


def test_styles_in_use_are_found_in_the_markup_through_those_derived_from_them(sheet):
    book = StyleBook(sheet)
    book.derive("Quote Last", "Quote")
    markup = (
        '<w:pStyle w:val="QuoteLast"/><w:pStyle w:val="ListBullet"/><w:tblStyle w:val="ReviewStyle"/><w:pStyle w:val="X"/>'
    )

    assert used_styles(book, (markup, '<w:pStyle w:val="Header"/>')) == {"Quote", "List Bullet", "Review", "Header"}


def test_numbers_of_headings_that_are_left_out_are_said(sheet):
    number = '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'
    numbered = like_the_sheet(style("P", "Contact", number), style("LB", "List Bullet", number))

    (finding,) = [one for one in examine_reference(sheet, numbered) if one.code != "reference-measures"]

    assert finding.code == "reference-numbering"
    assert finding.message.endswith("which is left out: Contact")


def test_a_style_of_another_kind_is_said(sheet):
    (finding,) = examine_reference(sheet, like_the_sheet(style("X", "quote", kind="character", based_on="")))

    assert (finding.code, finding.severity) == ("reference-kind", Severity.WARNING)
    assert '"Quote" is a character style, not a paragraph style' in finding.message


def test_rendering_warns_once_of_the_styles_in_use(render, sheet):
    given = evolve(sheet, reference=python_docx_reference())
    items = List((ListItem((Paragraph((Text("one"),)),)),))

    rendered = render(items, styles=given)

    (finding,) = rendered.diagnostics
    assert finding.code == "reference-measures"
    assert "List Bullet: font Cambria instead of Arial" in finding.message
    assert "Quote" not in finding.message
