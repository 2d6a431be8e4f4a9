from __future__ import annotations

from cspdocs.document.drawing import Drawing, Label, Line, Polygon, Polyline, Rectangle
from cspdocs.document.nodes import Figure
from cspdocs.units import pt

SHAPES = (
    Rectangle(1.0, 2.0, 3.0, 4.0, "#1f4e79", "#000000", 1.5),
    Label("first", 5.0, 6.0, 12.0, "end", "#1a1a1a", bold=True),
    Line(0.0, 0.0, 10.0, 20.0, "#595959", 0.5),
    Polyline(((0.0, 1.0), (2.0, 3.0)), "#595959", 2.0),
    Label("", 0.0, 0.0),
    Polygon(((0.0, 0.0), (4.0, 0.0), (0.0, 4.0)), "#ffffff", "#000000", 0.75),
    Label("second", 7.0, 8.0),
)
DRAWING = Drawing(100.0, 50.0, SHAPES)


def test_labels_are_read_in_the_order_of_the_shapes_and_empty_ones_are_none() -> None:
    assert DRAWING.labels == ("first", "second")


def test_all_of_a_drawing_grows_with_it_its_letters_and_lines_too() -> None:
    assert DRAWING.scaled(2.0) == Drawing(
        200.0,
        100.0,
        (
            Rectangle(2.0, 4.0, 6.0, 8.0, "#1f4e79", "#000000", 3.0),
            Label("first", 10.0, 12.0, 24.0, "end", "#1a1a1a", bold=True),
            Line(0.0, 0.0, 20.0, 40.0, "#595959", 1.0),
            Polyline(((0.0, 2.0), (4.0, 6.0)), "#595959", 4.0),
            Label("", 0.0, 0.0, 24.0),
            Polygon(((0.0, 0.0), (8.0, 0.0), (0.0, 8.0)), "#ffffff", "#000000", 1.5),
            Label("second", 14.0, 16.0, 24.0),
        ),
    )


def test_a_figure_keeps_the_proportions_of_its_drawing() -> None:
    assert Figure(DRAWING, pt(300), "A chart").height == pt(150)


def test_a_drawing_that_nobody_described_is_described_by_its_labels() -> None:
    assert Figure(DRAWING, pt(100), None).description == "first, second"
    assert Figure(DRAWING, pt(100), "A chart").description == "A chart"
    assert Figure(Drawing(10.0, 10.0, SHAPES[:1]), pt(100), None).description == ""
