"""All rules on the plan, in order."""

from __future__ import annotations

from cspdocs.checks.contacts import check_contacts
from cspdocs.checks.figures import check_figures
from cspdocs.checks.language import check_language
from cspdocs.checks.references import check_references
from cspdocs.checks.sizes import check_sizes
from cspdocs.checks.unfilled import check_unfilled
from cspdocs.checks.writing import check_writing
from cspdocs.diagnostics import Diagnostic
from cspdocs.plan.model import Plan
from cspdocs.records.walk import texts
from cspdocs.template.template import Template


def check_plan(plan: Plan, template: Template | None, *, force: bool = False) -> tuple[Diagnostic, ...]:
    """What is amiss with the plan alone; `template` is `None` where it cannot be read."""
    written = tuple(texts(plan))
    return (
        *check_language(plan, template),
        *check_references(plan, template),
        *check_contacts(plan),
        *check_figures(plan),
        *check_sizes(plan),
        *check_unfilled(plan, template, written, force=force),
        *check_writing(plan, template, written, force=force),
    )
