from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cspdocs.backends.html.colours import READABLE, is_grey, mixed, on, readable
from cspdocs.document.contrast import contrast

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(colours, colours)
def test_any_colour_becomes_readable_on_any_ground(colour: str, ground: str) -> None:
    assert contrast(readable(colour, (ground,)), ground) >= READABLE


@given(colours)
def test_black_or_white_can_be_read_on_any_ground(ground: str) -> None:
    assert contrast(on(ground), ground) >= READABLE


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable("#1f3864", ("#ffffff", "#dde5f0")) == "#1f3864"


def test_a_colour_that_cannot_be_read_keeps_its_hue() -> None:
    red, green, blue = (int(readable("#7fb2ff", ("#ffffff",))[place : place + 2], 16) for place in (1, 3, 5))
    assert red < green < blue


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert [mixed("#000000", "#ffffff", share) for share in (0.0, 0.5, 1.0)] == ["#ffffff", "#808080", "#000000"]


def test_greys_have_no_hue() -> None:
    assert is_grey("#595959")
    assert not is_grey("#1f3864")
