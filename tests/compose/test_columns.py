from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.compose.cells import Cells, Shown
from cspdocs.compose.columns import Band, Headed, Item, Listing, described, list_of, table_of, tables_of
from cspdocs.compose.context import Context
from cspdocs.document.nodes import Block, Link, List, ListItem, Paragraph, Strong, Text, Value
from cspdocs.document.walk import block_texts
from cspdocs.plan.blocks import Column
from cspdocs.plan.model import Plan
from cspdocs.template.template import load_template
from cspdocs.units import mm
from rows import body, headings, texts

Start = Callable[..., Context]
TITLE, OWNER, NOTE = Headed("title", (Text("Title"),)), Headed("owner", (Text("Lead"),)), Headed("note", (Text("Note"),))


def item(context: Context, *said: str, origin: str = "things/a") -> Item:
    cells = Cells(context, "Table Text")
    return Item(origin, tuple(cells.words(text, f"{origin}/{place}") for place, text in enumerate(said)))


def listing(columns: tuple[Headed, ...], *entries: Item | Band) -> Listing:
    return Listing(columns, entries, "Table", "Things of {title}", "things", "sections/a/body/1")


def words(blocks: tuple[Block, ...]) -> list[str]:
    return list(block_texts(blocks))


def test_things_are_rows_below_the_headings_of_their_columns(start: Start) -> None:
    context = start()
    table = table_of(listing((TITLE, OWNER), item(context, "Walk", "Police"), item(context, "Talk", "")), context)
    assert (headings(table), body(table)) == (["Title", "Lead"], [["Walk", "Police"], ["Talk", "\u2013"]])
    assert (table.title, table.origin, table.rows[0].origin) == ("Things of Plan", "things", "things/a")


def test_a_column_may_be_left_out_of_tables_in_which_it_would_stay_empty(start: Start) -> None:
    context = start()
    seldom = Headed("owner", (Text("Lead"),), only_filled=True)
    assert headings(table_of(listing((TITLE, seldom), item(context, "Walk", "")), context)) == ["Title"]
    both = listing((TITLE, seldom), item(context, "Walk", ""), item(context, "Talk", "Police"))
    assert headings(table_of(both, context)) == ["Title", "Lead"]


def test_it_is_not_left_out_of_one_table_where_another_beside_it_has_it(start: Start) -> None:
    context = start()
    seldom = Headed("owner", (Text("Lead"),), only_filled=True)
    other = Headed("note", (Text("Note"),), only_filled=True)
    empty, led = (listing((TITLE, seldom), item(context, "Walk", said)) for said in ("", "Police"))
    apart = listing((TITLE, other), item(context, "Talk", ""))
    made = tables_of([empty, apart, led], context)
    assert [headings(table) for table in made] == [["Title", "Lead"], ["Title"], ["Title", "Lead"]]
    assert body(made[0]) == [["Walk", "\u2013"]]


def test_a_table_keeps_its_first_column_whatever_is_empty(start: Start) -> None:
    context = start()
    seldom = Headed("title", (Text("Title"),), only_filled=True)
    assert headings(table_of(listing((seldom,), item(context, "")), context)) == ["Title"]


def test_a_column_may_stand_below_the_others_across_the_whole_width(start: Start) -> None:
    context = start()
    below = Headed("note", (Text("Note"),), in_row=True)
    things = (item(context, "Walk", "Police", "Late"), item(context, "Talk", "", ""))
    table = table_of(listing((TITLE, OWNER, below), *things), context)
    assert headings(table) == ["Title", "Lead"]
    assert body(table) == [["Walk", "Police"], ["Note: Late"], ["Talk", "\u2013"], ["Note: \u2013"]]
    assert [(row.joined, row.cells[0].span) for row in table.rows] == [(False, 1), (True, 2), (False, 1), (True, 2)]


def test_such_a_row_may_be_left_out_below_things_that_have_nothing_for_it(start: Start) -> None:
    context = start()
    below = Headed("note", (Text("Note"),), in_row=True, only_filled=True)
    table = table_of(listing((TITLE, below), item(context, "Walk", "Late"), item(context, "Talk", "")), context)
    assert body(table) == [["Walk"], ["Note: Late"], ["Talk"]]


def test_what_no_column_shows_stands_together_in_one_row(start: Start) -> None:
    context = start()
    rest = [Headed(name, (Text(name),), in_row=True, only_filled=True, rest=True) for name in ("Due", "Cost", "Why")]
    things = (item(context, "Walk", "May", "", "Because they asked."), item(context, "Talk", "", "", ""))
    table = table_of(listing((TITLE, *rest), *things), context)
    assert body(table) == [["Walk"], ["Due: May\nWhy: Because they asked."], ["Talk"]]


def test_a_band_divides_the_rows_and_has_rows_of_its_own(start: Start) -> None:
    context = start()
    band = Band((Paragraph((Text("Town"),)),), 2, "priorities/town", ((Paragraph((Text("Lead: Police"),)),),))
    table = table_of(listing((TITLE, OWNER), band, item(context, "Walk", "Police")), context)
    assert [(row.band, row.joined, row.origin, texts(row)) for row in table.rows] == [
        (2, False, "priorities/town", ["Town"]),
        (0, True, "", ["Lead: Police"]),
        (0, False, "things/a", ["Walk", "Police"]),
    ]


def test_tables_of_the_same_columns_have_them_in_the_same_widths(start: Start) -> None:
    context = start()
    short = listing((TITLE, OWNER), item(context, "Walk", "All"))
    long = listing((TITLE, OWNER), item(context, "Walk the streets of the town. " * 9, "All"))
    other = listing((TITLE,), item(context, "Walk"))
    one, two, three = tables_of([short, long, other], context)
    assert one.widths == two.widths != table_of(short, context).widths
    assert len(three.widths) == 1


