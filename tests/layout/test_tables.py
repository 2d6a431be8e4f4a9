from __future__ import annotations

import itertools

import pytest

from cspdocs.document.nodes import Cell, Grid, Link, Paragraph, Row, Table, Text
from cspdocs.document.styles import Style, TableStyle
from cspdocs.layout.paged import Element, Page, PagedDocument, PlacedFill, PlacedRule
from cspdocs.units import pt
from cspdocs.values import evolve
from sheets import (
    LEFT,
    PAGE_LINES,
    TEXT_WIDTH,
    below,
    cell,
    filler,
    find,
    first_words,
    head,
    lay,
    line_height,
    lines_of,
    listing,
    make_sheet,
    prose,
    roles,
    row,
    say,
    table,
    texts_of,
)

TOP = 40.0
FIRST = TOP + 0.5
"""The upper edge of the first row: the rule above it takes room of its own."""
ROW = line_height() + 0.5
"""The height of a row of one line: the line and the rule below it."""


def look(**looks: object) -> TableStyle:
    return TableStyle(name="Table", **looks)


def fills_on(page: Page) -> list[PlacedFill]:
    return [item for item in page.items if isinstance(item, PlacedFill)]


def level_rules(page: Page) -> list[float]:
    """The heights of the rules that go across."""
    return sorted({round(item.y1, 3) for item in page.items if isinstance(item, PlacedRule) and item.y1 == item.y2})


def upright_rules(page: Page) -> list[float]:
    return sorted({round(item.x1, 3) for item in page.items if isinstance(item, PlacedRule) and item.x1 == item.x2})


def all_words(paged: PagedDocument) -> str:
    return "".join(text.text for page in paged.pages for text in texts_of(page))


def elements(paged: PagedDocument, role: str) -> list[Element]:
    return [element for element in below(paged.structure) if element.role == role]


# ---- rows and cells


def test_cells_stand_side_by_side_inside_their_padding() -> None:
    page = lay(table(row("one", "two"), widths=(90, 130))).pages[0]
    assert (find(page, "one").x, find(page, "two").x) == pytest.approx((LEFT + 5.4, LEFT + 90 + 5.4))


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    page = lay(table(Row((cell("a"), cell("b", "c", "d"))), row("e", "f"))).pages[0]
    assert find(page, "e").baseline - find(page, "a").baseline == pytest.approx(3 * line_height() + 0.5)


def test_padding_above_and_below_makes_a_row_higher() -> None:
    sheet = make_sheet(look(padding_top=pt(3), padding_bottom=pt(4)))
    page = lay(table(row("a", "b"), row("c", "d")), sheet=sheet).pages[0]
    assert find(page, "c").baseline - find(page, "a").baseline == pytest.approx(ROW + 7)
    assert find(page, "a").baseline == pytest.approx(find(lay(say("a")).pages[0], "a").baseline + 0.5 + 3)


@pytest.mark.parametrize(("align", "share"), [("top", 0), ("middle", 0.5), ("bottom", 1)])
def test_a_cell_stands_in_its_row_as_the_style_says(align: str, share: float) -> None:
    page = lay(table(Row((cell("a"), cell("b", "c", "d")))), sheet=make_sheet(look(vertical_align=align))).pages[0]
    assert find(page, "a").baseline - find(page, "b").baseline == pytest.approx(share * 2 * line_height())


def test_rules_stand_around_every_cell() -> None:
    page = lay(table(row("a", "b"), row("c", "d"), widths=(90, 130))).pages[0]
    assert upright_rules(page) == [LEFT, LEFT + 90, LEFT + TEXT_WIDTH]
    assert level_rules(page) == pytest.approx([TOP, FIRST + ROW, FIRST + 2 * ROW], abs=0.01)


def test_a_style_without_rules_draws_none() -> None:
    page = lay(table(row("a", "b")), sheet=make_sheet(look(rule=pt(0)))).pages[0]
    assert level_rules(page) == upright_rules(page) == []


def test_a_cell_over_several_columns_takes_their_width() -> None:
    block = Table((pt(50), pt(70), pt(100)), (), (Row((cell("wide", span=2), cell("c"))), row("d", "e", "f")))
    page = lay(block).pages[0]
    assert find(page, "c").x == find(page, "f").x
    first = [item.x1 for item in page.items if isinstance(item, PlacedRule) and item.x1 == item.x2 and item.y1 == FIRST]
    assert first == pytest.approx([LEFT, LEFT + 120, LEFT + 220])


