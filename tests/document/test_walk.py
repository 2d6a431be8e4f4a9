from __future__ import annotations

from cspdocs.document.nodes import (
    Cell,
    Contents,
    ContentsEntry,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    Figure,
    Grid,
    LineBreak,
    Link,
    List,
    ListItem,
    PageCount,
    PageNumber,
    Paragraph,
    Quote,
    Section,
    StatusMark,
    Strong,
    Text,
)
from cspdocs.document.walk import block_texts, document_texts, plain_text
from cspdocs.units import pt
from sheets import cell, head, listing, picture, row, say, table


def test_the_text_of_runs_is_their_characters_in_order() -> None:
    runs = (
        Text("See "),
        Strong((Text("our "), Emphasis((Text("new "),)))),
        Link((Text("site"),), "https://kent.gov.uk"),
        LineBreak(),
        StatusMark("on track", "●"),
    )
    assert plain_text(runs) == "See our new site\n●\u00a0on track"


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
