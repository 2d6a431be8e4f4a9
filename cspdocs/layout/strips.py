"""Strips: the slices of a page that are never cut, stacked from top to bottom.

Everything becomes strips: a line of a paragraph, a row of a table, a picture. Pages are then filled by strips alone, and
every rule on where a page may turn is a word on the strip before the turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import Factory, define

from cspdocs.diagnostics import Diagnostic
from cspdocs.document.styles import PageGeometry, StyleSheet
from cspdocs.layout.fonts import Faces
from cspdocs.layout.paged import Placed, PlacedLink


@define(eq=False)
class Strip:
    """A slice of `height` points. What is in it is placed from its own top, and from the left edge of the paper.

    `inner` are strips that stand in it, each with its distance from the top: the lines of the cells of a row.
    `before` and `after` are white space that vanishes at the head and foot of a page. `may_turn` says whether the page
    may end below the strip. `repeated` is set above it when it comes to stand at the head of a page.
    """

    height: float
    items: list[Placed] = Factory(list)
    links: list[PlacedLink] = Factory(list)
    inner: list[tuple[float, Strip]] = Factory(list)
    before: float = 0.0
    after: float = 0.0
    may_turn: bool = True
    anchors: tuple[str, ...] = ()
    repeated: tuple[Strip, ...] = ()


@define
class Setting:
    """What every part of the layout needs to know. `page_of` holds the page numbers as far as they are known."""

    sheet: StyleSheet
    faces: Faces
    page: PageGeometry
    page_of: Mapping[str, int]
    page_count: int = 0
    diagnostics: list[Diagnostic] = Factory(list)


@define
class Column:
    """Where blocks are set: the left edge from the edge of the paper, and the width, in points.

    `height` is the most that a single thing in it, such as a picture, can take.
    """

    left: float
    width: float
    height: float

    def inset(self, left: float, right: float = 0.0) -> Column:
        """The column made narrower at its sides; something of it is always left."""
        return Column(self.left + left, max(1.0, self.width - left - right), self.height)


def everything(strip: Strip, down: float = 0.0) -> Iterator[tuple[float, Strip]]:
    """A strip and all strips in it, each with its distance from where the outermost stands, plus `down`."""
    yield down, strip
    for distance, inner in strip.inner:
        yield from everything(inner, down + distance)


def stack_height(strips: Iterable[Strip]) -> float:
    """The height of strips set below one another, without the white space above the first and below the last."""
    total = pending = 0.0
    first = True
    for strip in strips:
        if not first:
            total += max(pending, strip.before)
        total += strip.height
        pending, first = strip.after, False
    return total
