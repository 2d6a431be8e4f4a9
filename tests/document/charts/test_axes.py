from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.document.charts.axes import decimals, make_scale, unit_words, write_value

VALUES = st.lists(st.floats(-1e9, 1e9, allow_nan=False).filter(lambda value: value == 0 or abs(value) > 1e-6), max_size=8)


@pytest.mark.parametrize(
    ("values", "steps"),
    [
        ([1204.0, 1100.0, 985.0], [0, 250, 500, 750, 1000, 1250]),
        ([0.3, 0.1], [0, 0.1, 0.2, 0.3]),
        ([12.0, -20.0], [-20, -10, 0, 10, 20]),
        ([-3.0, -8.0], [-8, -6, -4, -2, 0]),
        ([], [0, 0.2, 0.4, 0.6, 0.8, 1]),
        ([0.0], [0, 0.2, 0.4, 0.6, 0.8, 1]),
    ],
)
def test_steps_are_round_and_zero_is_one_of_them(values: list[float], steps: list[float]) -> None:
    assert make_scale(values, 0.0, 100.0, most=5, whole=False).steps == pytest.approx(steps)


def test_where_nothing_but_whole_things_is_counted_steps_are_whole() -> None:
    assert make_scale([2.0, 1.0], 0.0, 100.0, most=5, whole=True).steps == [0, 1, 2]


@given(VALUES, st.integers(2, 8), st.booleans())
def test_every_value_has_its_place_and_there_are_not_too_many_steps(values: list[float], most: int, whole: bool) -> None:
    scale = make_scale(values, 300.0, 20.0, most=most, whole=whole)
    assert len(scale.steps) <= most + 1
    assert 0 in [round(step, 9) for step in scale.steps]
    assert all(20 - 1e-6 <= scale.place(value) <= 300 + 1e-6 for value in values)
    assert (scale.place(scale.low), scale.place(scale.high)) == pytest.approx((300, 20))


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1204.0, "", "1,204"),
        (-1204.5, "£", "\u2212£1,204.5"),
        (9.25, "%", "9.25%"),
        (-0.0, "", "0"),
        (0.1234, "", "0.123"),
        (7.0, "per 1,000 population", "7"),
    ],
)
def test_figures_are_written_as_people_write_them(value: float, unit: str, text: str) -> None:
    assert write_value(value, unit) == text


def test_a_figure_that_is_rounded_to_nothing_has_no_sign() -> None:
    assert write_value(-0.04, "%", 1) == "0.0%"


def test_figures_have_as_many_decimals_as_tell_them_apart() -> None:
    assert [decimals(values) for values in ([1.0, 2.0], [1.0, 2.5], [0.25], [1 / 3], [])] == [0, 1, 2, 3, 0]


def test_a_unit_in_words_stands_at_the_axis() -> None:
    assert [unit_words(unit) for unit in ("", "%", "£", "reports")] == ["", "", "", "reports"]
