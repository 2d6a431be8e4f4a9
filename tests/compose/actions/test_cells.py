from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.actions.cells import ActionCells, ActionStyle
from cspdocs.compose.cells import Shown
from cspdocs.compose.columns import Headed
from cspdocs.compose.context import Context
from cspdocs.document.nodes import Paragraph, StatusMark, Value
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan.blocks import ACTION_FIELDS, Year
from cspdocs.plan.directory import Organisation
from cspdocs.plan.governance import Group
from cspdocs.plan.model import Action, Priority, Programme, Update
from cspdocs.plan.status import Status

Start = Callable[..., Context]
BODIES = [Organisation(id="kp", name="Kent Police"), Organisation(id="tmbc", name="The Borough", short="TMBC")]
NAMED = [Priority(id="asb", title="Anti-social behaviour", short="ASB", priorities=[Priority(id="noise", title="Noise")])]


def show(
    start: Start,
    field: str,
    *,
    plan: Any = None,
    year: Year = "current",
    shown: tuple[str, ...] = (),
    marks: bool = False,
    when: str = "",
    **given: Any,
) -> Shown:
    """What a column shows of an action."""
    action = Action(**{"id": "x", "title": "X", **given})
    around = {"organisations": BODIES, "groups": [Group(id="board", name="Board")], "priorities": NAMED}
    context = start(**{**around, **(plan or {})})
    cells = ActionCells(context, ActionStyle("Table Text", marks=marks), year, {"x": "1.1"}, shown)
    return cells.show(action, "actions/x", Headed(field, (), when=when))


def texts(shown: Shown) -> list[str]:
    return list(block_texts(shown.blocks))


def origins(shown: Shown) -> list[str]:
    return [getattr(block, "origin", "") for block in shown.blocks]


@pytest.mark.parametrize(
    ("field", "given", "printed", "paths"),
    [
        ("action", {"title": "**Walk** & <talk> [x](y)"}, ["**Walk** & <talk> [x](y)"], ["title"]),
        ("number", {}, ["1.1"], [""]),
        ("number", {"number": "2.10"}, ["1.1"], ["number"]),
        ("priority", {"priority": "asb"}, ["ASB"], ["priorities/asb/short"]),
        ("priority", {"priority": "noise"}, ["Noise"], ["priorities/asb/priorities/noise/title"]),
        ("also", {"also": ["asb", "gone", "noise"]}, ["ASB", "Noise"], None),
        ("owners", {"owners": ["kp", "tmbc", "board", "All of us"]}, ["Kent Police", "TMBC", "Board", "All of us"], None),
        ("partners", {"partners": ["tmbc", "A club"]}, ["TMBC", "A club"], ["partners/1", "partners/2"]),
        ("due", {"due": "Annually in April"}, ["Annually in April"], ["due"]),
        ("resources", {"resources": "Two:\n\n- a van"}, ["Two:", "a van"], None),
        ("cost", {"cost": "£1,200"}, ["£1,200"], ["cost"]),
        ("funding", {"funding": "A grant"}, ["A grant"], ["funding"]),
        ("target", {"target": "40"}, ["40"], ["target"]),
        ("update", {"update": "*Done*"}, ["Done"], ["update"]),
        ("updates", {"updates": [Update(text="Done", when="Q1")]}, ["Q1: Done"], None),
        ("Why we do it", {"details": {"Why we do it": "They **asked**."}}, ["They asked."], ["details/Why we do it"]),
    ],
)
def test_each_field_of_an_action_has_a_column(
    start: Start, field: str, given: Any, printed: list[str], paths: list[str] | None
) -> None:
    shown = show(start, field, **given)
    assert texts(shown) == printed
    if paths is not None:
        assert origins(shown) == [path if path.startswith("priorities") else path and f"actions/x/{path}" for path in paths]


@pytest.mark.parametrize("field", [field for field in ACTION_FIELDS if field not in ("number", "action")])
def test_what_an_action_does_not_say_is_told_by_the_words_for_that(start: Start, field: str) -> None:
    shown = show(start, field)
    said = "None yet" if field in ("update", "status") else "\u2013"
    assert (shown.is_empty, texts(shown)) == (True, [said])


@pytest.mark.parametrize(
    ("field", "path"), [("owners", "owners/1"), ("update", "update"), ("status", "status"), ("due", "")]
)
def test_what_others_are_to_fill_in_is_a_field_even_while_it_is_empty(start: Start, field: str, path: str) -> None:
    assert origins(show(start, field)) == [path and f"actions/x/{path}"]


def test_each_owner_is_a_field_of_its_own(start: Start) -> None:
    assert origins(show(start, "owners", owners=["A", "kp"])) == ["actions/x/owners/1", "actions/x/owners/2"]


