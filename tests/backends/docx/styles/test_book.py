from __future__ import annotations

import pytest

from cspdocs.backends.docx.places import Place
from cspdocs.backends.docx.styles.book import StyleBook
from cspdocs.backends.docx.styles.names import SECTION_END
from cspdocs.document.styles import Style
from cspdocs.errors import RenderError
from cspdocs.units import Length, mm, pt
from cspdocs.values import evolve


@pytest.fixture
def book(sheet):
    return StyleBook(sheet)


PAGE = Place(mm(159.2), mm(246.2))


def test_a_paragraph_on_the_page_has_the_style_it_names(book):
    assert book.placed("Quote", PAGE) == "Quote"


def test_text_that_goes_on_inside_a_list_continues_it(book):
    inside = evolve(PAGE.inset(pt(18)), depth=1)
    deeper = evolve(PAGE.inset(pt(36)), depth=2)

    assert [book.placed("Body", inside), book.placed("Body", deeper)] == ["List Continue", "List Continue 2"]
    assert (book.style("List Continue 2").indent, book.style("List Continue 2").first_line) == (pt(36), 0)


def test_other_paragraphs_inside_a_list_are_indented_as_far_as_its_text(book):
    name = book.placed("Quote", evolve(PAGE.inset(pt(18)), depth=1))

    assert name == "Quote Indented 18"
    assert book.style(name).indent == mm(10) + pt(18)
    assert book.style(name).based_on == "Quote"


def test_the_end_of_a_list_has_the_space_of_text_below_it(book):
    name = book.closing("List Bullet", evolve(PAGE, closing=True))

    assert book.style(name).space_after == book.style("Body").space_after


def test_the_end_of_a_cell_has_no_space_below_it(book):
    cell = evolve(PAGE, closing=True, in_cell=True)

    assert book.style(book.placed("Body", cell)).space_after == 0
    assert book.placed("Table Text", cell) == "Table Text"


def test_a_header_row_stays_with_the_row_below(book):
    name = book.placed("Table Heading", evolve(PAGE, in_cell=True, kept=True))

    assert book.style(name).keep_with_next
    assert not book.style("Table Heading").keep_with_next


def test_a_tab_counted_from_the_right_is_measured_on_each_width_of_page(book):
    wide = Place(mm(246.2), mm(159.2))

    assert [book.placed("Contents 1", PAGE), book.placed("Contents 1", PAGE)] == ["Contents 1"] * 2
    assert book.placed("Contents 1", wide) == "Contents 1 246 mm"
    assert book.widths == {"Contents 1": PAGE.width, "Contents 1 246 mm": wide.width}


def test_a_contents_style_without_a_tab_has_one_at_the_right_edge(sheet):
    styles = {**sheet.styles, "Contents 1": Style(name="Contents 1")}

    style = StyleBook(evolve(sheet, styles=styles)).style("Contents 1")

    assert (style.tab, style.tab_align) == (0, "right")


def test_meanings_hang_at_the_tab_of_the_definition(book):
    style = book.style("Definition")

    assert (style.indent, style.first_line) == (mm(35), -mm(35))


def test_the_space_below_a_table_is_mostly_space_after_because_that_vanishes_at_the_foot_of_a_page(book):
    gap = book.style(book.gap(book.table("Table")))

    assert (gap.size, gap.space_after) == (pt(1), pt(11))


def test_a_table_without_space_below_is_still_kept_apart(book):
    assert book.gap(book.table("Review")) == SECTION_END


def test_a_style_that_the_sheet_lacks_is_named_with_those_it_has(book):
    with pytest.raises(RenderError, match=r'style "Epigraph".*it has: Body, Title'):
        book.style("Epigraph")


def test_a_table_style_that_the_sheet_lacks_is_named_with_those_it_has(book):
    with pytest.raises(RenderError, match=r'table style "Ledger".*it has: Table, Review, Grid'):
        book.table("Ledger")


def test_a_place_moved_in_is_as_much_narrower():
    assert PAGE.inset(mm(9.2)) == Place(mm(150), mm(246.2), indent=Length(mm(9.2)))
