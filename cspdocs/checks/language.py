"""Is the plan's language one that screen readers know?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.plan.model import Plan
from cspdocs.template.template import Template

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def check_language(plan: Plan, template: Template | None) -> Iterator[Diagnostic]:
    """A language that is no tag of BCP 47: the words of the plan would be read aloud in any language.

    So would those of the template be where they are in another: headings, phrases, ready texts.
    """
    if not _TAG.fullmatch(plan.language):
        met = f'"{plan.language}" is no language tag' if plan.language else "the plan names no language"
        hint = "write it as en-GB, or cy for Welsh; en-GB when left out"
        yield Diagnostic(code="bad-language", message=met, path="language", hint=hint)
    elif template and _spoken(plan.language) != _spoken(template.language):
        yield Diagnostic(
            code="other-language",
            severity=Severity.WARNING,
            message=f'the words of the template {template.name} are in "{template.language}", and are marked as in '
            f'"{plan.language}" like those of the plan',
            path="language",
            hint="translate its wording.yaml and statuses in a template of your own, whose template.yaml says "
            f"language: {plan.language}",
        )


def _spoken(tag: str) -> str:
    """The language without its country."""
    return tag.partition("-")[0].lower()
