"""Paragraphs as WordprocessingML."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from cspdocs.backends.docx.styles.names import SECTION_END, style_id


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in the style of that name. Every paragraph has properties, be it only its style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{properties}</w:pPr>{content}</w:p>'


_PARAGRAPHS: Final = ("<w:p>", "<w:sdt>")

SEPARATOR: Final = paragraph(SECTION_END, "")
"""What stands after a table without white space below it, so that it does not grow together with another."""


CONTROL: Final = "<w:sdt>"
"""How a content control begins."""


def complete(written: Sequence[str]) -> list[str]:
    """All blocks of a section or a cell, with a paragraph as the last of them, as Word wants it.

    Separators that stand before a paragraph are taken out: they separate nothing. A content control around paragraphs
    begins and ends with one.
    """
    kept = [
        block
        for block, following in zip_longest(written, written[1:], fillvalue="")
        if block != SEPARATOR or not following.startswith(_PARAGRAPHS)
    ]
    return kept if kept and kept[-1].startswith(_PARAGRAPHS) else [*kept, SEPARATOR]


def in_paragraph(written: str, markup: str) -> str:
    """The blocks with something more at the start of the first paragraph."""
    return written.replace("</w:pPr>", f"</w:pPr>{markup}", 1)


def with_property(written: str, markup: str) -> str:
    """The paragraph with one property more, the last one."""
    return written.replace("</w:pPr>", f"{markup}</w:pPr>", 1)
