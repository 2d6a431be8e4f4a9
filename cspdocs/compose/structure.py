"""Who reports to whom: the groups as a chart, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cspdocs.compose.charts import chart_look
from cspdocs.compose.context import Context
from cspdocs.document.charts import Branch, tree_chart
from cspdocs.document.nodes import Block, Figure, Inline, List, ListItem, Paragraph
from cspdocs.document.walk import plain_text
from cspdocs.plan.blocks import Structure
from cspdocs.plan.governance import Group
from cspdocs.template.phrases import fill_phrase
from cspdocs.units import pt
from cspdocs.values import frozen

_TALLEST: Final = 0.6
"""The part of a page that a chart of groups may take."""


@frozen
class _Node:
    """A group and those that report to it."""

    group: Group
    below: tuple[_Node, ...]


def compose_structure(wanted: Structure, origin: str, context: Context) -> Iterator[Block]:
    """A chart of each group at the top that has others below it, and all groups in a nested list."""
    groups = context.plan.groups
    known = {group.id for group in groups}
    tops = [group for group in groups if (group.id == wanted.root if wanted.root else group.reports_to not in known)]
    trees = [_tree(group, groups, ()) for group in tops]
    if not trees:
        return
    if wanted.title:
        yield Paragraph(context.title(wanted.title), "Table Title", origin=f"{origin}/title")
    for tree in trees:
        if tree.below:
            drawing = tree_chart(_branch(tree, context), chart_look(_TALLEST, context))
            yield Figure(drawing, pt(drawing.width), _description(tree, context), origin=origin)
    yield _listed(trees, context)


def _tree(group: Group, groups: Sequence[Group], above: tuple[str, ...]) -> _Node:
    """The group with those below it; where they report in a circle it ends."""
    met = (*above, group.id)
    below = (one for one in groups if one.reports_to == group.id and one.id not in met)
    return _Node(group, tuple(_tree(one, groups, met) for one in below))


def _branch(node: _Node, context: Context) -> Branch:
    line = plain_text(_chair(node.group, context))
    return Branch(context.fill(node.group.name), line, tuple(_branch(inner, context) for inner in node.below))


def _listed(nodes: Sequence[_Node], context: Context) -> List:
    return List(tuple(ListItem(tuple(_item(node, context))) for node in nodes), origin="groups")


def _item(node: _Node, context: Context) -> Iterator[Block]:
    origin = f"groups/{node.group.id}"
    yield Paragraph(context.words(node.group.name), origin=f"{origin}/name")
    if chair := _chair(node.group, context):
        yield Paragraph(chair)
    if node.below:
        yield _listed(node.below, context)


def _chair(group: Group, context: Context) -> tuple[Inline, ...]:
    chair = context.value(group.chair, f"groups/{group.id}/chair")
    return context.phrase_of(context.template.wording.chair, {"chair": chair})


def _description(tree: _Node, context: Context) -> str:
    """What stands for the chart where it cannot be seen."""
    return " ".join([context.template.wording.structure, *_lines(tree, context)])


def _lines(node: _Node, context: Context) -> Iterator[str]:
    for inner in node.below:
        names = {"name": context.fill(inner.group.name), "parent": context.fill(node.group.name)}
        yield fill_phrase(context.template.wording.reports_to, names)
        yield from _lines(inner, context)
