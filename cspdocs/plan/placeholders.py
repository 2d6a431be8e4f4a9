"""`{…}` in titles, prose and wording: periods, names and figures, printed where they are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cspdocs.plan.measures import FORMS, Measure
from cspdocs.plan.model import Plan
from cspdocs.plan.period import Period

_NAME: Final = r"[A-Za-z0-9][\w-]*"
_PLACEHOLDER: Final = re.compile(rf"\{{{_NAME}(?:\.{_NAME})?\}}", re.ASCII)
_SPACED: Final = re.compile(rf"( ?)\{{({_NAME}(?:\.{_NAME})?)\}}", re.ASCII)
PERIOD_FORMS: Final = ("short", "long", "dates")
"""What may follow the dot after the name of a period."""

PERIODS: Final = ("period", "previous", "next")
RESERVED: Final = ("title", "partnership", "area", *PERIODS)
"""Names that print what the plan says of itself. A figure of such a name could never be quoted."""


def is_quotable(name: str) -> bool:
    """Whether a figure of that name can be quoted: letters of English, digits, hyphens and underscores."""
    return name not in RESERVED and re.fullmatch(_NAME, name, re.ASCII) is not None


class Placeholders:
    """The values that text of one plan may quote.

    `{period}`, `{previous}` and `{next}` print as `2025/26`; with `.long` as `2025 - 2026`, with `.dates` as
    `April 2025 to March 2026`. `{previous}` is the period under review. `{title}`, `{partnership}` and `{area}` print
    what the plan says, and each figure goes by its name, alone or with one of `cspdocs.plan.measures.FORMS`. What
    the plan does not say has no placeholder. A figure may quote the plan and the figures before it.
    """

    def __init__(self, plan: Plan) -> None:
        self._values: dict[str, str] = {}
        self._add_period("period", plan.period)
        self._add_period("previous", plan.reviewed)
        self._add_period("next", plan.period.next if plan.period else None)
        self._add("area", " and ".join(plan.areas))
        self._add("partnership", plan.partnership)
        self._add("title", plan.title)
        for measure in plan.figures:
            if is_quotable(measure.id):
                self._add_measure(measure)

    def fill(self, text: str) -> str:
        """`text` with every known placeholder replaced; an unknown one stays, so that a reader sees it."""
        return _PLACEHOLDER.sub(lambda found: self._values.get(found[0][1:-1], found[0]), text) if "{" in text else text

    def fill_wording(self, text: str) -> str:
        """A template's `text` with every placeholder replaced; what the plan does not say is left out."""
        return _SPACED.sub(lambda found: found[1] + self._values[found[2]] if found[2] in self._values else "", text)

    def unknown(self, text: str) -> Iterator[str]:
        """The placeholders of `text` that nothing is known for, without their braces."""
        for found in _PLACEHOLDER.finditer(text):
            name = found[0][1:-1]
            if name not in self._values:
                yield name

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that may be quoted."""
        return tuple(self._values)

    def _add(self, name: str, value: str) -> None:
        if value:
            self._values[name] = self.fill(value)

    def _add_period(self, name: str, period: Period | None) -> None:
        if period:
            self._values[name] = period.short
            for form in PERIOD_FORMS:
                self._values[f"{name}.{form}"] = getattr(period, form)

    def _add_measure(self, measure: Measure) -> None:
        self._values[measure.id] = self.fill(measure.value)
        for form in FORMS:
            self._add(f"{measure.id}.{form}", getattr(measure, form.replace("-", "_")) or "")
