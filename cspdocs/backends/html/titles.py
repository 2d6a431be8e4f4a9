"""The title of a publication: what its first page begins with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cspdocs.backends.html.body import write_blocks
from cspdocs.backends.html.markup import block, element, escape, lines
from cspdocs.backends.html.numbers import numbered
from cspdocs.backends.html.publication import TITLE, is_title
from cspdocs.backends.html.runs import write_runs
from cspdocs.backends.html.story import Story
from cspdocs.document.nodes import Block, Paragraph

_STYLES: Final = (TITLE, "Subtitle", "Strapline")
_HIGHEST: Final = 0
"""The level of the title, above all headings."""


def write_titled(blocks: Sequence[Block], story: Story) -> str:
    """The markup of blocks with the title among them, which with the lines around it makes one heading."""
    place = next(number for number, block in enumerate(blocks) if is_title(block))
    begin, end = place, place + 1
    while begin and _belongs(blocks[begin - 1]):
        begin -= 1
    while end < len(blocks) and _belongs(blocks[end]):
        end += 1
    written = [
        _line(block, story, titled=number == place)
        for number, block in enumerate(blocks[begin:end], begin)
        if isinstance(block, Paragraph)
    ]
    return lines(
        write_blocks(blocks[:begin], story),
        block("hgroup", *written),
        write_blocks(blocks[end:], story),
    )


def write_given_title(title: str, story: Story) -> str:
    """The title of a document that prints none."""
    name = f"h{story.heading(_HIGHEST)}"
    heading = element(name, escape(title.strip() or "\u2026"), class_=story.class_of(TITLE))
    return element("hgroup", heading, class_="given")


def _line(line: Paragraph, story: Story, *, titled: bool) -> str:
    name = f"h{story.heading(_HIGHEST)}" if titled else "p"
    identity = story.addresses.of_anchor(line, story.page)
    return element(name, write_runs(numbered(line), story, line.origin), id=identity, class_=story.class_of(line.style))


def _belongs(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style in _STYLES
