"""Tables of the plan's own, with bands and totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cspdocs.compose.columns import report_cut
from cspdocs.compose.context import Context
from cspdocs.compose.widths import share_widths
from cspdocs.diagnostics import Severity
from cspdocs.document.nodes import Block, Cell, Emphasis, Inline, Link, Paragraph, Row, Strong, Table
from cspdocs.document.styles import TableStyle
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan import blocks
from cspdocs.plan.quantities import read_quantity, total
from cspdocs.values import evolve


def compose_table(table: blocks.Table, origin: str, context: Context) -> Iterator[Block]:
    """The title, the table and its note. Columns are equally wide, unless it gives their widths or a word needs more."""
    count = max([len(table.columns), *(len(row) for row in table.rows)], default=0)
    if not count:
        return
    style = context.template.sheet.tables["Table"]
    title = context.title(table.title)
    if title:
        yield Paragraph(title, "Table Title", origin=f"{origin}/title")
    header = (_row(table.columns, count, style.header, f"{origin}/columns", context),) if table.columns else ()
    rows = [_own_row(row, count, style, f"{origin}/rows/{n}", context) for n, row in enumerate(table.rows, 1)]
    if table.totals:
        rows.append(_total_row(table, rows, count, style.band, origin, context))
    asked = [*table.widths, *[None] * count][:count]
    shared = share_widths(asked, header, rows, style, context.template.sheet, context.room, alike=True)
    report_cut(shared.cut, origin, context)
    yield Table(shared.columns, header, tuple(rows), "Table", _without_notes(title), origin=origin)
    yield from context.prose(table.note, style="Table Note", origin=f"{origin}/note")


def _without_notes(title: Sequence[Inline]) -> str:
    """A title as it is told to screen readers: what leads to a note is no part of it."""
    return plain_text(node for node in title if not isinstance(node, Link)).strip()


def _own_row(texts: Sequence[str], count: int, style: TableStyle, origin: str, context: Context) -> Row:
    """A row, or where it has one text alone one across all columns: a band, unless it is more than a heading would be."""
    if len(texts) != 1 or count == 1:
        return _row(texts, count, style.text, origin, context)
    path = f"{origin}/1"
    match context.prose(texts[0], style=style.text, origin=path):
        case (Paragraph() as only,):
            # Stressed as a whole, it divides what is below another band.
            inside = len(only.content) == 1 and isinstance(only.content[0], Emphasis | Strong)
            return Row((Cell((evolve(only, style=style.band),), count, origin=path),), 2 if inside else 1, origin=origin)
        case content:
            return Row((Cell(content, count, origin=path),), origin=origin)


def _row(texts: Sequence[str], count: int, style: str, origin: str, context: Context) -> Row:
    filled = enumerate([*texts, *[""] * (count - len(texts))], 1)
    return Row(tuple(_cell(text, style, f"{origin}/{place}", context) for place, text in filled), origin=origin)


def _cell(text: str, style: str, origin: str, context: Context) -> Cell:
    blank = Paragraph(context.words(context.template.wording.blank), style)
    return Cell(context.prose(text, style=style, origin=origin) or (blank,), origin=origin)


def _total_row(table: blocks.Table, rows: Sequence[Row], count: int, style: str, origin: str, context: Context) -> Row:
    """The sums of the columns that are to have one, after the word for them."""
    wording = context.template.wording
    sums = [""] * count
    for place, heading in enumerate(table.columns):
        if heading in table.totals:
            figures = {
                f"{origin}/rows/{number}/{place + 1}": " ".join(block_texts(row.cells[place].content))
                for number, (texts, row) in enumerate(zip(table.rows, rows, strict=True), 1)
                if place < len(texts) > 1 and texts[place].strip()
            }
            sums[place] = _sum(figures, heading, context) or wording.blank
    sums[0] = sums[0] or wording.total
    return Row(tuple(Cell((Paragraph(context.words(text), style),)) for text in sums), total=True)


def _sum(figures: Mapping[str, str], heading: str, context: Context) -> str:
    """The sum of figures by their paths; empty, and a finding, where they cannot be summed."""
    summed = total(figures.values())
    if summed or not figures:
        return summed
    words = [(path, figure) for path, figure in figures.items() if read_quantity(figure) is None]
    if words:
        path, figure = words[0]
        message = f'"{figure}" is no number, so that the column "{heading}" has no total'
        hint = "write a number such as 1,200, £1,200 or 12%, or leave the cell empty"
    else:
        path, *_ = figures
        message = f'the column "{heading}" has no total: its figures count different things'
        hint = "give all of them the same unit"
    context.report("total", message, path, hint, Severity.WARNING)
    return ""
