"""Tables and grids as strips: one strip a row, unless the row is higher than a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final, TypeAlias

from cspdocs.document.nodes import Cell, Grid, Paragraph, Row, Table
from cspdocs.document.styles import TableStyle
from cspdocs.layout.frames import Dressing
from cspdocs.layout.paged import Element, Placed, PlacedDrawing, PlacedImage, PlacedRule, PlacedText
from cspdocs.layout.paragraphs import set_words
from cspdocs.layout.settext import SetText
from cspdocs.layout.strips import Column, LayBlocks, Setting, Strip, bottoms_of, pour, stack_height
from cspdocs.values import evolve

Content: TypeAlias = Sequence[Strip | SetText]
"""What is in a cell, from top to bottom."""

_NEARLY: Final = 0.9
"""The part of a page from which on other programs, whose lines are a little higher, may have no room for a row."""
_MIDDLE: Final = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
_MOST_REPEATED: Final = 0.5
"""The part of a page that headers printed again may take; higher ones are printed once."""


def lay_table(table: Table, column: Column, setting: Setting, parent: Element, lay_blocks: LayBlocks) -> list[Strip]:
    """The rows of a table. The header stays with the first row; where the style says so it is repeated on each page."""
    style = setting.sheet.tables[table.style]
    element = parent.add("Table", title=table.title, origin=table.origin)
    edges = [column.left, *accumulate((width.pt for width in table.widths), initial=column.left)][1:]
    rows = _Rows(style, edges, setting, lay_blocks, column.height - style.rule.pt)
    header: list[Strip] = []
    if table.header:
        head = element.add("THead")
        for row in table.header:
            header += rows.lay(row, head, "TH", style.header_fill)
    above = stack_height(header) if style.repeat_header else 0.0
    if above > column.height * _MOST_REPEATED:
        above = 0.0
    rows.room -= above
    body = element.add("TBody") if table.header else element
    strips = list(header)
    leading = False
    for row in table.rows:
        laid = rows.lay(row, body, "TH" if row.band else "TD", style.band_fill if row.is_filled else "")
        leading = row.leads(leading)
        if leading:
            laid[-1].may_turn = False
        if (row.total or row.joined) and strips:
            strips[-1].may_turn = False
        strips += laid
    for strip in header:
        strip.may_turn = not table.rows
    _frame(strips, len(header) if above else 0, style, edges)
    return strips


def lay_grid(grid: Grid, column: Column, setting: Setting, parent: Element, lay_blocks: LayBlocks) -> list[Strip]:
    """The entries of a grid, row by row, in columns of equal width."""
    style = setting.sheet.tables[grid.style]
    element = parent.add("L", title=grid.title, origin=grid.origin)
    count = min(grid.columns, max(len(grid.entries), 1))
    edges = [column.left + column.width * number / grid.columns for number in range(count + 1)]
    rows = _Rows(style, edges, setting, lay_blocks, column.height - style.rule.pt)
    strips: list[Strip] = []
    for start in range(0, len(grid.entries), count):
        entries = grid.entries[start : start + count]
        missing = count - len(entries)
        strips += rows.lay_cells(entries, [element.add("LI").add("LBody") for _ in entries], edges, "", missing)
    _frame(strips, 0, style, edges)
    return strips


class _Rows:
    """Lays the rows of one table. `room` is the most height that a row can have on one page."""

    def __init__(self, style: TableStyle, edges: list[float], setting: Setting, lay_blocks: LayBlocks, room: float) -> None:
        self.room = room
        self._style = style
        self._top, self._bottom = style.padding_top.pt, style.padding_bottom.pt + style.rule.pt
        self._edges = edges
        self._setting = setting
        self._lay_blocks = lay_blocks
        self._columns: dict[tuple[float, float], Column] = {}

    def lay(self, row: Row, parent: Element, role: str, fill: str) -> list[Strip]:
        element = parent.add("TR", origin=row.origin)
        scope = "" if role == "TD" else "Row" if row.band else "Column"
        element.children = [Element(role, scope=scope, span=cell.span, origin=cell.origin) for cell in row.cells]
        if row.total and element.children:
            # The words before the sums say what these are.
            element.children[0].role, element.children[0].scope = "TH", "Row"
        if len(row.cells) == len(self._edges) - 1:
            return self.lay_cells(row.cells, element.children, self._edges, fill)
        columns = accumulate((cell.span for cell in row.cells), initial=0)
        return self.lay_cells(row.cells, element.children, [self._edges[column] for column in columns], fill)

    def lay_cells(
        self, cells: Sequence[Cell], elements: Sequence[Element], edges: Sequence[float], fill: str, missing: int = 0
    ) -> list[Strip]:
        """The cells side by side; `missing` counts empty places at the right end."""
        contents = [
            self._lay_cell(cell, self._column(left, right), element)
            for cell, element, left, right in zip(cells, elements, edges, edges[1:], strict=False)
        ]
        fills = [cell.fill or fill for cell in cells] + [""] * missing
        heights = [stack_height(content) for content in contents]
        height = max(heights, default=0.0)
        high = height + self._top + self._bottom
        if cells and high > self.room * _NEARLY:
            self._setting.tall.add(id(cells[0]))
        if any(contents) and (high > self.room or self._style.rows_break):
            return self._cut(contents, edges, fills)
        strip = Strip(high, dressing=Dressing(self._style, edges, fills, high, closed=True))
        share = _MIDDLE[self._style.vertical_align]
        for content, own in zip(contents, heights, strict=True):
            pour(content, strip, self._top + share * (height - own))
        return [strip]

    def _cut(self, contents: Sequence[Content], edges: Sequence[float], fills: Sequence[str]) -> list[Strip]:
        """A row in as many strips as its highest cell has lines."""
        pieces = _slices([_lines(content) for content in contents])
        strips = []
        for number, (gap, piece) in enumerate(pieces, 1):
            above, below = (self._top if number == 1 else gap), (self._bottom if number == len(pieces) else 0.0)
            high = max(stack_height(content) for content in piece) + above + below
            strip = Strip(high, dressing=Dressing(self._style, edges, fills, high, closed=number == len(pieces)))
            for slice_of_cell in piece:
                pour(slice_of_cell, strip, above)
            strips.append(strip)
        return strips

    def _column(self, left: float, right: float) -> Column:
        """The room for text between two edges; the same for each row of the table."""
        height = self.room - self._top - self._bottom
        column = self._columns.get((left, right))
        if column is None or column.height != height:
            whole = Column(left, max(1.0, right - left), height)
            column = whole.inset(self._style.padding_left.pt, self._style.padding_right.pt)
            self._columns[(left, right)] = column
        return column

    def _lay_cell(self, cell: Cell, column: Column, element: Element) -> Content:
        """What is in a cell. A single paragraph needs no element of its own: the cell's says all."""
        setting, styles = self._setting, self._setting.sheet.styles
        texts = [block for block in cell.content if isinstance(block, Paragraph)]
        if len(texts) < len(cell.content):
            return self._lay_blocks(cell.content, column, setting, element)
        content: list[Strip | SetText] = []
        for text in texts:
            inside = element if len(texts) == 1 else element.add("P", origin=text.origin)
            content += set_words(text, styles[text.style], column, setting, inside)
        return content


