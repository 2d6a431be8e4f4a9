"""Empty cells, rows and columns of tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from cspdocs.backends.docx.accessibility.faults import Fault, counted, named_table
from cspdocs.backends.docx.accessibility.parts import CELL, ROW, TABLE, TEXT, VAL, Element, Part, w
from cspdocs.backends.docx.accessibility.shades import WHITE, fill_of
from cspdocs.backends.docx.accessibility.tables import cells_of, rows_of
from cspdocs.backends.docx.accessibility.wordfile import WordFile

_SEEN: Final = tuple(w(name) for name in ("drawing", "pict", "object", "sym", "footnoteReference", "endnoteReference"))
_FORMULA: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


def is_blank(element: Element) -> bool:
    """Whether nothing is to be seen or read in an element."""
    if any(text and not text.isspace() for text in (found.text for found in element.iter(TEXT, _FORMULA))):
        return False
    return next(element.iter(*_SEEN), None) is None


def check_blanks(file: WordFile) -> Iterator[Fault]:
    """Empty cells, which leave open whether there is nothing to say; empty rows and columns, used for their looks."""
    for part in file.texts:
        blank: dict[Element, dict[Element, list[Element]]] = {}
        merged = _continuing(part)
        for cell in part.silent_cells:
            row, table = next(cell.iterancestors(ROW), None), next(cell.iterancestors(TABLE), None)
            if row is not None and table is not None and cell not in merged and is_blank(cell):
                blank.setdefault(table, {}).setdefault(row, []).append(cell)
        fills = _fills(part) if blank else {}
        for table, rows in blank.items():
            if file.looks.is_plain_table(table):
                yield from _check_layout(table, rows)
            else:
                yield from _Blanks(table, rows, fills).faults()


def _continuing(part: Part) -> set[Element]:
    """The cells that are the rest of one that begins in a row above."""
    merges = (merge for merge in part.all("vMerge") if merge.get(VAL) != "restart")
    return {cell for merge in merges for cell in merge.iterancestors(CELL)}


def _fills(part: Part) -> dict[Element, str]:
    """The colours of cells that have one of their own."""
    found: dict[Element, str] = {}
    for shading in part.all("shd"):
        properties = shading.getparent()
        if properties is not None and properties.tag == w("tcPr") and fill_of(shading) not in ("", WHITE):
            found[next(properties.iterancestors(CELL), properties)] = fill_of(shading)
    return found


def _check_layout(table: Element, blank: Mapping[Element, list[Element]]) -> Iterator[Fault]:
    cells = sum(len(cells_of(row)) for row in rows_of(table))
    empty = sum(len(found) for found in blank.values())
    if empty > cells / 2:
        cure = "take the empty cells out, and set distances by the styles of the text"
        verdict = f"has more empty cells than others, {empty} of {cells}"
        yield Fault("word-blank-row", named_table(table), verdict, cure, table)


class _Blanks:
    """The empty cells of a table of data, row by row."""

    def __init__(self, table: Element, blank: Mapping[Element, list[Element]], fills: Mapping[Element, str]) -> None:
        self._table = table
        self._fills = fills
        self._rows = {row: number for number, row in enumerate(rows_of(table), 1)}
        self._columns = {row: {cell: number for number, cell in enumerate(cells_of(row), 1)} for row in blank}
        self._blank_rows = {row: None for row, cells in blank.items() if len(cells) == len(self._columns[row])}
        self._cells = [(row, cell) for row, cells in blank.items() if row not in self._blank_rows for cell in cells]

    def faults(self) -> Iterator[Fault]:
        """Blank rows, blank columns, cells that say something by their colour alone, and the other empty cells."""
        name = named_table(self._table)
        cure = "take it out, and set distances by the styles of the text"
        for row in self._blank_rows:
            subject = f"row {self._rows.get(row, 0)} of {name}"
            yield Fault("word-blank-row", subject, "is blank", cure, self._table, row)
        columns = self._blank_columns()
        for column in columns:
            yield Fault("word-blank-row", f"column {column} of {name}", "is blank", cure, self._table)
        left = [(row, cell) for row, cell in self._cells if self._columns[row].get(cell) not in columns]
        telling = [(row, cell) for row, cell in left if self._is_told_by_colour(row, cell)]
        for row, cell in telling:
            subject = f"the cell in {self._place(row, cell)} of {name}"
            written = "write into it what its colour says"
            yield Fault("word-colour-alone", subject, "has a colour of its own and no words", written, self._table, cell)
        empty = [place for place in left if place not in telling] if telling else left
        if empty:
            row, cell = empty[0]
            verdict = "is empty, in" if len(empty) == 1 else "are empty, the first in"
            said = 'say why, as in "None" or "Not yet reported"'
            subject = f"{counted(len(empty), 'cell')} of {name}"
            yield Fault("word-empty-cell", subject, f"{verdict} {self._place(row, cell)}", said, self._table, cell)

    def _place(self, row: Element, cell: Element) -> str:
        return f"row {self._rows.get(row, 0)}, column {self._columns[row].get(cell, 0)}"

    def _blank_columns(self) -> list[int]:
        """The columns in which every cell is empty, but for those of rows that are blank altogether."""
        rows = len(self._rows) - len(self._blank_rows)
        met = Counter(self._columns[row].get(cell, 0) for row, cell in self._cells)
        return sorted(column for column, count in met.items() if column and count == rows > 1)

    def _is_told_by_colour(self, row: Element, cell: Element) -> bool:
        """Whether a cell has a colour that no other cell of its row has; that of a whole row is no message."""
        own = self._fills.get(cell)
        return own is not None and all(self._fills.get(other) != own for other in self._columns[row] if other is not cell)
