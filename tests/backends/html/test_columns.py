from __future__ import annotations

import pytest

from cspdocs.backends.html.columns import Columns
from cspdocs.document.nodes import Row, Table
from cspdocs.units import pt
from sheets import cell, row

WIDTHS = (pt(50), pt(30), pt(20))


def columns(*rows: Row, header: tuple[Row, ...] = ()) -> Columns:
    return Columns.of(Table(WIDTHS, header, rows))


def test_columns_have_their_parts_of_the_width() -> None:
    made = columns(row("a", "b", "c"))
    assert (made.starts, made.shares) == ((0, 1, 2), (50, 30, 20))


def test_columns_in_which_no_cell_begins_are_none() -> None:
    made = columns(Row((cell("a"), cell("b", span=2))))
    assert (made.starts, made.shares) == ((0, 1), (50, 50))
    assert [made.span(0, 1), made.span(1, 2), made.span(0, 3)] == [1, 1, 2]


def test_a_table_without_rows_has_none() -> None:
    assert columns().starts == ()


def test_a_label_is_what_all_header_rows_say_above_the_cell() -> None:
    above = Row((cell(""), cell("This year", span=2)))
    made = columns(row("a", "b", "c"), header=(above, row("Kind", "Spring", "Autumn")))
    assert made.label(0, 1) == "Kind"
    assert made.label(1, 1) == "This year \u2013 Spring"
    assert made.label(1, 2) == "This year \u2013 Spring, This year \u2013 Autumn"
    assert made.label(0, 3) == ""


@pytest.mark.parametrize(
    ("cells", "room"),
    [
        (("a", "b", "c"), 8),
        # A word is never broken: 3 paddings of 1.5 rem, and 14 letters of half a rem.
        (("neighbourhoods", "", ""), 12),
        # A text needs no more than lines of twenty letters.
        (("We walk the High Street on Friday and Saturday nights.", "", ""), 16),
        (("We walk the High Street on Friday and Saturday nights.",) * 3, 36),
        # An address of any length may be broken.
        (("https://" + "x" * 500, "", ""), 28),
    ],
)
def test_a_table_needs_room_for_what_it_says(cells: tuple[str, ...], room: int) -> None:
    assert columns(row(*cells)).room == room


def test_headings_need_room_for_their_words_alone() -> None:
    header = (row("Between April and June", "x", "x"),)
    assert columns(row("1", "2", "3"), header=header).room == columns(row("Between", "2", "3")).room


def test_a_cell_over_several_columns_asks_for_nothing() -> None:
    assert columns(Row((cell("neighbourhoods " * 9, span=3),))).room == 8
