from __future__ import annotations

import pytest

from cspdocs.document.drawing import Drawing, Label, Rectangle
from cspdocs.document.nodes import Figure
from cspdocs.document.styles import Style
from cspdocs.layout.paged import PagedDocument, PlacedDrawing, PlacedText
from cspdocs.units import pt
from sheets import LEFT, SIZE, TEXT_WIDTH, lay, make_sheet, roles, width_of

BAR = Rectangle(10.0, 0.0, 20.0, 30.0, "#1f4e79")


def drawn(paged: PagedDocument) -> PlacedDrawing:
    (found,) = (item for item in paged.pages[0].items if isinstance(item, PlacedDrawing))
    return found


def words_of(*labels: Label, width: float = 100.0) -> list[PlacedText]:
    placed = drawn(lay(Figure(Drawing(100.0, 50.0, (BAR, *labels)), pt(width), "A chart")))
    return [shape for shape in placed.shapes if isinstance(shape, PlacedText)]


def test_a_drawing_stands_where_a_picture_would_and_its_shapes_grow_with_it() -> None:
    placed = drawn(lay(Figure(Drawing(100.0, 50.0, (BAR,)), pt(200), "A chart")))
    assert (placed.x, placed.width, placed.height) == (LEFT, 200.0, 100.0)
    assert placed.shapes == (Rectangle(20.0, 0.0, 40.0, 60.0, "#1f4e79", stroke_width=2.0),)


def test_a_drawing_wider_than_the_page_is_made_to_fit_with_its_letters() -> None:
    (label,) = words_of(Label("word", 0.0, 10.0, 12.0), width=TEXT_WIDTH * 2)
    assert label.size == pytest.approx(12.0 * TEXT_WIDTH / 100.0)


@pytest.mark.parametrize(("anchor", "share"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
def test_a_label_stands_on_its_line_at_its_point(anchor: str, share: float) -> None:
    (label,) = words_of(Label("Police", 50.0, 20.0, 8.0, anchor))  # type: ignore[arg-type]
    assert label.x == pytest.approx(50.0 - share * width_of("Police", size=8.0))
    assert (label.baseline, label.size, label.text) == (20.0, 8.0, "Police")


def test_labels_are_set_in_the_face_of_body_and_bold_ones_in_its_bold() -> None:
    plain, bold = words_of(Label("a", 0.0, 9.0, colour="#7e3794"), Label("b", 0.0, 20.0, bold=True))
    assert (plain.face.name, plain.colour) == ("Arimo-Regular", "#7e3794")
    assert bold.face.name == "Arimo-Bold"


def test_labels_are_not_slanted_because_body_is() -> None:
    sheet = make_sheet(Style(name="Body", size=pt(SIZE), italic=True))
    placed = drawn(lay(Figure(Drawing(9.0, 9.0, (Label("a", 0.0, 9.0),)), pt(9), "A chart"), sheet=sheet))
    assert placed.shapes[0].face.name == "Arimo-Regular"  # type: ignore[union-attr]


def test_a_character_that_the_face_lacks_is_reported() -> None:
    paged = lay(Figure(Drawing(9.0, 9.0, (Label("日", 0.0, 9.0),)), pt(9), "A chart", origin="sections/a/body/1"))
    (found,) = paged.diagnostics
    assert (found.code, found.path) == ("missing-glyph", "sections/a/body/1")


def test_a_drawing_is_one_figure_and_decoration_is_none() -> None:
    assert roles(lay(Figure(Drawing(9.0, 9.0, (BAR,)), pt(9), "A chart")).structure) == ["Document", "Sect", "Figure"]
    plain = lay(Figure(Drawing(9.0, 9.0, (BAR,)), pt(9), None))
    assert roles(plain.structure) == ["Document", "Sect"]
    assert drawn(plain).element is None


def test_a_drawing_with_words_that_nobody_described_is_described_by_them() -> None:
    paged = lay(Figure(Drawing(9.0, 9.0, (Label("one", 0.0, 4.0), Label("two", 0.0, 9.0))), pt(9), None))
    element = drawn(paged).element
    assert element is not None
    assert element.alt == "one, two"
