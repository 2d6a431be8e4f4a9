from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.document.charts import Chart, ChartLook, Series, line_chart
from cspdocs.document.drawing import Drawing, Label, Polygon, Polyline
from cspdocs.document.letterwidths import text_width

YEARS = tuple(f"{year}/{year + 1 - 2000}" for year in range(2015, 2024))
LOOK = ChartLook(width=450.0, height=300.0)


def chart_of(*series: tuple[float | None, ...], categories: tuple[str, ...] = YEARS) -> Chart:
    return Chart("Reports", categories, tuple(Series(f"Series {n}", values) for n, values in enumerate(series)))


def lines_in(drawing: Drawing) -> list[Polyline]:
    return [shape for shape in drawing.shapes if isinstance(shape, Polyline) and shape.stroke_width > 2]


def points_in(drawing: Drawing) -> list[Polygon]:
    return [shape for shape in drawing.shapes if isinstance(shape, Polygon)]


def labels_in(drawing: Drawing) -> list[Label]:
    return [shape for shape in drawing.shapes if isinstance(shape, Label)]


def test_a_line_goes_from_figure_to_figure() -> None:
    drawing = line_chart(chart_of(tuple(map(float, range(9)))), LOOK)
    (line,) = lines_in(drawing)
    assert len(line.points) == len(points_in(drawing)) == 9
    heights = [y for _, y in line.points]
    assert heights == sorted(heights, reverse=True)
    steps = [after[0] - before[0] for before, after in pairwise(line.points)]
    assert steps == pytest.approx([steps[0]] * 8)


def test_a_line_breaks_where_there_is_no_figure_and_a_lonely_one_is_a_point() -> None:
    drawing = line_chart(chart_of((1.0, 2.0, None, 4.0, None, 6.0, 7.0, 8.0, None)), LOOK)
    assert [len(line.points) for line in lines_in(drawing)] == [2, 3]
    assert len(points_in(drawing)) == 6


def test_each_figure_of_a_single_line_is_printed() -> None:
    texts = line_chart(chart_of((1500.0, 1450.0, 1204.0, 1100.0, 985.0, None, 1010.0, 980.0, 905.0)), LOOK).labels
    assert {"1,500", "1,450", "1,204", "1,100", "985", "1,010", "980", "905"} <= set(texts)


def test_the_first_figure_stands_clear_of_the_axis_and_the_last_on_the_page() -> None:
    drawing = line_chart(chart_of((14220.0, 11345.0, 1234567.0), categories=("2022", "2023", "2024")), LOOK)
    axis = next(label for label in labels_in(drawing) if label.anchor == "end")
    first, last = (next(label for label in labels_in(drawing) if label.text == text) for text in ("14,220", "1,234,567"))
    assert first.x - text_width("14,220", first.size) / 2 >= axis.x
    assert last.x + text_width("1,234,567", last.size) / 2 <= LOOK.width + 1e-6


def test_several_lines_are_named_at_their_ends_apart_from_one_another() -> None:
    drawing = line_chart(chart_of(*(tuple(float(n) for _ in YEARS) for n in (5, 5, 5, 6))), LOOK)
    names = [label for label in labels_in(drawing) if label.text.startswith("Series")]
    assert len(names) == 4
    heights = sorted(label.y for label in names)
    assert all(below - above >= 12 for above, below in pairwise(heights))
    assert min(label.x for label in names) > max(x for line in lines_in(drawing) for x, _ in line.points)


def test_names_of_categories_never_run_into_one_another_and_the_last_is_there() -> None:
    months = tuple(f"September {year}" for year in range(1990, 2025))
    drawing = line_chart(chart_of(tuple(map(float, range(35))), categories=months), LOOK)
    years = [label for label in labels_in(drawing) if label.text.isdigit() and len(label.text) == 4]
    assert years[-1].text == "2024"
    assert 2 <= len(years) < 35
    assert all(after.x - before.x > 45 for before, after in pairwise(years))


def test_one_category_and_no_figures_do_no_harm() -> None:
    assert len(points_in(line_chart(chart_of((5.0,), categories=("2024",)), LOOK))) == 1
    drawing = line_chart(chart_of((None,) * 9, (None,) * 9), LOOK)
    assert lines_in(drawing) == []
    assert {"Series 0", "Series 1"} <= set(drawing.labels)


@given(
    st.integers(1, 40).flatmap(
        lambda count: st.lists(
            st.lists(st.none() | st.floats(-1e6, 1e6), min_size=count, max_size=count), min_size=1, max_size=6
        )
    )
)
def test_any_chart_is_as_large_as_it_should_be_and_holds_its_lines(values: list[list[float | None]]) -> None:
    names = tuple(f"Quarter {number}" for number in range(len(values[0])))
    drawing = line_chart(chart_of(*map(tuple, values), categories=names), LOOK)
    assert (drawing.width, drawing.height) == (450.0, 300.0)
    for line in lines_in(drawing):
        assert all(0 <= x <= 450 and 0 <= y <= 300 for x, y in line.points)
    assert all(label.y <= 300 for label in labels_in(drawing))
