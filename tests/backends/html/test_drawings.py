from __future__ import annotations

import re
from collections.abc import Callable

from cspdocs.document.drawing import Drawing, Label, Line, Polygon, Polyline, Rectangle
from cspdocs.document.nodes import Figure, Text
from cspdocs.units import pt

SHAPES = (
    Rectangle(1, 2.5, 30, 10, "#1f4e79"),
    Rectangle(0, 0, 5, 5, "", "#000000", 0.5),
    Line(0, 0, 10, 0.126),
    Polyline(((0, 0), (1.5, 2))),
    Polygon(((0, 0), (4, 0), (4, 4)), "#c55a11"),
    Label("R&D", 20, 10, 9, "middle", bold=True),
    Label("", 0, 0),
)
DRAWING = Drawing(120, 60, SHAPES)


def test_every_shape_is_drawn_where_it_stands_and_labels_are_text(write: Callable[..., str]) -> None:
    written = write(Figure(DRAWING, pt(120), "A chart"))
    assert re.findall(r"<(?:rect|line|poly\w+|text) .*", written) == [
        '<rect x="1" y="2.5" width="30" height="10" fill="#1f4e79"></rect>',
        '<rect x="0" y="0" width="5" height="5" fill="none" stroke="#000000" stroke-width="0.5"></rect>',
        '<line x1="0" y1="0" x2="10" y2="0.13" fill="none" stroke="#000000" stroke-width="1"></line>',
        '<polyline points="0,0 1.5,2" fill="none" stroke="#000000" stroke-width="1"></polyline>',
        '<polygon points="0,0 4,0 4,4" fill="#c55a11"></polygon>',
        '<text x="20" y="10" font-size="9" font-weight="bold" text-anchor="middle" fill="#000000">R&amp;D</text>',
    ]
    assert '<svg viewBox="0 0 120 60" ' in written


def test_a_drawing_is_one_picture_that_can_be_scrolled_by_the_keyboard(write: Callable[..., str]) -> None:
    written = write(Figure(DRAWING, pt(120), "A chart", (Text("Reports"),)))
    assert written.startswith(
        '<figure class="text-figure">\n<div class="drawing worded" role="img" aria-label="A chart" tabindex="0">\n<svg '
    )
    assert '<figcaption class="text-caption">Reports</figcaption>' in written


def test_a_drawing_as_wide_as_a_sheet_may_be_fitted_to_a_large_screen_and_a_wider_one_not(write: Callable[..., str]) -> None:
    assert '<div class="drawing worded"' in write(Figure(DRAWING, pt(600), "A chart"))
    assert '<div class="drawing worded wide"' in write(Figure(DRAWING, pt(1000), "A chart"))


def test_a_drawing_that_nobody_described_is_described_by_its_labels(write: Callable[..., str]) -> None:
    assert 'aria-label="R&amp;D"' in write(Figure(DRAWING, pt(120), None))


def test_one_without_words_is_decoration_and_shrinks(write: Callable[..., str]) -> None:
    written = write(Figure(Drawing(20, 20, SHAPES[:1]), pt(20), None))
    assert '<div class="drawing" aria-hidden="true">' in written
    assert "tabindex" not in written


def test_a_fragment_has_the_drawing_on_a_ground_of_its_own(write: Callable[..., str]) -> None:
    written = write(Figure(DRAWING, pt(72), "A chart"), fragment=True)
    assert (
        '<svg viewBox="0 0 120 60" width="96" height="48" role="img" aria-label="A chart">\n<rect width="100%" ' in written
    )
    assert "class=" not in written
