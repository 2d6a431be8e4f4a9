from __future__ import annotations

import pytest

from cspdocs.document.nodes import Block, Box, Figure, Heading, List, Quote, Text
from cspdocs.document.styles import BoxStyle, Style, StyleSheet
from cspdocs.layout.paged import Page, PagedDocument, PlacedFill, PlacedImage, PlacedRule
from cspdocs.units import pt
from cspdocs.values import evolve
from sheets import (
    LEFT,
    PAGE_LINES,
    SIZE,
    TEXT_WIDTH,
    filler,
    find,
    first_words,
    head,
    lay,
    line_height,
    lines_of,
    listing,
    make_sheet,
    picture,
    prose,
    roles,
    row,
    say,
    table,
    texts_of,
)

TOP = 40.0
DEPTH = 8.0
"""Rule and padding of the box that the tests use."""
RISE = find(lay(say("a")).pages[0], "a").baseline - TOP
"""How far the letters of a line stand below its upper edge."""


def boxed(**looks: object) -> StyleSheet:
    """The style sheet with a box whose rules are two points thick, and whose text stands six points inside them."""
    style = BoxStyle(name="Box", **{"rule": pt(2), "padding": pt(6), "space_after": pt(12), **looks})  # type: ignore[arg-type]
    return evolve(make_sheet(), boxes={"Box": style})


def laid(*blocks: Block, **looks: object) -> PagedDocument:
    return lay(*blocks, sheet=boxed(**looks))


def rules_on(page: Page) -> list[PlacedRule]:
    return [item for item in page.items if isinstance(item, PlacedRule)]


def edges_on(page: Page) -> dict[str, float]:
    """The places of the rules of a box with rules at all its edges."""
    across = [rule for rule in rules_on(page) if rule.y1 == rule.y2]
    upright = [rule for rule in rules_on(page) if rule.x1 == rule.x2]
    return {
        "top": min((rule.y1 for rule in across), default=0.0),
        "bottom": max((rule.y1 for rule in across), default=0.0),
        "left": min(rule.x1 for rule in upright),
        "right": max(rule.x1 for rule in upright),
    }


def test_the_frame_stands_at_the_edges_of_the_column_and_the_text_inside_it() -> None:
    page = laid(Box((say("word"),))).pages[0]
    assert edges_on(page) == {
        "left": LEFT + 1,
        "right": LEFT + TEXT_WIDTH - 1,
        "top": TOP + 1,
        "bottom": pytest.approx(TOP + 2 * DEPTH + line_height() - 1),
    }
    assert find(page, "word").x == LEFT + DEPTH
    (fill,) = (item for item in page.items if isinstance(item, PlacedFill))
    assert (fill.x, fill.y, fill.width, fill.height) == (LEFT, TOP, TEXT_WIDTH, pytest.approx(2 * DEPTH + line_height()))


def test_the_background_lies_below_what_stands_in_the_box() -> None:
    items = laid(say("above"), Box((say("word"),))).pages[0].items
    assert isinstance(items[0], PlacedFill)


def test_text_in_a_box_has_as_much_less_room() -> None:
    lines = texts_of(laid(Box((say("x" * 300),))).pages[0])
    assert len(lines) > 1
    assert all(line.width <= TEXT_WIDTH - 2 * DEPTH for line in lines)


def test_a_box_has_the_white_space_of_its_style_below_it_and_none_inside_its_edges() -> None:
    style = Style(name="Body", size=pt(SIZE), space_before=pt(7), space_after=pt(9))
    sheet = evolve(boxed(), styles={**make_sheet().styles, "Body": style})
    page = lay(Box((say("one"), say("two"))), say("below"), sheet=sheet).pages[0]
    one, two, below = (find(page, text).baseline for text in ("one", "two", "below"))
    assert two - one == pytest.approx(line_height() + 9)
    assert edges_on(page)["bottom"] + 1 - two == pytest.approx(edges_on(page)["top"] + 2 * DEPTH + line_height() - 1 - one)
    assert below - two == pytest.approx(DEPTH + 12 + line_height())


def test_a_rule_at_the_left_stands_alone_and_without_a_background_nothing_is_padded_elsewhere() -> None:
    page = laid(Box((say("word"),)), edge="left", fill="").pages[0]
    (rule,) = rules_on(page)
    assert (rule.x1, rule.x2, rule.y1) == (LEFT + 1, LEFT + 1, TOP)
    assert rule.y2 == pytest.approx(TOP + line_height())
    assert find(page, "word").x == LEFT + DEPTH


def test_text_and_headings_are_printed_in_the_styles_of_the_box() -> None:
    large = Style(name="Quote", size=pt(20), colour="#7e3794")
    title = Style(name="Subtitle", size=pt(30))
    sheet = boxed(text="Quote", heading="Subtitle")
    sheet = evolve(sheet, styles={**sheet.styles, "Quote": large, "Subtitle": title})
    page = lay(Box((head("Title", 3), say("word"), say("other", "Caption"))), sheet=sheet).pages[0]
    assert [(text.text, text.size) for text in texts_of(page)] == [("Title", 30.0), ("word", 20.0), ("other", SIZE)]


