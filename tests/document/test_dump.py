from __future__ import annotations

from datetime import date

from hypothesis import given

from cspdocs.document.drawing import Drawing, Label
from cspdocs.document.dump import dump_document
from cspdocs.document.nodes import (
    Box,
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
    Unfilled,
    Value,
)
from cspdocs.document.walk import document_texts
from cspdocs.units import pt
from documents import documents
from sheets import cell, listing, picture, row, say

EVERYTHING = Document(
    title="Plan 2025/26",
    date=date(2025, 4, 1),
    header=(say("Safer Borough", "Header"),),
    footer=(Paragraph((Text("Page "), PageNumber(), Text(" of "), PageCount()), "Footer"),),
    sections=(
        Section((say("Cover", "Title"),), running=False, name="cover"),
        Section(
            (
                Heading((Text("Aims"),), 1, "aims", origin="sections/aims/title"),
                Paragraph(
                    (
                        Strong((Text("Strong"),)),
                        Emphasis((Text("stressed"),)),
                        Link((Text("site"),), "https://a.uk"),
                        LineBreak(),
                        StatusMark("on track", "●"),
                        Value((Text("492"),), "figures/asb/value"),
                    ),
                    origin="sections/aims/body",
                ),
                List((ListItem((say("one"), listing("two", ordered=True, start=4))), ListItem(()))),
                Quote((say("Safer."),), (Text("A resident"),)),
                Figure(picture(), pt(40), "A map", (Text("The borough"),), "right"),
                Figure(picture(), pt(40), None),
                Table(
                    (pt(110), pt(110)),
                    (row("a", "b", style="Table Heading"),),
                    (
                        Row((cell("band", span=2),), band=True),
                        Row((cell("inner", span=2),), band=2),
                        Row((cell("c", fill="#c6e0b4"), Cell((), origin="actions/x/owners")), origin="actions/x"),
                        Row((cell("more", span=2),), joined=True),
                    ),
                    title="Actions",
                ),
                Grid((cell("Police"),), 4, title="Members"),
                DefinitionList((Definition((Text("ASB"),), (Text("Noise"),), origin="glossary/asb"),)),
                Contents(
                    (ContentsEntry((Text("Aims"),), "aims"), ContentsEntry((Text("More"),), "more", 2)), "Page {number}"
                ),
            ),
            page="Landscape",
            name="body",
            origin="sections/aims",
        ),
    ),
)

SHOWN = """\
document: Plan 2025/26 [en-GB]
  header: Safer Borough
  footer: Page {page} of {pages}
  section cover: page Page, no header and footer
    title: Cover
  section body: page Landscape  <sections/aims>
    heading 1 #aims: Aims  <sections/aims/title>
    body: **Strong***stressed*[site](https://a.uk)⏎● on track492<figures/asb/value>  <sections/aims/body>
    list
      item
        body: one
        numbered list from 4
          item
            body: two
      item
    quote
      body: Safer.
      said by: A resident
    figure 40 pt x 30 pt, right: "A map"
      caption: The borough
    figure 40 pt x 30 pt: decorative
    table Table (110 pt, 110 pt): Actions
      header
        cell
          table heading: a
        cell
          table heading: b
      band
        cell over 2
          table text: band
      band 2
        cell over 2
          table text: inner
      row  <actions/x>
        cell #c6e0b4
          table text: c
        cell  <actions/x/owners>
      joined row
        cell over 2
          table text: more
    grid Grid, 4 wide: Members
        cell
          table text: Police
    definitions
      ASB = Noise  <glossary/asb>
    contents (Page {number})
      1 #aims: Aims
      2 #more: More
"""


def test_every_node_is_shown_on_lines_of_its_own() -> None:
    assert dump_document(EVERYTHING) == SHOWN


def test_numbers_anchors_boxes_totals_and_labels_are_shown() -> None:
    chart = Drawing(10.0, 5.0, (Label("one", 0.0, 0.0),))
    blocks = (
        Heading((Text("Aims"),), 2, "aims", "1.1"),
        Paragraph((Unfilled((Text("XX"),)),), anchor="note-1", number="1.2"),
        Box((Paragraph((Text("in"),)),), "Panel", origin="sections/a/body/1"),
        Figure(chart, pt(10), "A chart"),
        Table((pt(10),), (), (Row((Cell(()),), total=True),)),
        Contents((ContentsEntry((Text("Aims"),), "aims", 2, "1.1"),)),
    )
    shown = dump_document(Document(title="Plan", sections=(Section(blocks),))).splitlines()[2:]
    assert [line.strip() for line in shown] == [
        "heading 2 #aims: 1.1 Aims",
        "body #note-1: 1.2 [XX]{unfilled}",
        "box Panel  <sections/a/body/1>",
        "body: in",
        'figure 10 pt x 5 pt: "A chart"',
        "label: one",
        "table Table (10 pt):",
        "total",
        "cell",
        "contents ({number})",
        "2 #aims: 1.1 Aims",
    ]


def test_a_document_without_sections_is_its_title() -> None:
    assert dump_document(Document(title="Plan", sections=())) == "document: Plan [en-GB]\n"


@given(documents())
def test_every_text_of_any_tree_is_shown_in_its_order(made: Document) -> None:
    shown = dump_document(made)
    position = 0
    for text in document_texts(made):
        # Marks of bold and italic, and addresses, may stand between the parts of a paragraph.
        for part in text.replace("\u00a0", " ").split():
            for character in part:
                position = shown.replace("\u00a0", " ").index(character, position) + 1
