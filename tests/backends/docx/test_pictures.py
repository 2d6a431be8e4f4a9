from __future__ import annotations

import re

import pytest

from cspdocs.document.images import Image
from cspdocs.document.nodes import Cell, Figure, List, ListItem, Row, Table, Text
from cspdocs.units import mm, pt
from cspdocs.values import evolve

PNG = Image(b"first picture", "png", 400, 200)
JPEG = Image(b"second picture", "jpeg", 100, 300)


def sizes(rendered) -> list[tuple[int, int]]:
    """Width and height of each picture, in EMU."""
    return [
        (int(width), int(height)) for width, height in re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', rendered.markup())
    ]


def test_a_picture_says_what_it_shows(render):
    rendered = render(Figure(PNG, mm(80), alt='The "park" & pond\nat dusk'))

    assert 'descr="The &quot;park&quot; &amp; pond&#10;at dusk"/>' in rendered.markup()
    assert "decorative" not in rendered.markup()


def test_a_decorative_picture_is_marked_as_such(render):
    rendered = render(Figure(PNG, mm(80), alt=None))

    assert '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>' in (
        rendered.markup()
    )


def test_a_picture_has_the_width_asked_for_and_its_own_proportions(render):
    assert sizes(render(Figure(PNG, mm(80), alt="x"))) == [(mm(80), mm(40))]


def test_a_picture_wider_than_the_page_is_made_to_fit(render, sheet):
    room = sheet.pages["Page"].text_width

    assert sizes(render(Figure(PNG, mm(800), alt="x"))) == [(room, room // 2)]


def test_a_picture_higher_than_the_page_leaves_room_for_its_caption(render, sheet):
    room = sheet.pages["Page"].text_height

    ((_, height),) = sizes(render(Figure(JPEG, mm(150), alt="x", caption=(Text("The park"),))))

    assert room - pt(24) < height < room - pt(12)


def test_a_picture_in_a_cell_fits_the_cell(render):
    table = Table((mm(30), mm(30)), (), (Row((Cell((Figure(PNG, mm(80), alt="x"),)), Cell(()))),))

    ((width, _),) = sizes(render(table))

    assert width == pytest.approx(mm(30) - pt(10.8), abs=pt(0.1))


def test_a_picture_in_a_list_fits_beside_the_bullets(render, sheet):
    listed = List((ListItem((Figure(PNG, mm(800), alt="x"),)),))

    assert sizes(render(listed))[0][0] == sheet.pages["Page"].text_width - pt(18)


def test_the_same_picture_is_kept_once_but_each_print_has_a_number(render):
    rendered = render(Figure(PNG, mm(8), alt="a"), Figure(JPEG, mm(8), alt="b"), Figure(evolve(PNG), mm(9), alt="c"))

    assert [name for name in rendered.parts if "media" in name] == ["word/media/image1.png", "word/media/image2.jpeg"]
    assert re.findall(r'<a:blip r:embed="(\w+)"/>', rendered.markup()) == ["rIdImage1", "rIdImage2", "rIdImage1"]
    assert re.findall(r'<wp:docPr id="(\d+)"', rendered.markup()) == ["1", "2", "3"]


def test_a_caption_stands_below_its_picture_and_stays_with_it(render):
    rendered = render(Figure(PNG, mm(80), alt="x", caption=(Text("The park"),)))

    assert rendered.paragraphs("Caption") == ["The park"]
    assert rendered.paragraphs("FigureCaptioned") == [""]
    assert "<w:keepNext/>" in rendered.style("FigureCaptioned")


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_picture_at_the_side_stands_there_in_the_line(render, side):
    rendered = render(Figure(PNG, mm(80), alt="x", side=side))

    assert "<wp:anchor" not in rendered.markup()
    assert f'<w:jc w:val="{side}"/>' in rendered.style(f"Figure{side.capitalize()}")
