"""The plan's sections, one after another: what each holds, where a new page begins, and the contents list of them all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from cspdocs.compose.context import Context
from cspdocs.compose.cover import compose_notice
from cspdocs.compose.numbering import Numbering, Role
from cspdocs.compose.priorities import priority_title
from cspdocs.compose.prioritysection import compose_priority
from cspdocs.compose.prose import compose_block
from cspdocs.compose.ready import ready_text, section_wording
from cspdocs.compose.room import leave_room
from cspdocs.diagnostics import Severity
from cspdocs.document.nodes import Block, Contents, ContentsEntry, Heading, Inline, Paragraph, Section
from cspdocs.plan import model
from cspdocs.plan.blocks import CONTENT_OF_KIND, PageBreak
from cspdocs.values import define, evolve, field, frozen

_TOLD: Final = ("prose", "priority", "review")
"""Kinds of sections that may have nothing but a heading, or of which it is told elsewhere what they lack."""
_DEEPEST_HEADING: Final = 3
"""Sections further in have headings of this level too."""


@frozen
class _NewPage:
    """Stands among the blocks of a section where a new page begins."""

    origin: str


@define
class Body:
    """The plan's sections in print, and which heading opens which of them, by its anchor."""

    sections: list[Section] = field(factory=list)
    opened: dict[str, model.Section] = field(factory=dict)
    runs_on: bool = False
    """Whether the first section begins below what stands before it, such as the contents list."""


def compose_body(context: Context) -> Body:
    """All sections of the plan, each on a new page or below the one before it."""
    template, sections = context.template, context.plan.sections
    numbering = Numbering(context.plan.numbering or template.numbering, template.wording.appendix)
    body = Body()
    # The sections come first, so that no heading inside one takes the name by which links know another.
    anchors = [context.anchor(section.id) for section in sections]
    for section, anchor in zip(sections, anchors, strict=True):
        _add(section, anchor, numbering, body, context)
    return body


def compose_contents(body: Body, context: Context) -> Iterator[Section]:
    """The page with the contents list, as deep as the template wants it, and below it the notice that may stand there."""
    template = context.template
    entries = tuple(
        ContentsEntry(_contents_title(block, body, context), block.anchor, block.level, block.number)
        for section in body.sections
        for block in section.blocks
        if isinstance(block, Heading) and block.level <= template.contents_depth
    )
    if entries:
        title = Paragraph(context.words(template.wording.contents), "Contents Heading")
        contents = Contents(entries, template.wording.contents_page)
        yield Section((title, contents, *compose_notice("contents", context)), name="contents")


def section_title(section: model.Section, context: Context) -> str:
    """The heading of a section: its own, its priority's, or the template's for its kind."""
    priority = context.priorities.get(section.priority)
    wording = section_wording(section.kind, context)
    usual = context.placeholders.fill_wording(wording.title).strip() if wording else ""
    titles = (section.title, priority.title if priority else "", usual)
    return next((title for title in titles if title.strip()), section.id.replace("-", " ").strip().capitalize() or "Section")


def _add(section: model.Section, anchor: str, numbering: Numbering, body: Body, context: Context) -> None:
    """Adds a section of the plan to the page at hand, or on pages of its own."""
    path = f"sections/{section.id}"
    page = _page(section, path, context)
    pages: list[list[Block]] = [[]]
    origins = [path]
    for piece in _pieces(section, 1, anchor, path, body, evolve(context, page_name=page)):
        if not isinstance(piece, _NewPage):
            pages[-1].append(piece)
        elif not all(isinstance(block, Heading) for block in pages[-1]):
            # A heading alone would make a page of its own.
            pages.append([])
            origins.append(piece.origin)
    role = partial(_role, body=body, context=context)
    pages = _with_notes([numbering.number(blocks, role) for blocks in pages], anchor, context)
    geometry = context.template.sheet.pages[page]
    pages = [leave_room(blocks, geometry, context.template.sheet) for blocks in pages]
    here = (section.start or context.template.sections_start) == "here"
    last = body.sections[-1] if body.sections else None
    if last is None:
        body.runs_on = here and page == "Page"
    elif here and last.page == page:
        body.sections[-1] = evolve(last, blocks=(*last.blocks, *pages.pop(0)))
        origins.pop(0)
    for number, (blocks, origin) in enumerate(zip(pages, origins, strict=True), 1):
        name = section.id if number == 1 and origin == path else f"{section.id}-{number}"
        if blocks:
            body.sections.append(Section(tuple(blocks), page, name=name, origin=origin))


