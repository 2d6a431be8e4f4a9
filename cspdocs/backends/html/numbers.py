"""Numbers before headings, paragraphs and entries of the contents list, as words."""

from __future__ import annotations

from typing import Final

from cspdocs.document.nodes import ContentsEntry, Heading, Inline, Paragraph, Text
from cspdocs.document.walk import plain_text

_GAP: Final = "\u2002"


def numbered(block: Heading | Paragraph | ContentsEntry) -> tuple[Inline, ...]:
    """What is printed of a block: its number, where it has one, and its words."""
    if not block.number:
        return block.content
    gap = _GAP if plain_text(block.content).strip() else ""
    return (Text(f"{block.number}{gap}"), *block.content)
