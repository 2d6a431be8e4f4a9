"""PDF: draws what layout placed, through ReportLab's canvas."""

from __future__ import annotations

from cspdocs.backends.base import Output, RenderOptions
from cspdocs.backends.pdf.package import write_pdf
from cspdocs.document.nodes import Document
from cspdocs.values import frozen


@frozen
class PdfBackend:
    """The PDF format."""

    name: str = "pdf"
    suffix: str = ".pdf"

    def render(self, document: Document, options: RenderOptions) -> Output:
        """The document as PDF."""
        paged = options.paged
        return Output(write_pdf(document, paged), paged.diagnostics)


BACKEND = PdfBackend()
