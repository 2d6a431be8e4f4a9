"""The partnership plan: cover, contents, the plan's sections, and the back page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve, frozen

from cspdocs.compose.context import Context
from cspdocs.compose.prose import compose_block, compose_picture
from cspdocs.compose.tables import compose_contact
from cspdocs.diagnostics import Diagnostic
from cspdocs.document.nodes import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Heading,
    Inline,
    PageCount,
    PageNumber,
    Paragraph,
    Section,
    Text,
)
from cspdocs.plan import blocks, model
from cspdocs.plan.blocks import ActionTables, ContactPanel, Directory, GlossaryList, PriorityList
from cspdocs.plan.model import Plan
from cspdocs.template.template import Template

_CONTENT_OF_KIND: Final[dict[str, blocks.Block]] = {
    "review": ActionTables(year="previous"),
    "priorities": PriorityList(),
    "actions": ActionTables(year="current"),
    "directory": Directory(),
    "glossary": GlossaryList(),
    "contact": ContactPanel(),
}
"""What a section of a kind ends with unless its body already places it."""

_DEEPEST_HEADING: Final = 3
"""Sections further in have headings of this level too."""

_RUNNING: Final = re.compile(r"(\{page\}|\{pages\})")


@frozen
class Composition:
    """A document, and what was amiss while composing it."""

    document: Document
    findings: tuple[Diagnostic, ...]


def compose_plan(plan: Plan, template: Template) -> Composition:
    """The plan in the template's order and wording."""
    context = Context.start(plan, template)
    _check_colours(context)
    # The sections come first, so that no heading inside one takes the name by which links know another.
    anchors = [context.anchor(section.id) for section in plan.sections]
    body = [_section(section, anchor, context) for section, anchor in zip(plan.sections, anchors, strict=True)]
    if body and template.repeat_title:
        title = Paragraph(context.words(plan.dated_title), "Plan Title")
        body[0] = evolve(body[0], blocks=(title, *body[0].blocks))
    sections = [_cover(context), *_contents(body, context), *body, *_back(context)]
    wording = template.wording
    draft = wording.draft.replace("{version}", plan.release.version).strip() if plan.release.stage == "draft" else ""
    header = " \u2013 ".join(part for part in (draft, wording.header) if part)
    document = Document(
        title=context.fill(plan.full_title),
        sections=tuple(sections),
        language=plan.language,
        author=context.fill(plan.release.author or plan.partnership),
        subject=context.fill(plan.dated_title),
        date=plan.release.date,
        header=_running(header, "Header", context),
        footer=_running(wording.footer, "Footer", context),
    )
    return Composition(document, tuple(context.findings))


def section_title(section: model.Section, context: Context) -> str:
    """The heading of a section: its own, its priority's, or the template's for its kind."""
    priority = context.priorities.get(section.priority)
    wording = _wording_of(section, context)
    titles = (section.title, priority.title if priority else "", wording[0] if wording else "")
    return next((title for title in titles if title.strip()), section.id.replace("-", " ").strip().capitalize() or "Section")


def _wording_of(section: model.Section, context: Context) -> tuple[str, str] | None:
    for wording in context.template.wording.sections:
        if wording.kind == section.kind:
            fill = context.placeholders.fill_wording
            return fill(wording.title).strip(), fill(wording.contents_title).strip()
    return None


def _check_colours(context: Context) -> None:
    template = context.template
    for status in context.plan.statuses:
        if status.colour and not template.colour(status.colour):
            message = f'the template {template.name} has no colour "{status.colour}"'
            hint = f"write #rrggbb or one of {', '.join(template.palette)}"
            context.report("unknown-colour", message, f"statuses/{status.word}/colour", hint)


def _cover(context: Context) -> Section:
    plan = context.plan
    lines: list[Block] = [Paragraph(context.words(area), "Subtitle", origin="areas") for area in plan.areas]
    if plan.partnership:
        lines.append(Paragraph(context.words(plan.partnership), "Subtitle", origin="partnership"))
    lines.append(Paragraph(context.words(plan.dated_title), "Title", origin="title"))
    if plan.cover.picture:
        lines += [
            evolve(figure, style="Cover Figure") for figure in compose_picture(plan.cover.picture, "cover/picture", context)
        ]
    return Section(tuple(lines), _cover_page(context), running=False, name="cover")


def _cover_page(context: Context) -> str:
    """The geometry of the first and last page: one of their own where the template has it."""
    return "Cover" if "Cover" in context.template.sheet.pages else "Page"


def _contents(body: list[Section], context: Context) -> Iterator[Section]:
    entries = []
    for section, source in zip(body, context.plan.sections, strict=True):
        heading = next(block for block in section.blocks if isinstance(block, Heading))
        entries.append(ContentsEntry(_contents_title(source, heading.content, context), heading.anchor))
    if entries:
        wording = context.template.wording
        title = Paragraph(context.words(wording.contents), "Contents Heading")
        yield Section((title, Contents(tuple(entries), wording.contents_page)), name="contents")


def _contents_title(section: model.Section, heading: tuple[Inline, ...], context: Context) -> tuple[Inline, ...]:
    if section.contents_title:
        return context.words(section.contents_title)
    wording = None if section.title else _wording_of(section, context)
    return context.words(wording[1]) if wording and wording[1] else heading


def _section(section: model.Section, anchor: str, context: Context) -> Section:
    path = f"sections/{section.id}"
    pages = context.template.sheet.pages
    page = section.page or "Page"
    if page not in pages:
        hint = f"the template has {', '.join(pages)}"
        context.report("unknown-page", f'the template has no sheet of paper "{page}"', f"{path}/page", hint)
        page = "Page"
    blocks = _blocks(section, 1, anchor, path, evolve(context, page_name=page))
    return Section(tuple(blocks), page, name=section.id, origin=path)


def _blocks(section: model.Section, level: int, anchor: str, path: str, context: Context) -> Iterator[Block]:
    title = section_title(section, context)
    yield Heading(context.words(title), level, anchor, origin=f"{path}/title")
    inner = min(level + 1, _DEEPEST_HEADING)
    body = list(section.body)
    content = _CONTENT_OF_KIND.get(section.kind)
    if content and not any(type(block) is type(content) for block in body):
        body.append(content)
    for number, block in enumerate(body, 1):
        yield from compose_block(block, inner, anchor, f"{path}/body/{number}", context)
    for child in section.sections:
        below = context.anchor(f"{anchor}-{child.id}")
        yield from _blocks(child, inner, below, f"{path}/sections/{child.id}", context)


def _back(context: Context) -> Iterator[Section]:
    contact = context.plan.contact
    if contact:
        name = Paragraph(context.words(contact.name), "Contact Name", origin="contact/name")
        lines = compose_contact(contact, "Contact", "contact", context)
        yield Section((name, *lines), _cover_page(context), running=False, name="back")


def _running(wording: str, style: str, context: Context) -> tuple[Paragraph, ...]:
    """A header or footer with its page numbers."""
    if not wording:
        return ()
    parts: list[Inline] = []
    for part in _RUNNING.split(wording):
        match part:
            case "{page}":
                parts.append(PageNumber())
            case "{pages}":
                parts.append(PageCount())
            case _ if part:
                filled = context.placeholders.fill_wording(part)
                parts.extend((Text(filled),) if filled else ())
            case _:
                pass
    return (Paragraph(tuple(parts), style),)
