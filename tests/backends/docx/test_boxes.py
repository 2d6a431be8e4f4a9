from __future__ import annotations

import re

import pytest

from cspdocs.document.drawing import Drawing, Label
from cspdocs.document.nodes import (
    Box,
    Cell,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
)
from cspdocs.document.styles import BoxStyle
from cspdocs.errors import RenderError
from cspdocs.units import Length, mm, pt
from cspdocs.values import evolve

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EDGE = 195
"""Where the text of a box begins, in twips: a rule of three quarters of a point and nine points of padding."""


def say(text: str, style: str = "Body") -> Paragraph:
    return Paragraph((Text(text),), style)


def listing(*texts: str, ordered: bool = False) -> List:
    return List(tuple(ListItem((say(text),)) for text in texts), ordered)


def table(*texts: str) -> Table:
    return Table((mm(40),) * len(texts), (), (Row(tuple(Cell((say(text, "Table Text"),)) for text in texts)),))


def styles_of(rendered) -> list[str]:
    """The ids of the styles of the paragraphs outside of tables, in their order."""
    body = rendered.tree().find(f"{W}body")
    return [found.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for found in body.iterchildren(f"{W}p")]


def looks(rendered, identity: str) -> dict[str, str]:
    """What a style says of a box: its edges with their thickness, colour and distance, its background, its indents."""
    style = rendered.tree("word/styles.xml").find(f"{W}style[@{W}styleId='{identity}']")
    edges = style.find(f"{W}pPr/{W}pBdr")
    found = {
        edge.tag.removeprefix(W): " ".join(edge.get(f"{W}{name}", "") for name in ("val", "sz", "space", "color")).strip()
        for edge in (edges if edges is not None else ())
    }
    shading = style.find(f"{W}pPr/{W}shd")
    if shading is not None:
        found["fill"] = shading.get(f"{W}fill")
    return found


def indents(rendered, identity: str) -> dict[str, int]:
    """The indents of a style with what it inherits of them, in twips."""
    styles = {style.get(f"{W}styleId"): style for style in rendered.tree("word/styles.xml").iter(f"{W}style")}
    line = []
    while identity in styles:
        line.append(styles[identity])
        based = styles[identity].find(f"{W}basedOn")
        identity = "" if based is None else based.get(f"{W}val")
    found: dict[str, int] = {}
    for style in reversed(line):
        said = style.find(f"{W}pPr/{W}ind")
        for name, value in said.attrib.items() if said is not None else ():
            plain = name.removeprefix(W)
            found.pop({"hanging": "firstLine", "firstLine": "hanging"}.get(plain, ""), None)
            found[plain] = int(value)
    return found


RULE = "single 6 9 44546A"
ALL = {"top": RULE, "left": RULE, "bottom": RULE, "right": RULE, "fill": "EEF3F7"}


def test_paragraphs_of_a_box_have_the_same_edges_so_that_word_draws_one(render):
    rendered = render(Box((say("one"), say("two"), say("three"))), say("after"))
    first, middle, last, after = styles_of(rendered)
    assert looks(rendered, first) == looks(rendered, middle) == looks(rendered, last) == ALL
    assert (len({first, middle, last}), after) == (3, "Normal")
    assert indents(rendered, middle) == {"left": EDGE, "right": EDGE}


def test_there_is_no_table_no_text_box_and_no_formatting_outside_of_styles(render):
    markup = render(Box((say("one"), listing("a"), Quote((say("b"),))))).markup()
    assert not re.search("<w:tbl>|txbx|framePr|pBdr|<w:shd", markup)


def test_the_white_space_of_a_box_stands_above_and_below_it(render, sheet):
    styles = evolve(sheet, boxes={"Box": BoxStyle(name="Box", space_after=pt(20))})
    rendered = render(Box((Heading((Text("Title"),), 2), say("one"))), styles=styles)
    first, last = styles_of(rendered)
    assert 'w:before="120"' in rendered.style("Heading2")
    assert 'w:before="0"' in rendered.style(first)
    assert 'w:after="400"' in rendered.style(last)
    assert "w:after" not in rendered.style(first)


