"""The numbers of actions: as they are given, and 1.1, 1.2 and so on for the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cspdocs.plan.model import Action, Priority


def action_numbers(actions: Sequence[Action], priorities: Sequence[Priority]) -> Mapping[str, str]:
    """The number of each action, by its id.

    An action counts in the nearest priority around it that has a number. Priorities have the one that they are given, and
    those that stand in no other else their place in the plan. Actions of no priority come after all of them; without any
    priority they are numbered 1, 2, 3.
    """
    heads = dict(_heads(priorities))
    after = str(len(priorities) + 1) if priorities else ""
    given = {action.number for action in actions if action.number}
    counts: Counter[str] = Counter()
    numbers: dict[str, str] = {}
    for action in actions:
        head = heads.get(action.priority, after)
        counts[head] += 1
        # A number that has been given to another is nobody else's.
        while (number := f"{head}.{counts[head]}".removeprefix(".")) in given and not action.number:
            counts[head] += 1
        numbers[action.id] = action.number or number
    return numbers


def _heads(priorities: Sequence[Priority]) -> Iterator[tuple[str, str]]:
    """Each priority's id, and what the numbers of its actions begin with."""
    short = [
        priority.number.split()[-1].rstrip(".:)") if priority.number.strip() else str(place)
        for place, priority in enumerate(priorities, 1)
    ]
    # "ASB 1" and "DA 1" differ in the word before the number alone.
    alike = len(set(short)) < len(short)
    for priority, number in zip(priorities, short, strict=True):
        head = priority.number.strip() if alike and priority.number.strip() else number
        yield priority.id, head
        yield from _inner(priority.priorities, head)


def _inner(priorities: Iterable[Priority], above: str) -> Iterator[tuple[str, str]]:
    for priority in priorities:
        head = priority.number.strip() or above
        yield priority.id, head
        yield from _inner(priority.priorities, head)
