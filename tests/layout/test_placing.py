from __future__ import annotations

from cspdocs.document.boxes import Edge, Edges
from cspdocs.document.styles import TableStyle
from cspdocs.layout.frames import Around, Dressing, Frame
from cspdocs.layout.paged import PlacedFill, PlacedLink, PlacedRule
from cspdocs.layout.placing import place_strips
from cspdocs.layout.strips import Strip
from cspdocs.units import pt

RULE = PlacedRule(10.0, 1.0, 20.0, 1.0, 0.5, "#000000")
LINK = PlacedLink(10.0, 2.0, 30.0, 12.0, "#aims", "Aims", None)


def test_strips_are_placed_from_the_top_of_the_page() -> None:
    placed = place_strips([(Strip(12, [RULE], [LINK]), 100.0), (Strip(12, [RULE]), 112.0)])
    assert placed.items == (RULE.lowered(100), RULE.lowered(112))
    assert placed.links == (LINK.lowered(100),)


def test_what_stands_in_a_strip_is_placed_from_its_top() -> None:
    row = Strip(30)
    row.hold(Strip(12, [RULE]), 5.0)
    (rule,) = place_strips([(row, 100.0)]).items
    assert rule.y1 == 106


def test_the_dressing_of_a_row_lies_below_what_stands_in_it() -> None:
    style = TableStyle(name="Table", rule=pt(1))
    row = Strip(30, [RULE], dressing=Dressing(style, [10, 60], ["#eeeeee"], 30, closed=True))
    fill, *rules, last = place_strips([(row, 100.0)]).items
    assert fill == PlacedFill(10, 100, 50, 30, "#eeeeee")
    assert [(rule.x1, rule.y1, rule.x2, rule.y2) for rule in rules] == [
        (10, 100, 10, 130),
        (60, 100, 60, 130),
        (10, 130, 60, 130),
    ]
    assert last == RULE.lowered(100)


def test_a_row_that_goes_on_is_open_below() -> None:
    dressing = Dressing(TableStyle(name="Table", rule=pt(1)), [10, 60], [""], 30, closed=False)
    assert [(rule.x1, rule.x2) for rule in place_strips([(Strip(30, dressing=dressing), 0.0)]).items] == [(10, 10), (60, 60)]


def test_a_box_lies_below_all_that_is_on_the_page() -> None:
    edge = Edge(pt(1), "#000000", pt(2))
    frame = Frame(10, 60, "#eeeeee", Edges(edge, edge, edge, edge))
    strips = [Strip(10, [RULE], frames=(Around(frame, upper=True),)), Strip(10, frames=(Around(frame, lower=True),))]
    first, *_, last = place_strips([(strips[0], 0.0), (strips[1], 10.0)]).items
    assert first == PlacedFill(10, 0, 50, 20, "#eeeeee")
    assert last == RULE
