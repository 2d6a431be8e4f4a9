"""Text that is broken into lines but not yet placed: its height is known, and letters find their places when it is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import ClassVar, Final

from cspdocs.layout.fonts import Look
from cspdocs.layout.paged import Placed, PlacedFill, PlacedLink, PlacedRule, PlacedText
from cspdocs.layout.plainlines import PlainLines
from cspdocs.layout.spans import Line
from cspdocs.layout.strips import Column, Strip
from cspdocs.values import define

_ALIGNED: Final = {"centre": 0.5, "right": 1.0}


@define(eq=False)
class SetText:
    """The lines of a paragraph in a column, the first `beside` of them beside a picture.

    It stands in a strip as strips do, but is never cut.
    """

    lines: Sequence[Line] | PlainLines
    look: Look
    column: Column
    beside: int = 0

    anchors: ClassVar[tuple[tuple[str, float], ...]] = ()

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.look.line_height * len(self.lines)

    @property
    def before(self) -> float:
        """The white space above."""
        return self.look.before

    @property
    def after(self) -> float:
        """The white space below."""
        return self.look.after

    def strips(self) -> list[Strip]:
        """The lines as strips, at least one; page turns as the style allows them."""
        return with_turns([line_strip(line, self.look, column) for line, column in self._in_columns()], self.look)

    def draw(self, items: list[Placed], links: list[PlacedLink], y: float) -> None:
        """Adds what is drawn, and the areas that are links, the first line `y` points below the upper edge of the paper."""
        for line, column in self._in_columns():
            left = left_of(line, self.look, column)
            items += place_line(line, self.look, left, y)
            links += link_areas(line, self.look, left, y)
            y += self.look.line_height

    def as_decoration(self) -> SetText:
        """The same lines, saying nothing to a screen reader."""
        return SetText([line.as_decoration() for line in self.lines], self.look, self.column, self.beside)

    def _in_columns(self) -> Iterator[tuple[Line, Column]]:
        """Each line with the room in which it is aligned."""
        indent, first = self.look.indent, self.look.first_line
        narrow = self.column.narrow if self.beside else self.column
        columns = [narrow.inset(indent + first)] if first else []
        columns += [narrow.inset(indent)] * (self.beside - len(columns))
        return zip(self.lines, chain(columns, repeat(self.column.inset(indent))), strict=False)


def with_turns(strips: list[Strip], look: Look) -> list[Strip]:
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


def left_of(line: Line, look: Look, column: Column) -> float:
    """Where a line begins that is aligned in its column."""
    align = look.style.align
    return column.left if align == "left" else column.left + _ALIGNED[align] * max(0.0, column.width - line.width)


def line_strip(line: Line, look: Look, column: Column) -> Strip:
    """One line, aligned in its column."""
    left = left_of(line, look, column)
    return Strip(look.line_height, place_line(line, look, left), link_areas(line, look, left))


def place_line(line: Line, look: Look, left: float, y: float = 0.0) -> list[Placed]:
    """What is drawn of a line, the top of which is at `y`."""
    placed: list[Placed] = []
    baseline = look.baseline + y
    for span, text, x, width in line.segments:
        placed.append(PlacedText(left + x, baseline, text, span.face, look.size, span.colour, width, span.element))
        if span.fill:
            top, height = look.baseline - span.face.ascent * look.size, (span.face.ascent + span.face.descent) * look.size
            placed.append(PlacedFill(left + x, top + y, width, height, span.fill))
        if span.target and not span.target.startswith("#"):
            depth, thickness = span.face.underline
            under = look.baseline + depth * look.size + y
            placed.append(PlacedRule(left + x, under, left + x + width, under, thickness * look.size, span.colour))
    return placed


def link_areas(line: Line, look: Look, left: float, y: float = 0.0) -> list[PlacedLink]:
    """The parts of a line that lead somewhere."""
    if len(line.segments) == 1 and not line.segments[0].span.target:
        return []
    return [
        PlacedLink(left + x, y, width, look.line_height, span.target, text.strip(), span.element)
        for span, text, x, width in line.segments
        if span.target
    ]
