"""The actions of a year under their priorities: in a table for each, in one for all, or as lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cspdocs.compose.actions.cells import ActionCells, ActionStyle
from cspdocs.compose.actions.columns import action_columns
from cspdocs.compose.actions.years import ActionYear
from cspdocs.compose.columns import Band, Item, Listing, list_of, tables_of
from cspdocs.compose.context import Context
from cspdocs.compose.names import of_kind
from cspdocs.compose.priorities import has_details, priority_blocks, priority_rows, priority_title, title_field
from cspdocs.document.nodes import Block, Heading, Paragraph
from cspdocs.plan.blocks import ActionTables, Divider
from cspdocs.plan.model import Action, Priority, every_priority
from cspdocs.values import frozen

_DEEPEST_HEADING: Final = 3


@frozen
class _Division:
    """A priority with its actions, and those inside it. `is_own` says that it is a priority of the year itself."""

    path: str
    priority: Priority
    actions: tuple[Action, ...]
    inner: tuple[_Division, ...] = ()
    is_own: bool = True

    @property
    def count(self) -> int:
        """How many actions it has, with those of the divisions inside it."""
        return len(self.actions) + sum(division.count for division in self.inner)


def compose_actions(wanted: ActionTables, level: int, anchor: str, origin: str, context: Context) -> Iterator[Block]:
    """The actions that a block asks for. Headings that they need are of `level`, their anchors begin with `anchor`."""
    year = context.years.of(wanted.year)
    if year:
        made = list(_Actions(wanted, year, level, anchor, origin, context).blocks())
        tables = iter(tables_of([one for one in made if isinstance(one, Listing)], context))
        yield from (next(tables) if isinstance(one, Listing) else one for one in made)


class _Actions:
    """Lays out the actions of one block."""

    def __init__(
        self, wanted: ActionTables, year: ActionYear, level: int, anchor: str, origin: str, context: Context
    ) -> None:
        self._wanted = wanted
        self._year = year
        self._level = level
        self._anchor = anchor
        self._origin = origin
        self._context = context
        layout = context.template.actions[wanted.year]
        self._layout = layout
        self._form = wanted.form or layout.form
        self._style = context.template.sheet.tables[layout.style]
        self._priorities = self._divider(wanted.priorities or layout.priorities)
        self._groups = self._divider(wanted.groups or layout.groups)
        self._chosen = context.years.led_by(wanted.owner, wanted.year)
        self._columns = action_columns(wanted, layout, self._chosen, origin, context)
        text = self._style.text if self._form == "table" else "Body"
        style, shown = ActionStyle(text, marks=layout.marks), {column.field for column in self._columns}
        self._cells = ActionCells(context, style, wanted.year, year.numbers, shown)

    def blocks(self) -> Iterator[Block | Listing]:
        """Headings, lists, and what is to be a table, from top to bottom."""
        divisions = [self._divide(path, priority) for path, priority in self._roots()]
        rest = [] if self._wanted.priority or self._wanted.kind else self._strays()
        if self._wanted.priority and self._wanted.priorities is None:
            yield from self._inside(divisions[0], self._level)
        elif self._priorities == "headings":
            for division in divisions:
                yield from self._headed(division, self._level)
            yield from self._rest(rest, divided=any(priorities for _, priorities in self._year.priorities))
        else:
            yield from self._together(divisions, rest)

    def _divider(self, divider: Divider) -> Divider:
        """Lists have no bands, so that headings stand in their place."""
        return "headings" if self._form == "list" and divider == "bands" else divider

    def _roots(self) -> Iterator[tuple[str, Priority]]:
        """Path and priority of those that are asked for."""
        name = self._wanted.priority
        for path, priorities in self._year.priorities:
            if name:
                found = [(where, one) for where, one in every_priority(priorities, path) if one.id == name]
                if found:
                    yield found[0]
                    return
            else:
                yield from of_kind(priorities, path, self._wanted.kind)
        if name:
            # Actions may name a priority that their year does not have.
            yield "", Priority(id=name, title="")

    def _divide(self, path: str, priority: Priority) -> _Division:
        inner = (self._divide(f"{path}/priorities/{one.id}", one) for one in priority.priorities)
        is_own = path.startswith(f"{self._year.path}priorities")
        return _Division(path, priority, tuple(self._chosen.members.get(priority.id, ())), tuple(inner), is_own)

    def _strays(self) -> list[Action]:
        """The actions of no priority that the year knows, in the order of the plan."""
        known = {one.id for path, some in self._year.priorities for _, one in every_priority(some, path)}
        return [action for action in self._chosen.actions if action.priority not in known]

    def _is_shown(self, division: _Division) -> bool:
        """Whether there is anything to print: actions, or words of a priority that nobody leads in particular."""
        if division.count:
            return True
        said = division.is_own and not self._wanted.owner
        told = division.priority.scope or (self._tells(division) and has_details(division.priority))
        return bool(said and told) or any(self._is_shown(one) for one in division.inner)

    def _tells(self, division: _Division) -> bool:
        """Whether this is where all that is said of a priority belongs: it stands in no section of its own, nor above."""
        elsewhere = division.priority.id in self._context.names.sectioned or division.path in self._context.told
        return division.is_own and not self._wanted.owner and not elsewhere

    def _headed(self, division: _Division, level: int) -> Iterator[Block | Listing]:
        """A heading, what is said of the priority, and its actions."""
        if not self._is_shown(division):
            return
        path, priority = division.path, division.priority
        anchor = self._context.anchor(f"{self._anchor}-{priority.id}")
        title = priority_title(path, priority, self._context)
        level = min(level, _DEEPEST_HEADING)
        yield Heading(title, level, anchor, origin=title_field(path, priority))
        if division.is_own:
            below = min(level + 1, _DEEPEST_HEADING)
            yield from priority_blocks(path, priority, below, anchor, self._context, brief=not self._tells(division))
            self._context.told.add(path)
        yield from self._inside(division, level + 1)

    def _inside(self, division: _Division, level: int) -> Iterator[Block | Listing]:
        """The actions of a priority, and below them those of the priorities inside it."""
        title = division.priority.title
        if self._groups == "headings":
            yield from self._listing(self._items(division.actions), title)
            for inner in division.inner:
                yield from self._headed(inner, level)
        else:
            below = [entry for inner in division.inner for entry in self._banded(inner, 1, self._groups)]
            yield from self._listing([*self._items(division.actions), *below], title)

    def _together(self, divisions: Sequence[_Division], rest: Sequence[Action]) -> Iterator[Block | Listing]:
        """All actions in one table or list."""
        entries: list[Item | Band] = []
        if self._priorities == "bands":
            for division in divisions:
                entries += self._banded(division, 1, "bands")
            title = self._context.template.wording.other_priority
            if rest and entries and title:
                style = self._style.band
                entries.append(Band((Paragraph(self._context.words(title), style),)))
        elif self._groups == "none":
            entries = [entry for division in divisions for entry in self._banded(division, 1, "none")]
        else:
            # What stands in no group comes before the first band, or it would seem to belong below the last.
            entries += [item for division in divisions for item in self._items(division.actions)]
            entries += self._items(rest)
            rest = ()
            entries += [e for division in divisions for inner in division.inner for e in self._banded(inner, 1, "bands")]
        title = divisions[0].priority.title if self._wanted.priority else self._context.heading
        yield from self._listing([*entries, *self._items(rest)], title)

    def _banded(self, division: _Division, depth: int, divider: Divider) -> Iterator[Item | Band]:
        """The actions of a division below a band, and those of the divisions inside it."""
        if not self._is_shown(division):
            return
        if divider != "none":
            yield self._band(division, depth)
        yield from self._items(division.actions)
        inside: Divider = "none" if self._groups == "none" else divider
        for inner in division.inner:
            yield from self._banded(inner, depth + 1, inside)

    def _band(self, division: _Division, depth: int) -> Band:
        path, priority, context = division.path, division.priority, self._context
        anchor = context.anchor(f"{self._anchor}-{priority.id}")
        title = priority_title(path, priority, context)
        content: list[Block] = [Paragraph(title, self._style.band, anchor, origin=title_field(path, priority))]
        below: tuple[tuple[Block, ...], ...] = ()
        if division.is_own:
            content += context.prose(priority.scope, style=self._style.text, origin=f"{path}/scope")
            if self._tells(division):
                below = priority_rows(path, priority, self._style.text, context)
                context.told.add(path)
        return Band(tuple(content), depth, path, below)

    def _rest(self, actions: Sequence[Action], *, divided: bool) -> Iterator[Block | Listing]:
        """The actions of no priority. Without any priority there is nothing to tell apart, and so no heading."""
        title = self._context.template.wording.other_priority if divided else ""
        if actions and title:
            yield Heading(self._context.words(title), self._level, self._context.anchor(f"{self._anchor}-other"))
        yield from self._listing(self._items(actions), title)

    def _items(self, actions: Iterable[Action]) -> Iterator[Item]:
        for action in actions:
            path = f"{self._year.path}actions/{action.id}"
            yield Item(path, tuple(self._cells.show(action, path, column) for column in self._columns))

    def _listing(self, entries: Iterable[Item | Band], title: str) -> Iterator[Block | Listing]:
        listing = Listing(
            self._columns, tuple(entries), self._layout.style, title, f"{self._year.path}actions", self._origin
        )
        if listing.entries and self._form == "list":
            yield from list_of(listing, self._context)
        elif listing.entries:
            yield listing
