from __future__ import annotations

import pytest

from cspdocs.document.contrast import contrast
from cspdocs.template.doctor.colours import COLOUR_BLIND, WHITE, difference, nearest_readable


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("#ffff00", "#000000", 19.56),
    ],
)
def test_contrast_is_that_of_the_guidelines_either_way_round(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


def test_red_and_green_differ_for_most_eyes_and_hardly_for_some() -> None:
    red, green = "#d9a0a0", "#a9b78a"
    assert difference(red, green) > 0.1
    assert difference(red, green, COLOUR_BLIND["deuteranopia"]) < 0.05


def test_black_and_white_are_as_far_apart_as_can_be_in_every_sight() -> None:
    for sight in COLOUR_BLIND.values():
        assert difference("#000000", WHITE, sight) == pytest.approx(1, abs=0.001)
    assert difference("#123456", "#123456") == 0


@pytest.mark.parametrize(("text", "background"), [("#999999", WHITE), ("#555555", "#222222"), ("#00ff00", "#ffffcc")])
def test_the_nearest_readable_shade_can_be_read_and_is_no_further_than_needed(text: str, background: str) -> None:
    shade = nearest_readable(text, background, 4.5)
    assert 4.5 <= contrast(shade, background) < 4.8


def test_where_no_shade_can_be_read_it_is_black_or_white() -> None:
    assert nearest_readable("#777777", "#777777", 10) == "#000000"
