"""Scales with round steps, and numbers as axes and figures print them."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Final

from cspdocs.values import frozen

_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_SIGNS: Final = "£$€"


@frozen
class Scale:
    """Round steps from `low` to `high`, zero among them. `low` stands at `start` and `high` at `end`, in points."""

    low: float
    high: float
    step: float
    start: float
    end: float

    def place(self, value: float) -> float:
        """Where a value stands."""
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)

    @property
    def steps(self) -> list[float]:
        """The values that the axis names."""
        count = round((self.high - self.low) / self.step)
        return [round(self.low + number * self.step, 10) for number in range(count + 1)]


def make_scale(values: Sequence[float], start: float, end: float, *, most: int, whole: bool) -> Scale:
    """A scale that holds all values and zero, in at most `most` steps; of `whole` numbers where nothing else is counted."""
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    if low == high:
        high = 1.0
    step = _round_step((high - low) / max(1, most), whole=whole)
    while ceil(high / step - 1e-9) - floor(low / step + 1e-9) > max(2, most):
        step = _round_step(step * 1.01, whole=whole)
    return Scale(floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, step, start, end)


def _round_step(least: float, *, whole: bool) -> float:
    """The smallest round step that is at least so large."""
    power = 10.0 ** floor(log10(least))
    for step in _STEPS:
        found = step * power
        if found >= least * (1 - 1e-9) and not (whole and found != round(found)):
            return found
    return max(1.0, 10 * power)


def decimals(values: Sequence[float]) -> int:
    """How many decimals are needed to tell the values apart as they are, three at most."""
    return next((count for count in range(3) if all(abs(value - round(value, count)) < 1e-9 for value in values)), 3)


def write_value(value: float, unit: str = "", places: int | None = None) -> str:
    """A figure as it is printed: thousands apart, with its sign of percentage or money."""
    places = decimals([value]) if places is None else places
    number = f"{abs(value):,.{places}f}"
    minus = "\u2212" if value < 0 and any(digit in "123456789" for digit in number) else ""
    if unit in _SIGNS and unit:
        return f"{minus}{unit}{number}"
    return f"{minus}{number}{unit if unit == '%' else ''}"


def unit_words(unit: str) -> str:
    """The unit as words for the axis; empty where it is a sign that stands at every figure."""
    return "" if unit == "%" or unit in _SIGNS else unit
