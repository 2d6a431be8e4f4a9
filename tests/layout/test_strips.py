from __future__ import annotations

import pytest

from cspdocs.layout.paged import PlacedFill, PlacedImage, PlacedLink, PlacedRule, PlacedText
from cspdocs.layout.strips import Column, Notch, Strip, bottoms_of, pour, stack_height
from sheets import face, picture


def test_everything_placed_can_be_set_lower() -> None:
    image = picture()
    items = [
        PlacedText(1, 2, "word", face(), 10, "#000000", 20, None),
        PlacedRule(1, 2, 3, 4, 0.5, "#000000"),
        PlacedFill(1, 2, 3, 4, "#ffffff"),
        PlacedImage(1, 2, 3, 4, image, None),
    ]
    assert [item.lowered(100) for item in items] == [
        PlacedText(1, 102, "word", face(), 10, "#000000", 20, None),
        PlacedRule(1, 102, 3, 104, 0.5, "#000000"),
        PlacedFill(1, 102, 3, 4, "#ffffff"),
        PlacedImage(1, 102, 3, 4, image, None),
    ]
    link = PlacedLink(1, 2, 3, 4, "tel:1", "call", None)
    assert link.lowered(100) == PlacedLink(1, 102, 3, 4, "tel:1", "call", None)


def test_of_two_spaces_that_meet_the_larger_counts() -> None:
    assert stack_height([Strip(10, after=3), Strip(10, before=5), Strip(10, before=1)]) == pytest.approx(36)
    assert stack_height([Strip(10, after=7), Strip(10, before=5)]) == pytest.approx(27)


def test_space_at_the_ends_of_a_stack_does_not_count() -> None:
    assert stack_height([Strip(10, before=50, after=50)]) == 10
    assert stack_height([]) == 0


def test_a_column_is_made_narrower_from_both_sides() -> None:
    assert Column(40, 200, 300).inset(10, 20) == Column(50, 170, 300)


def test_something_of_a_column_is_always_left() -> None:
    assert Column(40, 10, 300).inset(8, 8).width == 1


def test_strips_poured_into_another_stand_as_far_down_as_they_do_in_a_stack() -> None:
    content = [Strip(10, before=9, after=3), Strip(20, before=5), Strip(30)]
    row = Strip(100)
    pour(content, row, 7)
    assert row.inner == [(7, content[0]), (22, content[1]), (42, content[2])]
    assert bottoms_of(content) == [10, 35, 65]


def test_a_column_without_a_picture_is_the_same_all_the_way() -> None:
    column = Column(40, 200, 300)
    assert column.narrow is column.below([Strip(10)]) is column
    assert column.lines_beside(0, 10) == 0


def test_a_column_beside_a_picture_is_narrower_at_its_side() -> None:
    assert Column(40, 200, 300, Notch(90, 0, 50)).inset(10).narrow == Column(140, 100, 300)
    assert Column(40, 200, 300, Notch(0, 90, 50)).inset(10).narrow == Column(50, 100, 300)


def test_lines_stand_beside_a_picture_if_they_begin_beside_it() -> None:
    column = Column(40, 200, 300, Notch(90, 0, 50))
    assert [column.lines_beside(0, height) for height in (10, 12, 50, 60)] == [5, 5, 1, 1]


def test_white_space_counts_only_below_what_stands_beside_the_picture_already() -> None:
    column = Column(40, 200, 300, Notch(90, 0, 50))
    assert column.lines_beside(30, 10) == 5
    below = column.below([Strip(10, before=30, after=6), Strip(4, after=8)])
    assert below.notch == Notch(90, 0, 30, 8)
    assert [below.lines_beside(before, 10) for before in (0, 11, 30, 40)] == [3, 2, 0, 0]


def test_below_the_picture_the_column_has_its_whole_width() -> None:
    column = Column(40, 200, 300, Notch(90, 0, 50))
    assert column.below([Strip(50)]) == Column(40, 200, 300)
