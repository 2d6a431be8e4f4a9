from __future__ import annotations

import pytest

from cspdocs.layout.paged import PlacedFill, PlacedImage, PlacedLink, PlacedRule, PlacedText
from cspdocs.layout.strips import Column, Strip, everything, stack_height
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


def test_a_strip_knows_all_strips_in_it_and_how_far_down_they_stand() -> None:
    line = Strip(12)
    cell = Strip(40, inner=[(5.0, line)])
    row = Strip(50, inner=[(1.0, cell)])
    assert list(everything(row, 100)) == [(100, row), (101, cell), (106, line)]


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
