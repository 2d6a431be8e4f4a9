"""Strips onto pages, and the whole document.

Every section begins on a new page, so sections are laid out one by one and only their first pages' numbers depend on those
before. Sections with a contents list are laid out again until the numbers they print are the numbers that are true.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import partial

from cspdocs.diagnostics import Diagnostic
from cspdocs.document.nodes import Block, Box, Contents, Document, Grid, Heading, Paragraph, Section, Table
from cspdocs.document.numbers import number_rooms
from cspdocs.document.styles import PageGeometry, StyleSheet
from cspdocs.document.walk import anchors_of, numbered_text, plain_text
from cspdocs.layout.beside import lay_passages
from cspdocs.layout.fonts import Faces
from cspdocs.layout.paged import Destination, Element, OutlineEntry, Page, PageContent, PagedDocument
from cspdocs.layout.paragraphs import lay_text
from cspdocs.layout.placing import place_strips
from cspdocs.layout.strips import Column, Setting, Strip
from cspdocs.values import define, evolve, field

_MOST_ROUNDS = 5


def lay_out(document: Document, sheet: StyleSheet) -> PagedDocument:
    """The document on pages.

    Args:
        document: The tree. Every style, table style and page geometry that it names must be in `sheet`.
        sheet: The looks.
    """
    faces = Faces(sheet)
    # A document without sections is one empty page: no format holds none.
    sections = document.sections or (Section(()),)
    numbers, anchors = number_rooms(document, sheet), anchors_of(document)
    tall: set[int] = set()

    def lay(section: Section, page_of: dict[str, int], spent: float) -> _Laid:
        geometry = sheet.pages[section.page]
        setting = Setting(sheet, faces, geometry, page_of, numbers=numbers, anchors=anchors, tall=tall)
        return _lay_section(section, setting, spent)

    laid: list[_Laid] = []
    for section in sections:
        laid.append(lay(section, {}, laid[-1].below if laid else 0.0))
    page_of = _page_numbers(laid)
    for _ in range(_MOST_ROUNDS):
        for number, section in enumerate(sections):
            if any(isinstance(block, Contents) for block in section.blocks):
                laid[number] = lay(section, page_of, laid[number - 1].below if number else 0.0)
        settled = _page_numbers(laid)
        if settled == page_of:
            break
        page_of = settled
    return evolve(_assemble(document, laid, sheet, faces, anchors), tall=frozenset(tall))


@define
class _Sheet:
    """A page being filled: the strips that stand on it so far and the anchors in them, by the distance from its top."""

    strips: list[tuple[Strip, float]] = field(factory=list)
    anchors: dict[str, float] = field(factory=dict)

    def add(self, strip: Strip, y: float) -> None:
        """Sets a strip, its top `y` points below the upper edge of the paper."""
        self.strips.append((strip, y))
        for anchor, down in strip.anchors:
            self.anchors.setdefault(anchor, y + down)

    def stack(self, strips: Iterable[Strip], y: float) -> None:
        """Sets strips below one another without white space between them."""
        for strip, top in _stacked(strips, y):
            self.add(strip, top)


@define
class _Laid:
    """A section laid out. `below` is the white space below its last line."""

    section: Section
    geometry: PageGeometry
    pages: list[_Sheet]
    structure: Element
    diagnostics: list[Diagnostic]
    below: float


def _lay_section(section: Section, setting: Setting, spent: float) -> _Laid:
    geometry = setting.page
    structure = Element("Sect", origin=section.origin)
    column = Column(geometry.left.pt, geometry.text_width.pt, geometry.text_height.pt)
    strips = lay_passages(section.blocks, column, setting, structure)
    laid = _Laid(section, geometry, [_Sheet()], structure, setting.diagnostics, _space_below(section, strips))
    _fill(strips, laid, spent)
    return laid


def _space_below(section: Section, strips: Sequence[Strip]) -> float:
    """The white space below a section's last line, which in Word belongs to the paragraph that ends the section.

    Below a table or a grid this paragraph takes a point of the space itself, and the one below a contents list has none.
    """
    after = strips[-1].after if strips else 0.0
    match section.blocks[-1:]:
        case (Contents(),):
            return 0.0
        case (Table() | Grid(),):
            return max(0.0, after - 1)
        case _:
            return after


def _fill(strips: Sequence[Strip], laid: _Laid, spent: float) -> None:
    """Sets strips onto pages. A group without a place to turn moves to the next page as a whole, if a page can hold it.

    `spent` is the white space below the last line of the section before. As in Word, the space above the first line of this
    one is less by it, though it stands, or has no more room, at the foot of another page.
    """
    top, room = laid.geometry.top.pt, laid.geometry.text_height.pt + 1e-6
    pending, y = spent, -spent
    empty = True
    above: tuple[Strip, ...] = ()
    start = 0
    while start < len(strips):
        end = start
        while end < len(strips) - 1 and not strips[end].may_turn:
            end += 1
        group = strips[start : end + 1]
        start = end + 1
        needed = _extent(group, pending, first_of_page=empty and len(laid.pages) > 1)
        if y + needed + _height(group[-1].closed) > room and not empty:
            y, pending, empty = _turn(laid, above, y, group[0], top), 0.0, True
        for strip in group:
            gap = 0.0 if empty and len(laid.pages) > 1 else max(pending, strip.before)
            if y + gap + (strip.reach or strip.height) + _height(strip.closed) > room and not empty:
                # A group that no page can hold is cut where it must be.
                y, gap = _turn(laid, above, y, strip, top), 0.0
            y += gap
            laid.pages[-1].add(strip, top + y)
            y += strip.height
            pending, above, empty = strip.after, strip.closed, False


def _extent(group: Sequence[Strip], pending: float, *, first_of_page: bool) -> float:
    total = 0.0
    for number, strip in enumerate(group):
        if not (number == 0 and first_of_page):
            total += max(pending, strip.before)
        total += strip.height
        pending = strip.after
    return total


def _turn(laid: _Laid, closed: Sequence[Strip], y: float, strip: Strip, top: float) -> float:
    """The height of what is repeated above `strip` at the head of the new page that is begun here.

    `closed` is set at the foot of the page before, `y` points below its upper margin.
    """
    laid.pages[-1].stack(closed, top + y)
    laid.pages.append(_Sheet())
    laid.pages[-1].stack(strip.repeated, top)
    return _height(strip.repeated)


def _height(strips: Sequence[Strip]) -> float:
    return sum([strip.height for strip in strips]) if strips else 0.0


def _page_numbers(laid: Sequence[_Laid]) -> dict[str, int]:
    """Anchor to page, counted from 1."""
    numbers: dict[str, int] = {}
    for number, page in enumerate((page for part in laid for page in part.pages), 1):
        for anchor in page.anchors:
            numbers.setdefault(anchor, number)
    return numbers


def _assemble(
    document: Document, laid: Sequence[_Laid], sheet: StyleSheet, faces: Faces, known: Container[str]
) -> PagedDocument:
    count = sum(len(part.pages) for part in laid)
    structure = Element("Document")
    pages: list[Page] = []
    anchors: dict[str, Destination] = {}
    diagnostics: list[Diagnostic] = []
    for part in laid:
        structure.children.append(part.structure)
        diagnostics += part.diagnostics
        for number, page in enumerate(part.pages):
            for anchor, y in page.anchors.items():
                anchors.setdefault(anchor, Destination(len(pages) + 1, y))
            here = Setting(sheet, faces, part.geometry, {}, len(pages) + 1, count, anchors=known)
            running = here if part.section.running else None
            if running and not number:
                # The first page tells of characters that the fonts lack; on the others they are the same.
                _running_strips(document, running)
                diagnostics += running.diagnostics
            width, height = part.geometry.width.pt, part.geometry.height.pt
            pages.append(Page(width, height, partial(_place, page, document, running)))
    return PagedDocument(tuple(pages), anchors, _outline(document.sections), structure, tuple(dict.fromkeys(diagnostics)))


def _place(page: _Sheet, document: Document, running: Setting | None) -> PageContent:
    """What stands on a page, and after it the header and footer, which are decoration."""
    return place_strips([*page.strips, *_running_strips(document, running)] if running else page.strips)


def _running_strips(document: Document, setting: Setting) -> list[tuple[Strip, float]]:
    """The lines of header and footer, each with its distance from the upper edge of the paper."""
    geometry = setting.page
    header, footer = _lay_running(document.header, setting), _lay_running(document.footer, setting)
    bottom = geometry.height.pt - geometry.footer.pt - _height(footer)
    return [*_stacked(header, geometry.header.pt), *_stacked(footer, bottom)]


def _stacked(strips: Iterable[Strip], y: float) -> Iterator[tuple[Strip, float]]:
    """Each strip with its distance from the upper edge of the paper, without white space between them."""
    for strip in strips:
        yield strip, y
        y += strip.height


def _lay_running(paragraphs: Iterable[Paragraph], setting: Setting) -> list[Strip]:
    column = Column(setting.page.left.pt, setting.page.text_width.pt, setting.page.text_height.pt)
    strips: list[Strip] = []
    for paragraph in paragraphs:
        strips += lay_text(paragraph.content, setting.sheet.styles[paragraph.style], column, setting, None)
    return strips


def _outline(sections: Iterable[Section]) -> tuple[OutlineEntry, ...]:
    return tuple(
        OutlineEntry(numbered_text(heading.number, plain_text(heading.content)), heading.level, heading.anchor)
        for section in sections
        for heading in _headings(section.blocks)
        if heading.anchor
    )


def _headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """The headings among blocks, and in the boxes among them."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Box):
            yield from _headings(block.content)
