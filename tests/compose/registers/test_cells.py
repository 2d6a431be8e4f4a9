from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.context import Context
from cspdocs.compose.registers.cells import RegisterCells, Thing
from cspdocs.document.nodes import Link, List, Paragraph
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan.directory import Organisation
from cspdocs.plan.governance import Group, Kind, Meeting, Strategy
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Priority, Revision
from cspdocs.template.layouts import REGISTER_FIELDS

Start = Callable[..., Context]
COUNCIL = Organisation(id="tc", name="The Council", short="TC")
PLAN: dict[str, Any] = {
    "organisations": [COUNCIL],
    "groups": [Group(id="board", name="Board")],
    "kinds": [Kind(id="county", title="County approaches")],
    "figures": [Measure(id="calls", label="calls", value="12")],
    "strategies": [Strategy(id="housing", title="Housing plan")],
}
GROUP = Group(
    id="csu",
    name="Unit",
    kind="county",
    purpose="Shares:\n\n- news",
    chair="The head",
    meets="monthly",
    reports_to="board",
    members=["tc", "board", "Age UK"],
)
MEETING = Meeting(date="May", group="board", place="Town Hall", subject="Q2", public=True)
STRATEGY = Strategy(id="s", title="Plan", kind="none", owner="tc", period="2022", link="www.a.org", note="*Regard*")
REVISION = Revision(version="1.0", date="May", author="Us", note="First")
PRIORITY = Priority(
    id="asb",
    title="ASB",
    number="1",
    short="A",
    scope="All",
    why="Grew",
    aims=["One"],
    outcomes=["One", "Two"],
    owners=["tc"],
    figures=["calls", "gone"],
    strategies=["housing", "gone"],
)
BODY = Organisation(
    id="forum",
    name="Forum",
    short="F",
    kind="county",
    voting=True,
    people=["A. Smith", "B. Jones"],
    address=["1 High Street", "Oldbridge"],
    phone="101",
    email="f@a.org",
    web="a.org",
    note="Meets in *private*.",
)


def show(start: Start, thing: Thing, field: str, path: str = "things/x") -> Any:
    return RegisterCells(start(**PLAN), "Table Text").show(thing, path, field)


def texts(shown: Any) -> list[str]:
    return list(block_texts(shown.blocks))


@pytest.mark.parametrize(
    ("thing", "field", "printed"),
    [
        (GROUP, "name", ["Unit"]),
        (GROUP, "kind", ["County approaches"]),
        (GROUP, "purpose", ["Shares:", "news"]),
        (GROUP, "chair", ["The head"]),
        (GROUP, "meets", ["monthly"]),
        (GROUP, "reports-to", ["Board"]),
        (GROUP, "members", ["The Council", "Board", "Age UK"]),
        (MEETING, "date", ["May"]),
        (MEETING, "group", ["Board"]),
        (Meeting(date="May", group="Full Council"), "group", ["Full Council"]),
        (MEETING, "place", ["Town Hall"]),
        (MEETING, "subject", ["Q2"]),
        (MEETING, "public", ["Yes"]),
        (STRATEGY, "title", ["Plan"]),
        (STRATEGY, "kind", ["none"]),
        (STRATEGY, "owner", ["The Council"]),
        (STRATEGY, "period", ["2022"]),
        (STRATEGY, "link", ["www.a.org"]),
        (STRATEGY, "note", ["Regard"]),
        (REVISION, "version", ["1.0"]),
        (REVISION, "date", ["May"]),
        (REVISION, "author", ["Us"]),
        (REVISION, "note", ["First"]),
        (PRIORITY, "title", ["1 ASB"]),
        (PRIORITY, "number", ["1"]),
        (PRIORITY, "short", ["A"]),
        (PRIORITY, "kind", ["Priorities"]),
        (PRIORITY, "scope", ["All"]),
        (PRIORITY, "why", ["Grew"]),
        (PRIORITY, "aims", ["One"]),
        (PRIORITY, "outcomes", ["One", "Two"]),
        (PRIORITY, "owners", ["TC"]),
        (PRIORITY, "figures", ["calls: 12"]),
        (PRIORITY, "strategies", ["Housing plan"]),
        (BODY, "name", ["Forum"]),
        (BODY, "short", ["F"]),
        (BODY, "kind", ["County approaches"]),
        (BODY, "voting", ["Yes"]),
        (BODY, "people", ["A. Smith", "B. Jones"]),
        (BODY, "address", ["1 High Street", "Oldbridge"]),
        (BODY, "phone", ["Tel: 101"]),
        (BODY, "email", ["Email: f@a.org"]),
        (BODY, "web", ["a.org"]),
        (BODY, "contact", ["1 High Street", "Oldbridge", "Tel: 101", "Email: f@a.org", "a.org"]),
        (BODY, "note", ["Meets in private."]),
    ],
)
def test_each_thing_has_a_cell_for_each_of_its_columns(start: Start, thing: Thing, field: str, printed: list[str]) -> None:
    assert texts(show(start, thing, field)) == printed


