"""Do the sections show what there is?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cspdocs.checks.names import named_twice, unknown
from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.plan.blocks import (
    ACTION_FIELDS,
    SECTION_KINDS,
    ActionTables,
    Block,
    Chart,
    Directory,
    PriorityList,
    Register,
    Statistics,
    Table,
    Tally,
    Year,
)
from cspdocs.plan.continuity import priorities_of
from cspdocs.plan.measures import FORMS
from cspdocs.plan.model import Plan, Priority, Section, every_priority, every_section
from cspdocs.template.template import Template


def check_sections(plan: Plan, template: Template | None) -> Iterator[Diagnostic]:
    """Sections and blocks that ask for what the plan has not, and kinds of sections that the template does not know.

    Where the template is `None`, because it cannot be read, no kind is wrong.
    """
    yield from _check_unique(plan.sections, "sections")
    kinds = [*SECTION_KINDS, *(section.kind for section in template.wording.sections)] if template else None
    for path, section in every_section(plan.sections):
        if kinds and section.kind not in kinds:
            yield unknown("kind of section", section.kind, kinds, f"{path}/kind")
        if kinds and section.id in kinds and section == Section(id=section.id):
            yield _no_kind(section, path)
        yield from _check_section(section, path, plan)
    for path, block in plan.every_block():
        yield from _check_block(block, path, plan)


def no_review(path: str) -> Diagnostic:
    """That last year is asked for, and the plan does not have it."""
    return Diagnostic(
        code="no-previous",
        message="last year's actions are asked for, but the plan has no previous",
        path=path,
        hint="add last year's priorities and actions under previous:",
    )


def _no_kind(section: Section, path: str) -> Diagnostic:
    """That a section says nothing of itself but its id, which is the name of a kind."""
    return Diagnostic(
        code="no-kind",
        severity=Severity.WARNING,
        message="nothing is printed in the section but its heading",
        path=path,
        hint=f'write "kind: {section.id}" for the ready section, or give the section a body',
    )


def _check_unique(sections: Iterable[Section], path: str) -> Iterator[Diagnostic]:
    sections = tuple(sections)
    yield from named_twice((f"{path}/{section.id}", section.id) for section in sections)
    for section in sections:
        yield from _check_unique(section.sections, f"{path}/{section.id}/sections")


def _check_section(section: Section, path: str, plan: Plan) -> Iterator[Diagnostic]:
    if section.priority:
        known = [*_priorities(plan, "current"), *_priorities(plan, "previous")]
        if section.priority not in known:
            yield unknown("priority", section.priority, known, f"{path}/priority")
    elif section.kind == "priority":
        message = "the section shows everything about a priority, but does not say which"
        hint = "add a line priority: with its id"
        yield Diagnostic(code="no-priority", message=message, path=f"{path}/kind", hint=hint)
    if section.kind == "review" and plan.previous is None:
        yield no_review(f"{path}/kind")


def _check_block(block: Block, path: str, plan: Plan) -> Iterator[Diagnostic]:
    match block:
        case PriorityList() | Directory():
            yield from _check_kind(
                block.kind, "priorities" if isinstance(block, PriorityList) else "organisations", path, plan
            )
        case Register():
            yield from _check_register(block, path, plan)
        case ActionTables():
            yield from _check_actions(block, path, plan)
        case Tally(year="previous") if plan.previous is None:
            yield no_review(path)
        case Statistics():
            known = [*FORMS, *_periods(block.figures, plan)]
            yield from _check_listed("column", block.columns, known, f"{path}/columns")
        case Chart():
            yield from _check_listed("period", block.periods, _periods(block.figures, plan), f"{path}/periods")
            if not block.figures:
                message = "the chart has no figures to draw"
                yield Diagnostic(code="empty-chart", message=message, path=path, hint="name some under figures:")
        case Table():
            yield from _check_listed("column", block.totals, block.columns, f"{path}/totals")
        case _:
            pass


def _check_register(block: Register, path: str, plan: Plan) -> Iterator[Diagnostic]:
    yield from _check_kind(block.kind, block.what, path, plan)
    if block.form == "matrix" and block.what != "strategies":
        message = f"only strategies can be set against priorities, not {block.what}"
        yield Diagnostic(code="no-matrix", message=message, path=f"{path}/form", hint="write table or list")


def _check_kind(kind: str, what: str, path: str, plan: Plan) -> Iterator[Diagnostic]:
    """A kind of which there is nothing, and which is not declared either."""
    things = [one for _, one in every_priority(plan.priorities)] if what == "priorities" else getattr(plan, what, ())
    kinds = [*(getattr(one, "kind", "") for one in things), *(declared.id for declared in plan.kinds)]
    if kind and kind not in kinds:
        yield unknown("kind", kind, filter(None, kinds), f"{path}/kind")


def _check_actions(block: ActionTables, path: str, plan: Plan) -> Iterator[Diagnostic]:
    year = plan.previous if block.year == "previous" else plan
    if year is None:
        yield no_review(path)
        return
    priorities = _priorities(plan, block.year)
    if block.priority and block.priority not in priorities:
        yield unknown("priority", block.priority, priorities, f"{path}/priority")
    if block.kind:
        kinds = [priority.kind for priority in priorities.values()]
        if block.kind not in (*kinds, *(kind.id for kind in plan.kinds)):
            yield unknown("kind", block.kind, kinds, f"{path}/kind")
    known = [*ACTION_FIELDS, *(name for action in year.actions for name in action.details)]
    for column in block.columns:
        # A column may be left blank on purpose, to be written in by hand; more often its name is a slip.
        if column.field not in known:
            yield unknown("column", column.field, known, f"{path}/columns/{column.field}", severity=Severity.WARNING)


def _check_listed(what: str, names: Iterable[str], known: Iterable[str], path: str) -> Iterator[Diagnostic]:
    known = list(known)
    for place, name in enumerate(names, 1):
        if name not in known:
            yield unknown(what, name, known, f"{path}/{place}")


def _priorities(plan: Plan, year: Year) -> dict[str, Priority]:
    """The priorities of a year by their ids."""
    return {one.id: one for path, several in priorities_of(plan, year) for _, one in every_priority(several, path)}


def _periods(figures: Iterable[str], plan: Plan) -> list[str]:
    """The periods of the series of these figures; of all figures where none is named."""
    figures = tuple(figures)
    return [period for measure in plan.figures if not figures or measure.id in figures for period in measure.series]
