"""What lines are made of: runs of text in one face, and the parts of them that stand on a line."""

from __future__ import annotations

from typing import Final, NamedTuple

from cspdocs.layout.fonts import Face
from cspdocs.layout.paged import Element

FORCED_BREAK: Final = "\n"
"""Begins a new line inside the text of a span."""


class Span(NamedTuple):
    """Text in one face and colour. `target` is where it leads if it is part of a link, `fill` the colour behind it."""

    text: str
    face: Face
    colour: str
    element: Element | None
    target: str = ""
    fill: str = ""


class Segment(NamedTuple):
    """A part of a line that lies in one span. `x` counts from the start of the line, in points.

    `text` may end in a space that `width` does not count: the space at which the line was broken. It is invisible but
    keeps the words apart for whoever reads the text back.
    """

    span: Span
    text: str
    x: float
    width: float


class Line(NamedTuple):
    """One line: its segments from left to right, and its width without the space at its end."""

    segments: tuple[Segment, ...]
    width: float

    def as_decoration(self) -> Line:
        """The same line, saying nothing to a screen reader."""
        return self._replace(
            segments=tuple(segment._replace(span=segment.span._replace(element=None)) for segment in self.segments)
        )
