"""How series are told apart, not by colour alone: patterns of bars, shapes of points, and the legend that names them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import cos, pi, sin
from typing import Final, TypeAlias

from cspdocs.document.charts.figures import ChartLook
from cspdocs.document.drawing import Label, Point, Polygon, Polyline, Rectangle, Shape
from cspdocs.document.letterwidths import text_width

Area: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height."""

_OUTLINE: Final = 1.2
_STRIPE: Final = 1.5
_APART: Final = 5.0
_LEAST_FOR_STRIPES: Final = 4.0
_TINT: Final = 0.72
_LINE: Final = 1.25
"""The height of a line of letters, in ems."""
_ABOVE: Final = 0.8
_BELOW: Final = 0.1
"""How far figures reach above and below the line they stand on, in ems."""

_MARKERS: Final = ((20, 0.0, 1.0), (4, pi / 4, 1.25), (3, -pi / 2, 1.35), (4, 0.0, 1.4), (3, pi / 2, 1.35), (0, 0.0, 1.5))
"""The corners of the marks of points, how they are turned, and how far they reach to look as large as a circle."""


def bar(area: Area, number: int, look: ChartLook) -> list[Shape]:
    """A bar of the series of that number: plain, striped upwards, pale, striped downwards, striped across, upright."""
    colour = look.colour(number)
    x, y, width, height = area
    pattern = number % 6
    fill = _mixed(colour, look.background, _TINT) if pattern == 2 else colour
    if pattern == 0:
        return [Rectangle(*area, fill=fill)]
    inset = _OUTLINE / 2
    within = (x + inset, y + inset, max(0.0, width - _OUTLINE), max(0.0, height - _OUTLINE))
    outline = Rectangle(*within, stroke=colour, stroke_width=_OUTLINE)
    if pattern == 2 or min(width, height) < _LEAST_FOR_STRIPES:
        return [Rectangle(*area, fill=fill), outline]
    points = {1: _rising, 3: _falling, 4: _across, 5: _upright}[pattern](x, y, width, height)
    stripes = [Polyline(points, look.background, _STRIPE)] if len(points) > 1 else []
    return [Rectangle(*area, fill=fill), *stripes, outline]


def marker(x: float, y: float, number: int, look: ChartLook, radius: float = 3.6) -> Polygon:
    """A point of the series of that number: circle, square, triangle, diamond, triangle on its tip, star."""
    corners, turn, reach = _MARKERS[number % len(_MARKERS)]
    around = [(1.0, turn + 2 * pi * corner / corners) for corner in range(corners)]
    if not corners:
        around = [(1.0 if corner % 2 else 0.42, pi * corner / 5 + pi / 10) for corner in range(10)]
    points = tuple((x + radius * reach * far * cos(angle), y + radius * reach * far * sin(angle)) for far, angle in around)
    return Polygon(points, fill=look.colour(number), stroke=look.background, stroke_width=0.6)


def legend(
    names: Sequence[str], look: ChartLook, size: float, swatch: Callable[[float, float, int], Sequence[Shape]]
) -> tuple[list[Shape], float]:
    """The names of series side by side, in as many rows as they need, and the height of it all.

    `swatch` draws the mark of a series in the middle of a place of 18 by `size` points.
    """
    shapes: list[Shape] = []
    x, y = 0.0, 0.0
    for number, name in enumerate(names):
        wide = 24 + text_width(name, size)
        if x and x + wide > look.width:
            x, y = 0.0, y + size * 1.5
        shapes += swatch(x + 9, y + size * 0.65, number)
        shapes.append(Label(name, x + 24, y + size, size, colour=look.ink))
        x += wide + size * 1.5
    return shapes, y + size * 2.1


def on_ground(label: Label, look: ChartLook) -> tuple[Shape, Shape]:
    """A figure on the colour of the background, so that no line of the grid runs through it."""
    width = text_width(label.text, label.size)
    left = label.x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    start, end = max(0.0, left), min(look.width, left + width)
    top, height = label.y - label.size * _ABOVE, label.size * (_ABOVE + _BELOW)
    return Rectangle(start, top, max(0.0, end - start), height, fill=look.background), label


def lines_of(texts: Sequence[str], x: float, y: float, label: Label) -> Iterator[Label]:
    """Lines below one another, the first standing on `y`, that look like `label`."""
    for number, text in enumerate(texts):
        yield Label(text, x, y + number * label.size * _LINE, label.size, label.anchor, label.colour, label.bold)


def line_height(size: float) -> float:
    """The distance between two lines of letters of that size."""
    return size * _LINE


def _mixed(colour: str, other: str, part: float) -> str:
    """A colour with so great a part of another in it."""
    pairs = ((int(colour[start : start + 2], 16), int(other[start : start + 2], 16)) for start in (1, 3, 5))
    return "#" + "".join(f"{round(one + (two - one) * part):02x}" for one, two in pairs)


def _rising(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    """One line that goes to and fro across an area, from lower left to upper right, along its edges between."""
    points: list[Point] = []
    reach = _APART
    while reach < width + height:
        low = (x + max(0.0, reach - height), y + min(height, reach))
        high = (x + min(width, reach), y + max(0.0, reach - width))
        forth = len(points) % 4 in (0, 3)
        start, end = (low, high) if forth else (high, low)
        points += [start, end]
        reach += _APART * 1.4
    return _along_edges(points, (x, y, width, height))


def _falling(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    return tuple((2 * x + width - left, top) for left, top in _rising(x, y, width, height))


def _across(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    rows = range(1, int(height / _APART))
    ends = ((x, x + width) if row % 2 else (x + width, x) for row in rows)
    return tuple((end, y + row * _APART) for row, pair in zip(rows, ends, strict=True) for end in pair)


def _upright(x: float, y: float, width: float, height: float) -> tuple[Point, ...]:
    return tuple((x + down - y, y + across - x) for across, down in _across(x, y, height, width))


def _along_edges(points: Sequence[Point], area: Area) -> tuple[Point, ...]:
    """The points with the corners between those that stand on two edges of an area."""
    x, y, width, height = area
    found: list[Point] = []
    for point in points:
        if found and found and abs(found[-1][0] - point[0]) > 1e-6 and abs(found[-1][1] - point[1]) > 1e-6:
            corners = ((x, y + height), (x + width, y), (x, y), (x + width, y + height))
            last = found[-1]
            joint = next((c for c in corners if c in ((last[0], point[1]), (point[0], last[1]))), None)
            if joint and not _is_stripe(last, point):
                found.append(joint)
        found.append(point)
    return tuple(found)


def _is_stripe(one: Point, other: Point) -> bool:
    """Whether a line from one point to the other rises as stripes do."""
    return abs((other[0] - one[0]) + (other[1] - one[1])) < 1e-6
