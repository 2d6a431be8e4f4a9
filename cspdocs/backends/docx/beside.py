"""Pictures with text beside them: the picture stands in the line of a paragraph of its own, and that in a frame.

A drawing that floats is skipped by screen readers, and Word's accessibility checker warns of it; a paragraph in a frame
is read where it stands, before the text that runs beside it. Where the frame stands and how wide it is, its style says.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from cspdocs.backends.docx.fieldblocks import write_fields
from cspdocs.backends.docx.paragraphs import paragraph
from cspdocs.backends.docx.pictures import write_picture
from cspdocs.backends.docx.places import Place
from cspdocs.backends.docx.runs import write_runs
from cspdocs.backends.docx.story import Story
from cspdocs.backends.docx.styles.book import Frame
from cspdocs.backends.docx.tables import WriteBlocks
from cspdocs.document.beside import GAP, passages
from cspdocs.document.nodes import Block, Figure, Heading, Paragraph
from cspdocs.document.styles import StyleSheet
from cspdocs.document.walk import block_texts
from cspdocs.units import Length
from cspdocs.values import evolve

_FRAMED: Final = '<w:framePr w:wrap="around"/>'
"""Says that a paragraph stands in the frame of its style; LibreOffice before 7.6 does not take the style's word alone."""

_CLEAR: Final = '<w:r><w:br w:type="textWrapping" w:clear="all"/></w:r>'
"""A break that ends below the picture."""

_LETTER: Final = 0.55
"""The width of a letter as a part of the font size: more than the average of any common typeface."""

_SURELY: Final = 2.0
"""How many times as high as the picture text is estimated to be when it surely passes its lower edge."""


def write_passages(blocks: Sequence[Block], place: Place, story: Story, write_blocks: WriteBlocks) -> list[str]:
    """The markup of a section's blocks in a list of paragraphs, tables and content controls."""
    written: list[str] = []
    for passage in passages(blocks, place.width, place.height):
        figure, text = passage.figure, passage.blocks
        height = _captioned_height(figure, story.book.sheet) if figure else 0.0
        if figure is None:
            written += write_blocks(text, place, story)
        elif height > place.height:
            # With so long a caption it stands alone.
            written += write_blocks((figure, *text), place, story)
        else:
            written += _write_framed(figure, evolve(place, width=figure.width), story)
            written += _write_beside(text, figure, height, place, story, write_blocks)
    return written


def _write_beside(
    text: Sequence[Block], figure: Figure, height: float, place: Place, story: Story, write_blocks: WriteBlocks
) -> list[str]:
    """Text beside a picture of that height. What is about as far up as the picture stays on its page.

    What must stand below the picture is kept there by a paragraph, unless it is far below in any case.
    """
    room = evolve(place, width=Length(place.width - figure.width - GAP))
    reached = 0.0

    def write(_: int, block: Block) -> list[str]:
        nonlocal reached
        here = place
        if reached < height:
            reached += _height(block, room.width, story.book.sheet)
            here = evolve(place, beside=True, kept=reached < height)
        else:
            reached += _height(block, place.width, story.book.sheet)
        return write_blocks((block,), here, story)

    written = write_fields(text, story, write)
    if reached < _SURELY * height:
        written.append(paragraph(story.book.clearing(), _CLEAR))
    return written


def _write_framed(figure: Figure, place: Place, story: Story) -> list[str]:
    """The picture and its caption in one frame: paragraphs below one another whose frames are equal share one."""
    book, frame = story.book, Frame(figure.side or "left", figure.width)
    name, below = figure.style, Length(0)
    if figure.caption:
        name, below = f"{name} Captioned", book.style(name).space_after
    name = book.framed(name, figure.style, frame, space_before=Length(0), space_after=below)
    written = [paragraph(name, write_picture(figure, place, story), _FRAMED)]
    if figure.caption:
        name = book.framed("Caption", "Caption", frame, space_after=Length(0))
        runs = write_runs(figure.caption, book.style(name), story, figure.origin)
        written.append(paragraph(name, runs, _FRAMED))
    return written


def _captioned_height(figure: Figure, sheet: StyleSheet) -> float:
    """About how high picture and caption are, in EMU."""
    if not figure.caption:
        return figure.height
    return figure.height + _height(Paragraph(figure.caption, "Caption"), figure.width, sheet)


def _height(block: Block, width: Length, sheet: StyleSheet) -> float:
    """About how high a block of that width will be, in EMU."""
    style = sheet.styles[block.style if isinstance(block, Heading | Paragraph) else "Body"]
    line = style.size * 1.2 * style.line_spacing
    height = min(block.height, block.height * width / block.width) if isinstance(block, Figure) else 0.0
    for text in block_texts((block,)):
        lines = sum(ceil(len(part) * style.size * _LETTER / width) or 1 for part in text.split("\n"))
        height += lines * line + style.space_before + style.space_after
    return height
