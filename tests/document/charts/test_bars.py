from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.document.charts import Chart, ChartLook, Series, bar_chart
from cspdocs.document.contrast import contrast
from cspdocs.document.drawing import Drawing, Label, Line, Polyline, Rectangle
from cspdocs.document.letterwidths import text_width

YEARS = ("2021/22", "2022/23", "2023/24", "2024/25")
LOOK = ChartLook(width=450.0, height=300.0)


def chart_of(*series: tuple[float | None, ...], categories: tuple[str, ...] = YEARS, unit: str = "") -> Chart:
    return Chart("Reports", categories, tuple(Series(f"Series {n}", values) for n, values in enumerate(series)), unit)


def bars_of(drawing: Drawing) -> list[Rectangle]:
    """The areas of the bars of a chart with one series."""
    return [shape for shape in drawing.shapes if isinstance(shape, Rectangle) and shape.fill != LOOK.background]


def labels_of(drawing: Drawing) -> dict[str, Label]:
    return {shape.text: shape for shape in drawing.shapes if isinstance(shape, Label)}


def left_of(label: Label) -> float:
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return label.x - share * text_width(label.text, label.size, bold=label.bold)


def test_bars_are_as_high_as_their_figures() -> None:
    low, high, *_ = bars_of(bar_chart(chart_of((600.0, 1200.0, None, 0.0)), LOOK))
    assert high.height == pytest.approx(2 * low.height)
    assert low.y + low.height == pytest.approx(high.y + high.height)


def test_a_figure_that_is_missing_leaves_a_gap() -> None:
    drawing = bar_chart(chart_of((1.0, None, 3.0, 4.0)), LOOK)
    assert len(bars_of(drawing)) == 3
    assert set(YEARS) <= labels_of(drawing).keys()


def test_negative_figures_hang_from_the_zero_line() -> None:
    up, down, *_ = bars_of(bar_chart(chart_of((5.0, -5.0, 2.0, 1.0)), LOOK))
    assert up.y + up.height == pytest.approx(down.y)


def test_each_figure_is_printed_at_its_bar_and_as_it_was_handed_in() -> None:
    series = Series("Reports", (1204.0, 985.0), ("1,204 reports", ""))
    labels = labels_of(bar_chart(Chart("Reports", YEARS[:2], (series,)), LOOK))
    assert {"1,204 reports", "985"} <= labels.keys()


def test_the_axis_names_round_steps_with_their_unit() -> None:
    labels = labels_of(bar_chart(chart_of((4.0, 12.0, 9.0, 7.0), unit="%"), LOOK))
    assert {"0%", "2%", "4%", "12%"} <= labels.keys()
    assert "per 1,000 homes" in labels_of(bar_chart(chart_of((4.0, 1.0, 2.0, 3.0), unit="per 1,000 homes"), LOOK))


def test_a_legend_names_several_series_and_one_needs_none() -> None:
    several = labels_of(bar_chart(chart_of((1.0, 2.0, 3.0, 4.0), (2.0, 1.0, 4.0, 3.0)), LOOK))
    assert {"Series 0", "Series 1"} <= several.keys()
    assert "Series 0" not in labels_of(bar_chart(chart_of((1.0, 2.0, 3.0, 4.0)), LOOK))


def test_long_names_are_wrapped_below_upright_bars() -> None:
    names = ("Tonbridge and Malling", "Tunbridge Wells", "Sevenoaks")
    labels = labels_of(bar_chart(chart_of((1.0, 2.0, 3.0), categories=names), ChartLook(width=300.0)))
    assert {"Tonbridge and", "Malling"} <= labels.keys()


def test_many_categories_lie_with_their_names_at_the_left() -> None:
    wards = tuple(f"Ward of number {number}" for number in range(20))
    drawing = bar_chart(chart_of(tuple(map(float, range(20))), categories=wards), LOOK)
    assert set(wards) <= labels_of(drawing).keys()
    bars = bars_of(drawing)
    assert len({bar.x for bar in bars}) == 1
    assert [bar.width for bar in bars] == sorted(bar.width for bar in bars)


def test_letters_are_made_smaller_before_a_chart_is_higher_than_the_page() -> None:
    wards = tuple(f"Ward {number}" for number in range(30))
    drawing = bar_chart(chart_of(tuple(map(float, range(30))), categories=wards), LOOK)
    assert drawing.height <= LOOK.height
    assert 7 <= labels_of(drawing)["Ward 1"].size < 12


def test_pale_colours_of_a_template_can_be_seen_all_the_same() -> None:
    (bar, *_) = bars_of(bar_chart(chart_of((1.0, 2.0, 3.0, 4.0)), ChartLook(colours=("#ffffcc",))))
    assert contrast(bar.fill, "#ffffff") >= 3


def test_no_figures_at_all_are_an_empty_chart_with_its_names() -> None:
    drawing = bar_chart(chart_of((None, None, None, None)), LOOK)
    assert bars_of(drawing) == []
    assert set(YEARS) <= labels_of(drawing).keys()


def test_a_chart_of_nothing_is_drawn_too() -> None:
    assert bar_chart(Chart("Nothing", (), ()), LOOK).width == 450.0


@given(
    st.integers(1, 40).flatmap(
        lambda count: st.tuples(
            st.lists(st.text(st.sampled_from("abc WM-"), max_size=25), min_size=count, max_size=count),
            st.lists(st.lists(st.none() | st.floats(-1e6, 1e6), min_size=count, max_size=count), min_size=1, max_size=6),
        )
    ),
    st.sampled_from((250.0, 450.0, 700.0)),
)
def test_any_chart_is_as_wide_as_it_should_be_and_holds_all_it_draws(
    figures: tuple[list[str], list[list[float | None]]], width: float
) -> None:
    names, values = figures
    drawing = bar_chart(chart_of(*map(tuple, values), categories=tuple(names)), ChartLook(width=width, height=400.0))
    assert drawing.width == width
    for shape in drawing.shapes:
        match shape:
            case Rectangle(x, y, wide, high):
                assert wide >= 0
                assert high >= 0
                assert x >= -0.01
                assert y >= -0.01
                assert x + wide <= width + 0.01
                assert y + high <= drawing.height + 0.01
            case Line(x1, y1, x2, y2):
                assert all(-0.01 <= x <= width + 0.01 for x in (x1, x2))
                assert all(-0.01 <= y <= drawing.height + 0.01 for y in (y1, y2))
            case Polyline(points):
                assert all(-0.01 <= x <= width + 0.01 and -0.01 <= y <= drawing.height + 0.01 for x, y in points)
            case Label():
                assert 0 < shape.y <= drawing.height + 0.01
