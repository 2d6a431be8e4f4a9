"""The widths of columns: as they are asked for, and the rest shared so that words stay whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from math import inf, sqrt
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from cspdocs.document.letterwidths import text_width
from cspdocs.document.nodes import Block, List, Paragraph, Row
from cspdocs.document.styles import Style, StyleSheet, TableStyle
from cspdocs.document.walk import block_texts
from cspdocs.units import Length

_WORD: Final = re.compile("[^ \n\u2013\u2014-]+[\u2013\u2014-]?")
"""What is not broken between two lines; a status is one word with its mark."""
_LONGEST_WORD: Final = 24
"""Letters of a word for which a column is made wide enough; longer ones, mostly addresses, may be cut."""
_AMPLE: Final = 12
"""A single column without a width need not be measured where it has that part of the page, or more."""
_SLACK: Final = 1.04
"""Widths are only about right."""


class Widths(NamedTuple):
    """A width for each column; and the words that would be cut because there are too many columns for the page."""

    columns: tuple[Length, ...]
    cut: tuple[str, ...] = ()


class _Measured(NamedTuple):
    """What a column asks for, in EMU, and its longest word.

    It has at least what keeps its words whole, at most what it can use, and between them a share by its weight.
    """

    word: str
    least: float
    most: float
    weight: float


class _Said(NamedTuple):
    """A text of a cell in its style, and how far it stands from the edge."""

    text: str
    style: Style
    indent: float = 0.0

    @property
    def width(self) -> float:
        """The room that it needs on one line."""
        return text_width(self.text, self.style.size, bold=self.style.bold) + self.indent

    @property
    def words(self) -> Iterator[_Said]:
        """Its words, but for those that are too long."""
        return (self._replace(text=word) for word in _WORD.findall(self.text) if len(word) <= _LONGEST_WORD)


def share_widths(
    asked: Sequence[Length | None],
    header: Sequence[Row],
    rows: Sequence[Row],
    style: TableStyle,
    sheet: StyleSheet,
    room: Length,
    *,
    alike: bool = False,
    blanks: Collection[str] = (),
) -> Widths:
    """The widths of the columns of a table that has these rows, not more than the `room` together.

    Widths asked for every column may pass it by the white space at the edges of the table, as a word processor's tables do
    whose text stands in line with the text above them. A column has the width that it asks for. Those that ask for none
    share what is left by what stands in them, or `alike`. Where that does not do for the longest words, the others give
    way; and where nothing does, all do. Texts that are among `blanks` stand for nothing.
    """
    widths = [width if width and width > 0 else None for width in asked]
    given = sum(filter(None, widths))
    missing = widths.count(None)
    if not missing and given <= room + style.padding_left + style.padding_right:
        return Widths(tuple(Length(width) for width in widths if width))
    if given <= room and (not missing or (missing == 1 and room - given >= room // _AMPLE)):
        return Widths(tuple(Length(room - given) if width is None else width for width in widths))
    measured = list(_measure(header, rows, len(widths), style, sheet, blanks))
    if alike:
        measured = [column._replace(most=float(room), weight=1.0) for column in measured]
    if sum(column.least for column in measured) > room:
        return _too_narrow(measured, room)
    free = [column for column, width in zip(measured, widths, strict=True) if width is None]
    fixed = [
        column._replace(most=float(room), weight=float(width))
        for column, width in zip(measured, widths, strict=True)
        if width is not None
    ]
    kept = room - sum(column.least for column in free)
    own = [column.weight for column in fixed] if given <= kept else _share(kept, fixed)
    shared, fixed_widths = iter(_share(room - sum(own), free)), iter(own)
    return Widths(tuple(Length(int(next(shared) if width is None else next(fixed_widths))) for width in widths))


def _too_narrow(columns: Sequence[_Measured], room: Length) -> Widths:
    """The widths where not all words fit: the columns of the longest words give way, as few of them as possible.

    Nothing is lost: a word that is too long is cut where the line ends.
    """
    left, most = float(room), 0.0
    for rank, column in enumerate(sorted(columns, key=attrgetter("least"))):
        most = left / (len(columns) - rank)
        if column.least > most:
            break
        left -= column.least
    cut = tuple(column.word for column in columns if column.least > most * _SLACK)
    return Widths(tuple(Length(int(min(column.least, most))) for column in columns), cut)


def _share(room: float, columns: Sequence[_Measured]) -> list[float]:
    """The room shared by weight: nobody has less than the least, nor more than it can use while another can use more."""
    useful = sum(column.most for column in columns)
    if columns and useful <= room:
        # Nothing need be broken between two lines.
        return [column.most * room / useful for column in columns]
    settled: dict[int, float] = {}
    while True:
        free = [number for number in range(len(columns)) if number not in settled]
        left = room - sum(settled.values())
        weights = sum(columns[number].weight for number in free) or 1.0
        shares = {number: left * columns[number].weight / weights for number in free}
        short = {number: columns[number].least for number in free if shares[number] < columns[number].least}
        wide = {number: columns[number].most for number in free if shares[number] > columns[number].most}
        if short and len(short) < len(free):
            settled |= short
        elif not short and wide and len(wide) < len(free):
            settled |= wide
        else:
            return [{**shares, **settled}[number] for number in range(len(columns))]


def _measure(
    header: Iterable[Row],
    rows: Iterable[Row],
    count: int,
    style: TableStyle,
    sheet: StyleSheet,
    blanks: Collection[str],
) -> Iterator[_Measured]:
    """What each column asks for. One in which nothing stands, to be filled in by hand, has the weight of the others."""
    around = float(style.padding_left + style.padding_right + style.rule)
    headings, columns = _by_column(header, count, sheet), _by_column(rows, count, sheet)
    volumes = [sum(said.width for said in column if said.text not in blanks) for column in columns]
    filled = [sqrt(volume) for volume in volumes if volume]
    usual = sum(filled) / len(filled) if filled else 1.0
    for heading, column, volume in zip(headings, columns, volumes, strict=True):
        said = [*heading, *column]
        word, least = max(
            ((word.text, word.width) for one in said for word in one.words), key=itemgetter(1), default=("", 0.0)
        )
        most = max((one.width for one in said), default=0.0) * _SLACK if volume else inf
        yield _Measured(word, least + around, most + around, sqrt(volume) or usual)


def _by_column(rows: Iterable[Row], count: int, sheet: StyleSheet) -> list[list[_Said]]:
    """The texts of each column, as far as they stand in cells of their own."""
    columns: list[list[_Said]] = [[] for _ in range(count)]
    for row in rows:
        if len(row.cells) == count:
            for column, cell in zip(columns, row.cells, strict=True):
                column += _texts(cell.content, sheet)
    return columns


def _texts(blocks: Iterable[Block], sheet: StyleSheet) -> Iterator[_Said]:
    for block in blocks:
        listed = isinstance(block, List)
        style = sheet.styles[block.style if isinstance(block, Paragraph) else "List" if listed else "Body"]
        yield from (_Said(text, style, style.indent if listed else 0.0) for text in block_texts((block,)))