def test_whatever_stands_in_a_box_begins_at_one_edge(render):
    nested = List((ListItem((say("item"), listing("inner"), say("more"))),), ordered=True)
    glossary = DefinitionList((Definition((Text("CSP"),), (Text("the partnership"),)),))
    rendered = render(Box((say("a"), Quote((say("said"),), (Text("who"),)), glossary, say("centred", "Title"))))
    for identity in styles_of(rendered):
        found = indents(rendered, identity)
        assert found["left"] - found.get("hanging", 0) == EDGE, identity
    listed = render(Box((nested,))).tree("word/numbering.xml")
    hanging = [
        (int(level.find(f"{W}pPr/{W}ind").get(f"{W}left")), int(level.find(f"{W}pPr/{W}ind").get(f"{W}hanging")))
        for definition in listed.findall(f"{W}abstractNum")[2:]
        for level in definition.iter(f"{W}lvl")
    ]
    assert {left - further for left, further in hanging} == {EDGE}


def test_text_further_in_begins_with_a_tab_and_marks_of_inner_lists_with_blanks(render):
    rendered = render(Box((Quote((say("said"),)), List((ListItem((say("item"), listing("inner"))),)))))
    assert rendered.markup().count("<w:r><w:tab/></w:r>") == 1
    marks = [text.get(f"{W}val") for text in rendered.tree("word/numbering.xml").iter(f"{W}lvlText")]
    inner = next(mark for mark in marks if mark.startswith("\u00a0"))
    assert inner.strip("\u00a0") == "\u25e6"


def test_a_heading_in_a_box_is_one_for_word_too(render, sheet):
    styles = evolve(sheet, boxes={"Box": BoxStyle(name="Box", heading="Subtitle")})
    for looked in (sheet, styles):
        rendered = render(Box((Heading((Text("A story"),), 2, "story"), say("one"))), styles=looked)
        assert '<w:outlineLvl w:val="1"/>' in rendered.style(styles_of(rendered)[0])
    assert "Subtitle" in styles_of(rendered)[0]


def test_text_takes_the_style_of_the_box(render, sheet):
    styles = evolve(sheet, boxes={"Box": BoxStyle(name="Box", text="Quote")})
    first, second = styles_of(render(Box((say("one"), say("two", "Caption"))), styles=styles))
    assert first.startswith("Quote")
    assert second.startswith("Caption")


def test_a_rule_at_the_left_is_the_only_one(render, sheet):
    bar = BoxStyle(name="Box", edge="left", rule=pt(4), rule_colour="#c2570c", fill="", padding=pt(6))
    rendered = render(Box((say("one"), say("two"), say("three"))), styles=evolve(sheet, boxes={"Box": bar}))
    assert looks(rendered, styles_of(rendered)[1]) == {"left": "single 32 6 C2570C"}


# ---- tables and boxes inside


def test_a_table_takes_the_width_the_sides_and_the_background_of_its_box(render):
    rendered = render(Box((say("above"), table("a", "b"), say("below"))))
    (tabled,) = rendered.tree().iter(f"{W}tbl")
    widths = [int(column.get(f"{W}w")) for column in tabled.iter(f"{W}gridCol")]
    text_width = round((210 - 2 * 25.4) / 25.4 * 1440)
    assert sum(widths) == pytest.approx(text_width, abs=20)
    first, last = tabled.iter(f"{W}tc")
    assert [side.tag.removeprefix(W) for cell in (first, last) for side in cell.iter(f"{W}tcBorders") for side in side] == [
        "left",
        "right",
    ]
    assert {shading.get(f"{W}fill") for shading in tabled.iter(f"{W}shd")} == {"EEF3F7"}
    margin = first.find(f"{W}tcPr/{W}tcMar/{W}left")
    assert int(margin.get(f"{W}w")) == pytest.approx(108 + EDGE, abs=10)


def test_a_box_is_open_towards_a_table(render):
    rendered = render(Box((say("above"), table("a"), say("below"))))
    above, gap, below = styles_of(rendered)
    assert looks(rendered, above) == {**ALL, "bottom": "nil"}
    assert looks(rendered, gap) == looks(rendered, below) == {**ALL, "top": "nil"}


