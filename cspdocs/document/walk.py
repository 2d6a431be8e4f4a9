"""Going through a document: what stands inside a node, and its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from cspdocs.document.nodes import (
    Abbreviation,
    Block,
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
            case Strong(inner) | Emphasis(inner) | Link(inner, _) | Foreign(inner, _):
                parts.append(plain_text(inner))
            case _:
                assert_never(node)
    return "".join(parts)


def block_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of each paragraph-like thing in the blocks, in reading order; nothing that is empty."""
    for block in blocks:
        match block:
            case Heading(content) | Paragraph(content):
                yield from _shown(content)
            case List(items):
                for item in items:
                    yield from block_texts(item.content)
            case Quote(content, attribution):
                yield from block_texts(content)
                yield from _shown(attribution)
            case Figure():
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
                    yield from _shown(entry.content)
            case _:
                assert_never(block)


def document_texts(document: Document) -> Iterator[str]:
    """The text of each paragraph-like thing of the document, in reading order; no headers and footers."""
    for section in document.sections:
        yield from block_texts(section.blocks)


def _shown(content: Iterable[Inline]) -> Iterator[str]:
    text = plain_text(content)
    if text:
        yield text
