"""What web pages need beside their text, gathered while it is written."""

from __future__ import annotations

import hashlib
from typing import Final

from cspdocs.backends.base import RenderOptions
from cspdocs.backends.html.addresses import Addresses
from cspdocs.backends.html.markup import address_part, escape, forbidden_characters
from cspdocs.backends.html.publication import Page
from cspdocs.diagnostics import Diagnostic, warning
from cspdocs.document.images import Image
from cspdocs.document.links import dead_link, is_allowed, usable_address
from cspdocs.document.styles import BoxStyle, Style, TableStyle, look_named
from cspdocs.values import define, field

DEEPEST: Final = 6
"""HTML has six levels of headings."""
_NAMED_BY: Final = 16
"""Digits of a picture's hash in its name."""


@define
class Story:
    """What the page at hand, and the publication as a whole, need beside the text.

    `page` and `depth` belong to the page at hand; all else is shared by the pages.
    """

    options: RenderOptions
    addresses: Addresses
    fragment: bool
    """Whether the markup is for a page of somebody else's, with looks of its own."""
    top: int
    """The level of the highest heading: `h1` on a page of our own."""
    page: Page
    depth: int = 0
    """The level of the last heading; 0 where none was written."""
    pictures: dict[str, bytes] = field(factory=dict)
    fills: dict[str, None] = field(factory=dict)
    columns: dict[tuple[int, ...], None] = field(factory=dict)
    rooms: dict[int, None] = field(factory=dict)
    findings: dict[Diagnostic, None] = field(factory=dict)

    def begin(self, page: Page) -> None:
        """Turns to another page."""
        self.page = page
        self.depth = 0

    def text(self, text: str, origin: str) -> str:
        """`text` as the content of an element. Characters that no web page can hold are left out, and reported."""
        for character in forbidden_characters(text):
            self.report(
                "forbidden-character",
                f"the character U+{ord(character):04X} cannot stand in a web page and was left out",
                origin,
                "delete it; it is invisible, so it is best to type the words around it afresh",
            )
        return escape(text)

    def report(self, code: str, message: str, origin: str, hint: str) -> None:
        """Adds a warning, once."""
        self.findings[warning(code, message, origin, hint)] = None

    def link(self, target: str, origin: str) -> str:
        """The address by which this page leads to `target`; empty, and reported, if it leads nowhere."""
        if target.startswith("#"):
            address = self.addresses.leading_to(target[1:], self.page)
        else:
            address = (usable_address(target) or "") if is_allowed(target) else ""
        if not address:
            self.findings[dead_link(target, origin)] = None
        return address

    def heading(self, level: int) -> int:
        """The level of HTML for a heading of the document.

        The title of a page, its one heading of the highest level, is what comes first. Below it no heading is more than
        one level deeper than the one before it, so that nobody looks for what was left out.
        """
        if self.fragment:
            wanted = max(self.top, min(self.top + level - 1, max(self.depth, self.top - 1) + 1))
        else:
            wanted = max(self.top + bool(self.depth), min(self.top + level - (not self.page.first), self.depth + 1))
        self.depth = min(wanted, DEEPEST)
        return self.depth

    def picture(self, image: Image) -> str:
        """The file of a picture, named by its content: the same picture is the same file, and another is another."""
        digest = hashlib.sha256(image.data).hexdigest()[:_NAMED_BY]
        name = f"pictures/{digest}.{'jpg' if image.format == 'jpeg' else image.format}"
        self.pictures[name] = image.data
        return name

    def style(self, name: str) -> Style:
        """The paragraph style `name`.

        Raises:
            RenderError: if the style sheet has no such style.
        """
        return look_named(self.options.sheet.styles, name)

    def table(self, name: str) -> TableStyle:
        """The table style `name`.

        Raises:
            RenderError: if the style sheet has no such style.
        """
        return look_named(self.options.sheet.tables, name, "table style")

    def box_style(self, name: str) -> BoxStyle:
        """The box style `name`.

        Raises:
            RenderError: if the style sheet has no such style.
        """
        return look_named(self.options.sheet.boxes, name, "box")

    def class_of(self, style: str, plain: str = "Body") -> str | None:
        """The class of a paragraph in `style`; none for the `plain` one of its place, and none in a fragment."""
        return None if self.fragment or style == plain else class_name("text", self.style(style).name)

    def part(self, name: str) -> str | None:
        """What looks need to know of a part of the page beside its style, such as its class; nothing in a fragment."""
        return None if self.fragment else name

    def fill(self, colour: str) -> str | None:
        """The class of a cell filled with a colour."""
        if not colour or self.fragment:
            return None
        self.fills[colour.lower()] = None
        return f"fill-{colour.lower().removeprefix('#')}"

    def widths(self, shares: tuple[int, ...]) -> str:
        """The class of tables whose columns have these shares of the width, in hundredths."""
        self.columns[shares] = None
        return columns_class(shares)

    def narrow(self, room: int) -> str:
        """The class of tables whose rows become blocks where there is less room, in rem."""
        self.rooms[room] = None
        return room_class(room)


def class_name(kind: str, style: str) -> str:
    """The class for a style of a kind, `text` or `table`: `Grid Name` is `text-grid-name`.

    A name that cannot be told from another by what is left of it gets a piece of its hash.
    """
    kept = address_part(style)
    if kept != style.lower().replace(" ", "-"):
        kept = f"{kept}-{hashlib.sha256(style.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}".lstrip("-")
    return f"{kind}-{kept}"


def columns_class(shares: tuple[int, ...]) -> str:
    """The class for columns of these shares of the width."""
    return f"columns-{'-'.join(map(str, shares))}"


def room_class(room: int) -> str:
    """The class for tables that need so much room, in rem."""
    return f"room-{room}"
