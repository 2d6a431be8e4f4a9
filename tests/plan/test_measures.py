"""Figures: read as numbers where they are, changes computed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.plan.measures import FORMS, Measure


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("0", "0"),
        ("6932", "6932"),
        ("6,932", "6932"),
        ("1,234,567", "1234567"),
        ("9.2%", "9.2"),
        ("9.2 %", "9.2"),
        ("\u00a31,200.50", "1200.50"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("- \u00a35", "-5"),
        ("+5", "5"),
        (" 12 ", "12"),
    ],
)
def test_a_printed_figure_is_read_as_a_number(value: str, number: str) -> None:
    assert Measure(id="a", value=value).number == Decimal(number)


@pytest.mark.parametrize(
    "value", ["", "many", "about 12", "12 of 15", "1,23", "69,32", "1.2.3", "12-15", "5 %%", "\u0665", "1e5", "9" * 19]
)
def test_words_are_no_number(value: str) -> None:
    measure = Measure(id="a", value=value, previous="5")
    assert measure.number is None
    assert measure.direction is None
    assert (measure.change, measure.signed, measure.percent, measure.signed_percent) == (None,) * 4


@pytest.mark.parametrize(
    ("value", "previous", "forms"),
    [
        ("6,932", "6,831", ("101", "+101", "1%", "+1%", "increase")),
        ("77", "100", ("23", "-23", "23%", "-23%", "decrease")),
        ("100", "100", ("0", "0", "0%", "0%", "no change")),
        ("9.2%", "8.7%", ("0.5", "+0.5", "6%", "+6%", "increase")),
        ("12,000", "1,000", ("11,000", "+11,000", "1,100%", "+1,100%", "increase")),
        ("1001", "1000", ("1", "+1", "0%", "0%", "increase")),
        ("203", "200", ("3", "+3", "2%", "+2%", "increase")),
        ("197", "200", ("3", "-3", "2%", "-2%", "decrease")),
        ("5", "-10", ("15", "+15", "150%", "+150%", "increase")),
    ],
)
def test_changes_are_computed_with_halves_rounded_away_from_nothing(
    value: str, previous: str, forms: tuple[str, ...]
) -> None:
    measure = Measure(id="a", value=value, previous=previous)
    assert (measure.change, measure.signed, measure.percent, measure.signed_percent, measure.direction) == forms


def test_there_is_no_percentage_of_nothing() -> None:
    measure = Measure(id="a", value="5", previous="0")
    assert (measure.percent, measure.signed_percent) == (None, None)
    assert (measure.change, measure.direction) == ("5", "increase")


def test_without_a_previous_value_there_is_no_change() -> None:
    measure = Measure(id="a", value="5")
    assert (measure.difference, measure.change, measure.direction) == (None, None, None)


@given(st.integers(-(10**18) + 1, 10**18 - 1), st.integers(-(10**18) + 1, 10**18 - 1))
def test_the_change_leads_from_the_previous_value_to_the_present_one(value: int, previous: int) -> None:
    measure = Measure(id="a", value=f"{value:,}", previous=str(previous))
    assert measure.signed is not None
    assert previous + int(measure.signed.replace(",", "")) == value


@given(st.text(alphabet="0123456789,.-+%\u00a3\u2212 "), st.text(alphabet="0123456789,.-+%\u00a3\u2212 "))
def test_no_figure_however_odd_breaks_the_arithmetic(value: str, previous: str) -> None:
    measure = Measure(id="a", value=value, previous=previous)
    for form in FORMS:
        assert isinstance(getattr(measure, form.replace("-", "_")), str | None)
