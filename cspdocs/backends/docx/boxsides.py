"""Tables in boxes: as wide as the box, with its rules at their sides and its background behind them."""

from __future__ import annotations

from typing import NamedTuple

from cspdocs.backends.docx.markup import hexadecimal
from cspdocs.backends.docx.places import Place
from cspdocs.document.boxes import Edge
from cspdocs.document.styles import TableStyle


class Sides(NamedTuple):
    """What is added at the left and right side of a table, in twips, the rules there, and the colour behind its cells."""

    left: int = 0
    right: int = 0
    left_rule: Edge = Edge()
    right_rule: Edge = Edge()
    fill: str = ""

    def added(self, *, first: bool, last: bool) -> int:
        """What is added to the width of a cell in the first or last column."""
        return self.left * first + self.right * last

    def properties(self, style: TableStyle, *, first: bool, last: bool) -> tuple[str, str]:
        """The borders and the margins of a cell in the first or last column; empty for none."""
        first, last = first and self.left > 0, last and self.right > 0
        borders = _border("left", self.left_rule) * first + _border("right", self.right_rule) * last
        left = f'<w:left w:w="{style.padding_left.twips + self.left}" w:type="dxa"/>' * first
        right = f'<w:right w:w="{style.padding_right.twips + self.right}" w:type="dxa"/>' * last
        return (
            f"<w:tcBorders>{borders}</w:tcBorders>" if borders else "",
            f"<w:tcMar>{left}{right}</w:tcMar>" if left or right else "",
        )


def sides_of(place: Place, width: int) -> Sides:
    """The sides of a table of that width in twips, in the place where it stands; nothing outside of boxes."""
    if place.box is None:
        return Sides()
    edges, style = place.box.edges, place.box.style
    left = (edges.left.depth - edges.left.rule // 2) // 635 if edges.left.colour else 0
    spare = max(0, place.width.twips - width)
    right = spare + (edges.right.depth - edges.right.rule // 2) // 635 if edges.right.colour else 0
    further = (place.indent - place.box.edge) // 635
    return Sides(left + further, right, edges.left, edges.right, style.fill)


def _border(side: str, edge: Edge) -> str:
    eighths = round(edge.rule.pt * 8)
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{hexadecimal(edge.colour)}"/>'
