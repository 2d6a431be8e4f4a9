from __future__ import annotations

import re
from collections.abc import Callable

from cspdocs.document.nodes import Cell, Figure, Grid, Paragraph, Quote, Row, Table, Text
from cspdocs.units import pt
from cspdocs.values import evolve
from sheets import cell, head, listing, picture, row, say, table

Write = Callable[..., str]

HEADER = row("Action", "Owner", "Status", style="Table Heading")
WIDTHS = (pt(50), pt(30), pt(20))


def three(*rows: Row, header: tuple[Row, ...] = (HEADER,)) -> Table:
    return Table(WIDTHS, header, rows)


def cells(markup: str) -> list[str]:
    return re.findall(r"<t[hd][ >].*?</t[hd]>", markup, re.DOTALL)


def test_a_table_in_full(write: Write) -> None:
    done = Cell((say("Done", "Status"),), fill="#C9E7CB")
    filled = Row((cell("Walk"), cell("Police", "TMBC"), done), origin="actions/asb-2")
    assert write(three(filled)) == (
        '<table class="table-table columns-50-30-20 room-16">\n'
        "<colgroup><col><col><col></colgroup>\n"
        '<thead>\n<tr><th scope="col">Action</th><th scope="col">Owner</th><th scope="col">Status</th></tr>\n</thead>\n'
        '<tbody>\n<tr id="action-asb-2"><th scope="row" data-label="Action">Walk</th>'
        '<td data-label="Owner"><p>Police</p>\n<p>TMBC</p></td>'
        '<td class="fill-c9e7cb text-status" data-label="Status">Done</td></tr>\n</tbody>\n</table>'
    )


def test_a_table_in_a_fragment_has_no_looks_of_ours(write: Write) -> None:
    done = Cell((say("Done", "Status"),), fill="#c9e7cb")
    filled = Row((cell("Walk"), cell("Police"), done), origin="actions/asb-2")
    assert write(three(filled), fragment=True) == (
        "<table>\n"
        '<thead>\n<tr><th scope="col">Action</th><th scope="col">Owner</th><th scope="col">Status</th></tr>\n</thead>\n'
        '<tbody>\n<tr id="action-asb-2"><th scope="row">Walk</th><td>Police</td><td>Done</td></tr>\n</tbody>\n</table>'
    )


def test_a_table_without_header_has_no_headings(write: Write) -> None:
    assert cells(write(three(row("a", "b", "c"), header=()))) == ["<td>a</td>", "<td>b</td>", "<td>c</td>"]


def test_an_empty_cell_heads_nothing(write: Write) -> None:
    assert cells(write(three(row("", "b", "c"))))[3].startswith("<td")


def test_a_heading_holds_words_and_nothing_with_headings_of_its_own(write: Write) -> None:
    quoted = Cell((Quote((head("Inner"),)),))
    shown = Cell((Figure(picture(), pt(10), "A map"), say("x")))
    listed = Cell((say("a"), listing("b")))
    written = write(three(*(Row((first, cell("b"), cell("c"))) for first in (quoted, shown, listed))))
    assert [markup[:3] for markup in cells(written)[3::3]] == ["<td", "<td", "<th"]


def test_a_band_heads_the_rows_below_it(write: Write) -> None:
    band = Row((cell("Violence", style="Table Heading", span=3),), band=True)
    written = write(three(row("a", "b", "c"), band, row("d", "e", "f"), band))
    assert written.count("<tbody>") == 3
    assert written.count('<tr class="band filled"><th scope="rowgroup" colspan="3">Violence</th></tr>') == 2


def test_bands_inside_one_another_head_the_same_rows(write: Write) -> None:
    wide, inner = (
        Row((cell(text, style="Table Heading", span=3),), band=depth) for depth, text in ((1, "Violence"), (2, "At night"))
    )
    written = write(three(wide, inner, row("a", "b", "c"), inner, row("d", "e", "f")))
    assert written.count("<tbody>") == 2
    assert '<tr class="band"><th scope="rowgroup" colspan="3">At night</th></tr>' in written


