"""A small style sheet, short ways to write documents with it, and the lines that they were laid out into.

The page takes `PAGE_LINES` lines of body text, so that a test can fill one by counting.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import PIL.Image

from cspdocs.document.images import Image
from cspdocs.document.nodes import Block, Cell, Document, Heading, List, ListItem, Paragraph, Row, Section, Table, Text
from cspdocs.document.styles import REQUIRED_STYLES, FontFamily, PageGeometry, Style, StyleSheet, TableStyle
from cspdocs.layout.fonts import Face, Faces, read_face
from cspdocs.layout.paged import Element, Page, PagedDocument, PlacedText
from cspdocs.layout.pages import lay_out
from cspdocs.layout.strips import Column, Setting
from cspdocs.resources import font_folder
from cspdocs.units import Length, pt

SIZE: Final = 10.0
"""Of all text, in points."""
LEFT: Final = 40.0
"""The margins at the sides, in points."""
TEXT_WIDTH: Final = 220.0
PAGE_LINES: Final = 20

ARIMO: Final = FontFamily(
    name="Arimo",
    word="Arial",
    regular=font_folder() / "Arimo-Regular.ttf",
    bold=font_folder() / "Arimo-Bold.ttf",
    italic=font_folder() / "Arimo-Italic.ttf",
    bold_italic=font_folder() / "Arimo-BoldItalic.ttf",
)


@cache
def advances(face: str = "Regular") -> dict[str, float]:
    """The width of each character in ems, read from the measurements without the code under test."""
    measured = json.loads((font_folder() / f"Arimo-{face}.json").read_bytes())
    return {chr(int(code)): advance / measured["units"] for code, advance in measured["widths"].items()}


def width_of(text: str, face: str = "Regular", size: float = SIZE) -> float:
    """The width of a text in points, character by character."""
    return sum(advances(face)[character] for character in text) * size


@cache
def line_height(size: float = SIZE) -> float:
    """The height of a line in points."""
    measured = json.loads((font_folder() / "Arimo-Regular.json").read_bytes())
    return (measured["ascent"] + measured["descent"] + measured["line_gap"]) / measured["units"] * size


def face(name: str = "Regular") -> Face:
    """One of the four faces."""
    return read_face(font_folder() / f"Arimo-{name}.ttf")


def face_of(characters: str) -> Face:
    """A face that has these characters and no others, each half an em wide."""
    heights = {"units": 1000, "ascent": 800, "descent": 200, "line_gap": 50, "cap_height": 700}
    line = {"underline_position": -100, "underline_thickness": 40}
    widths = {str(ord(character)): 500 for character in characters}
    return Face(Path("small.ttf"), {"name": "Small-Regular", **heights, **line, "widths": widths})


def column(width: float = TEXT_WIDTH, height: float = 400.0) -> Column:
    """A column at the left margin."""
    return Column(LEFT, width, height)


def make_sheet(*looks: Style | TableStyle | PageGeometry) -> StyleSheet:
    """The style sheet, with `looks` in place of its own of the same name or beside them."""
    styles = {name: Style(name=name, size=pt(SIZE)) for name in REQUIRED_STYLES}
    for number in (1, 2, 3):
        name = f"Heading {number}"
        styles[name] = Style(name=name, size=pt(SIZE), bold=True, keep_with_next=True, keep_together=True)
    styles["List"] = Style(name="List", size=pt(SIZE), indent=pt(18), first_line=pt(-18))
    styles["Table Heading"] = Style(name="Table Heading", size=pt(SIZE), bold=True)
    styles["Contents 1"] = Style(name="Contents 1", size=pt(SIZE), tab=Length(0), tab_align="right", tab_leader="dots")
    styles["Contents 2"] = Style(name="Contents 2", size=pt(SIZE), tab=pt(180))
    styles["Definition"] = Style(name="Definition", size=pt(SIZE), tab=pt(80))
    tables = {
        "Table": TableStyle(name="Table", header_fill="#dddddd", band_fill="#eeeeee"),
        "Grid": TableStyle(name="Grid", text="Grid Text"),
    }
    height = pt(80 + PAGE_LINES * line_height() + 1)
    margins = {"top": pt(40), "right": pt(LEFT), "bottom": pt(40), "left": pt(LEFT), "header": pt(15), "footer": pt(15)}
    pages = {
        "Page": PageGeometry(name="Page", width=pt(TEXT_WIDTH + 2 * LEFT), height=height, **margins),
        "Landscape": PageGeometry(name="Landscape", width=pt(500), height=pt(300), **margins),
    }
    for look in looks:
        kind = styles if isinstance(look, Style) else tables if isinstance(look, TableStyle) else pages
        kind[look.name] = look
    return StyleSheet(styles=styles, tables=tables, pages=pages, fonts={"body": ARIMO})


def say(text: str, style: str = "Body") -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph((Text(text),), style)


def head(text: str, level: int = 1) -> Heading:
    """A heading; its anchor is its text in small letters, with hyphens."""
    return Heading((Text(text),), level, text.lower().replace(" ", "-"))


def filler(count: int) -> list[Block]:
    """Paragraphs of one line each: L1, L2 and so on."""
    return [say(f"L{number}") for number in range(1, count + 1)]


def prose(count: int, word: str = "line") -> Paragraph:
    """One paragraph that takes `count` lines: line1, line2 and so on, each too wide to share its line."""
    return say(" ".join(f"{word}{number}\u00a0".ljust(40, "x") for number in range(1, count + 1)))


def listing(*items: str, ordered: bool = False, start: int = 1) -> List:
    """A list of one paragraph an item."""
    return List(tuple(ListItem((say(item),)) for item in items), ordered, start)


def cell(*texts: str, style: str = "Table Text", span: int = 1, fill: str = "") -> Cell:
    """A cell of paragraphs."""
    return Cell(tuple(say(text, style) for text in texts), span, fill)


def row(*texts: str, style: str = "Table Text") -> Row:
    """A row of cells of one paragraph."""
    return Row(tuple(cell(text, style=style) for text in texts))


def table(*rows: Row, header: tuple[str, ...] = (), widths: tuple[float, ...] = (110, 110), style: str = "Table") -> Table:
    """A table, with a header row where one is given."""
    headers = (row(*header, style="Table Heading"),) if header else ()
    return Table(tuple(pt(width) for width in widths), headers, rows, style)


def picture(width: int = 40, height: int = 30, colour: str = "navy", mode: str = "RGB") -> Image:
    """A picture of one colour."""
    buffer = io.BytesIO()
    PIL.Image.new(mode, (width, height), colour).save(buffer, "PNG")
    return Image(buffer.getvalue(), "png", width, height)


def document(*blocks: Block, **about: object) -> Document:
    """A document of one section."""
    return Document(title="A plan", sections=(Section(blocks),), **about)  # type: ignore[arg-type]  # fields by name


def lay(*blocks: Block, sheet: StyleSheet | None = None) -> PagedDocument:
    """Blocks on pages."""
    return lay_out(document(*blocks), sheet or make_sheet())


def lines_of(page: Page) -> list[str]:
    """The text of a page, line by line from top to bottom; what stands at one height is one line."""
    heights: dict[float, list[PlacedText]] = {}
    for item in page.items:
        if isinstance(item, PlacedText):
            heights.setdefault(round(item.baseline, 1), []).append(item)
    return [
        "".join(item.text for item in sorted(heights[baseline], key=lambda item: item.x)).strip()
        for baseline in sorted(heights)
    ]


def first_words(paged: PagedDocument) -> list[list[str]]:
    """For each page the first word of each of its lines."""
    return [[line.split("\u00a0")[0].split(" ")[0] for line in lines_of(page)] for page in paged.pages]


def texts_of(page: Page) -> list[PlacedText]:
    """The texts of a page in the order in which they are read."""
    return [item for item in page.items if isinstance(item, PlacedText)]


def find(page: Page, text: str) -> PlacedText:
    """The one placed text of a page that contains `text`."""
    (found,) = (item for item in texts_of(page) if text in item.text)
    return found


def below(element: Element) -> Iterator[Element]:
    """An element and all that stand in it, in reading order."""
    yield element
    for child in element.children:
        yield from below(child)


def roles(element: Element) -> list[str]:
    """The structure types of an element and of all that stand in it."""
    return [inner.role for inner in below(element)]


def setting(sheet: StyleSheet | None = None, page_of: Mapping[str, int] | None = None) -> Setting:
    """What parts of the layout need to know."""
    sheet = sheet or make_sheet()
    return Setting(sheet, Faces(sheet), sheet.pages["Page"], page_of or {})
