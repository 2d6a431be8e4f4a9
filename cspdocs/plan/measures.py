"""Figures that are typed once and quoted anywhere."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from attrs import frozen

from cspdocs.records.fields import key, optional, required

_NUMBER = re.compile(r"[-+\u2212]?\s*\u00a3?\s*([0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,18})(\.[0-9]{1,6})?\s*%?")
"""A number as it is printed; what has more digits is no count of anything, and more than Decimal keeps exactly."""


@frozen(kw_only=True)
class Measure:
    """A named figure, with what it was before. Change and percentage are computed, never typed.

    In prose, `{asb-reports}` prints the value and `{asb-reports.change}` one of the properties of this
    class, named in `FORMS`.
    """

    id: str = key("The name by which prose quotes the figure, as in {asb-reports}.")
    value: str = required("The figure as it is to be printed, such as 6,932 or 9.2%.", shorthand=True)
    previous: str = optional("The same figure for the period before.", "")
    label: str = optional("What is counted, such as reports of anti-social behaviour.", "")
    source: str = optional("Who counted it.", "")
    as_at: str = optional("The date or span that the figure stands for.", "")
    note: str = optional("What a reader must know to compare it with other years.", "")

    @property
    def number(self) -> Decimal | None:
        """The value as a number; `None` where it is words."""
        return _number(self.value)

    @property
    def previous_number(self) -> Decimal | None:
        """The previous value as a number; `None` where it is absent or words."""
        return _number(self.previous)

    @property
    def difference(self) -> Decimal | None:
        """The value less the previous one; `None` unless both are numbers."""
        now, before = self.number, self.previous_number
        return None if now is None or before is None else now - before

    @property
    def change(self) -> str | None:
        """The size of the change without its sign, as in "an increase of 101"."""
        difference = self.difference
        return None if difference is None else f"{abs(difference):,}"

    @property
    def signed(self) -> str | None:
        """The change with its sign: `+101`, `-23`, `0`."""
        difference = self.difference
        return None if difference is None else f"{difference:+,}" if difference else "0"

    @property
    def percent(self) -> str | None:
        """The size of the change as a share of the previous value, to the nearest whole per cent: `31%`."""
        share = self._share()
        return None if share is None else f"{abs(share):,}%"

    @property
    def signed_percent(self) -> str | None:
        """The same with its sign: `+31%`."""
        share = self._share()
        return None if share is None else f"{share:+,}%" if share else "0%"

    @property
    def direction(self) -> str | None:
        """`increase`, `decrease` or `no change`."""
        difference = self.difference
        if difference is None:
            return None
        return "increase" if difference > 0 else "decrease" if difference < 0 else "no change"

    def _share(self) -> Decimal | None:
        difference, before = self.difference, self.previous_number
        if difference is None or not before:
            return None
        return (difference * 100 / abs(before)).quantize(Decimal(1), ROUND_HALF_UP)


FORMS = ("change", "signed", "percent", "signed-percent", "direction", "previous", "label")
"""What may follow the dot in `{name.form}`; the file spelling of the properties above."""


def _number(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text.strip()):
        return None
    sign = -1 if text.strip()[0] in "-\u2212" else 1
    return sign * Decimal(re.sub(r"[^0-9.]", "", text))
