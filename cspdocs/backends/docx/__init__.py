"""Word: a document as a .docx file that officers can go on working in."""

from __future__ import annotations

from attrs import frozen

from cspdocs.backends.base import Output, RenderOptions
from cspdocs.backends.docx.body import write_document
from cspdocs.backends.docx.numbering import Numbering
from cspdocs.backends.docx.package import build_package
from cspdocs.backends.docx.story import Story
from cspdocs.backends.docx.stylebook import StyleBook
from cspdocs.document.nodes import Document


@frozen
class DocxBackend:
    """Writes Word files: first the markup of the text, then the package around it."""

    name: str = "docx"
    suffix: str = ".docx"

    def render(self, document: Document, options: RenderOptions) -> Output:
        """The document as a Word file.

        What could not be written as it stands is among the diagnostics; nothing is left out without a word.

        Raises:
            RenderError: if the document names a style or a page that the style sheet lacks.
        """
        book = StyleBook(options.sheet)
        story = Story(options, book, Numbering(book.style("List")))
        markup = write_document(document, story)
        return Output(build_package(markup, document, story), tuple(story.findings))


BACKEND = DocxBackend()
