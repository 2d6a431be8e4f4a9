from __future__ import annotations

from collections.abc import Callable

from cspdocs.compose.context import Context
from cspdocs.plan.model import Action, Priority, Programme

Start = Callable[..., Context]
ASB, ROADS = Priority(id="asb", title="Anti-social behaviour"), Priority(id="roads", title="Road safety")


def test_a_plan_without_a_last_year_has_none(start: Start) -> None:
    years = start(actions=(Action(id="a", title="A"),)).years
    assert years.of("previous") is None
    assert years.led_by("", "previous").actions == ()


def test_a_year_is_gone_through_once_however_many_blocks_ask(start: Start) -> None:
    years = start(actions=(Action(id="a", title="A", owners=("police",)),)).years
    assert years.of("current") is years.of("current")
    assert years.led_by("police", "current") is years.led_by("police", "current")
    assert years.led_by("", "current").members is years.led_by("", "current").members


def test_the_actions_of_a_body_are_those_it_leads_or_helps_to_lead(start: Start) -> None:
    actions = (Action(id="a", title="A", owners=("Police", "Fire")), Action(id="b", title="B", owners=("Council",)))
    years = start(actions=actions).years
    assert years.led_by("Fire", "current").actions == actions[:1]
    assert years.led_by("", "current").actions == actions


def test_actions_are_found_by_their_priority_in_the_order_of_the_plan(start: Start) -> None:
    actions = tuple(Action(id=name, title=name, priority=to) for name, to in (("a", "asb"), ("b", "roads"), ("c", "asb")))
    members = start(priorities=(ASB, ROADS), actions=actions).years.led_by("", "current").members
    assert members == {"asb": [actions[0], actions[2]], "roads": [actions[1]]}


def test_what_actions_say_decides_which_columns_they_fill(start: Start) -> None:
    chosen = start(actions=(Action(id="a", title="A", target="10", details={"ward": "Castle"}),)).years.led_by("", "current")
    assert chosen.details == ("ward",)
    assert [field for field in ("target", "actual", "baseline", "due", "ward", "cost") if chosen.says(field)] == [
        *("target", "actual", "baseline"),  # What is measured has all columns of its measure.
        "ward",
    ]


def test_last_year_has_the_priorities_that_stayed_the_same_too(start: Start) -> None:
    before = Programme(priorities=(ROADS,), actions=(Action(id="a", title="A", priority="asb"),))
    year = start(priorities=(ASB,), previous=before).years.of("previous")
    assert year is not None
    assert year.path == "previous/"
    assert year.priorities == (("previous/priorities", (ROADS,)), ("priorities", (ASB,)))
    assert year.numbers == {"a": "2.1"}
