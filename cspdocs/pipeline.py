"""Load, check, compose, render, save, in that order."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from cspdocs.backends.base import Output, RenderOptions
from cspdocs.backends.registry import backend_for, backend_named, format_names
from cspdocs.checks.language import check_language
from cspdocs.checks.references import check_references
from cspdocs.checks.sizes import check_sizes
from cspdocs.compose.context import picture_file
from cspdocs.compose.partnership_plan import compose_plan
from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.document.dump import dump_document
from cspdocs.document.images import ImageError
from cspdocs.document.nodes import Document
from cspdocs.errors import PlanError, TemplateError
from cspdocs.plan.files import load_plan, plan_schema, read_plan
from cspdocs.plan.model import Plan, Source
from cspdocs.plan.placeholders import Placeholders
from cspdocs.plan.status import Status
from cspdocs.records.walk import nearest_line, texts
from cspdocs.resources import template_folders
from cspdocs.saving import save_bytes
from cspdocs.template.template import Template, load_template

DEFAULT_TEMPLATE = "tonbridge-malling"
_LONGEST_TITLE = 50
"""In the name of a file. File systems take 255 bytes at most, and a letter may have four."""


@frozen
class Prepared:
    """A plan composed and ready to be rendered in any number of formats.

    `findings` are those of the plan, placed in its file; `options` is shared by all formats, so that the pages are laid
    out once.
    """

    plan: Plan
    document: Document
    options: RenderOptions
    findings: tuple[Diagnostic, ...]

    def render(self, to: str) -> Output:
        """The document in a format, with what was noticed on the way, placed in the plan's file."""
        with _without_searching():
            output = backend_named(to).render(self.document, self.options)
        return attrs.evolve(output, diagnostics=_located(output.diagnostics, self.plan.source))


def prepare(plan: Plan, template: str | Path | None = None) -> Prepared:
    """The plan checked and composed.

    Args:
        plan: The plan.
        template: The name or folder of a template; the plan's own where `None`.

    Raises:
        PlanError: if the plan has errors; `findings` has all of them, and warnings too.
        TemplateError: if the template is missing or has errors.
    """
    return _prepare(plan, template, ())


def prepare_file(file: str | Path, template: str | Path | None = None) -> Prepared:
    """The plan in a file, read, checked and composed. All that is wrong with it is found in one go; raises as `prepare`."""
    plan, findings = _read(file)
    if plan is None:
        raise PlanError(findings)
    return _prepare(plan, template, findings)


def check(plan: Plan, template: str | Path | None = None) -> tuple[Diagnostic, ...]:
    """Everything that is amiss with a plan, errors and warnings, in the order of its file; empty when all is well.

    Raises:
        TemplateError: if the template is missing or has errors.
    """
    return _examine(plan, template)[0]


def check_file(file: str | Path, template: str | Path | None = None) -> tuple[Diagnostic, ...]:
    """Everything that is amiss with a plan file, in one go.

    What cannot be read is left out of the plan, so that the rest is checked all the same; a template that cannot be used
    is among the findings.
    """
    plan, findings = _read(file)
    if plan is None:
        return findings
    try:
        found = check(plan, template)
    except TemplateError as error:
        found = (*error.findings, *_located(_check_plan(plan, None), plan.source))
    return _in_order((*findings, *found))


def compose(plan: Plan, template: str | Path | None = None) -> Document:
    """The document tree of a plan. Raises as `prepare` does."""
    return prepare(plan, template).document


def dump(document: Document) -> str:
    """The document tree as indented text."""
    return dump_document(document)


def load(file: str | Path) -> Plan:
    """The plan in a file, or in the `plan.yaml` of a folder.

    Raises:
        PlanError: if it cannot be read or anything in it is wrong, with all findings.
    """
    with _without_searching():
        return load_plan(Path(file))


def render(plan: Plan, to: str, template: str | Path | None = None) -> bytes:
    """The plan as a file of that format (`docx`, `pdf`, or one of your own), in memory.

    Raises:
        PlanError, TemplateError: as `prepare`.
        UnknownFormat: if there is no such format.
    """
    return prepare(plan, template).render(to).data


