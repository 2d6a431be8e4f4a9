"""What became of last year's actions, and where this year's come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from cspdocs.plan.blocks import Year
from cspdocs.plan.model import Action, Plan, Priority, every_priority
from cspdocs.plan.status import Status

Movement = Literal["new", "carried over", "closed", "dropped", ""]

MOVEMENTS: Final[Mapping[Year, tuple[Movement, ...]]] = {
    "current": ("new", "carried over", "dropped"),
    "previous": ("carried over", "closed", "dropped"),
}
"""What may be said of the actions of each year."""


def priorities_of(plan: Plan, year: Year) -> Sequence[tuple[str, Sequence[Priority]]]:
    """The priorities of a year, by the path of the field that has them; none for last year where the plan has no such year.

    Those of the plan that last year's actions name belong to both years: what stayed the same need not be given twice.
    """
    if year == "current":
        return (("priorities", plan.priorities),)
    if plan.previous is None:
        return ()
    before = plan.previous
    known = {priority.id for _, priority in every_priority(before.priorities)}
    named = {action.priority for action in before.actions} - known
    same = tuple(one for one in plan.priorities if any(p.id in named for _, p in every_priority((one,))))
    return (("previous/priorities", before.priorities), ("priorities", same))


class Continuity:
    """The two years of a plan side by side. An action goes on under its own id, or under one that says `continues`.

    `vocabulary` is the template's, for plans without statuses of their own; it says which words close an action.
    """

    def __init__(self, plan: Plan, vocabulary: Iterable[Status] = ()) -> None:
        self._last_year = {action.id: action for action in plan.previous.actions} if plan.previous else None
        self._closing = {status.word.casefold() for status in plan.statuses or vocabulary if status.closes}
        self._after: dict[str, list[Action]] = {}
        for action in plan.actions:
            if before := self.before(action):
                self._after.setdefault(before.id, []).append(action)

    def before(self, action: Action) -> Action | None:
        """The action of last year that an action of this year goes on with."""
        return self._last_year.get(action.continues or action.id) if self._last_year else None

    def after(self, action: Action) -> tuple[Action, ...]:
        """The actions of this year that go on with one of last year; several where it has been divided."""
        return tuple(self._after.get(action.id, ()))

    def movement(self, action: Action, year: Year) -> Movement:
        """What happened to an action of that year between the years; empty where nothing is known.

        Without a last year nothing is new. An action that goes on is carried over, even if its status closes it.
        """
        if year == "previous":
            if self.after(action):
                return "carried over"
            if action.dropped:
                return "dropped"
            return "closed" if action.status.casefold() in self._closing else ""
        if action.dropped:
            return "dropped"
        if self._last_year is None:
            return ""
        return "carried over" if self.before(action) else "new"
