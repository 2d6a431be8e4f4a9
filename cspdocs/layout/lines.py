"""Breaking text into lines, as the council's word processor does.

Greedy: a line takes every word that fits. A line may end after a space, after a hyphen inside a word, after an en or em
dash, at a soft hyphen (then drawn) and at a zero-width space; never at a no-break space or no-break hyphen, never after
a slash. There is no kerning and no automatic hyphenation. A word longer than the whole line is cut, as a last resort.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, groupby, islice, repeat
from typing import Final, NamedTuple

from cspdocs.layout.plainlines import PlainLines, break_plain
from cspdocs.layout.spans import Line, Segment, Span

_SOFT_HYPHEN: Final = "\u00ad"
_DASHES: Final = "-\u2013\u2014"
_TOLERANCE: Final = 1e-6

# A word with what ends it: a hyphen counts only after a letter or digit, so that "-9.2%" stays whole.
_WORD: Final = re.compile(
    r"(?P<forced>\n)"
    r"|(?P<core>(?:[^ \-\u2013\u2014\u00ad\u200b\n]|(?<!\w)-)*(?:(?<=\w)-|[\u2013\u2014]+)?)"
    r"(?P<soft>[\u00ad\u200b]*)(?P<space> *)"
)


class _Part(NamedTuple):
    """Text in one span."""

    span: Span
    text: str
    width: float


class _Word(NamedTuple):
    """Text that is not broken, the space after it, and whether a hyphen is drawn when a line ends after it."""

    parts: tuple[_Part, ...]
    width: float
    space: tuple[_Part, ...] = ()
    soft: bool = False
    forced: bool = False

    @property
    def advance(self) -> float:
        """How far the next word stands from the start of this one."""
        return self.width + sum(part.width for part in self.space)

    def hyphen(self, size: float) -> float:
        """The width of the hyphen that would end a line after this word."""
        return self.parts[-1].span.face.width("-") * size if self.soft else 0.0


def break_lines(
    spans: Sequence[Span], size: float, width: float, first: float = 0.0, beside: int = 0, narrower: float = 0.0
) -> Sequence[Line] | PlainLines:
    """The lines of a paragraph, at least one.

    Args:
        spans: The text. `FORCED_BREAK` inside a text begins a new line.
        size: Font size in points.
        width: Width of the column in points.
        first: By how much the first line is narrower (points; negative: wider).
        beside: How many lines from the first on stand beside a picture.
        narrower: By how much these are narrower than the column (points), the first in addition to `first`.
    """
    if not spans:
        return [Line((), 0.0)]
    plain = break_plain(spans, size, _limits(width, first, beside, narrower))
    if plain is not None:
        return plain
    lines: list[Line] = []
    current: list[_Word] = []
    limits = _limits(width, first, beside, narrower)
    filled, limit = 0.0, next(limits)
    waiting = list(_words(spans, size))
    waiting.reverse()
    forced = False
    while waiting:
        word = waiting.pop()
        forced = word.forced
        if current and filled + word.width > limit:
            waiting += [word, *_held_back(current, filled, size, limit)]
            lines.append(_line(current, size, broken=True))
        elif word.width > limit and _can_be_cut(word):
            head, rest = _cut(word, size, limit)
            waiting.append(rest)
            lines.append(_line([head], size, broken=False))
        else:
            current.append(word)
            filled += word.advance
            if not forced:
                continue
            lines.append(_line(current, size, broken=False))
        current, filled, limit = [], 0.0, next(limits)
    if current or not lines or forced:
        lines.append(_line(current, size, broken=False))
    return lines


def _limits(width: float, first: float, beside: int, narrower: float) -> Iterator[float]:
    """The widths of the lines, one after the other, and a little more, so that what just fits does fit."""
    wide = max(0.0, width) + _TOLERANCE
    if not (beside or first):
        return repeat(wide)
    if not beside:
        return chain((max(0.0, width - first) + _TOLERANCE,), repeat(wide))
    narrow = width - narrower
    return chain((max(0.0, narrow - first) + _TOLERANCE,), repeat(max(0.0, narrow) + _TOLERANCE, beside - 1), repeat(wide))


def _words(spans: Sequence[Span], size: float) -> Iterator[_Word]:
    """The words of all spans; a word may run over the edge of a span."""
    reader = _Reader(spans, size)
    for found in _WORD.finditer(reader.text):
        if found["forced"]:
            yield _Word((), 0.0, reader.apart(found.start()), forced=True)
        elif found.end() > found.start():
            core = reader.parts(*found.span("core"))
            space = reader.parts(*found.span("space"))
            soft = bool(core) and not space and _SOFT_HYPHEN in found["soft"] and found["core"][-1] not in _DASHES
            yield _Word(core, sum(part.width for part in core), space, soft)


class _Reader:
    """Takes the text of all spans apart again, from its start to its end."""

    def __init__(self, spans: Sequence[Span], size: float) -> None:
        self.text = "".join(span.text for span in spans)
        self._spans = spans
        self._size = size
        self._ends = list(accumulate(len(span.text) for span in spans))
        self._at = 0

    def parts(self, start: int, stop: int) -> tuple[_Part, ...]:
        """The text between two places, span by span."""
        made: list[_Part] = []
        while start < stop:
            span, end = self._span(start)
            piece = self.text[start : min(stop, end)]
            made.append(_Part(span, piece, span.face.width(piece) * self._size))
            start = end
        return tuple(made)

    def apart(self, place: int) -> tuple[_Part, ...]:
        """The space that stands for a forced break, so that the words on its two sides are not read as one."""
        if not place or self.text[place - 1] in " \n":
            return ()
        return (_Part(self._span(place - 1)[0], " ", 0.0),)

    def _span(self, place: int) -> tuple[Span, int]:
        """The span that a place lies in, and where it ends."""
        while self._ends[self._at] <= place:
            self._at += 1
        return self._spans[self._at], self._ends[self._at]


def _held_back(current: list[_Word], filled: float, size: float, limit: float) -> list[_Word]:
    """Takes words from the end of `current` until the hyphen that must be drawn has room; the last one taken first."""
    held: list[_Word] = []
    while filled + current[-1].hyphen(size) > limit:
        last = current[-1]
        if not last.soft or (len(current) == 1 and not _can_be_cut(last)):
            break
        if len(current) > 1:
            held.append(current.pop())
            filled -= last.advance
        else:
            current[0], rest = _cut(last, size, limit - last.hyphen(size))
            held.append(rest)
            break
    return held


def _can_be_cut(word: _Word) -> bool:
    return sum(len(part.text) for part in word.parts) > 1


def _cut(word: _Word, size: float, limit: float) -> tuple[_Word, _Word]:
    """As many characters of `word` as fit, but at least one, and the rest, at least one too."""
    letters = ((part.span.face, character) for part in word.parts for character in part.text)
    most = sum(len(part.text) for part in word.parts) - 1
    count, filled = 0, 0.0
    for face, character in islice(letters, most):
        filled += face.width(character) * size
        if count and filled > limit:
            break
        count += 1
    head: list[_Part] = []
    rest: list[_Part] = []
    for part in word.parts:
        taken = part.text[:count]
        count -= len(taken)
        wide = sum(part.span.face.width(character) for character in taken) * size
        if taken:
            head.append(_Part(part.span, taken, wide))
        if len(taken) < len(part.text):
            rest.append(_Part(part.span, part.text[len(taken) :], part.width - wide))
    return (
        _Word(tuple(head), sum(part.width for part in head)),
        word._replace(parts=tuple(rest), width=sum(part.width for part in rest)),
    )


def _line(words: Sequence[_Word], size: float, *, broken: bool) -> Line:
    """The words as segments, one for each run of the same span. `broken`: the paragraph goes on where they end."""
    parts: list[_Part] = []
    for number, word in enumerate(words, 1):
        parts += word.parts
        if number < len(words):
            parts += word.space
        else:
            parts += [part._replace(width=0.0) for part in word.space]
            if broken and word.soft:
                parts.append(_Part(word.parts[-1].span, "-", word.hyphen(size)))
    segments: list[Segment] = []
    x = 0.0
    for _, run in groupby(parts, key=lambda part: id(part.span)):
        same = list(run)
        width = sum(part.width for part in same)
        segments.append(Segment(same[0].span, "".join(part.text for part in same), x, width))
        x += width
    return Line(tuple(segments), x)
