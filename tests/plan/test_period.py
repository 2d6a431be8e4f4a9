"""Periods: every form is read, every form is printed, and neighbours are derived."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from cspdocs.plan.period import Period
from strategies import periods


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025/26", date(2025, 4, 1), date(2026, 3, 31)),
        ("2025-26", date(2025, 4, 1), date(2026, 3, 31)),
        ("2025\u201326", date(2025, 4, 1), date(2026, 3, 31)),
        ("2025/2026", date(2025, 4, 1), date(2026, 3, 31)),
        ("2025 - 2026", date(2025, 4, 1), date(2026, 3, 31)),
        ("2025 to 2026", date(2025, 4, 1), date(2026, 3, 31)),
        ("  2025  /  26 ", date(2025, 4, 1), date(2026, 3, 31)),
        ("2025 - 2028", date(2025, 4, 1), date(2028, 3, 31)),
        ("1999/00", date(1999, 4, 1), date(2000, 3, 31)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("April 2025 to March 2026", date(2025, 4, 1), date(2026, 3, 31)),
        ("Apr 2025 to mar 2026", date(2025, 4, 1), date(2026, 3, 31)),
        ("April 2025 \u2013 March 2026", date(2025, 4, 1), date(2026, 3, 31)),
        ("January 2024 to February 2024", date(2024, 1, 1), date(2024, 2, 29)),
        ("June 2025 to December 2025", date(2025, 6, 1), date(2025, 12, 31)),
        ("15 May 2025 to 3 June 2025", date(2025, 5, 15), date(2025, 6, 3)),
        ("15 May 2025 to June 2025", date(2025, 5, 15), date(2025, 6, 30)),
    ],
)
def test_a_period_is_read_in_every_form(text: str, start: date, end: date) -> None:
    assert Period.parse(text) == Period(start, end)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "a period is written as"),
        ("next year", "a period is written as"),
        ("2025/6", "a period is written as"),
        ("2025/126", "a period is written as"),
        ("20255/26", "a period is written as"),
        ("9999", "a period is written as"),
        ("0001/02", "a period is written as"),
        ("\u0662\u0660\u0662\u0665", "a period is written as"),
        ("2025/25", "ends after it starts"),
        ("2025/2025", "ends after it starts"),
        ("2026/25", "ends after it starts"),
        ("2026 - 2025", "ends after it starts"),
        ("March 2026 to April 2025", "ends after it starts"),
        ("Mai 2025 to June 2025", '"Mai" is not a month'),
        ("31 June 2025 to July 2025", "there is no such day"),
        ("1 June 2025 to 31 June 2025", "there is no such day"),
    ],
)
def test_what_is_no_period_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Period.parse(text)


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends after it starts, and 2025-01-01 is not after 2025-01-02"):
        Period(date(2025, 1, 2), date(2025, 1, 1))


@pytest.mark.parametrize(
    ("text", "short", "long", "dates"),
    [
        ("2025/26", "2025/26", "2025 - 2026", "April 2025 to March 2026"),
        ("2025 - 2028", "2025/28", "2025 - 2028", "April 2025 to March 2028"),
        ("1999/00", "1999/00", "1999 - 2000", "April 1999 to March 2000"),
        ("1950 - 2020", "1950 - 2020", "1950 - 2020", "April 1950 to March 2020"),
        ("2019", "2019", "2019", "January 2019 to December 2019"),
        ("June 2025 to July 2025", *["June 2025 to July 2025"] * 3),
        ("15 May 2025 to 14 June 2025", *["15 May 2025 to 14 June 2025"] * 3),
    ],
)
def test_a_period_is_printed_in_three_forms(text: str, short: str, long: str, dates: str) -> None:
    period = Period.parse(text)
    assert (period.short, period.long, period.dates) == (short, long, dates)
    assert str(period) == short


@pytest.mark.parametrize(
    ("text", "previous", "following"),
    [
        ("2025/26", "2024/25", "2026/27"),
        ("1999/00", "1998/99", "2000/01"),
        ("2025 - 2028", "2022/25", "2028/31"),
        ("2024", "2023", "2025"),
        ("April 2025 to June 2025", "January 2025 to March 2025", "July 2025 to September 2025"),
        ("February 2024 to February 2024", "January 2024 to January 2024", "March 2024 to March 2024"),
        ("15 May 2025 to 14 June 2025", "15 April 2025 to 14 May 2025", "15 June 2025 to 14 July 2025"),
        ("1 May 2025 to 7 May 2025", "24 April 2025 to 30 April 2025", "8 May 2025 to 14 May 2025"),
        ("29 February 2024 to 28 February 2025", "28 February 2023 to 28 February 2024", "March 2025 to 1 March 2026"),
    ],
)
def test_the_neighbours_of_a_period_have_its_length(text: str, previous: str, following: str) -> None:
    period = Period.parse(text)
    assert period.previous == Period.parse(previous)
    assert period.next == Period.parse(following)


@pytest.mark.parametrize(
    ("text", "years", "months", "financial"),
    [
        ("2025/26", 1, 12, True),
        ("2025 - 2028", 3, 36, True),
        ("2025", 1, 12, False),
        ("April 2025 to September 2026", 0, 18, False),
        ("15 May 2025 to 14 May 2026", 1, 12, False),
        ("31 January 2025 to 27 February 2025", 0, 0, False),
        ("1 May 2025 to 7 May 2025", 0, 0, False),
    ],
)
def test_a_period_knows_how_many_whole_years_and_months_it_covers(
    text: str, years: int, months: int, financial: bool
) -> None:
    period = Period.parse(text)
    assert (period.years, period.months, period.is_financial) == (years, months, financial)


@given(periods())
def test_every_printed_form_reads_back_as_the_same_period(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert Period.parse(period.long) == period
    assert Period.parse(period.dates) == period


@given(periods())
def test_neighbours_touch_and_lead_back(period: Period) -> None:
    assert period.previous.end + timedelta(days=1) == period.start
    assert period.next.start == period.end + timedelta(days=1)
    assert period.next.previous.end == period.end
    if period.months:
        assert period.next.previous == period == period.previous.next


def test_periods_are_ordered_by_when_they_start() -> None:
    assert sorted([Period.parse("2025/26"), Period.parse("2019"), Period.parse("2024/25")]) == [
        Period.parse("2019"),
        Period.parse("2024/25"),
        Period.parse("2025/26"),
    ]
