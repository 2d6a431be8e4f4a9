"""Numbers before headings and paragraphs: what counts in them, and the room they need.

Word counts such numbers itself, so `2.1` has to be taken for what it is: the first part of the second part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import ceil
from typing import Final

from cspdocs.document.letterwidths import text_width
from cspdocs.document.nodes import ContentsEntry, Document, Heading, Paragraph
from cspdocs.document.styles import Style, StyleSheet
from cspdocs.document.walk import inner_blocks
from cspdocs.units import Length, pt
from cspdocs.values import frozen

_NUMBER: Final = re.compile(
    r"(?P<before>(?:.*[^\w.%])?)(?P<counted>(?:[A-Z](?:\.?[1-9]\d{0,3})?|[1-9]\d{0,3})(?:\.[1-9]\d{0,3})*)(?P<after>[.):]?)"
)
_COUNT: Final = re.compile(r"[A-Z]|\d+")
_DEEPEST: Final = 9
"""Word counts on nine levels."""

WORDS_GAP: Final = "\u00a0 "
"""The white space between a number with words and the title in the contents list."""
_LEAST: Final = 3.0
"""The room of a number, at least, in letters of Body: headings and paragraphs then begin at one line."""
_GAP: Final = 0.6
"""The white space between a number and the words, at least, in ems."""
_BOLD: Final = 1.1
"""How much wider bold letters are, at most."""


@frozen
class Number:
    """A number taken apart: `counts` from the outermost level on, the first of them a letter where it is `lettered`.

    `pattern` is the number with `%1`, `%2` and so on in place of what is counted.
    """

    pattern: str
    counts: tuple[int, ...]
    lettered: bool = False


def read_number(text: str) -> Number | None:
    """The number that is printed as `text`; `None` where nothing in it can be counted."""
    found = _NUMBER.fullmatch(text)
    if found is None or "%" in found["before"]:
        return None
    parts = _COUNT.findall(found["counted"])
    if len(parts) > _DEEPEST:
        return None
    lettered = parts[0].isalpha()
    counts = (ord(parts[0]) - ord("A") + 1 if lettered else int(parts[0]), *map(int, parts[1:]))
    levels = iter(range(1, len(parts) + 1))
    pattern = _COUNT.sub(lambda _: f"%{next(levels)}", found["counted"])
    return Number(f"{found['before']}{pattern}{found['after']}", counts, lettered)


@frozen
class NumberRooms:
    """The room that numbers need before the words. `widest` is the width of the widest of each pattern, in ems."""

    widest: Mapping[str, float]
    least: Length

    def room(self, number: str, style: Style) -> Length:
        """How far from the number's left edge the words begin, in a paragraph of that style: whole points."""
        ems = self.widest.get(_pattern(number), 0.0) * (_BOLD if style.bold else 1.0)
        return max(self.least, _whole((ems + _GAP) * style.size))


NO_NUMBERS: Final = NumberRooms({}, Length(0))
"""The room of numbers in a document that has none."""


def number_rooms(document: Document, sheet: StyleSheet) -> NumberRooms:
    """The room of all numbers of a document, so that words below one another begin at one line."""
    widest: dict[str, float] = {}
    for section in document.sections:
        for block in inner_blocks(section.blocks):
            if isinstance(block, Heading | Paragraph) and block.number:
                pattern = _pattern(block.number)
                widest[pattern] = max(widest.get(pattern, 0.0), text_width(block.number))
    return NumberRooms(widest, _whole(_LEAST * sheet.styles["Body"].size))


def contents_rooms(entries: Iterable[ContentsEntry], sheet: StyleSheet) -> dict[int, Length]:
    """The room of numbers in the contents list, level by level; nothing for levels without numbers.

    Numbers with words, such as `Appendix A`, need none: the title goes on after them, so that they push no others aside.
    """
    rooms: dict[int, Length] = {}
    for entry in entries:
        if entry.number and not has_words(entry.number):
            needed = _whole((text_width(entry.number) + _GAP) * sheet.styles[entry.style].size)
            rooms[entry.level] = max(rooms.get(entry.level, needed), needed)
    return rooms


def has_words(number: str) -> bool:
    """Whether there is more in a number than what is counted."""
    return not _pattern(number).startswith("%")


def _pattern(text: str) -> str:
    number = read_number(text)
    return number.pattern if number else text


def _whole(length: float) -> Length:
    return pt(ceil(length / pt(1)))
