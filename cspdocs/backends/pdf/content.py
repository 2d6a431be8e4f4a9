"""Pages as content streams. Everything is marked: as content of an element of the structure tree, or as an artifact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, TypeAlias, assert_never

from cspdocs.backends.pdf.pictures import Pictures
from cspdocs.backends.pdf.shapes import rgb, write_shape, written
from cspdocs.backends.pdf.text import TextEncoder
from cspdocs.layout.paged import Element, Page, PlacedDrawing, PlacedFill, PlacedImage, PlacedRule, PlacedText
from cspdocs.values import define, field

Read: TypeAlias = PlacedText | PlacedImage | PlacedDrawing
"""What has a place in the order of reading."""

_INSIDE_TEXT: Final = {"Lbl", "Link", "Span"}


@define
class PageContent:
    """A page's operators, and the element that owns each piece of marked content, by its number on the page."""

    operators: bytes
    owners: list[Element]
    pictures: dict[str, int] = field(factory=dict)
    """Name to object number of the pictures that the page shows."""


def write_content(page: Page, order: Mapping[Element, int], encoder: TextEncoder, pictures: Pictures) -> PageContent:
    """The content of a page: fills and rules below, then pictures and text in reading order.

    `order` is that of `reading_order`. It matters where a row of a table is cut into slices: all that one cell has on the
    page is written before the next cell, so that copied text and screen readers agree.
    """
    writer = _Writer(page.height, encoder, pictures)
    fills: list[PlacedFill] = []
    rules: list[PlacedRule] = []
    drawn: list[Read] = []
    for item in page.items:
        match item:
            case PlacedText() | PlacedImage() | PlacedDrawing():
                drawn.append(item)
            case PlacedRule():
                rules.append(item)
            case PlacedFill():
                fills.append(item)
            case _:
                assert_never(item)
    writer.decorate(fills, _joined(rules))
    for item in _ordered(drawn, order):
        match item:
            case PlacedText():
                writer.text(item)
            case PlacedImage():
                writer.picture(item)
            case _:
                writer.drawing(item)
    return writer.finish()


def reading_order(structure: Element) -> dict[Element, int]:
    """The place of each element in the order of reading; links and the like share that of the text they stand in."""
    order: dict[Element, int] = {}
    waiting = [(structure, -1)]
    while waiting:
        element, around = waiting.pop()
        order[element] = around if element.role in _INSIDE_TEXT else len(order)
        waiting += [(child, order[element]) for child in reversed(element.children)]
    return order


def _ordered(drawn: list[Read], order: Mapping[Element, int]) -> list[Read]:
    places: list[int] = []
    for item in drawn:
        # Decoration stays where it was put.
        places.append(order[item.element] if item.element else places[-1] if places else -1)
    if all(before <= after for before, after in pairwise(places)):
        return drawn
    return [drawn[index] for index in sorted(range(len(drawn)), key=places.__getitem__)]


