"""What is made of a plan: each kind of document in each format, and the summary beside the web pages of the plan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Final, Literal, TypeAlias

from cspdocs.backends.base import Companion, Download, Output, RenderOptions, no_companions
from cspdocs.backends.registry import backend_named
from cspdocs.checks.summary import check_length
from cspdocs.collecting import without_collecting
from cspdocs.compose.context import picture_file
from cspdocs.compose.fields import sent_plan
from cspdocs.compose.partnership_plan import compose_plan
from cspdocs.compose.summary.page import compose_summary
from cspdocs.diagnostics import Diagnostic
from cspdocs.document.images import ImageError
from cspdocs.document.nodes import Document, Heading
from cspdocs.errors import PlanError, UnknownKind
from cspdocs.plan.model import Plan, Source
from cspdocs.plan.placeholders import Placeholders
from cspdocs.records.mistyped import mistyped
from cspdocs.records.walk import nearest_line, texts
from cspdocs.saving import save_beside
from cspdocs.template.sheets import plan_sheet, summary_sheet
from cspdocs.template.template import Template
from cspdocs.values import evolve, field, frozen

_OFFERED: Final = ("pdf", "docx")
"""The formats that are offered for download beside web pages."""
_LONGEST_TITLE: Final = 50
"""In the name of a file. File systems take 255 bytes at most, and a letter may have four."""
_SUMMARY: Final = "summary/"
"""The folder of the summary among the web pages of the plan."""

DocumentKind: TypeAlias = Literal["plan", "summary"]
"""What is made of a plan: all of it, or a summary on a page."""

_KINDS: Final = {"plan": (compose_plan, plan_sheet), "summary": (compose_summary, summary_sheet)}
"""How each kind of document is composed, and what looks it has."""

_SAME: Final = {"word-alt-text": "alt-text"}
"""Codes of what is found in a Word file, and those under which the same is found in the plan, with its line there."""


@frozen
class Rendering:
    """What a plan has been rendered to, by format, so that web pages can offer what is made anyway."""

    plan: Plan
    kind: DocumentKind
    made: dict[str, Output] = field(factory=dict, repr=False)

    @without_collecting()
    def render(self, to: str, options: RenderOptions) -> Output:
        """The plan's document in a format."""
        if to not in self.made:
            backend = backend_named(to)
            with telling_mistyped(self.plan):
                output = backend.render(options.document, options)
            self.made[to] = evolve(output, diagnostics=located(output.diagnostics, self.plan.source))
        return self.made[to]

    def downloads(self, options: RenderOptions) -> tuple[Download, ...]:
        """The document in the formats that are offered beside web pages."""
        pages = len(options.paged.pages)
        outputs = {output_file(self.plan, Path(), name, self.kind).name: self.render(name, options) for name in _OFFERED}
        return tuple(Download(name, pages, output.data, output.diagnostics) for name, output in outputs.items())


@frozen
class Prepared:
    """A plan composed and ready to be rendered in any number of formats.

    `findings` are those of the plan, placed in its file; `options` is shared by all formats, so that the pages are laid
    out once.
    """

    plan: Plan
    options: RenderOptions
    findings: tuple[Diagnostic, ...]
    rendering: Rendering

    @property
    def document(self) -> Document:
        """The document composed of the plan."""
        return self.options.document

    def render(self, to: str) -> Output:
        """The document in a format, with what was noticed on the way, placed in the plan's file. Made once, then kept.

        Raises:
            PlanError: if the plan was made in code of values that its classes do not allow.
        """
        return self.rendering.render(to, self.options)

    def findings_with(self, outputs: Iterable[Output]) -> tuple[Diagnostic, ...]:
        """The findings of the plan and those of what was made of it, each matter told once, in the order of its file."""
        known = Counter(finding.code for finding in self.findings)
        found = list(self.findings)
        for output in outputs:
            met = Counter(finding.code for finding in output.diagnostics)
            told = {code for code, same in _SAME.items() if met[code] <= known[same]}
            found += (finding for finding in output.diagnostics if finding.code not in told)
        return in_order(dict.fromkeys(found))