def test_a_total_looks_like_a_band_and_what_goes_on_heads_nothing(write: Write) -> None:
    written = write(
        three(row("a", "b", "c"), Row((cell("on", span=3),), joined=True), evolve(row("d", "e", "f"), total=True))
    )
    assert '<tr class="joined"><td colspan="3">on</td></tr>' in written
    assert '<tr class="filled"><th scope="row" data-label="Action">d</th>' in written


def test_a_cell_is_the_place_of_a_link_to_its_paragraph(write: Write) -> None:
    noted = Cell((Paragraph((Text("words"),), "Table Text", "note-1-text", "1.1"),))
    assert '<th id="note-1-text" scope="row" data-label="Action">1.1\u2002words</th>' in write(
        three(Row((noted, cell("b"), cell("c"))))
    )


def test_a_cell_over_several_columns_is_labelled_by_all_of_them_and_one_over_all_by_none(write: Write) -> None:
    written = write(three(Row((cell("a"), cell("b", span=2))), Row((cell("c", span=3),))))
    assert cells(written)[3:] == [
        '<th scope="row" data-label="Action">a</th>',
        '<td colspan="2" data-label="Owner, Status">b</td>',
        '<th scope="row" colspan="3">c</th>',
    ]


def test_a_label_is_what_all_header_rows_say(write: Write) -> None:
    above = Row((cell("", style="Table Heading"), cell("This year", style="Table Heading", span=2)))
    written = write(three(row("a", "b", "c"), header=(above, HEADER)))
    assert re.findall('data-label="(.*?)"', written) == ["Action", "This year \u2013 Owner", "This year \u2013 Status"]


def test_columns_in_which_no_cell_begins_are_none(write: Write) -> None:
    wide = Row((cell("a"), cell("b", span=2)))
    written = write(Table(WIDTHS, (), (wide, wide)))
    assert written.count("<col>") == 2
    assert "colspan" not in written
    assert "columns-50-50" in written


def test_a_table_of_one_column_need_not_change_on_a_narrow_screen(write: Write) -> None:
    assert write(Table((pt(100),), (), (Row((cell("a"),)),))).startswith('<table class="table-table">\n<tbody>')


def test_a_cell_of_one_paragraph_has_its_style_itself(write: Write) -> None:
    assert cells(write(three(Row((cell("a"), cell("b", style="Caption"), cell("", style="Caption"))))))[4:] == [
        '<td class="text-caption" data-label="Owner">b</td>',
        '<td class="text-caption" data-label="Status"></td>',
    ]


def test_a_table_with_nothing_in_it_is_none(write: Write) -> None:
    assert write(Table(WIDTHS, (), ())) == ""
    assert write(Table((), (), ())) == ""


def test_a_table_in_a_cell_is_a_table_of_its_own(write: Write) -> None:
    inner = Cell((table(row("in", "side"), header=("A", "B")),))
    assert write(three(Row((cell("a"), inner, cell("c"))))).count("<table") == 2


def test_entries_side_by_side_are_a_list(write: Write) -> None:
    entries = (
        Cell((say("Police", "Grid Name"), say("Tel: 101", "Grid Text")), origin="organisations/kent-police"),
        Cell((say("TMBC", "Grid Text"),), fill="#c6e0b4"),
        Cell(()),
    )
    grid = Grid(entries, 2, title="Members")
    assert write(grid) == (
        '<ul class="grid table-grid" role="list" aria-label="Members">\n'
        '<li id="organisation-kent-police"><p class="text-grid-name">Police</p>\n<p>Tel: 101</p></li>\n'
        '<li class="fill-c6e0b4">TMBC</li>\n<li></li>\n</ul>'
    )
    assert write(evolve(grid, title=""), fragment=True).startswith('<ul>\n<li id="organisation-kent-police"><p>Police</p>')
    assert write(Grid((), 2)) == ""
