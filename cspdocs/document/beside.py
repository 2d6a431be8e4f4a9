"""Pictures that stand beside text: which of them do, how wide they are, and what runs beside them.

A picture with a side has its caption below it, and the paragraphs, lists and quotations that follow run beside both
until they pass the lower edge. Whatever is not made of lines alone begins below the picture. Only pictures among the
blocks of a section stand so: in a cell, a list or a quotation, where there is little room, they stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cspdocs.document.nodes import Block, Figure, List, Paragraph, Quote
from cspdocs.units import Length, inch, pt
from cspdocs.values import evolve, frozen

GAP: Final = pt(12)
"""The white space between a picture and the text beside it."""
BELOW: Final = pt(6)
"""The white space between a picture, or its caption, and what may not stand beside it. Text runs on without any."""

_LEAST: Final = inch(1)
"""The least width of text beside a picture. Word sets no text in a narrower room."""
_WIDEST: Final = 0.5
_HIGHEST: Final = 0.75


@frozen
class Passage:
    """Blocks that belong together: text with the picture that it runs beside, or any blocks, and `None`.

    The picture has the width at which it stands there.
    """

    figure: Figure | None
    blocks: tuple[Block, ...]


def passages(blocks: Sequence[Block], width: Length, height: Length) -> Iterator[Passage]:
    """All blocks in their order, those that follow a picture beside text apart from the others.

    Args:
        blocks: The blocks of a section.
        width: The width of the page's text.
        height: Its height.
    """
    figure: Figure | None = None
    run: list[Block] = []
    for number, block in enumerate(blocks):
        if figure and runs_beside(block):
            run.append(block)
            continue
        follows = number + 1 < len(blocks) and runs_beside(blocks[number + 1])
        picture = _beside(block, width, height) if isinstance(block, Figure) and follows else None
        if run and (figure or picture):
            yield Passage(figure, tuple(run))
            run = []
        figure = picture
        if not picture:
            run.append(block)
    if run:
        yield Passage(figure, tuple(run))


def runs_beside(block: Block) -> bool:
    """Whether a block is made of lines of text alone, at least one, so that it can run beside a picture."""
    match block:
        case Paragraph():
            return True
        case List(items):
            return bool(items) and all(runs_beside(inner) for item in items for inner in item.content)
        case Quote(content):
            return bool(content) and all(map(runs_beside, content))
        case _:
            return False


def _beside(figure: Figure, width: Length, height: Length) -> Figure | None:
    """The picture as wide as it is beside text: at most half of the width, and high at most three quarters of the page.

    `None` where it has no side, or where the text would have no room.
    """
    highest = height * _HIGHEST * figure.image.width / figure.image.height
    wide = Length(max(1, min(figure.width, round(width * _WIDEST), round(highest))))
    if figure.side is None or width - wide - GAP < _LEAST:
        return None
    return evolve(figure, width=wide)
