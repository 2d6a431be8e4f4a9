"""Blocks that one field of the plan says, together in its content control."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from cspdocs.backends.docx.paragraphs import in_paragraph
from cspdocs.backends.docx.runs import unfilled, unmarked
from cspdocs.backends.docx.story import Story
from cspdocs.document.beside import runs_beside
from cspdocs.document.nodes import Block, Heading, Inline, List, Paragraph, Quote, Value
from cspdocs.document.walk import block_texts, plain_text

WriteBlock: TypeAlias = Callable[[int, Block], list[str]]
"""Writes one of several blocks, told which of them it is."""


def write_fields(blocks: Sequence[Block], story: Story, write: WriteBlock) -> list[str]:
    """What `write` makes of each block, those that follow each other and come from one field in a control around them.

    A paragraph of plain text has its control in its line, and is written as any other here.
    """
    controls = story.controls
    if len(blocks) == 1 and not (controls.takes(_origin(blocks[0])) and _needs_control(blocks, _origin(blocks[0]))):
        return write(0, blocks[0])
    written: list[str] = []
    if not controls.fields or controls.opened:
        for number, block in enumerate(blocks):
            written += write(number, block)
        return written
    for path, members in groupby(enumerate(blocks), key=lambda pair: _origin(pair[1])):
        group = list(members)
        if controls.takes(path) and _needs_control([block for _, block in group], path):
            written += _enclosed(path, group, story, write)
        else:
            for number, block in group:
                written += write(number, block)
    return written


def _enclosed(path: str, group: Sequence[tuple[int, Block]], story: Story, write: WriteBlock) -> list[str]:
    inner: list[str] = []
    story.controls.opened = path
    for number, block in group:
        inner += write(number, block)
    story.controls.opened = ""
    text = "\n".join(_texts(block for _, block in group))
    # LibreOffice, from 7.4 to 26.8, forgets where a control ends that has others in it; a bookmark tells.
    start, end = story.bookmark_ends(path)
    inner[0] = in_paragraph(inner[0], start)
    inner[-1] = f"{inner[-1].removesuffix('</w:p>')}{end}</w:p>"
    return story.controls.around_blocks(path, story.clean(text, path), inner)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of each paragraph in blocks that are only text, without numbers, which nobody types."""
    for block in blocks:
        match block:
            case Heading(content) | Paragraph(content):
                yield plain_text(content)
            case List(items):
                for item in items:
                    yield from _texts(item.content)
            case Quote(inner, attribution):
                yield from _texts(inner)
                yield from (plain_text(attribution),) if attribution else ()
            case _:
                yield from block_texts((block,))


def _origin(block: Block) -> str:
    return getattr(block, "origin", "")


def _needs_control(blocks: Sequence[Block], path: str) -> bool:
    """Whether blocks of one field are more than a paragraph that holds its own control; only text can be in one."""
    match blocks:
        case (Heading(content) | Paragraph(content),):
            return unmarked(content) is None and unfilled(content) is None and not _says(content, path)
        case _:
            return all(isinstance(block, Heading) or runs_beside(block) for block in blocks)


def _says(content: Sequence[Inline], path: str) -> bool:
    """Whether a part of a paragraph has the control of its field."""
    return any(isinstance(node, Value) and node.origin == path for node in content)
