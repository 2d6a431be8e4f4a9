from __future__ import annotations

import pytest

from cspdocs.backends.docx.house.dressing import dress
from cspdocs.backends.docx.styles.book import StyleBook
from cspdocs.document.styles import Style, StyleSheet
from cspdocs.units import Length, pt
from cspdocs.values import evolve
from references import python_docx_reference, reference, style


def dressed(sheet: StyleSheet, *styles: str, **other: str) -> StyleBook:
    return dress(sheet, reference(*styles, **other))


def looks(book: StyleBook, name: str) -> Style:
    return book.style(name)


def font(book: StyleBook, name: str) -> str:
    return book.sheet.fonts[book.style(name).font].word


def test_a_style_looks_as_the_reference_says_with_all_that_it_is_based_on(sheet):
    base = '<w:pPr><w:keepNext/><w:spacing w:before="240"/></w:pPr><w:rPr><w:i/></w:rPr>'
    own = '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="40"/></w:rPr>'

    book = dressed(sheet, style("Base", "Borough Base", base), style("H1", "heading 1", own, based_on="Base"))

    heading = looks(book, "Heading 1")
    assert (heading.size, heading.bold, heading.italic, heading.align) == (pt(20), True, True, "centre")
    assert (heading.space_before, heading.space_after, heading.keep_with_next) == (pt(12), pt(8), True)
    assert heading.line_spacing == pytest.approx(259 / 240)


def test_what_the_reference_lacks_keeps_its_differences_upon_what_the_reference_has(sheet):
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="100"/>'
        '</w:pPr><w:rPr><w:color w:val="00703C"/></w:rPr></w:style>'
    )

    book = dressed(sheet, normal=normal)

    # The sheet's Quote is Body with italics, an indent and 6 pt below; Status is Table Text in bold.
    quote = looks(book, "Quote")
    assert (quote.italic, quote.indent, quote.space_after) == (True, sheet.styles["Quote"].indent, pt(6))
    assert (quote.colour, quote.size, font(book, "Quote")) == ("#00703c", pt(11), "Calibri")
    assert (looks(book, "Status").bold, looks(book, "Status").space_after) == (True, Length(0))


@pytest.mark.parametrize(
    ("fonts", "name"),
    [
        ('<w:rFonts w:ascii="Georgia"/>', "Georgia"),
        ('<w:rFonts w:asciiTheme="majorHAnsi"/>', "Gill Sans MT"),
        ('<w:rFonts w:ascii="arial"/>', "Arial"),
        ('<w:rFonts w:cs="Georgia"/>', "Calibri"),
    ],
)
def test_fonts_come_by_name_or_from_the_theme(sheet, fonts: str, name: str):
    book = dressed(sheet, style("Q", "Quote", f"<w:rPr>{fonts}</w:rPr>"))

    assert font(book, "Quote") == name


def test_without_a_theme_its_fonts_are_the_sheet_s(sheet):
    assert font(dressed(sheet, theme=""), "Body") == "Arial"


def test_without_defaults_those_of_our_files_hold(sheet):
    book = dressed(sheet, defaults="")

    assert (looks(book, "Body").size, looks(book, "Body").space_after, font(book, "Body")) == (pt(12), Length(0), "Arial")


def test_where_defaults_say_nothing_word_s_own_hold(sheet):
    book = dressed(sheet, defaults="<w:docDefaults/>")

    assert (looks(book, "Body").size, font(book, "Body")) == (pt(10), "Times New Roman")


@pytest.mark.parametrize(
    ("spacing", "multiple"),
    [
        ('w:line="360" w:lineRule="auto"', 1.5),
        ('w:line="360"', 1.5),
        ('w:line="253" w:lineRule="exact"', 1.0),
        ('w:line="100" w:lineRule="atLeast"', 1.0),
    ],
)
def test_lines_are_as_high_as_the_reference_says_or_about_that(sheet, spacing: str, multiple: float):
    book = dressed(sheet, style("Q", "Quote", f"<w:pPr><w:spacing {spacing}/></w:pPr>"))

    assert looks(book, "Quote").line_spacing == pytest.approx(multiple, abs=0.01)


def test_lists_stand_where_the_sheet_says_because_their_numbers_are_ours(sheet):
    bullet = '<w:numPr><w:numId w:val="5"/></w:numPr><w:spacing w:after="80"/><w:ind w:left="999" w:hanging="9"/>'

    look = looks(dressed(sheet, style("LB", "List Bullet", f"<w:pPr>{bullet}</w:pPr>")), "List Bullet")

    assert (look.indent, look.first_line, look.space_after) == (pt(18), pt(-18), pt(4))


def test_items_without_white_space_between_them_have_none_but_the_last(sheet):
    bullet = '<w:pPr><w:spacing w:before="80" w:after="80"/><w:contextualSpacing/></w:pPr>'

    look = looks(dressed(sheet, style("LB", "List Bullet", bullet)), "List Bullet")

    assert (look.space_before, look.space_after) == (Length(0), Length(0))


def test_contents_keep_a_tab_before_the_page_number(sheet):
    plain = looks(dressed(sheet, style("TOC1", "toc 1")), "Contents 1")

    assert (plain.tab, plain.tab_align, plain.tab_leader) == (Length(0), "right", "dots")


@pytest.mark.parametrize("place", ["9350", "15000"])
def test_a_right_tab_of_other_paper_stands_at_our_margin(sheet, place: str):
    tabs = f'<w:pPr><w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{place}"/></w:tabs></w:pPr>'

    look = looks(dressed(sheet, style("TOC1", "toc 1", tabs)), "Contents 1")

    assert (look.tab, look.tab_align) == (Length(0), "right")


def test_a_tab_inside_the_page_stays_where_it_is(sheet):
    tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="1200"/></w:tabs></w:pPr>'

    look = looks(dressed(sheet, style("D", "Definition", tabs)), "Definition")

    assert (look.tab, look.tab_align) == (pt(60), "left")


def test_tables_have_the_margins_and_the_header_of_the_reference(sheet):
    table = (
        '<w:tblPr><w:tblCellMar><w:left w:w="200" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="00703C"/></w:tcPr></w:tblStylePr>'
    )

    book = dressed(sheet, style("X", "table style", table, kind="table", based_on=""))

    found, other = book.table("Table"), book.table("Review")
    assert (found.padding_left, found.padding_right, found.padding_top) == (pt(10), pt(5.4), Length(0))
    assert (found.header_fill, found.band_fill, found.header) == ("#00703c", "#f2f2f2", "Table Heading")
    assert other == sheet.tables["Review"]


def test_links_have_the_colour_of_the_reference(sheet):
    link = style("H", "Hyperlink", '<w:rPr><w:color w:val="00703C"/></w:rPr>', kind="character", based_on="")

    assert dressed(sheet, link).sheet.link_colour == "#00703c"
    assert dressed(sheet).sheet.link_colour == sheet.link_colour


def test_pages_and_everything_else_stay_the_sheet_s(sheet):
    book = dress(sheet, python_docx_reference())

    assert book.sheet.pages == sheet.pages
    assert book.sheet.styles.keys() == sheet.styles.keys()


def test_a_circle_in_a_sheet_made_in_code_has_an_end(sheet):
    circle = {
        **sheet.styles,
        "Quote": evolve(sheet.styles["Quote"], based_on="Attribution"),
        "Attribution": evolve(sheet.styles["Attribution"], based_on="Quote"),
    }

    assert looks(dressed(evolve(sheet, styles=circle)), "Quote").italic
