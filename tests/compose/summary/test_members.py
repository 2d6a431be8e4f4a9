from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from cspdocs.compose.context import Context
from cspdocs.compose.summary.members import compose_partners, compose_unit
from cspdocs.document.nodes import Block, Grid, List, Paragraph
from cspdocs.document.walk import block_texts
from cspdocs.plan.blocks import Text
from cspdocs.plan.directory import Organisation
from cspdocs.plan.governance import Group, Kind
from cspdocs.plan.model import Section

Start = Callable[..., Context]

POLICE = Organisation(id="police", name="Kent Police", kind="statutory", voting=True)
FIRE = Organisation(id="fire", name="Fire Service", kind="statutory", voting=True)
FORUM = Organisation(id="forum", name="Forum", kind="other")
WARDENS = Organisation(id="wardens", name="Wardens", kind="daily", note="on foot")


def texts(blocks: Iterable[Block]) -> list[str]:
    return list(block_texts(blocks))


def partners(start: Start, **fields: Any) -> list[str]:
    return texts(compose_partners(start(**fields)))[1:]


def test_partners_of_each_kind_stand_together_with_their_vote(start: Start) -> None:
    said = partners(start, organisations=[FORUM, POLICE, FIRE])
    assert said == ["Statutory partners", "Each has a vote.", "Kent Police", "Fire Service", "Other partners", "Forum"]


def test_what_the_plan_says_of_votes_is_not_said_twice_and_other_words_do_not_hide_them(start: Start) -> None:
    kinds = [Kind(id="statutory", title="By law", text="All of them vote.")]
    assert partners(start, organisations=[POLICE], kinds=kinds) == ["By law", "All of them vote.", "Kent Police"]
    kinds = [Kind(id="statutory", title="By law", text="Since 1998.")]
    said = partners(start, organisations=[POLICE], kinds=kinds)
    assert said == ["By law", "Since 1998.", "Each has a vote.", "Kent Police"]


def test_where_only_some_of_a_kind_have_a_vote_it_stands_with_their_names(start: Start) -> None:
    silent = Organisation(id="nhs", name="NHS", kind="statutory")
    said = partners(start, organisations=[POLICE, silent])
    assert said == ["Statutory partners", "Kent Police (has a vote)", "NHS"]


def test_partners_of_no_kind_stand_side_by_side(start: Start) -> None:
    organisations = [Organisation(id=name, name=name) for name in "ABCD"]
    heading, grid = compose_partners(start(organisations=organisations))
    assert isinstance(grid, Grid)
    assert (grid.columns, texts([grid])) == (3, ["A", "B", "C", "D"])
    assert texts([heading]) == ["Who is in the partnership"]


def test_those_of_no_kind_come_after_those_of_one(start: Start) -> None:
    said = partners(start, organisations=[Organisation(id="x", name="X"), FORUM])
    assert said == ["Other partners", "Forum", "Other members", "X"]


def test_many_partners_are_named_in_running_text(start: Start) -> None:
    organisations = [Organisation(id=f"o{n}", name=f"O{n}") for n in range(19)]
    _, names = compose_partners(start(organisations=organisations))
    assert isinstance(names, Paragraph)
    assert texts([names])[0].endswith("O17 and O18")
    both = [POLICE, *(Organisation(id=f"o{n}", name=f"O{n}", kind="other") for n in range(9))]
    (grid,) = [block for block in compose_partners(start(organisations=both)) if isinstance(block, Grid)]
    assert not any(isinstance(block, List) for cell in grid.entries for block in cell.content)


def test_who_takes_the_chair_stands_below_the_partners_or_alone(start: Start) -> None:
    assert partners(start, chair="The council.")[-1] == "Chair: The council."
    assert partners(start, chair="- A\n- B") == ["Chair", "A", "B"]
    assert texts(compose_partners(start())) == []


def test_members_that_are_not_listed_are_not_partners(start: Start) -> None:
    assert partners(start, organisations=[FORUM, Organisation(id="x", name="X", listed=False)])[-1] == "Forum"


def test_kinds_that_are_only_in_groups_below_are_told_of_there(start: Start) -> None:
    groups = [
        Group(id="board", name="Board"),
        Group(id="csu", name="CSU", reports_to="board", members=["police", "wardens"]),
    ]
    kinds = [Kind(id="statutory", title="By law"), Kind(id="daily", title="Daily")]
    context = start(organisations=[POLICE, FIRE, WARDENS], groups=groups, kinds=kinds)
    assert texts(compose_partners(context))[1:] == ["By law", "Each has a vote.", "Kent Police", "Fire Service"]
    assert "Agencies: Kent Police and Wardens (on foot)" in texts(compose_unit(context))
    # Where nobody would be left, all of them are partners.
    assert "Wardens" in partners(start, organisations=[WARDENS], groups=groups, kinds=kinds)


def test_the_unit_says_what_it_is_for_how_often_it_meets_and_who_belongs_to_it(start: Start) -> None:
    unit = Group(id="csu", name="The Unit", reports_to="board", purpose="Solves.", meets="weekly", chair="A. Smith")
    groups = [Group(id="board", name="Board"), unit]
    assert texts(compose_unit(start(groups=groups))) == ["The Unit", "Solves.", "Meets: weekly, Chair: A. Smith"]
    section = Section(id="u", kind="unit", title="Our unit", body=[Text(text="It acts.")])
    assert texts(compose_unit(start(groups=groups, sections=[section])))[0] == "Our unit"
    assert texts(compose_unit(start(groups=groups, sections=[section])))[-1] == "It acts."


def test_several_groups_are_listed_with_what_they_are_for(start: Start) -> None:
    groups = [
        Group(id="board", name="Board"),
        Group(id="asb", name="ASB group", reports_to="board", purpose="Tasks."),
        Group(id="da", name="DA group", kind="operational"),
    ]
    said = texts(compose_unit(start(groups=groups)))
    assert said[1:] == ["ASB group: Tasks.", "DA group"]


def test_a_board_alone_is_no_unit_unless_the_plan_tells_of_one(start: Start) -> None:
    groups = [Group(id="csu", name="CSU", purpose="Acts.")]
    assert texts(compose_unit(start(groups=groups))) == []
    sections = [Section(id="u", kind="unit")]
    assert texts(compose_unit(start(groups=groups, sections=sections))) == ["The Community Safety Unit", "Acts."]
    assert texts(compose_unit(start(sections=sections))) == []


def test_a_group_of_which_nothing_is_said_leaves_no_gap(start: Start) -> None:
    assert texts(compose_unit(start(groups=[Group(id="csu", name="CSU", kind="unit")]))) == []
