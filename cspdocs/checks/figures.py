"""Can every figure be quoted, and does what it says of itself fit together?"""

from __future__ import annotations

from collections.abc import Iterator

from cspdocs.diagnostics import Diagnostic, warning
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Plan
from cspdocs.plan.placeholders import RESERVED, Placeholders, is_quotable
from cspdocs.plan.quantities import read_quantity


def check_figures(plan: Plan) -> Iterator[Diagnostic]:
    """Figures that no text can quote, that say nothing or quote themselves, or whose tolerance tells nothing."""
    placeholders = Placeholders(plan)
    for measure in plan.figures:
        path = f"figures/{measure.id}"
        if not is_quotable(measure.id):
            yield _unquotable(measure.id, path)
        if not (measure.latest or measure.reason or measure.target or measure.baseline or measure.previous):
            message = "the figure has no value, and no reason for having none"
            hint = "give its value, a series, a target, or say in reason why there is none"
            yield Diagnostic(code="empty-figure", message=message, path=path, hint=hint)
        if "{" in measure.latest and f"{{{measure.id}" in placeholders.fill(f"{{{measure.id}}}"):
            message = "the figure quotes itself, straight or through others"
            yield Diagnostic(
                code="circle", message=message, path=f"{path}/value", hint="write a value in place of one of them"
            )
        if measure.tolerance:
            yield from _check_tolerance(measure, f"{path}/tolerance")


def _unquotable(name: str, path: str) -> Diagnostic:
    taken = name in RESERVED
    message = f"{{{name}}} prints what the plan itself says, never this figure" if taken else ""
    return Diagnostic(
        code="figure-name",
        message=message or f'no text can quote a figure called "{name}"',
        path=path,
        hint="give it another name, of letters a to z, digits and hyphens",
    )


def _check_tolerance(measure: Measure, path: str) -> Iterator[Diagnostic]:
    if read_quantity(measure.tolerance) is None:
        message = f'"{measure.tolerance}" does not say how far off the target is still near'
        hint = "write 5% for a share of the target, or 2 for so much in the figure's own unit"
        yield Diagnostic(code="bad-tolerance", message=message, path=path, hint=hint)
    elif measure.good is None or not measure.target:
        needed, hint = (
            ("a direction", "say in good: whether up or down is better") if measure.target else ("a target", "give it")
        )
        message = f"the tolerance of {measure.tolerance} tells nothing without {needed}"
        yield warning("no-direction", message, path, hint)
