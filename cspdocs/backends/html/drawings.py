"""Vector pictures as SVG inside the page, with their labels as text.

A drawing is fitted to the page as far as its words can be read; on a narrow screen what has no room is scrolled to.
"""

from __future__ import annotations

from typing import assert_never

from cspdocs.backends.html.markup import block, element
from cspdocs.backends.html.story import Story
from cspdocs.document.drawing import Drawing, Label, Line, Polygon, Polyline, Rectangle, Shape
from cspdocs.document.nodes import Figure
from cspdocs.units import Length

_PIXELS_PER_INCH = 96
_WIDE = 64
"""So many letters wide is a drawing whose words could not be read any more where it is fitted to a large screen."""


def write_drawing(figure: Figure, drawing: Drawing, story: Story) -> str:
    """The drawing, which is one picture to those who hear it; decoration is hidden from them.

    Its colours are those of paper, whatever the screen's: it brings its own ground.
    """
    shapes = [_write_shape(shape, story, figure.origin) for shape in drawing.shapes]
    box = f"0 0 {_number(drawing.width)} {_number(drawing.height)}"
    role, name, hidden = ("img", figure.description, None) if figure.description else (None, None, "true")
    if story.fragment:
        ground = element("rect", "", width="100%", height="100%", fill="#ffffff")
        width, height = (round(length.inch * _PIXELS_PER_INCH) for length in (figure.width, figure.height))
        return block(
            "svg",
            ground,
            *shapes,
            viewBox=box,
            width=max(1, width),
            height=max(1, height),
            role=role,
            aria_label=name,
            aria_hidden=hidden,
        )
    size = story.options.sheet.styles["Body"].size
    # Only what can be scrolled needs a place for the keyboard, and only a picture with words may not shrink at will.
    reach, kind = (0, "drawing worded") if drawing.labels else (None, "drawing")
    kind += " wide" if figure.width > _WIDE * size else ""
    svg = block(
        "svg", *shapes, viewBox=box, width=_ems(figure.width, size), height=_ems(figure.height, size), aria_hidden="true"
    )
    return block("div", svg, class_=kind, role=role, aria_label=name, aria_hidden=hidden, tabindex=reach)


def _write_shape(shape: Shape, story: Story, origin: str) -> str:
    match shape:
        case Rectangle(x, y, width, height, fill, stroke, thick):
            place = {"x": _number(x), "y": _number(y), "width": _number(width), "height": _number(height)}
            return element("rect", "", **place, **_paint(fill, stroke, thick))
        case Line(x1, y1, x2, y2, stroke, thick):
            ends = {"x1": _number(x1), "y1": _number(y1), "x2": _number(x2), "y2": _number(y2)}
            return element("line", "", **ends, **_paint("", stroke, thick))
        case Polyline(points, stroke, thick):
            return element("polyline", "", points=_points(points), **_paint("", stroke, thick))
        case Polygon(points, fill, stroke, thick):
            return element("polygon", "", points=_points(points), **_paint(fill, stroke, thick))
        case Label(text):
            return _write_label(shape, story.text(text, origin)) if text else ""
        case _:
            assert_never(shape)


def _write_label(label: Label, words: str) -> str:
    return element(
        "text",
        words,
        x=_number(label.x),
        y=_number(label.y),
        font_size=_number(label.size),
        font_weight="bold" if label.bold else None,
        text_anchor=label.anchor if label.anchor != "start" else None,
        fill=label.colour,
    )


def _paint(fill: str, stroke: str, thick: float) -> dict[str, str]:
    paint = {"fill": fill or "none"}
    return {**paint, "stroke": stroke, "stroke_width": _number(thick)} if stroke else paint


def _points(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _ems(length: Length, size: Length) -> str:
    """A length on paper, as many letters wide on the screen."""
    return f"{max(0.1, length / size):.4g}em"


def _number(value: float) -> str:
    return f"{round(value, 2):g}"
