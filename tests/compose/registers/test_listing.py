from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.context import Context
from cspdocs.compose.registers.listing import compose_register
from cspdocs.document.nodes import Table
from cspdocs.document.walk import block_texts
from cspdocs.plan.blocks import Register
from cspdocs.plan.directory import Organisation
from cspdocs.plan.governance import Group, Kind, Meeting, Strategy
from cspdocs.plan.model import Priority, Release, Revision
from rows import body, headings, outline

Start = Callable[..., Context]
KINDS = [Kind(id="strategic", title="Strategic groups", text="They decide."), Kind(id="working", title="Working groups")]
GROUPS = [
    Group(id="csu", name="Unit", kind="working", reports_to="board"),
    Group(id="board", name="Board", kind="strategic", meets="each quarter"),
]
INNER = Priority(id="b", title="B")
PLAN: dict[str, Any] = {
    "groups": GROUPS,
    "meetings": [Meeting(date="May", group="board", public=True), Meeting(date="June", group="Full Council")],
    "strategies": [Strategy(id="s", title="Housing", kind="county"), Strategy(id="t", title="Licensing")],
    "organisations": [
        Organisation(id="tc", name="The Council", kind="statutory", voting=True),
        Organisation(id="club", name="Club", listed=False),
        Organisation(id="forum", name="Forum", kind="other"),
    ],
    "priorities": [Priority(id="a", title="A", priorities=[INNER]), Priority(id="c", title="C", kind="theme")],
    "release": Release(stage="final", history=[Revision(version="1.0", date="May 2024", note="First")]),
}


def register(context: Context, what: Any, **asked: Any) -> list[Any]:
    return list(compose_register(Register(what=what, **asked), 2, "here", "sections/s/body/1", context))


def one_table(context: Context, what: Any, **asked: Any) -> Table:
    (table,) = (block for block in register(context, what, **asked) if isinstance(block, Table))
    return table


@pytest.mark.parametrize(
    ("what", "titles", "origins"),
    [
        ("groups", ["Unit", "Board"], ["groups/csu", "groups/board"]),
        ("meetings", ["May", "June"], ["meetings/1", "meetings/2"]),
        ("strategies", ["Housing", "Licensing"], ["strategies/s", "strategies/t"]),
        ("versions", ["1.0"], ["release/history/1.0"]),
        ("priorities", ["A", "B", "C"], ["priorities/a", "priorities/a/priorities/b", "priorities/c"]),
        ("organisations", ["The Council", "Forum"], ["organisations/tc", "organisations/forum"]),
    ],
)
def test_a_register_is_a_table_with_a_row_for_each_thing(
    start: Start, what: str, titles: list[str], origins: list[str]
) -> None:
    table = one_table(start(**PLAN), what)
    assert [row[0] for row in body(table)] == titles
    assert [row.origin for row in table.rows] == origins


def test_columns_in_which_nothing_would_stand_are_left_out(start: Start) -> None:
    assert headings(one_table(start(**PLAN), "groups")) == ["Group", "Meets", "Reports to"]
    assert headings(one_table(start(**PLAN), "meetings")) == ["Date", "Meeting", "Open to the public"]


@pytest.mark.parametrize("what", ["groups", "meetings", "strategies", "priorities", "organisations"])
def test_of_what_a_plan_does_not_have_there_is_nothing(start: Start, what: str) -> None:
    assert register(start(), what) == []
    assert register(start(), what, form="list") == []


def test_as_a_list_each_thing_is_an_item_with_the_rest_in_words(start: Start) -> None:
    (made,) = register(start(**PLAN), "meetings", form="list")
    assert [list(block_texts(item.content)) for item in made.items] == [
        ["May", "Meeting: Board; Open to the public"],
        ["June", "Meeting: Full Council"],
    ]


def test_things_of_declared_kinds_stand_below_a_band_or_a_heading_for_each(start: Start) -> None:
    context = start(**PLAN, kinds=KINDS)
    assert [row[0] for row in body(one_table(context, "groups"))] == [
        *("Strategic groups\nThey decide.", "Board", "Working groups", "Unit")
    ]
    assert outline(register(context, "groups", form="list")) == [
        *("h2 Strategic groups", "They decide.", "list of Board", "h2 Working groups", "list of Unit")
    ]


def test_not_where_some_say_no_kind_or_one_kind_is_asked_for(start: Start) -> None:
    groups = [*GROUPS, Group(id="night", name="Night group")]
    context = start(kinds=KINDS, groups=groups)
    assert [row[0] for row in body(one_table(context, "groups"))] == ["Unit", "Board", "Night group"]
    assert [row[0] for row in body(one_table(context, "groups", kind="working"))] == ["Unit"]


def test_only_priorities_of_a_kind_may_be_asked_for(start: Start) -> None:
    assert [row[0] for row in body(one_table(start(**PLAN), "priorities", kind="theme"))] == ["C"]


def test_a_register_is_called_as_its_section_is(start: Start) -> None:
    context = start(**PLAN)
    context.heading = "Who meets when"
    assert one_table(context, "meetings").title == "Who meets when"


def test_versions_begin_with_the_state_of_the_document_and_their_list_has_a_heading(start: Start) -> None:
    made = register(start(**PLAN), "versions")
    assert outline(made) == ["State", "h2 Version history", "table of 1.0"]
    assert (made[1].anchor, made[2].title) == ("here-history", "Version history")
    assert outline(register(start(**PLAN), "versions", form="list"))[2] == "list of 1.0"
    assert outline(register(start(), "versions")) == ["State"]


def test_strategies_may_be_set_against_priorities(start: Start) -> None:
    assert headings(one_table(start(**PLAN), "strategies", form="matrix")) == ["Title", "A", "C"]
    assert len(register(start(**PLAN), "groups", form="matrix")) == 1
