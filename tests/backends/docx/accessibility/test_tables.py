"""The rules on tables: headers, simple grids, no empty cells."""

from __future__ import annotations

import pytest

from cspdocs.backends.docx.accessibility.archive import verify_package
from word_files import cell, found_in, grid, holder, holding, line, words

NO_LOOK = ""
UNTICKED = '<w:tblLook w:val="0600" w:firstRow="0" w:noHBand="1" w:noVBand="1"/>'
START = '<w:vMerge w:val="restart"/>'
HEADER = "<w:tblHeader/>"
HEAD = line(cell("Who"), cell("When"))
BODY = line(cell("Police"), cell("May"))
FILLED = '<w:shd w:val="clear" w:color="auto" w:fill="C6E0B4"/>'


def clean(block: str) -> bool:
    return verify_package(holding(block)) == ()


@pytest.mark.parametrize("look", [NO_LOOK, UNTICKED, '<w:tblLook w:val="0600"/>', '<w:tblLook w:val="nonsense"/>'])
def test_a_table_of_data_without_a_header_is_found(look):
    (finding,) = found_in(grid(HEAD, BODY, look=look), "word-table-header")

    assert finding.message == 'the table that begins "Who, When" below "Our aims" has no header row marked'


@pytest.mark.parametrize(
    "look", ['<w:tblLook w:firstRow="1"/>', '<w:tblLook w:firstRow="true"/>', '<w:tblLook w:val="04A0"/>']
)
def test_the_box_header_row_marks_a_header(look):
    assert clean(grid(HEAD, BODY, look=look))


@pytest.mark.parametrize("mark", [HEADER, '<w:tblHeader w:val="1"/>', f"<w:cantSplit/>{HEADER}"])
def test_a_row_that_is_repeated_is_a_header(mark):
    assert clean(grid(line(cell("Who"), cell("When"), properties=mark), BODY, look=UNTICKED))


def test_a_repeated_row_that_is_not_the_first_is_none():
    below = line(cell("Who"), cell("When"), properties=HEADER)

    assert found_in(grid(BODY, below, look=UNTICKED), "word-table-header")
    assert found_in(grid(line(cell("A"), properties='<w:tblHeader w:val="0"/>'), look=UNTICKED), "word-table-header")


@pytest.mark.parametrize("style", ["", "TableNormal", "no such style"])
def test_a_table_in_the_style_normal_table_is_for_layout_and_needs_none(style):
    assert clean(grid(HEAD, BODY, style=style, look=UNTICKED))


def test_a_header_row_inside_content_controls_is_seen():
    control = "<w:sdt><w:sdtPr><w:alias w:val='Row'/></w:sdtPr><w:sdtContent>{0}</w:sdtContent></w:sdt>"
    head = line(cell("Who"), cell("When"), properties=HEADER)

    assert clean(grid(control.format(head), BODY, look=UNTICKED))
    assert clean(grid(control.format(control.format(head)), control.format(BODY), look=UNTICKED))


