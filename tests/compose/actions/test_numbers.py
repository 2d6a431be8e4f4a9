from __future__ import annotations

from cspdocs.compose.actions.numbers import action_numbers
from cspdocs.plan.model import Action, Priority


def numbers(priorities: list[Priority], *actions: tuple[str, str]) -> list[str]:
    """The numbers of actions that are given as a priority and a number of their own."""
    made = [Action(id=str(place), title="", priority=name, number=number) for place, (name, number) in enumerate(actions)]
    found = action_numbers(made, priorities)
    return [found[action.id] for action in made]


def test_actions_count_in_their_priorities_and_these_in_the_plan() -> None:
    two = [Priority(id="a", title="A"), Priority(id="b", title="B")]
    assert numbers(two, ("a", ""), ("b", ""), ("a", ""), ("a", "")) == ["1.1", "2.1", "1.2", "1.3"]


def test_without_priorities_actions_are_counted_alone_and_else_come_after_all_of_them() -> None:
    assert numbers([], ("", ""), ("gone", "")) == ["1", "2"]
    assert numbers([Priority(id="a", title="A")], ("", ""), ("a", ""), ("", "")) == ["2.1", "1.1", "2.2"]


def test_a_number_that_is_given_stays_and_no_other_action_gets_it() -> None:
    one = [Priority(id="a", title="A")]
    assert numbers(one, ("a", ""), ("a", "2.10"), ("a", "1.3"), ("a", "")) == ["1.1", "2.10", "1.3", "1.4"]
    assert numbers(one, ("a", ""), ("a", "1.1")) == ["1.2", "1.1"]


def test_the_number_of_a_priority_begins_those_of_its_actions() -> None:
    first, second = Priority(id="a", title="A", number="Priority 4"), Priority(id="b", title="B", number="7.")
    named = [first, second, Priority(id="c", title="C")]
    assert numbers(named, ("a", ""), ("b", ""), ("c", "")) == ["4.1", "7.1", "3.1"]


def test_priorities_whose_numbers_differ_in_a_word_keep_it() -> None:
    named = [Priority(id="a", title="A", number="ASB 1"), Priority(id="b", title="B", number="DA 1")]
    assert numbers(named, ("a", ""), ("b", "")) == ["ASB 1.1", "DA 1.1"]


def test_those_inside_a_priority_count_with_it_unless_they_have_a_number() -> None:
    numbered = Priority(id="c", title="C", number="1.7", priorities=[Priority(id="d", title="D")])
    inner = [Priority(id="b", title="B"), numbered]
    outer = [Priority(id="a", title="A", priorities=inner)]
    assert numbers(outer, ("a", ""), ("b", ""), ("c", ""), ("d", ""), ("b", "")) == ["1.1", "1.2", "1.7.1", "1.7.2", "1.3"]
