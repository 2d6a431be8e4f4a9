"""The first and the last page: titles, pictures, how to reach the partnership, and the notice on other formats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from cspdocs.compose.contacts import compose_contact
from cspdocs.compose.context import Context
from cspdocs.compose.pictures import compose_picture
from cspdocs.compose.ready import ready_text
from cspdocs.compose.room import fitted
from cspdocs.document.images import ImageError
from cspdocs.document.nodes import Block, Figure, Inline, Paragraph, Section, Text
from cspdocs.document.reading import read_image
from cspdocs.plan.model import every_section
from cspdocs.units import Length
from cspdocs.values import evolve

_LINE: Final = "Strapline"
_TO: Final = "\u00a0-\u00a0"


def compose_cover(context: Context) -> Section:
    """The first page: whose plan it is, what it is called, which edition, and in which state."""
    plan, wording = context.plan, context.template.wording
    blocks: list[Block] = [*compose_logo("cover", context)]
    if len(plan.areas) == 1:
        blocks.append(Paragraph(context.words(plan.area), "Subtitle", origin="areas/1"))
    elif plan.areas:
        blocks.append(Paragraph(area_names(context), "Subtitle"))
    if plan.partnership:
        blocks.append(Paragraph(context.words(plan.partnership), "Subtitle", origin="partnership"))
    blocks.append(Paragraph(dated_title(context), "Title", origin="title"))
    if plan.edition:
        blocks.append(Paragraph(context.words(context.placeholders.fill_wording(wording.edition)), "Subtitle"))
    if plan.cover.strapline:
        blocks.append(Paragraph(context.words(plan.cover.strapline), _LINE, origin="cover/strapline"))
    blocks += compose_state(context)
    if plan.cover.picture:
        sheet = context.template.sheet
        for picture in compose_picture(plan.cover.picture, "cover/picture", context):
            figure = evolve(picture, style="Cover Figure", side=None)
            blocks.append(fitted(figure, blocks, sheet.pages[_page(context)], sheet))
    return Section(tuple(blocks), _page(context), running=False, name="cover")


def compose_back(context: Context) -> Iterator[Section]:
    """The last page, where there is anything for it: how to reach the partnership, and the notice."""
    contact = context.plan.contact
    blocks: list[Block] = []
    if contact:
        blocks.append(Paragraph(context.words(contact.name), "Contact Name", origin="contact/name"))
        blocks += compose_contact(contact, "Contact", "contact", context)
    blocks += compose_notice("back", context)
    if blocks:
        yield Section((*compose_logo("back", context), *blocks), _page(context), running=False, name="back")


def compose_notice(place: Literal["contents", "back"], context: Context) -> tuple[Block, ...]:
    """How to get the plan in other formats, where this is its place and no section of the plan says it.

    Without a contents list it stands on the last page, but not alone with the ready text: that says to ask, and not whom.
    """
    plan, template = context.plan, context.template
    listed = bool(plan.sections and template.contents_depth)
    wanted = "back" if template.access == "contents" and not listed else template.access
    said = any(section.kind == "access" for _, section in every_section(plan.sections))
    if place != wanted or said or (place == "back" and not plan.contact and not plan.access):
        return ()
    text, origin = ready_text("access", context)
    return context.prose(text, style="Notice", origin=origin)


def dated_title(context: Context) -> tuple[Inline, ...]:
    """The plan's title and its period, whose two years stay on one line."""
    plan = context.plan
    title = context.value(plan.title, "title")
    return (*title, Text(f" {plan.period.long.replace(' - ', _TO)}")) if plan.period else title


def area_names(context: Context) -> tuple[Inline, ...]:
    """The areas in a phrase, each of them to be edited by itself."""
    areas = context.plan.areas
    wording = context.template.wording
    made: list[Inline] = []
    for place, area in enumerate(areas, 1):
        if made:
            made += context.words(wording.before_last if place == len(areas) else wording.between)
        made += context.value(area, f"areas/{place}")
    return tuple(made)


def compose_state(context: Context) -> Iterator[Paragraph]:
    """That it is a draft; who approved it, and when it is looked at again, where the template prints that here."""
    release, wording = context.plan.release, context.template.wording
    if release.stage == "draft" and wording.draft:
        version = {"version": context.value(release.version, "release/version")}
        draft = context.phrase_of(wording.draft, version) or context.words(wording.draft.replace("{version}", "").strip())
        yield Paragraph(draft, _LINE)
    for phrase, slot, said, origin in (
        (wording.approved, "approved", release.approved, "release/approved"),
        (wording.next_review, "review", release.next_review, "release/next-review"),
    ):
        if phrase and said:
            yield Paragraph(context.phrase_of(phrase, {slot: context.value(said, origin)}), _LINE, origin=origin)


def compose_logo(place: str, context: Context) -> Iterator[Figure]:
    """The template's sign, where it is printed at that place."""
    logo = context.template.logo
    if logo is None or place not in logo.on:
        return
    try:
        image = read_image(logo.file)
    except ImageError as error:
        message = f"the logo of the template {context.template.name} cannot be used: {error}"
        context.report("picture", message, "template", "give a PNG or JPEG file of its folder")
        return
    width = Length(round(logo.height * image.width / image.height))
    yield Figure(image, width, context.fill(logo.alt) or None, style="Cover Figure")


def _page(context: Context) -> str:
    """The geometry of the first and last page: one of their own where the template has it."""
    return "Cover" if "Cover" in context.template.sheet.pages else "Page"
