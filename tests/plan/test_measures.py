"""Figures: what is compared with what, changes and standings computed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.plan.measures import FORMS, Measure

SERIES = {"2022/23": "90", "2023/24": "100", "2024/25": "110"}


def measure(**fields: Any) -> Measure:
    return Measure(id="x", **fields)


@pytest.mark.parametrize("value", ["", "many", "about 12", "12 of 15", "N/A", "5 schools"])
def test_words_do_not_change(value: str) -> None:
    worded = measure(value=value, previous="5")
    assert worded.difference is None
    assert (worded.change, worded.signed, worded.percent, worded.signed_percent, worded.direction) == ("",) * 5


@pytest.mark.parametrize(
    ("value", "previous", "forms"),
    [
        ("6,932", "6,831", ("101", "+101", "1%", "+1%", "increase")),
        ("77", "100", ("23", "\u221223", "23%", "\u221223%", "decrease")),
        ("100", "100", ("0", "0", "0%", "0%", "no change")),
        ("9.2%", "8.7%", ("0.5 percentage points", "+0.5 percentage points", "6%", "+6%", "increase")),
        ("\u00a3900", "\u00a31,200", ("\u00a3300", "\u2212\u00a3300", "25%", "\u221225%", "decrease")),
        ("\u00a31.2m", "\u00a3800,000", ("\u00a3400,000", "+\u00a3400,000", "50%", "+50%", "increase")),
        ("12,000", "1,000", ("11,000", "+11,000", "1,100%", "+1,100%", "increase")),
        ("1001", "1000", ("1", "+1", "0%", "0%", "increase")),
        ("203", "200", ("3", "+3", "2%", "+2%", "increase")),
        ("197", "200", ("3", "\u22123", "2%", "\u22122%", "decrease")),
        ("5", "-10", ("15", "+15", "150%", "+150%", "increase")),
        ("\u221210", "\u20135", ("5", "\u22125", "100%", "\u2212100%", "decrease")),
    ],
)
def test_changes_are_computed_with_halves_rounded_away_from_nothing(
    value: str, previous: str, forms: tuple[str, ...]
) -> None:
    changed = measure(value=value, previous=previous)
    assert (changed.change, changed.signed, changed.percent, changed.signed_percent, changed.direction) == forms


def test_there_is_no_percentage_of_nothing() -> None:
    changed = measure(value="5", previous="0")
    assert (changed.percent, changed.signed_percent) == ("", "")
    assert (changed.change, changed.direction) == ("5", "increase")


def test_without_a_previous_value_the_change_is_that_from_the_baseline() -> None:
    assert measure(value="5").difference is None
    assert measure(value="5", baseline="3").signed == "+2"
    assert measure(value="5", baseline="3", previous="6").signed == "\u22121"


@pytest.mark.parametrize(
    ("fields", "latest", "before"),
    [
        ({}, "", ""),
        ({"value": "7", "previous": "6"}, "7", "6"),
        ({"series": SERIES}, "110", "100"),
        ({"series": {"2024/25": "5"}}, "5", ""),
        ({"series": SERIES, "previous": "99"}, "110", "99"),
        ({"series": SERIES, "value": "110"}, "110", "100"),
        ({"series": SERIES, "value": "120"}, "120", "110"),
    ],
)
def test_a_series_ends_with_the_present_and_the_previous_value(fields: dict[str, Any], latest: str, before: str) -> None:
    assert (measure(**fields).latest, measure(**fields).before) == (latest, before)


@pytest.mark.parametrize(
    ("fields", "standing"),
    [
        ({"value": "50", "target": "50"}, "met"),
        ({"value": "55", "target": "50", "good": "up"}, "met"),
        ({"value": "45", "target": "50", "good": "down"}, "met"),
        ({"value": "45", "target": "50", "good": "up"}, "missed"),
        ({"value": "48", "target": "50", "good": "up", "tolerance": "5%"}, "near"),
        ({"value": "47.5", "target": "50", "good": "up", "tolerance": "5%"}, "near"),
        ({"value": "47.4", "target": "50", "good": "up", "tolerance": "5%"}, "missed"),
        ({"value": "53", "target": "50", "good": "down", "tolerance": "3"}, "near"),
        ({"value": "53.1", "target": "50", "good": "down", "tolerance": "3"}, "missed"),
        ({"value": "78%", "target": "80%", "good": "up", "tolerance": "2 percentage points"}, "near"),
        ({"value": "76%", "target": "80%", "good": "up", "tolerance": "5%"}, "near"),
        ({"value": "75%", "target": "80%", "good": "up", "tolerance": "5%"}, "missed"),
        ({"value": "\u00a31.1m", "target": "\u00a31 million", "good": "down", "tolerance": "\u00a3100k"}, "near"),
        ({"value": "22 families", "target": "20 families", "good": "up"}, "met"),
        ({"value": "22", "target": "20 families", "unit": "families", "good": "up"}, "met"),
        ({"value": "5.1", "target": "5", "good": "down", "unit": "per 1,000", "tolerance": "bad"}, "missed"),
        ({"series": SERIES, "target": "105", "good": "up"}, "met"),
        ({"value": "-5.8%", "target": "-5%", "good": "down"}, "met"),
        ({"value": "Adopted", "target": "adopted"}, "met"),
        ({"value": "Live", "target": "Up and running"}, ""),
        ({"value": "Live", "target": "Up and running", "stands": "met"}, "met"),
        ({"value": "45", "target": "50"}, ""),
        ({"value": "45 men", "target": "50 women", "good": "up"}, ""),
        ({"value": "45", "good": "up"}, ""),
        ({"target": "50"}, "no data"),
        ({"reason": "New service"}, "no data"),
        ({}, ""),
    ],
)
def test_an_indicator_stands_as_its_target_direction_and_tolerance_have_it(fields: dict[str, Any], standing: str) -> None:
    assert measure(**fields).standing == standing


def test_every_form_prints_what_the_figure_says_of_itself() -> None:
    full = measure(
        value="48",
        previous="40",
        baseline="30",
        target="50",
        label="calls",
        area="Kent",
        unit="per month",
        base="340",
        good="up",
        tolerance="5%",
        reason="late",
        series=SERIES,
        source="Kent Police",
        as_at="March 2025",
        note="New rules",
    )
    assert {form: full.form(form) for form in (*FORMS, "2023/24", "2019/20")} == {
        "value": "48",
        "previous": "40",
        "change": "8 per month",
        "signed": "+8 per month",
        "percent": "20%",
        "signed-percent": "+20%",
        "direction": "increase",
        "baseline": "30",
        "target": "50",
        "standing": "near",
        "label": "calls",
        "area": "Kent",
        "unit": "per month",
        "base": "340",
        "source": "Kent Police",
        "as-at": "March 2025",
        "reason": "late",
        "note": "New rules",
        "2023/24": "100",
        "2019/20": "",
    }


def test_in_place_of_a_value_that_is_not_there_its_reason_is_printed() -> None:
    assert measure(reason="No new data published").form("value") == "No new data published"
    assert measure(value="7", reason="late").form("value") == "7"


@given(st.integers(-(10**17), 10**17), st.integers(-(10**17), 10**17))
def test_the_change_leads_from_the_previous_value_to_the_present_one(value: int, previous: int) -> None:
    changed = measure(value=f"{value:,}", previous=str(previous))
    assert previous + int(changed.signed.replace(",", "").replace("\u2212", "-")) == value


ODD = st.text(alphabet="0123456789,.-+%\u00a3\u2212 km")


@given(ODD, ODD, ODD, ODD)
def test_no_figure_however_odd_breaks_the_arithmetic(value: str, previous: str, target: str, tolerance: str) -> None:
    odd = measure(value=value, previous=previous, target=target, tolerance=tolerance, good="up")
    for form in FORMS:
        assert isinstance(odd.form(form), str)
