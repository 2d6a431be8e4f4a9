from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cspdocs.compose.context import Context
from cspdocs.compose.structure import compose_structure
from cspdocs.document.drawing import Drawing
from cspdocs.document.nodes import Figure, List, Paragraph
from cspdocs.document.walk import block_texts
from cspdocs.plan.blocks import Structure
from cspdocs.plan.governance import Group

Start = Callable[..., Context]

GROUPS = (
    Group(id="asb", name="ASB Group", reports_to="unit"),
    Group(id="board", name="Board of {title}", chair="The Leader"),
    Group(id="unit", name="Unit", reports_to="board"),
    Group(id="forum", name="Forum"),
)


def made(context: Context, **fields: Any) -> list[Any]:
    return list(compose_structure(Structure(**fields), "sections/a/body/1", context))


def test_groups_are_drawn_and_told_in_the_same_words(start: Start) -> None:
    title, figure, listed = made(start(groups=GROUPS), title="Who reports to whom")
    assert (title.style, title.origin) == ("Table Title", "sections/a/body/1/title")
    assert isinstance(figure, Figure)
    assert isinstance(figure.image, Drawing)
    assert figure.image.labels == ("Board of Plan", "Chair: The Leader", "Unit", "ASB Group")
    assert figure.alt == "Chart of the groups. Unit reports to Board of Plan. ASB Group reports to Unit."
    assert isinstance(listed, List)
    assert list(block_texts([listed])) == ["Board of Plan", "Chair: The Leader", "Unit", "ASB Group", "Forum"]


def test_the_list_is_nested_as_the_groups_report(start: Start) -> None:
    listed = made(start(groups=GROUPS))[-1]
    board, forum = listed.items
    assert [type(block) for block in board.content] == [Paragraph, Paragraph, List]
    assert board.content[0].origin == "groups/board/name"
    assert len(forum.content) == 1


def test_a_structure_may_begin_at_a_group(start: Start) -> None:
    figure, listed = made(start(groups=GROUPS), root="unit")
    assert figure.image.labels == ("Unit", "ASB Group")
    assert list(block_texts([listed])) == ["Unit", "ASB Group"]


def test_each_group_at_the_top_that_has_others_below_it_is_a_chart(start: Start) -> None:
    groups = (*GROUPS, Group(id="panel", name="Panel", reports_to="forum"))
    assert [type(block) for block in made(start(groups=groups))] == [Figure, Figure, List]


def test_groups_that_report_to_nobody_are_listed_and_not_drawn(start: Start) -> None:
    groups = [Group(id="a", name="A"), Group(id="b", name="B", reports_to="gone")]
    (listed,) = made(start(groups=groups))
    assert list(block_texts([listed])) == ["A", "B"]
    assert made(start()) == []


def test_groups_that_report_in_a_circle_come_to_an_end(start: Start) -> None:
    groups = [Group(id="a", name="A", reports_to="b"), Group(id="b", name="B", reports_to="a")]
    assert made(start(groups=groups)) == []
    figure, _ = made(start(groups=groups), root="a")
    assert figure.image.labels == ("A", "B")