def compose_kind(
    plan: Plan,
    template: Template,
    kind: DocumentKind,
    accompany: Callable[[RenderOptions], tuple[Companion, ...]] = no_companions,
) -> Prepared:
    """A kind of document of a plan; `accompany` says what its web pages lead to.

    Raises:
        UnknownKind: if there is no such kind of document.
    """
    if kind not in _KINDS:
        raise UnknownKind(f'there is no kind of document "{kind}"; there are {", ".join(_KINDS)}')
    composing, sheet = _KINDS[kind]
    composition = composing(plan, template)
    rendering = Rendering(plan, kind)
    options = RenderOptions(
        composition.document,
        sheet(template.sheet),
        sending=partial(sent_plan, plan, template),
        wording=template.wording.publication,
        offer=rendering.downloads,
        accompany=accompany,
    )
    return Prepared(plan, options, located(composition.findings, plan.source), rendering)


def check_pages(options: RenderOptions, kind: DocumentKind, plan: Plan) -> tuple[Diagnostic, ...]:
    """What is amiss with the number of pages: the plan may have any, the summary one."""
    if kind != "summary":
        return ()
    return located(check_length(options.document, len(options.paged.pages)), plan.source)


def summary_of(plan: Plan, template: Template, whole: RenderOptions) -> tuple[Companion, ...]:
    """The summary, for the web pages of the `whole` plan, to which its own page leads back.

    None where the plan says so little that its summary would be a title alone.
    """
    wording = template.wording.publication
    back = Companion(wording.plan, whole.document, "../", whole.downloads)
    summary = compose_kind(plan, template, "summary", lambda _: (back,))
    document = summary.options.document
    if not any(isinstance(block, Heading) for section in document.sections for block in section.blocks):
        return ()
    page = summary.rendering.render("html", summary.options)
    noticed = (*summary.findings, *check_pages(summary.options, "summary", plan), *page.diagnostics)
    page = evolve(page, diagnostics=noticed)
    return (Companion(wording.summary, document, _SUMMARY, made=page),)


def output_file(plan: Plan, folder: Path, to: str, kind: DocumentKind = "plan") -> Path:
    """Where `save_all` writes a format: the plan's title and period in lower case, with the format's ending.

    What is not the plan itself has its kind after them: `partnership-plan-2025-26-summary.docx`. Web pages have a folder
    of their own, so named, with `index.html` in it.
    """
    title = Placeholders(plan).fill(plan.title)[:_LONGEST_TITLE]
    named = f"{title} {plan.period.short if plan.period else ''}"
    stem = re.sub(r"[^\w]+", "-", named.lower()).strip("-") or "plan"
    made = "" if kind == "plan" else f"-{kind}"
    return folder / f"{stem}{made}{backend_named(to).suffix}"


def save_output(output: Output, file: Path, plan: Plan) -> Path:
    """Writes what a plan was rendered to in `file`, and beside it the files that belong to it, all or none. Returns `file`.

    Raises:
        OutputError: if one of them cannot be written; what stood there is unharmed.
    """
    return save_beside(output.data, file, output.files, sources(plan))


def sources(plan: Plan) -> tuple[Path, ...]:
    """The files a plan was made from, its pictures among them, which no output may replace."""
    if plan.source is None:
        return ()
    pictures = []
    for path, text in texts(plan):
        if path.endswith("/file"):
            with suppress(ImageError):
                pictures.append(picture_file(plan, text))
    return (plan.source.file, *pictures) if plan.source.file else tuple(pictures)


def located(findings: Iterable[Diagnostic], source: Source | None) -> tuple[Diagnostic, ...]:
    """The findings with the file and line of the field they concern, or of the nearest field around it."""
    if source is None or source.file is None:
        return tuple(findings)
    return tuple(
        evolve(finding, file=source.file, line=nearest_line(finding.path, source.lines)) if finding.file is None else finding
        for finding in findings
    )


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings in the order of their lines, those without one first."""
    return tuple(sorted(findings, key=lambda finding: finding.line or 0))


@contextmanager
def telling_mistyped(plan: Plan) -> Iterator[None]:
    """Lays a fault at the door of the plan where values in it are none of their classes', which costs nothing until then."""
    try:
        yield
    except (AttributeError, TypeError, ValueError, AssertionError) as error:
        found = tuple(mistyped(plan))
        if found:
            raise PlanError(found) from error
        raise
