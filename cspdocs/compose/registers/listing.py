"""What a plan lists: its groups, meetings, strategies, versions, priorities and organisations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal

from cspdocs.compose.columns import Band, Headed, Item, Listing, list_of, table_of
from cspdocs.compose.context import Context
from cspdocs.compose.names import of_kind
from cspdocs.compose.registers.cells import RegisterCells, Thing
from cspdocs.compose.registers.kinds import kind_heading
from cspdocs.compose.registers.matrix import compose_matrix
from cspdocs.compose.registers.versions import compose_release
from cspdocs.document.nodes import Block, Heading, Paragraph
from cspdocs.plan.blocks import Register
from cspdocs.plan.governance import Kind
from cspdocs.plan.model import Plan, Priority

Form = Literal["table", "list"]
Placed = tuple[str, Thing]
"""A thing and its path."""

_LEADING: Final = ("number",)


def compose_register(wanted: Register, level: int, anchor: str, origin: str, context: Context) -> Iterator[Block]:
    """What a block asks for; things of several kinds apart, where all of them say of which they are."""
    if wanted.what == "versions":
        yield from _versions(wanted, level, anchor, origin, context)
        return
    if wanted.form == "matrix" and wanted.what == "strategies":
        yield from compose_matrix(wanted, context)
        return
    things = list(_things(wanted.what, wanted.kind, context.plan))
    form: Form = "list" if (wanted.form or context.template.registers[wanted.what].form) == "list" else "table"
    parts = _parts(things, context) if not wanted.kind else [(None, things)]
    if form == "table":
        yield from register_listing(wanted.what, parts, form, context.heading, origin, context)
        return
    for kind, some in parts:
        if kind:
            yield from kind_heading(kind, level, anchor, context)
        yield from register_listing(wanted.what, [(None, some)], form, context.heading, origin, context)


def register_listing(
    what: str,
    parts: Sequence[tuple[Kind | None, Sequence[Placed]]],
    form: Form,
    title: str,
    path: str,
    context: Context,
) -> Iterator[Block]:
    """Things in the columns of a register, those of each kind below a band; nothing where there is none."""
    layout = context.template.registers[what]
    style = context.template.sheet.tables[layout.style]
    fill = context.placeholders.fill_wording
    columns = tuple(
        Headed.of(column, context.words(fill(layout.heading(column.field))), f"template/registers/{what}/{column.field}")
        for column in layout.columns
    )
    cells = RegisterCells(context, style.text if form == "table" else "Body")
    entries: list[Item | Band] = []
    for kind, things in parts:
        if kind:
            titled = Paragraph(context.words(kind.title), style.band, origin=context.names.kind_path(kind, "title"))
            text = context.prose(kind.text, style=style.text, origin=context.names.kind_path(kind, "text"))
            entries.append(Band((titled, *text)))
        for where, thing in things:
            entries.append(Item(where, tuple(cells.show(thing, where, column.field) for column in columns)))
    listing = Listing(columns, tuple(entries), layout.style, title, what, path)
    if entries and form == "list":
        yield from list_of(listing, context)
    elif entries:
        yield table_of(listing, context)


def _things(what: str, kind: str, plan: Plan) -> Iterator[Placed]:
    """The things of a register, or those of a kind, with their paths. Priorities come before those inside them."""
    if what == "priorities":
        for path, priority in of_kind(plan.priorities, "priorities", kind):
            yield from _with_inner(path, priority)
        return
    things: Sequence[Any] = getattr(plan, what)
    for place, thing in enumerate(things, 1):
        wanted = not kind or getattr(thing, "kind", kind) == kind
        if wanted and getattr(thing, "listed", True):
            yield f"{what}/{getattr(thing, 'id', place)}", thing


def _with_inner(path: str, priority: Priority) -> Iterator[Placed]:
    yield path, priority
    for inner in priority.priorities:
        yield from _with_inner(f"{path}/priorities/{inner.id}", inner)


def _parts(things: Sequence[Placed], context: Context) -> list[tuple[Kind | None, list[Placed]]]:
    """The things by kind; all together where some are of none."""
    if not all(_kind(thing) for _, thing in things):
        return [(None, list(things))]
    return context.names.by_kind(things, lambda placed: _kind(placed[1]))


def _kind(thing: Thing) -> str:
    return getattr(thing, "kind", "")


def _versions(wanted: Register, level: int, anchor: str, origin: str, context: Context) -> Iterator[Block]:
    """The state of the document, and its versions below a heading."""
    yield from compose_release(context)
    history = [(f"release/history/{one.version}", one) for one in context.plan.release.history]
    if history:
        title = context.template.wording.history
        form: Form = "list" if (wanted.form or context.template.registers["versions"].form) == "list" else "table"
        yield Heading(context.words(title), level, context.anchor(f"{anchor}-history"))
        yield from register_listing("versions", [(None, history)], form, title, origin, context)
