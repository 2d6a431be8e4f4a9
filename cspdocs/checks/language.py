"""Is the plan's language one that screen readers know?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cspdocs.diagnostics import Diagnostic
from cspdocs.plan.model import Plan

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def check_language(plan: Plan) -> Iterator[Diagnostic]:
    """A language that is no tag of BCP 47: the words of the plan would be read aloud in any language."""
    if not _TAG.fullmatch(plan.language):
        met = f'"{plan.language}" is no language tag' if plan.language else "the plan names no language"
        hint = "write it as en-GB, or cy for Welsh; en-GB when left out"
        yield Diagnostic(code="bad-language", message=met, path="language", hint=hint)
