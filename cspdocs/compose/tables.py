"""Tables filled from the plan: actions under their priorities, the directory, and tables of the plan's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cspdocs.compose.context import Context
from cspdocs.document.links import mail_target, phone_target, web_target
from cspdocs.document.nodes import (
    Block,
    Cell,
    Grid,
    Heading,
    Inline,
    Link,
    Paragraph,
    Row,
    StatusMark,
    Table,
    Text,
)
from cspdocs.plan import blocks
from cspdocs.plan.blocks import ActionTables, Directory
from cspdocs.plan.directory import Contact, Organisation
from cspdocs.plan.model import Action, Priority
from cspdocs.template.rules import ActionLayout
from cspdocs.units import Length


def compose_actions(wanted: ActionTables, level: int, anchor: str, context: Context) -> Iterator[Block]:
    """A heading, the scope and a table for each priority that has any; for one priority its table alone."""
    previous = context.plan.previous if wanted.year == "previous" else None
    if wanted.year == "previous" and previous is None:
        return
    actions: Sequence[Action] = previous.actions if previous else context.plan.actions
    priorities: Sequence[Priority] = previous.priorities if previous else context.plan.priorities
    path = "previous/" if previous else ""
    if wanted.priority:
        title = next((priority.title for priority in priorities if priority.id == wanted.priority), "")
        members = [action for action in actions if action.priority == wanted.priority]
        yield from _action_table(members, wanted.year, title, path, context)
        return
    known = {priority.id for priority in priorities}
    for priority in priorities:
        members = [action for action in actions if action.priority == priority.id]
        if members or priority.scope:
            origin = f"{path}priorities/{priority.id}"
            named = context.anchor(f"{anchor}-{priority.id}")
            yield Heading(context.words(priority.title), level, named, origin=f"{origin}/title")
            yield from context.prose(priority.scope, origin=f"{origin}/scope")
        if members:
            yield from _action_table(members, wanted.year, priority.title, path, context)
    rest = [action for action in actions if action.priority not in known]
    # Without any priority there is nothing to tell apart, and so no heading.
    title = context.template.wording.other_priority if priorities else ""
    if rest and title:
        yield Heading(context.words(title), level, context.anchor(f"{anchor}-other"))
    if rest:
        yield from _action_table(rest, wanted.year, title, path, context)


def compose_directory(wanted: Directory, context: Context) -> Iterator[Block]:
    """The listed organisations side by side, each with the ways to reach it."""
    layout = context.template.directory
    members = [o for o in context.plan.organisations if o.listed and (not wanted.kind or o.kind == wanted.kind)]
    if members:
        entries = tuple(_entry(organisation, context) for organisation in members)
        yield Grid(entries, layout.columns, layout.style, "", origin="organisations")


def compose_contact(contact: Contact, style: str, origin: str, context: Context) -> Iterator[Paragraph]:
    """The ways to reach somebody, each in a paragraph of its own, without the name."""
    wording = context.template.wording
    for line in contact.address:
        yield Paragraph(context.words(line), style, origin=f"{origin}/address")
    ways = (
        ("phone", wording.phone, contact.phone, phone_target(contact.phone)),
        ("email", wording.email, contact.email, mail_target(contact.email)),
        ("web", wording.web, contact.web, web_target(contact.web)),
    )
    for name, phrase, value, target in ways:
        if value:
            yield Paragraph(tuple(_linked(phrase, name, value, target)), style, origin=f"{origin}/{name}")


def compose_table(table: blocks.Table, origin: str, context: Context) -> Iterator[Block]:
    """A table of the plan's own, in equal columns unless it gives their widths."""
    count = max([len(table.columns), *(len(row) for row in table.rows)], default=0)
    if not count:
        return
    style = context.template.sheet.tables["Table"]
    if table.title:
        yield Paragraph(context.words(table.title), "Caption", origin=f"{origin}/title")
    header = (_row(table.columns, count, style.header, origin, context),) if table.columns else ()
    rows = tuple(_row(row, count, style.text, origin, context) for row in table.rows)
    widths = _shared_widths([*table.widths, *[None] * count][:count], context)
    yield Table(widths, header, rows, "Table", context.fill(table.title), origin=origin)


