from __future__ import annotations

import re

import pytest

from cspdocs.document.drawing import Drawing, Label, Line, Polygon, Polyline, Rectangle
from cspdocs.document.nodes import Figure
from cspdocs.units import mm, pt

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"

SHAPES = (
    Rectangle(0.0, 0.0, 20.0, 30.0, "#1f4e79", "#000000", 2.0),
    Label("second in Word is <first> & alone", 10.0, 20.0, 10.0, "middle", "#1a1a1a", bold=True),
    Line(0.0, 40.0, 100.0, 40.0, "#595959", 0.5),
    Polyline(((0.0, 0.0), (10.0, 20.0), (5.0, 30.0)), "#595959"),
    Polygon(((0.0, 0.0), (10.0, 0.0), (0.0, 10.0)), "#c2570c"),
    Label("last", 90.0, 45.0, anchor="end"),
    Label("", 0.0, 0.0),
)


@pytest.fixture
def shapes(render):
    """The shapes of a drawing, without the one that holds its place."""

    def found(*made, width: float = 100, **about: object):
        figure = Figure(Drawing(100.0, 50.0, made), pt(width), "A chart", **about)
        return list(render(figure).tree().iter(f"{WPS}wsp"))[1:]

    return found


def area(shape) -> tuple[int, int, int, int]:
    place = shape.find(f"{WPS}spPr/{A}xfrm")
    offset, extent = place.find(f"{A}off"), place.find(f"{A}ext")
    return int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy"))


def test_a_drawing_stands_in_the_line_and_says_what_it_shows(render):
    rendered = render(Figure(Drawing(100.0, 50.0, SHAPES), mm(60), 'A "chart"'))
    inline = rendered.tree().find(f".//{WP}inline")
    extent = inline.find(f"{WP}extent")
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (mm(60), pytest.approx(mm(30), abs=1))
    assert inline.find(f"{WP}docPr").get("descr") == 'A "chart"'
    assert "word/media" not in " ".join(rendered.parts)


def test_shapes_stand_where_they_are_drawn_and_grow_with_the_drawing(shapes):
    (small,), (large,) = shapes(SHAPES[0]), shapes(SHAPES[0], width=200)
    assert area(small) == (0, 0, pt(20), pt(30))
    assert area(large) == (0, 0, pt(40), pt(60))
    assert large.find(f"{WPS}spPr/{A}ln").get("w") == str(int(pt(4)))


def test_a_group_is_as_large_as_its_drawing_whatever_stands_in_it(render):
    figure = Figure(Drawing(100.0, 50.0, SHAPES[:1]), pt(100), "A chart")
    first = next(render(figure).tree().iter(f"{WPS}wsp"))
    assert area(first) == (0, 0, pt(100), pt(50))
    assert first.find(f"{WPS}spPr/{A}ln/{A}noFill") is not None


def test_lines_go_from_point_to_point_and_areas_are_closed(shapes):
    line, polyline, polygon = shapes(*SHAPES[2:5])
    assert area(line) == (0, pt(40), pt(100), 0)
    assert area(polyline) == (0, 0, pt(10), pt(30))
    points = [(int(point.get("x")), int(point.get("y"))) for point in polyline.iter(f"{A}pt")]
    assert points == [(0, 0), (pt(10), pt(20)), (pt(5), pt(30))]
    assert [len(list(shape.iter(f"{A}close"))) for shape in (line, polyline, polygon)] == [0, 0, 1]
    assert polyline.find(f"{WPS}spPr/{A}noFill") is not None
    assert polygon.find(f"{WPS}spPr/{A}solidFill/{A}srgbClr").get("val") == "C2570C"


def test_labels_are_text_in_their_order_and_empty_ones_are_none(render, read_text):
    rendered = render(Figure(Drawing(100.0, 50.0, SHAPES), pt(100), "A chart"))
    texts = [read_text(text) for text in rendered.tree().iter(f"{W}txbxContent")]
    assert texts == ["second in Word is <first> & alone", "last"]


def test_a_label_has_a_style_and_no_formatting_of_its_own(render):
    rendered = render(Figure(Drawing(100.0, 50.0, SHAPES[1:2]), pt(100), "A chart"))
    (named,) = re.findall(r'<w:txbxContent><w:p><w:pPr><w:pStyle w:val="([^"]*)"/></w:pPr><w:r><w:t', rendered.markup())
    style = rendered.style(named)
    for said in ('<w:jc w:val="center"/>', "<w:b/>", '<w:color w:val="1A1A1A"/>', '<w:sz w:val="20"/>', 'w:after="0"'):
        assert said in style


def test_a_black_label_says_its_colour_because_libreoffice_would_choose_white_for_it_among_dark_areas(render):
    rendered = render(Figure(Drawing(100.0, 50.0, (Label("492", 50.0, 20.0),)), pt(100), "A chart"))

    assert '<w:color w:val="010101"/>' in rendered.style("Label12")


def test_the_place_of_a_label_has_its_point_and_room_enough(shapes):
    for anchor, share in (("start", 0.0), ("middle", 0.5), ("end", 1.0)):
        (shape,) = shapes(Label("Police", 50.0, 20.0, 8.0, anchor))
        left, top, width, height = area(shape)
        assert left + share * width == pytest.approx(pt(50), abs=2)
        assert top < pt(20) < top + height
        assert width > pt(24)


def test_no_place_of_a_label_leaves_the_drawing(shapes):
    (shape,) = shapes(
        Label("1,204", 99.0, 20.0, 8.0, "end"),
    )
    assert area(shape)[0] >= 0
    (shape,) = shapes(Label("1,204", 10.0, 20.0, 12.0, "middle"))
    assert area(shape)[2] < pt(40)


def test_each_shape_has_a_number_of_its_own_and_so_do_pictures(render):
    figure = Figure(Drawing(100.0, 50.0, SHAPES), pt(100), "A chart")
    markup = render(figure, figure).markup()
    numbers = re.findall(r'<(?:wp:docPr|wps:cNvPr) id="(\d+)"', markup)
    assert numbers == [str(number) for number in range(1, 17)]


def test_the_same_drawing_makes_the_same_markup(render):
    figure = Figure(Drawing(100.0, 50.0, SHAPES), pt(100), "A chart")
    assert render(figure).data == render(figure).data


def test_decoration_is_marked_and_what_has_words_is_described_by_them(render):
    plain = render(Figure(Drawing(9.0, 9.0, SHAPES[:1]), pt(9), None)).markup()
    assert "adec:decorative" in plain
    worded = render(Figure(Drawing(100.0, 50.0, (Label("one", 0.0, 9.0), Label("two", 0.0, 20.0))), pt(100), None)).markup()
    assert 'descr="one, two"' in worded
    assert "decorative" not in worded


def test_characters_that_no_file_can_hold_are_left_out_of_labels_and_reported(render):
    rendered = render(Figure(Drawing(9.0, 9.0, (Label("a\u0001b", 0.0, 9.0),)), pt(9), "A chart", origin="sections/a"))
    assert ">ab<" in rendered.markup()
    assert [found.path for found in rendered.diagnostics] == ["sections/a"]
