"""Text blocks as strips: paragraphs, headings, lists, quotations, definitions and the contents list."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from cspdocs.document.nodes import (
    Contents,
    Definition,
    DefinitionList,
    Heading,
    Inline,
    Paragraph,
    Strong,
)
from cspdocs.document.styles import Style
from cspdocs.layout.fonts import Look
from cspdocs.layout.lines import break_lines
from cspdocs.layout.paged import Element, Placed, PlacedLink, PlacedRule, PlacedText
from cspdocs.layout.runs import Manner, drawable, spans_of
from cspdocs.layout.spans import Line, Segment, Span
from cspdocs.layout.strips import Column, Setting, Strip

_ALIGNED: Final = {"centre": 0.5, "right": 1.0}
_INVISIBLE: Final = "\u00ad\u200b\ufeff\u2060"
_DOT_GAP: Final = 2.0
_LEAST_EMS: Final = 6
"""The room, in ems, that text after a tab needs to stand beside what is before it."""
_TOLERANCE: Final = 1e-6


def lay_heading(heading: Heading, column: Column, setting: Setting, parent: Element) -> list[Strip]:
    """The lines of a heading; the first one carries its anchor."""
    element = parent.add(f"H{heading.level}", origin=heading.origin)
    style = setting.sheet.styles[heading.style]
    strips = lay_text(heading.content, style, column, setting, element, origin=heading.origin)
    strips[0].anchors = (heading.anchor,) if heading.anchor else ()
    return strips


def lay_paragraph(paragraph: Paragraph, column: Column, setting: Setting, parent: Element) -> list[Strip]:
    """The lines of a paragraph."""
    element = parent.add("P", origin=paragraph.origin)
    style = setting.sheet.styles[paragraph.style]
    return lay_text(paragraph.content, style, column, setting, element, origin=paragraph.origin)


def lay_definitions(definitions: DefinitionList, column: Column, setting: Setting, parent: Element) -> list[Strip]:
    """Each term with its meaning beside it, from the style's tab stop on."""
    listed = parent.add("L", origin=definitions.origin)
    strips: list[Strip] = []
    for item in definitions.items:
        strips += _lay_definition(item, column, setting, listed)
    return strips


def lay_contents(contents: Contents, column: Column, setting: Setting, parent: Element) -> list[Strip]:
    """Each entry with the number of its page at the style's tab stop."""
    listed = parent.add("TOC")
    strips: list[Strip] = []
    for entry in contents.entries:
        style = setting.sheet.styles[entry.style]
        item = listed.add("TOCI")
        target = f"#{entry.anchor}"
        link = item.add("Reference").add("Link")
        number = contents.page.replace("{number}", str(setting.page_of.get(entry.anchor, 0)))
        linked = [
            span._replace(colour=style.colour)
            for span in spans_of(entry.content, style, setting, link, manner=Manner(target=target))
        ]
        face = setting.faces.face(style)
        numbered = [Span(drawable(number, face, setting, ""), face, style.colour, link, target)]
        strips += _lay_tabbed(linked, numbered, style, column, setting)
    return strips


def lay_text(
    content: Sequence[Inline], style: Style, column: Column, setting: Setting, element: Element | None, *, origin: str = ""
) -> list[Strip]:
    """A paragraph in a style, one strip a line, at least one; page turns as the style allows them."""
    spans = spans_of(content, style, setting, element, origin)
    look = setting.faces.look(style)
    beside = column.lines_beside(look.before, look.line_height) if column.notch else 0
    narrow = column.narrow if beside else column
    indent, first = look.indent, look.first_line
    lines = break_lines(spans, look.size, column.width - indent, first, beside, column.width - narrow.width)
    inner = narrow.inset(indent) if indent else narrow
    strips = [_strip(lines[0], look, narrow.inset(indent + first) if first else inner)]
    strips += [_strip(line, look, inner) for line in lines[1 : beside or None]]
    if beside:
        inner = column.inset(indent)
        strips += [_strip(line, look, inner) for line in lines[beside:]]
    return _paragraph_turns(strips, look)


def lay_label(text: str, style: Style, left: float, setting: Setting, element: Element) -> list[Placed]:
    """A bullet or number standing alone at `left`, on the first line of what it labels."""
    look = setting.faces.look(style)
    width = look.face.width(text) * look.size
    segment = Segment(Span(text, look.face, style.colour, element), text, 0.0, width)
    return _place(Line((segment,), width), look, left)


def _paragraph_turns(strips: list[Strip], look: Look) -> list[Strip]:
    """Page turns between the lines: none at all, or none that leaves one line alone."""
    style, last = look.style, len(strips) - 1
    if style.keep_together:
        for strip in strips[:-1]:
            strip.may_turn = False
    elif style.widow_control and last:
        strips[0].may_turn = strips[-2].may_turn = False
    strips[0].before = look.before
    strips[-1].after = look.after
    strips[-1].may_turn = not style.keep_with_next
    return strips


def _lay_definition(item: Definition, column: Column, setting: Setting, parent: Element) -> list[Strip]:
    style = setting.sheet.styles["Definition"]
    element = parent.add("LI", origin=item.origin)
    term, meaning = element.add("Lbl"), element.add("LBody")
    terms = spans_of((Strong(item.term),), style, setting, term, item.origin)
    meanings = spans_of(item.content, style, setting, meaning, item.origin)
    return _lay_tabbed(terms, meanings, style, column, setting)


def _lay_tabbed(before: list[Span], after: list[Span], style: Style, column: Column, setting: Setting) -> list[Strip]:
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
    needed = min(tail_width, _LEAST_EMS * size)
    heads = break_lines(before, size, max(stop - size, column.width / 2) if right else column.width)
    start = stop if right else max(stop, heads[-1].width + size / 2)
    beside = heads[-1].width <= start <= column.width - needed + _TOLERANCE
    if not beside:
        start = max(0.0, min(stop, column.width - needed))
    heads[-1] = _with_space(heads[-1])
    strips = [_strip(line, look, column) for line in heads]
    if beside and style.tab_leader == "dots":
        strips[-1].items += _dots(heads[-1].width, start, look, column.left)
    tails = [
        _strip(line, look, column.inset(start))
        for line in break_lines(after, size, max(column.width - start, tail_width if right else 0.0))
    ]
    if beside:
        first = tails.pop(0)
        strips[-1].items += first.items
        strips[-1].links += first.links
    return _paragraph_turns(strips + tails, look)


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


def _strip(line: Line, look: Look, column: Column) -> Strip:
    """One line, aligned in its column."""
    left = column.left
    if look.style.align != "left":
        left += _ALIGNED[look.style.align] * max(0.0, column.width - line.width)
    strip = Strip(look.line_height, _place(line, look, left))
    if line.segments and (len(line.segments) > 1 or line.segments[0].span.target):
        strip.links = _links(line, left, look.line_height)
    return strip


def _place(line: Line, look: Look, left: float) -> list[Placed]:
    placed: list[Placed] = []
    for span, text, x, width in line.segments:
        placed.append(PlacedText(left + x, look.baseline, text, span.face, look.size, span.colour, width, span.element))
        if span.target and not span.target.startswith("#"):
            depth, thickness = span.face.underline
            y = look.baseline + depth * look.size
            placed.append(PlacedRule(left + x, y, left + x + width, y, thickness * look.size, span.colour))
    return placed


def _links(line: Line, left: float, height: float) -> list[PlacedLink]:
    return [
        PlacedLink(left + x, 0.0, width, height, span.target, text.strip(), span.element)
        for span, text, x, width in line.segments
        if span.target
    ]
