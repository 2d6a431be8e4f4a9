"""Breaking text that is all of one kind into lines: the same lines as `lines` would make, several times as fast."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from cspdocs.layout.spans import FORCED_BREAK, Line, Segment, Span

_SOFT_HYPHEN: Final = "\u00ad"
_ZERO_WIDTH_SPACE: Final = "\u200b"
# A hyphen counts only after a letter or digit, so that "-9.2%" stays whole.
_DASH: Final = re.compile(r"(?<=\w)-|[\u2013\u2014]+")
_SHORT: Final = 30
"""Texts of so few characters mostly fit, and come again: names, figures, the words of statuses."""


Cut: TypeAlias = tuple[int, int, int, float]
"""A line of a text: where it begins, where the next one does, where its letters end, and how wide it is, in ems."""


class PlainLines:
    """The lines of a text in one face. Where they are broken is known; each is cut out when it is asked for."""

    __slots__ = ("_cuts", "_size", "_spans", "_text")

    def __init__(self, spans: Sequence[Span], text: str, size: float, cuts: Sequence[Cut]) -> None:
        self._spans = spans
        self._text = text
        self._size = size
        self._cuts = cuts

    def __len__(self) -> int:
        return len(self._cuts)

    def __iter__(self) -> Iterator[Line]:
        spans, text, size = self._spans, self._text, self._size
        if len(spans) == 1:
            for start, stop, _, width in self._cuts:
                yield Line((Segment(spans[0], text[start:stop], 0.0, width * size),), width * size)
        else:
            ends = spans[0].face.ends(text)
            for cut in self._cuts:
                yield Line(tuple(_segments(spans, text, ends, cut, size)), cut[3] * size)


def break_plain(spans: Sequence[Span], size: float, limits: Iterator[float]) -> PlainLines | None:
    """The lines of text in one face, cut out of it as they are; `None` for text that is not as plain.

    Most text of a plan is of this kind. Where every character ends is added up once; each line then is one search for the
    last character that fits and one back to the last place to break. Not plain are forced breaks, soft hyphens, zero-width
    spaces, several faces, and words wider than a line.
    """
    text, face = spans[0].text, spans[0].face
    if len(spans) > 1:
        if any(span.face is not face for span in spans):
            return None
        text = "".join([span.text for span in spans])
    if not text or FORCED_BREAK in text or _SOFT_HYPHEN in text or _ZERO_WIDTH_SPACE in text:
        return None
    length, limit = len(text), next(limits) / size
    if length <= _SHORT and text[-1] != " " and (width := face.width(text)) <= limit:
        return PlainLines(spans, text, size, ((0, length, length, width),))
    ends = face.ends(text)
    dashed = "-" in text or "\u2013" in text or "\u2014" in text
    dashes = [found.end() for found in _DASH.finditer(text)] if dashed else ()
    cuts: list[Cut] = []
    start = 0
    while start < length:
        fits = bisect_right(ends, ends[start] + limit, start) - 1
        stop = length if fits >= length else _last_break(text, start, fits, dashes)
        reached = stop
        while reached > start and text[reached - 1] == " ":
            reached -= 1
        if stop < length and reached == start:
            return None
        cuts.append((start, stop, reached, ends[reached] - ends[start]))
        start, limit = stop, next(limits) / size
    return PlainLines(spans, text, size, cuts)


def _last_break(text: str, start: int, fits: int, dashes: Sequence[int]) -> int:
    """Where the next line begins when the characters up to `fits` have room; `start` where there is no place to break."""
    stop = text.rfind(" ", start, fits + 1) + 1
    if stop > fits:
        # What does not fit is a space, which needs no room at the end of a line; nor do those after it.
        while stop < len(text) and text[stop] == " ":
            stop += 1
    elif dashes:
        before = bisect_right(dashes, fits) - 1
        stop = max(stop, dashes[before] if before >= 0 else 0)
    return max(stop, start)


def _segments(spans: Sequence[Span], text: str, ends: Sequence[float], line: Cut, size: float) -> Iterator[Segment]:
    """A line, span by span."""
    start, stop, reached, _ = line
    first = ends[start]
    end = 0
    for span in spans:
        end += len(span.text)
        if end > start:
            last = min(end, stop)
            x = (ends[min(start, reached)] - first) * size
            yield Segment(span, text[start:last], x, (ends[min(last, reached)] - first) * size - x)
            start = last
        if end >= stop:
            return
