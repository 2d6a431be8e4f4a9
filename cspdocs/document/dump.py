"""The document tree printed as indented text, to be read by people and compared by tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from cspdocs.document.drawing import Drawing
from cspdocs.document.nodes import (
    Abbreviation,
    Block,
    Box,
    Cell,
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
    Section,
    StatusMark,
    Strong,
    Table,
    Text,
    Unfilled,
    Value,
)
from cspdocs.document.walk import numbered_text


def dump_document(document: Document) -> str:
    """The tree, one node a line, two spaces deeper for each level. Runs are shown in a notation like Markdown."""
    lines = [f"document: {document.title} [{document.language}]"]
    for name, paragraphs in (("header", document.header), ("footer", document.footer)):
        lines += [f"  {name}: {_inlines(paragraph.content)}" for paragraph in paragraphs]
    for section in document.sections:
        lines += _indented(_section(section))
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    furniture = "" if section.running else ", no header and footer"
    yield f"section {section.name}: page {section.page}{furniture}{_origin(section.origin)}"
    for block in section.blocks:
        yield from _indented(_block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(content, level, anchor, number):
            yield f"heading {level} #{anchor}: {numbered_text(number, _inlines(content))}{_origin(block.origin)}"
        case Paragraph(content, style, anchor, number):
            named = f" #{anchor}" if anchor else ""
            yield f"{style.lower()}{named}: {numbered_text(number, _inlines(content))}{_origin(block.origin)}"
        case List(items, ordered, start):
            yield f"numbered list from {start}" if ordered else "list"
            for item in items:
                yield "  item"
                for inner in item.content:
                    yield from _indented(_block(inner), 2)
        case Quote(blocks, attribution):
            yield f"quote{_origin(block.origin)}"
            for inner in blocks:
                yield from _indented(_block(inner))
            if attribution:
                yield f"  said by: {_inlines(attribution)}"
        case Box(blocks, style):
            yield f"box {style}{_origin(block.origin)}"
            for inner in blocks:
                yield from _indented(_block(inner))
        case Figure():
            yield from _figure(block)
        case Table():
            yield from _table(block)
        case Grid(entries, columns, style, title):
            yield f"grid {style}, {columns} wide: {title}{_origin(block.origin)}"
            yield from _cells(entries)
        case DefinitionList(definitions):
            yield f"definitions{_origin(block.origin)}"
            for definition in definitions:
                yield f"  {_inlines(definition.term)} = {_inlines(definition.content)}{_origin(definition.origin)}"
        case Contents(entries, page):
            yield f"contents ({page})"
            for entry in entries:
                yield f"  {entry.level} #{entry.anchor}: {numbered_text(entry.number, _inlines(entry.content))}"
        case _:
            assert_never(block)


def _figure(figure: Figure) -> Iterator[str]:
    shown = "decorative" if figure.alt is None else f'"{figure.alt}"'
    side = f", {figure.side}" if figure.side else ""
    yield f"figure {figure.width} x {figure.height}{side}: {shown}{_origin(figure.origin)}"
    if isinstance(figure.image, Drawing):
        yield from (f"  label: {label}" for label in figure.image.labels)
    if figure.caption:
        yield f"  caption: {_inlines(figure.caption)}"


def _table(table: Table) -> Iterator[str]:
    yield f"table {table.style} ({', '.join(str(width) for width in table.widths)}): {table.title}{_origin(table.origin)}"
    for row in table.header:
        yield "  header"
        yield from _cells(row.cells)
    for row in table.rows:
        depth = f" {row.band}" if row.band > 1 else ""
        kind = f"band{depth}" if row.band else "total" if row.total else "joined row" if row.joined else "row"
        yield f"  {kind}{_origin(row.origin)}"
        yield from _cells(row.cells)


def _cells(cells: Iterable[Cell]) -> Iterator[str]:
    for cell in cells:
        span = f" over {cell.span}" if cell.span > 1 else ""
        fill = f" {cell.fill}" if cell.fill else ""
        yield f"    cell{span}{fill}{_origin(cell.origin)}"
        for inner in cell.content:
            yield from _indented(_block(inner), 3)


def _inlines(content: Iterable[Inline]) -> str:
    parts: list[str] = []
    for node in content:
        match node:
            case Text(text):
                parts.append(text)
            case Strong(inner):
                parts.append(f"**{_inlines(inner)}**")
            case Emphasis(inner):
                parts.append(f"*{_inlines(inner)}*")
            case Link(inner, target):
                parts.append(f"[{_inlines(inner)}]({target})")
            case Foreign(inner, language):
                parts.append(f"[{_inlines(inner)}]{{lang={language}}}")
            case Abbreviation(text, expansion):
                parts.append(f"{text}[={expansion}]")
            case Unfilled(inner):
                parts.append(f"[{_inlines(inner)}]{{unfilled}}")
            case Value(inner, origin):
                parts.append(f"{_inlines(inner)}<{origin}>")
            case LineBreak():
                parts.append("⏎")
            case StatusMark(word, mark):
                parts.append(f"{mark} {word}")
            case PageNumber():
                parts.append("{page}")
            case PageCount():
                parts.append("{pages}")
            case _:
                assert_never(node)
    return "".join(parts)


def _indented(lines: Iterable[str], levels: int = 1) -> Iterator[str]:
    return ("  " * levels + line for line in lines)


def _origin(origin: str) -> str:
    return f"  <{origin}>" if origin else ""
