"""Strips onto pages, and the whole document.

Every section begins on a new page, so sections are laid out one by one and only their first pages' numbers depend on those
before. Sections with a contents list are laid out again until the numbers they print are the numbers that are true.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define

from cspdocs.diagnostics import Diagnostic
from cspdocs.document.nodes import Contents, Document, Heading, Paragraph, Section
from cspdocs.document.styles import PageGeometry, StyleSheet
from cspdocs.document.walk import plain_text
from cspdocs.layout.beside import lay_passages
from cspdocs.layout.fonts import Faces
from cspdocs.layout.paged import Destination, Element, OutlineEntry, Page, PagedDocument, Placed, PlacedLink
from cspdocs.layout.paragraphs import lay_text
from cspdocs.layout.strips import Column, Setting, Strip

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
    laid = [_lay_section(section, sheet, faces, {}) for section in sections]
    page_of = _page_numbers(laid)
    for _ in range(_MOST_ROUNDS):
        for number, section in enumerate(sections):
            if any(isinstance(block, Contents) for block in section.blocks):
                laid[number] = _lay_section(section, sheet, faces, page_of)
        settled = _page_numbers(laid)
        if settled == page_of:
            break
        page_of = settled
    return _assemble(document, laid, sheet, faces)


@define
class _Sheet:
    """A page being filled: what stands on it so far."""

    items: list[Placed]
    links: list[PlacedLink]
    anchors: dict[str, float]

    def add(self, strip: Strip, y: float) -> None:
        """Sets a strip, its top `y` points below the upper edge of the paper."""
        self.items += [item.lowered(y) for item in strip.items]
        if strip.links:
            self.links += [link.lowered(y) for link in strip.links]
        for anchor in strip.anchors:
            self.anchors.setdefault(anchor, y)
        for distance, inner in strip.inner:
            self.add(inner, y + distance)


@define
class _Laid:
    """A section laid out."""

    section: Section
    geometry: PageGeometry
    pages: list[_Sheet]
    structure: Element
    diagnostics: list[Diagnostic]


def _lay_section(section: Section, sheet: StyleSheet, faces: Faces, page_of: dict[str, int]) -> _Laid:
    geometry = sheet.pages[section.page]
    setting = Setting(sheet, faces, geometry, page_of)
    structure = Element("Sect", origin=section.origin)
    column = Column(geometry.left.pt, geometry.text_width.pt, geometry.text_height.pt)
    strips = lay_passages(section.blocks, column, setting, structure)
    laid = _Laid(section, geometry, [_Sheet([], [], {})], structure, setting.diagnostics)
    _fill(strips, laid)
    return laid


def _fill(strips: Sequence[Strip], laid: _Laid) -> None:
    """Sets strips onto pages. A group without a place to turn moves to the next page as a whole, if a page can hold it."""
    top, room = laid.geometry.top.pt, laid.geometry.text_height.pt + 1e-6
    y = pending = 0.0
    empty = True
    start = 0
    while start < len(strips):
        end = start
        while end < len(strips) - 1 and not strips[end].may_turn:
            end += 1
        group = strips[start : end + 1]
        start = end + 1
        needed = _extent(group, 0.0 if empty else pending, first_of_page=empty and len(laid.pages) > 1)
        if y + needed > room and not empty:
            y, pending, empty = _turn(laid, group[0], top), 0.0, True
        for strip in group:
            gap = 0.0 if empty and len(laid.pages) > 1 else max(pending, strip.before)
            if y + gap + strip.height > room and not empty:
                # A group that no page can hold is cut where it must be.
                y, gap = _turn(laid, strip, top), 0.0
            y += gap
            laid.pages[-1].add(strip, top + y)
            y += strip.height
            pending, empty = strip.after, False


def _extent(group: Sequence[Strip], pending: float, *, first_of_page: bool) -> float:
    total = 0.0
    for number, strip in enumerate(group):
        if not (number == 0 and first_of_page):
            total += max(pending, strip.before)
        total += strip.height
        pending = strip.after
    return total


def _turn(laid: _Laid, strip: Strip, top: float) -> float:
    """The height of what is repeated above `strip` at the head of the new page that is begun here."""
    laid.pages.append(_Sheet([], [], {}))
    y = 0.0
    for repeated in strip.repeated:
        laid.pages[-1].add(repeated, top + y)
        y += repeated.height
    return y


def _page_numbers(laid: Sequence[_Laid]) -> dict[str, int]:
    """Anchor to page, counted from 1."""
    numbers: dict[str, int] = {}
    for number, page in enumerate((page for part in laid for page in part.pages), 1):
        for anchor in page.anchors:
            numbers.setdefault(anchor, number)
    return numbers


def _assemble(document: Document, laid: Sequence[_Laid], sheet: StyleSheet, faces: Faces) -> PagedDocument:
    count = sum(len(part.pages) for part in laid)
    structure = Element("Document")
    pages: list[Page] = []
    anchors: dict[str, Destination] = {}
    diagnostics: list[Diagnostic] = []
    for part in laid:
        structure.children.append(part.structure)
        diagnostics += part.diagnostics
        for page in part.pages:
            for anchor, y in page.anchors.items():
                anchors.setdefault(anchor, Destination(len(pages) + 1, y))
            if part.section.running:
                setting = Setting(sheet, faces, part.geometry, {}, len(pages) + 1, count, diagnostics)
                _run(document, page, setting)
            width, height = part.geometry.width.pt, part.geometry.height.pt
            pages.append(Page(width, height, tuple(page.items), tuple(page.links)))
    return PagedDocument(tuple(pages), anchors, _outline(document.sections), structure, tuple(dict.fromkeys(diagnostics)))


def _run(document: Document, page: _Sheet, setting: Setting) -> None:
    """The running header and footer: decoration, drawn after the page's own content."""
    geometry = setting.page
    header = _running_strips(document.header, setting)
    y = geometry.header.pt
    for strip in header:
        page.add(strip, y)
        y += strip.height
    footer = _running_strips(document.footer, setting)
    y = geometry.height.pt - geometry.footer.pt - sum(strip.height for strip in footer)
    for strip in footer:
        page.add(strip, y)
        y += strip.height


def _running_strips(paragraphs: Iterable[Paragraph], setting: Setting) -> list[Strip]:
    column = Column(setting.page.left.pt, setting.page.text_width.pt, setting.page.text_height.pt)
    strips: list[Strip] = []
    for paragraph in paragraphs:
        strips += lay_text(paragraph.content, setting.sheet.styles[paragraph.style], column, setting, None)
    return strips


def _outline(sections: Iterable[Section]) -> tuple[OutlineEntry, ...]:
    return tuple(
        OutlineEntry(plain_text(block.content), block.level, block.anchor)
        for section in sections
        for block in section.blocks
        if isinstance(block, Heading) and block.anchor
    )
