"""Which columns a table of actions has: those of the block that asks for it, or of the template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cspdocs.compose.actions.years import Chosen
from cspdocs.compose.columns import Headed
from cspdocs.compose.context import Context
from cspdocs.document.nodes import Inline
from cspdocs.plan.blocks import ActionTables, Column
from cspdocs.template.layouts import ACTION_HEADINGS, ActionLayout
from cspdocs.values import evolve


def action_columns(
    wanted: ActionTables, layout: ActionLayout, actions: Chosen, origin: str, context: Context
) -> tuple[Headed, ...]:
    """The columns from left to right, one for each time where a column has several.

    A block that says nothing of columns has those of the template, and in the rest what the actions say and no column
    shows, as far as the template wants it.
    """
    if wanted.columns:
        given = [column for one in wanted.columns for column in _headed(one, f"{origin}/columns", layout, context)]
        return _leading(given)
    path = f"template/actions/{wanted.year}"
    headed = [column for one in layout.columns for column in _headed(one, path, layout, context)]
    return _leading([*headed, *_rest(headed, layout, actions, path, context)])


def _headed(column: Column, path: str, layout: ActionLayout, context: Context) -> Iterator[Headed]:
    """A column with its heading, or several, each for another time."""
    own = bool(column.heading) and not path.startswith("template/")
    heading = column.heading or layout.heading(column.field, dated=bool(column.when))
    where = f"{path}/{column.field}"
    for when in column.when:
        yield Headed.of(column, _words(heading.replace("{when}", when), context, own=own), f"{where}/{when}", when=when)
    if not column.when:
        yield Headed.of(column, _words(heading, context, own=own), where, f"{where}/heading" if own else "")


def _words(heading: str, context: Context, *, own: bool) -> tuple[Inline, ...]:
    """A heading as runs. What a heading of the template quotes, and the plan does not say, is left out."""
    return context.words(heading if own else context.placeholders.fill_wording(heading))


def _rest(headed: Sequence[Headed], layout: ActionLayout, actions: Chosen, path: str, context: Context) -> Iterator[Headed]:
    """The columns of what else the actions say. Updates of times that no column shows are among it."""
    if layout.rest == "none":
        return
    for column in layout.rest_columns(actions.details):
        if actions.says(column.field):
            for one in _headed(column, path, layout, context):
                yield evolve(one, rest=True)
    times = [column.when for column in headed if column.field == "updates"]
    if times and all(times):
        undated = layout.heading("updates").replace("{when}", "").strip() or ACTION_HEADINGS["updates"]
        heading = _words(undated, context, own=False)
        yield Headed("updates", heading, f"{path}/updates", in_row=True, only_filled=True, but=tuple(times), rest=True)


def _leading(columns: Sequence[Headed]) -> tuple[Headed, ...]:
    return tuple(evolve(column, leading=True) if column.field == "number" else column for column in columns)
