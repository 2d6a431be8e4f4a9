"""Printed figures read as quantities: everything that plans print, and what is words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.plan.quantities import Quantity, read_quantity, total


@pytest.mark.parametrize(
    ("text", "amount", "unit", "scale"),
    [
        ("0", "0", "", ""),
        ("6932", "6932", "", ""),
        ("6,932", "6932", "", ""),
        ("1,234,567", "1234567", "", ""),
        (" 12 ", "12", "", ""),
        ("+5", "5", "", ""),
        ("-5", "-5", "", ""),
        ("\u22125", "-5", "", ""),
        ("\u20135", "-5", "", ""),
        ("9.2%", "9.2", "%", ""),
        ("9.2 %", "9.2", "%", ""),
        ("9.2 per cent", "9.2", "%", ""),
        ("-23.81%", "-23.81", "%", ""),
        ("50% of cases", "50", "% of cases", ""),
        ("\u00a31,200.50", "1200.50", "\u00a3", ""),
        ("- \u00a35", "-5", "\u00a3", ""),
        ("\u00a35 million", "5", "\u00a3", " million"),
        ("\u00a31.2m", "1.2", "\u00a3", "m"),
        ("\u00a3250k", "250", "\u00a3", "k"),
        ("3 million", "3", "", " million"),
        ("5.2 per 1,000", "5.2", "per 1,000", ""),
        ("5.2 per 1,000  population", "5.2", "per 1,000 population", ""),
        ("2 schools", "2", "schools", ""),
        ("74 up and running", "74", "up and running", ""),
    ],
)
def test_a_printed_figure_is_a_number_with_its_unit(text: str, amount: str, unit: str, scale: str) -> None:
    assert read_quantity(text) == Quantity(Decimal(amount), unit, scale)


@pytest.mark.parametrize(
    "text",
    [
        *("", "many", "about 12", "12 of 15", "1,23", "69,32", "1.2.3", "12-15", "5 %%", "\u0665", "1e5", "9" * 19),
        *("N/A", "New service", "One held", "Ongoing", "YTD - 7320", "over 55", "+/-5%", "14/7", "5m", "5k", "31 May 2025"),
        *("\u00a35 a head", "\u00a35%", "\u00a312,000 - \u00a315,000", "4 (2 repeat)", "12 " + "x" * 80, "1 " * 40),
    ],
)
def test_words_are_no_quantity(text: str) -> None:
    assert read_quantity(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "read"),
    [
        ("5.2", "per 1,000 population", "per 1,000 population"),
        ("52", "per cent", "%"),
        ("52", "%", "%"),
        ("52%", "residents", "%"),
        ("\u00a352", "per head", "\u00a3"),
        ("52", "", ""),
    ],
)
def test_a_bare_number_takes_the_unit_it_is_given(text: str, unit: str, read: str) -> None:
    quantity = read_quantity(text, unit)
    assert quantity is not None
    assert quantity.unit == read


@pytest.mark.parametrize(
    ("now", "before", "size"),
    [
        ("429", "328", "101"),
        ("7,320", "10,000", "2,680"),
        ("9.2%", "8.7%", "0.5 percentage points"),
        ("9%", "8%", "1 percentage point"),
        ("62%", "50% of cases", "12 percentage points"),
        ("0.3", "0.1", "0.2"),
        ("\u00a31,500", "\u00a31,200", "\u00a3300"),
        ("\u00a31.5m", "\u00a31.2m", "\u00a30.3m"),
        ("\u00a32 million", "\u00a35 million", "\u00a33 million"),
        ("\u00a31.2m", "\u00a3950,000", "\u00a3250,000"),
        ("\u00a31 million", "\u00a31m", "\u00a30"),
        ("5.6 per 1,000", "5.2 per 1,000", "0.4 per 1,000"),
        ("2 schools", "1 school", "1"),
        ("3 Families", "1 family", "2"),
        ("3 classes", "1 class", "2"),
        ("5", "5.00", "0"),
    ],
)
def test_like_is_compared_with_like(now: str, before: str, size: str) -> None:
    one, other = read_quantity(now), read_quantity(before)
    assert one is not None
    assert other is not None
    difference = one.less(other)
    assert difference is not None
    assert difference.as_size() == size


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("9%", "9"),
        ("\u00a39", "9"),
        ("\u00a39", "$9"),
        ("2 schools", "2 pupils"),
        ("5 per 1,000", "5 per 10,000"),
        ("2 schools", "2"),
    ],
)
def test_unlike_is_not(now: str, before: str) -> None:
    one, other = read_quantity(now), read_quantity(before)
    assert one is not None
    assert other is not None
    assert one.less(other) is None
    assert other.less(one) is None


@pytest.mark.parametrize(
    "text",
    [
        "6,932",
        "\u22125",
        "9.2%",
        "50% of cases",
        "\u00a31,200.50",
        "\u2212\u00a35",
        "\u00a31.2m",
        "3 million",
        "5.2 per 1,000",
        "2 schools",
    ],
)
def test_a_quantity_is_printed_as_it_was_read(text: str) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert quantity.as_printed() == text


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        (["\u00a312,000", "\u00a38,500.50", ""], "\u00a320,500.50"),
        (["1", "2", " ", "\u22124"], "\u22121"),
        (["0.1", "0.2"], "0.3"),
        (["\u00a31.2m", "\u00a3950,000"], "\u00a32,150,000"),
        (["\u00a31.2m", "\u00a30.3m"], "\u00a31.5m"),
        (["40%", "60%"], "100%"),
        (["1 school", "2 schools"], "3 schools"),
        (["5", "-5"], "0"),
        (["5", "some"], ""),
        (["some", "5"], ""),
        (["5", "\u00a35"], ""),
        ([], ""),
        (["", " "], ""),
    ],
)
def test_figures_of_one_kind_are_summed(texts: list[str], printed: str) -> None:
    assert total(texts) == printed


@pytest.mark.parametrize(
    ("text", "bare"),
    [("6,932", True), ("9.2%", True), ("\u00a31.2m", True), ("2 schools", False), ("50% of cases", False)],
)
def test_a_bare_number_says_nothing_of_what_it_counts(text: str, bare: bool) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert quantity.is_bare is bare


@given(st.decimals(0, 10**9, places=2), st.decimals(0, 10**9, places=2))
def test_differences_are_exact(one: Decimal, other: Decimal) -> None:
    first, second = read_quantity(f"{one:,f}"), read_quantity(f"{other:f}")
    assert first is not None
    assert second is not None
    difference = first.less(second)
    assert difference is not None
    assert difference.amount == one - other
    assert difference.as_size().replace(",", "") == (f"{abs(one - other):f}" if one != other else "0")


@given(st.text(alphabet="0123456789,.-+%\u00a3\u2212\u2013 kmbnper"))
def test_no_text_breaks_the_reading(text: str) -> None:
    quantity = read_quantity(text)
    if quantity:
        assert quantity.less(quantity) == Quantity(quantity.amount - quantity.amount, quantity.unit, quantity.scale)