def test_a_cell_over_all_columns_takes_the_whole_width() -> None:
    text = " ".join(["words"] * 7)
    page = lay(table(Row((cell(text, span=2),)))).pages[0]
    assert lines_of(page) == [text]


def test_fills_lie_under_the_cells_that_have_them() -> None:
    block = table(Row((cell("a"), cell("b", fill="#c6e0b4"))), widths=(90, 130))
    (fill,) = fills_on(lay(block).pages[0])
    assert (fill.x, fill.y, fill.width, fill.colour) == (LEFT + 90, FIRST, 130, "#c6e0b4")
    assert fill.height == pytest.approx(ROW)


def test_headers_and_bands_have_the_fills_of_the_style_and_cells_may_have_their_own() -> None:
    band = Row((cell("Priority", span=2),), band=True)
    own = Row((cell("mine", span=2, fill="#123456"),), band=True)
    page = lay(table(band, row("a", "b"), own, row("c", "d"), header=("One", "Two"))).pages[0]
    assert [fill.colour for fill in fills_on(page)] == ["#dddddd", "#dddddd", "#eeeeee", "#123456"]


def test_a_band_inside_another_has_no_fill_and_a_sum_has_that_of_bands() -> None:
    inner = Row((cell("Issue", span=2),), band=2)
    total = Row((cell("Total"), cell("9")), total=True)
    page = lay(table(inner, row("a", "b"), total)).pages[0]
    assert [(fill.colour, fill.y > FIRST) for fill in fills_on(page)] == [("#eeeeee", True)] * 2


def test_a_cell_may_hold_any_block() -> None:
    inner = table(row("inner", "table"), widths=(40, 40))
    block = table(Row((Cell((say("words"), listing("item"), inner)), cell("beside"))))
    page = lay(block).pages[0]
    assert [text.text for text in texts_of(page)] == ["words", "\u2022", "item", "inner", "table", "beside"]
    assert find(page, "table").x == pytest.approx(LEFT + 5.4 + 40 + 5.4)


def test_links_in_cells_lie_over_their_words() -> None:
    block = table(row("a", "b"), Row((cell("c"), Cell((Paragraph((Link((Text("call"),), "tel:1"),)),)))))
    page = lay(block).pages[0]
    (link,) = page.links
    assert link.x == pytest.approx(find(page, "call").x)
    assert link.y == pytest.approx(FIRST + ROW)


def test_headings_in_cells_are_anchors() -> None:
    paged = lay(table(row("a", "b"), Row((Cell((head("Aims"),)), cell("c")))))
    assert paged.anchors["aims"] == pytest.approx((1, FIRST + ROW))


def test_empty_cells_and_rows_of_empty_cells_stand_in_the_table() -> None:
    paged = lay(table(Row((Cell(()), Cell(()))), row("a", "b")))
    assert lines_of(paged.pages[0]) == ["ab"]
    assert len(elements(paged, "TD")) == 4


@pytest.mark.parametrize("rows_break", [False, True])
def test_an_empty_band_does_no_harm(rows_break: bool) -> None:
    paged = lay(table(Row((Cell((), 2),), band=True), row("a", "b")), sheet=make_sheet(look(rows_break=rows_break)))
    assert lines_of(paged.pages[0]) == ["ab"]


def test_a_table_without_rows_is_its_header() -> None:
    assert lines_of(lay(table(header=("One", "Two")), say("after")).pages[0]) == ["OneTwo", "after"]


def test_a_table_without_anything_is_nothing() -> None:
    page = lay(say("before"), table(), say("after")).pages[0]
    assert lines_of(page) == ["before", "after"]
    assert level_rules(page) == []


def test_space_below_a_table_is_its_styles() -> None:
    page = lay(table(row("one", "two")), say("after"), sheet=make_sheet(look(space_after=pt(9)))).pages[0]
    assert find(page, "after").baseline - find(page, "one").baseline == pytest.approx(ROW + 9)


