from __future__ import annotations

import pytest

from cspdocs.document.nodes import Inline, Link, Strong, Text
from cspdocs.document.styles import Style
from cspdocs.layout.fonts import Faces
from cspdocs.layout.paged import Element, PlacedLink, PlacedText
from cspdocs.layout.paragraphs import set_text
from cspdocs.layout.settext import SetText
from cspdocs.layout.strips import Setting
from cspdocs.units import pt
from sheets import LEFT, SIZE, column, line_height, make_sheet

LONG = (Text("The wardens patrol the High Street every evening, and talk to whoever they meet there."),)


def set_in_body(*content: Inline, width: float = 120.0, **looks: object) -> SetText:
    sheet = make_sheet(Style(name="Body", size=pt(SIZE), **looks))  # type: ignore[arg-type]  # fields by name
    setting = Setting(sheet, Faces(sheet), sheet.pages["Page"], {})
    return set_text(content, sheet.styles["Body"], column(width), setting, Element("P"))


def drawn(text: SetText, y: float = 0.0) -> tuple[list[PlacedText], list[PlacedLink]]:
    items: list[PlacedText] = []
    links: list[PlacedLink] = []
    text.draw(items, links, y)
    return [item for item in items if isinstance(item, PlacedText)], links


def test_its_height_is_that_of_its_lines() -> None:
    text = set_in_body(*LONG)
    assert len(text.strips()) > 2
    assert text.height == pytest.approx(len(text.strips()) * line_height())
    assert set_in_body().height == pytest.approx(line_height())


def test_white_space_is_the_style_s() -> None:
    text = set_in_body(*LONG, space_before=pt(5), space_after=pt(7))
    assert (text.before, text.after) == (5, 7)


@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_it_is_drawn_where_its_strips_would_be(align: str) -> None:
    text = set_in_body(*LONG, Strong((Text(" Now."),)), align=align, indent=pt(10), first_line=pt(6))
    placed = [
        item.lowered(100 + number * line_height())
        for number, strip in enumerate(text.strips())
        for item in strip.items
        if isinstance(item, PlacedText)
    ]
    found, _ = drawn(text, 100)
    assert [item.text for item in found] == [item.text for item in placed]
    assert [(item.x, item.baseline) for item in found] == [pytest.approx((item.x, item.baseline)) for item in placed]


def test_where_it_leads_is_drawn_with_it() -> None:
    _, (area,) = drawn(set_in_body(Link((Text("us"),), "https://kent.gov.uk")), 50)
    assert (area.x, area.y, area.target, area.text) == (LEFT, 50, "https://kent.gov.uk", "us")


def test_as_decoration_it_says_the_same_to_nobody() -> None:
    text = set_in_body(*LONG)
    assert all(item.element for item in drawn(text)[0])
    assert [item._replace(element=None) for item in drawn(text)[0]] == drawn(text.as_decoration())[0]
