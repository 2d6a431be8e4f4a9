"""Which strategies each priority serves, as a table of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cspdocs.compose.columns import report_cut
from cspdocs.compose.context import Context
from cspdocs.compose.widths import share_widths
from cspdocs.document.nodes import Cell, Inline, Paragraph, Row, Table
from cspdocs.plan.blocks import Register
from cspdocs.plan.model import Priority, every_priority


def compose_matrix(wanted: Register, context: Context) -> Iterator[Table]:
    """A row for each strategy and a column for each priority, or the other way round where there are more priorities."""
    strategies = [one for one in context.plan.strategies if not wanted.kind or one.kind == wanted.kind]
    priorities = context.plan.priorities
    if not strategies or not priorities:
        return
    layout, named = context.template.registers["strategies"], context.template.registers["priorities"]
    style = context.template.sheet.tables[layout.style]
    served = [[one.id in _served(priority) for priority in priorities] for one in strategies]
    titles = [(context.words(one.title), f"strategies/{one.id}/title") for one in strategies]
    short = [(context.words(one.short or one.title), _title_path(one)) for one in priorities]
    corner = layout.heading("title")
    if len(priorities) > len(strategies):
        served = [list(column) for column in zip(*served, strict=True)]
        titles, short, corner = short, titles, named.heading("title")
    header = _row([(context.words(corner), ""), *short], style.header)
    rows = tuple(_answers(title, row, style.text, context) for title, row in zip(titles, served, strict=True))
    sheet, room = context.template.sheet, context.room
    shared = share_widths([None] * len(header.cells), (header,), rows, style, sheet, room)
    report_cut(shared.cut, "strategies", context)
    yield Table(shared.columns, (header,), rows, layout.style, context.heading, origin="strategies")


def _served(priority: Priority) -> set[str]:
    """The strategies that a priority serves, or one inside it."""
    return {name for _, one in every_priority((priority,)) for name in one.strategies}


def _title_path(priority: Priority) -> str:
    return f"priorities/{priority.id}/{'short' if priority.short else 'title'}"


def _answers(title: tuple[tuple[Inline, ...], str], served: Sequence[bool], style: str, context: Context) -> Row:
    wording = context.template.wording
    answers = ((context.words(wording.answer_yes if one else wording.blank), "") for one in served)
    return _row([title, *answers], style)


def _row(texts: Sequence[tuple[tuple[Inline, ...], str]], style: str) -> Row:
    return Row(tuple(Cell((Paragraph(runs, style, origin=origin),)) for runs, origin in texts))
