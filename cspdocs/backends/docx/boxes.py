"""Boxes: paragraphs with rules and a background that Word and LibreOffice draw as one, as long as all have the same.

A table cannot have the same. It takes the whole width of its box, the box's rules at its sides and its background, and what
stands above and below it is open towards it. So is what stands around another box.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, zip_longest
from typing import Final

from cspdocs.backends.docx.paragraphs import paragraph
from cspdocs.backends.docx.places import BoxPlace, Place
from cspdocs.backends.docx.story import Story
from cspdocs.backends.docx.styles.book import Boxed
from cspdocs.backends.docx.styles.names import SECTION_END, style_id
from cspdocs.backends.docx.tables import WriteBlocks
from cspdocs.document.boxes import edges_of, style_inside
from cspdocs.document.nodes import Block, Box, Paragraph
from cspdocs.document.styles import BoxStyle
from cspdocs.units import Length, pt
from cspdocs.values import evolve

_STYLE: Final = re.compile(r'<w:pStyle w:val="([^"]*)"/>')


def write_box(box: Box, place: Place, story: Story, write_blocks: WriteBlocks, *, apart: bool = False) -> list[str]:
    """The markup of the box's blocks; nothing where no block takes any room.

    Two boxes that look the same would grow together; where `apart`, a paragraph keeps it from the box that follows.
    """
    style = story.book.box(box.style)
    edges = edges_of(style)
    inner = place.inset(edges.left.depth, edges.right.depth)
    around = BoxPlace(style, edges, inner.indent, inner.right)
    inner = evolve(inner, box=around, closing=False, in_cell=False)
    written = write_blocks([_dressed(block, style) for block in box.content], inner, story)
    if not written:
        return []
    below = Length(0) if place.closing and place.in_cell else style.space_after
    if place.closing and not place.in_cell:
        below = max(below, story.book.style("Body").space_after)
    if not apart:
        return _Framing(around, below, story).close(written)
    name = f"{box.style} Gap"
    story.book.derive(name, SECTION_END, space_after=Length(max(0, below - pt(1))))
    return [*_Framing(around, Length(0), story).close(written), paragraph(story.book.placed(name, place), "")]


def _dressed(block: Block, style: BoxStyle) -> Block:
    """A paragraph in the style that it has in the box; a heading finds its own when it is written."""
    return evolve(block, style=style_inside(block, style)) if isinstance(block, Paragraph) else block


class _Framing:
    """Gives the paragraphs of one box the styles by which they are the first, the last, or beside a table."""

    def __init__(self, box: BoxPlace, below: Length, story: Story) -> None:
        self._box = box
        self._below = below
        self._book = story.book
        self._names = {style_id(name): name for name, boxed in story.book.boxed.items() if boxed.box == box}

    def close(self, written: Sequence[str]) -> list[str]:
        """What is written in the box, its frame closed above and below, and open towards tables and other boxes."""
        runs = [(own, list(group)) for own, group in groupby(self._needed(written), key=self._is_own)]
        if not runs[0][0]:
            runs.insert(0, (True, [self._edge(opening=True)]))
        if not runs[-1][0]:
            runs.append((True, [self._edge(opening=False)]))
        closed: list[str] = []
        for number, (own, run) in enumerate(runs):
            top, bottom = number == 0, number == len(runs) - 1
            closed += self._framed(run, top=top, bottom=bottom) if own else run
        return closed

    def _needed(self, written: Sequence[str]) -> list[str]:
        """What is written, without paragraphs below tables that stand before others and keep no white space."""
        slim = (name for name in self._names.values() if self._book.style(name).size <= pt(1))
        separators = {paragraph(name, "") for name in slim if not self._book.style(name).space_after}
        return [
            entry
            for entry, following in zip_longest(written, written[1:], fillvalue="")
            if entry not in separators or not (following and self._is_own(following))
        ]

    def _is_own(self, written: str) -> bool:
        """Whether there are paragraphs of this box alone."""
        if "<w:tbl>" in written:
            return False
        return any(identity in self._names for identity in _STYLE.findall(written))

    def _framed(self, run: Sequence[str], *, top: bool, bottom: bool) -> list[str]:
        """Paragraphs without anything between them."""
        count = sum(identity in self._names for entry in run for identity in _STYLE.findall(entry))
        seen = 0

        def styled(found: re.Match[str]) -> str:
            nonlocal seen
            name = self._names.get(found[1])
            if name is None:
                return found[0]
            seen += 1
            first, last = top and seen == 1, bottom and seen == count
            return f'<w:pStyle w:val="{style_id(self._variant(name, first, last, top=top, bottom=bottom))}"/>'

        return [_STYLE.sub(styled, entry) for entry in run]

    def _variant(self, name: str, first: bool, last: bool, *, top: bool, bottom: bool) -> str:
        """The name of the style like `name` for the first or last paragraph of a box, or beside a table."""
        book, boxed = self._book, self._book.boxed[name]
        edges = " below Table" * (not top) + " above Table" * (not bottom)
        wanted = f"{boxed.base}{' First' * first}{f' Last {self._below.pt:g}' * last}{edges}"
        if wanted not in book.boxed:
            changes = {"space_before": Length(0)} if first else {}
            changes |= {"space_after": self._below} if last else {}
            book.derive(wanted, boxed.base, **changes)
            slim = (first or last) and book.style(name).size <= pt(1)
            book.boxed[wanted] = evolve(boxed, top=top, bottom=bottom, slim=slim)
            if name in book.levels:
                book.levels[wanted] = book.levels[name]
        return wanted

    def _edge(self, *, opening: bool) -> str:
        """A paragraph of one point that draws the edge of a box above or below a table."""
        name = self._book.boxed_in(SECTION_END, self._box)
        wanted = f"{name} Edge {'above' if opening else 'below'}"
        if wanted not in self._book.boxed:
            self._book.derive(wanted, SECTION_END, indent=self._box.edge, keep_with_next=opening)
            self._book.boxed[wanted] = Boxed(self._box, wanted)
        self._names[style_id(wanted)] = wanted
        return paragraph(wanted, "")
