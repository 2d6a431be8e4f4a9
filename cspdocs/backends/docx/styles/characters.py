"""Styles of characters as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterable

from cspdocs.backends.docx.house.writing import HouseWriter
from cspdocs.backends.docx.markup import hexadecimal
from cspdocs.backends.docx.story import EMPHASIS, HYPERLINK, STRONG, UNFILLED, Look
from cspdocs.backends.docx.styles.book import StyleBook
from cspdocs.backends.docx.styles.gallery import HIDDEN, is_built_in, listing


def character_styles(looks: Iterable[tuple[Look, str]]) -> dict[Look, str]:
    """The names of all styles of characters: of those that any officer looks for, and of those in use with their bases."""
    named = {STRONG: "Strong", EMPHASIS: "Emphasis", HYPERLINK: "Hyperlink"}
    for look, name in looks:
        if look.unfilled:
            named.setdefault(UNFILLED, "Unfilled")
        if look.link:
            named.setdefault(Look(link=look.link), look.link)
        if name:
            named.setdefault(look, name)
    return named


def character_style_id(name: str) -> str:
    """The id of the character style `name`."""
    return name.replace(" ", "")


def write_character_style(look: Look, name: str, book: StyleBook, house: HouseWriter | None) -> str:
    """A style of characters. One that marks them in two ways is based on that of the first."""
    if house and house.has("character", name):
        return house.write("character", name)
    base = next((first for first in (look.link, "Unfilled" * look.unfilled) if first), "")
    if look.strong and look.emphasis and not base:
        base = "Strong"
    base = base if base != name else ""
    properties = "<w:b/><w:bCs/>" if look.strong and base != "Strong" else ""
    properties += "<w:i/><w:iCs/>" if look.emphasis else ""
    if look.link and not base:
        properties += f'<w:color w:val="{hexadecimal(book.sheet.link_colour)}"/>'
    if look.unfilled:
        properties += f'<w:color w:val="{hexadecimal(book.sheet.unfilled_text)}"/>'
    if look.link == HYPERLINK.link and not base:
        properties += '<w:u w:val="single"/>'
    if look.unfilled:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(book.sheet.unfilled_fill)}"/>'
    custom = "" if is_built_in(name) else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{character_style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{character_style_id(base) or "DefaultParagraphFont"}"/>{HIDDEN if base else listing(name)}'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )
