from __future__ import annotations

import pytest

from cspdocs.document.boxes import Edge, edges_of, list_step, style_inside
from cspdocs.document.styles import BoxStyle, Style
from cspdocs.units import Length, pt
from sheets import head, say


def styled(**looks: object) -> BoxStyle:
    return BoxStyle(name="Box", **looks)  # type: ignore[arg-type]  # fields by name


def test_a_box_has_the_same_rule_and_padding_at_every_edge() -> None:
    edges = edges_of(styled(rule=pt(1), rule_colour="#44546a", padding=pt(9)))
    assert {edges.top, edges.right, edges.bottom, edges.left} == {Edge(pt(1), "#44546a", pt(9))}
    assert edges.left.depth == pt(10)


def test_a_box_with_a_rule_at_the_left_has_its_background_s_colour_elsewhere() -> None:
    edges = edges_of(styled(edge="left", rule=pt(4), rule_colour="#c2570c", fill="#eeeeee", padding=pt(6)))
    assert edges.left == Edge(pt(4), "#c2570c", pt(6))
    assert edges.top == edges.right == edges.bottom == Edge(pt(0.25), "#eeeeee", pt(6))


def test_without_a_background_there_is_nothing_at_edges_without_a_rule() -> None:
    edges = edges_of(styled(edge="left", fill=""))
    assert edges.top == edges.right == edges.bottom == Edge()
    assert Edge().depth == 0


def test_a_background_without_a_rule_is_padded_all_the_same() -> None:
    assert edges_of(styled(rule=Length(0), fill="#eeeeee")).top == Edge(pt(0.25), "#eeeeee", pt(9))


@pytest.mark.parametrize(
    ("padding", "taken"), [(pt(8.4), pt(8)), (pt(40), pt(31)), (Length(0), Length(0)), (pt(-3), Length(0))]
)
def test_padding_is_what_word_can_have(padding: Length, taken: Length) -> None:
    assert edges_of(styled(padding=padding)).left.padding == taken


@pytest.mark.parametrize(("rule", "taken"), [(pt(0.1), pt(0.25)), (pt(1.3), pt(1.25)), (pt(20), pt(12))])
def test_a_rule_is_as_thick_as_word_can_have_it(rule: Length, taken: Length) -> None:
    assert edges_of(styled(rule=rule)).left.rule == taken


def test_text_and_headings_take_the_styles_of_the_box() -> None:
    style = styled(text="Quote", heading="Subtitle")
    assert [style_inside(block, style) for block in (say("a"), say("a", "Caption"), head("A", 3))] == [
        "Quote",
        "Caption",
        "Subtitle",
    ]


def test_text_and_headings_keep_their_styles_where_the_box_has_none() -> None:
    assert [style_inside(block, styled()) for block in (say("a"), head("A", 3))] == ["Body", "Heading 3"]


def test_the_marks_of_lists_stand_at_the_edge_of_a_box() -> None:
    style = Style(name="List", indent=pt(36), first_line=pt(-18))
    assert (list_step(style, boxed=True), list_step(style, boxed=False)) == (pt(18), pt(36))
    assert list_step(Style(name="List", indent=pt(20)), boxed=True) == pt(20)
