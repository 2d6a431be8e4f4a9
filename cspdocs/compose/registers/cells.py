"""What each column shows of the things that a register lists."""

from __future__ import annotations

from typing import Final, TypeAlias, assert_never

from cspdocs.compose.cells import Cells, Shown, runs_of
from cspdocs.compose.contacts import compose_contact
from cspdocs.compose.context import Context
from cspdocs.compose.priorities import figure_lines, priority_title, title_field
from cspdocs.document.nodes import Inline, List, ListItem, Paragraph, Text
from cspdocs.plan.directory import Contact, Organisation
from cspdocs.plan.governance import Group, Meeting, Strategy
from cspdocs.plan.model import Priority, Revision
from cspdocs.values import evolve

_BETWEEN: Final = Text("; ")

Thing: TypeAlias = Group | Meeting | Strategy | Revision | Priority | Organisation
"""What registers list."""


class RegisterCells:
    """Makes the cells of registers. Paragraphs have the style `text`."""

    def __init__(self, context: Context, text: str) -> None:
        self._context = context
        self._cells = Cells(context, text)
        self._names = context.names
        self._wording = context.template.wording

    def show(self, thing: Thing, path: str, field: str) -> Shown:
        """What the column `field` shows of the thing at `path`."""
        match thing:
            case Group():
                return self._group(thing, path, field)
            case Meeting():
                return self._meeting(thing, path, field)
            case Strategy():
                return self._strategy(thing, path, field)
            case Revision():
                return self._words(thing, path, field, typed=field != "version")
            case Priority():
                return self._priority(thing, path, field)
            case Organisation():
                return self._organisation(thing, path, field)
            case _:
                assert_never(thing)

    def _group(self, group: Group, path: str, field: str) -> Shown:
        match field:
            case "purpose":
                return self._cells.prose(group.purpose, f"{path}/purpose")
            case "reports-to":
                above = self._names.groups.get(group.reports_to)
                return self._cells.names([(above.name, f"groups/{above.id}/name")] if above else [], f"{path}/reports-to")
            case "members":
                members = ((self._names.body(one), f"{path}/members/{n}") for n, one in enumerate(group.members, 1))
                return self._cells.names(members, f"{path}/members")
            case "chair" if group.chair:
                said = self._context.value(group.chair, f"{path}/chair")
                running = self._context.phrase_of(self._wording.chair, {"chair": said})
                return evolve(self._words(group, path, field), running=running)
            case _:
                return self._words(group, path, field)

    def _meeting(self, meeting: Meeting, path: str, field: str) -> Shown:
        match field:
            case "group":
                known = self._names.groups.get(meeting.group)
                if known:
                    return self._cells.names([(known.name, f"groups/{known.id}/name")], f"{path}/group")
                return self._cells.words(self._names.body(meeting.group), f"{path}/group")
            case "public":
                return self._cells.answer(self._wording.public, holds=meeting.public)
            case _:
                return self._words(meeting, path, field)

    def _strategy(self, strategy: Strategy, path: str, field: str) -> Shown:
        match field:
            case "owner":
                return self._cells.words(self._names.body(strategy.owner), f"{path}/owner")
            case "link":
                return self._cells.link(strategy.link, f"{path}/link")
            case "note":
                return self._cells.prose(strategy.note, f"{path}/note")
            case _:
                return self._words(strategy, path, field)

    def _priority(self, priority: Priority, path: str, field: str) -> Shown:
        origin = f"{path}/{field}"
        match field:
            case "title":
                return self._title(priority, path)
            case "scope" | "why":
                return self._cells.prose(getattr(priority, field), origin)
            case "aims" | "outcomes":
                return self._cells.texts(getattr(priority, field), origin)
            case "owners":
                led = ((self._names.leader(one), f"{origin}/{n}") for n, one in enumerate(priority.owners, 1))
                return self._cells.names(led, origin)
            case "figures":
                return self._cells.lines(figure_lines(priority, self._context), origin)
            case "strategies":
                known = [self._names.strategies[one] for one in priority.strategies if one in self._names.strategies]
                return self._cells.names([(one.title, f"strategies/{one.id}/title") for one in known], origin)
            case _:
                return self._words(priority, path, field)

    def _title(self, priority: Priority, path: str) -> Shown:
        """The title; of a priority inside another as a bullet."""
        origin = title_field(path, priority)
        title = priority_title(path, priority, self._context)
        if "/priorities/" in path.removeprefix("previous/priorities/"):
            return Shown((List((ListItem((Paragraph(title, self._cells.text, origin=origin),)),)),), origin)
        return Shown((Paragraph(title, self._cells.text, origin=origin),), origin)

    def _organisation(self, organisation: Organisation, path: str, field: str) -> Shown:
        origin = f"{path}/{field}"
        match field:
            case "voting":
                return self._cells.answer(self._wording.voting, holds=organisation.voting)
            case "people" | "address":
                said: tuple[str, ...] = getattr(organisation, field)
                return self._cells.names([(one, f"{origin}/{n}") for n, one in enumerate(said, 1)], origin)
            case "contact":
                return self._ways(organisation, path, origin)
            case "phone" | "email" | "web":
                only = Contact(name=organisation.name, **{field: getattr(organisation, field)})
                return self._ways(only, path, origin)
            case "note":
                return self._cells.prose(organisation.note, origin)
            case _:
                return self._words(organisation, path, field)

    def _ways(self, contact: Contact, path: str, origin: str) -> Shown:
        """The ways to reach somebody; in running text they say themselves what they are."""
        lines = tuple(compose_contact(contact, self._cells.text, path, self._context))
        if not lines:
            return self._cells.nothing(origin)
        running: list[Inline] = []
        for place, line in enumerate(lines):
            if place:
                running += self._context.words(self._wording.between) if place < len(contact.address) else (_BETWEEN,)
            running += runs_of(line)
        return Shown(lines, origin, running=tuple(running))

    def _words(self, thing: Thing, path: str, field: str, *, typed: bool = True) -> Shown:
        """The plain text of a field; a kind by its title."""
        said = getattr(thing, field.replace("-", "_"), "")
        if field == "kind":
            kind = self._names.kinds.get(said)
            return self._cells.words(kind.title if kind and kind.title else said, f"{path}/kind", typed=False)
        return self._cells.words(said, f"{path}/{field}", typed=typed)