def test_all_columns_that_a_template_may_ask_for_are_among_these(start: Start) -> None:
    things = {
        "groups": GROUP,
        "meetings": MEETING,
        "strategies": STRATEGY,
        "versions": REVISION,
        "priorities": PRIORITY,
        "organisations": BODY,
    }
    for register, thing in things.items():
        assert [field for field in REGISTER_FIELDS[register] if show(start, thing, field).is_empty] == []


@pytest.mark.parametrize(
    ("thing", "fields"),
    [
        (Group(id="g", name="G"), ("kind", "purpose", "chair", "meets", "reports-to", "members")),
        (Group(id="g", name="G", reports_to="gone"), ("reports-to",)),
        (Meeting(date="May"), ("group", "place", "subject")),
        (Strategy(id="s", title="S"), ("kind", "owner", "period", "link", "note")),
        (Revision(version="1"), ("date", "author", "note")),
        (Priority(id="p", title="P"), ("number", "short", "scope", "why", "aims", "outcomes")),
        (Priority(id="p", title="P"), ("owners", "figures", "strategies")),
        (Organisation(id="o", name="O"), ("short", "kind", "people", "address", "phone", "email", "web", "contact", "note")),
    ],
)
def test_what_is_not_said_is_blank(start: Start, thing: Thing, fields: tuple[str, ...]) -> None:
    for field in fields:
        shown = show(start, thing, field)
        assert (field, shown.is_empty, texts(shown)) == (field, True, ["\u2013"])


def test_who_has_no_vote_and_what_is_not_open_says_no(start: Start) -> None:
    for thing, field in ((Organisation(id="o", name="O"), "voting"), (Meeting(date="May"), "public")):
        shown = show(start, thing, field)
        assert (shown.is_empty, texts(shown)) == (True, ["No"])


@pytest.mark.parametrize(
    ("thing", "field", "said"),
    [
        (GROUP, "chair", "Chair: The head"),
        (MEETING, "public", "Open to the public"),
        (BODY, "voting", "Has a vote"),
        (BODY, "contact", "1 High Street, Oldbridge; Tel: 101; Email: f@a.org; a.org"),
    ],
)
def test_some_have_words_of_their_own_in_running_text(start: Start, thing: Thing, field: str, said: str) -> None:
    assert plain_text(show(start, thing, field).running) == said


def test_names_of_other_things_are_fields_of_these_and_typed_ones_of_the_thing(start: Start) -> None:
    def origins(thing: Thing, field: str) -> list[str]:
        return [block.origin for block in show(start, thing, field).blocks]

    assert origins(GROUP, "reports-to") == ["groups/board/name"]
    assert origins(GROUP, "members") == ["things/x/members/1", "things/x/members/2", "things/x/members/3"]
    assert origins(MEETING, "group") == ["groups/board/name"]
    assert origins(Meeting(date="May", group="Full Council"), "group") == ["things/x/group"]
    assert origins(PRIORITY, "strategies") == ["strategies/housing/title"]
    assert origins(REVISION, "version") == [""]
    assert origins(GROUP, "kind") == [""]


def test_where_to_find_a_strategy_is_a_link(start: Start) -> None:
    (line,) = show(start, STRATEGY, "link").blocks
    assert isinstance(line.content[0], Link)


def test_a_priority_inside_another_is_a_bullet(start: Start) -> None:
    (inside,) = show(start, PRIORITY, "title", "priorities/a/priorities/asb").blocks
    (at_the_top,) = show(start, PRIORITY, "title", "priorities/asb").blocks
    assert isinstance(inside, List)
    assert isinstance(at_the_top, Paragraph)
