"""Does the summary stand on the one page that it is to be?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.document.nodes import Block, Box, Document, Heading
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.values import define

_NAMED: Final = 3
"""How many of the longest parts are named."""


@define
class _Part:
    """What stands below a heading of the first level."""

    title: str
    origin: str
    words: int = 0


def check_length(document: Document, pages: int) -> Iterator[Diagnostic]:
    """That a summary takes more pages than one, and what of it is longest; nothing where it fits."""
    if pages <= 1:
        return
    longest = sorted(_parts(document), key=lambda part: -part.words)[:_NAMED]
    named = ", ".join(f'"{part.title}" ({part.words} words)' for part in longest)
    what = f"leave something out of its longest parts: {named}; or " if named else ""
    yield Diagnostic(
        code="summary-length",
        message=f"the summary takes {pages} pages; it is to stand on one",
        severity=Severity.WARNING,
        path=longest[0].origin if longest else "",
        hint=f'{what}give the template a sheet of paper "Summary" with narrower margins, or smaller styles "Summary …"',
    )


def _parts(document: Document) -> list[_Part]:
    """The parts in their order, with the number of words below each heading."""
    parts: list[_Part] = []
    for block in _opened(block for section in document.sections for block in section.blocks):
        if isinstance(block, Heading) and block.level == 1:
            parts.append(_Part(plain_text(block.content), block.origin))
        elif parts:
            # Where the heading is the template's, what stands below it says which field is long.
            parts[-1].origin = parts[-1].origin or getattr(block, "origin", "")
            parts[-1].words += sum(len(text.split()) for text in block_texts((block,)))
    return parts


def _opened(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those in boxes in place of their box."""
    for block in blocks:
        if isinstance(block, Box):
            yield from block.content
        else:
            yield block
