"""Vector pictures: shapes in their order, the later over the earlier. Neutral of any format.

Coordinates and sizes are points as plain floats, from the top left corner of the drawing, y growing downwards. A figure
that is printed larger or smaller than its drawing enlarges or reduces all of it, the letters too.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, assert_never

from cspdocs.values import evolve, frozen

Anchor = Literal["start", "middle", "end"]
Point: TypeAlias = tuple[float, float]


@frozen
class Rectangle:
    """A rectangle. `fill` and `stroke` are colours as `#rrggbb`, empty for none; so in all shapes."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0


@frozen
class Line:
    """A straight line between two points."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str = "#000000"
    stroke_width: float = 1.0


@frozen
class Polyline:
    """Straight lines from point to point, not closed and not filled. At least two points."""

    points: tuple[Point, ...]
    stroke: str = "#000000"
    stroke_width: float = 1.0


@frozen
class Polygon:
    """An area with straight edges, closed by itself. At least three points."""

    points: tuple[Point, ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0


@frozen
class Label:
    """Words on one line. `y` is the line they stand on; `anchor` says which point of them is at `x`."""

    text: str
    x: float
    y: float
    size: float = 12.0
    anchor: Anchor = "start"
    colour: str = "#000000"
    bold: bool = False


Shape: TypeAlias = Rectangle | Line | Polyline | Polygon | Label


@frozen
class Drawing:
    """A vector picture. Its labels are text of the document, read in the order of the shapes."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The words in it, in their order; nothing that is empty."""
        return tuple(shape.text for shape in self.shapes if isinstance(shape, Label) and shape.text)

    def scaled(self, factor: float) -> Drawing:
        """The drawing so many times as large."""
        return Drawing(self.width * factor, self.height * factor, tuple(_scaled(shape, factor) for shape in self.shapes))


def _scaled(shape: Shape, factor: float) -> Shape:
    match shape:
        case Rectangle(x, y, width, height, fill, stroke, stroke_width):
            return Rectangle(x * factor, y * factor, width * factor, height * factor, fill, stroke, stroke_width * factor)
        case Line(x1, y1, x2, y2, stroke, stroke_width):
            return Line(x1 * factor, y1 * factor, x2 * factor, y2 * factor, stroke, stroke_width * factor)
        case Polyline(points) | Polygon(points):
            moved = tuple((x * factor, y * factor) for x, y in points)
            return evolve(shape, points=moved, stroke_width=shape.stroke_width * factor)
        case Label(_, x, y, size):
            return evolve(shape, x=x * factor, y=y * factor, size=size * factor)
        case _:
            assert_never(shape)
