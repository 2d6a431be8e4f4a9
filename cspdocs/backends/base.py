"""What a backend is: a name, a file ending, and a function from document to bytes."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

from attrs import define, field, frozen

from cspdocs.diagnostics import Diagnostic
from cspdocs.document.nodes import Document
from cspdocs.document.styles import StyleSheet
from cspdocs.layout.paged import PagedDocument
from cspdocs.layout.pages import lay_out


@frozen
class Output:
    """A rendered document, and what was noticed while rendering it."""

    data: bytes = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()


@define(slots=False)
class RenderOptions:
    """What a backend is given beside the document.

    `paged` is the document laid out on pages. It is made when first asked for and shared by all backends that
    render the same document, so that page numbers agree between formats.
    """

    document: Document
    sheet: StyleSheet

    @cached_property
    def paged(self) -> PagedDocument:
        """Where everything stands: pages of placed lines, and the page of every anchor."""
        return lay_out(self.document, self.sheet)


class Backend(Protocol):
    """A format. Same document and options, same bytes: no clock, no chance, no network."""

    @property
    def name(self) -> str:
        """The name by which users choose it, as in `--to pdf`."""

    @property
    def suffix(self) -> str:
        """The ending of its files, with the dot."""

    def render(self, document: Document, options: RenderOptions) -> Output:
        """The document in this format.

        Raises:
            RenderError: if the format cannot hold the document.
        """
