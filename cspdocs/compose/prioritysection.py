"""The section of a priority: everything about it in one place."""

from __future__ import annotations

from collections.abc import Iterator

from cspdocs.compose.actions.listing import compose_actions
from cspdocs.compose.context import Context
from cspdocs.compose.priorities import priority_blocks
from cspdocs.document.nodes import Block, Heading
from cspdocs.plan.blocks import ActionTables, Year
from cspdocs.plan.model import Action, Priority, Section, every_priority


def compose_priority(section: Section, level: int, anchor: str, origin: str, context: Context) -> Iterator[Block]:
    """What is said of the priority of a section, what was done about it last year, and what is to be done.

    Actions that the section's own body shows are not shown again.
    """
    found = context.names.priorities.get(section.priority)
    if found is None:
        return
    path, priority = found
    yield from priority_blocks(path, priority, level, anchor, context, inner=_has_unseen(priority, context))
    wording = context.template.wording
    shown = {block.year for block in section.body if isinstance(block, ActionTables)}
    years: tuple[tuple[Year, str, str], ...] = (
        ("previous", "review", context.placeholders.fill_wording(wording.priority_review)),
        ("current", "actions", wording.priority_actions),
    )
    for year, name, title in years:
        if year not in shown and _actions(priority, year, context):
            below = context.anchor(f"{anchor}-{name}")
            yield Heading(context.words(title), level, below)
            yield from compose_actions(ActionTables(year=year, priority=priority.id), level, below, origin, context)


def _actions(priority: Priority, year: Year, context: Context) -> list[Action]:
    """The actions of a year that belong to a priority or to one inside it."""
    inside = {one.id for _, one in every_priority((priority,))}
    before = context.plan.previous
    actions = context.plan.actions if year == "current" else before.actions if before else ()
    return [action for action in actions if action.priority in inside]


def _has_unseen(priority: Priority, context: Context) -> bool:
    """Whether a priority has others inside it whose titles do not stand above actions."""
    above = {action.priority for action in _actions(priority, "current", context)}
    return any(
        not {inner.id for _, inner in every_priority((one,))} & above for _, one in every_priority(priority.priorities)
    )
