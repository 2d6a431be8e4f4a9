from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cspdocs.compose.context import Context
from cspdocs.compose.directory import compose_directory
from cspdocs.document.nodes import Grid, Table
from cspdocs.document.walk import block_texts
from cspdocs.plan.blocks import Directory
from cspdocs.plan.directory import Organisation
from cspdocs.plan.governance import Kind
from rows import body, headings, outline

Start = Callable[..., Context]
BODIES = [
    Organisation(
        id="a",
        name="A",
        kind="statutory",
        note="Chairs",
        voting=True,
        people=["A. Smith"],
        address=["1 High Street"],
        phone="101",
    ),
    Organisation(id="b", name="B"),
    Organisation(id="c", name="C", listed=False),
    Organisation(id="d", name="D", kind="other"),
]
KINDS = [Kind(id="statutory", title="Statutory partners", text="They vote."), Kind(id="other", title="Other partners")]


def directory(start: Start, heading: str = "Members", **fields: Any) -> list[Any]:
    asked = {name: fields.pop(name) for name in ("kind", "form") if name in fields}
    context = start(organisations=BODIES, **fields)
    context.heading = heading
    return list(compose_directory(Directory(**asked), 2, "here", "sections/s/body/1", context))


def entries(grid: Grid) -> list[list[str]]:
    return [list(block_texts(entry.content)) for entry in grid.entries]


def test_the_directory_shows_those_that_are_listed_with_all_that_is_said_of_them(start: Start) -> None:
    (grid,) = directory(start)
    assert isinstance(grid, Grid)
    assert entries(grid) == [["A", "A. Smith", "1 High Street", "Tel: 101", "Has a vote", "Chairs"], ["B"], ["D"]]
    assert [entry.origin for entry in grid.entries] == ["organisations/a", "organisations/b", "organisations/d"]


def test_only_those_of_a_kind_may_be_asked_for(start: Start) -> None:
    (grid,) = directory(start, kind="other")
    assert entries(grid) == [["D"]]
    assert directory(start, kind="none") == []


def test_declared_kinds_have_headings_and_those_of_none_come_first(start: Start) -> None:
    made = directory(start, kinds=KINDS)
    assert outline(made) == ["B", "h2 Statutory partners", "They vote.", "A", "h2 Other partners", "D"]
    assert [block.title for block in made if isinstance(block, Grid)] == ["", "Statutory partners", "Other partners"]


def test_one_kind_alone_has_its_heading_too_unless_the_section_has_it(start: Start) -> None:
    assert outline(directory(start, kinds=KINDS, kind="other")) == ["h2 Other partners", "D"]
    assert outline(directory(start, kinds=KINDS, kind="other", heading="Other partners")) == ["D"]


def test_as_a_table_it_says_who_has_a_vote(start: Start) -> None:
    (table,) = directory(start, form="table")
    assert isinstance(table, Table)
    assert headings(table) == ["Organisation", "Represented by", "Contact", "Has a vote", "Note"]
    assert body(table) == [
        ["A", "A. Smith", "1 High Street\nTel: 101", "Yes", "Chairs"],
        ["B", "\u2013", "\u2013", "No", "\u2013"],
        ["D", "\u2013", "\u2013", "No", "\u2013"],
    ]
    assert table.title == "Members"


def test_as_a_list_it_says_so_in_words(start: Start) -> None:
    (made,) = directory(start, form="list")
    assert [list(block_texts(item.content)) for item in made.items] == [
        ["A", "Represented by: A. Smith; 1 High Street; Tel: 101; Has a vote; Note: Chairs"],
        ["B"],
        ["D"],
    ]
