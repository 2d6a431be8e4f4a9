from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cspdocs.compose.context import Context
from cspdocs.compose.prioritysection import compose_priority
from cspdocs.plan.blocks import ActionTables
from cspdocs.plan.model import Action, Priority, Programme, Section
from cspdocs.plan.period import Period
from rows import outline

Start = Callable[..., Context]
INNER = Priority(id="noise", title="Noise")
ASB = Priority(id="asb", title="ASB", scope="Nuisance.", why="It grew.", priorities=[INNER])


def section(start: Start, *body: Any, priority: str = "asb", **fields: Any) -> list[str]:
    asked = Section(id="s", kind="priority", priority=priority, body=body)
    context = start(**{"priorities": [ASB], "sections": [asked], "period": Period.financial(2025), **fields})
    return outline(compose_priority(asked, 2, "here", "sections/s", context))


WALK = Action(id="1", title="Walk", priority="asb")
KNOCK = Action(id="2", title="Knock", priority="noise")


def test_a_section_of_a_priority_says_all_about_it(start: Start) -> None:
    before = Programme(priorities=[ASB], actions=[Action(id="0", title="Walked", priority="asb")])
    assert section(start, actions=[WALK, KNOCK], previous=before) == [
        *("Nuisance.", "h2 Why this is a priority", "It grew."),
        *("h2 What we did in 2024/25", "table of Walked", "h2 What we will do", "table of Walk, Noise, Knock"),
    ]


def test_actions_that_its_own_body_shows_are_not_shown_again(start: Start) -> None:
    made = section(start, ActionTables(priority="asb"), actions=[WALK])
    assert made == ["Nuisance.", "list of Noise", "h2 Why this is a priority", "It grew."]
    assert "h2 What we will do" in section(start, ActionTables(year="previous"), actions=[WALK])


def test_those_inside_it_are_listed_unless_all_stand_above_actions(start: Start) -> None:
    assert "list of Noise" in section(start)
    assert "list of Noise" in section(start, actions=[WALK])
    assert "list of Noise" not in section(start, actions=[KNOCK])


def test_it_may_be_a_priority_inside_another_or_last_years(start: Start) -> None:
    assert section(start, priority="noise", actions=[KNOCK]) == ["h2 What we will do", "table of Knock"]
    before = Programme(priorities=[Priority(id="old", title="Old", scope="Done with.")])
    assert section(start, priority="old", previous=before) == ["Done with."]


def test_of_a_priority_that_is_not_there_nothing_is_said(start: Start) -> None:
    assert section(start, priority="gone") == []
