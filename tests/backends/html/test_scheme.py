from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.backends.html.colours import READABLE
from cspdocs.backends.html.scheme import scheme
from cspdocs.document.contrast import contrast
from cspdocs.document.styles import BoxStyle, Style, StyleSheet, TableStyle
from cspdocs.template.template import load_template
from cspdocs.values import evolve
from sheets import make_sheet

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@st.composite
def sheets(draw: st.DrawFn) -> StyleSheet:
    """Looks in any colours, also in such as nobody can read."""
    styles = (Style(name=name, colour=draw(colours)) for name in ("Body", "Title", "Heading 1", "Caption"))
    table = TableStyle(name="Table", header_fill=draw(st.just("") | colours))
    boxes = {"Box": BoxStyle(name="Box", fill=draw(st.just("") | colours))}
    return evolve(make_sheet(*styles, table), link_colour=draw(colours), boxes=boxes)


@given(sheets(), st.booleans(), colours, colours)
def test_everything_can_be_read_by_day_and_by_night_whatever_the_template(
    sheet: StyleSheet, dark: bool, colour: str, fill: str
) -> None:
    made = scheme(sheet, dark=dark)
    for text in (made.text, made.muted, made.link, made.ink(colour)):
        assert contrast(text, made.ground) >= READABLE
        assert contrast(text, made.tint) >= READABLE
        assert all(contrast(text, pale) >= READABLE for pale in made.pale)
    assert contrast(made.on_accent, made.accent) >= READABLE
    assert contrast(made.ink_on(fill, colour), made.fill(fill)) >= READABLE


@given(sheets())
def test_the_night_is_darker_than_the_day(sheet: StyleSheet) -> None:
    day, night = scheme(sheet, dark=False), scheme(sheet, dark=True)
    assert contrast(night.ground, "#000000") < contrast(day.ground, "#000000")
    assert contrast(night.ground, "#ffffff") > 10


def test_the_councils_colours_are_kept_by_day() -> None:
    made = scheme(load_template("tonbridge-malling").sheet, dark=False)
    assert (made.accent, made.tint, made.link, made.muted) == ("#1f3864", "#dde5f0", "#0b4f9e", "#595959")
    assert made.fill("#c9e7cb") == "#c9e7cb"


@pytest.mark.parametrize(("title", "accent"), [("#1f3864", "#1f3864"), ("#000000", "#0563c1"), ("#808080", "#0563c1")])
def test_where_no_heading_has_a_colour_that_of_links_is_the_councils(title: str, accent: str) -> None:
    assert scheme(make_sheet(Style(name="Title", colour=title)), dark=False).accent == accent
