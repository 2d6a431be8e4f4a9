"""The partnership plan: cover, contents, the plan's sections, and the back page."""

from __future__ import annotations

import re
from typing import Final

from cspdocs.compose.context import Context
from cspdocs.compose.cover import compose_back, compose_cover, dated_title
from cspdocs.compose.sections import compose_body, compose_contents
from cspdocs.diagnostics import Diagnostic
from cspdocs.document.nodes import Document, Inline, PageCount, PageNumber, Paragraph
from cspdocs.plan.model import Plan
from cspdocs.template.template import Template
from cspdocs.values import evolve, frozen

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
    body = compose_body(context)
    contents = list(compose_contents(body, context))
    if body.sections and template.repeat_title:
        title = Paragraph(dated_title(context), "Plan Title")
        body.sections[0] = evolve(body.sections[0], blocks=(title, *body.sections[0].blocks))
    if contents and body.runs_on:
        contents[-1] = evolve(contents[-1], blocks=(*contents[-1].blocks, *body.sections.pop(0).blocks))
    sections = (compose_cover(context), *contents, *body.sections, *compose_back(context))
    wording = template.wording
    draft = wording.draft.replace("{version}", plan.release.version).strip() if plan.release.stage == "draft" else ""
    header = " \u2013 ".join(part for part in (draft, wording.header) if part)
    document = Document(
        title=context.fill(plan.full_title),
        sections=sections,
        language=plan.language,
        author=context.fill(plan.release.author or plan.partnership),
        subject=context.fill(plan.dated_title),
        date=plan.release.date,
        stage=plan.release.stage.capitalize(),
        version=plan.release.version,
        header=_running(header, "Header", context),
        footer=_running(wording.footer, "Footer", context),
    )
    return Composition(document, tuple(context.findings))


def _check_colours(context: Context) -> None:
    template = context.template
    for status in context.plan.statuses:
        if status.colour and not template.colour(status.colour):
            message = f'the template {template.name} has no colour "{status.colour}"'
            hint = f"write #rrggbb or one of {', '.join(template.palette)}"
            context.report("unknown-colour", message, f"statuses/{status.word}/colour", hint)


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
            case _:
                parts += context.words(context.placeholders.fill_wording(part))
    return (Paragraph(tuple(parts), style),)
