"""What is drawn around strips: around those of a box, page by page, and around the cells of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cspdocs.document.boxes import Edge, Edges
from cspdocs.document.styles import TableStyle
from cspdocs.layout.paged import Placed, PlacedFill, PlacedRule
from cspdocs.values import define


class Stretch(NamedTuple):
    """Where a box stands on a page, from the top of its first strip to the bottom of its last.

    `opened` and `closed` say whether its upper and its lower edge are there.
    """

    top: float
    bottom: float
    opened: bool
    closed: bool


class Around(NamedTuple):
    """A box that a strip stands in. The strip may be its upper or its lower edge."""

    frame: Frame
    upper: bool = False
    lower: bool = False


@define(eq=False)
class Frame:
    """The background and the rules of one box, between two places across the page, in points."""

    left: float
    right: float
    fill: str
    edges: Edges

    def drawn(self, stretch: Stretch) -> list[Placed]:
        """What is drawn where the box stands on one page."""
        drawn: list[Placed] = []
        top, bottom = stretch.top, stretch.bottom
        if self.fill:
            drawn.append(PlacedFill(self.left, top, self.right - self.left, bottom - top, self.fill))
        edges = self.edges
        across = [(top + edges.top.rule.pt / 2, edges.top)] * stretch.opened
        across += [(bottom - edges.bottom.rule.pt / 2, edges.bottom)] * stretch.closed
        upright = [(self.left + edges.left.rule.pt / 2, edges.left), (self.right - edges.right.rule.pt / 2, edges.right)]
        drawn += [_rule(self.left, y, self.right, y, edge) for y, edge in across if self._is_seen(edge)]
        return drawn + [_rule(x, top, x, bottom, edge) for x, edge in upright if self._is_seen(edge)]

    def _is_seen(self, edge: Edge) -> bool:
        return edge.colour not in ("", self.fill)


def _rule(x1: float, y1: float, x2: float, y2: float, edge: Edge) -> PlacedRule:
    return PlacedRule(x1, y1, x2, y2, edge.rule.pt, edge.colour)


@define(eq=False)
class Dressing:
    """The fills behind the cells of a row and the rules beside them, between `edges` across the page, in points.

    There is one fill a cell, empty for none. A row that is not `closed` goes on below: it has no rule there.
    """

    style: TableStyle
    edges: Sequence[float]
    fills: Sequence[str]
    height: float
    closed: bool

    def drawn(self, top: float) -> list[Placed]:
        """What is drawn where the row stands on a page, `top` points below the upper edge of the paper."""
        edges, height = self.edges, self.height
        drawn: list[Placed] = [
            PlacedFill(left, top, right - left, height, fill)
            for left, right, fill in zip(edges, edges[1:], self.fills, strict=False)
            if fill
        ]
        if self.style.rule:
            thick, colour = self.style.rule.pt, self.style.rule_colour
            bottom = top + height
            drawn += [PlacedRule(x, top, x, bottom, thick, colour) for x in edges]
            if self.closed:
                drawn.append(PlacedRule(edges[0], bottom, edges[-1], bottom, thick, colour))
        return drawn
