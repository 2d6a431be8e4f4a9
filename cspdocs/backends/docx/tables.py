"""Tables and grids as WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, zip_longest
from typing import TypeAlias

from cspdocs.backends.docx.boxsides import sides_of
from cspdocs.backends.docx.markup import attribute, hexadecimal
from cspdocs.backends.docx.paragraphs import complete, in_paragraph, paragraph
from cspdocs.backends.docx.places import Place
from cspdocs.backends.docx.runs import unmarked, write_text
from cspdocs.backends.docx.story import Story
from cspdocs.backends.docx.styles.names import table_style_id
from cspdocs.backends.docx.styles.tables import cell_margins, table_borders, text_alignment
from cspdocs.document.nodes import Block, Cell, Grid, Paragraph, Row, Table
from cspdocs.document.styles import TableStyle
from cspdocs.document.walk import block_texts
from cspdocs.units import Length

WriteBlocks: TypeAlias = Callable[[Sequence[Block], Place, Story], list[str]]
"""Writes the blocks of a cell; handed in, because cells hold any block and tables are blocks."""


def write_table(table: Table, place: Place, story: Story, write_blocks: WriteBlocks) -> str:
    """A table of data: fixed widths, header rows marked as such and repeated where the style says so."""
    style = story.book.table(table.style)
    rows = _Rows(style, [width.twips for width in table.widths], place, story, write_blocks)
    written = ["<w:tbl>", _table_properties(table, rows.widths, place, header=table.header)]
    repeated = "<w:tblHeader/>" if style.repeat_header else ""
    for number, row in enumerate(table.header):
        # What is behind the first row the table style says.
        fill = style.header_fill if number or place.box else ""
        written.append(rows.write(row.cells, fill=fill, text=style.header, kept=bool(table.rows), properties=repeated))
    if table.header and not repeated:
        # Some screen readers know headers only by their being repeated, or by such a bookmark.
        written[-1] = in_paragraph(written[-1], story.column_titles())
    leading = False
    for row, following in zip_longest(table.rows, table.rows[1:]):
        leading = row.leads(leading)
        kept = leading or (following is not None and (following.total or following.joined))
        fill, text = style.band_fill if row.is_filled else "", style.band if row.band or row.total else ""
        written.append(rows.write(row.cells, fill=fill, text=text, kept=kept, origin=row.origin))
    written.append("</w:tbl>")
    return "".join(written)


def write_grid(grid: Grid, place: Place, story: Story, write_blocks: WriteBlocks) -> str:
    """Entries side by side: a table in the style Normal Table, by which Word tells tables for layout from those of data.

    Its rules and margins are its own, because that style has none. It has no more columns than entries.
    """
    room = place.width.twips
    count = min(grid.columns, len(grid.entries))
    # What is left when the room does not divide evenly goes to the first columns, a twip each.
    widths = [room // grid.columns + (number < room % grid.columns) for number in range(count)]
    style = story.book.table(grid.style)
    alignment = text_alignment(style) if style.vertical_align != "top" else ""
    rows = _Rows(style, widths, place, story, write_blocks, alignment)
    written = [_table_properties(grid, widths, place, layout=style)]
    for start in range(0, len(grid.entries), count):
        entries = grid.entries[start : start + count]
        written.append(rows.write([*entries, *[Cell(())] * (count - len(entries))]))
    return f"<w:tbl>{''.join(written)}</w:tbl>"


def _table_properties(
    table: Table | Grid, widths: Sequence[int], place: Place, *, header: Sequence[Row] = (), layout: TableStyle | None = None
) -> str:
    """The properties of a table of data, or of one for `layout` that looks like a table style."""
    sides = sides_of(place, sum(widths))
    widths = [*widths]
    widths[0] += sides.left
    widths[-1] += sides.right
    described = f'<w:tblCaption w:val="{attribute(table.title)}"/>' if table.title else ""
    named = ", ".join(filter(None, map(_words, header[-1].cells if header else ())))
    if named:
        # Older versions of Word miss a description, whatever the title; what the columns are called is one.
        described += f'<w:tblDescription w:val="{attribute(named)}"/>'
    first = ("0620", 1) if header else ("0600", 0)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    style = "" if layout else f'<w:tblStyle w:val="{table_style_id(table.style)}"/>'
    borders, margins = (table_borders(layout), cell_margins(layout)) if layout else ("", "")
    return (
        f'<w:tblPr>{style}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{place.indent.twips - sides.left}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>{margins}'
        f'<w:tblLook w:val="{first[0]}" w:firstRow="{first[1]}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/>{described}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def _words(cell: Cell) -> str:
    return " ".join(block_texts(cell.content))


class _Rows:
    """Writes the rows of one table. Widths are in twips."""

    def __init__(
        self,
        style: TableStyle,
        widths: list[int],
        place: Place,
        story: Story,
        write_blocks: WriteBlocks,
        alignment: str = "",
    ) -> None:
        self.widths = widths
        self._alignment = alignment
        self._style = style
        self._height = place.height
        self._story = story
        self._write_blocks = write_blocks
        self._edges = [0, *accumulate(widths)]
        self._sides = sides_of(place, sum(widths))
        self._places: dict[tuple[int, bool], Place] = {}
        self._beginnings: dict[tuple[str, Length, bool], str] = {}
        self._openings: dict[tuple[int, int, str, bool, bool], str] = {}

    def write(
        self,
        cells: Sequence[Cell],
        *,
        fill: str = "",
        text: str = "",
        kept: bool = False,
        properties: str = "",
        origin: str = "",
    ) -> str:
        """A row.

        Args:
            cells: Its cells, whose spans add up to the number of columns.
            fill: The colour of cells that have none of their own.
            text: The style of the paragraph in empty cells; that of the table's text when left out.
            kept: Whether the row stays on a page with the next.
            properties: More properties of the row.
            origin: The path of what the row was made from; an invisible bookmark tells where it has gone to.
        """
        written, column = [], 0
        for cell in cells:
            width = self._edges[column + cell.span] - self._edges[column]
            column += cell.span
            place = self._place(width, kept=kept)
            content = self._line(cell, place) or self._blocks(cell, place, text or self._style.text)
            opening = self._opening(cell.span, width, cell.fill or fill, column == cell.span, column == len(self.widths))
            written.append(f"{opening}{content}</w:tc>")
        if origin:
            # At the end of the cell: LibreOffice 25.2 and 26.8 lose one that stands just before a bound control.
            content, _, ending = written[0].rpartition("</w:p>")
            written[0] = f"{content}{''.join(self._story.bookmark_ends(origin))}</w:p>{ending}"
        # Word never shows the end of a row that may not be cut and is higher than a page.
        if not (self._style.rows_break or (cells and id(cells[0]) in self._story.options.paged.tall)):
            properties = f"<w:cantSplit/>{properties}"
        if properties:
            properties = f"<w:trPr>{properties}</w:trPr>"
        return f"<w:tr>{properties}{''.join(written)}</w:tr>"

    def _line(self, cell: Cell, place: Place) -> str | None:
        """The paragraph of a cell that holds only plain text, as most do; else `None`."""
        if len(cell.content) != 1 or type(cell.content[0]) is not Paragraph:
            return None
        block = cell.content[0]
        text = unmarked(block.content)
        if text is None or "\n" in text or block.anchor or block.number:
            return None
        key = (block.style, place.width, place.kept)
        beginning = self._beginnings.get(key)
        if beginning is None:
            beginning = paragraph(self._story.book.placed(block.style, place), "").removesuffix("</w:p>")
            self._beginnings[key] = beginning
        return f"{beginning}{write_text(text, self._story, block.origin)}</w:p>"

    def _blocks(self, cell: Cell, place: Place, text: str) -> str:
        """All that is in a cell."""
        # Whoever fills the cell in must find the style of the others in it.
        written = self._write_blocks(cell.content, place, self._story) or [
            paragraph(self._story.book.placed(text, place), "")
        ]
        return "".join(complete(written))

    def _opening(self, span: int, width: int, fill: str, first: bool, last: bool) -> str:
        """How a cell begins that stands in the `first` or `last` column; the same in most rows."""
        key = (span, width, fill, first, last)
        opening = self._openings.get(key)
        if opening is None:
            opening = self._openings[key] = f"<w:tc><w:tcPr>{self._properties(*key)}</w:tcPr>"
        return opening

    def _properties(self, span: int, width: int, fill: str, first: bool, last: bool) -> str:
        spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        borders = margins = ""
        if self._sides.fill or self._sides.left:
            fill = fill or self._sides.fill
            borders, margins = self._sides.properties(self._style, first=first, last=last)
            width += self._sides.added(first=first, last=last)
        shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(fill)}"/>' if fill else ""
        return f'<w:tcW w:w="{width}" w:type="dxa"/>{spanned}{borders}{shading}{margins}{self._alignment}'

    def _place(self, width: int, *, kept: bool) -> Place:
        if (width, kept) not in self._places:
            room = Length(max(width * 635 - self._style.padding_left - self._style.padding_right, 635))
            self._places[width, kept] = Place(room, self._height, closing=True, in_cell=True, kept=kept)
        return self._places[width, kept]
