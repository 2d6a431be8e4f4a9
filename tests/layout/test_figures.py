from __future__ import annotations

import pytest

from cspdocs.document.nodes import Cell, Figure, Row, Text
from cspdocs.document.styles import Style
from cspdocs.layout.paged import Element, PlacedImage
from cspdocs.layout.pages import lay_out
from cspdocs.units import pt
from sheets import (
    LEFT,
    PAGE_LINES,
    SIZE,
    TEXT_WIDTH,
    cell,
    document,
    face,
    filler,
    find,
    lay,
    line_height,
    lines_of,
    make_sheet,
    picture,
    prose,
    roles,
    row,
    table,
)

ROOM = PAGE_LINES * line_height() + 1
DESCENT = face().descent * 10
"""A picture stands on a line as a letter does; this is what the line has below it."""
SQUARE = picture(50, 50)


def figure(width: float, *, wide: int = 40, high: int = 30, alt: str | None = "A map", **other: object) -> Figure:
    return Figure(picture(wide, high), pt(width), alt, **other)


def images_on(page: object) -> list[PlacedImage]:
    return [item for item in page.items if isinstance(item, PlacedImage)]


def placed(block: Figure, **looks: object) -> PlacedImage:
    sheet = make_sheet(Style(name="Figure", size=pt(SIZE), **looks))
    (image,) = images_on(lay(block, sheet=sheet).pages[0])
    return image


def test_a_picture_that_fits_has_the_width_asked_for_and_its_own_proportions() -> None:
    image = placed(figure(80))
    assert (image.x, image.y, image.width, image.height) == pytest.approx((LEFT, 40, 80, 60))


def test_a_picture_wider_than_the_text_is_made_to_fit() -> None:
    image = placed(figure(440))
    assert (image.x, image.width, image.height) == pytest.approx((LEFT, TEXT_WIDTH, 165))


def test_a_picture_higher_than_the_page_is_made_to_fit() -> None:
    image = placed(figure(200, wide=10, high=100))
    assert image.height == pytest.approx(ROOM - DESCENT, abs=0.01)
    assert image.width == pytest.approx((ROOM - DESCENT) / 10, abs=0.01)


def test_a_picture_made_to_fit_leaves_room_for_its_caption() -> None:
    page = lay(figure(200, wide=10, high=100, caption=(Text("The borough"),))).pages[0]
    (image,) = images_on(page)
    assert image.height == pytest.approx(ROOM - DESCENT - line_height(), abs=0.01)
    assert find(page, "The borough").baseline > image.y + image.height


def test_a_caption_longer_than_a_page_leaves_the_picture_visible_and_loses_no_words() -> None:
    block = figure(100, wide=10, high=10, caption=prose(30).content)
    paged = lay(block)
    (image,) = images_on(paged.pages[0])
    assert image.height > 50
    said = " ".join(" ".join(lines_of(page)) for page in paged.pages)
    assert all(f"line{number}\u00a0" in said for number in range(1, 31))


def test_a_caption_stands_below_its_picture_on_the_same_page() -> None:
    paged = lay(*filler(17), figure(40, wide=50, high=50, caption=(Text("The borough"),)))
    assert images_on(paged.pages[0]) == []
    assert len(images_on(paged.pages[1])) == 1
    assert lines_of(paged.pages[1]) == ["The borough"]


@pytest.mark.parametrize(
    ("align", "x"), [("left", LEFT), ("centre", LEFT + (TEXT_WIDTH - 80) / 2), ("right", LEFT + TEXT_WIDTH - 80)]
)
def test_a_picture_stands_where_its_style_aligns_it(align: str, x: float) -> None:
    assert placed(figure(80), align=align).x == pytest.approx(x)


@pytest.mark.parametrize(("side", "x"), [("left", LEFT), ("right", LEFT + TEXT_WIDTH - 80)])
def test_a_side_asked_for_counts_more_than_the_style(side: str, x: float) -> None:
    assert placed(figure(80, side=side), align="centre").x == pytest.approx(x)


def test_a_picture_with_a_description_is_a_figure_to_a_screen_reader() -> None:
    block = figure(80)
    paged = lay(block)
    (image,) = images_on(paged.pages[0])
    assert isinstance(image.element, Element)
    assert (image.element.role, image.element.alt) == ("Figure", "A map")
    assert "Figure" in roles(paged.structure)


def test_a_decorative_picture_is_none_but_its_caption_is_read() -> None:
    paged = lay(figure(80, alt=None, caption=(Text("The borough"),)))
    (image,) = images_on(paged.pages[0])
    assert image.element is None
    assert "Figure" not in roles(paged.structure)
    assert find(paged.pages[0], "The borough").element is not None


def test_a_picture_in_a_cell_is_made_to_fit_the_cell() -> None:
    block = table(Row((Cell((figure(300),)), cell("beside"))), widths=(100, 120))
    (image,) = images_on(lay(block).pages[0])
    assert (image.x, image.width) == pytest.approx((LEFT + 5.4, 100 - 2 * 5.4))


def test_a_picture_as_high_as_the_page_stays_on_it_in_a_cell_below_a_repeated_header() -> None:
    block = table(row("before", "it"), Row((Cell((figure(200, wide=10, high=100),)), cell("beside"))), header=("One", "Two"))
    paged = lay(block)
    assert len(paged.pages) == 2
    (image,) = images_on(paged.pages[1])
    assert image.y >= 40 + line_height()
    assert image.y + image.height <= 40 + ROOM + 1e-6


def test_a_cell_narrower_than_its_padding_keeps_its_picture_on_the_page() -> None:
    block = table(Row((Cell((figure(80),)), cell("beside"))), widths=(8, 200))
    (image,) = images_on(lay(block).pages[0])
    assert image.width > 0
    assert image.height > 0


@pytest.mark.parametrize(("wide", "high"), [(1000, 1), (1, 1000)])
def test_pictures_of_extreme_proportions_are_placed(wide: int, high: int) -> None:
    image = placed(figure(50, wide=wide, high=high))
    assert 0 < image.width <= TEXT_WIDTH + 1e-6
    assert 0 < image.height <= ROOM + 0.01


def test_the_same_picture_is_placed_twice() -> None:
    paged = lay_out(document(Figure(SQUARE, pt(50), None), Figure(SQUARE, pt(50), None)), make_sheet())
    first, second = images_on(paged.pages[0])
    assert second.y - first.y == pytest.approx(50 + DESCENT)
