"""The paged document: what layout produces and the PDF backend draws.

Coordinates are points from the top left corner of the page, y growing downwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from cspdocs.diagnostics import Diagnostic
from cspdocs.document.drawing import Shape
from cspdocs.document.images import Image
from cspdocs.layout.fonts import Face
from cspdocs.values import define, field, frozen


@define(eq=False)
class Element:
    """A node of the structure tree: what placed things belong to, in reading order.

    `role` is a standard structure type of PDF (`H1`, `P`, `L`, `LI`, `Lbl`, `LBody`, `Table`, `TR`, `TH`, …).
    A paragraph that goes on over the page stays one element. `alt` is the text of a figure that is not decorative,
    `title` what a table shows, `scope` and `span` those of a cell, `numbering` that of a list, `expansion` what an
    abbreviation stands for, `language` that of words in another language, `origin` the plan field it came from.
    """

    role: str
    alt: str = ""
    title: str = ""
    scope: str = ""
    span: int = 1
    numbering: str = ""
    expansion: str = ""
    language: str = ""
    origin: str = ""
    children: list[Element] = field(factory=list)

    def add(self, role: str, **about: Any) -> Element:
        """A new last child; `about` are further fields of it."""
        child = Element(role, **about)
        self.children.append(child)
        return child


class PlacedText(NamedTuple):
    """Characters of one face on one line. `element` is `None` for decoration (an artifact)."""

    x: float
    baseline: float
    text: str
    face: Face
    size: float
    colour: str
    width: float
    element: Element | None

    def lowered(self, down: float) -> PlacedText:
        """The same text, further down the page."""
        x, baseline, text, face, size, colour, width, element = self
        return PlacedText(x, baseline + down, text, face, size, colour, width, element)


class PlacedRule(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str

    def lowered(self, down: float) -> PlacedRule:
        """The same line, further down the page."""
        x1, y1, x2, y2, width, colour = self
        return PlacedRule(x1, y1 + down, x2, y2 + down, width, colour)


class PlacedFill(NamedTuple):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str

    def lowered(self, down: float) -> PlacedFill:
        """The same rectangle, further down the page."""
        return self._replace(y=self.y + down)


class PlacedImage(NamedTuple):
    """A picture."""

    x: float
    y: float
    width: float
    height: float
    image: Image
    element: Element | None

    def lowered(self, down: float) -> PlacedImage:
        """The same picture, further down the page."""
        return self._replace(y=self.y + down)


class PlacedDrawing(NamedTuple):
    """A vector picture. Its shapes and the words of its labels are placed from its own top left corner."""

    x: float
    y: float
    width: float
    height: float
    shapes: tuple[Shape | PlacedText, ...]
    element: Element | None

    def lowered(self, down: float) -> PlacedDrawing:
        """The same picture, further down the page."""
        return self._replace(y=self.y + down)


class PlacedLink(NamedTuple):
    """An area that leads somewhere: a web, mail or telephone address, or `#anchor`. `text` says what it is."""

    x: float
    y: float
    width: float
    height: float
    target: str
    text: str
    element: Element | None

    def lowered(self, down: float) -> PlacedLink:
        """The same area, further down the page."""
        return self._replace(y=self.y + down)


Placed: TypeAlias = PlacedText | PlacedRule | PlacedFill | PlacedImage | PlacedDrawing


class PageContent(NamedTuple):
    """What is drawn on a page, in reading order, and the areas that are links."""

    items: tuple[Placed, ...]
    links: tuple[PlacedLink, ...]


@frozen
class Page:
    """One page. What stands where is worked out when it is first asked for: to number pages nobody has to know."""

    width: float
    height: float
    place: Callable[[], PageContent] = field(eq=False, repr=False)

    @property
    def items(self) -> tuple[Placed, ...]:
        """What is drawn on it, in reading order."""
        return self._content.items

    @property
    def links(self) -> tuple[PlacedLink, ...]:
        """The areas that are links."""
        return self._content.links

    @cached_property
    def _content(self) -> PageContent:
        return self.place()


class Destination(NamedTuple):
    """Where an anchor stands: the page, counted from 1, and the distance from its top."""

    page: int
    y: float


class OutlineEntry(NamedTuple):
    """A heading in the outline (the bookmarks of a PDF reader)."""

    title: str
    level: int
    anchor: str


@frozen
class PagedDocument:
    """A document laid out. Every anchor of the document is in `anchors`.

    `tall` has the ids (`id`) of the first cells of rows, of tables and grids, so high that hardly a page can hold them. They
    are good as long as the document lives.
    """

    pages: tuple[Page, ...]
    anchors: Mapping[str, Destination]
    outline: tuple[OutlineEntry, ...]
    structure: Element
    diagnostics: tuple[Diagnostic, ...] = ()
    tall: frozenset[int] = frozenset()
