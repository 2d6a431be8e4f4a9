from __future__ import annotations

import pytest

from cspdocs.document.contrast import contrast, luminance, with_contrast
from cspdocs.document.styles import StyleSheet
from sheets import make_sheet


def test_black_on_white_has_the_greatest_contrast_there_is() -> None:
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == 21.0
    assert contrast("#c2570c", "#c2570c") == 1.0


@pytest.mark.parametrize(("colour", "ratio"), [("#767676", 4.54), ("#949494", 3.03), ("#0563c1", 5.89)])
def test_known_colours_have_their_known_contrast_with_white(colour: str, ratio: float) -> None:
    assert contrast(colour, "#ffffff") == pytest.approx(ratio, abs=0.01)


def test_green_is_the_brightest_of_the_three() -> None:
    assert luminance("#00ff00") > luminance("#ff0000") > luminance("#0000ff")


@pytest.mark.parametrize("colour", ["#ffff00", "#ffe699", "#ffffff", "#8fbcd4"])
def test_a_pale_colour_is_made_darker_until_it_can_be_seen(colour: str) -> None:
    made = with_contrast(colour, "#ffffff", 3.0)
    assert 3.0 <= contrast(made, "#ffffff") < 4.0


def test_on_a_dark_ground_a_colour_is_made_lighter() -> None:
    assert luminance(with_contrast("#1f4e79", "#101010", 3.0)) > luminance("#1f4e79")


def test_a_colour_that_can_be_seen_stays() -> None:
    assert with_contrast("#1f4e79", "#ffffff", 3.0) == "#1f4e79"


def test_more_contrast_than_there_is_ends_in_black_or_white() -> None:
    assert with_contrast("#808080", "#ffffff", 30.0) == "#000000"


def test_words_still_to_be_filled_in_can_be_read_by_everybody() -> None:
    sheet: StyleSheet = make_sheet()
    assert contrast(sheet.unfilled_text, sheet.unfilled_fill) >= 7