def test_a_table_without_white_space_below_it_needs_no_paragraph_there(render, sheet):
    close = evolve(sheet, tables={**sheet.tables, "Table": evolve(sheet.tables["Table"], space_after=Length(0))})
    assert len(styles_of(render(Box((table("a"), say("below"))), styles=close))) == 2
    assert len(styles_of(render(Box((table("a"), table("b"), say("below"))), styles=close))) == 3


def test_a_box_that_begins_and_ends_in_a_table_has_its_edges(render):
    rendered = render(Box((table("a"),)), say("after"))
    opening, closing, after = styles_of(rendered)
    assert looks(rendered, opening)["top"] == looks(rendered, closing)["bottom"] == "single 6 8 44546A"
    assert looks(rendered, opening)["bottom"] == looks(rendered, closing)["top"] == "nil"
    assert "<w:keepNext/>" in rendered.style(opening.partition("First")[0])
    assert after == "Normal"


def test_a_table_in_a_list_in_a_box_keeps_its_place(render):
    rendered = render(Box((List((ListItem((say("item"), table("a"))),)),)))
    (tabled,) = rendered.tree().iter(f"{W}tbl")
    assert int(tabled.find(f"{W}tblPr/{W}tblInd").get(f"{W}w")) < EDGE
    margin = tabled.find(f".//{W}tcMar/{W}left")
    assert int(margin.get(f"{W}w")) == pytest.approx(108 + 360 + EDGE, abs=10)


def test_a_box_in_a_box_has_its_own_edges_and_that_around_it_is_open(render):
    rendered = render(Box((say("a"), Box((say("b"),)), say("c"))))
    outer, inner, last = styles_of(rendered)
    assert looks(rendered, inner) == ALL
    assert (looks(rendered, outer)["bottom"], looks(rendered, last)["top"]) == ("nil", "nil")
    assert indents(rendered, inner)["left"] == indents(rendered, inner)["right"] == 2 * EDGE


def test_boxes_that_follow_each_other_stay_apart_with_the_white_space_of_one(render):
    rendered = render(Box((say("a"),)), Box((say("b"),)))
    _, between, _ = styles_of(rendered)
    assert "SectionEnd" in rendered.style(between)
    assert 'w:after="220"' in rendered.style(between)


def test_a_drawing_in_a_box_keeps_its_labels_as_they_are(render):
    rendered = render(Box((Figure(Drawing(90.0, 30.0, (Label("word", 0.0, 12.0),)), pt(90), "A chart"),)))
    assert "Label12" in rendered.markup()
    assert "FigureIndented9.75inBoxFirstLast12" in rendered.markup()


# ---- where a box stands


def test_a_box_in_a_cell_ends_without_white_space(render):
    rendered = render(Table((mm(80),), (), (Row((Cell((Box((say("a"),)),)),)),)))
    (found,) = rendered.tree().iter(f"{W}tc")
    identity = found.find(f"{W}p/{W}pPr/{W}pStyle").get(f"{W}val")
    assert 'w:after="0"' in rendered.style(identity)


def test_a_box_with_nothing_in_it_is_not_there(render):
    assert styles_of(render(Box(()), Box((List(()),)), say("after"))) == ["Normal"]


def test_a_style_that_the_template_lacks_is_named_with_those_it_has(render):
    with pytest.raises(RenderError, match='"Panel", which the template lacks; it has: Box'):
        render(Box((say("a"),), "Panel"))


def test_the_same_box_twice_needs_no_more_styles(render):
    once = render(Box((say("a"), say("b"))), say("between"))
    twice = render(Box((say("a"), say("b"))), say("between"), Box((say("c"), say("d"))))
    assert once.markup("word/styles.xml") == twice.markup("word/styles.xml")


def test_padding_of_nothing_is_possible(render, sheet):
    styles = evolve(sheet, boxes={"Box": BoxStyle(name="Box", padding=Length(0))})
    rendered = render(Box((table("a"),)), styles=styles)
    assert looks(rendered, styles_of(rendered)[0])["top"] == "single 6 0 44546A"
