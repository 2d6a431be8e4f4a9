"""Strips: the slices of a page that are never cut, stacked from top to bottom.

Everything becomes strips: a line of a paragraph, a row of a table, a picture. Pages are then filled by strips alone, and
every rule on where a page may turn is a word on the strip before the turn.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING, Final, Protocol

from cspdocs.diagnostics import Diagnostic
from cspdocs.document.nodes import Block
from cspdocs.document.numbers import NO_NUMBERS, NumberRooms
from cspdocs.document.styles import PageGeometry, StyleSheet
from cspdocs.layout.fonts import Faces
from cspdocs.layout.frames import Around, Dressing
from cspdocs.layout.paged import Element, Placed, PlacedLink
from cspdocs.values import define, evolve, field, frozen

if TYPE_CHECKING:
    from cspdocs.layout.settext import SetText

_TOLERANCE: Final = 1e-6


@define(eq=False)
class Strip:
    """A slice of `height` points. What is in it is placed from its own top, and from the left edge of the paper.

    `inner` is what stands in it, each with its distance from the top: the texts of the cells of a row. `anchors` are those
    of all that stands in it, with their distances.
    `before` and `after` are white space that vanishes at the head and foot of a page. `may_turn` says whether the page
    may end below the strip; `reach` is the room that it needs where something hangs from it, otherwise 0. `repeated` is set
    above it when it comes to stand at the head of a page, `closed` below it when it comes to stand at the foot of one.
    `frames` are those of the boxes it stands in, the outermost first; `dressing` is what is drawn around the cells of a row.
    """

    height: float
    items: list[Placed] = field(factory=list)
    links: list[PlacedLink] = field(factory=list)
    inner: list[tuple[float, Strip | SetText]] = field(factory=list)
    before: float = 0.0
    after: float = 0.0
    may_turn: bool = True
    reach: float = 0.0
    anchors: tuple[tuple[str, float], ...] = ()
    repeated: tuple[Strip, ...] = ()
    closed: tuple[Strip, ...] = ()
    frames: tuple[Around, ...] = ()
    dressing: Dressing | None = None

    def hold(self, inner: Strip | SetText, distance: float) -> None:
        """Puts a strip or a text into this one, `distance` points below its top."""
        self.inner.append((distance, inner))
        if inner.anchors:
            self.anchors += tuple((anchor, distance + down) for anchor, down in inner.anchors)


@define
class Setting:
    """What every part of the layout needs to know. `page_of` holds the page numbers of anchors as far as they are known.

    `page_number` and `page_count` are those of a page whose header and footer are being set; `anchors` those of the whole
    document. `tall` takes the ids of the first cells of rows so high that hardly a page can hold them.
    """

    sheet: StyleSheet
    faces: Faces
    page: PageGeometry
    page_of: Mapping[str, int]
    page_number: int = 0
    page_count: int = 0
    diagnostics: list[Diagnostic] = field(factory=list)
    numbers: NumberRooms = NO_NUMBERS
    anchors: Container[str] = ()
    tall: set[int] = field(factory=set)


class LayBlocks(Protocol):
    """Lays blocks below one another; handed in, because what holds blocks may itself stand in a block."""

    def __call__(self, blocks: Sequence[Block], column: Column, setting: Setting, parent: Element) -> list[Strip]:
        """The strips of all blocks."""


@frozen
class Notch:
    """What a picture takes of a column, in points: from the left or from the right, and how far down from here.

    `above` is the white space below the lines that are set already; `None` where the picture itself begins, at the
    height of the first line beside it.
    """

    left: float
    right: float
    depth: float
    above: float | None = None

    def gap(self, before: float) -> float:
        """The white space above a next line that asks for `before`."""
        return 0.0 if self.above is None else max(self.above, before)


@define
class Column:
    """Where blocks are set: the left edge from the edge of the paper, and the width, in points.

    `height` is the most that a single thing in it, such as a picture, can take. `notch` is what a picture takes of it.
    """

    left: float
    width: float
    height: float
    notch: Notch | None = None

    def inset(self, left: float, right: float = 0.0) -> Column:
        """The column made narrower at its sides; something of it is always left."""
        return Column(self.left + left, max(1.0, self.width - left - right), self.height, self.notch)

    @property
    def narrow(self) -> Column:
        """The column as it is beside the picture, from top to bottom."""
        if self.notch is None:
            return self
        return evolve(self.inset(self.notch.left, self.notch.right), notch=None)

    def below(self, strips: Sequence[Strip]) -> Column:
        """The column as it is below strips that are set in it."""
        if self.notch is None or not strips:
            return self
        depth = self.notch.depth - self.notch.gap(strips[0].before) - stack_height(strips)
        return evolve(self, notch=evolve(self.notch, depth=depth, above=strips[-1].after) if depth > 0 else None)

    def lines_beside(self, before: float, line_height: float) -> int:
        """How many lines of that height begin beside the picture, when the first asks for the white space `before`."""
        if self.notch is None:
            return 0
        return max(0, ceil((self.notch.depth - self.notch.gap(before) - _TOLERANCE) / line_height))


def stack_height(content: Iterable[Strip | SetText]) -> float:
    """The height of strips or texts set below one another, without the white space above the first and below the last."""
    total = pending = 0.0
    first = True
    for strip in content:
        if not first:
            total += max(pending, strip.before)
        total += strip.height
        pending, first = strip.after, False
    return total


def pour(content: Sequence[Strip | SetText], strip: Strip, top: float) -> None:
    """Sets strips or texts below one another into another strip, the first `top` points below its top."""
    y, pending = top, 0.0
    for number, inner in enumerate(content):
        y += max(pending, inner.before) if number else 0.0
        strip.hold(inner, y)
        y += inner.height
        pending = inner.after


def bottoms_of(strips: Sequence[Strip]) -> list[float]:
    """How far below the top of the first one each strip ends, when they are set below one another."""
    bottoms: list[float] = []
    y = 0.0
    for number, strip in enumerate(strips):
        y += strip.height + (max(strips[number - 1].after, strip.before) if number else 0.0)
        bottoms.append(y)
    return bottoms
