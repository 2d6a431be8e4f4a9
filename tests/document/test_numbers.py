from __future__ import annotations

import pytest

from cspdocs.document.letterwidths import text_width
from cspdocs.document.nodes import Block, Box, Cell, ContentsEntry, Heading, Paragraph, Row, Table, Text
from cspdocs.document.numbers import NumberRooms, contents_rooms, has_words, number_rooms, read_number
from cspdocs.document.styles import Style
from cspdocs.units import Length, pt
from sheets import document, make_sheet, say


def heading(number: str, level: int = 1) -> Heading:
    return Heading((Text("Aims"),), level, "", number)


def rooms_of(*blocks: Block, size: float = 12) -> NumberRooms:
    return number_rooms(document(*blocks), make_sheet(Style(name="Body", size=pt(size))))


@pytest.mark.parametrize(
    ("text", "pattern", "counts", "lettered"),
    [
        ("2", "%1", (2,), False),
        ("2.1", "%1.%2", (2, 1), False),
        ("12.10.3", "%1.%2.%3", (12, 10, 3), False),
        ("2.", "%1.", (2,), False),
        ("(2)", "(%1)", (2,), False),
        ("Section 3", "Section %1", (3,), False),
        ("Appendix A", "Appendix %1", (1,), True),
        ("Appendix Z.2", "Appendix %1.%2", (26, 2), True),
        ("B1", "%1%2", (2, 1), True),
        ("2025/26", "2025/%1", (26,), False),
    ],
)
def test_a_number_is_taken_apart(text: str, pattern: str, counts: tuple[int, ...], lettered: bool) -> None:
    found = read_number(text)
    assert found is not None
    assert (found.pattern, found.counts, found.lettered) == (pattern, counts, lettered)


@pytest.mark.parametrize("text", ["", "iv", "0", "0.1", "01", "AB", "one", "50%1", "1.2.3.4.5.6.7.8.9.1", "12345"])
def test_what_word_cannot_count_is_no_number(text: str) -> None:
    assert read_number(text) is None


def test_words_below_one_another_begin_at_one_line_where_the_numbers_leave_room() -> None:
    rooms = rooms_of(heading("1"), heading("1.1", 2), Paragraph((Text("a"),), number="1.2"))
    styles = (Style(name="Heading 1", size=pt(16), bold=True), Style(name="Body", size=pt(12)))
    assert {rooms.room(number, style) for number in ("1", "1.1") for style in styles} == {pt(36)}


def test_numbers_of_a_pattern_have_the_room_of_the_widest() -> None:
    rooms = rooms_of(heading("1.1"), heading("12.10"))
    style = Style(name="Heading 1", size=pt(20))
    assert rooms.room("1.1", style) == rooms.room("12.10", style)
    assert rooms.room("12.10", style).pt >= text_width("12.10", 20) + 12
    assert rooms.room("1", style) == pt(36)


def test_bold_numbers_have_more_room() -> None:
    rooms = rooms_of(heading("Appendix A"))
    plain, bold = (rooms.room("Appendix A", Style(name="Heading 1", size=pt(20), bold=weight)) for weight in (False, True))
    assert bold > plain


def test_numbers_in_cells_and_boxes_count_too() -> None:
    inside = Cell((Box((Paragraph((Text("a"),), number="Appendix B"),)),))
    rooms = rooms_of(Table((pt(100),), (), (Row((inside,)),)))
    assert rooms.room("Appendix A", Style(name="Body", size=pt(12))) > pt(60)


def test_without_numbers_there_is_no_room_to_find() -> None:
    assert rooms_of(say("a"), heading("")).widest == {}


def entry(number: str, level: int = 1) -> ContentsEntry:
    return ContentsEntry((Text("Aims"),), "aims", level, number)


def test_levels_of_the_contents_have_the_room_of_their_widest_number() -> None:
    sheet = make_sheet(Style(name="Contents 1", size=pt(12)), Style(name="Contents 2", size=pt(12)))
    rooms = contents_rooms((entry("9"), entry("10"), entry("1.1", 2), entry("")), sheet)
    assert rooms.keys() == {1, 2}
    assert rooms[1] < rooms[2]
    assert rooms[1].pt >= text_width("10", 12) + 7


def test_numbers_with_words_push_no_others_aside() -> None:
    sheet = make_sheet()
    assert contents_rooms((entry("1"), entry("Appendix A")), sheet) == contents_rooms((entry("1"),), sheet)
    assert contents_rooms((entry("Appendix A"),), sheet) == {}
    assert [has_words(number) for number in ("1", "1.1", "A.1", "Appendix A", "iv")] == [False, False, False, True, True]


def test_rooms_are_whole_points() -> None:
    assert all(room % pt(1) == 0 for room in contents_rooms((entry("1"), entry("1.1", 2)), make_sheet()).values())
    assert rooms_of(heading("1"), size=11.3).room("1", Style(name="Heading 1", size=pt(13.7))) % pt(1) == Length(0)
