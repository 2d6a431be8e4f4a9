from __future__ import annotations

from cspdocs.backends.docx.boxsides import Sides, sides_of
from cspdocs.backends.docx.places import BoxPlace, Place
from cspdocs.document.boxes import edges_of
from cspdocs.document.styles import BoxStyle, TableStyle
from cspdocs.units import mm, pt
from cspdocs.values import evolve

TABLE = TableStyle(name="Table", padding_left=pt(5), padding_right=pt(5))


def place_in(style: BoxStyle) -> Place:
    edges = edges_of(style)
    box = BoxPlace(style, edges, edges.left.depth, edges.right.depth)
    inner = Place(pt(300), mm(200)).inset(edges.left.depth, edges.right.depth)
    return evolve(inner, box=box)


def test_outside_of_boxes_nothing_is_added() -> None:
    assert sides_of(Place(pt(300), mm(200)), 5000) == Sides()
    assert Sides().properties(TABLE, first=True, last=True) == ("", "")


def test_a_table_reaches_to_the_middle_of_both_rules() -> None:
    sides = sides_of(place_in(BoxStyle(name="Box", rule=pt(2), padding=pt(8))), pt(280).twips)
    assert (sides.left, sides.right) == (pt(9).twips, pt(9).twips)
    assert sides.added(first=True, last=False) == pt(9).twips
    assert sides.added(first=False, last=False) == 0


def test_a_narrow_table_is_made_as_wide_as_the_box() -> None:
    sides = sides_of(place_in(BoxStyle(name="Box", rule=pt(2), padding=pt(8))), pt(100).twips)
    assert sides.right == pt(180 + 9).twips


def test_the_margins_of_cells_keep_their_text_where_it_was() -> None:
    sides = sides_of(place_in(BoxStyle(name="Box", rule=pt(2), padding=pt(8))), pt(280).twips)
    borders, margins = sides.properties(TABLE, first=True, last=False)
    assert '<w:left w:val="single" w:sz="16"' in borders
    assert margins == f'<w:tcMar><w:left w:w="{pt(14).twips}" w:type="dxa"/></w:tcMar>'
    assert "right" not in borders + margins


def test_at_an_edge_without_a_rule_or_background_a_table_keeps_its_own() -> None:
    sides = sides_of(place_in(BoxStyle(name="Box", edge="left", rule=pt(4), fill="", padding=pt(6))), pt(280).twips)
    assert (sides.left, sides.right, sides.fill) == (pt(8).twips, 0, "")
