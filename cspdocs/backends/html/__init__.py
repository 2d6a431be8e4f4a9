"""HTML: a document as accessible web pages, or as markup to paste into a content management system."""

from __future__ import annotations

from cspdocs.backends.base import Output, RenderOptions
from cspdocs.backends.html.addresses import Addresses
from cspdocs.backends.html.package import build_package
from cspdocs.backends.html.pages import write_fragment, write_page
from cspdocs.backends.html.publication import divide
from cspdocs.backends.html.story import DEEPEST, Story
from cspdocs.document.nodes import Document
from cspdocs.values import field, frozen


def _level(wanted: int) -> int:
    if not 1 <= wanted <= DEEPEST:
        raise ValueError(f"headings have the levels 1 to {DEEPEST}, not {wanted}")
    return wanted


@frozen(kw_only=True)
class HtmlBackend:
    """Writes web pages: first the markup of each, then the files around them.

    Args:
        name: The name by which users choose it.
        suffix: The ending of the folder, and the first page in it.
        by_section: Whether each section has a page of its own, with a list of them and links to the next and last one.
        fragment: Whether the markup is to be pasted into a page of somebody else's, without looks of ours.
        top: The level of the highest heading of a fragment; on pages of our own the title is `h1`.
    """

    name: str = "html"
    suffix: str = "-web/index.html"
    by_section: bool = False
    fragment: bool = False
    top: int = field(default=2, converter=_level)

    def render(self, document: Document, options: RenderOptions) -> Output:
        """The document as web pages.

        What could not be written as it stands is among the diagnostics; nothing is left out without a word.

        Raises:
            RenderError: if the document names a style that the style sheet lacks.
        """
        publication = divide(document, by_section=self.by_section)
        top = self.top if self.fragment else 1
        story = Story(options, Addresses.of(publication), self.fragment, top, publication.pages[0])
        pages = {}
        for page in publication.pages:
            if self.fragment:
                pages[page.name] = write_fragment(page, publication, story)
            else:
                pages[page.name] = write_page(page, publication, document, story)
        return build_package(pages, story)


BACKEND = HtmlBackend()
SECTIONS = HtmlBackend(name="html-sections", suffix="-web-sections/index.html", by_section=True)
FRAGMENT = HtmlBackend(name="html-fragment", suffix="-web-fragment/index.html", fragment=True)
