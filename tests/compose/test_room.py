from __future__ import annotations

from pathlib import Path

import PIL.Image
import pytest

from cspdocs.compose.room import fitted, leave_room
from cspdocs.document.nodes import Block, Figure, Heading, List, Paragraph, Section, Text
from cspdocs.document.reading import read_image
from cspdocs.document.styles import PageGeometry
from cspdocs.layout.pages import lay_out
from cspdocs.template.template import Template
from cspdocs.units import mm
from cspdocs.values import evolve
from sheets import document, lines_of

TALL = (300, 900)
WIDE = (900, 300)


@pytest.fixture
def page(template: Template) -> PageGeometry:
    return template.sheet.pages["Cover"]


def figure(folder: Path, size: tuple[int, int], width: float, caption: str = "") -> Figure:
    file = folder / "picture.png"
    PIL.Image.new("RGB", size, "navy").save(file)
    words = (Text(caption),) if caption else ()
    return Figure(read_image(file), mm(width), "A picture", words, style="Cover Figure")


@pytest.mark.parametrize("size", [TALL, WIDE])
@pytest.mark.parametrize("lines", [0, 2, 4])
@pytest.mark.parametrize("caption", ["", "A caption of some words"])
def test_what_is_fitted_stands_on_the_same_page(
    template: Template, page: PageGeometry, folder: Path, size: tuple[int, int], lines: int, caption: str
) -> None:
    above: list[Block] = [Paragraph((Text("Words of a title " * 4),), "Subtitle") for _ in range(lines)]
    made = fitted(figure(folder, size, 400, caption), above, page, template.sheet)
    laid = lay_out(evolve(document(), sections=(Section((*above, made), "Cover"),)), template.sheet)
    assert len(laid.pages) == 1


def test_a_picture_that_has_room_keeps_its_size(template: Template, page: PageGeometry, folder: Path) -> None:
    small = figure(folder, WIDE, 60)
    logo = figure(folder, WIDE, 30)
    assert fitted(small, [logo, Paragraph((Text("Plan"),), "Title")], page, template.sheet) == small


def test_a_picture_as_high_as_the_page_stays_with_its_headings(template: Template, folder: Path) -> None:
    page = template.sheet.pages["Page"]
    headings = [Heading((Text(word),), level) for level, word in ((1, "Appendix"), (2, "Map of the area"))]
    words = Paragraph((Text("Words."),))
    made = leave_room([*headings, figure(folder, TALL, 200, "A map"), words], page, template.sheet)
    laid = lay_out(evolve(document(), sections=(Section(tuple(made), "Page"),)), template.sheet)
    assert lines_of(laid.pages[0]) == ["Appendix", "Map of the area", "A map"]


def test_a_picture_below_other_text_keeps_its_size(template: Template, page: PageGeometry, folder: Path) -> None:
    blocks = [Heading((Text("Map"),), 1), Paragraph((Text("Words."),)), figure(folder, TALL, 200)]
    assert leave_room(blocks, page, template.sheet) == blocks


def test_a_picture_that_would_be_tiny_goes_to_the_next_page_as_it_is(
    template: Template, page: PageGeometry, folder: Path
) -> None:
    large = figure(folder, TALL, 100)
    above = [List(()), *[Paragraph((Text("Words of a title"),), "Title")] * 6]
    assert fitted(large, above, page, template.sheet) == large
