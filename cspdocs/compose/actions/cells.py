"""What each column shows of an action."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from cspdocs.compose.actions.targets import TARGET_FIELDS, Targets
from cspdocs.compose.actions.updates import Updates
from cspdocs.compose.cells import Cells, Shown, joined, runs_of
from cspdocs.compose.columns import Headed
from cspdocs.compose.context import Context
from cspdocs.document.nodes import Inline, Paragraph, Text
from cspdocs.plan.blocks import Year
from cspdocs.plan.continuity import Movement
from cspdocs.plan.model import Action
from cspdocs.values import evolve, frozen

_PLAIN: Final = ("due", "cost", "funding")


@frozen
class ActionStyle:
    """How actions are told: the paragraph style of their cells, and whether marks say that they are new or carried over."""

    text: str
    marks: bool = False


class ActionCells:
    """Makes the cells of the actions of a year. `numbers` are theirs, `shown` the fields that have a column."""

    def __init__(
        self, context: Context, style: ActionStyle, year: Year, numbers: Mapping[str, str], shown: Collection[str]
    ) -> None:
        self._context = context
        self._cells = Cells(context, style.text)
        self._style = style
        self._year: Year = year
        self._numbers = numbers
        self._shown = shown
        self._continuity = context.years.continuity
        self._targets = Targets(self._cells, named="figures" in shown)
        self._updates = Updates(self._cells)
        wording = context.template.wording
        self._moved: dict[Movement, str] = {
            "new": wording.new,
            "carried over": wording.carried_over,
            "closed": wording.closed,
            "dropped": wording.dropped,
        }
        self._fields: dict[str, Callable[[Action, str, Headed], Shown]] = {
            "number": self._number,
            "action": self._title,
            "priority": self._priority,
            "also": self._also,
            "owners": self._owners,
            "partners": self._partners,
            "resources": lambda action, path, _: self._cells.prose(action.resources, f"{path}/resources"),
            "update": self._update,
            "updates": lambda action, path, column: self._updates.show(action, path, column.when, column.but),
            "status": self._status,
            "movement": self._movement,
            **dict.fromkeys(_PLAIN, self._plain),
            **dict.fromkeys(TARGET_FIELDS, lambda action, path, column: self._targets.show(action, column.field, path)),
        }

    def show(self, action: Action, path: str, column: Headed) -> Shown:
        """What a column shows of the action at `path`."""
        show = self._fields.get(column.field)
        if show:
            return show(action, path, column)
        return self._cells.prose(action.details.get(column.field, ""), f"{path}/details/{column.field}")

    def _number(self, action: Action, path: str, _: Headed) -> Shown:
        return self._cells.words(self._numbers[action.id], f"{path}/number", typed=bool(action.number))

    def _title(self, action: Action, path: str, _: Headed) -> Shown:
        """The title, and what no column says: the number it was given, its way between the years, why it was dropped."""
        origin, text, context = f"{path}/title", self._style.text, self._context
        dropped = action.dropped if "movement" not in self._shown else ""
        number = context.value(action.number, f"{path}/number") if "number" not in self._shown else ()
        mark = self._mark(action) if self._style.marks and not dropped else ()
        if number or mark:
            parts = [part for part in (number, context.value(action.title, origin), mark) if part]
            title = Paragraph(tuple(run for part in parts for run in (Text(" "), *part))[1:], text)
        else:
            title = Paragraph(context.words(action.title), text, origin=origin)
        why = (Paragraph(self._dropped(dropped, path), text),) if dropped else ()
        return Shown((title, *why), origin)

    def _mark(self, action: Action) -> tuple[Inline, ...]:
        """Whether it is new or carried over, for the end of its title."""
        moved = self._moved.get(self._continuity.movement(action, self._year), "")
        return self._context.phrase_of(self._context.template.wording.movement, {"mark": self._context.words(moved)})

    def _movement(self, action: Action, path: str, _: Headed) -> Shown:
        origin = f"{path}/movement"
        movement = self._continuity.movement(action, self._year)
        if movement == "dropped":
            return Shown((Paragraph(self._dropped(action.dropped, path), self._style.text),), origin)
        return self._cells.words(self._moved.get(movement, ""), origin, typed=False)

    def _dropped(self, reason: str, path: str) -> tuple[Inline, ...]:
        phrase = self._context.template.wording.dropped_because
        return self._context.phrase_of(phrase, {"reason": self._context.value(reason, f"{path}/dropped")})

    def _priority(self, action: Action, path: str, _: Headed) -> Shown:
        return self._cells.names(self._named([action.priority]), f"{path}/priority")

    def _also(self, action: Action, path: str, _: Headed) -> Shown:
        shown = self._cells.names(self._named(action.also), f"{path}/also")
        if shown.is_empty:
            return shown
        titles = joined([runs_of(block) for block in shown.blocks if isinstance(block, Paragraph)], self._context)
        return evolve(shown, running=self._context.phrase_of(self._context.template.wording.also, {"priorities": titles}))

    def _named(self, priorities: Iterable[str]) -> list[tuple[str, str]]:
        """The titles of priorities, short where they have such, with their paths."""
        known = [self._context.names.priorities[name] for name in priorities if name in self._context.names.priorities]
        return [(one.short or one.title, f"{path}/{'short' if one.short else 'title'}") for path, one in known]

    def _owners(self, action: Action, path: str, _: Headed) -> Shown:
        origin = f"{path}/owners"
        if not action.owners:
            return self._cells.waiting(self._context.template.wording.blank, origin, f"{origin}/1")
        return self._led(action.owners, origin)

    def _partners(self, action: Action, path: str, _: Headed) -> Shown:
        return self._led(action.partners, f"{path}/partners")

    def _led(self, bodies: Iterable[str], origin: str) -> Shown:
        leader = self._context.names.leader
        return self._cells.names([(leader(body), f"{origin}/{n}") for n, body in enumerate(bodies, 1)], origin)

    def _plain(self, action: Action, path: str, column: Headed) -> Shown:
        return self._cells.words(getattr(action, column.field), f"{path}/{column.field}")

    def _update(self, action: Action, path: str, _: Headed) -> Shown:
        origin = f"{path}/update"
        if action.update:
            return self._cells.prose(action.update, origin)
        if action.updates:
            # What has been reported stands elsewhere.
            return self._cells.nothing(origin)
        return self._cells.waiting(self._context.template.wording.no_update, origin, origin)

    def _status(self, action: Action, path: str, column: Headed) -> Shown:
        if column.when:
            return self._updates.status(action, path, column.when)
        origin = f"{path}/status"
        status = self._context.statuses.get(action.status.casefold())
        if status:
            return self._cells.status(status, origin)
        if action.status:
            return Shown((Paragraph(self._context.words(action.status), "Status", origin=origin),), origin)
        return self._cells.waiting(self._context.template.wording.no_status, origin, origin, "Status")
