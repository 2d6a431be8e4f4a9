"""Who is in the partnership and its unit, in few words: names side by side, without the ways to reach them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from cspdocs.compose.cells import joined
from cspdocs.compose.context import Context
from cspdocs.compose.summary.excerpts import part_heading, section_text, sections_of
from cspdocs.document.nodes import Block, Cell, Grid, Heading, Inline, List, ListItem, Paragraph, Strong
from cspdocs.plan.directory import Organisation
from cspdocs.plan.governance import Group, Kind
from cspdocs.plan.model import Plan
from cspdocs.values import frozen

_SIDE_BY_SIDE: Final = 3
_MOST_ENTRIES: Final = 18
"""Longer lists of names are printed as running text."""
_MOST_ITEMS: Final = 8
"""The same, for those that share the width of the page with another list."""
_OPERATIONAL: Final = ("operational", "unit")
"""Kinds of groups that do the daily work, whoever they report to."""

_Names: TypeAlias = Sequence[tuple[Inline, ...]]


@frozen
class _Body:
    """Members of one kind."""

    kind: Kind | None
    members: tuple[Organisation, ...]

    @property
    def all_vote(self) -> bool:
        return all(member.voting for member in self.members)


def compose_partners(context: Context) -> Iterator[Block]:
    """The partners by their kinds, who of them has a vote, and who takes the chair."""
    parts = _by_kind(_partners(context.plan), context)
    chair = tuple(_chair(context))
    wording, style = context.template.wording, context.template.sheet.tables["Grid"]
    if parts or chair:
        yield Heading(context.words(wording.summary_partners), 1, context.anchor("partners"))
    if len(parts) == 1 and not parts[0].kind:
        yield _side_by_side(_names(parts[0], context), context)
        if parts[0].all_vote:
            yield Paragraph(context.words(wording.summary_votes))
    elif parts:
        running = any(len(part.members) > _MOST_ITEMS for part in parts)
        cells = tuple(Cell(tuple(_kind(part, context, running=running)), fill=style.header_fill) for part in parts)
        columns = _SIDE_BY_SIDE if len(parts) % _SIDE_BY_SIDE == 0 else 2
        yield Grid(cells, min(columns, len(parts)), origin="organisations")
    yield from chair


def compose_unit(context: Context) -> Iterator[Block]:
    """The unit, or the groups that do the daily work: what they are for, how often they meet, and who belongs to them."""
    groups = _units(context)
    sections = list(sections_of("unit", context))
    if len(groups) == 1:
        content = list(_unit(groups[0], context))
    else:
        content = [List(tuple(ListItem((_group(group, context),)) for group in groups), origin="groups")] if groups else []
    for path, section in sections:
        content += section_text(path, section, context)
    if not content:
        return
    if sections:
        yield part_heading("unit", context)
    elif len(groups) == 1 and groups[0].name.strip():
        name = context.words(groups[0].name)
        yield Heading(name, 1, context.anchor("unit"), origin=f"groups/{groups[0].id}/name")
    else:
        yield part_heading("groups", context)
    yield from content


def _partners(plan: Plan) -> list[Organisation]:
    """The listed organisations, without the kinds whose members are all in groups below: these are told of there."""
    listed = [one for one in plan.organisations if one.listed]
    below = {member for group in plan.groups if group.reports_to for member in group.members}
    below -= {member for group in plan.groups if not group.reports_to for member in group.members}
    partners = {one.kind for one in listed if one.id not in below}
    return [one for one in listed if one.kind in partners] or listed


def _units(context: Context) -> list[Group]:
    """The groups that report to another or do the daily work; of a plan that tells of its unit, all where there is none."""
    groups = context.plan.groups
    units = [group for group in groups if group.reports_to or group.kind in _OPERATIONAL]
    return units or (list(groups) if any(sections_of("unit", context)) else [])


def _by_kind(members: Sequence[Organisation], context: Context) -> list[_Body]:
    """The members by kinds that have a heading, in the order in which these are declared; then those of no such kind."""
    used = {member.kind for member in members}
    kinds = [kind for kind in context.names.kinds.values() if kind.id in used and kind.title]
    known = {kind.id for kind in kinds}
    parts = [_Body(kind, tuple(one for one in members if one.kind == kind.id)) for kind in kinds]
    rest = tuple(one for one in members if one.kind not in known)
    return [*parts, _Body(None, rest)] if rest else parts


def _kind(part: _Body, context: Context, *, running: bool) -> Iterator[Block]:
    """The heading of a kind, what its members have in common, and their names."""
    kind, wording = part.kind, context.template.wording
    title = kind.title if kind else wording.summary_others
    origin = context.names.kind_path(kind, "title") if kind else ""
    yield Paragraph(context.words(title), "Grid Name", origin=origin)
    said = kind.text if kind else ""
    if kind:
        yield from context.prose(said, style="Grid Text", origin=context.names.kind_path(kind, "text"))
    if part.all_vote and not _tells_of_votes(said):
        yield Paragraph(context.words(wording.summary_votes), "Grid Text")
    names = _names(part, context)
    if running:
        yield Paragraph(joined(names, context), "Grid Text")
    else:
        yield List(tuple(ListItem((Paragraph(name, "Grid Text"),)) for name in names))


def _tells_of_votes(text: str) -> bool:
    """Whether a text on members says already that they vote. In another language it is said again; never is it lost."""
    return any(word.startswith("vot") for word in text.casefold().split())


def _names(part: _Body, context: Context) -> _Names:
    """The names of members; where only some of them have a vote, it stands with theirs."""
    names = []
    for one in part.members:
        name = context.value(one.name, f"organisations/{one.id}/name")
        marked = one.voting and not part.all_vote
        names.append(context.phrase_of(context.template.wording.summary_vote, {"name": name}) if marked else name)
    return names


def _side_by_side(names: _Names, context: Context) -> Block:
    """Names in columns, or where they are many, as running text."""
    if len(names) > _MOST_ENTRIES:
        return Paragraph(joined(names, context))
    fill = context.template.sheet.tables["Grid"].header_fill
    cells = tuple(Cell((Paragraph(name, "Grid Text"),), fill=fill) for name in names)
    return Grid(cells, min(_SIDE_BY_SIDE, len(names)), origin="organisations")


def _chair(context: Context) -> Iterator[Block]:
    """Who takes the chair, after the words for it."""
    said = context.prose(context.plan.chair, origin="chair")
    label = part_heading("chair", context).content
    match said:
        case (Paragraph(content), *more):
            yield Paragraph(_labelled(label, content, context), origin="chair")
            yield from more
        case (_, *_):
            yield Paragraph((Strong(label),))
            yield from said


def _unit(group: Group, context: Context) -> Iterator[Block]:
    """Everything about the only group."""
    path = f"groups/{group.id}"
    yield from context.prose(group.purpose, origin=f"{path}/purpose")
    line = _rhythm(group, context)
    if line:
        yield Paragraph(line)
    names = [_member(member, f"{path}/members/{place}", context) for place, member in enumerate(group.members, 1)]
    if names:
        label = context.words(context.template.wording.summary_agencies)
        yield Paragraph(_labelled(label, joined(names, context), context))


def _member(member: str, path: str, context: Context) -> tuple[Inline, ...]:
    """The name of a member of a group, and what a reader should know of it, where that is a phrase."""
    organisation = context.names.organisations.get(member)
    if organisation is None:
        return context.value(context.names.body(member), path)
    origin = f"organisations/{organisation.id}"
    note = context.prose(organisation.note, origin=f"{origin}/note")
    name = context.value(organisation.name, f"{origin}/name")
    match note:
        case (Paragraph(content),):
            return context.phrase_of(context.template.wording.summary_member, {"name": name, "note": content})
        case _:
            return name


def _group(group: Group, context: Context) -> Paragraph:
    """One of several groups: its name, and what it is for."""
    name = context.value(group.name, f"groups/{group.id}/name")
    return Paragraph(_labelled(name, context.phrase(group.purpose), context))


def _rhythm(group: Group, context: Context) -> tuple[Inline, ...]:
    """How often a group meets and who chairs it, on a line."""
    path, wording = f"groups/{group.id}", context.template.wording
    label = context.words(context.template.registers["groups"].heading("meets"))
    meets = context.value(group.meets, f"{path}/meets")
    said = [_labelled(label, meets, context)] if meets else []
    if group.chair:
        said.append(context.phrase_of(wording.chair, {"chair": context.value(group.chair, f"{path}/chair")}))
    return joined(said, context) if len(said) < 2 else (*said[0], *context.words(wording.between), *said[1])


def _labelled(label: tuple[Inline, ...], said: Iterable[Inline], context: Context) -> tuple[Inline, ...]:
    """What is said, after what it is about."""
    return context.phrase_of(context.template.wording.labelled, {"label": (Strong(label),), "value": tuple(said)})
