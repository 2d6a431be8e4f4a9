from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cspdocs.compose.context import Context
from cspdocs.compose.registers.matrix import compose_matrix
from cspdocs.document.nodes import Table
from cspdocs.plan.blocks import Register
from cspdocs.plan.governance import Strategy
from cspdocs.plan.model import Priority
from rows import body, headings

Start = Callable[..., Context]
INNER = Priority(id="n", title="N", strategies=["b"])
PRIORITIES = [
    Priority(id="asb", title="Anti-social behaviour", short="ASB", priorities=[INNER]),
    Priority(id="drugs", title="Drugs", strategies=["a", "gone"]),
]
STRATEGIES = [Strategy(id=name, title=name.upper(), kind="county" if name == "c" else "") for name in "abc"]


def matrix(start: Start, kind: str = "", **plan: Any) -> list[Table]:
    asked = Register(what="strategies", form="matrix", kind=kind)
    return list(compose_matrix(asked, start(**{"priorities": PRIORITIES, "strategies": STRATEGIES, **plan})))


def test_it_says_which_strategies_each_priority_serves_or_one_inside_it(start: Start) -> None:
    (table,) = matrix(start)
    assert headings(table) == ["Title", "ASB", "Drugs"]
    assert body(table) == [["A", "\u2013", "Yes"], ["B", "Yes", "\u2013"], ["C", "\u2013", "\u2013"]]


def test_where_there_are_more_priorities_than_strategies_they_are_the_rows(start: Start) -> None:
    (table,) = matrix(start, strategies=STRATEGIES[:1])
    assert (headings(table), body(table)) == (["Priority", "A"], [["ASB", "\u2013"], ["Drugs", "Yes"]])


def test_titles_are_fields_of_what_they_name(start: Start) -> None:
    (table,) = matrix(start)
    assert [cell.content[0].origin for cell in table.header[0].cells if hasattr(cell.content[0], "origin")] == [
        *("", "priorities/asb/short", "priorities/drugs/title")
    ]
    (first, *_) = table.rows[0].cells[0].content
    assert getattr(first, "origin", "") == "strategies/a/title"


def test_only_strategies_of_a_kind_may_be_asked_for(start: Start) -> None:
    (table,) = matrix(start, kind="county")
    assert headings(table) == ["Priority", "C"]


def test_without_either_there_is_none(start: Start) -> None:
    assert matrix(start, priorities=[]) == []
    assert matrix(start, strategies=[]) == []


def test_more_than_the_page_holds_is_told(start: Start) -> None:
    many = [Priority(id=f"p{number}", title="Responsibilities") for number in range(30)]
    strategies = [Strategy(id=f"s{number}", title="Accountabilities") for number in range(30)]
    context = start(priorities=many, strategies=strategies)
    (table,) = compose_matrix(Register(what="strategies", form="matrix"), context)
    assert sum(table.widths) <= context.page.text_width
    assert [finding.code for finding in context.findings] == ["narrow-columns"]
