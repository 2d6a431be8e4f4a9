"""One document in which everything stands that a document can hold, with each option that changes what is made of it.

It is written for the style sheet of `sheets`, with sheets of paper of other sizes beside its own.
"""

from __future__ import annotations

import io
from datetime import date
from typing import Final, get_args

import PIL.Image

from cspdocs.document.charts import (
    Branch,
    Chart,
    ChartLook,
    Series,
    bar_chart,
    line_chart,
    tree_chart,
)
from cspdocs.document.drawing import Drawing, Label, Polygon
from cspdocs.document.fields import Sent
from cspdocs.document.images import Image
from cspdocs.document.nodes import (
    Abbreviation,
    Block,
    Box,
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
    Heading,
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
    Unfilled,
    Value,
)
from cspdocs.document.styles import BoxStyle, PageGeometry, StyleSheet, TableStyle
from cspdocs.units import mm, pt
from cspdocs.values import evolve
from sending import sent_of
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
    sheet = make_sheet(
        PageGeometry(name="A5", width=mm(148), height=mm(210)),
        PageGeometry(name="A3", width=mm(420), height=mm(297)),
        TableStyle(name="Once", repeat_header=False, rows_break=True, vertical_align="bottom"),
    )
    bar = BoxStyle(name="Bar", edge="left", rule=pt(4), rule_colour="#7e3794", fill="", text="Quote", heading="Subtitle")
    return evolve(sheet, boxes={"Box": BoxStyle(name="Box"), "Bar": bar})


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
            Section(_fields(), name="fields"),
            Section(_numbers(), "A5"),
            Section(_boxes(), "A5"),
            Section(_drawings(), "A5"),
            Section(()),
        ),
        header=(Paragraph((Text("Cymuned Ddiogel"), LineBreak(), Link((Text("our site"),), ADDRESS)), "Header"),),
        footer=(Paragraph((Text("Tudalen "), PageNumber(), Text(" o "), PageCount()), "Footer"),),
    )


def every_sent() -> Sent:
    """What a plan would say of the fields that stand in the document."""
    return sent_of(every_node(), waiting={"actions/a-3/update": "None yet", "actions/a-3/status": "None yet"})


def dated() -> Document:
    """The same document with an author, a subject and a date."""
    return evolve(every_node(), author="Ŵyn & Co <csp>", subject="Community safety", date=date(2025, 4, 1))


def _contents() -> Contents:
    listed = (
        *(("Aims", 1, ""), ("Words", 2, ""), ("Pictures", 1, ""), ("Actions", 1, ""), ("Members", 1, ""), ("Deep", 2, "")),
        *(("Numbers", 1, "1"), ("Inner", 2, "1.2"), ("Sources", 1, "Appendix A"), ("Boxes", 1, "2")),
    )
    entries = (ContentsEntry((Text(name),), name.lower(), level, number) for name, level, number in listed)
    return Contents(tuple(entries), "tudalen {number}")


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


def _numbers() -> tuple[Block, ...]:
    """Numbers that Word counts on, begins anew, and cannot count."""
    return (
        _numbered("Numbers", 1, "1"),
        _paragraph("The first paragraph, with more words in it than there is room for on one line of the page.", "1.1"),
        _numbered("Inner", 2, "1.2"),
        _paragraph("deeper", "1.2.1", "deeper"),
        head("Between", 2),
        _paragraph("after a gap", "1.5"),
        _paragraph("and on", "1.6"),
        _paragraph("none that counts", "iv"),
        _paragraph("in the middle", "(3)", style="Title"),
        Paragraph((Text("See "), Link((Text("the deeper one"),), "#deeper"))),
        List((ListItem((_paragraph("in an item", "1.7"),)), ListItem((_paragraph("a target", "", "item"),)))),
        Table((pt(150),), (), (Row((Cell((_paragraph("in a cell", "1.8"),)),)),)),
        _numbered("Sources", 1, "Appendix A"),
        _paragraph("below it", "A.1"),
        _numbered("Boxes", 1, "2"),
    )


def _boxes() -> tuple[Block, ...]:
    inner = Table(
        (pt(100), pt(60)), (row("Year", "Sum", style="Table Heading"),), (row("2024", "one"), _total("All", "one"))
    )
    story = (
        head("A story", 3),
        say("Somebody was helped, and said so, in more words than there is room for on one line. " * 2),
        List(
            (ListItem((say("an item"), listing("inner"))), ListItem((say("another"), say("and more of it")))), ordered=True
        ),
        Quote((say("It was good."),), (Text("A resident"),)),
        Figure(picture(), pt(60), "A park", (Text("The park"),)),
        inner,
        _paragraph("after the table", "2.1"),
        DefinitionList((Definition((Text("CSP"),), (Text("the partnership"),)),)),
    )
    return (
        Box(story, origin="sections/a/body/1"),
        Box((head("Our vision", 3), say("Safe."), Paragraph((Text("By "), Unfilled((Text("XX"),)), Text(".")))), "Bar"),
        Box((inner,)),
        Box((say("outside"), Box((say("inside"),)), say("outside again"))),
        Box(tuple(say(f"Line {number} of a box that goes on over the page.") for number in range(60))),
        Box(()),
        listing("with a box:", "none"),
        List((ListItem((say("a box in an item"), Box((say("in it"),)))),)),
        Table((pt(200),), (), (Row((Cell((Box((say("in a cell"),)),)),)),)),
    )


