"""Tables: whether their headers are marked, and whether they are simple grids.

Word takes a table in the style "Normal Table" for layout, and any other for data. Data needs a header row: the box
"Header Row" of the table's design ticked, or the row marked to be repeated on each page ("a header row indicated").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cspdocs.backends.docx.accessibility.faults import Fault, counted, named_table, quoted, text_of
from cspdocs.backends.docx.accessibility.looks import is_on, number
from cspdocs.backends.docx.accessibility.parts import ROW, TABLE, VAL, Element, Part, query, w
from cspdocs.backends.docx.accessibility.wordfile import WordFile

# Content controls may stand around rows and cells, those of a repeated part two deep.
_ROWS: Final = query("w:tr | w:sdt/w:sdtContent/w:tr | w:sdt/w:sdtContent/w:sdt/w:sdtContent/w:tr")
_CELLS: Final = query("w:tc | w:sdt/w:sdtContent/w:tc | w:sdt/w:sdtContent/w:sdt/w:sdtContent/w:tc")
_UNEVEN: Final = query(
    "boolean(w:tr[count(w:tc) + count(w:sdt/w:sdtContent/w:tc) != $columns])"
    " or boolean(w:sdt/w:sdtContent//w:tr[count(w:tc) + count(w:sdt/w:sdtContent/w:tc) != $columns])"
)

_HEADER: Final = f"{w('trPr')}/{w('tblHeader')}"
_LOOK: Final = f"{w('tblPr')}/{w('tblLook')}"
_BITS: Final = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
"""What the number means by which older versions of Word write a table's look."""


def rows_of(table: Element) -> list[Element]:
    """The rows of a table, without those of tables in it."""
    rows: list[Element] = _ROWS(table)
    return rows


def cells_of(row: Element) -> list[Element]:
    """The cells of a row."""
    cells: list[Element] = _CELLS(row)
    return cells


def has_ticked(table: Element, name: str) -> bool:
    """Whether a box of a table's design is ticked, such as `firstRow`, "Header Row"."""
    look = table.find(_LOOK)
    if look is None:
        return False
    said = look.get(w(name))
    if said is not None:
        return said not in ("0", "false", "off")
    try:
        return bool(int(look.get(VAL, "0"), 16) & _BITS[name])
    except ValueError:
        return False


def first_row(table: Element) -> Element | None:
    """The first row of a table."""
    return next(table.iter(ROW), None)


def check_headers(file: WordFile) -> Iterator[Fault]:
    """Tables of data whose header is not marked, and tables for layout that have one."""
    for part in file.texts:
        for table in part.all("tbl"):
            row = first_row(table)
            repeated = row is not None and is_on(row.find(_HEADER))
            plain = file.looks.is_plain_table(table)
            if row is not None and not (plain or repeated or has_ticked(table, "firstRow")):
                cure = 'tick "Header Row" in its design, or give it the style "Normal Table" if it is only for layout'
                yield Fault("word-table-header", named_table(table), "has no header row marked", cure, table)
            elif repeated and _is_for_layout(rows_of(table), plain=plain):
                cure = 'clear "Repeat as header row" in the properties of the row'
                verdict = "has a header and nothing that it heads"
                yield Fault("word-layout-table-header", named_table(table), verdict, cure, table)


def _is_for_layout(rows: Sequence[Element], *, plain: bool) -> bool:
    """Whether a table with a header can hold no data: it has no other row, or is one plain column."""
    return bool(rows) and (is_on(rows[-1].find(_HEADER)) or (plain and len(cells_of(rows[0])) == 1))


def check_simple(file: WordFile) -> Iterator[Fault]:
    """Tables that are no simple grids: whoever goes through them cell by cell loses the column."""
    cure = "make it one row below the other with the same columns; what divides it may be a heading above a table of its own"
    for part in file.texts:
        merged = _merged_rows(part)
        nesting = {around for table in part.all("tbl") for around in table.iterancestors(TABLE)}
        for table in part.all("tbl"):
            row = first_row(table)
            reasons = _said_of_merged(merged.get(table, {}))
            if row is not None and not reasons and _UNEVEN(table, columns=len(cells_of(row))):
                reasons.append("rows with more cells than others")
            if table in nesting:
                reasons.append("a table in a cell")
            if reasons:
                verdict = f"is no simple grid: it has {', '.join(reasons)}"
                yield Fault("word-table-not-simple", named_table(table), verdict, cure, table)


def _merged_rows(part: Part) -> dict[Element, dict[Element, None]]:
    """For each table that has anything merged the rows in which it is."""
    found: dict[Element, dict[Element, None]] = {}
    for name, single in (("gridSpan", 1), ("hMerge", -1), ("vMerge", -1), ("gridBefore", 0), ("gridAfter", 0)):
        for mark in part.all(name):
            row, table = next(mark.iterancestors(ROW), None), next(mark.iterancestors(TABLE), None)
            if row is not None and table is not None and number(mark.get(VAL)) > single:
                found.setdefault(table, {})[row] = None
    return found


def _said_of_merged(merged: Iterable[Element]) -> list[str]:
    whole = [row for row in merged if len(cells_of(row)) == 1]
    said = []
    if whole:
        first = f" ({'' if len(whole) == 1 else 'the first '}{quoted(whole[0])})" if text_of(whole[0]) else ""
        said.append(f"{counted(len(whole), 'row')} of one cell{first}")
    if any(row not in whole for row in merged):
        said.append("merged cells")
    return said