def test_the_marks_of_lists_stand_at_the_edge_of_the_text() -> None:
    sheet = evolve(boxed(), styles={**make_sheet().styles, "List": Style(name="List", indent=pt(36), first_line=pt(-18))})
    page = lay(Box((listing("item"),)), listing("outside"), sheet=sheet).pages[0]
    assert [text.x for text in texts_of(page)] == [LEFT + DEPTH, LEFT + DEPTH + 18, LEFT + 18, LEFT + 36]


# ---- over pages


def test_a_box_that_goes_on_over_the_page_is_closed_on_both() -> None:
    paged = laid(*filler(PAGE_LINES - 4), Box((prose(6),)))
    assert first_words(paged)[1] == ["line3", "line4", "line5", "line6"]
    first, second = (edges_on(page) for page in paged.pages)
    last = find(paged.pages[0], "line2").baseline
    assert first["bottom"] > last + 6
    assert second["top"] == TOP + 1
    assert find(paged.pages[1], "line3").baseline == pytest.approx(TOP + DEPTH + RISE)


def test_no_line_of_a_box_takes_the_room_of_its_lower_edge() -> None:
    lines = PAGE_LINES - 2
    paged = laid(Box(tuple(say(f"B{number}") for number in range(lines + 3))))
    assert [len(lines_of(page)) for page in paged.pages] == [lines, 3]
    assert edges_on(paged.pages[0])["bottom"] <= TOP + PAGE_LINES * line_height() + 1


def test_the_upper_edge_is_never_parted_from_the_first_line() -> None:
    paged = laid(*filler(PAGE_LINES - 1), Box((say("word"),)))
    assert rules_on(paged.pages[0]) == []
    assert lines_of(paged.pages[1]) == ["word"]


def test_a_heading_before_a_box_stays_with_it() -> None:
    paged = laid(*filler(PAGE_LINES - 2), head("Title"), Box((say("word"),)))
    assert lines_of(paged.pages[1]) == ["Title", "word"]


def test_a_box_is_open_towards_a_table_on_another_page() -> None:
    rows = tuple(row(f"R{number}", "x") for number in range(8))
    paged = laid(*filler(PAGE_LINES - 6), Box((say("above"), table(*rows, widths=(50, 50)), say("below"))))
    assert len(paged.pages) == 2
    first = [rule for rule in rules_on(paged.pages[0]) if rule.width == 2.0]
    upper = find(paged.pages[0], "above").baseline - RISE - DEPTH + 1
    assert [rule.y1 for rule in first if rule.y1 == rule.y2] == [pytest.approx(upper)]
    second = [rule for rule in rules_on(paged.pages[1]) if rule.width == 2.0]
    assert len([rule for rule in second if rule.y1 == rule.y2]) == 1
    assert find(paged.pages[1], "below").baseline < max(rule.y1 for rule in second)


def test_a_picture_in_a_box_fits_the_page_with_the_frame() -> None:
    page = laid(Box((Figure(picture(10, 100), pt(150), "A tower"),))).pages[0]
    (placed,) = (item for item in page.items if isinstance(item, PlacedImage))
    assert placed.height <= PAGE_LINES * line_height() + 1 - 2 * DEPTH


# ---- what stands in a box


def test_a_box_is_a_section_and_its_content_is_read_as_elsewhere() -> None:
    story = Box((head("Title", 3), say("word"), listing("item"), Quote((say("said"),)), table(row("a", "b"))))
    assert roles(laid(story).structure) == [
        *("Document", "Sect", "Sect", "H3", "P", "L", "LI", "Lbl", "LBody", "P", "BlockQuote", "P"),
        *("Table", "TR", "TD", "TD"),
    ]


def test_headings_in_boxes_have_their_bookmarks() -> None:
    paged = laid(Box((Heading((Text("Title"),), 2, "title"),)))
    assert [(entry.title, entry.level, entry.anchor) for entry in paged.outline] == [("Title", 2, "title")]
    assert paged.anchors["title"].y == TOP + DEPTH


def test_boxes_in_boxes_lists_and_cells_have_frames_of_their_own() -> None:
    page = laid(Box((say("a"), Box((say("b"),))))).pages[0]
    assert find(page, "b").x == LEFT + 2 * DEPTH
    assert len([item for item in page.items if isinstance(item, PlacedFill)]) == 2
    from_cell = table(row("x"), widths=(110,))
    cell = evolve(from_cell.rows[0].cells[0], content=(Box((say("in a cell"),)),))
    page = laid(evolve(from_cell, rows=(evolve(from_cell.rows[0], cells=(cell,)),))).pages[0]
    assert find(page, "in a cell").x == pytest.approx(LEFT + 5.4 + DEPTH)


@pytest.mark.parametrize("content", [(), (List(()),)])
def test_a_box_with_nothing_in_it_takes_no_room(content: tuple[Block, ...]) -> None:
    page = laid(Box(content), say("word")).pages[0]
    assert rules_on(page) == []
    assert find(page, "word").x == LEFT
