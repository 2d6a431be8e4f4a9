"""Pictures with text beside them, as strips: the picture hangs from the first line of the text."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from cspdocs.document.beside import BELOW, GAP, Passage, passages
from cspdocs.document.nodes import Block
from cspdocs.layout.blocks import lay_blocks
from cspdocs.layout.figures import lay_figure
from cspdocs.layout.paged import Element
from cspdocs.layout.strips import Column, Notch, Setting, Strip, bottoms_of, pour, stack_height
from cspdocs.units import pt
from cspdocs.values import evolve


def lay_passages(blocks: Sequence[Block], column: Column, setting: Setting, parent: Element) -> list[Strip]:
    """The strips of a section's blocks, from top to bottom, those with text beside a picture among them."""
    strips: list[Strip] = []
    for passage in passages(blocks, pt(column.width), pt(column.height)):
        strips += _lay_passage(passage, column, setting, parent)
    return strips


def _lay_passage(passage: Passage, column: Column, setting: Setting, parent: Element) -> list[Strip]:
    figure = passage.figure
    if figure is None:
        return lay_blocks(passage.blocks, column, setting, parent)
    width, read = figure.width.pt, Element("")
    left = column.left if figure.side == "left" else column.left + column.width - width
    # It has the size at which it stands here, so that nothing need make it fit.
    picture = lay_figure(figure, Column(left, width, inf), setting, read)
    depth = stack_height(picture)
    if depth > column.height:
        # With so long a caption it stands alone, so that pages can turn in the caption.
        return lay_blocks((figure, *passage.blocks), column, setting, parent)
    parent.children += read.children
    taken = width + GAP.pt
    edges = (taken, 0.0) if figure.side == "left" else (0.0, taken)
    notch = Notch(*edges, depth)
    text = lay_blocks(passage.blocks, evolve(column, notch=notch), setting, parent)
    _keep_beside(text, depth)
    text[0] = _hang(picture, text[0])
    return text


def _hang(picture: Sequence[Strip], first: Strip) -> Strip:
    """The first line of the text with the picture, and what belongs to it, hanging from its top, to be read before it."""
    strip = evolve(first, items=[], links=[], inner=[], anchors=(), dressing=None)
    pour(picture, strip, 0.0)
    strip.hold(first, 0.0)
    strip.reach = max(first.height, stack_height(picture))
    return strip


def _keep_beside(text: Sequence[Strip], depth: float) -> None:
    """No page turns between strips of which the lower still begins beside the picture, and what follows clears it."""
    bottoms = bottoms_of(text)
    for strip, following, bottom in zip(text, text[1:], bottoms[1:], strict=False):
        if bottom - following.height < depth:
            strip.may_turn = False
    last, bottom = text[-1], bottoms[-1]
    short = max(0.0, depth - bottom)
    last.height += short
    if bottom < depth + BELOW.pt:
        last.after = max(last.after - short, depth + BELOW.pt - bottom - short)