def test_sixty_owners_in_a_cell_all_stand_there() -> None:
    owners = [f"Owner{number}" for number in range(60)]
    paged = lay(table(Row((cell("Action"), cell(*owners)))))
    said = all_words(paged)
    positions = [said.find(f"{owner}") for owner in owners]
    assert positions == sorted(positions)
    assert min(positions) >= 0


def test_a_table_says_its_title_and_which_cells_are_headers() -> None:
    band = Row((cell("Priority", span=2),), band=True)
    paged = lay(evolve(table(band, row("a", "b"), header=("One", "Two")), title="Actions on fire"))
    (whole,) = elements(paged, "Table")
    assert whole.title == "Actions on fire"
    assert roles(whole) == [
        "Table", "THead", "TR", "TH", "TH", "TBody", "TR", "TH", "TR", "TD", "TD",
    ]  # fmt: skip
    assert [(header.scope, header.span) for header in elements(paged, "TH")] == [("Column", 1), ("Column", 1), ("Row", 2)]


# ---- page turns


def test_rows_stay_whole() -> None:
    # Six rows of three lines fill a page but for two lines.
    paged = lay(table(*[Row((cell(f"r{number}", "x", "y"), cell("z"))) for number in range(8)]))
    assert [[line for line in lines if line[0] == "r"] for lines in first_words(paged)] == [
        ["r0z", "r1z", "r2z", "r3z", "r4z", "r5z"],
        ["r6z", "r7z"],
    ]


def test_a_row_of_five_pages_is_cut_between_lines_and_nothing_is_lost() -> None:
    count = 4 * PAGE_LINES + 7
    texts = [f"word{number}" for number in range(count)]
    beside = [f"beside{number}" for number in range(40)]
    paged = lay(table(Row((cell(*texts), cell(*beside)))))
    assert len(paged.pages) == 5
    assert [text.text for page in paged.pages for text in texts_of(page) if text.text.startswith("word")] == texts
    assert [text.text for page in paged.pages for text in texts_of(page) if text.text.startswith("beside")] == beside
    bottom = TOP + PAGE_LINES * line_height() + 1
    assert all(text.baseline <= bottom for page in paged.pages for text in texts_of(page))


