"""Blocks below one another, as strips."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, assert_never

from cspdocs.document.lists import LABEL_GAP, list_standing, style_of_marks
from cspdocs.document.nodes import (
    Block,
    Box,
    Contents,
    DefinitionList,
    Figure,
    Grid,
    Heading,
    List,
    Paragraph,
    Quote,
    Table,
)
from cspdocs.layout.boxes import lay_box
from cspdocs.layout.figures import lay_figure
from cspdocs.layout.fonts import Face
from cspdocs.layout.paged import Element
from cspdocs.layout.paragraphs import lay_heading, lay_label, lay_paragraph, lay_text, lay_words
from cspdocs.layout.strips import Column, Setting, Strip
from cspdocs.layout.tabbed import lay_contents, lay_definitions
from cspdocs.layout.tables import lay_grid, lay_table
from cspdocs.units import Length, pt
from cspdocs.values import evolve

BULLETS: Final = ("\u2022", "\u25e6", "\u25aa")
"""The marks of list items, by depth, and again from the start."""
_FIELD_END: Final = 1.0
"""The height, in points, of the paragraph that ends a word processor's contents list, which parts it from what follows."""


def lay_blocks(blocks: Sequence[Block], column: Column, setting: Setting, parent: Element, depth: int = 0) -> list[Strip]:
    """The strips of all blocks, from top to bottom. `depth` counts the lists they stand in."""
    strips: list[Strip] = []
    for block in blocks:
        strips += _lay_block(block, column.below(strips), setting, parent, depth)
    return strips


def _lay_block(block: Block, column: Column, setting: Setting, parent: Element, depth: int) -> list[Strip]:
    match block:
        case Paragraph():
            return lay_paragraph(block, column, setting, parent)
        case Heading():
            return lay_heading(block, column, setting, parent)
        case List():
            return _lay_list(block, column, setting, parent, depth)
        case Quote():
            return _lay_quote(block, column, setting, parent, depth)
        case Box():
            return lay_box(block, column, setting, parent, partial(lay_blocks, depth=depth))
        case Figure():
            return lay_figure(block, column, setting, parent)
        case Table():
            return lay_table(block, column, setting, parent, lay_blocks)
        case Grid():
            return lay_grid(block, column, setting, parent, lay_blocks)
        case DefinitionList():
            return lay_definitions(block, column, setting, parent)
        case Contents():
            return [*lay_contents(block, column, setting, parent), Strip(_FIELD_END)]
        case _:
            assert_never(block)


def _lay_list(listing: List, column: Column, setting: Setting, parent: Element, depth: int) -> list[Strip]:
    """Items with their mark hanging at the left. Space between items is the list style's; below the list, Body's."""
    style = setting.sheet.styles["List"]
    element = parent.add("L", numbering="Decimal" if listing.ordered else "Disc", origin=listing.origin)
    marked = setting.sheet.styles[style_of_marks(listing)]
    look = setting.faces.look(marked)
    face, size, height = look.face, look.size, look.line_height
    labels = _labels(listing, depth, face)
    widths = [(face.width(label) + LABEL_GAP) * size for label in labels]
    step, hang = list_standing(listing, style, style.indent.pt, size, column.narrow.width)
    strips: list[Strip] = []
    for item, label, width in zip(listing.items, labels, widths, strict=True):
        entry = element.add("LI")
        place = column.inset(step).below(strips)
        edge = place.narrow if place.lines_beside(look.before, height) else place
        mark = lay_label(label, marked, edge.left - hang, setting, entry.add("Lbl"))
        body = entry.add("LBody")
        laid: list[Strip] = []
        for block in item.content:
            inner = place.below(laid)
            match block:
                case Paragraph(content, "Body", anchor, ""):
                    # A label that is wider than its place pushes the first words aside.
                    aside = Length(0) if laid else pt(max(0.0, width - hang))
                    plain = evolve(style, indent=Length(0), first_line=aside)
                    text = body.add("P", origin=block.origin)
                    lines = lay_text(content, plain, inner, setting, text, origin=block.origin)
                    if anchor:
                        lines[0].anchors = ((anchor, 0.0),)
                    laid += lines
                case Paragraph() if not laid and width > hang:
                    # The same for paragraphs of other styles, as in the cells of tables.
                    aside = pt(width - hang)
                    looks = evolve(setting.sheet.styles[block.style], first_line=aside)
                    laid += lay_words(block, looks, inner, setting, body.add("P", origin=block.origin))
                case _:
                    laid += _lay_block(block, inner, setting, body, depth + 1)
        if not laid:
            laid = lay_text((), style, place, setting, None)
        laid[0].items[:0] = mark
        strips += laid
    if strips and depth == 0:
        strips[-1].after = max(style.space_after.pt, setting.sheet.styles["Body"].space_after.pt)
    return strips


def _labels(listing: List, depth: int, face: Face) -> list[str]:
    """What stands before each item."""
    if listing.ordered:
        return [f"{listing.start + number}." for number in range(len(listing.items))]
    bullets = [bullet for bullet in BULLETS if not face.lacks(bullet)] or ["-"]
    return [bullets[depth % len(bullets)]] * len(listing.items)


def _lay_quote(quote: Quote, column: Column, setting: Setting, parent: Element, depth: int) -> list[Strip]:
    """The words in the style of quotations, and whose they are in a line below."""
    style = setting.sheet.styles["Quote"]
    element = parent.add("BlockQuote", origin=quote.origin)
    strips: list[Strip] = []
    for block in quote.content:
        match block:
            case Paragraph(_, "Body"):
                inside = element.add("P", origin=block.origin)
                strips += lay_words(block, style, column.below(strips), setting, inside)
            case _:
                strips += _lay_block(block, column.inset(style.indent.pt).below(strips), setting, element, depth)
    if quote.attribution:
        if strips:
            strips[-1].may_turn = False
            strips[-1].after = 0.0
        attribution = setting.sheet.styles["Attribution"]
        below = column.below(strips)
        strips += lay_text(quote.attribution, attribution, below, setting, element.add("P"), origin=quote.origin)
    return strips
