"""The summary: the partnership and its plan on a page, made of what the plan says elsewhere at length.

It has no fields of its own. What the plan does not say is left out. Text stands whole or not at all; where all of it needs
more than a page, `cspdocs.checks.summary` says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cspdocs.compose.contacts import compose_address, compose_ways
from cspdocs.compose.context import Context
from cspdocs.compose.cover import area_names, compose_logo, compose_state
from cspdocs.compose.partnership_plan import Composition
from cspdocs.compose.priorities import priority_title
from cspdocs.compose.ready import ready_text
from cspdocs.compose.summary.excerpts import compose_excerpts, part_heading
from cspdocs.compose.summary.members import compose_partners, compose_unit
from cspdocs.document.nodes import (
    Block,
    Box,
    Cell,
    Document,
    Grid,
    Heading,
    Inline,
    List,
    ListItem,
    Paragraph,
    Section,
)
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan.model import Plan, Priority
from cspdocs.template.sheets import summary_sheet
from cspdocs.template.template import Template
from cspdocs.values import evolve

_USUAL: Final = "priority"
"""The kind of priorities that need no heading beside that of the part."""
_MOST_COLUMNS: Final = 4
_SHORT_CARD: Final = 70
"""Letters on a card that a quarter of the page is wide enough for; with more it takes a third, then a half."""
_SHORT_SCOPE: Final = 160
"""Letters of what a priority covers that may stand with its title; what is longer is left to the plan."""


def compose_summary(plan: Plan, template: Template) -> Composition:
    """The summary in the template's wording, for one page of its paper for summaries."""
    # The address of the whole plan stands where plans print that of the partnership.
    wording = evolve(template.wording, web=template.wording.summary_web)
    context = Context.start(plan, evolve(template, wording=wording, sheet=summary_sheet(template.sheet)))
    context.is_excerpt = True
    blocks = (
        *_head(context),
        *_vision(context),
        *_about(context),
        *_priorities(context),
        *compose_partners(context),
        *_council(context),
        *compose_unit(context),
        *_contact(context),
    )
    document = Document(
        title=", ".join(filter(None, (plain_text(_named(context)), context.fill(_whose(plan))))),
        sections=(Section(_with_notes(blocks, context), running=False, name="summary"),),
        language=plan.language,
        author=context.fill(plan.release.author or plan.partnership),
        subject=plain_text(_named(context)),
        date=plan.release.date,
        stage=plan.release.stage.capitalize(),
        version=plan.release.version,
    )
    return Composition(document, tuple(context.findings))


def _head(context: Context) -> Iterator[Block]:
    """Whose summary it is, of which plan, and in which state."""
    plan = context.plan
    yield from compose_logo("cover", context)
    areas = [Paragraph(area_names(context), "Subtitle")] if plan.areas else []
    if plan.partnership:
        yield from areas
        yield Paragraph(context.words(plan.partnership), "Title", origin="partnership")
        yield Paragraph(_named(context), "Strapline")
    else:
        yield from areas
        yield Paragraph(_named(context), "Title")
    yield from compose_state(context)


def _named(context: Context) -> tuple[Inline, ...]:
    """What the summary is called: the plan's title and period, with the template's words around them."""
    plan = context.plan
    period = context.words(plan.period.long) if plan.period else ()
    return context.phrase_of(
        context.template.wording.summary, {"title": context.value(plan.title, "title"), "period": period}
    )


def _whose(plan: Plan) -> str:
    return " ".join(part for part in (plan.area, plan.partnership) if part)


def _vision(context: Context) -> Iterator[Block]:
    """The vision in a box: the plan's sentence, else what a section says of it."""
    plan, wording = context.plan, context.template.wording
    if plan.vision:
        said = context.phrase_of(wording.summary_vision, {"vision": context.value(plan.vision, "vision")})
        yield Box((part_heading("vision", context), Paragraph(said, origin="vision")), origin="vision")
    else:
        content = tuple(compose_excerpts("vision", context))
        if content:
            yield Box(content)


def _about(context: Context) -> Iterator[Block]:
    """What the partnership is, as the plan says it; where it does not, in the template's words."""
    told = (*compose_excerpts("about", context), *compose_excerpts("duty", context))
    if told:
        yield from told
        return
    text, origin = ready_text("about", context)
    if text:
        yield part_heading("about", context)
        yield from context.prose(text, origin=origin)


