"""Does everything that a plan refers to exist?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from cspdocs.diagnostics import Diagnostic
from cspdocs.plan.blocks import ActionTables, Directory, PriorityList
from cspdocs.plan.measures import FORMS
from cspdocs.plan.model import Action, Plan, Section
from cspdocs.plan.placeholders import PERIOD_FORMS, PERIODS, RESERVED, Placeholders, is_quotable
from cspdocs.plan.status import Status
from cspdocs.records.walk import texts

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_NAMED: Final = 12


def check_references(plan: Plan, vocabulary: Iterable[Status] | None) -> Iterator[Diagnostic]:
    """Everything that is named in the plan but is not there.

    `vocabulary` is the template's, for plans without their own; `None` where it is not known, and no word is wrong.
    """
    statuses = [status.word for status in plan.statuses or vocabulary or ()]
    if vocabulary is None and not plan.statuses:
        statuses = [action.status for year in (plan, plan.previous) if year for action in year.actions]
    reviewed = plan.previous
    years = [("", plan.priorities, plan.actions)]
    if reviewed:
        years.append(("previous/", reviewed.priorities, reviewed.actions))
    for prefix, priorities, actions in years:
        known = [priority.id for priority in priorities]
        for action in actions:
            yield from _check_action(action, f"{prefix}actions/{action.id}", known, statuses, plan)
        yield from _check_unique([action.id for action in actions], f"{prefix}actions")
        yield from _check_unique(known, f"{prefix}priorities")
    yield from _check_unique([organisation.id for organisation in plan.organisations], "organisations")
    yield from _check_unique([measure.id for measure in plan.figures], "figures")
    yield from _check_unique([status.word for status in plan.statuses], "statuses")
    yield from _check_sections(plan.sections, "sections", plan)
    yield from _check_figures(plan)
    yield from _check_placeholders(plan)


def _check_action(
    action: Action, path: str, priorities: Collection[str], statuses: Collection[str], plan: Plan
) -> Iterator[Diagnostic]:
    if action.priority and action.priority not in priorities:
        yield _unknown("priority", action.priority, priorities, f"{path}/priority")
    if action.status and action.status.casefold() not in {status.casefold() for status in statuses}:
        yield _unknown("status", action.status, statuses, f"{path}/status")
    organisations = [organisation.id for organisation in plan.organisations]
    for owner in action.owners:
        # "kent-police" can only be meant as an id; "Kent Police" and "All partners" print as they are.
        if _ID.fullmatch(owner) and owner not in organisations:
            yield _unknown("owner", owner, organisations, f"{path}/owners")


def _check_sections(sections: Iterable[Section], path: str, plan: Plan) -> Iterator[Diagnostic]:
    sections = tuple(sections)
    yield from _check_unique([section.id for section in sections], path)
    for section in sections:
        yield from _check_section(section, f"{path}/{section.id}", plan)


def _check_section(section: Section, path: str, plan: Plan) -> Iterator[Diagnostic]:
    current = [priority.id for priority in plan.priorities]
    previous = [priority.id for priority in plan.previous.priorities] if plan.previous else []
    if section.priority and section.priority not in (*current, *previous):
        yield _unknown("priority", section.priority, dict.fromkeys((*current, *previous)), f"{path}/priority")
    if section.kind == "review" and plan.previous is None:
        yield _no_review(f"{path}/kind")
    for place, block in enumerate(section.body, 1):
        if isinstance(block, PriorityList | Directory) and block.kind:
            listed = plan.priorities if isinstance(block, PriorityList) else plan.organisations
            kinds = dict.fromkeys(one.kind for one in listed if one.kind)
            if block.kind not in kinds:
                yield _unknown("kind", block.kind, kinds, f"{path}/body/{place}/kind")
        if isinstance(block, ActionTables):
            if block.year == "previous" and plan.previous is None:
                yield _no_review(f"{path}/body/{place}")
            known = previous if block.year == "previous" else current
            if block.priority and block.priority not in known:
                yield _unknown("priority", block.priority, known, f"{path}/body/{place}/priority")
    yield from _check_sections(section.sections, f"{path}/sections", plan)


def _check_figures(plan: Plan) -> Iterator[Diagnostic]:
    for measure in plan.figures:
        if not is_quotable(measure.id):
            taken = measure.id in RESERVED
            message = (
                f"{{{measure.id}}} prints what the plan itself says, never this figure"
                if taken
                else (f'no text can quote a figure called "{measure.id}"')
            )
            hint = "give it another name, of letters a to z, digits and hyphens"
            yield Diagnostic(code="figure-name", message=message, path=f"figures/{measure.id}", hint=hint)


def _check_placeholders(plan: Plan) -> Iterator[Diagnostic]:
    placeholders = Placeholders(plan)
    for path, text in texts(plan):
        for name in placeholders.unknown(text):
            figure, _, form = name.partition(".")
            if figure in RESERVED and figure not in placeholders.names:
                field = "period" if figure in PERIODS else "areas" if figure == "area" else figure
                message = f"{{{name}}} cannot be printed: the plan has no {field}"
                yield Diagnostic(code="unknown-figure", message=message, path=path, hint=f"give the plan a line {field}: …")
            elif form and figure in placeholders.names:
                message = f"{{{name}}} cannot be worked out: {figure} has no {form}"
                yield Diagnostic(code="unknown-figure", message=message, path=path, hint=_hint_at_forms(figure))
            else:
                yield _unknown("figure", name, placeholders.names, path, shown=f"{{{name}}}")


def _hint_at_forms(figure: str) -> str:
    if figure in PERIODS:
        return f"after the dot may stand {', '.join(PERIOD_FORMS)}"
    if figure in RESERVED:
        return "it is quoted without a dot"
    return f"after the dot may stand {', '.join(FORMS)}; change and percent need a number and its previous value"


def _check_unique(ids: list[str], path: str) -> Iterator[Diagnostic]:
    first = {one.casefold(): one for one in reversed(ids)}
    for repeated in sorted(first[one] for one, count in Counter(map(str.casefold, ids)).items() if count > 1):
        yield Diagnostic(
            code="duplicate-id",
            message=f'"{repeated}" is used twice',
            path=f"{path}/{repeated}",
            hint="give each an id of its own",
        )


def _no_review(path: str) -> Diagnostic:
    return Diagnostic(
        code="no-previous",
        message="last year's actions are asked for, but the plan has no previous",
        path=path,
        hint="add last year's priorities and actions under previous:",
    )


def _unknown(what: str, name: str, known: Iterable[str], path: str, *, shown: str = "") -> Diagnostic:
    known = list(known)
    near = get_close_matches(name.casefold(), [one.casefold() for one in known], n=1, cutoff=0.7)
    if near:
        hint = f'did you mean "{next(one for one in known if one.casefold() == near[0])}"?'
    elif known:
        more = ", …" if len(known) > _MOST_NAMED else ""
        hint = f"known are {', '.join(known[:_MOST_NAMED])}{more}"
    else:
        hint = "the plan names none"
    message = f'there is no {what} "{shown or name}"'
    return Diagnostic(code=f"unknown-{what}", message=message, path=path, hint=hint)
