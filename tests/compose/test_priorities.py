from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cspdocs.compose.context import Context
from cspdocs.compose.priorities import (
    compose_priority_list,
    figure_lines,
    has_details,
    priority_blocks,
    priority_rows,
    priority_title,
    title_list,
)
from cspdocs.document.nodes import Heading, Link, List, Paragraph, Table, Value
from cspdocs.document.walk import block_texts, inner_blocks, plain_text
from cspdocs.plan.blocks import PriorityList
from cspdocs.plan.directory import Organisation
from cspdocs.plan.governance import Strategy
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Priority
from rows import outline

Start = Callable[..., Context]
FULL = Priority(
    id="asb",
    title="ASB",
    number="Priority 1",
    scope="Nuisance.",
    why="It **grew**.",
    aims=["Fewer calls", "Quicker answers"],
    outcomes=["People feel safe"],
    owners=["tc", "The team"],
    figures=["calls", "gone"],
    strategies=["county", "plain", "gone"],
    priorities=[Priority(id="noise", title="Noise", priorities=[Priority(id="homes", title="In homes")])],
)
AROUND: dict[str, Any] = {
    "organisations": [Organisation(id="tc", name="The Council", short="TC")],
    "figures": [Measure(id="calls", label="calls", value="12", previous="10")],
    "strategies": [Strategy(id="county", title="County plan", link="www.a.org"), Strategy(id="plain", title="Housing plan")],
    "priorities": [FULL, Priority(id="young", title="Young people", kind="theme")],
}


def listed(start: Start, **asked: Any) -> Any:
    (made,) = compose_priority_list(PriorityList(**asked), start(**AROUND))
    return made


def nested(made: List) -> list[Any]:
    """The titles of a list, those inside an item in a list of their own."""
    blocks = (block for item in made.items for block in item.content)
    return [nested(block) if isinstance(block, List) else "".join(block_texts((block,))) for block in blocks]


def test_the_list_of_priorities_has_those_inside_others_below_them(start: Start) -> None:
    made = listed(start)
    assert nested(made) == ["Priority 1 ASB", ["Noise", ["In homes"]], "Young people"]
    assert not made.ordered


def test_they_may_be_counted_and_lose_the_numbers_that_they_are_given(start: Start) -> None:
    made = listed(start, form="numbers")
    assert (nested(made)[0], made.ordered, made.items[0].content[1].ordered) == ("ASB", True, False)


def test_only_those_of_a_kind_may_be_asked_for(start: Start) -> None:
    assert nested(listed(start, kind="theme")) == ["Young people"]
    assert list(compose_priority_list(PriorityList(kind="none"), start(**AROUND))) == []


def test_each_title_is_the_field_of_its_priority(start: Start) -> None:
    made = title_list([("priorities/asb", FULL)], start(**AROUND))
    origins = [block.origin for block in inner_blocks((made,)) if isinstance(block, Paragraph)]
    assert origins == [
        "priorities/asb/title",
        "priorities/asb/priorities/noise/title",
        "priorities/asb/priorities/noise/priorities/homes/title",
    ]


def test_a_number_and_a_title_are_each_a_field(start: Start) -> None:
    title = priority_title("priorities/asb", FULL, start())
    assert [node.origin for node in title if isinstance(node, Value)] == ["priorities/asb/number", "priorities/asb/title"]
    assert plain_text(title) == "Priority 1 ASB"


def test_what_is_said_of_a_priority_has_headings_where_it_is_longer(start: Start) -> None:
    made = list(priority_blocks("priorities/asb", FULL, 3, "here", start(**AROUND)))
    assert outline(made) == [
        *("Nuisance.", "Lead: TC and The team", "h3 Why this is a priority", "It grew."),
        *("h3 Our aims", "list of Fewer calls, Quicker answers", "h3 What we want to see", "list of People feel safe"),
        *("h3 The figures", "table of calls", "h3 Related strategies", "list of County plan, Housing plan"),
    ]
    assert [block.anchor for block in made if isinstance(block, Heading)] == [
        *("here-why", "here-aims", "here-outcomes", "here-figures", "here-strategies")
    ]


def test_in_brief_it_is_what_the_priority_covers(start: Start) -> None:
    assert outline(priority_blocks("priorities/asb", FULL, 3, "here", start(**AROUND), brief=True)) == ["Nuisance."]


def test_those_inside_it_may_be_listed_before_the_longer_parts(start: Start) -> None:
    made = outline(priority_blocks("priorities/asb", FULL, 3, "here", start(**AROUND), inner=True))
    assert made[2] == "list of Noise"


def test_a_strategy_leads_to_where_it_can_be_found(start: Start) -> None:
    *_, strategies = priority_blocks("priorities/asb", FULL, 3, "here", start(**AROUND))
    assert isinstance(strategies, List)
    lines = [block for item in strategies.items for block in item.content if isinstance(block, Paragraph)]
    assert [type(line.content[0]) for line in lines] == [Link, Value]


def test_for_a_table_it_is_a_row_each(start: Start) -> None:
    rows = priority_rows("priorities/asb", FULL, "Table Text", start(**AROUND))
    assert [list(block_texts(row)) for row in rows] == [
        ["Lead: TC and The team"],
        ["Why this is a priority", "It grew."],
        ["Our aims", "Fewer calls", "Quicker answers"],
        ["What we want to see", "People feel safe"],
        ["The figures", "calls: 12"],
        ["Related strategies", "County plan", "Housing plan"],
    ]
    assert not any(isinstance(block, Table) for row in rows for block in row)


def test_of_a_priority_with_a_title_alone_nothing_is_said(start: Start) -> None:
    bare = Priority(id="a", title="A", scope="Covered")
    assert priority_rows("priorities/a", bare, "Table Text", start()) == ()
    assert not has_details(bare)
    assert has_details(FULL)


def test_the_figures_of_a_priority_in_words_are_fields(start: Start) -> None:
    (line,) = figure_lines(FULL, start(**AROUND))
    assert [node.origin for node in line if isinstance(node, Value)] == ["figures/calls/label", "figures/calls/value"]
