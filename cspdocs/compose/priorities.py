"""Priorities in print: their titles, what is said of each, and lists of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cspdocs.compose.cells import joined
from cspdocs.compose.context import Context
from cspdocs.compose.names import of_kind
from cspdocs.compose.statistics import compose_statistics
from cspdocs.document.links import web_target
from cspdocs.document.nodes import Block, Heading, Inline, Link, List, ListItem, Paragraph, Strong, Text
from cspdocs.plan.blocks import PriorityList, Statistics
from cspdocs.plan.model import Priority


def priority_title(path: str, priority: Priority, context: Context) -> tuple[Inline, ...]:
    """The title of a priority, and before it the number that the plan gives it."""
    if not priority.number:
        return context.words(priority.title)
    number, title = context.value(priority.number, f"{path}/number"), context.value(priority.title, f"{path}/title")
    return (*number, Text(" "), *title)


def title_field(path: str, priority: Priority) -> str:
    """The path of the field that the title says; empty where it says nothing."""
    return f"{path}/title" if priority.title else ""


def has_details(priority: Priority) -> bool:
    """Whether more is said of a priority than what it covers."""
    return any((priority.why, priority.aims, priority.outcomes, priority.owners, priority.figures, priority.strategies))


def priority_blocks(
    path: str, priority: Priority, level: int, anchor: str, context: Context, *, brief: bool = False, inner: bool = False
) -> Iterator[Block]:
    """What is said of a priority, the longer parts under headings of `level`; in `brief` only what it covers.

    With `inner` the titles of the priorities inside it are listed before these parts.
    """
    yield from context.prose(priority.scope, origin=f"{path}/scope")
    if brief:
        return
    yield from _lead(path, priority, "Body", context)
    if inner:
        yield title_list([(f"{path}/priorities/{one.id}", one) for one in priority.priorities], context)
    for name, heading, blocks in _parts(path, priority, "Body", context):
        yield Heading(context.words(heading), level, context.anchor(f"{anchor}-{name}"))
        if name == "figures":
            yield from compose_statistics(Statistics(figures=priority.figures), f"{path}/figures", context)
        else:
            yield from blocks


def priority_rows(path: str, priority: Priority, style: str, context: Context) -> tuple[tuple[Block, ...], ...]:
    """What is said of a priority besides what it covers, for rows across a table: each part after its heading."""
    lead = tuple(_lead(path, priority, style, context))
    parts = (
        (Paragraph((Strong(context.words(heading)),), style), *blocks)
        for _, heading, blocks in _parts(path, priority, style, context)
    )
    return (lead, *parts) if lead else tuple(parts)


def compose_priority_list(wanted: PriorityList, context: Context) -> Iterator[List]:
    """The titles of the priorities asked for, as bullets or numbers, with those inside them below."""
    chosen = list(of_kind(context.plan.priorities, "priorities", wanted.kind))
    if chosen:
        yield title_list(chosen, context, ordered=wanted.form == "numbers")


def title_list(priorities: Iterable[tuple[str, Priority]], context: Context, *, ordered: bool = False) -> List:
    """The titles of priorities, with those inside them below. Those that are counted lose the numbers of their own."""
    items = []
    for path, priority in priorities:
        title = context.words(priority.title) if ordered else priority_title(path, priority, context)
        content: list[Block] = [Paragraph(title, origin=title_field(path, priority))]
        inner = [(f"{path}/priorities/{one.id}", one) for one in priority.priorities]
        if inner:
            content.append(title_list(inner, context))
        items.append(ListItem(tuple(content)))
    return List(tuple(items), ordered, origin="priorities")


def figure_lines(priority: Priority, context: Context) -> list[tuple[Inline, ...]]:
    """The figures of a priority in words, each after its label."""
    lines = []
    for name in priority.figures:
        measure = context.names.figures.get(name)
        if measure:
            label = context.value(measure.label, f"figures/{name}/label") or (Text(name.replace("-", " ")),)
            value = context.words(f"{{{name}}}")
            lines.append(context.phrase_of(context.template.wording.labelled, {"label": label, "value": value}))
    return lines


def _lead(path: str, priority: Priority, style: str, context: Context) -> Iterator[Paragraph]:
    """Who leads on a priority, in a phrase."""
    owners = enumerate(priority.owners, 1)
    named = [context.value(context.names.leader(owner), f"{path}/owners/{place}") for place, owner in owners]
    if named:
        yield Paragraph(context.phrase_of(context.template.wording.lead, {"owners": joined(named, context)}), style)


def _parts(path: str, priority: Priority, style: str, context: Context) -> Iterator[tuple[str, str, tuple[Block, ...]]]:
    """What else is said of a priority, in the order in which it is printed: a name, a heading and blocks for each part."""
    wording = context.template.wording
    if priority.why:
        yield "why", wording.why, context.prose(priority.why, style=style, origin=f"{path}/why")
    if priority.aims:
        yield "aims", wording.aims, (_list(priority.aims, f"{path}/aims", style, context),)
    if priority.outcomes:
        yield "outcomes", wording.outcomes, (_list(priority.outcomes, f"{path}/outcomes", style, context),)
    if lines := figure_lines(priority, context):
        yield "figures", wording.priority_figures, (List(tuple(ListItem((Paragraph(line, style),)) for line in lines)),)
    named = [_strategy(name, context) for name in priority.strategies if name in context.names.strategies]
    if named:
        items = tuple(ListItem((Paragraph(title, style),)) for title in named)
        yield "strategies", wording.priority_strategies, (List(items),)


def _list(texts: Sequence[str], origin: str, style: str, context: Context) -> List:
    items = [ListItem(context.prose(text, style=style, origin=f"{origin}/{n}")) for n, text in enumerate(texts, 1)]
    return List(tuple(items), origin=origin)


def _strategy(name: str, context: Context) -> tuple[Inline, ...]:
    """The title of a strategy, which leads to it where the plan says where it is."""
    strategy = context.names.strategies[name]
    title = context.value(strategy.title, f"strategies/{name}/title")
    target = web_target(strategy.link) if strategy.link else ""
    return (Link(title, target),) if target else title