def test_rows_that_hardly_a_page_can_hold_are_told_by_their_first_cells() -> None:
    high, nearly, low = (
        Row((cell(*["x"] * count), cell("y"))) for count in (PAGE_LINES + 1, PAGE_LINES - 1, PAGE_LINES // 2)
    )
    paged = lay(table(high, nearly, low))
    assert paged.tall == {id(high.cells[0]), id(nearly.cells[0])}


def test_cells_of_a_row_that_is_cut_keep_step() -> None:
    paged = lay(table(Row((cell(*[f"a{n}" for n in range(30)]), cell(*[f"b{n}" for n in range(30)])))))
    for page in paged.pages:
        at = {text.text: text.baseline for text in texts_of(page)}
        assert all(at[f"b{name[1:]}"] == pytest.approx(baseline) for name, baseline in at.items() if name[0] == "a")


def test_a_row_that_is_cut_has_rules_at_its_own_edges_and_where_a_page_begins_only() -> None:
    first, second = lay(table(Row((cell(*[f"a{n}" for n in range(30)]), cell("b"))), row("c", "d"))).pages
    assert level_rules(first) == [TOP]
    assert level_rules(second) == pytest.approx(
        [TOP, TOP + 10 * line_height() + 0.5, TOP + 11 * line_height() + 1], abs=0.01
    )


def test_space_between_paragraphs_is_kept_in_a_row_that_is_cut() -> None:
    sheet = make_sheet(Style(name="Table Text", size=pt(10), space_before=pt(2), space_after=pt(6)))
    page = lay(table(Row((cell(*[f"a{n}" for n in range(30)]), cell("b")))), sheet=sheet).pages[0]
    baselines = [text.baseline for text in texts_of(page) if text.text.startswith("a")]
    steps = [after - before for before, after in itertools.pairwise(baselines)]
    assert steps == pytest.approx([line_height() + 6] * len(steps))


def test_rows_may_be_cut_where_the_style_allows_it() -> None:
    rows = (row("one", "1"), Row((cell("two", "three", "four"), cell("2"))))
    paged = lay(*filler(PAGE_LINES - 3), table(*rows), sheet=make_sheet(look(rows_break=True)))
    assert "two2" in first_words(paged)[0]
    assert first_words(paged)[1][-1] == "four"


def test_a_row_that_begins_a_page_has_a_rule_above_it() -> None:
    paged = lay(table(*[row(f"a{n}", "b") for n in range(30)]))
    assert [level_rules(page)[0] for page in paged.pages] == [TOP, TOP]


def many(count: int) -> list[Row]:
    return [row(f"a{number}", "b") for number in range(count)]


def test_a_header_is_printed_again_on_every_page() -> None:
    paged = lay(table(*many(50), header=("One", "Two")))
    assert len(paged.pages) == 3
    assert [lines[0] for lines in first_words(paged)] == ["OneTwo"] * 3
    assert [line for lines in first_words(paged) for line in lines[1:]] == [f"a{number}b" for number in range(50)]


def test_a_header_printed_again_looks_the_same_but_is_decoration() -> None:
    first, second, _ = lay(table(*many(50), header=("One", "Two"))).pages
    assert level_rules(second)[:2] == level_rules(first)[:2]
    assert [fill.colour for fill in fills_on(second)] == ["#dddddd", "#dddddd"]
    assert find(first, "One").element is not None
    assert find(second, "One").element is None
    assert find(second, "One")[:2] == find(first, "One")[:2]


def test_a_header_is_printed_once_where_the_style_says_so() -> None:
    paged = lay(table(*many(50), header=("One", "Two")), sheet=make_sheet(look(repeat_header=False)))
    assert [lines[0] for lines in first_words(paged)] == ["OneTwo", "a18b", "a37b"]


def test_a_header_of_more_than_half_a_page_is_printed_once() -> None:
    tall = Row((cell(*[f"h{number}" for number in range(15)], style="Table Heading"), cell("Two")))
    paged = lay(evolve(table(*many(30)), header=(tall,)))
    assert [text.text for page in paged.pages[1:] for text in texts_of(page) if text.text.startswith("h")] == []
    assert all_words(paged).count("a29") == 1


def test_a_header_longer_than_a_page_loses_nothing() -> None:
    tall = Row((cell(*[f"h{number}." for number in range(45)], style="Table Heading"), cell("Two")))
    paged = lay(evolve(table(*many(30)), header=(tall,)))
    said = all_words(paged)
    assert all(said.count(f"h{number}.") == 1 for number in range(45))
    assert all(f"a{number}b" in said for number in range(30))


def test_a_row_that_fits_a_page_only_without_the_header_is_cut_below_it() -> None:
    long = Row((cell(*[f"x{number}." for number in range(PAGE_LINES)]), cell("y")))
    paged = lay(table(*many(3), long, header=("One", "Two")))
    bottom = TOP + PAGE_LINES * line_height() + 1
    assert all(text.baseline <= bottom for page in paged.pages for text in texts_of(page))
    assert all(len(lines) > 1 for lines in first_words(paged))
    assert all(f"x{number}." in all_words(paged) for number in range(PAGE_LINES))


def test_heading_header_and_first_row_stay_together() -> None:
    paged = lay(*filler(PAGE_LINES - 2), head("Actions"), table(row("a", "b"), row("c", "d"), header=("One", "Two")))
    assert first_words(paged)[1] == ["Actions", "OneTwo", "ab", "cd"]


def test_a_header_stays_with_the_first_row() -> None:
    paged = lay(*filler(PAGE_LINES - 1), table(row("a", "b"), header=("One", "Two")))
    assert first_words(paged)[1] == ["OneTwo", "ab"]


def test_a_band_stays_with_the_row_below_it() -> None:
    band = Row((cell("Priority", span=2),), band=True)
    paged = lay(table(*many(17), band, row("c", "d"), row("e", "f")))
    assert [lines[-1] for lines in first_words(paged)] == ["cd", "ef"]
    paged = lay(table(*many(18), band, row("c", "d")))
    assert first_words(paged)[1] == ["Priority", "cd"]


def test_a_row_that_goes_on_with_another_stays_with_it() -> None:
    joined = Row((cell("Progress", span=2),), joined=True)
    paged = lay(table(*many(17), row("a", "b"), joined, row("e", "f")))
    assert [lines[-1] for lines in first_words(paged)] == ["Progress", "ef"]
    paged = lay(table(*many(18), row("a", "b"), joined))
    assert first_words(paged)[1] == ["ab", "Progress"]


def test_what_goes_on_with_a_band_stays_with_the_row_below_as_the_band_does() -> None:
    band, joined = Row((cell("Priority", span=2),), band=1), Row((cell("Lead", span=2),), joined=True)
    paged = lay(table(*many(17), band, joined, row("c", "d")))
    assert first_words(paged)[1] == ["Priority", "Lead", "cd"]


def test_the_header_stands_once_above_a_long_first_row() -> None:
    long = Row((cell(*[f"x{number}." for number in range(2 * PAGE_LINES)]), cell("y")))
    paged = lay(table(long, header=("One", "Two")))
    assert [lines.count("OneTwo") for lines in first_words(paged)] == [1, 1, 1]


def test_a_paragraph_of_many_pages_in_a_cell_loses_nothing() -> None:
    long = Row((Cell((prose(70),)), cell("y")))
    paged = lay(table(long, widths=(TEXT_WIDTH - 10, 10)))
    said = all_words(paged)
    assert all(f"line{number}\u00a0" in said for number in range(1, 71))


# ---- grids


def grid(count: int, columns: int = 3) -> Grid:
    return Grid(tuple(cell(f"e{number}.", style="Grid Text") for number in range(count)), columns)


def test_the_entries_of_a_grid_stand_row_by_row_in_equal_columns() -> None:
    page = lay(grid(6)).pages[0]
    assert lines_of(page) == ["e0.e1.e2.", "e3.e4.e5."]
    third = TEXT_WIDTH / 3
    assert [text.x for text in texts_of(page)[:3]] == pytest.approx([LEFT + number * third + 5.4 for number in range(3)])


def test_an_incomplete_last_row_has_its_empty_places_ruled() -> None:
    page = lay(grid(4)).pages[0]
    assert lines_of(page) == ["e0.e1.e2.", "e3."]
    below_first = [item.x1 for item in page.items if isinstance(item, PlacedRule) and item.x1 == item.x2 and item.y1 > FIRST]
    assert below_first == pytest.approx([LEFT + TEXT_WIDTH * number / 3 for number in range(4)])


def test_a_grid_without_entries_is_nothing() -> None:
    assert lines_of(lay(say("before"), grid(0), say("after")).pages[0]) == ["before", "after"]


def test_a_grid_of_one_column_is_a_stack() -> None:
    assert lines_of(lay(grid(2, columns=1)).pages[0]) == ["e0.", "e1."]


def test_a_grid_is_a_list_to_a_screen_reader() -> None:
    paged = lay(grid(2))
    assert roles(paged.structure) == ["Document", "Sect", "L", "LI", "LBody", "LI", "LBody"]


def test_a_grid_of_several_pages_keeps_its_rows_whole_and_ruled() -> None:
    paged = lay(grid(100))
    assert [level_rules(page)[0] for page in paged.pages] == [TOP, TOP]
    assert all_words(paged) == "".join(f"e{number}." for number in range(100))


# ---- totals


def total(*texts: str) -> Row:
    return Row(tuple(cell(text) for text in texts), total=True)


def test_a_total_has_the_ground_of_a_band_and_its_words_say_what_the_sums_are() -> None:
    paged = lay(table(row("2024", "3"), total("All", "3")))
    grounds = fills_on(paged.pages[0])
    assert {ground.colour for ground in grounds} == {"#eeeeee"}
    assert {round(ground.y, 3) for ground in grounds} == {round(FIRST + ROW, 3)}
    said = [(element.role, element.scope) for element in below(paged.structure) if element.role in ("TH", "TD")]
    assert said == [("TD", ""), ("TD", ""), ("TH", "Row"), ("TD", "")]


def test_a_total_never_stands_alone_at_the_head_of_a_page() -> None:
    rows = [row(f"R{number}", "x") for number in range(int((PAGE_LINES * line_height() + 1) / ROW))]
    paged = lay(table(*rows, total("All", "x")))
    assert len(paged.pages) == 2
    assert [text.text for text in texts_of(paged.pages[1])] == [
        rows[-1].cells[0].content[0].content[0].text,
        "x",
        "All",
        "x",
    ]


def test_a_table_of_a_total_alone_is_laid_out() -> None:
    assert lines_of(lay(table(total("All", "3"))).pages[0]) == ["All3"]
