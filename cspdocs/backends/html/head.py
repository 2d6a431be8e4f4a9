"""What a page says of itself in its head, to browsers, search engines and whoever shares it."""

from __future__ import annotations

from typing import Final

from cspdocs.backends.html.markup import block, element, escape, start
from cspdocs.backends.html.publication import Page
from cspdocs.backends.html.scheme import Scheme
from cspdocs.document.nodes import Document, Paragraph
from cspdocs.document.walk import plain_text

STYLESHEET: Final = "style.css"
"""The one style sheet of all pages."""
_LONGEST: Final = 160
"""Of a description, in characters: what search engines show of it."""


def write_head(document: Document, page: Page, day: Scheme, night: Scheme) -> str:
    """The head of a page."""
    about = [
        ("author", document.author),
        ("description", _description(document, page)),
        ("dcterms.issued", document.date.isoformat() if document.date else ""),
        ("generator", "cspdocs"),
    ]
    return block(
        "head",
        start("meta", charset="utf-8"),
        element("title", escape(page_title(document, page))),
        start("meta", name="viewport", content="width=device-width, initial-scale=1"),
        start("meta", name="color-scheme", content="light dark"),
        start("meta", name="theme-color", content=day.accent, media="(prefers-color-scheme: light)"),
        start("meta", name="theme-color", content=night.accent, media="(prefers-color-scheme: dark)"),
        *(start("meta", name=name, content=content) for name, content in about if content.strip()),
        start("link", rel="stylesheet", href=STYLESHEET),
    )


def page_title(document: Document, page: Page) -> str:
    """The title of a page in a list of tabs: its own before the document's."""
    titles = (plain_text(page.title), document.title)
    return " \u2013 ".join(" ".join(title.split()) for title in titles if title.strip()) or "\u2026"


def _description(document: Document, page: Page) -> str:
    """How the text of a page begins; what the document is about, where it has none."""
    texts = (
        plain_text(block.content)
        for section in page.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and block.style == "Body"
    )
    text = " ".join(next((text for text in texts if text.strip()), document.subject or document.title).split())
    if len(text) <= _LONGEST:
        return text
    return text[: _LONGEST - 1].rpartition(" ")[0].rstrip(",;:") + "\u2026"
