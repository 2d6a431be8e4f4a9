"""Tables and grids as WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from math import ceil
from typing import Final, TypeAlias

from cspdocs.backends.docx.markup import attribute
from cspdocs.backends.docx.paragraphs import complete, paragraph
from cspdocs.backends.docx.story import Story
from cspdocs.backends.docx.stylebook import Place, hexadecimal, table_style_id
from cspdocs.document.nodes import Block, Cell, Figure, Grid, Heading, Paragraph, Table
from cspdocs.document.styles import StyleSheet, TableStyle
from cspdocs.document.walk import block_texts
from cspdocs.units import Length

WriteBlocks: TypeAlias = Callable[[Sequence[Block], Place, Story], list[str]]
"""Writes the blocks of a cell; handed in, because cells hold any block and tables are blocks."""

_LETTER: Final = 0.55
"""The width of a letter as a part of the font size: more than the average of any common typeface."""

_ALIGNED: Final = {"top": "", "middle": '<w:vAlign w:val="center"/>', "bottom": '<w:vAlign w:val="bottom"/>'}


def write_table(table: Table, place: Place, story: Story, write_blocks: WriteBlocks) -> str:
    """A table of data: fixed widths, header rows marked as such and repeated where the style says so."""
    style = story.book.table(table.style)
    rows = _Rows(style, [width.twips for width in table.widths], place, story, write_blocks)
    written = [_table_properties(table, rows.widths, place, headed=bool(table.header))]
    repeated = "<w:tblHeader/>" if style.repeat_header else ""
    written += [
        rows.write(row.cells, fill=style.header_fill, text=style.header, kept=bool(table.rows), properties=repeated)
        for row in table.header
    ]
    for row in table.rows:
        if row.band:
            written.append(rows.write(row.cells, fill=style.band_fill, text=style.band, kept=True))
        else:
            written.append(rows.write(row.cells))
    return f"<w:tbl>{''.join(written)}</w:tbl>"


def write_grid(grid: Grid, place: Place, story: Story, write_blocks: WriteBlocks) -> str:
    """Entries side by side: a table without any header, which is how Word tells a table for layout from one of data."""
    room = place.width.twips
    # What is left when the room does not divide evenly goes to the first columns, a twip each.
    widths = [room // grid.columns + (number < room % grid.columns) for number in range(grid.columns)]
    style = story.book.table(grid.style)
    rows = _Rows(style, widths, place, story, write_blocks)
    written = [_table_properties(grid, widths, place, headed=False)]
    for start in range(0, len(grid.entries), grid.columns):
        entries = grid.entries[start : start + grid.columns]
        written.append(rows.write([*entries, *[Cell(())] * (grid.columns - len(entries))]))
    return f"<w:tbl>{''.join(written)}</w:tbl>"


def _table_properties(table: Table | Grid, widths: Sequence[int], place: Place, *, headed: bool) -> str:
    described = f'<w:tblCaption w:val="{attribute(table.title)}"/>' if table.title else ""
    first = ("0620", 1) if headed else ("0600", 0)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tblPr><w:tblStyle w:val="{table_style_id(table.style)}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{place.indent.twips}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{first[0]}" w:firstRow="{first[1]}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/>{described}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


class _Rows:
    """Writes the rows of one table. Widths are in twips."""

    def __init__(self, style: TableStyle, widths: list[int], place: Place, story: Story, write_blocks: WriteBlocks) -> None:
        self.widths = widths
        self._style = style
        self._height = place.height
        self._story = story
        self._write_blocks = write_blocks
        self._edges = [0, *accumulate(widths)]
        self._places: dict[tuple[int, bool], Place] = {}

    def write(
        self, cells: Sequence[Cell], *, fill: str = "", text: str = "", kept: bool = False, properties: str = ""
    ) -> str:
        """A row.

        Args:
            cells: Its cells, whose spans add up to the number of columns.
            fill: The colour of cells that have none of their own.
            text: The style of the paragraph in empty cells; that of the table's text when left out.
            kept: Whether the row stays on a page with the next.
            properties: More properties of the row.
        """
        written, column, tallest = [], 0, 0.0
        for cell in cells:
            width = self._edges[column + cell.span] - self._edges[column]
            column += cell.span
            place = self._place(width, kept=kept)
            written.append(self._cell(cell, width, place, fill, text or self._style.text))
            tallest = max(tallest, estimated_height(cell.content, place, self._story.options.sheet))
        if tallest < self._height and not self._style.rows_break:
            properties = f"<w:cantSplit/>{properties}"
        if properties:
            properties = f"<w:trPr>{properties}</w:trPr>"
        return f"<w:tr>{properties}{''.join(written)}</w:tr>"

    def _cell(self, cell: Cell, width: int, place: Place, fill: str, text: str) -> str:
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        colour = cell.fill or fill
        shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(colour)}"/>' if colour else ""
        # Whoever fills the cell in must find the style of the others in it.
        written = self._write_blocks(cell.content, place, self._story) or [
            paragraph(self._story.book.placed(text, place), "")
        ]
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shading}{_ALIGNED[self._style.vertical_align]}'
            f"</w:tcPr>{''.join(complete(written))}</w:tc>"
        )

    def _place(self, width: int, *, kept: bool) -> Place:
        if (width, kept) not in self._places:
            room = Length(max(width * 635 - self._style.padding_left - self._style.padding_right, 635))
            self._places[width, kept] = Place(room, self._height, closing=True, in_cell=True, kept=kept)
        return self._places[width, kept]


def estimated_height(blocks: Sequence[Block], place: Place, sheet: StyleSheet) -> float:
    """About how high the blocks will be, in EMU, rather too much than too little.

    Word never shows the end of a row that may not be cut and is higher than a page, so a row may be cut when in doubt.
    """
    height = 0.0
    for block in blocks:
        style = sheet.styles[block.style if isinstance(block, Heading | Paragraph) else "Body"]
        line = style.size * 1.2 * style.line_spacing
        for text in block_texts((block,)):
            lines = sum(ceil(len(part) * style.size * _LETTER / place.width) or 1 for part in text.split("\n"))
            height += lines * line + style.space_before + style.space_after
        if isinstance(block, Figure):
            height += min(block.height, block.height * place.width / block.width)
    return height
