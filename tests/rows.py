"""Tables and lists of composed documents, as texts."""

from __future__ import annotations

from collections.abc import Iterable

from cspdocs.document.nodes import Block, Cell, Heading, List, Row, Table
from cspdocs.document.walk import block_texts, plain_text


def said(cell: Cell) -> str:
    """The texts of a cell, a line each."""
    return "\n".join(block_texts(cell.content))


def texts(row: Row) -> list[str]:
    """The texts of the cells of a row."""
    return [said(cell) for cell in row.cells]


def headings(table: Table) -> list[str]:
    """The headings of the columns."""
    return texts(table.header[0])


def body(table: Table) -> list[list[str]]:
    """The texts of all rows below the header."""
    return [texts(row) for row in table.rows]


def outline(blocks: Iterable[Block]) -> list[str]:
    """What stands below one another: headings with their level, the others by their first words."""
    made = []
    for block in blocks:
        first = next(iter(block_texts((block,))), "")
        match block:
            case Heading(content, level):
                made.append(f"h{level} {plain_text(content)}")
            case Table():
                made.append(f"table of {', '.join(texts(row)[0] for row in block.rows)}")
            case List(items):
                made.append(f"list of {', '.join(next(iter(block_texts(item.content)), '') for item in items)}")
            case _:
                made.append(first)
    return made
