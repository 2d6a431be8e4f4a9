"""Printed figures read as quantities: counts, percentages, rates and money, each with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from cspdocs.values import frozen

MINUS: Final = "\u2212"
"""The sign of what is worked out. Of a hyphen before a number many screen readers say nothing."""
_CURRENCIES: Final = ("\u00a3", "\u20ac", "$")
_TENS: Final = {"": 0, "k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
_LONGEST: Final = 80
_QUANTITY: Final = re.compile(
    r"([-+\u2212\u2013]?)\s*([\u00a3\u20ac$]?)\s*"
    r"((?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,18})(?:\.[0-9]{1,6})?)"
    r"(\s?(?:k|m|bn|thousand|million|billion)\b)?"
    r"(?:(\s*%|\s+per ?cent\b)(\s.*)?|\s+([^\W\d_].*))?",
    re.DOTALL,
)
"""A number as it is printed, with its sign, currency, scale and what it counts. What has more digits is no count of
anything, and more than Decimal keeps exactly."""
_PER_CENT: Final = ("per cent", "percent", "percentage")
_NOUN: Final = re.compile(r"[^\W\d_][^\d]*|per\s[\w\s,'\u2019-]+")


@frozen
class Quantity:
    """A number with its unit, such as 5.2 per 1,000 population. Exact: no binary fractions.

    `unit` is `%`, a currency sign, a noun, a phrase such as `per 1,000`, or empty for a bare count. `scale` is the word or
    letter by which the number is printed in thousands, millions or billions.
    """

    amount: Decimal
    unit: str = ""
    scale: str = ""

    @property
    def total(self) -> Decimal:
        """The amount written out: 1,200,000 for £1.2m."""
        return self.amount.scaleb(_TENS[self.scale.strip()])

    @property
    def is_percentage(self) -> bool:
        """Whether it is a share of something."""
        return self.unit.startswith("%")

    @property
    def is_bare(self) -> bool:
        """Whether it is a number alone, a percentage or a sum of money, and no words say what it counts."""
        return self.unit in ("", "%", *_CURRENCIES)

    def less(self, other: Quantity) -> Quantity | None:
        """The difference; `None` where the two count different things."""
        if not _same_unit(self.unit, other.unit):
            return None
        if self.scale == other.scale:
            return Quantity(self.amount - other.amount, self.unit, self.scale)
        return Quantity(self.total - other.total, self.unit)

    def plus(self, other: Quantity) -> Quantity | None:
        """The sum; `None` where the two count different things."""
        summed = self.less(Quantity(-other.amount, other.unit, other.scale))
        # Of singular and plural, sums are in the plural.
        return summed and Quantity(summed.amount, max(self.unit, other.unit, key=len), summed.scale)

    def as_printed(self) -> str:
        """The quantity as a plan prints it: `£1.2m`, `50% of cases`, `2 schools`."""
        number = f"{abs(self.amount):,f}{self.scale}"
        sign = MINUS if self.amount < 0 else ""
        if self.unit in _CURRENCIES:
            return f"{sign}{self.unit}{number}"
        return f"{sign}{number}{'' if self.is_percentage else ' '}{self.unit}".rstrip()

    def as_size(self) -> str:
        """A difference without its sign: `101`, `£300`, `0.5 percentage points`, `0.4 per 1,000`. Nouns are left out."""
        size = abs(self.amount)
        number = f"{size:,f}{self.scale}" if size else "0"
        if self.is_percentage:
            return f"{number} percentage point{'' if size == 1 else 's'}"
        if self.unit in _CURRENCIES:
            return f"{self.unit}{number}"
        return f"{number} {self.unit}" if self.unit.startswith("per ") else number


def read_quantity(text: str, unit: str = "") -> Quantity | None:
    """The quantity printed as `text`; `None` where it is words, as in `about 12` or `12 of 15`.

    A bare number counts `unit`. Hyphens, minus signs and en dashes before a number are all a minus.
    """
    found = _QUANTITY.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    sign, currency, number, scale, percent, whole, noun = found.groups(default="")
    noun = " ".join((whole if percent else noun).split())
    letter = scale.strip() in ("k", "m", "bn")
    if (noun and not _NOUN.fullmatch(noun)) or (letter and not currency) or (currency and (noun or percent)):
        return None
    amount = Decimal(number.replace(",", ""))
    given = f"% {noun}".strip() if percent else currency or noun or " ".join(unit.split())
    return Quantity(-amount if sign and sign != "+" else amount, "%" if given in _PER_CENT else given, scale)


def total(texts: Iterable[str]) -> str:
    """The sum of printed figures, printed as they are: `£20,500.50`. Texts with nothing in them count nothing.

    Empty where there is none, where one is words, and where they count different things.
    """
    summed: Quantity | None = None
    for text in filter(str.strip, texts):
        quantity = read_quantity(text)
        summed = summed.plus(quantity) if summed and quantity else quantity
        if summed is None:
            return ""
    return summed.as_printed() if summed else ""


def _same_unit(one: str, other: str) -> bool:
    """Whether two units count the same: in singular or plural, and percentages also where one does not say of what."""
    if "%" in (one, other):
        return one.startswith("%") and other.startswith("%")
    words, others = one.casefold().split(), other.casefold().split()
    return len(words) == len(others) and all(map(_same_word, words, others))


def _same_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long in (short, f"{short}s", f"{short}es", f"{short[:-1]}ies")
