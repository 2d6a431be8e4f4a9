"""Word: a document as a .docx file that officers can go on working in."""

from __future__ import annotations

import importlib

from cspdocs.backends.base import Output, RenderOptions
from cspdocs.backends.docx.accessibility import verify_parts
from cspdocs.backends.docx.archive import zip_archive
from cspdocs.backends.docx.body import write_document
from cspdocs.backends.docx.controls import Controls
from cspdocs.backends.docx.counting import Counting, numbered_headings
from cspdocs.backends.docx.numbering import Numbering
from cspdocs.backends.docx.package import build_parts
from cspdocs.backends.docx.story import Story
from cspdocs.backends.docx.styles.book import StyleBook
from cspdocs.diagnostics import Diagnostic
from cspdocs.document.nodes import Document
from cspdocs.document.numbers import number_rooms
from cspdocs.document.styles import StyleSheet
from cspdocs.values import frozen


@frozen
class DocxBackend:
    """Writes Word files: first the markup of the text, then the package around it."""

    name: str = "docx"
    suffix: str = ".docx"

    def render(self, document: Document, options: RenderOptions) -> Output:
        """The document as a Word file.

        What could not be written as it stands is among the diagnostics; nothing is left out without a word. So is what
        would keep people from reading the file.

        Raises:
            RenderError: if the document names a style or a page that the style sheet lacks.
        """
        book = _style_book(options.sheet)
        numbering = Numbering(book.style("List"))
        counting = Counting(book, numbering, number_rooms(document, book.sheet), numbered_headings(document))
        story = Story(options, book, numbering, counting, controls=Controls(options.sent.fields))
        markup = write_document(document, story)
        parts = build_parts(markup, document, story)
        findings = (*story.findings, *_examine_reference(options.sheet, markup, story), *verify_parts(parts))
        return Output(zip_archive(parts), findings)


def _style_book(sheet: StyleSheet) -> StyleBook:
    """The styles of the file, dressed in house styles where the sheet has a reference."""
    if sheet.reference is None:
        return StyleBook(sheet)
    # Few templates have one, and what takes its XML apart costs every start some milliseconds.
    dressing = importlib.import_module("cspdocs.backends.docx.house.dressing")
    dressed: StyleBook = dressing.dress(sheet, sheet.reference)
    return dressed


def _examine_reference(sheet: StyleSheet, markup: str, story: Story) -> tuple[Diagnostic, ...]:
    """What is amiss with house styles that the document uses; nothing where the sheet has no reference."""
    if sheet.reference is None:
        return ()
    comparison = importlib.import_module("cspdocs.backends.docx.house.comparison")
    used = comparison.used_styles(story.book, (markup, *(part.markup for part in story.running)))
    found: tuple[Diagnostic, ...] = comparison.examine_reference(sheet, sheet.reference, used)
    return found


BACKEND = DocxBackend()
