"""Pictures with text beside them.

A word takes a line beside the picture of the tests alone, and a third of a line of the whole width. The picture and what a
letter has below its baseline are a little less than six lines high.
"""

from __future__ import annotations

import math

import pytest

from cspdocs.document.beside import BELOW, GAP
from cspdocs.document.nodes import Cell, Figure, LineBreak, List, ListItem, Paragraph, Quote, Row, Text
from cspdocs.document.styles import Style
from cspdocs.layout.blocks import BULLETS
from cspdocs.layout.paged import Page, PagedDocument, PlacedImage, PlacedText
from cspdocs.units import pt
from sheets import (
    LEFT,
    PAGE_LINES,
    SIZE,
    TEXT_WIDTH,
    cell,
    face,
    filler,
    find,
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

WIDTH, HEIGHT = 80.0, 60.0
DESCENT = face().descent * SIZE
EDGE = HEIGHT + DESCENT
"""How far below its top the line ends that the picture stands on."""
BESIDE = math.ceil(EDGE / line_height())
"""How many lines stand beside the picture."""
TOP = 40.0
START = LEFT + WIDTH + GAP.pt
"""Where lines begin beside a picture at the left."""


def figure(side: str | None = "left", *, caption: str = "", width: float = WIDTH, wide: int = 40, high: int = 30) -> Figure:
    words = (Text(caption),) if caption else ()
    return Figure(picture(wide, high), pt(width), "A map", words, side)  # type: ignore[arg-type]  # a side or none


def words(count: int, name: str = "w") -> Paragraph:
    """A paragraph of words that are each 60 to 80 points wide."""
    return say(" ".join(f"{name}{number}".ljust(12, "x") for number in range(1, count + 1)))


def image_on(page: Page) -> PlacedImage:
    (image,) = (item for item in page.items if isinstance(item, PlacedImage))
    return image


def starts(page: Page) -> list[float]:
    """Where each line of a page begins, from top to bottom."""
    first: dict[float, float] = {}
    for text in texts_of(page):
        height = round(text.baseline, 1)
        first[height] = min(text.x, first.get(height, text.x))
    return [round(first[height], 1) for height in sorted(first)]


def word_counts(page: Page) -> list[int]:
    return [len(line.split()) for line in lines_of(page)]


def pages_of(paged: PagedDocument, *parts: str) -> list[int]:
    """The numbers of the pages, from 1, on which these words stand."""
    return [number for part in parts for number, page in enumerate(paged.pages, 1) if part in " ".join(lines_of(page))]


def test_lines_run_beside_a_picture_at_the_left_and_below_it_take_the_whole_width() -> None:
    page = lay(figure(), words(BESIDE + 6)).pages[0]
    assert (image_on(page).x, image_on(page).y) == pytest.approx((LEFT, TOP))
    assert starts(page) == [START] * BESIDE + [LEFT] * 2
    assert word_counts(page) == [1] * BESIDE + [3] * 2


def test_lines_run_beside_a_picture_at_the_right_too() -> None:
    page = lay(figure("right"), words(BESIDE + 6)).pages[0]
    assert (image_on(page).x, image_on(page).y) == pytest.approx((LEFT + TEXT_WIDTH - WIDTH, TOP))
    assert starts(page) == [LEFT] * (BESIDE + 2)
    assert word_counts(page) == [1] * BESIDE + [3] * 2
    assert all(text.x + text.width <= LEFT + TEXT_WIDTH - WIDTH - GAP.pt + 1e-6 for text in texts_of(page)[:BESIDE])


def test_picture_and_text_begin_at_the_same_height_below_the_white_space_between_blocks() -> None:
    sheet = make_sheet(Style(name="Body", size=pt(SIZE), space_before=pt(3), space_after=pt(9)))
    page = lay(say("before"), figure(), words(2), sheet=sheet).pages[0]
    line = find(page, "w1")
    assert line.baseline - find(page, "before").baseline == pytest.approx(line_height() + 9)
    (first,) = texts_of(lay(words(1)).pages[0])
    assert line.baseline - image_on(page).y == pytest.approx(first.baseline - TOP)


def test_the_text_goes_on_over_several_blocks_with_their_white_space() -> None:
    sheet = make_sheet(Style(name="Body", size=pt(SIZE), space_after=pt(line_height())))
    page = lay(figure(), words(1, "a"), words(1, "b"), words(1, "c"), words(3, "d"), sheet=sheet).pages[0]
    # Lines one, three and five stand beside the picture, line seven below it.
    assert lines_of(page)[:3] == [f"{name}1".ljust(12, "x") for name in "abc"]
    assert starts(page) == [START] * 3 + [LEFT]
    assert word_counts(page)[3] == 3


def test_lists_and_quotations_are_set_in_from_the_picture_as_from_the_margin() -> None:
    sheet = make_sheet(Style(name="Quote", size=pt(SIZE), indent=pt(20)))
    page = lay(figure(), listing("one", "two"), Quote((say("said"),)), sheet=sheet).pages[0]
    bullets = [text.x for text in texts_of(page) if text.text == BULLETS[0]]
    assert bullets == pytest.approx([START, START])
    assert (find(page, "one").x, find(page, "said").x) == pytest.approx((START + 18, START + 20))


def test_an_item_below_the_picture_has_its_bullet_at_the_margin() -> None:
    page = lay(figure(), words(BESIDE), listing("one")).pages[0]
    assert find(page, BULLETS[0]).x == LEFT
    assert find(page, "one").x == LEFT + 18


def test_a_quotation_goes_on_below_the_picture_at_its_own_indent() -> None:
    sheet = make_sheet(Style(name="Quote", size=pt(SIZE), indent=pt(20)))
    page = lay(figure(width=60), Quote((words(20),), (Text("A resident"),)), sheet=sheet).pages[0]
    assert set(starts(page)) == {LEFT + 60 + GAP.pt + 20, LEFT + 20, LEFT}
    assert find(page, "A resident").x == LEFT


def test_lines_are_aligned_in_the_room_that_they_have() -> None:
    sheet = make_sheet(Style(name="Body", size=pt(SIZE), align="right"))
    page = lay(figure("right"), words(BESIDE + 1), sheet=sheet).pages[0]
    ends = [text.x + text.width for text in texts_of(page)]
    assert ends == pytest.approx([LEFT + TEXT_WIDTH - WIDTH - GAP.pt] * BESIDE + [LEFT + TEXT_WIDTH])


def test_the_caption_is_as_wide_as_the_picture_and_counts_to_its_height() -> None:
    page = lay(figure("right", caption="Officers on patrol in May"), words(BESIDE + 8)).pages[0]
    caption = [text for text in texts_of(page) if not text.text.startswith("w")]
    assert len(caption) == 2
    assert all(text.x == LEFT + TEXT_WIDTH - WIDTH and text.width <= WIDTH for text in caption)
    assert caption[0].baseline > TOP + HEIGHT
    lines = [text for text in texts_of(page) if text.text.startswith("w")]
    beside = math.ceil((EDGE + 2 * line_height()) / line_height())
    assert [len(text.text.split()) for text in lines[: beside + 1]] == [1] * beside + [3]


def test_picture_caption_and_text_are_read_in_this_order() -> None:
    paged = lay(figure(caption="Patrol"), words(1))
    assert roles(paged.structure) == ["Document", "Sect", "Figure", "Caption", "P"]
    items = paged.pages[0].items
    kinds = [item.text if isinstance(item, PlacedText) else "picture" for item in items]
    assert kinds == ["picture", "Patrol", "w1xxxxxxxxxx"]


@pytest.mark.parametrize("block", [head("Next"), table(row("next", "x")), figure(None), figure("right")])
def test_what_does_not_run_beside_it_begins_below_a_picture(block: object) -> None:
    page = lay(figure(caption="Patrol"), words(1), block, say("end")).pages[0]  # type: ignore[arg-type]  # any block
    lower = TOP + EDGE + line_height()
    things = [item for item in page.items if isinstance(item, PlacedImage)][1:]
    assert all(item.y >= lower + BELOW.pt - 1e-6 for item in things)
    rest = [text for text in texts_of(page) if text.text not in ("Patrol", "w1xxxxxxxxxx")]
    assert all(text.baseline - face().ascent * SIZE >= lower + BELOW.pt - 1e-6 for text in rest)


def test_a_heading_below_a_picture_stands_no_further_down_than_below_longer_text() -> None:
    sheet = make_sheet(Style(name="Body", size=pt(SIZE), space_after=pt(30)))
    above = lay(figure(), words(5), head("Next"), sheet=sheet).pages[0]
    assert find(above, "Next").baseline - find(above, "w5").baseline == pytest.approx(line_height() + 30)


def test_a_picture_is_made_to_take_half_of_the_width() -> None:
    image = image_on(lay(figure(width=200), words(3)).pages[0])
    assert (image.x, image.width, image.height) == pytest.approx((LEFT, TEXT_WIDTH / 2, TEXT_WIDTH / 2 * 30 / 40))


@pytest.mark.parametrize("side", ["left", "right"])
def test_picture_and_text_beside_it_stand_on_one_page(side: str) -> None:
    for above in range(PAGE_LINES - BESIDE - 1, PAGE_LINES):
        paged = lay(*filler(above), figure(side), words(BESIDE + 30))
        (shown,) = [number for number, page in enumerate(paged.pages) if any(isinstance(i, PlacedImage) for i in page.items)]
        beside = word_counts(paged.pages[shown])[above if shown == 0 else 0 :][:BESIDE]
        assert beside == [1] * BESIDE
        assert (shown == 0) == (above + BESIDE <= PAGE_LINES)


def test_pages_may_turn_as_ever_once_the_text_has_passed_the_picture() -> None:
    paged = lay(*filler(PAGE_LINES - BESIDE - 3), figure(), words(BESIDE + 30))
    assert len(lines_of(paged.pages[0])) == PAGE_LINES
    assert image_on(paged.pages[0]).y > TOP


def test_a_picture_that_the_text_does_not_pass_needs_its_own_height_on_the_page() -> None:
    rows = math.ceil(EDGE / line_height())
    stays = lay(*filler(PAGE_LINES - rows), figure(), words(1))
    moves = lay(*filler(PAGE_LINES - rows + 1), figure(), words(1))
    assert (pages_of(stays, "w1"), pages_of(moves, "w1")) == ([1], [2])
    assert image_on(moves.pages[1]).y == TOP


def test_a_picture_with_a_caption_of_a_page_s_length_stands_alone_and_loses_no_words() -> None:
    block = Figure(picture(), pt(WIDTH), None, prose(30).content, "left")
    paged = lay(block, words(3))
    said = " ".join(" ".join(lines_of(page)) for page in paged.pages)
    assert all(f"line{number}\u00a0" in said for number in range(1, 31))
    assert said.split()[-3:] == words(3).content[0].text.split()  # type: ignore[union-attr]  # it is text
    assert roles(paged.structure) == ["Document", "Sect", "Caption", "P"]


@pytest.mark.parametrize("count", range(PAGE_LINES - BESIDE - 3, PAGE_LINES - BESIDE + 1))
def test_a_picture_below_a_heading_loses_no_words_where_no_page_can_hold_both(count: int) -> None:
    pictured = Figure(picture(), pt(WIDTH), None, words(count).content, "left")
    paged = lay(head("Heading"), pictured, Paragraph((Text("one"), LineBreak(), Text("two"))))
    lowest = max(item.baseline for page in paged.pages for item in page.items if isinstance(item, PlacedText))
    assert lowest < TOP + PAGE_LINES * line_height()


def test_a_picture_as_high_as_the_page_has_text_beside_it_all_the_way() -> None:
    paged = lay(figure(width=100, wide=10, high=100), words(200))
    image = image_on(paged.pages[0])
    assert image.height == pytest.approx((PAGE_LINES * line_height() + 1) * 0.75, abs=0.1)
    assert image.y + image.height <= TOP + PAGE_LINES * line_height()


@pytest.mark.parametrize(
    "inside",
    [
        lambda *blocks: table(Row((Cell(blocks), cell("x"))), widths=(200, 20)),
        lambda *blocks: List((ListItem(blocks),)),
        lambda *blocks: Quote(blocks),
    ],
)
def test_in_cells_lists_and_quotations_a_picture_stands_alone(inside: object) -> None:
    page = lay(inside(figure(), words(1))).pages[0]  # type: ignore[operator]  # a function
    image, line = image_on(page), find(page, "w1")
    assert line.baseline - face().ascent * SIZE >= image.y + image.height