class _Writer:
    def __init__(self, height: float, encoder: TextEncoder, pictures: Pictures) -> None:
        self._height = height
        self._encoder = encoder
        self._pictures = pictures
        self._out: list[bytes] = []
        self._open: Element | None = None
        self._in_text = False
        self._in_mark = False
        self._colour = ""
        self._font: tuple[bytes, float] | None = None
        self.content = PageContent(b"", [])

    def decorate(self, fills: Sequence[PlacedFill], rules: Sequence[PlacedRule]) -> None:
        """Fills, then rules: artifacts."""
        if not (fills or rules):
            return
        self._out.append(b"/Artifact BMC")
        for x, y, width, height, colour in fills:
            if colour != self._colour:
                self._fill_colour(colour)
            bottom = written(self._height - y - height)
            self._out.append(b"%s %s %s %s re f" % (written(x), bottom, written(width), written(height)))
        pen: tuple[float, str] | None = None
        for rule in rules:
            if pen != (rule.width, rule.colour):
                pen = (rule.width, rule.colour)
                self._out.append(b"%s w %s RG" % (written(rule.width), rgb(rule.colour)))
            start, end = (self._height - rule.y1, self._height - rule.y2)
            self._out.append(b"%s %s m %s %s l S" % (written(rule.x1), written(start), written(rule.x2), written(end)))
        self._out.append(b"EMC")

    def text(self, item: PlacedText) -> None:
        """A run of text; runs of one element that follow one another are one piece of marked content."""
        x, baseline, text, face, size, colour, _, element = item
        if not text:
            return
        if not self._in_text or self._open is not element:
            self.close()
            self._begin(element, element.role if element else "")
            self._out.append(b"BT")
            self._in_text = True
        if colour != self._colour:
            self._fill_colour(colour)
        self._out.append(b"1 0 0 1 %.2f %.2f Tm" % (x, self._height - baseline))
        for font, chunk in self._encoder.encode(text, face):
            if (font, size) != self._font:
                self._font = (font, size)
                self._out.append(b"%s %s Tf" % (font, written(size)))
            self._out.append(b"(%s) Tj" % chunk)

    def picture(self, item: PlacedImage) -> None:
        """A picture, stretched to its place."""
        self.close()
        name, number = self._pictures.name_of(item.image)
        self.content.pictures[name] = number
        # PDF/UA-1 (7.3) knows no picture without words: one that has none is decoration.
        self._begin(item.element if item.element and item.element.alt else None, "Figure")
        bottom = self._height - item.y - item.height
        matrix = b"%s 0 0 %s %s %s cm" % (written(item.width), written(item.height), written(item.x), written(bottom))
        self._out.append(b"q %s /%s Do Q" % (matrix, name.encode()))
        self.close()

    def drawing(self, item: PlacedDrawing) -> None:
        """A vector picture: its shapes and labels in their order, one piece of marked content."""
        self.close()
        self._begin(item.element, "Figure")
        for shape in item.shapes:
            if isinstance(shape, PlacedText):
                self._out.append(b"BT")
                self._in_text = True
                place = shape._replace(x=item.x + shape.x, baseline=item.y + shape.baseline, element=item.element)
                self.text(place)
                self._out.append(b"ET")
                self._in_text = False
            else:
                self._out.append(b"q")
                self._out += write_shape(shape, item.x, self._height - item.y)
                self._out.append(b"Q")
        self.close()

    def close(self) -> None:
        """Ends the piece of marked content that is open."""
        if self._in_text:
            self._out.append(b"ET")
            self._in_text = False
        if self._in_mark:
            self._out.append(b"EMC")
            self._in_mark = False

    def finish(self) -> PageContent:
        """The content of the page."""
        self.close()
        self.content.operators = b"\n".join(self._out)
        return self.content

    def _begin(self, element: Element | None, role: str) -> None:
        self._in_mark = True
        self._open = element
        if element is None:
            self._out.append(b"/Artifact BMC")
        else:
            self._out.append(b"/%s <</MCID %d>> BDC" % (role.encode(), len(self.content.owners)))
            self.content.owners.append(element)

    def _fill_colour(self, colour: str) -> None:
        self._colour = colour
        self._out.append(b"%s rg" % rgb(colour))


def _joined(rules: Iterable[PlacedRule]) -> list[PlacedRule]:
    """The rules with upright ones that continue each other made one, as those beside the rows of a table do."""
    joined: list[PlacedRule] = []
    ends: dict[tuple[float, float, float, str], int] = {}
    for rule in rules:
        if rule.x1 == rule.x2:
            x, y1, _, y2, width, colour = rule
            before = ends.pop((x, round(y1, 2), width, colour), None)
            if before is None:
                before = len(joined)
                joined.append(rule)
            else:
                joined[before] = PlacedRule(x, joined[before].y1, x, y2, width, colour)
            ends[(x, round(y2, 2), width, colour)] = before
        else:
            joined.append(rule)
    return joined
