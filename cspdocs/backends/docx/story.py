"""What the text of a Word file needs beside itself, gathered while it is written."""

from __future__ import annotations

import hashlib
from typing import Final, NamedTuple

from cspdocs.backends.base import RenderOptions
from cspdocs.backends.docx.controls import Controls
from cspdocs.backends.docx.counting import Counting
from cspdocs.backends.docx.links import bookmark_name
from cspdocs.backends.docx.markup import attribute, forbidden_characters, run_content, without_forbidden
from cspdocs.backends.docx.numbering import Numbering
from cspdocs.backends.docx.styles.book import StyleBook
from cspdocs.diagnostics import Diagnostic, warning
from cspdocs.document.images import Image
from cspdocs.document.links import dead_link, usable_address
from cspdocs.document.styles import PageGeometry, look_named
from cspdocs.values import define, field, frozen


class Look(NamedTuple):
    """How characters differ from their paragraph. `link` tells links out of the document from those inside it."""

    strong: bool = False
    emphasis: bool = False
    link: str = ""
    language: str = ""
    unfilled: bool = False


PLAIN: Final = Look()
STRONG: Final = Look(strong=True)
EMPHASIS: Final = Look(emphasis=True)
HYPERLINK: Final = Look(link="Hyperlink")
CROSS_REFERENCE: Final = Look(link="Cross Reference")
UNFILLED: Final = Look(unfilled=True)

_RIGHT_TO_LEFT: Final = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
"""Languages whose words stand from right to left, and blanks and stops between them too where Word is told so."""


@frozen
class Media:
    """A picture's part of the package: `relationship` is its id in the main text, `name` that of the part."""

    relationship: str
    name: str
    image: Image


@frozen
class RunningPart:
    """A header or footer: its kind, its number among those of its kind, its markup, and where its links lead."""

    kind: str
    number: int
    markup: str
    links: dict[str, str]

    @property
    def relationship(self) -> str:
        """Its id in the main text."""
        return f"rId{self.kind.capitalize()}{self.number}"


@define
class Story:
    """What one part with text, and the file as a whole, need beside the text.

    `links` maps addresses to the ids of this part's relationships; all else belongs to the whole file and is shared by
    its parts.
    """

    options: RenderOptions
    book: StyleBook
    numbering: Numbering
    counting: Counting
    looks: dict[Look, str] = field(factory=dict)
    media: dict[bytes, Media] = field(factory=dict)
    running: list[RunningPart] = field(factory=list)
    bookmarks: set[str] = field(factory=set)
    findings: dict[Diagnostic, None] = field(factory=dict)
    pictures: int = 0
    links: dict[str, str] = field(factory=dict)
    controls: Controls = field(factory=lambda: Controls({}))

    def page(self, name: str) -> PageGeometry:
        """The page geometry `name`.

        Raises:
            RenderError: if the style sheet has no such page.
        """
        return look_named(self.options.sheet.pages, name, "page")

    def text(self, text: str, origin: str) -> str:
        """`text` as the content of a run, without what no Word file can hold; empty if nothing is left."""
        kept = self.clean(text, origin)
        return run_content(kept) if kept else ""

    def clean(self, text: str, origin: str) -> str:
        """`text` without the characters that no Word file can hold, which are reported."""
        for character in forbidden_characters(text):
            self.report(
                "forbidden-character",
                f"the character U+{ord(character):04X} cannot stand in a Word file and was left out",
                origin,
                "delete it; it is invisible, so it is best to type the words around it afresh",
            )
            text = without_forbidden(text)
        return text

    def report(self, code: str, message: str, origin: str, hint: str) -> None:
        """Adds a warning, once."""
        self.findings[warning(code, message, origin, hint)] = None

    def look(self, look: Look) -> str:
        """The run properties that give characters this look, empty for none."""
        styled = look._replace(language="")
        if styled not in self.looks:
            marked = (look.link, "Unfilled" * look.unfilled, "Strong" * look.strong, "Emphasis" * look.emphasis)
            name = " ".join(part for part in marked if part)
            self.looks[styled] = name
        name = self.looks[styled].replace(" ", "")
        properties = f'<w:rStyle w:val="{name}"/>' if name else ""
        properties += _spoken(look.language) if look.language else ""
        return f"<w:rPr>{properties}</w:rPr>" if properties else ""

    def link(self, target: str, origin: str) -> str:
        """The attribute of a hyperlink that leads to `target`; empty, and reported, if it leads nowhere."""
        if target.startswith("#") and target[1:] in self.options.paged.anchors:
            return f'w:anchor="{bookmark_name(target[1:])}"'
        address = usable_address(target)
        if address is None:
            self.findings[dead_link(target, origin)] = None
            return ""
        return f'r:id="{self.links.setdefault(address, f"rIdLink{len(self.links) + 1}")}"'

    def bookmark(self, anchor: str, content: str) -> str:
        """`content` inside the bookmark of `anchor`."""
        start, end = self.bookmark_ends(anchor)
        return f"{start}{content}{end}"

    def bookmark_ends(self, anchor: str) -> tuple[str, str]:
        """Start and end of the bookmark of `anchor`; a second one of the same name would be lost, so none is set."""
        name = bookmark_name(anchor)
        if not anchor or name in self.bookmarks:
            return "", ""
        self.bookmarks.add(name)
        number = len(self.bookmarks)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'

    def column_titles(self) -> str:
        """The bookmark by which JAWS and NVDA know the first cell of a row of headers; its name must begin so."""
        number = len(self.bookmarks) + 1
        name = f"ColumnTitle_{number}"
        self.bookmarks.add(name)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'

    def picture(self, image: Image) -> str:
        """The id of the relationship to the picture's data."""
        digest = hashlib.sha256(image.data).digest()
        if digest not in self.media:
            number = len(self.media) + 1
            self.media[digest] = Media(f"rIdImage{number}", f"image{number}.{image.format}", image)
        return self.media[digest].relationship

    def number_picture(self) -> int:
        """The next number of what is drawn: each print of a picture, and each shape, has its own."""
        self.pictures += 1
        return self.pictures


def _spoken(language: str) -> str:
    """What runs say of their language, which is no look: Word spells and reads the words by it, in letters of any kind."""
    turned = "<w:rtl/>" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT else ""
    said = attribute(language)
    return f'{turned}<w:lang w:val="{said}" w:eastAsia="{said}" w:bidi="{said}"/>'
