"""Load, check, compose, render, save, in that order."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from cspdocs.backends.base import no_companions
from cspdocs.backends.registry import backend_for, backend_named, examine_reference, format_names
from cspdocs.checks.everything import check_plan
from cspdocs.collecting import without_collecting
from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.document.dump import dump_document
from cspdocs.document.nodes import Document
from cspdocs.errors import PlanError, TemplateError
from cspdocs.layout.fonts import read_face
from cspdocs.plan.files import load_plan, plan_schema, read_plan
from cspdocs.plan.model import Plan
from cspdocs.records.mistyped import mistyped
from cspdocs.rendering import (
    DocumentKind,
    Prepared,
    check_pages,
    compose_kind,
    in_order,
    located,
    output_file,
    save_output,
    summary_of,
    telling_mistyped,
)
from cspdocs.resources import template_folders
from cspdocs.template.doctor import examine
from cspdocs.template.sheets import plan_sheet
from cspdocs.template.template import Template, load_template, read_template
from cspdocs.values import evolve

DEFAULT_TEMPLATE = "plain"


@without_collecting()
def prepare(
    plan: Plan,
    template: str | Path | None = None,
    kind: DocumentKind = "plan",
    *,
    force: bool = False,
    alone: bool = False,
) -> Prepared:
    """The plan checked and composed.

    Args:
        plan: The plan.
        template: The name or folder of a template; the plan's own where `None`.
        kind: What to make of the plan: the `plan` itself, or its `summary`.
        force: Whether words still to be filled in are warnings also where the plan is final.
        alone: Whether web pages of the plan come without its summary, and do not lead to it.

    Raises:
        PlanError: if the plan has errors; `findings` has all of them, and warnings too.
        TemplateError: if the template is missing or has errors.
        UnknownKind: if there is no such kind of document.
    """
    return _prepare(plan, template, kind, (), force=force, alone=alone)


@without_collecting()
def prepare_file(
    file: str | Path, template: str | Path | None = None, kind: DocumentKind = "plan", *, force: bool = False
) -> Prepared:
    """The plan in a file, read, checked and composed. All that is wrong with it is found in one go; raises as `prepare`."""
    plan, findings = read_plan(Path(file))
    if plan is None:
        raise PlanError(findings)
    return _prepare(plan, template, kind, findings, force=force)


@without_collecting()
def check(plan: Plan, template: str | Path | None = None, kind: DocumentKind = "plan") -> tuple[Diagnostic, ...]:
    """Everything that is amiss with a plan, errors and warnings, in the order of its file; empty when all is well.

    So is what making the documents would bring to light: characters that no font has, or what would keep people from reading
    the Word file. A plan with errors is not made; of it only the pages are laid out.

    Raises:
        TemplateError: if the template is missing or has errors.
        UnknownKind: if there is no such kind of document.
    """
    wrong = tuple(mistyped(plan))
    if wrong:
        return wrong
    prepared = _examine(plan, template, kind)
    prepared = evolve(prepared, findings=(*prepared.findings, *check_pages(prepared.options, kind, plan)))
    if _has_errors(prepared.findings):
        return in_order((*prepared.findings, *located(prepared.options.paged.diagnostics, plan.source)))
    return prepared.findings_with(map(prepared.render, format_names()))


@without_collecting()
def check_file(file: str | Path, template: str | Path | None = None, kind: DocumentKind = "plan") -> tuple[Diagnostic, ...]:
    """Everything that is amiss with a plan file, in one go.

    What cannot be read is left out of the plan, so that the rest is checked all the same; a template that cannot be used
    is among the findings.
    """
    plan, findings = read_plan(Path(file))
    if plan is None:
        return findings
    try:
        found = check(plan, template, kind)
    except TemplateError as error:
        found = (*error.findings, *located(check_plan(plan, None), plan.source))
    return in_order((*findings, *found))


def compose(plan: Plan, template: str | Path | None = None, kind: DocumentKind = "plan") -> Document:
    """The document tree of a plan. Raises as `prepare` does."""
    return prepare(plan, template, kind).document


def dump(document: Document) -> str:
    """The document tree as indented text."""
    return dump_document(document)


@without_collecting()
def load(file: str | Path) -> Plan:
    """The plan in a file, or in the `plan.yaml` of a folder.

    Raises:
        PlanError: if it cannot be read or anything in it is wrong, with all findings.
    """
    return load_plan(Path(file))


@without_collecting()
def render(plan: Plan, to: str, template: str | Path | None = None, kind: DocumentKind = "plan") -> bytes:
    """The plan as a file of that format (`docx`, `pdf`, `html`, or one of your own), in memory.

    Of a format of several files it is the first: of web pages the page, without style sheet, pictures and summary.

    Raises:
        PlanError, TemplateError, UnknownKind: as `prepare`.
        UnknownFormat: if there is no such format.
    """
    return prepare(plan, template, kind, alone=True).render(to).data


@without_collecting()
def save(plan: Plan, file: str | Path, template: str | Path | None = None, kind: DocumentKind = "plan") -> Path:
    """Writes the plan to `file`, in the format that its ending names. Returns the file.

    What belongs to it, such as the pictures of a web page, is written beside it; the summary does not.

    Raises:
        PlanError, TemplateError, UnknownKind, UnknownFormat: as `render`.
        OutputError: if the file cannot be written; one that stood there is unharmed.
    """
    file = Path(file)
    backend = backend_for(file.suffix)
    return save_output(prepare(plan, template, kind, alone=True).render(backend.name), file, plan)


@without_collecting()
def save_all(
    plan: Plan,
    folder: str | Path,
    template: str | Path | None = None,
    formats: Iterable[str] | None = None,
    kind: DocumentKind = "plan",
) -> tuple[Path, ...]:
    """Writes the plan to `folder` in all formats, or in those named. Returns the files. Raises as `save` does.

    The web pages of the plan have its summary among them.
    """
    prepared = prepare(plan, template, kind)
    # Everything is rendered before anything is written: a fault leaves no half of a set.
    rendered = [(prepared.render(name), name) for name in (formats if formats is not None else format_names())]
    return tuple(save_output(output, output_file(plan, Path(folder), name, kind), plan) for output, name in rendered)


def schema() -> dict[str, Any]:
    """The JSON Schema of plan files, by which editors complete and check while typing."""
    return plan_schema()


def templates() -> tuple[Template, ...]:
    """The templates that come with cspdocs, by name."""
    return tuple(load_template(folder.name) for folder in template_folders())


def check_template(template: str | Path) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a template, by its name or folder, each finding with its cure.

    The doctor looks at templates that load: at words, sizes, colours and typefaces.

    Raises:
        TemplateError: if there is no such template, or none of those that it extends.
    """
    read, found = read_template(str(template))
    if read is None or found:
        return found
    return (*examine(read, _lacks), *examine_reference(plan_sheet(read.sheet)))


