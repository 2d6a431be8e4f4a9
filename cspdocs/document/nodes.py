"""The document tree: a closed set of frozen nodes that every backend knows.

A node names a style of the style sheet, never a font or a size. `origin` is the path of the plan field that
the node was made from (`actions/asb-2/update`), empty where none was; it takes no part in equality.

Backends dispatch with `match` over `Inline` and `Block`, ending in `typing.assert_never`.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, TypeAlias

from cspdocs.document.drawing import Drawing
from cspdocs.document.images import Image
from cspdocs.units import Length
from cspdocs.values import field, frozen


def _origin() -> Any:
    return field(default="", eq=False, kw_only=True)


# ---- inline: what stands inside a paragraph


@frozen
class Text:
    """Characters to be printed as they are. Never holds a line break."""

    text: str


@frozen
class Strong:
    """Words of weight, printed bold."""

    content: tuple[Inline, ...]


@frozen
class Emphasis:
    """Stressed words, printed italic."""

    content: tuple[Inline, ...]


@frozen
class Link:
    """Words that lead somewhere: a web, mail or telephone address, or `#anchor` inside the document."""

    content: tuple[Inline, ...]
    target: str


@frozen
class LineBreak:
    """A new line inside the same paragraph."""


@frozen
class Foreign:
    """Words in another language, by its BCP 47 tag, such as `cy` for Welsh."""

    content: tuple[Inline, ...]
    language: str


@frozen
class Abbreviation:
    """An abbreviation, and what it stands for: told to screen readers, not printed."""

    text: str
    expansion: str


@frozen
class Unfilled:
    """Words that are still to be filled in, such as XX or TBC: highlighted."""

    content: tuple[Inline, ...]


@frozen
class Value:
    """Words that a field of the plan says where they are only a part of a paragraph: a figure quoted in prose.

    Printed as if they stood there alone; where people edit the document, the words of `origin` can be told from the rest.
    """

    content: tuple[Inline, ...]
    origin: str = field(eq=False)


@frozen
class StatusMark:
    """A status: its shape, a no-break space and its word."""

    word: str
    mark: str


@frozen
class PageNumber:
    """The number of the page it is printed on. Only in headers and footers."""


@frozen
class PageCount:
    """The number of pages of the document. Only in headers and footers."""


Inline: TypeAlias = (
    Text
    | Strong
    | Emphasis
    | Link
    | LineBreak
    | Foreign
    | Abbreviation
    | Unfilled
    | Value
    | StatusMark
    | PageNumber
    | PageCount
)


# ---- blocks: what stands below one another


@frozen
class Heading:
    """A heading. `anchor` names it for links, the contents list and bookmarks; unique in the document.

    `number` is printed before the words: `2.1`, `Appendix A`; empty for none. Word counts such numbers itself.
    """

    content: tuple[Inline, ...]
    level: int
    anchor: str = ""
    number: str = ""
    origin: str = _origin()

    @property
    def style(self) -> str:
        """The style it is printed in: `Heading 1` and so on."""
        return f"Heading {self.level}"


@frozen
class Paragraph:
    """A paragraph in a named style. `anchor` names it for links, `number` is printed before the words, as in a heading."""

    content: tuple[Inline, ...]
    style: str = "Body"
    anchor: str = ""
    number: str = ""
    origin: str = _origin()


@frozen
class ListItem:
    """One item of a list: its paragraphs, and lists inside it."""

    content: tuple[Block, ...]


@frozen
class List:
    """A bulleted or numbered list. `start` is the number of the first item."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    origin: str = _origin()


@frozen
class Quote:
    """Somebody's words, and whose they are (empty where unknown)."""

    content: tuple[Block, ...]
    attribution: tuple[Inline, ...] = ()
    origin: str = _origin()


@frozen
class Box:
    """Blocks with a background or a rule around them: a case study, a vision. `style` names a box style."""

    content: tuple[Block, ...]
    style: str = "Box"
    origin: str = _origin()


