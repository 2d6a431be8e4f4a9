"""Boxes as strips: their frame is closed at the foot of a page and opened again at the head of the next."""

from __future__ import annotations

from cspdocs.document.boxes import edges_of, list_step, style_inside
from cspdocs.document.nodes import Block, Box, Grid, Heading, Paragraph, Table
from cspdocs.document.styles import BoxStyle
from cspdocs.layout.frames import Around, Frame
from cspdocs.layout.paged import Element
from cspdocs.layout.paragraphs import lay_words
from cspdocs.layout.strips import Column, LayBlocks, Setting, Strip
from cspdocs.values import evolve


def lay_box(box: Box, column: Column, setting: Setting, parent: Element, lay_blocks: LayBlocks) -> list[Strip]:
    """The upper edge, the strips of the blocks and the lower edge; nothing where no block takes any room."""
    style = setting.sheet.boxes[box.style]
    edges = edges_of(style)
    top, bottom = Strip(edges.top.depth.pt, may_turn=False), Strip(edges.bottom.depth.pt)
    inside = column.inset(edges.left.depth.pt, edges.right.depth.pt)
    inside = evolve(inside, height=max(1.0, column.height - top.height - bottom.height))
    element = parent.add("Sect", origin=box.origin)
    setting = _inside(setting)
    runs = [(_is_open(block), _lay_inside(block, style, inside, setting, element, lay_blocks)) for block in box.content]
    strips = [strip for _, run in runs for strip in run]
    if not strips:
        return []
    frame = Frame(column.left, column.left + column.width, style.fill, edges)
    top.frames, bottom.frames = (Around(frame, upper=True),), (Around(frame, lower=True),)
    bottom.may_turn, bottom.after = strips[-1].may_turn, style.space_after.pt
    strips[0].before = strips[-1].after = 0.0
    strips[-1].may_turn = False
    for number, (_, run) in enumerate(runs):
        above = () if any(before for before, _ in runs[: number + 1]) else (top,)
        below = () if any(after for after, _ in runs[number:]) else (bottom,)
        for strip in run:
            strip.frames = (Around(frame), *strip.frames)
            strip.repeated = (*above, *strip.repeated)
            strip.closed = (*strip.closed, *below)
    return [top, *strips, bottom]


def _is_open(block: Block) -> bool:
    """Whether a box is open towards a block in it, as in Word, where what is no text cannot have the box's frame."""
    return isinstance(block, Table | Grid | Box)


def _lay_inside(
    block: Block, style: BoxStyle, column: Column, setting: Setting, parent: Element, lay_blocks: LayBlocks
) -> list[Strip]:
    match block:
        case Paragraph() | Heading():
            element = parent.add("P" if isinstance(block, Paragraph) else f"H{block.level}", origin=block.origin)
            looks = setting.sheet.styles[style_inside(block, style)]
            return lay_words(block, looks, column, setting, element)
        case _:
            return lay_blocks((block,), column, setting, parent)


def _inside(setting: Setting) -> Setting:
    """What is known in a box: the marks of lists stand at its edge."""
    styles = setting.sheet.styles
    listed = evolve(styles["List"], indent=list_step(styles["List"], boxed=True))
    return evolve(setting, sheet=evolve(setting.sheet, styles={**styles, "List": listed}))
