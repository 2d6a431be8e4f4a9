from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cspdocs.compose.context import Context
from cspdocs.document.nodes import Block, Box, Cell, Grid, Heading, Link, List, ListItem, Paragraph, Quote, Row, Table, Text
from cspdocs.document.walk import block_texts, inner_blocks, plain_text
from cspdocs.units import pt

Start = Callable[..., Context]


def paragraphs(blocks: Any) -> list[Paragraph]:
    return [block for block in inner_blocks(blocks) if isinstance(block, Paragraph)]


def test_a_number_leads_to_its_note_and_the_note_back_to_the_paragraph(start: Start) -> None:
    context = start()
    blocks = context.prose("Fewer^[Than a *year* ago.] and fewer^[So the [police](https://e.org) say.]")
    ((text,),), notes = context.notes.take([blocks], "back")
    assert isinstance(text, Paragraph)
    assert [node.target for node in text.content if isinstance(node, Link)] == ["#note-1", "#note-2"]
    assert [note.anchor for note in notes] == ["note-1", "note-2"]
    assert list(block_texts(notes)) == ["[1] Than a year ago. back", "[2] So the police say. back"]
    assert {node.target for note in notes for node in note.content[-1:] if isinstance(node, Link)} == {f"#{text.anchor}"}
    assert {note.style for note in notes} == {"Note"}


def test_notes_are_numbered_through_and_each_is_printed_once(start: Start) -> None:
    context = start()
    context.notes.take([context.prose("One^[first]")], "back")
    _, notes = context.notes.take([context.prose("Two^[second]")], "back")
    assert list(block_texts(notes)) == ["[2] second back"]
    assert context.notes.take([context.prose("Three")], "back") == ([list(context.prose("Three"))], [])


def test_the_paragraph_is_found_wherever_it_stands(start: Start) -> None:
    context = start()

    def marked(number: int) -> tuple[Block, ...]:
        return context.prose(f"**Words^[{number}]**")

    cell = Cell(marked(1))
    blocks = (
        Table((pt(9),), (Row((cell,)),), (Row((Cell(marked(2)),)),)),
        Grid((Cell(marked(3)),), 1),
        Box((Quote(marked(4)),)),
        List((ListItem(marked(5)),)),
    )
    (named,), notes = context.notes.take([blocks], "back")
    anchors = [paragraph.anchor for paragraph in paragraphs(named)]
    assert anchors == [f"note-{number}-text" for number in range(1, 6)]
    assert [plain_text(note.content)[-4:] for note in notes] == ["back"] * 5


def test_a_note_whose_number_stands_in_no_paragraph_has_no_way_back(start: Start) -> None:
    context = start()
    heading = Heading(context.title("Crime^[per 1,000]"), 2, "crime")
    _, notes = context.notes.take([[heading]], "back")
    assert list(block_texts(notes)) == ["[1] per 1,000"]


def test_no_name_of_a_note_is_that_of_a_heading(start: Start) -> None:
    context = start()
    for taken in ("note-1", "note-1-text"):
        context.anchor(taken)
    ((text,),), (note,) = context.notes.take([context.prose("Words^[note]")], "back")
    assert isinstance(text, Paragraph)
    assert (note.anchor, text.anchor) == ("note-1-2", "note-1-2-text")


def test_a_paragraph_that_has_a_name_keeps_it(start: Start) -> None:
    context = start()
    named = Paragraph(context.phrase("Words^[note]"), anchor="mine")
    ((text,),), (note,) = context.notes.take([[named]], "back")
    assert text == named
    assert note.content[-1] == Link((Text("back"),), "#mine")
