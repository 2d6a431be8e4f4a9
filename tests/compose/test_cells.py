from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.compose.cells import Cells, joined, runs_of
from cspdocs.compose.context import Context
from cspdocs.document.nodes import Emphasis, Link, List, Paragraph, StatusMark, Text, Value
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan.measures import Measure
from cspdocs.plan.status import Status

Start = Callable[..., Context]


@pytest.fixture
def cells(start: Start) -> Cells:
    return Cells(start(figures=[Measure(id="asb", value="12")]), "Table Text")


def test_plain_text_is_a_paragraph_of_its_field(cells: Cells) -> None:
    shown = cells.words("By **May**", "actions/a/due")
    assert shown.blocks == (Paragraph((Text("By **May**"),), "Table Text"),)
    assert shown.blocks[0] == Paragraph((Text("By **May**"),), "Table Text", origin="actions/a/due")
    assert (shown.origin, shown.is_empty) == ("actions/a/due", False)


def test_what_is_worked_out_is_no_field(cells: Cells) -> None:
    (line,) = cells.words("+9", "actions/a/change", typed=False).blocks
    assert isinstance(line, Paragraph)
    assert line.origin == ""


def test_prose_is_read_as_markup(cells: Cells) -> None:
    shown = cells.prose("*One*\n\n- two", "actions/a/resources")
    assert [type(block) for block in shown.blocks] == [Paragraph, List]
    assert shown.blocks[0] == Paragraph((Emphasis((Text("One"),)),), "Table Text")


def test_nothing_is_what_the_template_says_for_it_and_no_field(cells: Cells) -> None:
    made = (cells.words("", "x"), cells.prose(" ", "x"), cells.names([], "x"), cells.texts([], "x"), cells.link("", "x"))
    for shown in made:
        (line,) = shown.blocks
        assert isinstance(line, Paragraph)
        assert (shown.is_empty, plain_text(line.content), line.origin, shown.origin) == (True, "\u2013", "", "x")


def test_names_stand_below_one_another_each_with_its_field(cells: Cells) -> None:
    shown = cells.names([("Police", "a/owners/1"), ("", "a/owners/2"), ("Council", "a/owners/3")], "a/owners")
    assert [(plain_text(line.content), line.origin) for line in shown.blocks if isinstance(line, Paragraph)] == [
        ("Police", "a/owners/1"),
        ("Council", "a/owners/3"),
    ]


def test_one_text_stands_alone_and_several_are_bullets(cells: Cells) -> None:
    assert [type(block) for block in cells.texts(["One"], "a/aims").blocks] == [Paragraph]
    (bullets,) = cells.texts(["One", "Two"], "a/aims").blocks
    assert isinstance(bullets, List)
    assert list(block_texts((bullets,))) == ["One", "Two"]


def test_an_address_leads_there_where_that_is_safe(cells: Cells) -> None:
    (safe,) = cells.link("www.a.org", "a/link").blocks
    (unsafe,) = cells.link("javascript:alert(1)", "a/link").blocks
    assert isinstance(safe, Paragraph)
    assert isinstance(unsafe, Paragraph)
    assert isinstance(safe.content[0], Link)
    assert isinstance(unsafe.content[0], Value)


def test_an_answer_is_yes_or_no_in_a_cell_and_a_phrase_in_running_text(cells: Cells) -> None:
    yes, no = cells.answer("Has a vote", holds=True), cells.answer("Has a vote", holds=False)
    assert [list(block_texts(shown.blocks)) for shown in (yes, no)] == [["Yes"], ["No"]]
    assert (plain_text(yes.running), plain_text(no.running), no.is_empty) == ("Has a vote", "", True)


def test_a_status_has_its_shape_and_its_colour(cells: Cells) -> None:
    shown = cells.status(Status(word="Late", colour="red", shape="square"), "actions/a/status")
    assert shown.blocks == (Paragraph((StatusMark("Late", "\u25a0"),), "Status"),)
    assert shown.fill == "#f6c7c3"


def test_words_that_only_stand_in_may_be_a_field_to_fill_in(cells: Cells) -> None:
    (line,) = cells.waiting("None yet", "a/status", "a/status", "Status").blocks
    (blank,) = cells.waiting("", "a/status", "a/status", "Status").blocks
    assert isinstance(line, Paragraph)
    assert isinstance(blank, Paragraph)
    assert (line.style, line.origin, blank.style) == ("Status", "a/status", "Table Text")


def test_as_a_part_of_another_a_paragraph_keeps_its_field_and_figures_in_it_lose_theirs(cells: Cells) -> None:
    (line,) = cells.words("There were {asb} calls", "actions/a/update").blocks
    assert isinstance(line, Paragraph)
    (value,) = runs_of(line)
    assert isinstance(value, Value)
    assert (value.origin, value.content) == ("actions/a/update", (Text("There were "), Text("12"), Text(" calls")))
    assert runs_of(Paragraph((Text("x"),))) == (Text("x"),)
    own = Paragraph((Text("Tel: "), Value((Text("101"),), "a/phone")), origin="a/phone")
    assert runs_of(own) == own.content


@pytest.mark.parametrize(("count", "said"), [(0, ""), (1, "A"), (2, "A and B"), (3, "A, B and C")])
def test_names_are_joined_as_one_says_them(cells: Cells, count: int, said: str) -> None:
    assert plain_text(joined([(Text(name),) for name in "ABC"[:count]], cells.context)) == said
