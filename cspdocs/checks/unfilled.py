"""Is anything still to be filled in?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from cspdocs.checks.names import unknown
from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.plan.measures import FORMS, TYPED, Measure
from cspdocs.plan.model import Plan
from cspdocs.plan.placeholders import RESERVED, Placeholders
from cspdocs.plan.unfilled import unfilled
from cspdocs.template.template import Template

_AROUND: Final = 25
_MISSING: Final = {"area": "areas", "edition": "period", "next": "period", "baseline": "period", "review": "previous"}
"""What a plan must have for a placeholder, where it is called otherwise."""
_TIME: Final = "{when}"
"""In the heading of a column, the time of the updates that it shows."""


def check_unfilled(
    plan: Plan, template: Template | None, written: Iterable[tuple[str, str]], *, force: bool = False
) -> Iterator[Diagnostic]:
    """`XX`, `TBC` and the like, and `{names}` of which nothing is known, in what is `written` in the plan, path and text.

    They are warnings in a draft, errors in a plan that is final, and warnings there too where it is forced.
    """
    severity = Severity.ERROR if plan.release.stage == "final" and not force else Severity.WARNING
    placeholders = Placeholders(plan, template.statuses if template else ())
    for path, text in written:
        if path.endswith("/file"):
            continue
        for start, end in unfilled(text):
            found = text[start:end]
            if not found.startswith("{"):
                yield _still_to_come(text, start, end, path, severity)
            elif found[1:-1] not in placeholders and not (found == _TIME and path.endswith("/heading")):
                yield _unknown(found[1:-1], path, plan, placeholders, severity)


def _still_to_come(text: str, start: int, end: int, path: str, severity: Severity) -> Diagnostic:
    before = text[max(start - _AROUND, 0) : start]
    after = text[end : end + _AROUND]
    around = f"{'…' if start > _AROUND else ''}{before}{text[start:end]}{after}{'…' if end + _AROUND < len(text) else ''}"
    return Diagnostic(
        code="unfilled",
        severity=severity,
        message=f'"{text[start:end]}" is still to be filled in: {" ".join(around.split())}',
        path=path,
        hint="write what it stands for, or build a draft",
    )


def _unknown(name: str, path: str, plan: Plan, placeholders: Placeholders, severity: Severity) -> Diagnostic:
    head, _, form = name.partition(".")
    shown = f"{{{name}}}"
    measure = next((measure for measure in plan.figures if measure.id == head and head not in RESERVED), None)
    forms = [known.partition(".")[2] for known in placeholders.names if known.startswith(f"{head}.")]
    if measure and not form:
        message, hint = (
            f"{shown} cannot be printed: the figure has no value yet",
            "give its value, or a reason for having none",
        )
    elif measure:
        message = f"{shown} cannot be worked out: {head} has no {form}"
        hint = _lacking(measure, form)
    elif head in RESERVED and head not in placeholders and not forms:
        field = _MISSING.get(head, head)
        message, hint = f"{shown} cannot be printed: the plan has no {field}", f"give the plan a line {field}: …"
    elif head in RESERVED:
        message = f"{shown} cannot be printed: {head} has no {form}" if form else f"{shown} needs a dot and what to print"
        hint = f"after the dot may stand {', '.join(forms)}" if forms else "it is quoted without a dot"
    else:
        names = [known for known in placeholders.names if form or "." not in known]
        return unknown("figure", name, names, path, shown=shown, severity=severity)
    return Diagnostic(code="unknown-figure", severity=severity, message=message, path=path, hint=hint)


def _lacking(measure: Measure, form: str) -> str:
    """What a figure needs to be quoted in that form."""
    if form not in FORMS:
        return f"after the dot may stand {', '.join((*FORMS, *measure.series))}"
    if form in TYPED:
        return f"give the figure a line {form}: …"
    other, against = ("target", measure.target) if form == "standing" else ("previous", measure.before or measure.baseline)
    if not against:
        return f"give the figure a line {other}: …"
    if form == "standing" and measure.good is None:
        return "say in good: whether up or down is better"
    if form != "standing" and measure.difference:
        return f"quote {measure.id}.change instead: nothing is a percentage of 0"
    return f'write numbers of one kind: its value is "{measure.latest}", {other} is "{against}"'