def test_a_table_for_layout_with_a_header_is_found():
    alone = line(cell("Who"), cell("When"), properties=HEADER)
    column = [line(cell("Who"), properties=HEADER), line(cell("Police"))]

    assert found_in(grid(alone), "word-layout-table-header")
    assert found_in(grid(*column, style=""), "word-layout-table-header")
    assert clean(grid(*column))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((HEAD, line(cell("Both", '<w:gridSpan w:val="2"/>'))), '1 row of one cell ("Both")'),
        ((HEAD, line(cell("One", '<w:gridSpan w:val="2"/>'), cell("three")), line(cell("a"), cell("b"))), "merged cells"),
        ((line(cell("Who", START), cell("A")), line(cell("", "<w:vMerge/>"), cell("b"))), "merged cells"),
        ((line(cell("Who", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>")), BODY), "merged cells"),
        ((HEAD, line(cell("b"), cell("c"), properties='<w:gridBefore w:val="1"/>')), "merged cells"),
        ((HEAD, line(cell("Police"), cell("May"), cell("more"))), "rows with more cells than others"),
        ((HEAD, line(holder(grid(BODY, style="") + words("x")), cell("May"))), "a table in a cell"),
    ],
)  # fmt: skip
def test_a_table_that_is_no_simple_grid_is_found(rows, said):
    findings = [finding for finding in verify_package(holding(grid(*rows))) if finding.code == "word-table-not-simple"]

    assert [finding.message.endswith(f"is no simple grid: it has {said}") for finding in findings] == [True]


def test_rows_over_the_whole_width_are_counted():
    band = line(cell("Theft", '<w:gridSpan w:val="2"/>'))
    (finding,) = found_in(grid(HEAD, band, BODY, band, BODY), "word-table-not-simple")

    assert '2 rows of one cell (the first "Theft")' in finding.message


def test_a_span_of_one_column_merges_nothing():
    assert clean(grid(HEAD, line(cell("Police", '<w:gridSpan w:val="1"/>'), cell("May"))))


def test_cells_inside_content_controls_count_as_cells():
    controlled = f'<w:sdt><w:sdtPr><w:alias w:val="When"/></w:sdtPr><w:sdtContent>{cell("May")}</w:sdtContent></w:sdt>'

    assert clean(grid(HEAD, line(cell("Police"), controlled)))
    assert found_in(grid(HEAD, line(cell("Police"), controlled, cell("x"))), "word-table-not-simple")


def test_empty_cells_are_counted_table_by_table_and_the_first_is_shown():
    rows = [HEAD, line(cell("a"), cell()), line(cell(), cell("b")), BODY]
    findings = found_in(grid(*rows) + grid(HEAD, line(cell("c"), cell())), "word-empty-cell")

    assert [finding.message.split(" of ")[0] for finding in findings] == ["2 cells", "1 cell"]
    assert findings[0].message.endswith("are empty, the first in row 2, column 2")
    assert findings[1].message.endswith("is empty, in row 2, column 2")


@pytest.mark.parametrize(
    "content", ["<w:p/><w:p/>", words(" \u00a0"), "<w:p><w:r/></w:p>", "<w:p><w:r><w:tab/></w:r></w:p>"]
)
def test_a_cell_in_which_nothing_is_to_be_seen_is_empty(content):
    assert found_in(grid(HEAD, line(cell("a"), holder(content)), BODY), "word-empty-cell")


@pytest.mark.parametrize(
    "content",
    [
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="9" name="x" descr="A map"/></wp:inline></w:drawing></w:r></w:p>',
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>',
        '<w:sdt><w:sdtPr><w:alias w:val="x"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
        + words("None")
        + "</w:sdtContent></w:sdt>",
    ],
)
def test_a_cell_in_which_something_is_to_be_seen_is_not_empty(content):
    assert clean(grid(HEAD, line(cell("a"), holder(content)), BODY))


def test_the_last_cell_of_a_table_is_judged_by_itself_and_not_by_what_follows_it():
    assert found_in(grid(HEAD, BODY, line(cell("a"), cell())) + words("Words below."), "word-empty-cell")


def test_a_cell_with_a_table_in_it_is_as_empty_as_that():
    inner = grid(line(cell(), cell("x")), line(cell("y"), cell("z")), style="")
    outer = grid(HEAD, line(holder(inner), cell("b")), BODY)

    assert {finding.code for finding in verify_package(holding(outer))} == {"word-table-not-simple"}


def test_what_a_merged_cell_covers_is_not_empty():
    rows = (HEAD, line(cell("a", START), cell("b")), line(cell("", "<w:vMerge/>"), cell("c")))

    assert {finding.code for finding in verify_package(holding(grid(*rows)))} == {"word-table-not-simple"}


def test_rows_and_columns_without_any_words_are_found():
    (row,) = found_in(grid(HEAD, line(cell(), cell()), BODY), "word-blank-row")
    (column,) = found_in(grid(line(cell("Who"), cell()), line(cell("a"), cell()), line(cell("b"), cell())), "word-blank-row")

    assert row.message.startswith('row 2 of the table that begins "Who, When"')
    assert column.message.startswith("column 2 of")


def test_a_column_with_a_heading_and_nothing_below_is_not_yet_filled_in():
    (finding,) = found_in(grid(HEAD, line(cell("a"), cell()), line(cell("b"), cell())), "word-empty-cell")

    assert finding.message.startswith("2 cells")


def test_a_table_for_layout_may_have_some_empty_cells():
    assert clean(grid(line(cell("a"), cell("b")), line(cell("c"), cell()), style=""))
    assert found_in(grid(line(cell("a"), cell()), line(cell(), cell()), style=""), "word-blank-row")


def test_a_cell_that_says_something_by_its_colour_alone_is_found():
    (finding,) = found_in(grid(HEAD, line(cell("a"), cell("", FILLED)), BODY), "word-colour-alone")

    assert finding.message.startswith('the cell in row 2, column 2 of the table that begins "Who, When"')


def test_an_empty_cell_in_the_colour_of_its_row_says_nothing_by_it():
    assert found_in(grid(HEAD, line(cell("a", FILLED), cell("", FILLED)), BODY), "word-empty-cell")


def test_a_coloured_cell_with_words_is_clean():
    assert clean(grid(HEAD, line(cell("a"), cell("on track", FILLED)), BODY))
