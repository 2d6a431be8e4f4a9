"""Boxes: case studies, visions and statements, set apart from the text around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from cspdocs.compose.context import Context
from cspdocs.diagnostics import Severity
from cspdocs.document.boxes import edges_of
from cspdocs.document.nodes import Block, Box, Heading
from cspdocs.plan import blocks
from cspdocs.units import Length

_DEEPEST_HEADING: Final = 3
_USUAL: Final = "Box"

Compose: TypeAlias = Callable[[blocks.Block, int, str, str, Context], Iterator[Block]]
"""Composes a block: with the level of headings in it, the start of their anchors, and its path."""


def compose_box(
    box: blocks.Box, level: int, anchor: str, origin: str, context: Context, compose: Compose
) -> Iterator[Block]:
    """The box with its title and what `compose` makes of its blocks; nothing where nothing stands in it."""
    style = _style(box, origin, context)
    edges, around = edges_of(context.template.sheet.boxes[style]), context.edges
    context.edges = Length(around + edges.left.depth + edges.right.depth)
    content: list[Block] = []
    if box.title:
        named = context.anchor(f"{anchor}-box")
        content.append(Heading(context.words(box.title), level, named, origin=f"{origin}/title"))
    for place, block in enumerate(box.body, 1):
        where = f"{origin}/body/{place}"
        if isinstance(block, blocks.PageBreak):
            message, hint = "no new page can begin inside a box", "put the page-break before the box, or make two boxes"
            context.report("page-break", message, where, hint, Severity.WARNING)
        else:
            content += compose(block, min(level + 1, _DEEPEST_HEADING), anchor, where, context)
    context.edges = around
    if content:
        yield Box(tuple(content), style, origin=origin)


def _style(box: blocks.Box, origin: str, context: Context) -> str:
    """The style of a box; the usual one, and a word about it, where the template has no such style."""
    styles = context.template.sheet.boxes
    if box.style in styles:
        return box.style
    message = f'the template {context.template.name} has no box "{box.style}"; {_USUAL} is used'
    context.report("unknown-box", message, f"{origin}/style", f"it has {', '.join(styles)}", Severity.WARNING)
    return _USUAL
