"""Dates, yes or no, and numbers as people type them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.records.scalars import parse_date, parse_flag, parse_number, parse_whole, show_flag, show_number


@pytest.mark.parametrize(
    "text", ["1 April 2025", "01 April 2025", "1 Apr 2025", "1  april  2025", "1st April 2025", "2025-04-01"]
)
def test_a_date_is_read_in_words_or_in_iso_form(text: str) -> None:
    assert parse_date(text) == date(2025, 4, 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1/4/2025", 'write "1 April 2025" or "2025-04-01"'),
        ("April 2025", 'write "1 April 2025"'),
        ("31 April 2025", "there is no such day"),
        ("2025-13-01", "there is no such day"),
        ("0000-01-01", "there is no such day"),
        ("1 Ap 2025", '"Ap" is not a month'),
        ("1 Avril 2025", '"Avril" is not a month'),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_date(text)


@pytest.mark.parametrize(("text", "flag"), [("yes", True), ("No", False), ("true", True), ("off", False)])
def test_yes_and_no_are_read_in_the_words_people_use(text: str, flag: bool) -> None:
    assert parse_flag(text) is flag
    assert parse_flag(show_flag(flag)) is flag


@pytest.mark.parametrize(
    ("parse", "text", "reason"),
    [
        (parse_flag, "maybe", 'write "yes" or "no"'),
        (parse_flag, "1", 'write "yes" or "no"'),
        (parse_whole, "twelve", "write a whole number"),
        (parse_whole, "1.5", "write a whole number"),
        (parse_whole, "1_000", "write a whole number"),
        (parse_whole, "\u0665", "write a whole number"),
        (parse_whole, "9" * 5000, "write a whole number"),
        (parse_number, "1,5", "write a number"),
        (parse_number, "nan", "write a number"),
        (parse_number, "1e5", "write a number"),
    ],
)
def test_anything_else_is_refused(parse: Callable[[str], object], text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse(text)


def test_numbers_are_read() -> None:
    assert parse_whole("-12") == -12
    assert parse_number("1.15") == 1.15
    assert parse_number("2") == 2.0


@pytest.mark.parametrize(("number", "text"), [(1.0, "1"), (1.15, "1.15"), (1e-7, "0.0000001"), (-20.0, "-20")])
def test_a_number_is_shown_without_a_needless_point(number: float, text: str) -> None:
    assert show_number(number) == text


@given(st.floats(-(10.0**14), 10.0**14))
def test_a_number_reads_back_exactly(number: float) -> None:
    assert parse_number(show_number(number)) == number