def _priorities(context: Context) -> Iterator[Block]:
    """The year's priorities side by side, those of each kind below its heading where the plan tells kinds apart."""
    priorities = context.plan.priorities
    if not priorities:
        return
    yield part_heading("priorities", context)
    parts = context.names.by_kind(priorities, lambda one: one.kind)
    # Priorities of the usual kind have no heading of their own, and would seem to be of the kind before them.
    for kind, some in sorted(parts, key=lambda part: part[0] is not None and part[0].id != _USUAL):
        if kind and kind.id != _USUAL:
            anchor, origin = context.anchor(f"priorities-{kind.id}"), context.names.kind_path(kind, "title")
            yield Heading(context.words(kind.title), 2, anchor, origin=origin)
        yield _cards(some, context)


def _cards(priorities: Sequence[Priority], context: Context) -> Grid:
    """The titles of priorities, each on a background, and below it in short what it covers."""
    cells = []
    for priority in priorities:
        path, fill = f"priorities/{priority.id}", context.template.sheet.tables["Grid"].band_fill
        cells.append(Cell(tuple(_card(path, priority, context)), fill=fill, origin=path))
    longest = max(len(" ".join(block_texts(cell.content))) for cell in cells)
    return Grid(tuple(cells), _columns(len(cells), longest), origin="priorities")


def _card(path: str, priority: Priority, context: Context) -> Iterator[Paragraph]:
    style = context.template.sheet.tables["Grid"]
    yield Paragraph(priority_title(path, priority, context), style.band, origin=f"{path}/title")
    match context.prose(priority.scope, style="Grid Text", origin=f"{path}/scope"):
        case (Paragraph() as scope,) if len(plain_text(scope.content)) <= _SHORT_SCOPE:
            yield scope
        case _:
            pass


def _columns(count: int, longest: int) -> int:
    """How many columns leave the fewest gaps in the last row; the more the better, where the longest text is short."""
    most = max(2, _MOST_COLUMNS - longest // _SHORT_CARD)
    return min(range(min(2, count), min(most, count) + 1), key=lambda columns: (-count % columns, -columns))


def _council(context: Context) -> Iterator[Block]:
    """The role of the council, and what it does this year."""
    told = tuple(compose_excerpts("council", context))
    yield from told
    items = tuple(_led_by(context.plan.council, context))
    if items:
        if told:
            title = context.placeholders.fill_wording(context.template.wording.summary_actions)
            yield Heading(context.words(title), 2, context.anchor("council-actions"))
        else:
            yield part_heading("council", context)
        yield List(items, origin="actions")


def _led_by(body: str, context: Context) -> Iterator[ListItem]:
    """The titles of the actions that a body leads or helps to lead."""
    for action in context.plan.actions:
        if body and any(context.names.same_body(owner, body) for owner in action.owners):
            yield ListItem((Paragraph(context.words(action.title), origin=f"actions/{action.id}/title"),))


def _contact(context: Context) -> Iterator[Block]:
    """How to reach the partnership, and where the whole plan is to be found."""
    contact = context.plan.contact
    if contact is None:
        return
    ways = tuple(compose_ways(contact, "Grid Text", "contact", context))
    address = tuple(compose_address(contact, "Grid Text", "contact", context))
    if not (ways or address):
        # A name alone is no way to reach anybody.
        return
    yield part_heading("contact", context)
    name = Paragraph(context.words(contact.name), "Grid Name", origin="contact/name")
    fill = context.template.sheet.tables["Grid"].band_fill
    cells = [Cell((name, *address), fill=fill), *([Cell(ways, fill=fill)] if ways else [])]
    yield Grid(tuple(cells), len(cells), origin="contact")


def _with_notes(blocks: Sequence[Block], context: Context) -> tuple[Block, ...]:
    """The blocks, with the notes that their texts mark at the end."""
    wording = context.template.wording
    (named,), notes = context.notes.take([blocks], wording.note_return)
    if not notes:
        return tuple(named)
    return (*named, Heading(context.words(wording.notes), 1, context.anchor("notes")), *notes)
