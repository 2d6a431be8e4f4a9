"""A style sheet, a document that uses every node, and a way to render both without laying pages out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Container, Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import PIL.Image
import PIL.ImageDraw
import pytest
from lxml import etree

from cspdocs.backends.base import RenderOptions
from cspdocs.backends.docx import BACKEND
from cspdocs.diagnostics import Diagnostic
from cspdocs.document.fields import Sent
from cspdocs.document.images import Image
from cspdocs.document.nodes import (
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Grid,
    Heading,
    LineBreak,
    Link,
    List,
    ListItem,
    PageCount,
    PageNumber,
    Paragraph,
    Quote,
    Row,
    Section,
    StatusMark,
    Strong,
    Table,
    Text,
)
from cspdocs.document.styles import FontFamily, PageGeometry, Style, StyleSheet, TableStyle
from cspdocs.units import Length, mm, pt
from cspdocs.values import evolve

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="session")
def sheet() -> StyleSheet:
    """The looks of a plan; its fonts are never read, so they need not exist."""
    nowhere = Path("no-such-folder")
    arial = FontFamily(name="Arimo", word="Arial", regular=nowhere, bold=nowhere, italic=nowhere, bold_italic=nowhere)
    styles = (
        Style(name="Body", space_after=pt(12)),
        Style(name="Title", size=pt(28), bold=True, align="centre", space_before=pt(120), space_after=pt(12)),
        Style(name="Subtitle", size=pt(18), align="centre", space_after=pt(24)),
        Style(name="Heading 1", size=pt(16), bold=True, colour="#1f3864", space_after=pt(12), keep_with_next=True),
        Style(name="Heading 2", size=pt(14), bold=True, space_before=pt(6), space_after=pt(8), keep_with_next=True),
        Style(name="Heading 3", bold=True, space_after=pt(6), keep_with_next=True),
        Style(name="List", indent=pt(18), first_line=pt(-18), space_after=pt(3)),
        Style(name="Quote", italic=True, indent=mm(10), space_after=pt(6)),
        Style(name="Attribution", indent=mm(10), space_after=pt(12)),
        Style(name="Caption", size=pt(10), colour="#404040", align="centre", space_after=pt(12)),
        Style(name="Figure", align="centre", space_before=pt(6), space_after=pt(4)),
        Style(name="Table Heading", bold=True),
        Style(name="Table Text"),
        Style(name="Status", based_on="Table Text", bold=True),
        Style(name="Grid Name", bold=True, size=pt(11)),
        Style(name="Grid Text", size=pt(11)),
        Style(name="Contents Heading", size=pt(16), bold=True, space_after=pt(12)),
        Style(name="Contents 1", tab=Length(0), tab_align="right", tab_leader="dots", space_after=pt(6)),
        Style(name="Contents 2", indent=pt(12), tab=Length(0), tab_align="right", space_after=pt(6)),
        Style(name="Definition", tab=mm(35)),
        Style(name="Header", size=pt(9), align="right"),
        Style(name="Footer", size=pt(9), align="centre"),
        Style(name="Contact", size=pt(14), align="centre"),
    )
    tables = (
        TableStyle(name="Table", header_fill="#d9e2f3", band_fill="#f2f2f2", space_after=pt(12), padding_top=pt(2)),
        TableStyle(name="Review", repeat_header=False, vertical_align="middle"),
        TableStyle(name="Grid", text="Grid Text", rule_colour="#808080"),
    )
    pages = (PageGeometry(name="Page"), PageGeometry(name="Landscape", width=mm(297), height=mm(210)))
    return StyleSheet(
        styles={style.name: style for style in styles},
        tables={table.name: table for table in tables},
        pages={page.name: page for page in pages},
        fonts={"body": arial},
    )


def draw(width: int, height: int, colour: str, kind: str = "png") -> Image:
    """A picture of one colour with a diagonal, so that it can be seen whether it is whole."""
    picture = PIL.Image.new("RGB", (width, height), colour)
    PIL.ImageDraw.Draw(picture).line((0, 0, width, height), fill="white", width=8)
    buffer = io.BytesIO()
    picture.save(buffer, kind.upper())
    return Image(buffer.getvalue(), kind, width, height)


def say(text: str, style: str = "Body") -> Paragraph:
    return Paragraph((Text(text),), style)


def cell(text: str, style: str = "Table Text", **other: object) -> Cell:
    return Cell((say(text, style),), **other)


def every_node() -> tuple[Section, ...]:
    """Sections in which every node of the tree, inline or block, stands at least once."""
    words = Paragraph(
        (
            Text("Plain, "),
            Strong((Text("strong "), Emphasis((Text("and stressed"),)))),
            Text(", a "),
            Link((Text("web link"),), "https://www.example.gov.uk/safer?a=1&b=2"),
            Text(", "),
            Link((Strong((Text("a letter"),)),), "mailto:csp@example.gov.uk"),
            Text(", a call to "),
            Link((Text("01632\u00a0960\u2011000"),), "tel:01632 960000"),
            Text(", "),
            Link((Text("a way inside"),), "#aims"),
            LineBreak(),
            Text("<b>R&D</b> £5\u00a0million co\u00adoperation 🚓 "),
            StatusMark("on track", "●"),
        )
    )
    lists = List(
        (
            ListItem((say("First item"), say("More of the first"))),
            ListItem(
                (say("Second item"), List((ListItem((say("Inner one"),)), ListItem((say("Inner two"),))), ordered=True))
            ),
            ListItem(
                (say("Third item"), List((ListItem((say("Inner again"), say("And its end"))),), ordered=True, start=4))
            ),
        )
    )
    quote = Quote((say("We feel safer now."), say("It took a year.")), (Text("A resident of Larkfield"),))
    table = Table(
        (mm(60), mm(50), mm(49)),
        (Row((cell("Action", "Table Heading"), cell("Owner", "Table Heading"), cell("Status", "Table Heading"))),),
        (
            Row((cell("Anti-social behaviour", "Table Heading", span=3),), band=True),
            Row((
                cell("Patrol the High Street on Friday and Saturday nights with the wardens of the borough."),
                Cell((say("Kent Police", "Table Text"), say("Borough council", "Table Text"))),
                Cell((Paragraph((StatusMark("on track", "●"),), "Status"),), fill="#c6e0b4"),
            )),
            Row((Cell((List((ListItem((say("A list in a cell"),)),)),)), cell("Wardens"), Cell(()))),
        ),
        title="Actions on anti-social behaviour",
    )  # fmt: skip
    second = Table((mm(80), mm(79)), table.header[:0], (Row((cell("Left"), cell("Right"))),), style="Review")
    grid = Grid(
        tuple(
            Cell((say(f"Organisation {number}", "Grid Name"), say("Tel: 01632 960001", "Grid Text"))) for number in range(5)
        ),
        columns=4,
        title="Members",
    )
    cover: tuple[Block, ...] = (
        say("Safer Borough", "Title"),
        say("Partnership plan 2025 to 2026", "Subtitle"),
        Figure(draw(400, 200, "navy"), mm(80), alt=None),
    )
    contents = Contents(
        (
            ContentsEntry((Text("Our aims & hopes"),), "aims"),
            ContentsEntry((Text("What we did"),), "work", level=2),
            ContentsEntry((Text("Who we are"),), "members"),
        ),
        page="Page {number}",
    )
    return (
        Section(cover, running=False),
        Section((say("Contents", "Contents Heading"), contents)),
        Section((
            Heading((Text("Our aims & hopes"),), 1, "aims"),
            words,
            Heading((Text("What we did"),), 2, "work"),
            lists,
            say("After the list."),
            quote,
            Figure(draw(300, 200, "darkgreen", "jpeg"), mm(60), alt='A "park" <at> dusk', caption=(Text("The park"),)),
            Figure(draw(300, 200, "darkgreen", "jpeg"), mm(40), alt="The park again", side="right"),
            Heading((Text("Words we use"),), 3, "words"),
            DefinitionList((
                Definition((Text("ASB"),), (Text("Anti-social behaviour"),)),
                Definition((Text("CSP"),), (Text("Community Safety Partnership, " + "as the law asks, " * 4),)),
            )),
        )),
        Section((Heading((Text("Actions"),), 1, "actions"), table, second, table), page="Landscape"),
        Section((Heading((Text("Who we are"),), 1, "members"), grid, say("Write to us.", "Contact"))),
    )  # fmt: skip


@pytest.fixture(scope="session")
def specimen() -> Document:
    """A document with every node."""
    return Document(
        title="Partnership plan 2025 to 2026",
        sections=every_node(),
        author="Safer Borough",
        subject="Community safety",
        date=date(2025, 4, 1),
        header=(say("Safer Borough", "Header"),),
        footer=(Paragraph((Text("Page "), PageNumber(), Text(" of "), PageCount()), "Footer"),),
    )


class Rendered(NamedTuple):
    """A Word file taken apart: its bytes, its parts, and what was said about it."""

    data: bytes
    parts: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]

    def tree(self, part: str = "word/document.xml") -> etree._Element:
        return etree.fromstring(self.parts[part])

    def markup(self, part: str = "word/document.xml") -> str:
        return self.parts[part].decode()

    def style(self, identity: str) -> str:
        """The markup of one style, without declarations of namespaces."""
        (found,) = self.tree("word/styles.xml").findall(f"{W}style[@{W}styleId='{identity}']")
        return etree.tostring(found, encoding="unicode").replace(f' xmlns:w="{W[1:-1]}"', "")

    def paragraphs(self, style: str) -> list[str]:
        """The text of each paragraph in the style with this id."""
        found = self.tree().iterfind(f".//{W}p[{W}pPr]")
        return [text_of(item) for item in found if item.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style]


_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}


def text_of(element: etree._Element) -> str:
    """The text a reader meets: without the instructions of fields."""
    return "".join(
        node.text or "" if node.tag == f"{W}t" else _CHARACTERS.get(node.tag, "")
        for run in element.iter(f"{W}r")
        for node in run
    )


@pytest.fixture(scope="session")
def read_text() -> Callable[[etree._Element], str]:
    return text_of


@pytest.fixture(scope="session")
def render(sheet: StyleSheet) -> Callable[..., Rendered]:
    """Renders a document, or blocks as the only section of one, with page numbers and high rows that are given."""

    def rendered(
        *blocks: Block,
        document: Document | None = None,
        pages: Mapping[str, int] = {},
        styles: StyleSheet = sheet,
        sent: Sent | None = None,
        tall: Container[int] = (),
        **changes: object,
    ) -> Rendered:
        document = document or Document(title="Plan", sections=(Section(blocks),))
        document = evolve(document, **changes)
        options = RenderOptions(document, styles, lambda: sent or Sent())
        anchors = {anchor: SimpleNamespace(page=page) for anchor, page in pages.items()}
        options.paged = SimpleNamespace(anchors=anchors, pages=(None,) * 6, tall=tall)
        output = BACKEND.render(document, options)
        with zipfile.ZipFile(io.BytesIO(output.data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        return Rendered(output.data, parts, output.diagnostics)

    return rendered


@pytest.fixture(scope="session")
def whole(render: Callable[..., Rendered], specimen: Document) -> Rendered:
    """The specimen, rendered."""
    return render(document=specimen, pages={"aims": 3, "work": 3, "members": 6})