def _row(texts: Sequence[str], count: int, style: str, origin: str, context: Context) -> Row:
    filled = [*texts, *[""] * (count - len(texts))]
    return Row(tuple(Cell(context.prose(text, style=style, origin=origin) or (Paragraph((), style),)) for text in filled))


def _action_table(actions: Sequence[Action], year: str, title: str, path: str, context: Context) -> Iterator[Table]:
    layout = context.template.actions[year]
    style = context.template.sheet.tables[layout.style]
    headings = tuple(
        Cell((Paragraph(context.words(column.heading), style.header),), origin=f"template/actions/{year}/{column.field}")
        for column in layout.columns
    )
    rows = tuple(_action_row(action, layout, style.text, f"{path}actions/{action.id}", context) for action in actions)
    widths = _shared_widths([column.width for column in layout.columns], context)
    yield Table(widths, (Row(headings),), rows, layout.style, context.fill(title), origin=f"{path}actions")


def _action_row(action: Action, layout: ActionLayout, style: str, origin: str, context: Context) -> Row:
    cells = {
        "action": lambda: Cell(
            (Paragraph(context.words(action.title), style, origin=f"{origin}/title"),), origin=f"{origin}/title"
        ),
        "owners": lambda: _owners_cell(action, style, f"{origin}/owners", context),
        "update": lambda: _update_cell(action, style, f"{origin}/update", context),
        "status": lambda: _status_cell(action, style, f"{origin}/status", context),
    }
    return Row(tuple(cells[column.field]() for column in layout.columns), origin=origin)


def _owners_cell(action: Action, style: str, origin: str, context: Context) -> Cell:
    names = [context.organisations[owner].owner_name if owner in context.organisations else owner for owner in action.owners]
    return Cell(_paragraphs((context.words(name) for name in names), style, origin), origin=origin)


def _update_cell(action: Action, style: str, origin: str, context: Context) -> Cell:
    text = action.update or context.template.wording.no_update
    return Cell(context.prose(text, style=style, origin=origin) or (Paragraph((), style, origin=origin),), origin=origin)


def _status_cell(action: Action, style: str, origin: str, context: Context) -> Cell:
    status = context.statuses.get(action.status.casefold())
    if status is None:
        text = action.status or context.template.wording.no_status
        return Cell((Paragraph(context.words(text), "Status" if text else style, origin=origin),), origin=origin)
    mark = StatusMark(status.word, status.mark)
    return Cell((Paragraph((mark,), "Status", origin=origin),), fill=context.template.colour(status.colour), origin=origin)


def _entry(organisation: Organisation, context: Context) -> Cell:
    origin = f"organisations/{organisation.id}"
    name = Paragraph(context.words(organisation.name), "Grid Name", origin=f"{origin}/name")
    note = context.prose(organisation.note, style="Grid Text", origin=f"{origin}/note")
    return Cell((name, *compose_contact(organisation, "Grid Text", origin, context), *note), origin=origin)


def _linked(phrase: str, name: str, value: str, target: str) -> Iterator[Inline]:
    """The phrase with the value in it as a link."""
    before, found, after = phrase.partition(f"{{{name}}}")
    if before:
        yield Text(before)
    yield Link((Text(value),), target) if target else Text(value)
    if found and after:
        yield Text(after)


def _paragraphs(contents: Iterable[tuple[Inline, ...]], style: str, origin: str) -> tuple[Block, ...]:
    return tuple(Paragraph(content, style, origin=origin) for content in contents) or (Paragraph((), style, origin=origin),)


def _shared_widths(widths: Sequence[Length | None], context: Context) -> tuple[Length, ...]:
    """The widths given; columns without one share what the page has left, and no table is wider than the page."""
    room = context.page.text_width
    given = sum(width for width in widths if width)
    missing = sum(1 for width in widths if not width)
    share = Length(max(room - given, room // 20 * missing) // missing) if missing else Length(0)
    full = [Length(width or share) for width in widths]
    total = sum(full)
    return tuple(Length(width * room // total) for width in full) if total > room else tuple(full)