def _lines(content: Content) -> list[Strip]:
    """What is in a cell, its texts taken apart."""
    return [strip for part in content for strip in ([part] if isinstance(part, Strip) else part.strips())]


def _slices(contents: Sequence[Sequence[Strip]]) -> list[tuple[float, list[Sequence[Strip]]]]:
    """A row that is higher than a page, cut below each line of its highest cell: nothing is lost, no line is cut.

    Each slice holds what every cell has in it, and the space between it and the slice before.
    """
    bottoms = [bottoms_of(content) for content in contents]
    highest = max(range(len(contents)), key=lambda cell: bottoms[cell][-1:])
    taken = [0] * len(contents)
    pieces: list[tuple[float, list[Sequence[Strip]]]] = []
    for number, (line, reached) in enumerate(zip(contents[highest], bottoms[highest], strict=True)):
        piece: list[Sequence[Strip]] = []
        for cell, content in enumerate(contents):
            end = number + 1 if cell == highest else bisect_right(bottoms[cell], reached + 0.01)
            piece.append(content[taken[cell] : end])
            taken[cell] = end
        gap = max(contents[highest][number - 1].after, line.before) if number else 0.0
        pieces.append((gap, piece))
    return pieces


def _frame(strips: list[Strip], repeated_rows: int, style: TableStyle, edges: Sequence[float]) -> None:
    """The rule above a table, and what stands again above the rows that come to the head of a page."""
    if not strips:
        return
    rule: list[Placed] = []
    if style.rule:
        thick = style.rule.pt
        rule = [PlacedRule(edges[0], 0.0, edges[-1], 0.0, thick, style.rule_colour)]
        # The rule above the first row takes room of its own; each other row counts the one below it.
        first = strips[0]
        strips[0] = evolve(first, height=first.height + thick, items=rule, links=[], inner=[], anchors=(), dressing=None)
        strips[0].hold(first, thick)
    repeated = tuple(_as_decoration(strip) for strip in strips[:repeated_rows]) or (Strip(0.0, rule),)
    for strip in strips[max(1, repeated_rows) :]:
        strip.repeated = repeated
    strips[-1].after = style.space_after.pt


def _as_decoration(strip: Strip) -> Strip:
    """A copy that says nothing to a screen reader: the header printed again on a later page."""
    items: list[Placed] = []
    for item in strip.items:
        match item:
            case PlacedText() | PlacedImage() | PlacedDrawing():
                items.append(item._replace(element=None))
            case _:
                items.append(item)
    links = [link._replace(element=None) for link in strip.links]
    inner = [
        (distance, _as_decoration(within) if isinstance(within, Strip) else within.as_decoration())
        for distance, within in strip.inner
    ]
    return Strip(strip.height, items, links, inner, may_turn=False, frames=strip.frames, dressing=strip.dressing)
