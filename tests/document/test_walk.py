from __future__ import annotations

from cspdocs.document.drawing import Drawing, Label
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
from cspdocs.document.walk import anchors_of, block_texts, document_texts, inner_blocks, plain_text
from cspdocs.units import pt
from sheets import cell, head, listing, picture, row, say, table


def test_the_text_of_runs_is_their_characters_in_order() -> None:
    runs = (
        Text("See "),
        Strong((Text("our "), Emphasis((Text("new "),)))),
        Link((Text("site"),), "https://kent.gov.uk"),
        LineBreak(),
        StatusMark("on track", "●"),
        Value((Text(" in "), Strong((Text("492"),))), "figures/asb/value"),
    )
    assert plain_text(runs) == "See our new site\n●\u00a0on track in 492"


def test_page_numbers_are_no_text() -> None:
    assert plain_text((Text("Page "), PageNumber(), Text(" of "), PageCount())) == "Page  of "
    assert plain_text(()) == ""


def test_every_kind_of_block_gives_its_texts_in_reading_order() -> None:
    blocks = (
        head("heading"),
        say("paragraph"),
        List((ListItem((say("item"), listing("inner"))),)),
        Quote((say("words"),), (Text("speaker"),)),
        Figure(picture(), pt(40), "A map", (Text("caption"),)),
        table(row("c", "d"), header=("a", "b")),
        Grid((cell("e"), cell("f", "g")), 2),
        DefinitionList((Definition((Text("term"),), (Text("meaning"),)),)),
        Contents((ContentsEntry((Text("entry"),), "heading"),)),
    )
    assert list(block_texts(blocks)) == [
        *("heading", "paragraph", "item", "inner", "words", "speaker", "caption"),
        *("a", "b", "c", "d", "e", "f", "g", "term", "meaning", "entry"),
    ]


def test_what_is_empty_gives_no_text() -> None:
    blocks = (
        say(""),
        Paragraph(()),
        List((ListItem(()),)),
        Quote(()),
        Figure(picture(), pt(40), None),
        table(row("", "")),
        Grid((Cell(()),), 1),
        DefinitionList((Definition((), ()),)),
        Contents(()),
    )
    assert list(block_texts(blocks)) == []


def test_a_description_of_a_picture_is_not_on_the_page() -> None:
    assert list(block_texts((Figure(picture(), pt(40), "A map"),))) == []


def test_a_document_gives_the_texts_of_its_sections_but_not_what_runs_on_every_page() -> None:
    document = Document(
        title="A plan", sections=(Section((say("one"),)), Section((say("two"),))), header=(say("h"),), footer=(say("f"),)
    )
    assert list(document_texts(document)) == ["one", "two"]


def test_lists_of_200_levels_are_walked() -> None:
    block = listing("bottom")
    for _ in range(199):
        block = List((ListItem((block,)),))
    assert list(block_texts((block,))) == ["bottom"]


def test_numbers_are_read_before_the_words_they_stand_at() -> None:
    blocks = (
        Heading((Text("Aims"),), 1, "aims", "1"),
        Paragraph((Text("walk"),), number="1.1"),
        Paragraph((), number="1.2"),
        Contents((ContentsEntry((Text("Aims"),), "aims", 1, "1"),)),
    )
    assert list(block_texts(blocks)) == ["1 Aims", "1.1 walk", "1.2", "1 Aims"]


def test_words_still_to_be_filled_in_are_text() -> None:
    assert plain_text((Text("by "), Unfilled((Text("XX"), Strong((Text("%"),)))))) == "by XX%"


def test_what_stands_in_a_box_and_in_a_drawing_is_text() -> None:
    chart = Drawing(10.0, 10.0, (Label("one", 0.0, 0.0), Label("", 0.0, 0.0), Label("two", 0.0, 5.0)))
    blocks = (Box((say("in"), Box((say("further in"),)))), Figure(chart, pt(10), "A chart", (Text("caption"),)))
    assert list(block_texts(blocks)) == ["in", "further in", "one", "two", "caption"]


def test_all_blocks_are_found_each_before_those_in_it() -> None:
    inner, quoted, boxed, celled, entry = (say(word) for word in ("item", "quoted", "boxed", "cell", "entry"))
    listed, quote, box = List((ListItem((inner,)),)), Quote((quoted,)), Box((boxed,))
    tabled, grid = Table((pt(10),), (), (Row((Cell((celled,)),)),)), Grid((Cell((entry,)),), 1)
    figure = Figure(picture(), pt(40), None)
    found = inner_blocks((listed, quote, box, tabled, grid, figure))
    assert found == [listed, inner, quote, quoted, box, boxed, tabled, celled, grid, entry, figure]


def test_links_can_lead_to_headings_and_paragraphs_wherever_they_stand() -> None:
    named = Paragraph((Text("Note"),), anchor="note-1")
    inside = table(row("a"), Row((Cell((named,)),)))
    made = Document(title="Plan", sections=(Section((Heading((Text("Aims"),), 1, "aims"), say("Text"), Box((inside,)))),))
    assert anchors_of(made) == {"aims", "note-1"}
