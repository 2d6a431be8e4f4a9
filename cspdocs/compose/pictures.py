"""The plan's pictures, each with its description, caption and credit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cspdocs.compose.context import Context
from cspdocs.diagnostics import Severity
from cspdocs.document.nodes import Figure, Inline, Text, Value
from cspdocs.plan.blocks import Picture
from cspdocs.units import Length, inch

_SCREEN_PIXELS_PER_INCH: Final = 150


def compose_picture(picture: Picture, origin: str, context: Context) -> Iterator[Figure]:
    """A picture at the size asked for, else at the size its pixels are good for. Nothing where it cannot be used."""
    image = context.image(picture.file, origin)
    if image is None:
        return
    if not picture.alt and not picture.decorative:
        hint = "say in alt what it shows, or write decorative: yes if the text says it all"
        context.report("alt-text", f'the picture "{picture.file}" has no description', origin, hint, Severity.WARNING)
    width = picture.width or inch(image.width / _SCREEN_PIXELS_PER_INCH)
    if picture.height and not picture.width:
        width = Length(round(picture.height * image.width / image.height))
    alt = None if picture.decorative else context.fill(picture.alt)
    yield Figure(image, width, alt, _caption(picture, origin, context), picture.side, origin=origin)


def _caption(picture: Picture, origin: str, context: Context) -> tuple[Inline, ...]:
    """The caption and after it whose picture it is, each as far as it is given."""
    caption = context.phrase(picture.caption.rstrip(".") if picture.credit else picture.caption)
    made: tuple[Inline, ...] = (Value(caption, f"{origin}/caption"),) if caption else ()
    if not picture.credit:
        return made
    credit = (Value(context.phrase(picture.credit), f"{origin}/credit"),)
    end = (Text(". "),) if made else ()
    return (*made, *end, *context.phrase_with(context.template.wording.credit, "credit", credit))
