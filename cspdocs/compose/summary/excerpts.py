"""What the plan's sections say, without what stands around it: for documents that quote a plan."""

from __future__ import annotations

from collections.abc import Iterator

from cspdocs.compose.context import Context
from cspdocs.compose.ready import ready_text
from cspdocs.compose.sections import section_title
from cspdocs.document.nodes import Block, Heading
from cspdocs.plan.blocks import Text
from cspdocs.plan.model import Section, every_section


def compose_excerpts(kind: str, context: Context) -> Iterator[Block]:
    """The running text of each section of a kind under its heading; nothing of those that have none."""
    for path, section in sections_of(kind, context):
        text = section_text(path, section, context)
        if text:
            yield _heading(path, section, context)
            yield from text


def sections_of(kind: str, context: Context) -> Iterator[tuple[str, Section]]:
    """Path and section of each section of a kind."""
    return (found for found in every_section(context.plan.sections) if found[1].kind == kind)


def part_heading(kind: str, context: Context) -> Heading:
    """The heading of the plan's first section of a kind, or where it has none, what the template calls the kind.

    Sections inside others are about a part of the matter.
    """
    named = ((f"sections/{section.id}", section) for section in context.plan.sections if section.kind == kind)
    return _heading(*next(named, ("", Section(id=kind, kind=kind))), context)


def section_text(path: str, section: Section, context: Context) -> tuple[Block, ...]:
    """The text blocks of a section, whole and in order; the template's ready text where it has no body.

    Pictures, tables, boxes and sections inside are no running text.
    """
    if not section.body:
        text, origin = ready_text(section.kind, context)
        return context.prose(text, origin=origin)
    texts = (
        context.prose(block.text, origin=f"{path}/body/{place}/text")
        for place, block in enumerate(section.body, 1)
        if isinstance(block, Text)
    )
    return tuple(node for text in texts for node in text)


def _heading(path: str, section: Section, context: Context) -> Heading:
    origin = f"{path}/title" if path and section.title.strip() else ""
    return Heading(context.words(section_title(section, context)), 1, context.anchor(section.id), origin=origin)
