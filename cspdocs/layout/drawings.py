"""The words of vector pictures in the faces of the document."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final

from cspdocs.document.drawing import Drawing, Label, Shape
from cspdocs.document.nodes import Text
from cspdocs.layout.lines import break_lines
from cspdocs.layout.paged import Element, PlacedText
from cspdocs.layout.runs import spans_of
from cspdocs.layout.strips import Setting
from cspdocs.units import pt
from cspdocs.values import evolve

_ANCHORED: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}


def lay_drawing(
    drawing: Drawing, width: float, setting: Setting, element: Element | None, origin: str
) -> Iterator[Shape | PlacedText]:
    """The shapes of a drawing that is printed `width` points wide, labels as text in the face of Body."""
    for shape in drawing.scaled(width / max(drawing.width, 1.0)).shapes:
        if isinstance(shape, Label):
            yield from _lay_label(shape, setting, element, origin)
        else:
            yield shape


def _lay_label(label: Label, setting: Setting, element: Element | None, origin: str) -> Iterator[PlacedText]:
    body = setting.sheet.styles["Body"]
    style = evolve(body, size=pt(label.size), bold=label.bold, italic=False, colour=label.colour)
    spans = spans_of((Text(label.text),), style, setting, element, origin)
    for line in break_lines(spans, label.size, math.inf):
        left = label.x - _ANCHORED[label.anchor] * line.width
        for span, text, x, wide in line.segments:
            yield PlacedText(left + x, label.y, text, span.face, label.size, span.colour, wide, span.element)
