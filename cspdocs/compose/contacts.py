"""The ways to reach somebody."""

from __future__ import annotations

from collections.abc import Iterator

from cspdocs.compose.context import Context
from cspdocs.document.links import mail_target, phone_target, web_target
from cspdocs.document.nodes import Link, Paragraph
from cspdocs.plan.directory import Contact


def compose_contact(contact: Contact, style: str, origin: str, context: Context) -> Iterator[Paragraph]:
    """Address and the other ways to reach somebody, each in a paragraph of its own, without the name."""
    yield from compose_address(contact, style, origin, context)
    yield from compose_ways(contact, style, origin, context)


def compose_address(contact: Contact, style: str, origin: str, context: Context) -> Iterator[Paragraph]:
    """The lines of somebody's address."""
    for place, line in enumerate(contact.address, 1):
        yield Paragraph(context.words(line), style, origin=f"{origin}/address/{place}")


def compose_ways(contact: Contact, style: str, origin: str, context: Context) -> Iterator[Paragraph]:
    """The ways to reach somebody from afar: telephone, e-mail, the web."""
    wording = context.template.wording
    ways = (
        ("phone", wording.phone, contact.phone, phone_target(contact.phone)),
        ("email", wording.email, contact.email, mail_target(contact.email)),
        ("web", wording.web, contact.web, web_target(contact.web)),
    )
    for name, phrase, value, target in ways:
        if value:
            field = f"{origin}/{name}"
            words = context.value(value, field)
            content = context.phrase_with(phrase, name, (Link(words, target),) if target else words)
            yield Paragraph(content, style, origin=field)
