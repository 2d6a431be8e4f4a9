"""What is read of headings, paragraphs and entries of the contents list: numbers before them, as words, and their text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cspdocs.backends.html.markup import without_forbidden
from cspdocs.document.nodes import ContentsEntry, Heading, Inline, Paragraph, Text
from cspdocs.document.walk import plain_text

_GAP: Final = "\u2002"


def numbered(block: Heading | Paragraph | ContentsEntry) -> tuple[Inline, ...]:
    """What is printed of a block: its number, where it has one, and its words."""
    if not block.number:
        return block.content
    gap = _GAP if plain_text(block.content).strip() else ""
    return (Text(f"{block.number}{gap}"), *block.content)


def shows_words(content: Iterable[Inline]) -> bool:
    """Whether anything is to be read in inline nodes."""
    return bool(without_forbidden(plain_text(content)).strip())
