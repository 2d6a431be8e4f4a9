"""The blocks of a plan's section as nodes of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, assert_never

from cspdocs.compose.actions.listing import compose_actions
from cspdocs.compose.boxes import compose_box
from cspdocs.compose.charts import compose_chart
from cspdocs.compose.contacts import compose_address, compose_ways
from cspdocs.compose.context import Context
from cspdocs.compose.directory import compose_directory
from cspdocs.compose.pictures import compose_picture
from cspdocs.compose.priorities import compose_priority_list
from cspdocs.compose.registers.listing import compose_register
from cspdocs.compose.signatures import compose_signatures
from cspdocs.compose.statistics import compose_statistics, compose_tally
from cspdocs.compose.structure import compose_structure
from cspdocs.compose.tables import compose_table
from cspdocs.document.nodes import (
    Block,
    Definition,
    DefinitionList,
    Paragraph,
    Quote,
    Text,
    Value,
)
from cspdocs.document.walk import plain_text
from cspdocs.plan import blocks
from cspdocs.plan.blocks import (
    ActionTables,
    Box,
    Chart,
    ContactPanel,
    Directory,
    GlossaryList,
    PageBreak,
    Picture,
    PriorityList,
    Register,
    Signatures,
    Statistics,
    Structure,
    Table,
    Tally,
)
from cspdocs.plan.directory import Contact
from cspdocs.values import evolve

Listed: TypeAlias = ActionTables | Directory | Register | PriorityList | GlossaryList | ContactPanel
"""The blocks that show what the plan lists elsewhere."""


def compose_block(block: blocks.Block, level: int, anchor: str, origin: str, context: Context) -> Iterator[Block]:
    """The nodes of one block. Headings that it needs are of `level`, their anchors begin with `anchor`."""
    match block:
        case blocks.Text(text=text):
            yield from context.prose(text, origin=f"{origin}/text")
        case Picture():
            yield from compose_picture(block, origin, context)
        case blocks.Quote(text=text, who=who):
            wording = context.template.wording.attribution
            said = context.phrase_with(wording, "who", context.value(who, f"{origin}/who")) if who else ()
            yield Quote(context.prose(text, origin=f"{origin}/text"), said, origin=origin)
        case Table():
            yield from compose_table(block, origin, context)
        case Box():
            yield from compose_box(block, level, anchor, origin, context, compose_block)
        case Signatures():
            yield from compose_signatures(block, origin, context)
        case Statistics():
            yield from compose_statistics(block, origin, context)
        case Chart():
            yield from compose_chart(block, origin, context)
        case Structure():
            yield from compose_structure(block, origin, context)
        case Tally():
            yield from compose_tally(block, origin, context)
        case PageBreak():
            # The section around it begins the page.
            return
        case _:
            yield from _compose_listed(block, level, anchor, origin, context)


def _compose_listed(block: Listed, level: int, anchor: str, origin: str, context: Context) -> Iterator[Block]:
    match block:
        case ActionTables():
            yield from compose_actions(block, level, anchor, origin, context)
        case Directory():
            yield from compose_directory(block, level, anchor, origin, context)
        case Register():
            yield from compose_register(block, level, anchor, origin, context)
        case PriorityList(kind=kind, form=form):
            if form == "table":
                yield from compose_register(
                    Register(what="priorities", kind=kind, form=form), level, anchor, origin, context
                )
            else:
                yield from compose_priority_list(block, context)
        case GlossaryList():
            yield from _glossary(context)
        case ContactPanel():
            if context.plan.contact:
                yield from _contact_panel(context.plan.contact, context)
        case _:
            assert_never(block)


def _contact_panel(contact: Contact, context: Context) -> Iterator[Paragraph]:
    """Name and address on lines below one another, and below them the other ways, alike."""
    name = Paragraph(context.words(contact.name), origin="contact/name")
    address = compose_address(contact, "Body", "contact", context)
    ways = compose_ways(contact, "Body", "contact", context)
    for *lines, last in filter(None, ([name, *address], [*ways])):
        yield from (evolve(line, style="Contact Line") for line in lines)
        yield last


def _glossary(context: Context) -> Iterator[Block]:
    items = []
    for term in context.plan.glossary:
        origin = f"glossary/{term.term}"
        meaning = context.value(term.meaning, f"{origin}/meaning")
        if term.note:
            # Whether the note goes on with the sentence or is one itself, it does not run into the meaning.
            apart = " " if plain_text(meaning).endswith((".", "!", "?")) else " \u2013 "
            meaning += (Text(apart), Value(context.phrase(term.note), f"{origin}/note"))
        items.append(Definition(context.words(term.term), meaning, origin=origin))
    if items:
        yield DefinitionList(tuple(items), origin="glossary")
