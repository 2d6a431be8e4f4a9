"""The columns of a table on a screen: how wide they are, what heads them, and how much room they need."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from math import ceil
from typing import Final

from cspdocs.document.nodes import Cell, Row, Table
from cspdocs.document.walk import block_texts
from cspdocs.values import frozen

_LETTER: Final = 0.5
"""The width of a letter, in rem: about the average of any common typeface."""
_PADDING: Final = 1.5
"""Left and right of the text of a cell, in rem."""
_EASY: Final = 20
"""So many letters in a line are read without trouble. A column with longer texts should have room for them."""
_LONGEST_WORD: Final = 40
_STEP: Final = 4
"""Room is counted in steps of so many rem, so that few tables need a rule of their own."""


@frozen
class Columns:
    """The columns in which any cell begins. Others, which cells only reach over, are none on the web.

    `starts` are their numbers, counted from 0; `shares` their parts of the width, in hundredths; `headings` what heads
    each column of the document; `room` the width in rem below which the table cannot be read with ease.
    """

    starts: tuple[int, ...]
    shares: tuple[int, ...]
    headings: tuple[str, ...]
    room: int

    @classmethod
    def of(cls, table: Table) -> Columns:
        """The columns of a table."""
        every = [(column, cell) for row in (*table.header, *table.rows) for column, cell in _placed(row)]
        starts = tuple(sorted({column for column, _ in every if column < len(table.widths)}))
        ends = (*starts[1:], len(table.widths))
        whole = sum(table.widths) or 1
        widths = (sum(table.widths[begin:end]) for begin, end in zip(starts, ends, strict=False))
        return cls(starts, tuple(max(1, round(100 * width / whole)) for width in widths), _headings(table), _room(table))

    def span(self, column: int, span: int) -> int:
        """How many of these columns a cell is wide."""
        return sum(column <= begin < column + span for begin in self.starts)

    def label(self, column: int, span: int) -> str:
        """What heads the columns that a cell stands in; nothing for a cell as wide as the table."""
        if span >= len(self.headings) > 1:
            return ""
        return ", ".join(dict.fromkeys(heading for heading in self.headings[column : column + span] if heading))


def _placed(row: Row) -> Iterator[tuple[int, Cell]]:
    """The cells of a row, each with the column in which it begins."""
    return zip(accumulate((cell.span for cell in row.cells), initial=0), row.cells, strict=False)


def _text(cell: Cell) -> str:
    return " ".join(" ".join(block_texts(cell.content)).split())


def _headings(table: Table) -> tuple[str, ...]:
    """What heads each column: the texts of the header rows above it."""
    headings: list[list[str]] = [[] for _ in table.widths]
    for row in table.header:
        for column, cell in _placed(row):
            text = _text(cell)
            for heading in headings[column : column + cell.span]:
                heading += [text] if text else []
    return tuple(" \u2013 ".join(heading) for heading in headings)


def _room(table: Table) -> int:
    """The width of a table in which no word is broken and no text stands in lines too short to read, in rem."""
    letters = [0] * len(table.widths)
    # A heading may stand in as many lines as it has words.
    for rows, easy in ((table.header, 0), (table.rows, _EASY)):
        for column, cell in (placed for row in rows for placed in _placed(row)):
            if cell.span == 1 and column < len(letters):
                text = _text(cell)
                word = min(_LONGEST_WORD, max(map(len, text.split()), default=0))
                letters[column] = max(letters[column], word, min(easy, len(text)))
    needed = sum(count * _LETTER + _PADDING for count in letters)
    return ceil(needed / _STEP) * _STEP
