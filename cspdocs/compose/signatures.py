"""Those who sign: a portrait, a name and a post each, alone or side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cspdocs.compose.context import Context
from cspdocs.compose.pictures import compose_picture
from cspdocs.document.nodes import Block, Cell, Figure, Grid, Inline, Paragraph
from cspdocs.plan.blocks import Signatory, Signatures
from cspdocs.units import mm
from cspdocs.values import evolve

_STYLE: Final = "Signatures"
_SIDE_BY_SIDE: Final = 3
_PORTRAIT: Final = mm(35)
"""The height of a portrait that has no size of its own."""


def compose_signatures(signatures: Signatures, origin: str, context: Context) -> Iterator[Block]:
    """One person below the text; several side by side, as many in a row as have room."""
    people = [_person(one, f"{origin}/people/{place}", context) for place, one in enumerate(signatures.people, 1)]
    if len(people) == 1:
        yield from people[0]
    elif people:
        entries = tuple(Cell(person) for person in people)
        yield Grid(entries, min(len(people), _SIDE_BY_SIDE), _STYLE, origin=origin)


def _person(person: Signatory, origin: str, context: Context) -> tuple[Block, ...]:
    blocks: list[Block] = [*_portrait(person, origin, context)]
    blocks.append(Paragraph(context.words(person.name), "Signatory", origin=f"{origin}/name"))
    organisation = _organisation(person, origin, context)
    post = {"post": context.value(person.post, f"{origin}/post"), "organisation": organisation}
    if said := context.phrase_of(context.template.wording.post, post):
        blocks.append(Paragraph(said, "Post"))
    return tuple(blocks)


def _portrait(person: Signatory, origin: str, context: Context) -> Iterator[Figure]:
    picture = person.picture
    if picture:
        sized = picture if picture.width or picture.height else evolve(picture, height=_PORTRAIT)
        yield from compose_picture(evolve(sized, side=None), f"{origin}/picture", context)


def _organisation(person: Signatory, origin: str, context: Context) -> tuple[Inline, ...]:
    """The name of a member by its id, or the words themselves."""
    member = context.names.organisations.get(person.organisation)
    if member:
        return context.value(member.name, f"organisations/{member.id}/name")
    return context.value(person.organisation, f"{origin}/organisation")