def _drawings() -> tuple[Block, ...]:
    figures = Series("Reports", (3.0, None, -1.0)), Series("Crimes", (2.0, 4.0, 1.5))
    chart = Chart("Reports", ("2022/23", "2023/24", "2024/25"), figures)
    tree = Branch("Partnership", "meets quarterly", (Branch("Tasking group", "meets monthly"), Branch("Forum")))
    shapes = (
        Polygon(((0.0, 0.0), (20.0, 10.0), (0.0, 20.0)), "#1f4e79", "#000000"),
        Label("100% “tŷ” <R&D>", 30.0, 12.0, bold=True),
    )
    look = ChartLook(width=260, height=180)
    return (
        head("Drawings"),
        Figure(
            bar_chart(chart, look), pt(260), "Bar chart of reports and crimes, year by year", (Text("Reports and crimes"),)
        ),
        Figure(line_chart(chart, look), pt(180), "Line chart of reports and crimes, year by year"),
        Figure(tree_chart(tree, look), pt(260), None),
        Figure(Drawing(160.0, 20.0, shapes), pt(160), "A sign"),
        Figure(Drawing(20.0, 20.0, shapes[:1]), pt(20), None),
    )


def _numbered(text: str, level: int, number: str) -> Heading:
    return Heading((Text(text),), level, text.lower(), number)


def _paragraph(text: str, number: str, anchor: str = "", style: str = "Body") -> Paragraph:
    return Paragraph((Text(text),), style, anchor, number)


def _total(*texts: str) -> Row:
    return Row(tuple(cell(text, style="Table Heading") for text in texts), total=True)


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


def _fields() -> tuple[Block, ...]:
    """Fields of a plan in every way in which a document can say them."""
    reports, title = Value((Text("492"),), "figures/reports/value"), "sections/fields/title"
    linked = Link((Value((Text("01632\u00a0960001"),), "contact/phone"),), "tel:+441632960001")
    prose, quote = "sections/fields/body/1/text", "sections/fields/body/2"
    said_by = (Value((Text("A pupil"),), f"{quote}/who"),)
    row = "actions/a-3"
    waiting = (_field("None yet", f"{row}/update", "Table Text"), _field("None yet", f"{row}/status", "Status"))
    figured = Paragraph((Text("They took "), reports, Text(" calls.")), "Table Text", origin="actions/a-4/update")
    status = Paragraph((StatusMark("Complete", "\u25cf"),), "Status", origin="actions/a-4/status")
    return (
        Heading((Text("Fields & more"),), 1, "fields", origin=title),
        Paragraph((Text("There were "), reports, Text(" reports, and "), Strong((reports,)), Text(" again.")), origin=prose),
        List((ListItem((_field("and a list", prose),)),), origin=prose),
        _field("A paragraph alone", "sections/fields/body/3/text"),
        Paragraph((reports, Text(" begin this one.")), origin="sections/fields/body/4/text"),
        Paragraph((Text("a line"), LineBreak(), Text("and another")), origin="sections/fields/body/5/text"),
        Quote((_field("Said.", f"{quote}/text"), _field("Well said.", f"{quote}/text")), said_by),
        Table(
            (pt(60), pt(60), pt(80), pt(70)),
            (),
            (
                _action(row, "Walk the streets", ("Police", "R&D"), *waiting),
                _action("actions/a-4", "Talk", ("Council",), figured, status),
            ),
        ),
        Paragraph((Text("Tel: "), linked), origin="contact/phone"),
        _field("A title that is longer than the longest that a control may have", f"{'a-long-path/' * 8}title"),
        DefinitionList((
            Definition((Text("ASB"),), (
                Value((Text("Anti-social behaviour"),), "glossary/ASB/meaning"),
                Text(" "),
                Value((Text("see "), Emphasis((Text("law"),))), "glossary/ASB/note"),
            )),
        )),
        _field("ends the section", "sections/fields/body/6/text"),
    )  # fmt: skip


def _field(text: str, origin: str, style: str = "Body") -> Paragraph:
    return Paragraph((Text(text),), style, origin=origin)


def _action(origin: str, title: str, owners: tuple[str, ...], update: Paragraph, status: Paragraph) -> Row:
    named = tuple(_field(owner, f"{origin}/owners/{place}", "Table Text") for place, owner in enumerate(owners, 1))
    cells = ((_field(title, f"{origin}/title", "Table Text"),), named, (update,), (status,))
    return Row(tuple(map(Cell, cells)), origin=origin)


def _flat(mode: str, kind: str = "PNG") -> Image:
    """A picture of two colours in a mode of Pillow's: `1`, `L`, `P` or `RGB`."""
    drawn = PIL.Image.new("RGB", (40, 30), "navy")
    drawn.paste("orange", (5, 5, 20, 20))
    buffer = io.BytesIO()
    drawn.convert(mode).save(buffer, kind)
    return Image(buffer.getvalue(), "jpeg" if kind == "JPEG" else "png", 40, 30)
