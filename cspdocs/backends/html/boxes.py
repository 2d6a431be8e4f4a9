"""Boxes: blocks with a background or a rule around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from cspdocs.backends.html.markup import block
from cspdocs.backends.html.story import Story, class_name
from cspdocs.document.nodes import Block, Box, Heading
from cspdocs.document.styles import BoxStyle

WriteBlocks: TypeAlias = Callable[[Sequence[Block], Story, BoxStyle], str]
"""Writes the blocks in a box of that style; handed in, because a box is a block too."""


def write_box(box: Box, story: Story, write_blocks: WriteBlocks) -> str:
    """A box, which is a section where it has a heading; in a fragment, which has no looks of ours, what stands in it."""
    style = story.box_style(box.style)
    written = write_blocks(box.content, story, style)
    if story.fragment or not written:
        return written
    name = "section" if any(isinstance(node, Heading) for node in box.content) else "div"
    return block(name, written, class_=f"box {class_name('box', style.name)}")
