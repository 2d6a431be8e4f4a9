"""Looks by name: paragraph styles, table styles, page geometries and fonts. Neutral of any format.

What the PDF draws and what Word's styles say are both derived from one `StyleSheet`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, TypeVar

from cspdocs.errors import RenderError
from cspdocs.units import Length, mm, pt
from cspdocs.values import field, frozen

Align = Literal["left", "centre", "right"]
VerticalAlign = Literal["top", "middle", "bottom"]
Leader = Literal["none", "dots"]

_Look = TypeVar("_Look")


@frozen(kw_only=True)
class FontFamily:
    """Four faces of a typeface. `word` is the name Word is told; its widths must be the same.

    Each face is a TrueType file. `fallbacks` name the families that are asked for characters which this one lacks.
    """

    name: str
    word: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path
    fallbacks: tuple[str, ...] = ()

    def face(self, *, bold: bool, italic: bool) -> Path:
        """The file of one of the four faces."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


@frozen(kw_only=True)
class Style:
    """How a paragraph looks. Colours are `#rrggbb`.

    `line_spacing` is a multiple of the font's own line height. `indent` moves all lines from the left,
    `first_line` the first one further (negative: a hanging indent). `tab` is a tab stop: its distance from
    the left edge of the text, or from the right edge where negative; `None` for none.
    """

    name: str
    based_on: str = ""
    font: str = "body"
    size: Length = pt(12)
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    align: Align = "left"
    line_spacing: float = 1.0
    space_before: Length = Length(0)
    space_after: Length = Length(0)
    indent: Length = Length(0)
    first_line: Length = Length(0)
    tab: Length | None = None
    tab_align: Literal["left", "right"] = "left"
    tab_leader: Leader = "none"
    keep_with_next: bool = False
    keep_together: bool = False
    widow_control: bool = True


@frozen(kw_only=True)
class TableStyle:
    """How a table or a grid looks. Colours are `#rrggbb`, empty for none.

    `header` and `text` name the paragraph styles of its cells. A row is never cut between two pages unless it
    is taller than a page, or `rows_break` allows it.
    """

    name: str
    based_on: str = ""
    header: str = "Table Heading"
    text: str = "Table Text"
    band: str = "Table Heading"
    header_fill: str = ""
    band_fill: str = ""
    repeat_header: bool = True
    rows_break: bool = False
    rule: Length = pt(0.5)
    rule_colour: str = "#000000"
    padding_left: Length = pt(5.4)
    padding_right: Length = pt(5.4)
    padding_top: Length = Length(0)
    padding_bottom: Length = Length(0)
    vertical_align: VerticalAlign = "top"
    space_after: Length = Length(0)


@frozen(kw_only=True)
class BoxStyle:
    """How a box looks. Colours are `#rrggbb`, `fill` empty for none.

    The rule stands at every edge, or at the left one alone. `padding` is the white space between an edge and the text: whole
    points, at most 31, as Word has it. `text` names the style of paragraphs in it that are Body elsewhere, `heading` that of
    its headings; empty where they keep their own.
    """

    name: str
    based_on: str = ""
    fill: str = "#eef3f7"
    rule: Length = pt(0.75)
    rule_colour: str = "#44546a"
    edge: Literal["all", "left"] = "all"
    padding: Length = pt(9)
    space_after: Length = pt(12)
    text: str = ""
    heading: str = ""


@frozen(kw_only=True)
class PageGeometry:
    """A sheet of paper and its margins. Header and footer distances are from the edge of the paper."""

    name: str
    width: Length = mm(210)
    height: Length = mm(297)
    top: Length = mm(25.4)
    right: Length = mm(25.4)
    bottom: Length = mm(25.4)
    left: Length = mm(25.4)
    header: Length = mm(12.7)
    footer: Length = mm(12.7)

    @property
    def text_width(self) -> Length:
        """The width between the side margins."""
        return Length(self.width - self.left - self.right)

    @property
    def text_height(self) -> Length:
        """The height between the top and bottom margins."""
        return Length(self.height - self.top - self.bottom)

    @property
    def landscape(self) -> bool:
        """Whether the sheet is wider than high."""
        return self.width > self.height


MAX_REFERENCE: Final = 32 * 2**20
"""Bytes of a reference. House styles with pictures and a whole typeface in the file take a third of it."""


@frozen
class Reference:
    """A Word file whose styles are used in Word in place of those of the same names.

    Its parts are held as they stand in `file`: the styles, and where it has them the theme and the table of fonts.
    """

    file: Path
    styles: bytes = field(repr=False)
    theme: bytes = field(default=b"", repr=False)
    fonts: bytes = field(default=b"", repr=False)


@frozen(kw_only=True)
class StyleSheet:
    """All looks of a document by name.

    `styles` holds at least `REQUIRED_STYLES`, `tables` at least "Table", "Grid" and "Signatures", `pages` at least "Page",
    `fonts` at least "body", `boxes` at least "Box". Words still to be filled in are printed in the colour `unfilled_text`
    on `unfilled_fill`, whatever the colours around them. Only Word knows of the `reference`.
    """

    styles: Mapping[str, Style]
    tables: Mapping[str, TableStyle]
    pages: Mapping[str, PageGeometry]
    fonts: Mapping[str, FontFamily]
    boxes: Mapping[str, BoxStyle] = field(factory=lambda: {"Box": BoxStyle(name="Box")})
    link_colour: str = "#0563c1"
    unfilled_text: str = "#000000"
    unfilled_fill: str = "#ffe699"
    reference: Reference | None = None


def look_named(looks: Mapping[str, _Look], name: str, kind: str = "style") -> _Look:
    """One of the looks of a style sheet, for a backend; `kind` is what people call them.

    Raises:
        RenderError: if there is none of that name; it says which there are.
    """
    if name not in looks:
        raise RenderError(f'the document uses the {kind} "{name}", which the template lacks; it has: {", ".join(looks)}')
    return looks[name]


REQUIRED_STYLES = (
    "Title",
    "Subtitle",
    "Strapline",
    "Plan Title",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Body",
    "List",
    "Quote",
    "Attribution",
    "Caption",
    "Table Title",
    "Table Note",
    "Note",
    "Notice",
    "Signatory",
    "Post",
    "Contact Line",
    "Figure",
    "Cover Figure",
    "Table Heading",
    "Table Text",
    "Table Number Heading",
    "Table Number",
    "Status",
    "Grid Name",
    "Grid Text",
    "Contents Heading",
    "Contents 1",
    "Contents 2",
    "Contents 3",
    "Definition",
    "Header",
    "Footer",
    "Contact Name",
    "Contact",
)
"""The paragraph styles that composed documents use."""

NUMBER_STYLES: Final[Mapping[str, str]] = {"Table Text": "Table Number", "Table Heading": "Table Number Heading"}
"""The styles of columns of numbers, by those of the other columns in the same table."""
