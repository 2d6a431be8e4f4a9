"""Word, PDF and web pages say the same, Word and PDF on the same pages, and say it again on every run.

The judge of pages is LibreOffice, which lays the Word file out by Word's rules.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

import judges
from cspdocs.backends import html, pdf
from cspdocs.backends.base import RenderOptions
from cspdocs.backends.docx import BACKEND
from cspdocs.backends.html.markup import without_forbidden
from cspdocs.document.nodes import Contents, ContentsEntry, Document
from cspdocs.document.numbers import WORDS_GAP, has_words
from cspdocs.document.walk import document_texts, plain_text
from cspdocs.layout.paged import PagedDocument
from cspdocs.pipeline import prepare_file
from cspdocs.starter import start_plan
from cspdocs.values import frozen
from documents import documents
from every_node import every_node, every_sent, every_sheet
from reading import W, WordNumbers, assert_reads, heard_text, html_text, published_text, word_text
from sending import nodes_in
from sheets import advances, make_sheet

PLANS: Final = sorted((judges.ROOT / "examples").glob("*/plan.yaml"))
EXAMPLES: Final = tuple(plan.parent.name for plan in PLANS)
STARTED: Final = "a started plan"
EVERY_NODE: Final = "every node"
ALL: Final = (*EXAMPLES, STARTED, EVERY_NODE)
RANDOM: Final = 300
END: Final = "!"
ON_LEAF: Final = rf"onleaf\d+{END}"
"""A page number in the contents of a random document, told from its text by the words around it."""


@frozen
class Made:
    """A document, its pages as the PDF draws them, its Word file, and its markup as one web page."""

    document: Document
    paged: PagedDocument
    word: Path
    web: str

    @property
    def body(self) -> etree._Element:
        """The XML of the Word file's text."""
        with zipfile.ZipFile(self.word) as archive:
            return etree.fromstring(archive.read("word/document.xml"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Made]:
    """The examples, a plan just started, and a document in which everything stands, by name."""
    folder = tmp_path_factory.mktemp("formats")
    start_plan(folder / STARTED)
    plans = {**{plan.parent.name: plan for plan in PLANS}, STARTED: folder / STARTED}
    prepared = {name: prepare_file(plan).options for name, plan in plans.items()}
    prepared[EVERY_NODE] = RenderOptions(every_node(), every_sheet(), every_sent)

    def kept(name: str, options: RenderOptions) -> Made:
        file = folder / f"{name}.docx"
        file.write_bytes(BACKEND.render(options.document, options).data)
        # Without files to download, which would be made for them.
        web = html.BACKEND.render(options.document, RenderOptions(options.document, options.sheet)).data.decode()
        return Made(options.document, options.paged, file, web)

    return {name: kept(name, options) for name, options in prepared.items()}


@pytest.fixture(scope="module")
def set_by_libreoffice(made: Mapping[str, Made], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Each Word file as LibreOffice prints it."""
    folder = tmp_path_factory.mktemp("libreoffice")
    return {name: judges.docx_to_pdf(file.word, folder) for name, file in made.items()}


# ---- the same pages


@pytest.mark.parametrize("name", ALL)
def test_word_takes_as_many_pages_as_the_pdf(
    made: Mapping[str, Made], set_by_libreoffice: Mapping[str, Path], name: str
) -> None:
    assert judges.page_count(set_by_libreoffice[name]) == len(made[name].paged.pages)


@pytest.mark.parametrize("name", ALL)
def test_every_heading_stands_on_the_same_page_in_word_and_in_the_pdf(
    made: Mapping[str, Made], set_by_libreoffice: Mapping[str, Path], name: str
) -> None:
    paged = made[name].paged
    drawn = [(entry.title, paged.anchors[entry.anchor].page) for entry in paged.outline]
    with pymupdf.open(set_by_libreoffice[name]) as printed:
        stands = [(title, page) for _, title, page in printed.get_toc()]
    assert len(drawn) > 3
    assert stands == drawn


def counted(entry: ContentsEntry) -> str:
    """The number before an entry of the contents, and what keeps the title apart from it."""
    gap = WORDS_GAP if has_words(entry.number) else "\t"
    return f"{entry.number}{gap}" if entry.number else ""


@pytest.mark.parametrize("name", [*EXAMPLES, EVERY_NODE])
def test_the_contents_of_word_print_the_pages_of_the_pdf(made: Mapping[str, Made], name: str) -> None:
    document, paged = made[name].document, made[name].paged
    (contents,) = (node for node in nodes_in(document) if isinstance(node, Contents))
    printed = [
        word_text(paragraph)
        for paragraph in made[name].body.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") in ("TOC1", "TOC2")
    ]
    pages = [contents.page.replace("{number}", str(paged.anchors[entry.anchor].page)) for entry in contents.entries]
    assert printed == [
        f"{counted(entry)}{plain_text(entry.content)}\t{page}" for entry, page in zip(contents.entries, pages, strict=True)
    ]


# ---- the same words


@pytest.mark.parametrize("name", ALL)
def test_word_reads_as_the_tree_does_and_holds_nothing_else(made: Mapping[str, Made], name: str) -> None:
    numbers = WordNumbers(made[name].word)
    assert_reads(word_text(made[name].body, numbers), document_texts(made[name].document), r"(?:Page|tudalen)?\d+")


@pytest.mark.parametrize("name", ALL)
def test_a_web_page_reads_as_the_tree_does_and_holds_nothing_else(made: Mapping[str, Made], name: str) -> None:
    assert_reads(html_text(made[name].web), document_texts(made[name].document), "")


@settings(max_examples=RANDOM, suppress_health_check=list(HealthCheck))
@given(documents(pages=(f"on leaf {{number}}{END}",)))
def test_any_document_reads_the_same_in_every_format_and_holds_nothing_else(tmp_path: Path, made: Document) -> None:
    options = RenderOptions(made, make_sheet())
    word = io.BytesIO(BACKEND.render(made, options).data)
    texts = [without_forbidden(text) for text in document_texts(made)]
    assert_reads(word_text(WordNumbers.body(word), WordNumbers(word)), texts, ON_LEAF)
    for form in (html.BACKEND, html.SECTIONS, html.FRAGMENT):
        assert_reads(published_text(form.render(made, options)), texts, "")
    printed = tmp_path / "printed.pdf"
    printed.write_bytes(pdf.BACKEND.render(made, options).data)
    heard = unicodedata.normalize("NFC", heard_text(judges.pdf_structure(printed)))
    assert_reads(heard, map(drawn, document_texts(made)), ON_LEAF)


def drawn(text: str) -> str:
    """A text as the PDF has it: one sign stands for every character that the font lacks."""
    known = advances()
    return "".join(sign if sign in known or sign.isspace() else "\ufffd" for sign in unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("name", ALL)
def test_the_word_file_is_valid_by_microsofts_own_rules(made: Mapping[str, Made], name: str) -> None:
    assert judges.validate_docx(made[name].word) == []


# ---- the same bytes


@pytest.mark.parametrize("plan", PLANS, ids=EXAMPLES)
def test_the_same_command_makes_the_same_files_in_another_process_on_another_day(plan: Path, tmp_path: Path) -> None:
    made = []
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Kiritimati")):
        folder = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "cspdocs", "build", str(plan), "--out", str(folder)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(judges.ROOT)},
            check=True,
            capture_output=True,
            timeout=judges.SECONDS,
        )
        files = (file for file in folder.rglob("*") if file.is_file())
        made.append({str(file.relative_to(folder)): file.read_bytes() for file in files})
    assert {Path(name).suffix for name in made[0]} == {".docx", ".pdf", ".html", ".css", ".png"}
    assert made[0] == made[1]
