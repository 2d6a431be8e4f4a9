"""The blocks of a plan's section as nodes of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from cspdocs.compose.context import Context
from cspdocs.compose.tables import compose_actions, compose_contact, compose_directory, compose_table
from cspdocs.diagnostics import Severity
from cspdocs.document.nodes import (
    Block,
    Definition,
    DefinitionList,
    Figure,
    Inline,
    List,
    ListItem,
    Paragraph,
    Quote,
    Text,
)
from cspdocs.plan import blocks
from cspdocs.plan.blocks import (
    ActionTables,
    ContactPanel,
    Directory,
    GlossaryList,
    Picture,
    PriorityList,
    Table,
)
from cspdocs.units import Length, inch

_SCREEN_PIXELS_PER_INCH = 150


def compose_block(block: blocks.Block, level: int, anchor: str, origin: str, context: Context) -> Iterator[Block]:
    """The nodes of one block. Headings that it needs are of `level`, their anchors begin with `anchor`."""
    match block:
        case blocks.Text(text=text):
            yield from context.prose(text, origin=f"{origin}/text")
        case Picture():
            yield from compose_picture(block, origin, context)
        case blocks.Quote(text=text, who=who):
            said = context.template.wording.attribution.replace("{who}", who) if who else ""
            yield Quote(context.prose(text, origin=f"{origin}/text"), context.words(said), origin=origin)
        case Table():
            yield from compose_table(block, origin, context)
        case PriorityList(kind=kind):
            yield from _priority_list(kind, context)
        case ActionTables():
            yield from compose_actions(block, level, anchor, context)
        case Directory():
            yield from compose_directory(block, context)
        case GlossaryList():
            yield from _glossary(context)
        case ContactPanel():
            if context.plan.contact:
                yield Paragraph(context.words(context.plan.contact.name), origin="contact/name")
                yield from compose_contact(context.plan.contact, "Body", "contact", context)
        case _:
            assert_never(block)


def compose_picture(picture: Picture, origin: str, context: Context) -> Iterator[Figure]:
    """A picture at the size asked for, else at the size its pixels are good for. Nothing where it cannot be used."""
    image = context.image(picture.file, origin)
    if image is None:
        return
    if not picture.alt and not picture.decorative:
        hint = "say in alt what it shows, or write decorative: yes if the text says it all"
        context.report("alt-text", f'the picture "{picture.file}" has no description', origin, hint, Severity.WARNING)
    width = picture.width or inch(image.width / _SCREEN_PIXELS_PER_INCH)
    if picture.height and not picture.width:
        width = Length(round(picture.height * image.width / image.height))
    alt = None if picture.decorative else context.fill(picture.alt)
    yield Figure(image, width, alt, _caption(picture, context), picture.side, origin=origin)


def _caption(picture: Picture, context: Context) -> tuple[Inline, ...]:
    """The caption and after it whose picture it is, each as far as it is given."""
    if not picture.credit:
        return context.phrase(picture.caption)
    credit = context.template.wording.credit.replace("{credit}", picture.credit)
    return context.phrase(f"{picture.caption.rstrip('.')}. {credit}" if picture.caption else credit)


def _priority_list(kind: str, context: Context) -> Iterator[Block]:
    wanted = [priority for priority in context.plan.priorities if not kind or priority.kind == kind]
    if wanted:
        items = tuple(
            ListItem((Paragraph(context.words(priority.title), origin=f"priorities/{priority.id}/title"),))
            for priority in wanted
        )
        yield List(items, origin="priorities")


def _glossary(context: Context) -> Iterator[Block]:
    items = []
    for term in context.plan.glossary:
        meaning = context.words(term.meaning)
        if term.note:
            meaning += (Text(" "), *context.phrase(term.note))
        items.append(Definition((Text(term.term),), meaning, origin=f"glossary/{term.term}"))
    if items:
        yield DefinitionList(tuple(items), origin="glossary")
