"""The period a plan covers, and every way to print it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import total_ordering
from typing import Self

from cspdocs.records.scalars import MONTHS, parse_date
from cspdocs.values import frozen

_APRIL = 4
_YEAR = "((?:19|20|21)[0-9]{2})"
_DAY = f"(?:([0-9]{{1,2}}) )?([A-Za-z]+) {_YEAR}"
_CALENDAR_YEAR = re.compile(_YEAR)
_YEARS = re.compile("(?: ?[/\u2013-] ?| to )".join((_YEAR, f"(?:{_YEAR}|([0-9]{{2}}))")))
_DAYS = re.compile(f"{_DAY} (?:to|-|\u2013) {_DAY}")
_DAYS_OF_EVERY_MONTH = 28
_LONGEST_SHORT = 50
"""Two digits tell the last year only of periods shorter than this many years."""
_FORMS = '"2025/26", "2025 - 2026", "April 2025 to March 2026" or "2025"'


@total_ordering
@frozen
class Period:
    """A span of whole days, first and last included. Financial years run from 1 April to 31 March.

    `Period.parse` reads any of the printed forms; the neighbours are derived, so that no label of a year
    is ever typed twice.
    """

    start: date
    end: date

    def __attrs_post_init__(self) -> None:
        if any(not isinstance(day, date) for day in (self.start, self.end)):
            raise TypeError("a period runs from one date to another")
        if self.end <= self.start:
            raise ValueError(f"a period ends after it starts, and {self.end} is not after {self.start}")

    def __lt__(self, other: object) -> bool:
        """Whether it starts earlier, or ends earlier when both start on one day."""
        return (self.start, self.end) < (other.start, other.end) if isinstance(other, Period) else NotImplemented

    @classmethod
    def financial(cls, first: int, years: int = 1) -> Self:
        """`years` financial years beginning on 1 April of the year `first`."""
        return cls(date(first, _APRIL, 1), date(first + years, _APRIL, 1) - timedelta(days=1))

    @classmethod
    def parse(cls, text: str) -> Self:
        """The period written as `text`, in any of the forms that this class prints.

        Two years mean financial years ("2025/26", "2025 - 2028"), one year a calendar year, months or
        days what they say.

        Raises:
            ValueError: if `text` has none of these forms, or ends before it starts.
        """
        text = " ".join(text.split())
        if years := _YEARS.fullmatch(text):
            first = int(years[1])
            span = int(years[2]) - first if years[2] else (int(years[3]) - first) % 100
            if span <= 0 or (years[3] and span >= _LONGEST_SHORT):
                raise ValueError(f"a period ends after it starts; write it as {_FORMS}")
            return cls.financial(first, span)
        if _CALENDAR_YEAR.fullmatch(text):
            return cls(date(int(text), 1, 1), date(int(text), 12, 31))
        if days := _DAYS.fullmatch(text):
            first_day, first_month, first_year, last_day, last_month, last_year = days.groups()
            start = parse_date(f"{first_day or 1} {first_month} {first_year}")
            end = parse_date(f"{last_day or 1} {last_month} {last_year}")
            return cls(start, end if last_day else _months_later(end, 1) - timedelta(days=1))
        raise ValueError(f"a period is written as {_FORMS}")

    @property
    def months(self) -> int:
        """How many whole months the period covers; 0 when it is not a whole number of them."""
        after = self.end + timedelta(days=1)
        if self.start.day != after.day or after.day > _DAYS_OF_EVERY_MONTH:
            return 0
        return (after.year - self.start.year) * 12 + after.month - self.start.month

    @property
    def years(self) -> int:
        """How many whole years the period covers; 0 when it is not a whole number of them."""
        years, months = divmod(self.months, 12)
        return 0 if months else years

    @property
    def is_financial(self) -> bool:
        """Whether the period is made of whole years from April to March."""
        return self.years > 0 and (self.start.month, self.start.day) == (_APRIL, 1)

    @property
    def short(self) -> str:
        """`2025/26`; `2019` for a calendar year; otherwise as `dates`."""
        if self.is_financial and self.years < _LONGEST_SHORT:
            return f"{self.start.year}/{self.end.year % 100:02d}"
        return self.long

    @property
    def long(self) -> str:
        """`2025 - 2026`; `2019` for a calendar year; otherwise as `dates`."""
        if self.is_financial:
            return f"{self.start.year} - {self.end.year}"
        if self.years == 1 and (self.start.month, self.start.day) == (1, 1):
            return str(self.start.year)
        return self.dates

    @property
    def dates(self) -> str:
        """`April 2025 to March 2026`; with days where it does not run over whole months."""
        if self.start.day == 1 and (self.end + timedelta(days=1)).day == 1:
            return f"{_month_name(self.start)} to {_month_name(self.end)}"
        return f"{self.start.day} {_month_name(self.start)} to {self.end.day} {_month_name(self.end)}"

    @property
    def previous(self) -> Period:
        """The period of the same length that ends where this one starts."""
        if self.months:
            return Period(_months_later(self.start, -self.months), self.start - timedelta(days=1))
        return Period(self.start - (self.end - self.start) - timedelta(days=1), self.start - timedelta(days=1))

    @property
    def next(self) -> Period:
        """The period of the same length that starts where this one ends."""
        after = self.end + timedelta(days=1)
        if self.months:
            return Period(after, _months_later(after, self.months) - timedelta(days=1))
        return Period(after, after + (self.end - self.start))

    def __str__(self) -> str:
        return self.short


def _month_name(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _months_later(day: date, months: int) -> date:
    """The same day of the month some months away; a day that every month has."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, day.day)
