"""Figures that are typed once and quoted anywhere; changes, percentages and standings are computed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from cspdocs.plan.quantities import MINUS, Quantity, read_quantity
from cspdocs.records.fields import key, optional
from cspdocs.values import frozen

Direction = Literal["up", "down"]
Standing = Literal["met", "near", "missed", "no data"]

FORMS: Final = (
    *("value", "previous", "change", "signed", "percent", "signed-percent", "direction"),
    *("baseline", "target", "standing", "label", "area", "unit", "base", "source", "as-at", "reason", "note"),
)
"""What may follow the dot in `{name.form}`, and may stand in a column of statistics."""

TYPED: Final = frozenset(FORMS) - {"change", "signed", "percent", "signed-percent", "direction", "standing"}
"""Those of them that are typed. All others are computed."""


@frozen(kw_only=True)
class Measure:
    """A named figure or indicator: what it is now, what it was before, what it is to be.

    In prose, `{asb-reports}` prints the value and `{asb-reports.change}` one of `FORMS`. Change, percentage and standing
    are computed, never typed: counts with counts, percentages in percentage points, money in money, and numbers with a
    noun, such as 2 schools, with others of the same noun. Anything else is words, and has no change.
    """

    id: str = key("The name by which prose quotes the figure, as in {asb-reports}.")
    value: str = optional("The figure as it is to be printed: 6,932, 9.2%, £1,200, 5.2 or words.", "", shorthand=True)
    previous: str = optional("The same figure for the period before.", "")
    baseline: str = optional("What the figure was when the target was set.", "")
    target: str = optional("What the figure is to be.", "")
    label: str = optional("What is counted, such as reports of anti-social behaviour.", "")
    area: str = optional("Where it is counted, as in Kent; for comparison with others of the same label.", "")
    unit: str = optional("What a bare number is, such as per 1,000 population or %.", "")
    base: str = optional("How many a percentage is of, such as 340 residents.", "")
    good: Direction | None = optional("up when more is better, down when less is; without it nothing is met or missed.")
    tolerance: str = optional("How far off the target is still near: 5% of it, or 2 in its own unit.", "")
    stands: Standing | None = optional("met, near, missed or no data, only where it cannot be worked out.")
    reason: str = optional("Why there is no figure, such as no new data published; printed in its place.", "")
    series: Mapping[str, str] = optional("Values by period, the oldest first; the last two are value and previous.", {})
    source: str = optional("Who counted it.", "")
    as_at: str = optional("The date or span that the figure stands for.", "")
    note: str = optional("What a reader must know to compare it with other years.", "")

    @property
    def latest(self) -> str:
        """The value, or where it is left out the last of the series; empty where there is none yet."""
        return self.value or (list(self.series.values())[-1] if self.series else "")

    @property
    def before(self) -> str:
        """The previous value, or where it is left out the last of the series before the present one."""
        values = list(self.series.values())
        if not self.value or values[-1:] == [self.value]:
            values = values[:-1]
        return self.previous or (values[-1] if values else "")

    @property
    def difference(self) -> Quantity | None:
        """The present value less the previous one, or the baseline; `None` where the two cannot be compared."""
        now, before = self._quantity(self.latest), self._quantity(self.before or self.baseline)
        return now.less(before) if now and before else None

    @property
    def change(self) -> str:
        """The size of the change without its sign, as in "an increase of 101"; empty where there is none to be told."""
        difference = self.difference
        return difference.as_size() if difference else ""

    @property
    def signed(self) -> str:
        """The change with its sign: `+101`, a minus sign and `£300`, `0`."""
        return self._sign() + self.change

    @property
    def percent(self) -> str:
        """The size of the change as a share of the previous value, to the nearest whole per cent: `31%`."""
        difference, before = self.difference, self._quantity(self.before or self.baseline)
        if difference is None or before is None or not before.amount:
            return ""
        share = difference.total * 100 / before.total
        return f"{abs(share).quantize(Decimal(1), ROUND_HALF_UP):,f}%"

    @property
    def signed_percent(self) -> str:
        """The same with its sign: `+31%`."""
        percent = self.percent
        return percent if percent == "0%" else percent and self._sign() + percent

    @property
    def direction(self) -> str:
        """`increase`, `decrease` or `no change`; empty where it cannot be told."""
        difference = self.difference
        return {"+": "increase", MINUS: "decrease", "": "no change"}[self._sign()] if difference else ""

    @property
    def standing(self) -> Standing | Literal[""]:
        """How the figure stands against its target: met, near, missed, or no data; empty where nobody can tell."""
        if self.stands:
            return self.stands
        if not self.latest:
            return "no data" if self.target or self.reason else ""
        if not self.target:
            return ""
        now, target = self._quantity(self.latest), self._quantity(self.target)
        short = target.less(now) if now and target else None
        if short is None or target is None:
            return "met" if self.latest.casefold() == self.target.casefold() else ""
        missing = short.total if self.good == "up" else -short.total
        if not missing or (self.good and missing < 0):
            return "met"
        if self.good is None:
            return ""
        return "near" if missing <= self._allowed(target) else "missed"

    def form(self, name: str) -> str:
        """What is printed for one of `FORMS` or a period of the series; empty where there is nothing to print."""
        if name not in FORMS:
            return self.series.get(name, "")
        named = {"value": "latest", "previous": "before"}.get(name, name.replace("-", "_"))
        return getattr(self, named) or (self.reason if name == "value" else "")

    def _quantity(self, text: str) -> Quantity | None:
        return read_quantity(text, self.unit)

    def _sign(self) -> str:
        amount = self.difference.amount if self.difference else 0
        return "+" if amount > 0 else MINUS if amount < 0 else ""

    def _allowed(self, target: Quantity) -> Decimal:
        """How much may be missing; nothing without a tolerance."""
        tolerance = read_quantity(self.tolerance)
        if tolerance is None:
            return Decimal(0)
        return abs(target.total) * tolerance.amount / 100 if tolerance.is_percentage else tolerance.total
