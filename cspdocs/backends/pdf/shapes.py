"""Shapes of vector pictures as operators of a content stream, and the numbers and colours in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from cspdocs.document.drawing import Label, Line, Point, Polygon, Polyline, Rectangle, Shape


def write_shape(shape: Shape, left: float, top: float) -> list[bytes]:
    """The operators that draw a shape, in a graphics state of its own, in a drawing whose top left corner is there.

    Labels are text, which is written elsewhere.
    """
    match shape:
        case Rectangle(x, y, width, height):
            area = (left + x, top - y - height, width, height)
            path = [b"%s %s %s %s re" % tuple(map(written, area))]
            return [*_pen(shape.stroke, shape.stroke_width, shape.fill), *path, _paint(shape.stroke, shape.fill)]
        case Polygon(points):
            path = [*_path(points, left, top), b"h"]
            return [*_pen(shape.stroke, shape.stroke_width, shape.fill), *path, _paint(shape.stroke, shape.fill)]
        case Line(x1, y1, x2, y2):
            return [*_pen(shape.stroke, shape.stroke_width), *_path(((x1, y1), (x2, y2)), left, top), b"S"]
        case Polyline(points):
            return [*_pen(shape.stroke, shape.stroke_width), *_path(points, left, top), b"S"]
        case Label():
            return []
        case _:
            assert_never(shape)


def written(number: float) -> bytes:
    """A number with two decimals, as short as it can be written."""
    return (b"%.2f" % number).rstrip(b"0").rstrip(b".")


def rgb(colour: str) -> bytes:
    """`#rrggbb` as three numbers between 0 and 1."""
    return b" ".join((b"%.3f" % (int(colour[start : start + 2], 16) / 255)).rstrip(b"0").rstrip(b".") for start in (1, 3, 5))


def _pen(stroke: str, width: float, fill: str = "") -> list[bytes]:
    pen = [b"%s RG %s w 1 j" % (rgb(stroke), written(width))] if stroke else []
    return [*pen, b"%s rg" % rgb(fill)] if fill else pen


def _path(points: Sequence[Point], left: float, top: float) -> list[bytes]:
    return [
        b"%s %s %s" % (written(left + x), written(top - y), b"l" if number else b"m") for number, (x, y) in enumerate(points)
    ]


def _paint(stroke: str, fill: str) -> bytes:
    """Fills, strokes, both or neither."""
    return (b"B" if stroke else b"f") if fill else (b"S" if stroke else b"n")