def save(plan: Plan, file: str | Path, template: str | Path | None = None) -> Path:
    """Writes the plan to `file`, in the format that its ending names. Returns the file.

    Raises:
        PlanError, TemplateError, UnknownFormat: as `render`.
        OutputError: if the file cannot be written; one that stood there is unharmed.
    """
    file = Path(file)
    backend = backend_for(file.suffix)
    return save_bytes(render(plan, backend.name, template), file, sources(plan))


def save_all(
    plan: Plan, folder: str | Path, template: str | Path | None = None, formats: Iterable[str] | None = None
) -> tuple[Path, ...]:
    """Writes the plan to `folder` in all formats, or in those named. Returns the files. Raises as `save` does."""
    prepared = prepare(plan, template)
    # Everything is rendered before anything is written: a fault leaves no half of a set.
    rendered = [(prepared.render(name), name) for name in (formats if formats is not None else format_names())]
    return tuple(save_bytes(output.data, output_file(plan, Path(folder), name), sources(plan)) for output, name in rendered)


def schema() -> dict[str, Any]:
    """The JSON Schema of plan files, by which editors complete and check while typing."""
    return plan_schema()


def templates() -> tuple[Template, ...]:
    """The templates that come with cspdocs, by name."""
    return tuple(load_template(folder.name) for folder in template_folders())


def formats(wanted: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of the formats wanted, each once; of all there are when none is.

    Raises:
        UnknownFormat: if there is no such format.
    """
    return tuple(dict.fromkeys(backend_named(name).name for name in wanted)) or format_names()


def output_file(plan: Plan, folder: Path, to: str) -> Path:
    """Where `save_all` writes a format: the plan's title and period in lower case, with the format's ending."""
    title = Placeholders(plan).fill(plan.title)[:_LONGEST_TITLE]
    named = f"{title} {plan.period.short if plan.period else ''}"
    stem = re.sub(r"[^\w]+", "-", named.lower()).strip("-") or "plan"
    return folder / f"{stem}{backend_named(to).suffix}"


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


def _prepare(plan: Plan, template: str | Path | None, read: tuple[Diagnostic, ...]) -> Prepared:
    try:
        with _without_searching():
            found, document, loaded = _examine(plan, template)
    except TemplateError as error:
        raise TemplateError((*read, *error.findings)) from error
    findings = _in_order((*read, *found))
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise PlanError(findings)
    return Prepared(plan, document, RenderOptions(document, loaded.sheet), findings)


def _read(file: str | Path) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    with _without_searching():
        return read_plan(Path(file))


@contextmanager
def _without_searching() -> Iterator[None]:
    """Holds back the search for garbage.

    All that is made of a plan lives until it is written; to look through it again and again, in vain, takes a fifth
    of the time of a big one.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _examine(plan: Plan, template: str | Path | None) -> tuple[tuple[Diagnostic, ...], Document, Template]:
    loaded = _template_of(plan) if template is None else load_template(str(template))
    composition = compose_plan(plan, loaded)
    findings = _located((*_check_plan(plan, loaded.statuses), *composition.findings), plan.source)
    return _in_order(findings), composition.document, loaded


def _check_plan(plan: Plan, vocabulary: Iterable[Status] | None) -> tuple[Diagnostic, ...]:
    return (*check_language(plan), *check_references(plan, vocabulary), *check_sizes(plan))


def _template_of(plan: Plan) -> Template:
    """The template that the plan names; that there is none is found where it is named."""
    try:
        return load_template(plan.template or DEFAULT_TEMPLATE, plan.source.folder if plan.source else None)
    except TemplateError as error:
        placed = [finding if finding.file else attrs.evolve(finding, path="template") for finding in error.findings]
        raise TemplateError(_located(placed, plan.source)) from error


def _in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.line or 0))


def _located(findings: Iterable[Diagnostic], source: Source | None) -> tuple[Diagnostic, ...]:
    """The findings with the file and line of the field they concern, or of the nearest field around it."""
    if source is None or source.file is None:
        return tuple(findings)
    return tuple(
        attrs.evolve(finding, file=source.file, line=nearest_line(finding.path, source.lines))
        if finding.file is None
        else finding
        for finding in findings
    )
