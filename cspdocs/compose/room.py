"""How much room a page has left below some blocks, about: enough to size a picture, before anything is laid out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cspdocs.document.letterwidths import wrap_text
from cspdocs.document.nodes import Block, Figure, Heading, Paragraph
from cspdocs.document.styles import PageGeometry, Style, StyleSheet
from cspdocs.document.walk import plain_text
from cspdocs.units import Length, pt
from cspdocs.values import evolve

_LINE: Final = 1.2
"""The height of a line in ems, rather too much than too little."""
_LEAST: Final = pt(90)
"""A picture that would be lower than this goes to the next page in its own size."""


def fitted(figure: Figure, above: Iterable[Block], page: PageGeometry, sheet: StyleSheet) -> Figure:
    """The picture, made smaller where it would have no room on the page below the paragraphs and pictures `above`."""
    style = sheet.styles[figure.style]
    caption = _height(plain_text(figure.caption), sheet.styles["Caption"], page) if figure.caption else 0.0
    room = page.text_height - sum(_taken(block, page, sheet) for block in above)
    room -= style.space_before + style.size * _LINE + caption
    printed = min(figure.width, page.text_width)
    height = printed * figure.image.height / figure.image.width
    if height <= room or room < _LEAST:
        return figure
    return evolve(figure, width=Length(int(room * figure.image.width / figure.image.height)))


def leave_room(blocks: Iterable[Block], page: PageGeometry, sheet: StyleSheet) -> list[Block]:
    """The blocks, pictures right below headings made smaller where these would have no room on the same page."""
    made: list[Block] = []
    headings: list[Block] = []
    for block in blocks:
        made.append(fitted(block, headings, page, sheet) if headings and isinstance(block, Figure) else block)
        headings = [*headings, block] if isinstance(block, Heading) else []
    return made


def _taken(block: Block, page: PageGeometry, sheet: StyleSheet) -> float:
    match block:
        case Paragraph() | Heading():
            return _height(plain_text(block.content), sheet.styles[block.style], page)
        case Figure():
            look = sheet.styles[block.style]
            return block.height + look.space_before + look.space_after + look.size * _LINE
        case _:
            return 0.0


def _height(text: str, style: Style, page: PageGeometry) -> float:
    room = page.text_width - style.indent
    lines = len(wrap_text(text, room, style.size, bold=style.bold))
    return lines * style.size * _LINE * style.line_spacing + style.space_before + style.space_after
