"""Where blocks stand: in which room, how far in, and in what."""

from __future__ import annotations

from cspdocs.document.boxes import Edges
from cspdocs.document.styles import BoxStyle
from cspdocs.units import Length
from cspdocs.values import evolve, frozen


@frozen
class BoxPlace:
    """A box around blocks. `edge` is where its text begins, `right` where it ends, as in `Place`."""

    style: BoxStyle
    edges: Edges
    edge: Length
    right: Length


@frozen
class Place:
    """Where blocks stand.

    `width` is the room they have and `height` that of the page; `indent` is the distance of their left edge from the
    left edge of the page's text or of the cell. `depth` counts the lists they stand in. `closing` says whether the
    last of them also ends the outermost list or the cell; `kept` whether they stay on the page of what follows, as the
    row they stand in does, `beside` whether each paragraph stays on one page, as a picture beside it does. `right` is the
    distance of their right edge from that of the page's text or of the cell, `box` the innermost box they stand in.
    """

    width: Length
    height: Length
    indent: Length = Length(0)
    depth: int = 0
    closing: bool = False
    in_cell: bool = False
    kept: bool = False
    beside: bool = False
    right: Length = Length(0)
    box: BoxPlace | None = None

    @property
    def before_others(self) -> Place:
        """The same place, seen by what is not the last there."""
        return evolve(self, closing=False) if self.closing else self

    def inset(self, indent: Length, right: Length = Length(0)) -> Place:
        """The same place, its left edge moved to the right, and its right edge to the left."""
        width = Length(max(self.width - indent - right, 635))
        return evolve(self, width=width, indent=Length(self.indent + indent), right=Length(self.right + right))
