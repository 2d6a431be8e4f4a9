"""What the plan refers to by ids, and what it is called in print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, TypeVar

from cspdocs.plan.governance import Kind
from cspdocs.plan.model import Plan, Priority, every_priority, every_section
from cspdocs.template.ready import READY_KINDS
from cspdocs.template.wording import Wording

_USUAL: Final = "priority"
"""The kind of priorities that say nothing else."""


_Thing = TypeVar("_Thing")


class Names:
    """The things of one plan by their ids.

    `priorities` has those of this year and, where this year has none of the same id, of last year, each with its path.
    `kinds` has those that the plan declares, then those of the wording. `sectioned` are the ids of priorities that have a
    section of their own.
    """

    def __init__(self, plan: Plan, wording: Wording) -> None:
        reviewed = plan.previous.priorities if plan.previous else ()
        known = chain(every_priority(reviewed, "previous/priorities"), every_priority(plan.priorities))
        self.priorities = {priority.id: (path, priority) for path, priority in known}
        self.sectioned = {section.priority for _, section in every_section(plan.sections) if section.kind == "priority"}
        self.organisations = {organisation.id: organisation for organisation in plan.organisations}
        self.groups = {group.id: group for group in plan.groups}
        self.figures = {measure.id: measure for measure in plan.figures}
        self.strategies = {strategy.id: strategy for strategy in plan.strategies}
        self.kinds = {kind.id: kind for kind in (*plan.kinds, *wording.kinds) if kind.id}
        self.kinds |= {kind.id: kind for kind in plan.kinds}
        self._own_kinds = {kind.id for kind in plan.kinds}
        # A template that names kinds wants them told apart; the ready names are for those who ask.
        self.tells_kinds = bool(plan.kinds) or any(kind not in READY_KINDS for kind in wording.kinds)
        self._bodies = {organisation.id.casefold(): organisation.id for organisation in plan.organisations}
        self._bodies |= {group.id.casefold(): group.id for group in plan.groups}
        for organisation in plan.organisations:
            for name in (organisation.name, organisation.short, *organisation.aliases):
                self._bodies.setdefault(name.casefold(), organisation.id)
        for group in plan.groups:
            self._bodies.setdefault(group.name.casefold(), group.id)

    def leader(self, body: str) -> str:
        """What a body is called where it leads: its short name, or the words themselves where nobody has that id."""
        organisation = self.organisations.get(body)
        return organisation.owner_name if organisation else self.body(body)

    def body(self, body: str) -> str:
        """The full name of an organisation or group, or the words themselves where nobody has that id."""
        named = self.organisations.get(body) or self.groups.get(body)
        return named.name if named else body

    def same_body(self, one: str, other: str) -> bool:
        """Whether two ids or names are those of one body."""
        return self._body_id(one) == self._body_id(other)

    def kind_path(self, kind: Kind, field: str) -> str:
        """The path of a field of a kind; empty where the template has it."""
        return f"kinds/{kind.id}/{field}" if kind.id in self._own_kinds else ""

    def by_kind(self, things: Sequence[_Thing], kind_of: Callable[[_Thing], str]) -> list[tuple[Kind | None, list[_Thing]]]:
        """The things by their kinds, in the order in which these are declared; those of no such kind first, after `None`.

        All of them together, after `None`, where there are no two kinds to be told apart.
        """
        used = set(map(kind_of, things))
        titled = [kind for kind in self.kinds.values() if kind.id in used and kind.title]
        if not self.tells_kinds or len(titled) < 2:
            return [(None, list(things))] if things else []
        known = {kind.id for kind in titled}
        parted: list[tuple[Kind | None, list[_Thing]]] = [(None, [one for one in things if kind_of(one) not in known])]
        parted += [(kind, [one for one in things if kind_of(one) == kind.id]) for kind in titled]
        return [(kind, some) for kind, some in parted if some]

    def _body_id(self, body: str) -> str:
        folded = body.casefold()
        return self._bodies.get(folded, folded)


def of_kind(priorities: Iterable[Priority], path: str, kind: str, above: str = "") -> Iterator[tuple[str, Priority]]:
    """Path and priority of the topmost of a kind; of all at the top where none is asked for.

    What is inside a priority and says no kind of its own is of that priority's.
    """
    for priority in priorities:
        where = f"{path}/{priority.id}"
        own = priority.kind if priority.kind != _USUAL or not above else above
        if not kind or own == kind:
            yield where, priority
        else:
            yield from of_kind(priority.priorities, f"{where}/priorities", kind, own)
