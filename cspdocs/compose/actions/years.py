"""The actions of a year as the blocks of a plan ask for them, gone through once however many blocks ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Final

from cspdocs.compose.actions.numbers import action_numbers
from cspdocs.plan.blocks import Year
from cspdocs.plan.continuity import Continuity, priorities_of
from cspdocs.plan.model import Action, Plan, Priority
from cspdocs.template.template import Template
from cspdocs.values import frozen

_MEASURED: Final = ("figures", "baseline", "target", "actual", "change")


@frozen
class Chosen:
    """Some actions of a year, in the order of the plan."""

    actions: tuple[Action, ...] = ()

    @cached_property
    def members(self) -> Mapping[str, Sequence[Action]]:
        """The actions of each priority, by its id."""
        members: dict[str, list[Action]] = {}
        for action in self.actions:
            members.setdefault(action.priority, []).append(action)
        return members

    @cached_property
    def details(self) -> Sequence[str]:
        """The names of the columns of the partnership's own that they fill, in the order met."""
        return tuple(dict.fromkeys(name for action in self.actions for name in action.details))

    @cached_property
    def _measured(self) -> bool:
        return any(action.figures or action.change or action.measure for action in self.actions)

    @cached_property
    def _said(self) -> dict[str, bool]:
        return {}

    def says(self, field: str) -> bool:
        """Whether any of them may have something to show in a column."""
        if field not in self._said:
            own = any(getattr(action, field, None) or action.details.get(field) for action in self.actions)
            self._said[field] = own or (field in _MEASURED and self._measured)
        return self._said[field]


@frozen
class ActionYear:
    """The actions and priorities of a year, and what their paths begin with. `numbers` are those of its actions by id."""

    path: str
    actions: tuple[Action, ...]
    priorities: Sequence[tuple[str, Sequence[Priority]]]
    """Priorities at the top, by the path of the field that has them."""

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The number of each action, by its id."""
        return action_numbers(self.actions, [one for _, priorities in self.priorities for one in priorities])


class ActionYears:
    """The years of a plan. `same_body` says whether two names or ids are those of the same body."""

    def __init__(self, plan: Plan, template: Template, same_body: Callable[[str, str], bool]) -> None:
        self._plan = plan
        self._template = template
        self._same_body = same_body
        self._years: dict[Year, ActionYear | None] = {}
        self._led: dict[tuple[Year, str], Chosen] = {}

    @cached_property
    def continuity(self) -> Continuity:
        """What became of last year's actions, and where this year's come from."""
        return Continuity(self._plan, self._template.statuses)

    def of(self, year: Year) -> ActionYear | None:
        """A year; `None` where the plan has none before its own."""
        if year not in self._years:
            self._years[year] = _year_of(year, self._plan)
        return self._years[year]

    def led_by(self, owner: str, year: Year) -> Chosen:
        """The actions of a year that a body leads or helps to lead; all of them for none."""
        if (year, owner) not in self._led:
            known = self.of(year)
            actions = known.actions if known else ()
            led = (one for one in actions if any(self._same_body(body, owner) for body in one.owners))
            self._led[year, owner] = Chosen(tuple(led) if owner else actions)
        return self._led[year, owner]


def _year_of(year: Year, plan: Plan) -> ActionYear | None:
    priorities = priorities_of(plan, year)
    if year == "current":
        return ActionYear("", plan.actions, priorities)
    return ActionYear("previous/", plan.previous.actions, priorities) if plan.previous else None
