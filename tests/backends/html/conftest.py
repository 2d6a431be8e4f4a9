"""Ways to write blocks and documents as web pages, and to look at what came of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pytest

from cspdocs.backends.base import Companion, Download, RenderOptions
from cspdocs.backends.html import HtmlBackend
from cspdocs.backends.html.addresses import Addresses
from cspdocs.backends.html.body import write_blocks
from cspdocs.backends.html.publication import divide
from cspdocs.backends.html.story import Story
from cspdocs.diagnostics import Diagnostic
from cspdocs.document.nodes import Block, Document
from cspdocs.document.styles import StyleSheet
from cspdocs.template.wording import PublicationWording
from sheets import document, make_sheet


class Site(NamedTuple):
    """A rendered publication: its pages and its other files, each by name, and what was noticed."""

    pages: Mapping[str, str]
    files: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def index(self) -> str:
        return self.pages["index.html"]


@pytest.fixture(scope="session")
def story() -> Callable[..., Story]:
    """What a page of these blocks needs."""

    def begun(*blocks: Block, sheet: StyleSheet | None = None, fragment: bool = False) -> Story:
        made = document(*blocks)
        publication = divide(made, by_section=False)
        options = RenderOptions(made, sheet or make_sheet())
        return Story(options, Addresses.of(publication), fragment, 2 if fragment else 1, publication.pages[0])

    return begun


@pytest.fixture(scope="session")
def write(story: Callable[..., Story]) -> Callable[..., str]:
    """The markup of blocks, on a page of ours or in a fragment."""

    def written(*blocks: Block, sheet: StyleSheet | None = None, fragment: bool = False) -> str:
        return write_blocks(blocks, story(*blocks, sheet=sheet, fragment=fragment))

    return written


@pytest.fixture(scope="session")
def render() -> Callable[..., Site]:
    """The files that a document becomes."""

    def rendered(
        made: Document,
        backend: HtmlBackend | None = None,
        *,
        sheet: StyleSheet | None = None,
        wording: PublicationWording | None = None,
        downloads: tuple[Download, ...] = (),
        companions: tuple[Companion, ...] = (),
    ) -> Site:
        options = RenderOptions(
            made,
            sheet or make_sheet(),
            wording=wording or PublicationWording(),
            offer=lambda _: downloads,
            accompany=lambda _: companions,
        )
        output = (backend or HtmlBackend()).render(made, options)
        pages = {name: data.decode() for name, data in output.files.items() if name.endswith(".html")}
        files = {name: data for name, data in output.files.items() if not name.endswith(".html")}
        return Site({"index.html": output.data.decode(), **pages}, files, output.diagnostics)

    return rendered