@frozen
class Figure:
    """A picture with its caption.

    `alt` says what it shows; `None` marks it as decorative. `width` is the width at which it is printed,
    before it is made to fit the page; the height keeps the picture's proportions. With `side` it stands at
    that edge of the page, and the text that follows runs beside it (`document/beside.py`). The labels of a
    drawing are text of the document in every format.
    """

    image: Image | Drawing
    width: Length
    alt: str | None
    caption: tuple[Inline, ...] = ()
    side: Literal["left", "right"] | None = None
    style: str = "Figure"
    origin: str = _origin()

    @property
    def height(self) -> Length:
        """The height at which it is printed."""
        return Length(round(self.width * self.image.height / self.image.width))

    @property
    def description(self) -> str:
        """What stands for the picture where it cannot be seen; empty for decoration.

        A drawing that nobody described is described by its labels.
        """
        if self.alt or isinstance(self.image, Image):
            return self.alt or ""
        return ", ".join(self.image.labels)


@frozen
class Cell:
    """A cell of a table: blocks from top to bottom. `fill` is a colour as `#rrggbb`, empty for none."""

    content: tuple[Block, ...]
    span: int = 1
    fill: str = ""
    origin: str = _origin()


@frozen
class Row:
    """A row of a table. The spans of its cells add up to the number of columns.

    A `band` divides the rows below it: 1 for the widest division, 2 for one inside it and so on, 0 for none. A `total` sums
    up the rows above it. A row that is `joined` goes on with the one above it, and stays on its page. Bands, and what is
    joined to them, stay with the row below too.
    """

    cells: tuple[Cell, ...]
    band: int = 0
    total: bool = False
    joined: bool = False
    origin: str = _origin()

    @property
    def is_filled(self) -> bool:
        """Whether it has the background of bands: the widest divisions have, and totals."""
        return self.band == 1 or self.total

    def leads(self, above: bool) -> bool:
        """Whether it leads to the row below it. `above` says whether the row above leads to this one."""
        return self.band > 0 or (self.joined and above)


@frozen
class Table:
    """A table of data. `style` names a table style; `widths` gives one width for each column.

    `title` says what the table shows; screen readers read it, it is not printed.
    """

    widths: tuple[Length, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    style: str = "Table"
    title: str = ""
    origin: str = _origin()


@frozen
class Grid:
    """Entries of equal width set side by side, row after row: a directory. `style` names a table style.

    Read entry by entry; unlike a table, columns and rows mean nothing.
    """

    entries: tuple[Cell, ...]
    columns: int
    style: str = "Grid"
    title: str = ""
    origin: str = _origin()


@frozen
class Definition:
    """A term and what it means."""

    term: tuple[Inline, ...]
    content: tuple[Inline, ...]
    origin: str = _origin()


@frozen
class DefinitionList:
    """Terms with their meanings: a glossary."""

    items: tuple[Definition, ...]
    origin: str = _origin()


@frozen
class ContentsEntry:
    """A line of the contents list. `anchor` and `number` are the heading's; its page is known to the layout alone."""

    content: tuple[Inline, ...]
    anchor: str
    level: int = 1
    number: str = ""

    @property
    def style(self) -> str:
        """The style it is printed in: `Contents 1` and so on."""
        return f"Contents {self.level}"


@frozen
class Contents:
    """The contents list. `page` is the wording of a page number, in which `{number}` stands for it."""

    entries: tuple[ContentsEntry, ...]
    page: str = "{number}"


Block: TypeAlias = Heading | Paragraph | List | Quote | Box | Figure | Table | Grid | DefinitionList | Contents


@frozen
class Section:
    """A run of blocks that begins on a new page. `page` names a page geometry of the style sheet.

    `running` says whether the document's header and footer are printed on its pages.
    """

    blocks: tuple[Block, ...]
    page: str = "Page"
    running: bool = True
    name: str = ""
    origin: str = _origin()


@frozen(kw_only=True)
class Document:
    """A whole document. `header` and `footer` are printed on every page of sections that are `running`.

    `stage` and `version` say which state of it this is, in words: `Draft`, `0.3`.
    """

    title: str
    sections: tuple[Section, ...]
    language: str = "en-GB"
    author: str = ""
    subject: str = ""
    date: date | None = None
    stage: str = ""
    version: str = ""
    header: tuple[Paragraph, ...] = ()
    footer: tuple[Paragraph, ...] = ()
