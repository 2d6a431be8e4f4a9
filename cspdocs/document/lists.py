"""How lists stand on the page, in Word and PDF alike: how far in their words, how far out their marks."""

from __future__ import annotations

from typing import Final, NamedTuple

from cspdocs.document.letterwidths import text_width
from cspdocs.document.nodes import List, ListItem, Paragraph
from cspdocs.document.styles import Style

LABEL_GAP: Final = 0.25
"""The least space between a mark and the words after it, in ems."""
_FEW_WORDS: Final = 10
"""The room of a few words, in ems."""
_A_WORD: Final = 4
"""The room of a short word, in ems."""
ROOM_AFTER_TAB: Final = 6
"""The room, in ems, that text after a tab needs to stand beside what is before it, such as a meaning beside its term."""
_BULLET: Final = "\u2022"


def style_of_marks(listing: List) -> str:
    """The name of the style of what stands before the items: that of their words, which are small in cells."""
    match listing.items:
        case (ListItem((Paragraph(_, name), *_)), *_) if name != "Body":
            return name
        case _:
            return "List"


class Standing(NamedTuple):
    """How far the words of a list stand to the right of what the list stands in, and their marks before them, in points."""

    step: float
    hang: float


def list_standing(listing: List, style: Style, step: float, size: float, room: float) -> Standing:
    """Where a list stands in its column: as its style says, but that high numbers have the room they need.

    However deep the lists, a line keeps room for a few words; in a narrow column at least the marks hang, and in the
    narrowest not even these.

    Args:
        listing: The list.
        style: The style of lists.
        step: How far in that style has the words.
        size: Of the letters, in points.
        room: The width of the column, in points.
    """
    numbers = range(listing.start, listing.start + len(listing.items))
    marks = [f"{number}." for number in numbers] if listing.ordered else [_BULLET]
    widest = (max((text_width(mark) for mark in marks), default=0.0) + LABEL_GAP) * size
    hang = max(0.0, -style.first_line.pt)
    if hang and listing.ordered:
        hang = max(hang, widest)
    fitted = max(room - _FEW_WORDS * size, widest if room - widest > _A_WORD * size else 0.0)
    step = min(max(step, hang), fitted)
    return Standing(step, min(step, hang))