def _lacks(file: Path, text: str) -> set[str]:
    """The characters of a text that a font file cannot draw.

    Raises:
        ValueError: if it is no usable font.
    """
    try:
        return read_face(file).lacks(text)
    except ImportError as error:
        raise ValueError("fontTools, which measures fonts, is not installed: pip install 'cspdocs[fonts]'") from error


def formats(wanted: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of the formats wanted, each once; of all there are when none is.

    Raises:
        UnknownFormat: if there is no such format.
    """
    return tuple(dict.fromkeys(backend_named(name).name for name in wanted)) or format_names()


def _prepare(
    plan: Plan,
    template: str | Path | None,
    kind: DocumentKind,
    read: tuple[Diagnostic, ...],
    *,
    force: bool,
    alone: bool = False,
) -> Prepared:
    try:
        prepared = _examine(plan, template, kind, force=force, alone=alone)
    except TemplateError as error:
        raise TemplateError((*read, *error.findings)) from error
    findings = in_order((*read, *prepared.findings))
    if _has_errors(findings):
        raise PlanError(findings)
    findings = in_order((*findings, *check_pages(prepared.options, kind, plan)))
    return evolve(prepared, findings=findings)


def _examine(
    plan: Plan, template: str | Path | None, kind: DocumentKind, *, force: bool = False, alone: bool = False
) -> Prepared:
    """The plan composed whatever is wrong with it, with the findings that need no pages.

    Raises:
        PlanError: if it was made in code of values that are none of its classes'.
    """
    with telling_mistyped(plan):
        loaded = _template_of(plan) if template is None else load_template(str(template))
        accompany = no_companions if alone or kind == "summary" else partial(summary_of, plan, loaded)
        made = compose_kind(plan, loaded, kind, accompany)
        findings = (*located(check_plan(plan, loaded, force=force), plan.source), *made.findings)
    return evolve(made, findings=in_order(findings))


def _template_of(plan: Plan) -> Template:
    """The template that the plan names; that there is none is found where it is named."""
    try:
        return load_template(plan.template or DEFAULT_TEMPLATE, plan.source.folder if plan.source else None)
    except TemplateError as error:
        placed = [finding if finding.file else evolve(finding, path="template") for finding in error.findings]
        raise TemplateError(located(placed, plan.source)) from error


def _has_errors(findings: Iterable[Diagnostic]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
