from __future__ import annotations

import pytest

from cspdocs.document.charts.figures import ChartLook
from cspdocs.document.charts.marks import bar, legend, lines_of, marker, on_ground
from cspdocs.document.drawing import Anchor, Label, Polygon, Polyline, Rectangle

LOOK = ChartLook(width=200.0)
AREA = (10.0, 20.0, 40.0, 60.0)


def test_bars_of_six_series_are_told_apart_without_their_colours() -> None:
    one = ChartLook(colours=("#1f4e79",))
    assert len({tuple(bar(AREA, number, one)) for number in range(6)}) == 6


@pytest.mark.parametrize("number", range(6))
def test_a_bar_stays_in_its_area(number: int) -> None:
    for shape in bar(AREA, number, LOOK):
        match shape:
            case Rectangle(x, y, width, height):
                half = shape.stroke_width / 2 if shape.stroke else 0.0
                assert x - half >= 9.999
                assert y - half >= 19.999
                assert x + width + half <= 50.001
                assert y + height + half <= 80.001
            case Polyline(points):
                assert all(9.999 <= x <= 50.001 and 19.999 <= y <= 80.001 for x, y in points)


@pytest.mark.parametrize("number", range(6))
def test_a_bar_too_thin_for_stripes_has_none(number: int) -> None:
    assert not any(isinstance(shape, Polyline) for shape in bar((0.0, 0.0, 2.0, 60.0), number, LOOK))


@pytest.mark.parametrize(("anchor", "left"), [("start", 50.0), ("middle", 44.3), ("end", 38.6)])
def test_a_figure_stands_on_the_background_and_not_on_the_grid(anchor: Anchor, left: float) -> None:
    figure = Label("12", 50.0, 100.0, 10.0, anchor)
    ground, words = on_ground(figure, LOOK)
    assert words == figure
    assert isinstance(ground, Rectangle)
    assert (ground.x, ground.y, ground.width, ground.height) == pytest.approx((left, 92.0, 11.4, 9.0))
    assert ground.fill == LOOK.background


def test_marks_of_six_series_are_told_apart_by_their_shapes() -> None:
    one = ChartLook(colours=("#1f4e79",))
    marks = [marker(0.0, 0.0, number, one) for number in range(6)]
    assert all(isinstance(mark, Polygon) for mark in marks)
    assert len({mark.points for mark in marks}) == 6


def test_a_legend_goes_on_below_where_the_row_is_full() -> None:
    names = ["Burglary", "Vehicle crime", "Anti-social behaviour"]
    shapes, height = legend(names, LOOK, 12.0, lambda x, y, number: [Rectangle(x, y, 1.0, 1.0)])
    labels = [shape for shape in shapes if isinstance(shape, Label)]
    assert [label.text for label in labels] == names
    assert labels[0].y == labels[1].y < labels[2].y
    assert labels[2].x == labels[0].x
    assert height > labels[2].y


def test_lines_of_words_stand_below_one_another() -> None:
    label = Label("", 0.0, 0.0, 10.0, "middle", "#1a1a1a", bold=True)
    assert list(lines_of(["one", "two"], 5.0, 7.0, label)) == [
        Label("one", 5.0, 7.0, 10.0, "middle", "#1a1a1a", bold=True),
        Label("two", 5.0, 19.5, 10.0, "middle", "#1a1a1a", bold=True),
    ]
