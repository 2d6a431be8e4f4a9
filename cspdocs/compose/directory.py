"""Who is in the partnership: its members side by side, in a table, or as a list."""

from __future__ import annotations

from collections.abc import Iterator

from cspdocs.compose.contacts import compose_contact
from cspdocs.compose.context import Context
from cspdocs.compose.registers.kinds import kind_heading
from cspdocs.compose.registers.listing import register_listing
from cspdocs.document.nodes import Block, Cell, Grid, Paragraph
from cspdocs.plan.blocks import Directory
from cspdocs.plan.directory import Organisation
from cspdocs.plan.governance import Kind


def compose_directory(wanted: Directory, level: int, anchor: str, origin: str, context: Context) -> Iterator[Block]:
    """The listed organisations, those of each kind below its heading where kinds are told apart."""
    form = wanted.form or context.template.directory.form
    for kind, some in _parts(wanted.kind, context):
        title = kind.title if kind else context.heading
        if kind:
            yield from kind_heading(kind, level, anchor, context)
        if form == "grid":
            layout = context.template.directory
            entries = tuple(_entry(organisation, context) for organisation in some)
            yield Grid(entries, layout.columns, layout.style, kind.title if kind else "", origin="organisations")
        else:
            placed = [(f"organisations/{one.id}", one) for one in some]
            yield from register_listing("organisations", [(None, placed)], form, title, origin, context)


def _parts(wanted: str, context: Context) -> list[tuple[Kind | None, list[Organisation]]]:
    """The listed organisations by kind. Those of one kind alone have its heading too, where several are declared."""
    members = [one for one in context.plan.organisations if one.listed and (not wanted or one.kind == wanted)]
    if not wanted or not members:
        return context.names.by_kind(members, lambda one: one.kind)
    several = len(context.plan.kinds) > 1
    kind = context.names.kinds.get(wanted) if several else None
    return [(kind if kind and kind.title else None, members)]


def _entry(organisation: Organisation, context: Context) -> Cell:
    """A member with the ways to reach it, each thing in a line of its own."""
    origin = f"organisations/{organisation.id}"
    name = Paragraph(context.words(organisation.name), "Grid Name", origin=f"{origin}/name")
    people = (
        Paragraph(context.words(person), "Grid Text", origin=f"{origin}/people/{place}")
        for place, person in enumerate(organisation.people, 1)
    )
    ways = compose_contact(organisation, "Grid Text", origin, context)
    words = context.template.wording.voting
    voting = (Paragraph(context.words(words), "Grid Text"),) if organisation.voting and words else ()
    note = context.prose(organisation.note, style="Grid Text", origin=f"{origin}/note")
    return Cell((name, *people, *ways, *voting, *note), origin=origin)
