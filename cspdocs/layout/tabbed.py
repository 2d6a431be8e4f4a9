"""Text with a tab in it as strips: definitions and the contents list."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from cspdocs.document.lists import ROOM_AFTER_TAB
from cspdocs.document.nodes import Contents, Definition, DefinitionList, Strong
from cspdocs.document.numbers import WORDS_GAP, contents_rooms, has_words
from cspdocs.document.styles import Style
from cspdocs.layout.fonts import Look
from cspdocs.layout.lines import break_lines
from cspdocs.layout.paged import Element, Placed, PlacedText
from cspdocs.layout.runs import Manner, drawable, spans_of
from cspdocs.layout.settext import line_strip, with_turns
from cspdocs.layout.spans import Line, Span
from cspdocs.layout.strips import Column, Setting, Strip
from cspdocs.units import Length

_DOT_GAP: Final = 2.0
_TOLERANCE: Final = 1e-6


def lay_definitions(definitions: DefinitionList, column: Column, setting: Setting, parent: Element) -> list[Strip]:
    """Each term with its meaning beside it, from the style's tab stop on. Below the last is what is below a paragraph."""
    listed = parent.add("L", origin=definitions.origin)
    strips: list[Strip] = []
    for item in definitions.items:
        strips += _lay_definition(item, column, setting, listed)
    if strips:
        strips[-1].after = max(strips[-1].after, setting.sheet.styles["Body"].space_after.pt)
    return strips


def lay_contents(contents: Contents, column: Column, setting: Setting, parent: Element) -> list[Strip]:
    """Each entry with the number of its page at the style's tab stop."""
    listed = parent.add("TOC")
    strips: list[Strip] = []
    rooms = contents_rooms(contents.entries, setting.sheet)
    for entry in contents.entries:
        style = setting.sheet.styles[entry.style]
        item = listed.add("TOCI")
        target = f"#{entry.anchor}"
        link = item.add("Reference").add("Link")
        number = contents.page.replace("{number}", str(setting.page_of.get(entry.anchor, 0)))
        linked = [
            span if span.fill else span._replace(colour=style.colour)
            for span in spans_of(entry.content, style, setting, link, manner=Manner(target=target))
        ]
        face = setting.faces.face(style)
        paged = [Span(drawable(number, face, setting, ""), face, style.colour, link, target)]
        gap = WORDS_GAP if has_words(entry.number) else " "
        counted = [Span(drawable(f"{entry.number}{gap}", face, setting, ""), face, style.colour, link, target)]
        room = Length(0) if has_words(entry.number) else rooms.get(entry.level, Length(0))
        lead = _lead(counted if entry.number else [], room, rooms.get(entry.level, Length(0)), setting.faces.look(style))
        strips += _lay_tabbed(linked, paged, style, column, setting, lead)
    return strips


def _lay_definition(item: Definition, column: Column, setting: Setting, parent: Element) -> list[Strip]:
    style = setting.sheet.styles["Definition"]
    element = parent.add("LI", origin=item.origin)
    term, meaning = element.add("Lbl"), element.add("LBody")
    terms = spans_of((Strong(item.term),), style, setting, term, item.origin)
    meanings = spans_of(item.content, style, setting, meaning, item.origin)
    return _lay_tabbed(terms, meanings, style, column, setting)


class _Lead(NamedTuple):
    """What stands before text: a number, where the text begins, and where its further lines do, in points."""

    number: Line = Line((), 0.0)
    start: float = 0.0
    hang: float = 0.0


_NO_LEAD: Final = _Lead()


def _lead(number: list[Span], room: Length, hang: Length, look: Look) -> _Lead:
    """The number of an entry of the contents list; its words begin where the room of the number ends, or after it."""
    if not number:
        return _Lead(start=look.indent, hang=look.indent + hang.pt)
    (line,) = break_lines(number, look.size, math.inf)
    # The blank at the end of a line has no width.
    whole = line.width + number[0].face.width(" ") * look.size
    return _Lead(line, look.indent + (room.pt or whole), look.indent + hang.pt)


def _lay_tabbed(
    before: list[Span], after: list[Span], style: Style, column: Column, setting: Setting, lead: _Lead = _NO_LEAD
) -> list[Strip]:
    """Text, a tab, and more text: the second starts, or with a right tab ends, at the tab stop.

    Where the first leaves no room for the second, that begins on a line of its own.
    """
    look = setting.faces.look(style)
    size = look.size
    stop = column.width if style.tab is None else style.tab.pt
    if stop <= 0:
        stop += column.width
    right = style.tab_align == "right" or style.tab is None
    tail_width = max(line.width for line in break_lines(after, size, math.inf))
    if right:
        stop = min(stop, column.width) - tail_width
    needed = min(tail_width, ROOM_AFTER_TAB * size)
    room = max(stop - size, column.width / 2) if right else column.width
    heads = list(break_lines(before, size, room - lead.hang, lead.start - lead.hang))
    reached = heads[-1].width + (lead.hang if len(heads) > 1 else lead.start)
    start = stop if right else max(stop, reached + size / 2)
    beside = reached <= start <= column.width - needed + _TOLERANCE
    if not beside:
        start = max(0.0, min(stop, column.width - needed))
    heads[-1] = _with_space(heads[-1])
    strips = [line_strip(line, look, column.inset(lead.hang if above else lead.start)) for above, line in enumerate(heads)]
    if lead.number.segments:
        counted = line_strip(lead.number, look, column.inset(look.indent))
        strips[0].items[:0] = counted.items
        strips[0].links[:0] = counted.links
    if beside and style.tab_leader == "dots":
        strips[-1].items += _dots(reached, start, look, column.left)
    tails = [
        line_strip(line, look, column.inset(start))
        for line in break_lines(after, size, max(column.width - start, tail_width if right else 0.0))
    ]
    if beside:
        first = tails.pop(0)
        strips[-1].items += first.items
        strips[-1].links += first.links
    return with_turns(strips + tails, look)


def _with_space(line: Line) -> Line:
    """The line with a space at its end, unseen: what follows after a tab is another word."""
    if not line.segments:
        return line
    *before, last = line.segments
    return line._replace(segments=(*before, last._replace(text=f"{last.text} ")))


def _dots(start: float, stop: float, look: Look, left: float) -> list[Placed]:
    """A dotted leader between two places of a line: decoration."""
    dot = look.face.width(".") * look.size
    count = int((stop - start - 2 * _DOT_GAP) / dot)
    if count < 3:
        return []
    x = left + stop - _DOT_GAP - count * dot
    return [PlacedText(x, look.baseline, "." * count, look.face, look.size, look.style.colour, count * dot, None)]
