from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.compose.widths import Widths, share_widths
from cspdocs.document.nodes import Cell, List, ListItem, Paragraph, Row, Text
from cspdocs.template.template import load_template
from cspdocs.units import Length, mm

SHEET = load_template("plain").sheet
STYLE = SHEET.tables["Table"]
ROOM = mm(160)
EDGES = STYLE.padding_left + STYLE.padding_right


def row(*texts: str, style: str = "Table Text") -> Row:
    return Row(tuple(Cell((Paragraph((Text(text),), style),)) for text in texts))


def share(asked: list[Length | None], header: Row, *rows: Row, room: Length = ROOM, alike: bool = False) -> Widths:
    return share_widths(asked, (header,), rows, STYLE, SHEET, room, alike=alike, blanks=("\u2013",))


def test_columns_have_the_widths_they_ask_for_and_one_that_asks_for_none_the_rest() -> None:
    assert share([mm(60), None, mm(30)], row("a", "b", "c")).columns == (mm(60), mm(70), mm(30))


def test_widths_for_all_columns_may_pass_the_text_by_the_white_space_at_the_edges() -> None:
    wide = (mm(80), Length(mm(80) + EDGES))
    assert share([*wide], row("a", "b")).columns == wide
    assert sum(share([mm(80), Length(wide[1] + mm(1))], row("a", "b")).columns) <= ROOM


def test_columns_without_a_width_share_by_what_stands_in_them() -> None:
    told = row("1.1", "Walk the streets. " * 20, "Done")
    no, title, status = share([None] * 3, row("No.", "Action", "Status"), told).columns
    assert title > 2 * status
    assert status >= no


def test_where_nothing_need_be_broken_all_are_made_wider_alike() -> None:
    one, two = share([None] * 2, row("Year", "Reports of theft"), row("2024", "12")).columns
    assert one + two == pytest.approx(ROOM, abs=2)
    assert two > one


def test_asked_to_be_alike_they_are_unless_a_word_needs_more() -> None:
    short = share([None] * 4, row("A", "B", "C", "D"), room=mm(80), alike=True).columns
    assert len(set(short)) == 1
    wide, *others = share([None] * 4, row("Responsibilities", "B", "C", "D"), room=mm(80), alike=True).columns
    assert wide > mm(20) > others[0] == others[1] == others[2]


def test_a_column_to_be_filled_in_by_hand_is_as_wide_as_others() -> None:
    written = "Words that somebody wrote. " * 4
    one, blank, two = share([None] * 3, row("A", "B", "C"), row(written, "\u2013", written)).columns
    assert blank == pytest.approx(one, rel=0.05)
    assert one == two


def test_those_with_a_width_give_way_where_the_longest_words_of_others_would_be_cut() -> None:
    first, second = share([mm(150), None], row("A", "Responsibilities")).columns
    assert first < mm(150)
    assert first + second == pytest.approx(ROOM, abs=2)


def test_where_not_all_words_fit_those_of_the_longest_are_cut_and_it_is_told() -> None:
    shared = share([None] * 4, row("No.", "Responsibilities", "Accountabilities", "Yes"), room=mm(60))
    assert shared.cut == ("Responsibilities", "Accountabilities")
    assert shared.columns[1] == shared.columns[2] > shared.columns[0]
    assert sum(shared.columns) <= mm(60)


def test_addresses_and_rows_across_columns_are_not_measured() -> None:
    across = Row((Cell((Paragraph((Text("Unbreakable" * 9),)),), 2),))
    address = row("www.example.gov.uk/" + "x" * 60, "b")
    assert share([None] * 2, row("A", "B"), across, address).cut == ()


def test_the_indent_of_bullets_counts() -> None:
    listed = Row((Cell((List((ListItem((Paragraph((Text("Responsibilities"),)),)),)),)), Cell((Paragraph((Text("b"),)),))))
    plain = share([None] * 2, row("A", "B"), row("Responsibilities", "b"), room=mm(50)).columns
    assert share([None] * 2, row("A", "B"), listed, room=mm(50)).columns[0] > plain[0]


@given(
    st.lists(st.tuples(st.none() | st.integers(-9, 400), st.text("ab -\u2013", max_size=60)), min_size=1, max_size=9),
    st.integers(1, 300),
    st.booleans(),
)
def test_no_table_is_wider_than_the_page_and_no_column_is_lost(
    columns: list[tuple[int | None, str]], room: int, alike: bool
) -> None:
    asked = [None if width is None else mm(width) for width, _ in columns]
    shared = share(asked, row(*(text for _, text in columns)), room=mm(room), alike=alike)
    assert len(shared.columns) == len(columns)
    assert sum(shared.columns) <= mm(room) + EDGES
    assert all(width > 0 for width in shared.columns)
