from __future__ import annotations

from cspdocs.document.boxes import Edge, Edges
from cspdocs.layout.frames import Frame, Stretch
from cspdocs.layout.paged import PlacedFill, PlacedRule
from cspdocs.units import pt

EDGE = Edge(pt(2), "#44546a", pt(6))
ALL = Edges(EDGE, EDGE, EDGE, EDGE)
WHOLE = Stretch(100.0, 160.0, opened=True, closed=True)


def test_rules_stand_inside_the_edges_of_the_background() -> None:
    assert Frame(10.0, 90.0, "#eeeeee", ALL).drawn(WHOLE) == [
        PlacedFill(10.0, 100.0, 80.0, 60.0, "#eeeeee"),
        PlacedRule(10.0, 101.0, 90.0, 101.0, 2.0, "#44546a"),
        PlacedRule(10.0, 159.0, 90.0, 159.0, 2.0, "#44546a"),
        PlacedRule(11.0, 100.0, 11.0, 160.0, 2.0, "#44546a"),
        PlacedRule(89.0, 100.0, 89.0, 160.0, 2.0, "#44546a"),
    ]


def test_where_the_box_goes_on_there_is_no_rule_across() -> None:
    drawn = Frame(10.0, 90.0, "", ALL).drawn(Stretch(100.0, 160.0, opened=False, closed=False))
    assert all(isinstance(item, PlacedRule) and item.x1 == item.x2 for item in drawn)
    assert len(drawn) == 2


def test_a_rule_in_the_colour_of_the_background_is_not_drawn() -> None:
    edges = Edges(Edge(pt(1), "#eeeeee"), Edge(), Edge(), EDGE)
    assert len(Frame(10.0, 90.0, "#eeeeee", edges).drawn(WHOLE)) == 2