def _pieces(
    section: model.Section, level: int, anchor: str, path: str, body: Body, context: Context
) -> Iterator[Block | _NewPage]:
    """A section and those inside it: heading, body, and the content of its kind unless the body has it."""
    body.opened[anchor] = section
    title = section_title(section, context)
    yield Heading(_heading(section, title, context), level, anchor, origin=_title_field(section, path, context))
    context = evolve(context, heading=context.fill(title))
    inner = min(level + 1, _DEEPEST_HEADING)
    content = list(_content(section, inner, anchor, path, context))
    yield from content
    if not content and not section.sections and section.kind not in _TOLD and section_wording(section.kind, context):
        message = f'nothing is printed in the section but its heading: the plan has nothing of kind "{section.kind}"'
        context.report("empty-section", message, path, "give the section a body, or leave it out", Severity.WARNING)
    for child in section.sections:
        where = f"{path}/sections/{child.id}"
        if child.start == "page":
            yield _NewPage(where)
        yield from _pieces(child, inner, context.anchor(f"{anchor}-{child.id}"), where, body, context)


def _content(section: model.Section, inner: int, anchor: str, path: str, context: Context) -> Iterator[Block | _NewPage]:
    """What stands in a section itself: its body, or the ready text of its kind, and the content of that kind."""
    if not section.body:
        text, origin = ready_text(section.kind, context)
        yield from context.prose(text, origin=origin)
    for number, block in enumerate(section.body, 1):
        where = f"{path}/body/{number}"
        if isinstance(block, PageBreak):
            yield _NewPage(where)
        else:
            yield from compose_block(block, inner, anchor, where, context)
    if section.kind == "priority":
        yield from compose_priority(section, inner, anchor, path, context)
    content = CONTENT_OF_KIND.get(section.kind)
    if content and not any(_is_alike(block, content) for block in section.body):
        yield from compose_block(content, inner, anchor, f"{path}/body/{len(section.body) + 1}", context)


def _heading(section: model.Section, title: str, context: Context) -> tuple[Inline, ...]:
    """The words of a heading; before the title of a priority the number that the plan gives it."""
    path, priority = context.names.priorities.get(section.priority, ("", None))
    if priority is None or section.title.strip() or title != priority.title:
        return context.words(title)
    return priority_title(path, priority, context)


def _is_alike(block: object, content: object) -> bool:
    """Whether a block places content of that sort itself."""
    return type(block) is type(content) and getattr(block, "what", "") == getattr(content, "what", "")


def _with_notes(pages: list[list[Block]], anchor: str, context: Context) -> list[list[Block]]:
    """The pages of a section, with the notes that its texts mark at the end."""
    wording = context.template.wording
    named, notes = context.notes.take(pages, wording.note_return)
    if notes:
        heading = Heading(context.words(wording.notes), 2, context.anchor(f"{anchor}-notes"))
        named[-1] += [heading, *notes]
    return named


def _role(anchor: str, body: Body, context: Context) -> Role:
    """What the part below a heading is to the numbering. There are kinds that the template does not number, as forewords."""
    section = body.opened.get(anchor)
    if section is None:
        return "numbered"
    if section.appendix:
        return "appendix"
    wording = section_wording(section.kind, context)
    return "numbered" if section.numbered and (wording is None or wording.numbered) else "unnumbered"


def _page(section: model.Section, path: str, context: Context) -> str:
    """The sheet of paper of a section; the usual one, and a word about it, where the template has no such sheet."""
    pages = context.template.sheet.pages
    page = section.page or "Page"
    if page in pages:
        return page
    message = f'the template {context.template.name} has no sheet of paper "{page}"; Page is used'
    context.report("unknown-page", message, f"{path}/page", f"it has {', '.join(pages)}", Severity.WARNING)
    return "Page"


def _title_field(section: model.Section, path: str, context: Context) -> str:
    """The path of the field that the heading of a section says: its own title, else that of its priority."""
    where, priority = context.names.priorities.get(section.priority, ("", None))
    return f"{path if section.title.strip() or not priority or not priority.title.strip() else where}/title"


def _contents_title(heading: Heading, body: Body, context: Context) -> tuple[Inline, ...]:
    """The title that a heading has in the contents list: one of its own, or its words."""
    section = body.opened.get(heading.anchor)
    if section is None:
        return heading.content
    wording = None if section.title else section_wording(section.kind, context)
    usual = context.placeholders.fill_wording(wording.contents_title).strip() if wording else ""
    return context.words(section.contents_title or usual) or heading.content
