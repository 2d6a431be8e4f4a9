"""The headings of things of a kind."""

from __future__ import annotations

from collections.abc import Iterator

from cspdocs.compose.context import Context
from cspdocs.document.nodes import Block, Heading
from cspdocs.plan.governance import Kind


def kind_heading(kind: Kind, level: int, anchor: str, context: Context) -> Iterator[Block]:
    """The heading of things of a kind, unless they stand right below one like it, and what they have in common."""
    path = context.names.kind_path
    if context.fill(kind.title) != context.heading:
        anchor = context.anchor(f"{anchor}-{kind.id}")
        yield Heading(context.words(kind.title), level, anchor, origin=path(kind, "title"))
    yield from context.prose(kind.text, origin=path(kind, "text"))
