"""The Word file as a whole: nothing is lost, and the programs that read Word files agree with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import judges
from cspdocs.backends.docx import BACKEND
from cspdocs.backends.docx.markup import without_forbidden
from cspdocs.document.nodes import (
    Cell,
    Definition,
    DefinitionList,
    Document,
    Emphasis,
    Grid,
    Heading,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Section,
    StatusMark,
    Strong,
    Table,
    Text,
)
from cspdocs.document.walk import document_texts
from cspdocs.units import mm

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ALLOWED_EMPTY = {"SectionEnd", "TableGap"}

words = st.text(st.characters(exclude_characters="\r", exclude_categories=()), max_size=20)
texts = st.builds(Text, words)
inlines = st.recursive(
    st.one_of(texts, st.just(LineBreak()), st.builds(StatusMark, words, st.sampled_from("●○■"))),
    lambda inner: st.one_of(
        st.builds(Strong, st.tuples(inner)),
        st.builds(Emphasis, st.tuples(inner, inner)),
        st.builds(Link, st.tuples(inner), st.sampled_from(("https://example.org/a", "#here", "nowhere"))),
    ),
    max_leaves=4,
)
lines = st.lists(inlines, max_size=3).map(tuple)
paragraphs = st.builds(Paragraph, lines, st.sampled_from(("Body", "Table Text", "Contact")))


def cells(blocks):
    return st.builds(Cell, st.lists(blocks, max_size=2).map(tuple))


def containers(blocks):
    several = st.lists(blocks, max_size=3).map(tuple)
    rows = st.builds(Row, st.tuples(cells(blocks), cells(blocks)), st.booleans())
    return st.one_of(
        st.builds(List, st.lists(st.builds(ListItem, several), min_size=1, max_size=3).map(tuple), st.booleans()),
        st.builds(Quote, several, lines),
        st.builds(Table, st.just((mm(50), mm(60))), st.tuples(rows), st.lists(rows, max_size=2).map(tuple)),
        st.builds(Grid, st.lists(cells(blocks), min_size=1, max_size=3).map(tuple), st.just(2)),
    )


leaves = st.one_of(
    paragraphs,
    st.builds(Heading, lines, st.integers(1, 3), st.sampled_from(("", "here", "there"))),
    st.builds(DefinitionList, st.tuples(st.builds(Definition, lines, lines))),
)
blocks = st.recursive(leaves, containers, max_leaves=6)
documents = st.builds(
    Document,
    title=words,
    sections=st.lists(
        st.builds(Section, st.lists(blocks, max_size=4).map(tuple), st.sampled_from(("Page", "Landscape")), st.booleans()),
        max_size=3,
    ).map(tuple),
    header=st.lists(paragraphs, max_size=1).map(tuple),
)


def position_after(text: str, whole: str, start: int) -> int:
    found = whole.find(text, start)
    assert found >= 0, f"{text!r} is not in {whole[start:]!r}"
    return found + len(text)


def test_the_backend_is_chosen_by_its_name_and_ending():
    assert (BACKEND.name, BACKEND.suffix) == ("docx", ".docx")


def test_every_text_of_the_document_stands_in_the_file_in_reading_order(whole, specimen, read_text):
    text, at = read_text(whole.tree()), 0

    for expected in document_texts(specimen):
        at = position_after(expected, text, at)
    # What hinders its readers the specimen holds on purpose: an empty cell, a row over all columns, a table without header.
    assert [finding for finding in whole.diagnostics if not finding.code.startswith("word-")] == []


@settings(max_examples=50)
@given(documents)
def test_whatever_the_document_its_texts_are_there_in_order(render, read_text, document):
    rendered = render(document=document)
    text, at = read_text(rendered.tree()), 0

    for expected in document_texts(document):
        at = position_after(without_forbidden(expected), text, at)
    assert render(document=document).data == rendered.data


@settings(max_examples=50)
@given(documents)
def test_no_tables_touch_and_every_cell_ends_in_a_paragraph(render, document):
    tree = render(document=document).tree()

    for table in tree.iter(f"{W}tbl"):
        following = table.getnext()
        assert following is not None
        assert following.tag == f"{W}p"
    assert all(cell[-1].tag == f"{W}p" for cell in tree.iter(f"{W}tc"))


def test_no_paragraph_is_empty_but_those_that_word_needs(whole, read_text):
    empty = {
        paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for paragraph in whole.tree().iter(f"{W}p")
        if not read_text(paragraph) and paragraph.find(f".//{W}drawing") is None and paragraph.getparent().tag != f"{W}tc"
    }

    assert empty <= ALLOWED_EMPTY


def test_nothing_is_formatted_but_by_styles(whole):
    allowed = {"pStyle", "numPr", "sectPr", "rStyle"}

    used = {
        child.tag.removeprefix(W)
        for kind in ("pPr", "rPr")
        for properties in whole.tree().iter(f"{W}{kind}")
        for child in properties
    }
    assert used <= allowed


@pytest.fixture
def file(whole, tmp_path) -> Path:
    path = tmp_path / "plan.docx"
    path.write_bytes(whole.data)
    return path


def test_microsoft_s_validator_finds_no_fault(file):
    assert judges.validate_docx(file) == []


def test_microsoft_s_validator_finds_no_fault_in_hostile_text(render, tmp_path):
    hostile = "<w:p/>&amp;\x00\x0b\ud800\ufffe\t\n\r\u2028\u200f🚓" + "x" * 5000
    rendered = render(
        Paragraph((Text(hostile), Link((Text(hostile),), f"https://example.org/{hostile}"), StatusMark(hostile, "●"))),
        Heading((Text(hostile),), 1, hostile),
        Table((mm(50),), (Row((Cell(()),)),), (Row((Cell((Paragraph((Text(hostile),)),)),)),), title=hostile),
        title=hostile,
    )
    path = tmp_path / "hostile.docx"
    path.write_bytes(rendered.data)

    assert judges.validate_docx(path) == []


def test_libreoffice_shows_every_section_on_pages_of_its_own_and_no_page_more(file, tmp_path, specimen):
    pdf = judges.docx_to_pdf(file, tmp_path)

    assert judges.page_count(pdf) == len(specimen.sections)


def test_libreoffice_shows_the_contents_with_the_page_numbers_given(file, tmp_path):
    text = judges.pdf_text(judges.docx_to_pdf(file, tmp_path), layout=True)

    (line,) = [line for line in text.splitlines() if "Who we are.." in line]
    assert line.endswith("Page 6")


@pytest.mark.parametrize("style", ["Table", "Review"])
def test_the_end_of_a_section_in_a_table_that_fills_its_page_makes_no_page_more(render, tmp_path, style):
    row = Row((Cell((Paragraph((Text("x"),), "Table Text"),)),))
    rows = {"Table": 42, "Review": 48}[style]
    full = Table((mm(50),), (), (row,) * rows, style=style)
    rendered = render(sections=(Section((full,)), Section((Paragraph((Text("end"),)),))))
    path = tmp_path / "full.docx"
    path.write_bytes(rendered.data)

    assert judges.page_count(judges.docx_to_pdf(path, tmp_path)) == 2
