from __future__ import annotations

import pytest

from cspdocs.plan.continuity import MOVEMENTS, Continuity
from cspdocs.plan.model import Action, Plan, Programme
from cspdocs.plan.status import Status

VOCABULARY = (Status(word="Complete", closes=True), Status(word="On track"))
LAST_YEAR = (
    Action(id="same", title="Goes on under its id", status="Complete"),
    Action(id="renamed", title="Goes on under another", status="On track"),
    Action(id="split", title="Goes on as two"),
    Action(id="done", title="Done", status="complete"),
    Action(id="given-up", title="Given up", status="Complete", dropped="No money"),
    Action(id="open", title="Nobody knows", status="On track"),
)
THIS_YEAR = (
    Action(id="same", title="Goes on under its id"),
    Action(id="called-so-now", title="Was called otherwise", continues="renamed"),
    Action(id="split-a", title="First half", continues="split"),
    Action(id="split-b", title="Second half", continues="split"),
    Action(id="fresh", title="New this year"),
    Action(id="stopped", title="Begun and stopped", dropped="Refused"),
)
PLAN = Plan(title="P", actions=THIS_YEAR, previous=Programme(actions=LAST_YEAR))


def test_each_action_of_last_year_went_on_or_came_to_an_end() -> None:
    continuity = Continuity(PLAN, VOCABULARY)
    assert {action.id: continuity.movement(action, "previous") for action in LAST_YEAR} == {
        "same": "carried over",
        "renamed": "carried over",
        "split": "carried over",
        "done": "closed",
        "given-up": "dropped",
        "open": "",
    }


def test_each_action_of_this_year_is_new_or_goes_on() -> None:
    continuity = Continuity(PLAN, VOCABULARY)
    assert {action.id: continuity.movement(action, "current") for action in THIS_YEAR} == {
        "same": "carried over",
        "called-so-now": "carried over",
        "split-a": "carried over",
        "split-b": "carried over",
        "fresh": "new",
        "stopped": "dropped",
    }


def test_actions_know_what_they_go_on_with_and_what_goes_on_with_them() -> None:
    continuity = Continuity(PLAN)
    assert [before.id if (before := continuity.before(action)) else "" for action in THIS_YEAR] == [
        *("same", "renamed", "split", "split", "", "")
    ]
    assert [[after.id for after in continuity.after(action)] for action in LAST_YEAR] == [
        *(["same"], ["called-so-now"], ["split-a", "split-b"], [], [], [])
    ]


def test_statuses_of_the_plans_own_say_what_closes() -> None:
    plan = Plan(title="P", statuses=[Status(word="Open", closes=True)], previous=Programme(actions=LAST_YEAR))
    own = Continuity(plan, VOCABULARY)
    assert own.movement(LAST_YEAR[3], "previous") == ""
    assert own.movement(Action(id="x", title="X", status="open"), "previous") == "closed"


@pytest.mark.parametrize("previous", [None, Programme()])
def test_without_a_last_year_nothing_is_new(previous: Programme | None) -> None:
    plan = Plan(title="P", actions=THIS_YEAR, previous=previous)
    continuity = Continuity(plan, VOCABULARY)
    assert continuity.movement(THIS_YEAR[0], "current") == ("" if previous is None else "new")
    assert continuity.movement(THIS_YEAR[5], "current") == "dropped"
    assert continuity.after(LAST_YEAR[0]) == ()


def test_every_movement_is_one_of_those_that_may_be_told_of_its_year() -> None:
    continuity = Continuity(PLAN, VOCABULARY)
    assert {continuity.movement(action, "current") for action in THIS_YEAR} == set(MOVEMENTS["current"])
    assert {continuity.movement(action, "previous") for action in LAST_YEAR} == {*MOVEMENTS["previous"], ""}
