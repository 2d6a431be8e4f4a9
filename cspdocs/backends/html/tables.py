"""Tables and grids as markup.

On a narrow screen each row of a table becomes a block, in which every cell is labelled with its column's heading
(`narrow.css`). That is only a matter of looks: it stays a table for those who hear it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from cspdocs.backends.html.columns import Columns
from cspdocs.backends.html.markup import block, element, start
from cspdocs.backends.html.numbers import numbered
from cspdocs.backends.html.runs import write_runs
from cspdocs.backends.html.story import Story, class_name
from cspdocs.document.beside import runs_beside
from cspdocs.document.nodes import Block, Cell, Grid, Paragraph, Row, Table
from cspdocs.document.walk import block_texts

WriteFlow: TypeAlias = Callable[[Sequence[Block], Story, str], str]
"""Writes the blocks of a cell; handed in, because cells hold any block and tables are blocks."""


def write_table(table: Table, story: Story, write_flow: WriteFlow, caption: str) -> str:
    """A table of data: headings of columns, of rows where there are columns headed, and of the rows below a band."""
    columns = Columns.of(table)
    if not columns.starts:
        return ""
    rows = _Rows(table, columns, story, write_flow)
    head = [rows.write(row, heading="col", text=rows.style.header) for row in table.header]
    bodies: list[list[str]] = [[]]
    for before, row in zip((None, *table.rows), table.rows, strict=False):
        # A band, or several of them one inside the other, and the rows that they head.
        if row.band and before and not before.band:
            bodies.append([])
        if row.band:
            bodies[-1].append(rows.write(row, heading="rowgroup", text=rows.style.band))
        else:
            heading = "row" if table.header and not row.joined else ""
            bodies[-1].append(rows.write(row, heading=heading, text=rows.style.text))
    parts = [
        caption,
        _group(columns) if not story.fragment else "",
        block("thead", *head) if head else "",
        *(block("tbody", *body) for body in bodies if body),
    ]
    # In a fragment, a title that is not printed cannot be hidden in a caption.
    label = table.title.strip() or None if story.fragment and not caption else None
    return block("table", *parts, aria_label=label, class_=_classes(table, columns, story))


def write_grid(grid: Grid, story: Story, write_flow: WriteFlow) -> str:
    """Entries side by side: a list, because columns and rows mean nothing."""
    text = story.table(grid.style).text
    entries = [
        element(
            "li",
            write_flow(entry.content, story, text),
            id=story.addresses.of_origin(entry.origin),
            class_=story.fill(entry.fill),
        )
        for entry in grid.entries
    ]
    if not entries:
        return ""
    classes = None if story.fragment else f"grid {class_name('table', grid.style)}"
    # Where a list has no bullets, one browser takes it for none unless it is told.
    return block("ul", *entries, class_=classes, role=story.part("list"), aria_label=grid.title.strip() or None)


class _Rows:
    """Writes the rows of one table."""

    def __init__(self, table: Table, columns: Columns, story: Story, write_flow: WriteFlow) -> None:
        self.style = story.table(table.style)
        self._columns = columns
        self._story = story
        self._write_flow = write_flow

    def write(self, row: Row, *, heading: str, text: str) -> str:
        """A row.

        Args:
            row: The row.
            heading: What its headings are for: `col` all cells for their columns, `row` the first for the others,
                `rowgroup` the first for the rows below; empty where there are none.
            text: The style that paragraphs have in its cells.
        """
        written, column = [], 0
        for cell in row.cells:
            titled = heading == "col" or (heading and not column and len(self._columns.starts) > 1)
            scope = heading if titled and _may_head(cell) else ""
            written.append(self._cell(cell, column, scope, text, labelled=heading in ("", "row")))
            column += cell.span
        identity = self._story.addresses.of_origin(row.origin)
        kinds = {"band": row.band, "filled": row.is_filled, "joined": row.joined}
        classes = " ".join(name for name, said in kinds.items() if said) if not self._story.fragment else ""
        return element("tr", "".join(written), id=identity, class_=classes or None)

    def _cell(self, cell: Cell, column: int, scope: str, text: str, *, labelled: bool) -> str:
        story = self._story
        content, classes, identity = cell.content, [story.fill(cell.fill)], None
        match content:
            # A cell that is one paragraph has its style itself, and its name.
            case [Paragraph(style=style) as paragraph] if words := numbered(paragraph):
                classes.append(story.class_of(style, text))
                identity = story.addresses.of_anchor(paragraph, story.page)
                written = write_runs(words, story, paragraph.origin)
            case _:
                written = self._write_flow(content, story, text)
        span = self._columns.span(column, cell.span)
        label = self._columns.label(column, cell.span) if labelled and not story.fragment else ""
        return element(
            "th" if scope else "td",
            written,
            id=identity,
            scope=scope or None,
            colspan=span if span > 1 else None,
            class_=" ".join(filter(None, classes)) or None,
            data_label=label or None,
        )


def _group(columns: Columns) -> str:
    """The columns as elements, of which the style sheet says how wide they are."""
    return element("colgroup", start("col") * len(columns.starts)) if len(columns.starts) > 1 else ""


def _may_head(cell: Cell) -> bool:
    """Whether a cell can be a heading: it has words, and nothing else that would have headings of its own."""
    return any(block_texts(cell.content)) and all(map(runs_beside, cell.content))


def _classes(table: Table, columns: Columns, story: Story) -> str | None:
    if story.fragment:
        return None
    names = [class_name("table", table.style)]
    if len(columns.starts) > 1:
        names += [story.widths(columns.shares), story.narrow(columns.room)]
    return " ".join(names)
