"""Paragraphs and headings as strips, one a line."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cspdocs.document.nodes import Heading, Inline, Paragraph, Text
from cspdocs.document.styles import Style
from cspdocs.layout.lines import break_lines
from cspdocs.layout.paged import Element, Placed
from cspdocs.layout.runs import spans_of
from cspdocs.layout.settext import SetText, place_line
from cspdocs.layout.spans import Line, Segment, Span
from cspdocs.layout.strips import Column, Setting, Strip
from cspdocs.units import pt
from cspdocs.values import evolve


def lay_heading(heading: Heading, column: Column, setting: Setting, parent: Element) -> list[Strip]:
    """The lines of a heading; the first one carries its anchor."""
    element = parent.add(f"H{heading.level}", origin=heading.origin)
    return lay_words(heading, setting.sheet.styles[heading.style], column, setting, element)


def lay_paragraph(paragraph: Paragraph, column: Column, setting: Setting, parent: Element) -> list[Strip]:
    """The lines of a paragraph."""
    element = parent.add("P", origin=paragraph.origin)
    return lay_words(paragraph, setting.sheet.styles[paragraph.style], column, setting, element)


def lay_words(block: Heading | Paragraph, style: Style, column: Column, setting: Setting, element: Element) -> list[Strip]:
    """The lines of a heading or a paragraph in a style, its number before them; the first one carries its anchor."""
    if block.number:
        strips = _lay_numbered(block, style, column, setting, element)
    else:
        strips = lay_text(block.content, style, column, setting, element, origin=block.origin)
    if block.anchor:
        strips[0].anchors = ((block.anchor, 0.0),)
    return strips


def set_words(
    block: Heading | Paragraph, style: Style, column: Column, setting: Setting, element: Element
) -> Sequence[Strip | SetText]:
    """The same, but not yet placed where nothing has to stand before them."""
    if block.number or block.anchor:
        return lay_words(block, style, column, setting, element)
    return (set_text(block.content, style, column, setting, element, origin=block.origin),)


def lay_text(
    content: Sequence[Inline], style: Style, column: Column, setting: Setting, element: Element | None, *, origin: str = ""
) -> list[Strip]:
    """A paragraph in a style, one strip a line, at least one; page turns as the style allows them."""
    return set_text(content, style, column, setting, element, origin=origin).strips()


def set_text(
    content: Sequence[Inline], style: Style, column: Column, setting: Setting, element: Element | None, *, origin: str = ""
) -> SetText:
    """A paragraph in a style, broken into lines."""
    return _set_spans(spans_of(content, style, setting, element, origin), style, column, setting)


def _lay_numbered(
    block: Heading | Paragraph, style: Style, column: Column, setting: Setting, element: Element
) -> list[Strip]:
    """The number hangs at the left of the words; where these do not begin at the left edge, it stands in their line."""
    number = spans_of((Text(f"{block.number} "),), style, setting, element.add("Lbl"), block.origin)
    if style.align != "left":
        spans = [*number, *spans_of(block.content, style, setting, element, block.origin)]
        return _set_spans(spans, style, column, setting).strips()
    look = setting.faces.look(style)
    (label,) = break_lines(number, look.size, math.inf)
    edge = column.narrow if column.lines_beside(look.before, look.line_height) else column
    # However narrow the column, a line keeps room for a few words.
    least, most = label.width + look.size / 4, edge.width - look.indent - 10 * look.size
    room = min(setting.numbers.room(block.number, style).pt, max(least, most))
    aside = pt(max(0.0, least - room))
    words = evolve(style, indent=pt(look.indent + room), first_line=aside)
    strips = lay_text(block.content, words, column, setting, element, origin=block.origin)
    strips[0].items[:0] = place_line(label, look, edge.left + look.indent)
    return strips


def _set_spans(spans: list[Span], style: Style, column: Column, setting: Setting) -> SetText:
    look = setting.faces.look(style)
    room, first = column.width - look.indent, look.first_line
    if column.notch is None:
        return SetText(break_lines(spans, look.size, room, first), look, column)
    beside = column.lines_beside(look.before, look.line_height)
    taken = column.width - column.narrow.width
    return SetText(break_lines(spans, look.size, room, first, beside, taken), look, column, beside)


def lay_label(text: str, style: Style, left: float, setting: Setting, element: Element) -> list[Placed]:
    """A bullet or number standing alone at `left`, on the first line of what it labels."""
    look = setting.faces.look(style)
    width = look.face.width(text) * look.size
    segment = Segment(Span(text, look.face, style.colour, element), text, 0.0, width)
    return place_line(Line((segment,), width), look, left)