def test_a_list_has_an_item_for_each_thing_with_the_rest_in_words_below_its_title(start: Start) -> None:
    context = start()
    cells = Cells(context, "Body")
    owners = cells.names([("Police", "a/1"), ("Council", "a/2"), ("Wardens", "a/3")], "a")
    made = Item("things/a", (cells.words("Walk", "a/title"), owners, cells.nothing("a/note")))
    (bullets,) = list_of(listing((TITLE, OWNER, NOTE), made), context)
    assert [words(one.content) for one in bullets.items] == [["Walk", "Lead: Police, Council and Wardens"]]
    assert list(list_of(listing((TITLE,)), context)) == []


def test_a_number_stands_before_the_title_it_counts(start: Start) -> None:
    context = start()
    number = Headed("number", (Text("No."),), leading=True)
    (bullets,) = list_of(listing((number, TITLE, OWNER), item(context, "1.1", "Walk", "Police")), context)
    assert words(bullets.items[0].content) == ["1.1 Walk", "Lead: Police"]


def test_what_is_short_shares_a_line_and_what_is_long_or_a_sentence_does_not(start: Start) -> None:
    context = start()
    columns = [Headed(name, (Text(name),)) for name in "ABCDE"]
    shown = [Cells(context, "Body").words(text, "") for text in ("one", "two", "A sentence.", "x" * 61, "five")]
    assert words(described(list(zip(columns, shown, strict=True)), "Body", context)) == [
        *("A: one; B: two", "C: A sentence.", f"D: {'x' * 61}", "E: five")
    ]


def test_a_line_holds_only_so_much(start: Start) -> None:
    context = start()
    columns = [Headed(name, (Text(name),)) for name in "ABC"]
    shown = [Cells(context, "Body").words("x" * 40, "")] * 3
    assert [line.count(";") for line in words(described(list(zip(columns, shown, strict=True)), "Body", context))] == [1, 0]


def test_paragraphs_and_lists_stand_below_their_heading(start: Start) -> None:
    context = start()
    shown = Cells(context, "Body").prose("Two officers:\n\n- a van", "a/resources")
    made = described([(Headed("resources", (Text("Resources"),)), shown)], "Body", context)
    assert words(made) == ["Resources:", "Two officers:", "a van"]
    assert [type(block) for block in made] == [Paragraph, Paragraph, List]


def test_where_nothing_stands_for_nothing_the_heading_is_alone(start: Start) -> None:
    context = start()
    shown = Shown((Paragraph(()),), is_empty=True)
    assert words(described([(NOTE, shown)], "Table Text", context)) == ["Note:"]
    assert len(described([(NOTE, shown)], "Table Text", context)) == 1


def test_in_a_row_across_a_table_the_heading_is_bold(start: Start) -> None:
    context = start()
    (line,) = described([(NOTE, Cells(context, "Table Text").words("Late", "a/note"))], "Table Text", context, strong=True)
    assert isinstance(line, Paragraph)
    assert line.content == (Strong((Text("Note"),)), Text(": "), Value((Text("Late"),), ""))


def test_what_has_words_of_its_own_for_running_text_needs_no_heading_there(start: Start) -> None:
    context = start()
    shown = Shown((Paragraph((Text("Yes"),)),), running=(Text("Has a vote"),))
    assert words(described([(NOTE, shown)], "Body", context)) == ["Has a vote"]
    assert words(described([(NOTE, shown)], "Body", context, strong=True)) == ["Note: Yes"]


def test_in_a_line_it_can_still_be_told_which_field_says_what(start: Start) -> None:
    context = start()
    linked = Paragraph((Link((Value((Text("a.org"),), "a/web"),), "https://a.org"),), origin="a/web")
    (line,) = described([(NOTE, Shown((linked,))), (OWNER, item(context, "Police").shown[0])], "Body", context)
    assert isinstance(line, Paragraph)
    assert [type(node) for node in line.content] == [Text, Text, Value, Text, Text, Text, Value]


@pytest.mark.parametrize(
    ("template", "hint"),
    [
        (
            "plain",
            "show fewer columns, or some with place: row, or put the section on a wider sheet of paper: page: Landscape",
        ),
        ("tonbridge-malling-2014", "show fewer columns, or some with place: row"),
    ],
)
def test_too_many_columns_for_the_page_are_told_with_a_wider_sheet_where_there_is_one(template: str, hint: str) -> None:
    context = Context.start(Plan(title="Plan"), load_template(template))
    columns = tuple(Headed(str(place), (Text("Responsibilities"),)) for place in range(9))
    table = table_of(listing(columns, item(context, *"abcdefghi")), context)
    assert sum(table.widths) <= context.page.text_width
    (found,) = context.findings
    assert (found.code, found.path) == ("narrow-columns", "sections/a/body/1")
    assert 'words such as "Responsibilities"' in found.message
    assert found.hint == hint


def test_a_column_is_as_its_description_says() -> None:
    column = Column(field="updates", width=mm(30), place="row", only_filled=True)
    made = Headed.of(column, (Text("Q1"),), "here", "there", "Q1")
    assert (made.field, made.width, made.in_row, made.only_filled, made.when) == ("updates", mm(30), True, True, "Q1")
    assert (made.origin, made.typed) == ("here", "there")


def test_no_item_of_a_list_is_without_words_even_where_all_is_blank(start: Start) -> None:
    context = start()
    (bullets,) = list_of(listing((TITLE, OWNER), item(context, "", "")), context)
    assert [words(one.content) for one in bullets.items] == [["\u2013"]]
    assert isinstance(bullets.items[0], ListItem)
