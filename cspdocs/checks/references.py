"""Does everything that a plan refers to exist?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cspdocs.checks.names import named_twice, unknown
from cspdocs.checks.sections import check_sections, no_review
from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.plan.model import Action, Plan, Priority, every_priority
from cspdocs.records.walk import references
from cspdocs.template.template import Template

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_JOINED: Final = re.compile(r"\s*[,;/&+]\s*|\s+and\s+")
_OR_NAME: Final = " or name"


def check_references(plan: Plan, template: Template | None) -> Iterator[Diagnostic]:
    """Everything that is named in the plan but is not there, and names that two things have.

    `template` says which statuses and kinds of sections there are beside the plan's own. Where it is `None`, because it
    cannot be read, none of them is wrong.
    """
    yield from _check_names(plan, template)
    yield from _check_unique(plan)
    yield from _check_kinds(plan)
    yield from _check_years(plan)
    yield from _check_lines(plan)
    yield from check_sections(plan, template)


def _check_names(plan: Plan, template: Template | None) -> Iterator[Diagnostic]:
    """What each field that refers to something says, against what there is. The `refers` of the fields say of what."""
    known = _known(plan, template)
    # What stayed the same need not be given for both years.
    reviewed = {**known, "priority": [*_ids(plan.previous.priorities), *known["priority"]] if plan.previous else []}
    for path, name, refers in references(plan):
        what = refers.removesuffix(_OR_NAME)
        names = (reviewed if path.startswith("previous/") else known).get(what)
        if names is None or name in names:
            continue
        # "kent-police" can only be meant as an id; "Kent Police" and "All partners" print as they are.
        if refers.endswith(_OR_NAME) and not _ID.fullmatch(name):
            several = _JOINED.split(name)
            if len(several) > 1 and all(one in names for one in several):
                yield _joined(what, name, several, path)
            continue
        if what == "status" and name.casefold() in {word.casefold() for word in names}:
            continue
        yield unknown(what, name, names, path)


def _joined(what: str, name: str, several: Sequence[str], path: str) -> Diagnostic:
    """That ids stand in one text, which would be printed as it is."""
    hint = f"write [{', '.join(several)}], or each on a line of its own after a dash"
    return Diagnostic(code="several-names", message=f'"{name}" is more than one {what}', path=path, hint=hint)


def _known(plan: Plan, template: Template | None) -> dict[str, Sequence[str]]:
    """What a field that refers to something may name. What is not here has a check of its own."""
    organisations = [organisation.id for organisation in plan.organisations]
    groups = [group.id for group in plan.groups]
    known: dict[str, Sequence[str]] = {
        "organisation": organisations,
        "group": groups,
        "owner": [*organisations, *groups],
        "member": [*organisations, *groups],
        "priority": _ids(plan.priorities),
        "strategy": [strategy.id for strategy in plan.strategies],
        "figure": [measure.id for measure in plan.figures],
    }
    if plan.statuses or template:
        known["status"] = [status.word for status in plan.statuses or (template.statuses if template else ())]
    return known


def _ids(priorities: Iterable[Priority]) -> list[str]:
    return [priority.id for _, priority in every_priority(priorities)]


def _check_unique(plan: Plan) -> Iterator[Diagnostic]:
    for prefix, year in (("", plan), ("previous/", plan.previous)):
        if year:
            yield from named_twice((f"{prefix}actions/{action.id}", action.id) for action in year.actions)
            priorities = every_priority(year.priorities, f"{prefix}priorities")
            yield from named_twice((path, priority.id) for path, priority in priorities)
    # Actions name organisations and groups alike.
    owners = (("organisations", plan.organisations), ("groups", plan.groups))
    yield from named_twice((f"{name}/{one.id}", one.id) for name, several in owners for one in several)
    yield from named_twice((f"figures/{measure.id}", measure.id) for measure in plan.figures)
    yield from named_twice((f"statuses/{status.word}", status.word) for status in plan.statuses)
    yield from named_twice((f"kinds/{kind.id}", kind.id) for kind in plan.kinds)
    yield from named_twice((f"strategies/{strategy.id}", strategy.id) for strategy in plan.strategies)


def _check_kinds(plan: Plan) -> Iterator[Diagnostic]:
    """Kinds that are used and not declared, where some are."""
    declared = ["priority", *(kind.id for kind in plan.kinds)]
    for path, name, refers in references(plan) if plan.kinds else ():
        if refers == "kind" and name not in declared:
            yield unknown("kind", name, declared, path, severity=Severity.WARNING)


def _check_years(plan: Plan) -> Iterator[Diagnostic]:
    """Actions that go on with nothing, or with what has been dropped; an edition outside its period."""
    last_year = [action.id for action in plan.previous.actions] if plan.previous else []
    going_on = {action.continues or action.id for action in plan.actions}
    for action in plan.actions:
        path = f"actions/{action.id}/continues"
        if action.continues and plan.previous is None:
            yield no_review(path)
        elif action.continues and action.continues not in last_year:
            yield unknown("action", action.continues, last_year, path)
    for action in plan.previous.actions if plan.previous else ():
        if action.dropped and action.id in going_on:
            yield _dropped_yet_going_on(action)
    if plan.edition and plan.period and not (plan.period.start <= plan.edition.start <= plan.edition.end <= plan.period.end):
        yield Diagnostic(
            code="edition",
            severity=Severity.WARNING,
            message=f"the edition, {plan.edition.dates}, lies outside the period, {plan.period.dates}",
            path="edition",
            hint="give the whole span of the plan as its period, and the year of this edition as edition",
        )


def _dropped_yet_going_on(action: Action) -> Diagnostic:
    return Diagnostic(
        code="dropped",
        severity=Severity.WARNING,
        message="the action is said to be dropped, but goes on this year",
        path=f"previous/actions/{action.id}/dropped",
        hint="remove dropped: here, or the action from this year's",
    )


def _check_lines(plan: Plan) -> Iterator[Diagnostic]:
    """Groups that report to themselves, straight or through others."""
    above = {group.id: group.reports_to for group in plan.groups}
    for group in plan.groups:
        met, at = [group.id], group.reports_to
        while at in above and at not in met:
            met.append(at)
            at = above[at]
        if at == group.id and group.id == min(met):
            message = f"{' reports to '.join([*met, at])}: nobody is at the top"
            hint = "leave out reports-to: where the group is the highest"
            yield Diagnostic(code="circle", message=message, path=f"groups/{group.id}/reports-to", hint=hint)
