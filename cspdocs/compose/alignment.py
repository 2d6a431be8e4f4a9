"""Columns of numbers in tables of figures: they stand at the right, so that units are below units and tens below tens."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from cspdocs.compose.context import Context
from cspdocs.document.nodes import Block, Cell, Paragraph, Row, Table
from cspdocs.document.styles import NUMBER_STYLES
from cspdocs.document.walk import block_texts
from cspdocs.plan.quantities import read_quantity
from cspdocs.plan.unfilled import unfilled
from cspdocs.values import evolve

_NONE: Final = ("", "-", "\u2013", "\u2014", "n/a")
"""What people write where there is no number."""


def align_numbers(table: Table, context: Context) -> Table:
    """The table with the styles for numbers in each column at least half of which is numbers, and in its heading.

    What is said in place of a number stands with the others. Dashes and the like, and what is still to be filled in, do not
    count. A table for whose text or headings the template has other styles stays as it is: how these stand is for them to
    say.
    """
    style, wording = context.template.sheet.tables[table.style], context.template.wording
    if not {style.text, style.header} <= NUMBER_STYLES.keys():
        return table
    said = (wording.blank, wording.no_figure, wording.unchanged, wording.no_update, wording.no_status)
    none = {*_NONE, *(text.casefold() for text in said)}
    columns = [[row.cells[number] for row in table.rows] for number in range(len(table.widths))]
    numeric = [_is_of_numbers(column, none) for column in columns]
    header, rows = (tuple(_row(row, numeric) for row in rows) for rows in (table.header, table.rows))
    return evolve(table, header=header, rows=rows) if any(numeric) else table


def _is_of_numbers(column: Sequence[Cell], none: Collection[str]) -> bool:
    texts = [" ".join(block_texts(cell.content)).strip() for cell in column]
    read = [read_quantity(text) for text in texts if text.casefold() not in none and not unfilled(text)]
    numbers = sum(quantity is not None and quantity.is_bare for quantity in read)
    return numbers > 0 and numbers >= len(read) / 2


def _row(row: Row, numeric: Sequence[bool]) -> Row:
    cells = zip(row.cells, numeric, strict=True)
    return evolve(row, cells=tuple(_cell(cell) if number else cell for cell, number in cells))


def _cell(cell: Cell) -> Cell:
    return evolve(cell, content=tuple(_block(block) for block in cell.content))


def _block(block: Block) -> Block:
    return evolve(block, style=NUMBER_STYLES.get(block.style, block.style)) if isinstance(block, Paragraph) else block