def test_other_priorities_are_a_phrase_in_running_text(start: Start) -> None:
    assert plain_text(show(start, "also", also=["asb", "noise"]).running) == "Also serves: ASB and Noise"


def test_a_status_is_a_word_with_its_mark_and_colour_whatever_its_case(start: Start) -> None:
    shown = show(start, "status", status="complete")
    assert shown.blocks == (Paragraph((StatusMark("Complete", "\u25cf"),), "Status"),)
    assert shown.fill == "#c9e7cb"


def test_a_status_may_bring_a_colour_of_its_own_or_none(start: Start) -> None:
    own = {"statuses": [Status(word="Red", colour="#FF0000", shape="square"), Status(word="Plain")]}
    assert show(start, "status", plan=own, status="Red").fill == "#ff0000"
    assert show(start, "status", plan=own, status="Plain").fill == ""


def test_an_unknown_status_is_printed_as_it_is(start: Start) -> None:
    assert texts(show(start, "status", status="Nearly")) == ["Nearly"]


def test_a_column_of_statuses_may_be_of_one_time(start: Start) -> None:
    updates = [Update(text="a", when="Q1", status="Complete"), Update(text="b", when="Q2")]
    assert texts(show(start, "status", when="Q1", updates=updates)) == ["\u25cf\u00a0Complete"]
    assert show(start, "status", when="Q2", updates=updates).is_empty


def test_where_dated_updates_stand_elsewhere_none_is_said_to_be_missing(start: Start) -> None:
    shown = show(start, "update", updates=[Update(text="Done", when="Q1")])
    assert (shown.is_empty, texts(shown), origins(shown)) == (True, ["\u2013"], [""])


@pytest.mark.parametrize(
    ("fields", "moved"),
    [
        ({"id": "old"}, "Carried over"),
        ({"continues": "old"}, "Carried over"),
        ({}, "New"),
        ({"dropped": "No grant"}, "Dropped: No grant"),
    ],
)
def test_where_an_action_comes_from_is_told_in_a_word(start: Start, fields: Any, moved: str) -> None:
    given = {"id": "x", "title": "X", **fields}
    plan = {"previous": Programme(actions=[Action(id="old", title="Old")]), "actions": [Action(**given)]}
    assert texts(show(start, "movement", plan=plan, **fields)) == [moved]


@pytest.mark.parametrize(
    ("fields", "moved"),
    [
        ({}, "\u2013"),
        ({"status": "complete"}, "Closed"),
        ({"dropped": "No grant"}, "Dropped: No grant"),
        ({"id": "y"}, "Carried over"),
    ],
)
def test_so_is_what_became_of_last_years(start: Start, fields: Any, moved: str) -> None:
    before = Action(**{"id": "x", "title": "X", **fields})
    plan = {"previous": Programme(actions=[before]), "actions": [Action(id="y", title="Y")]}
    assert texts(show(start, "movement", plan=plan, year="previous", **fields)) == [moved]


def test_it_may_stand_after_the_title_which_stays_a_field(start: Start) -> None:
    plan = {"previous": Programme(actions=[])}
    shown = show(start, "action", plan=plan, marks=True, title="Walk")
    (line,) = shown.blocks
    assert isinstance(line, Paragraph)
    assert plain_text(line.content) == "Walk (New)"
    assert [node.origin for node in line.content if isinstance(node, Value)] == ["actions/x/title"]
    assert texts(show(start, "action", marks=True, title="Walk")) == ["Walk"]


def test_a_number_that_was_given_stands_before_the_title_where_no_column_has_it(start: Start) -> None:
    (line,) = show(start, "action", title="Walk", number="2.10").blocks
    assert isinstance(line, Paragraph)
    assert plain_text(line.content) == "2.10 Walk"
    assert [node.origin for node in line.content if isinstance(node, Value)] == ["actions/x/number", "actions/x/title"]
    assert texts(show(start, "action", shown=("number",), title="Walk", number="2.10")) == ["Walk"]


def test_why_an_action_was_dropped_is_told_below_its_title_unless_a_column_does(start: Start) -> None:
    for marks in (True, False):
        assert texts(show(start, "action", marks=marks, title="Walk", dropped="No grant")) == ["Walk", "Dropped: No grant"]
    assert texts(show(start, "action", shown=("movement",), title="Walk", dropped="No grant")) == ["Walk"]


def test_no_cell_is_empty_but_that_of_a_title_which_must_be_given(start: Start) -> None:
    (line,) = show(start, "action", title="").blocks
    assert isinstance(line, Paragraph)
    assert line.content == ()
