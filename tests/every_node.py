"""One document in which everything stands that a document can hold, with each option that changes what is made of it.

It is written for the style sheet of `sheets`, with sheets of paper of other sizes beside its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Final, get_args

import attrs
import PIL.Image

from cspdocs.document.images import Image
from cspdocs.document.nodes import (
    Abbreviation,
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Grid,
    Inline,
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
from cspdocs.document.styles import PageGeometry, StyleSheet, TableStyle
from cspdocs.units import mm, pt
from sheets import cell, filler, head, listing, make_sheet, picture, row, say, table

KINDS: Final[frozenset[type]] = frozenset(
    {*get_args(Inline), *get_args(Block), ListItem, Row, Cell, Definition, ContentsEntry}
)
"""Every kind of node but the document and its sections."""
ADDRESS: Final = "https://www.example.gov.uk/community-safety/plans?year=2025&part=(2)"
WRAPPED: Final = Link((Text("the page on which the borough keeps all of its plans since the first year"),), ADDRESS)
"""Wider than a line of the sheet."""


def every_sheet() -> StyleSheet:
    """The looks of `every_node`: a small page and a wide one, A5, and A3 on its side."""
    return make_sheet(
        PageGeometry(name="A5", width=mm(148), height=mm(210)),
        PageGeometry(name="A3", width=mm(420), height=mm(297)),
        TableStyle(name="Once", repeat_header=False, rows_break=True, vertical_align="bottom"),
    )


def every_node() -> Document:
    """The document: Welsh, with a running header and footer, and neither author, subject nor date."""
    return Document(
        title="Cynllun 2025\u20132026: “Tŷ diogel” (R&D)\u00a0\u2013 £5",
        language="cy",
        sections=(
            Section((say("Cymuned Ddiogel", "Title"), Figure(_flat("RGB"), pt(120), None)), running=False),
            Section((say("Cynnwys", "Contents Heading"), _contents())),
            Section(_words(), name="words"),
            Section(_figures(), "A5"),
            Section(_tables(), "Landscape"),
            Section((head("Members"), *_directory()), "A3"),
            Section(()),
        ),
        header=(Paragraph((Text("Cymuned Ddiogel"), LineBreak(), Link((Text("our site"),), ADDRESS)), "Header"),),
        footer=(Paragraph((Text("Tudalen "), PageNumber(), Text(" o "), PageCount()), "Footer"),),
    )


def dated() -> Document:
    """The same document with an author, a subject and a date."""
    return attrs.evolve(every_node(), author="Ŵyn & Co <csp>", subject="Community safety", date=date(2025, 4, 1))


def nodes_in(node: object) -> Iterator[object]:
    """A node and all nodes in it, in the order of the tree."""
    if isinstance(node, tuple):
        for inner in node:
            yield from nodes_in(inner)
    elif attrs.has(type(node)):
        yield node
        for field in attrs.fields(type(node)):
            yield from nodes_in(getattr(node, field.name))


def _contents() -> Contents:
    listed = (("Aims", 1), ("Words", 2), ("Pictures", 1), ("Actions", 1), ("Members", 1), ("Deep", 2))
    return Contents(tuple(ContentsEntry((Text(name),), name.lower(), level) for name, level in listed), "tudalen {number}")


def _words() -> tuple[Block, ...]:
    inner = List((ListItem((say("inner"), listing("innermost", "and its brother"))),), ordered=True, start=9)
    items = List((
        ListItem((say("one paragraph"), say("and a second one"))),
        ListItem((say("with a list"), inner)),
        ListItem((Quote((say("a quotation in an item"),)),)),
        ListItem(()),
    ))  # fmt: skip
    return (
        head("Aims"),
        _sentence(),
        say("lines enough to need the next page, " * 30),
        head("Deep", 3),
        items,
        listing("first", "second", "third", ordered=True, start=98),
        head("Words", 2),
        Quote((say("Somebody said this."), say("And went on.")), (Text("A resident of "), Emphasis((Text("the estate"),)))),
        Quote((listing("said", "and done"),)),
        DefinitionList((
            Definition((Text("ASB"),), (Text("Anti-social behaviour, "), WRAPPED)),
            Definition((Text("A term much longer than its place"),), (Text("and what it means. " * 6),)),
        )),
    )  # fmt: skip


def _sentence() -> Paragraph:
    """Every inline node, and those that hold others in each other."""
    return Paragraph((
        Text("Plain, "),
        Strong((Text("strong "), Emphasis((Text("and stressed"),)))),
        Text(", "),
        WRAPPED,
        Text(", "),
        Link((Strong((Text("a "), Foreign((Text("llythyr"),), "cy"))),), "mailto:csp@example.gov.uk?subject=Plan"),
        Text(", a call to "),
        Link((Text("01632\u00a0960\u2011000"),), "tel:+441632960000"),
        Text(", to "),
        Link((Text("the "), Abbreviation("CSP", "Community Safety Partnership")), "https://ex.am/é"),
        Text(", "),
        Link((Text("a way inside"),), "#actions"),
        Text(", "),
        Link((Text("one that leads nowhere"),), "#nowhere"),
        LineBreak(),
        Foreign((Text("Bonjour, "), Strong((Text("tout le monde"),)), Abbreviation("SVP", "s\u2019il vous plaît")), "fr"),
        Text(" <b>R&D</b> £5 co\u00adoperation police\u200bfire "),
        StatusMark("on track", "●"),
    ))  # fmt: skip


def _figures() -> tuple[Block, ...]:
    caption = (Text("A map of "), Strong((Text("the town"),)), Text(", "), Link((Text("source"),), ADDRESS))
    return (
        head("Pictures"),
        Figure(_flat("P"), pt(60), "A picture with a palette"),
        Figure(_flat("L"), pt(60), "A grey picture", caption),
        Figure(picture(), pt(60), 'A "park" <at> dusk (tŷ)', side="right"),
        Figure(_flat("RGB", "JPEG"), pt(60), "A photograph", (Text("A photograph"),), "left"),
        Figure(_flat("L", "JPEG"), pt(60), "A grey photograph"),
        Figure(_flat("1"), pt(900), "A picture wider than the page"),
        Figure(picture(2, 90), pt(60), None, (Text("Decoration with a caption"),)),
    )


def _tables() -> tuple[Block, ...]:
    linked = Cell((Paragraph((Link((Text("Action"),), ADDRESS),), "Table Heading"),))
    header = Row((linked, cell("Owner", style="Table Heading"), Cell((say("Update"), say("in full")))))
    held = Cell((say("A list:"), listing("in a cell"), Quote((say("said"),)), Figure(picture(), pt(30), "A map in a cell")))
    nested = Cell((table(row("in", "side"), header=("A", "B"), widths=(40, 40)), Grid((cell("one"),), 1, title="Inner")))
    rows = (
        Row((cell("Anti-social behaviour", style="Table Heading", span=3),), band=True),
        row("Walk the streets", "Police", "Done"),
        Row((cell("Over two", span=2), Cell(()))),
        Row((cell("", span=1), held, nested), origin="actions/a-2"),
        Row((cell("Violence", style="Table Heading", span=2), cell("● high", fill="#c6e0b4")), band=True),
        *(row(f"Action {number}", "Council", "Under way") for number in range(20)),
        Row((cell("Higher than a page"), cell(*(f"Owner {number}" for number in range(30))), cell("word " * 90))),
    )
    two = (pt(140), pt(140), pt(140))
    headings = row("One", "Two", style="Table Heading")
    return (
        head("Actions"),
        Table(two, (header,), rows, title="What we do: “tŷ”"),
        Table((pt(100), pt(100)), (), (row("no", "header"), row("", ""))),
        Table((pt(100), pt(100)), (headings, row("of two", "rows", style="Table Heading")), (row("a", "b"),), "Once"),
        Table((pt(100), pt(100)), (headings,), (), title="A header and no rows"),
        Table((pt(100), pt(100)), (), (), title="Nothing"),
        Table((pt(100), pt(100)), (headings,), (Row((cell("Only a band", span=2),), band=True),)),
    )


def _directory() -> tuple[Block, ...]:
    entries = tuple(Cell((say(f"Organisation {number}", "Grid Name"), say("Tel: 01632 960001"))) for number in range(5))
    return (
        Grid(entries, columns=4, title="Members"),
        Grid((Cell(()), cell("after an empty one", fill="#c6e0b4")), columns=2),
        Grid((), columns=3),
        List(()),
        DefinitionList(()),
        Paragraph(()),
        *filler(3),
        say("Write to us.", "Contact"),
    )


def _flat(mode: str, kind: str = "PNG") -> Image:
    """A picture of two colours in a mode of Pillow's: `1`, `L`, `P` or `RGB`."""
    drawn = PIL.Image.new("RGB", (40, 30), "navy")
    drawn.paste("orange", (5, 5, 20, 20))
    buffer = io.BytesIO()
    drawn.convert(mode).save(buffer, kind)
    return Image(buffer.getvalue(), "jpeg" if kind == "JPEG" else "png", 40, 30)
