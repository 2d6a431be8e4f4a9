"""Going through a document: what stands inside a node, and its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from cspdocs.document.drawing import Drawing
from cspdocs.document.nodes import (
    Abbreviation,
    Block,
    Box,
    Contents,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Grid,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    PageCount,
    PageNumber,
    Paragraph,
    Quote,
    StatusMark,
    Strong,
    Table,
    Text,
    Unfilled,
    Value,
)


def plain_text(content: Iterable[Inline]) -> str:
    """The characters of inline nodes; a line break is a newline, a page number is nothing."""
    parts: list[str] = []
    for node in content:
        match node:
            case Text(text) | Abbreviation(text):
                parts.append(text)
            case StatusMark(word, mark):
                parts.append(f"{mark}\u00a0{word}")
            case LineBreak():
                parts.append("\n")
            case PageNumber() | PageCount():
                pass
            case Strong(inner) | Emphasis(inner) | Link(inner, _) | Foreign(inner, _) | Unfilled(inner) | Value(inner, _):
                parts.append(plain_text(inner))
            case _:
                assert_never(node)
    return "".join(parts)


def block_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of each paragraph-like thing in the blocks, in reading order; nothing that is empty."""
    for block in blocks:
        match block:
            case Heading(content, number=number) | Paragraph(content, number=number):
                yield from _shown(content, number)
            case List(items):
                for item in items:
                    yield from block_texts(item.content)
            case Quote(content, attribution):
                yield from block_texts(content)
                yield from _shown(attribution)
            case Box(content):
                yield from block_texts(content)
            case Figure():
                if isinstance(block.image, Drawing):
                    yield from block.image.labels
                yield from _shown(block.caption)
            case Table(_, header, rows):
                for row in (*header, *rows):
                    for cell in row.cells:
                        yield from block_texts(cell.content)
            case Grid(entries):
                for cell in entries:
                    yield from block_texts(cell.content)
            case DefinitionList(definitions):
                for definition in definitions:
                    yield from _shown(definition.term)
                    yield from _shown(definition.content)
            case Contents(entries):
                for entry in entries:
                    yield from _shown(entry.content, entry.number)
            case _:
                assert_never(block)


def document_texts(document: Document) -> Iterator[str]:
    """The text of each paragraph-like thing of the document, in reading order; no headers and footers."""
    for section in document.sections:
        yield from block_texts(section.blocks)


def numbered_text(number: str, text: str) -> str:
    """A number and the words that it stands before; either may be empty."""
    return f"{number} {text}" if number and text else number or text


def inner_blocks(blocks: Iterable[Block]) -> list[Block]:
    """All blocks in the order of reading, each before those that stand in it."""
    found: list[Block] = []
    waiting = [*blocks]
    waiting.reverse()
    while waiting:
        block = waiting.pop()
        found.append(block)
        kind = type(block)
        if kind is Paragraph or kind is Heading:
            continue
        within: list[Block] = []
        match block:
            case List(items):
                within = [inner for item in items for inner in item.content]
            case Quote(content) | Box(content):
                within = [*content]
            case Table(_, header, rows):
                within = [inner for row in (*header, *rows) for cell in row.cells for inner in cell.content]
            case Grid(entries):
                within = [inner for cell in entries for inner in cell.content]
        within.reverse()
        waiting += within
    return found


def anchors_of(document: Document) -> set[str]:
    """The anchors that links inside the document can lead to."""
    blocks = inner_blocks(block for section in document.sections for block in section.blocks)
    return {block.anchor for block in blocks if isinstance(block, Heading | Paragraph) and block.anchor}


def _shown(content: Iterable[Inline], number: str = "") -> Iterator[str]:
    text = numbered_text(number, plain_text(content))
    if text:
        yield text
