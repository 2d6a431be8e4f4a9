"""Web pages: the text of each, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cspdocs.backends.html.body import write_blocks
from cspdocs.backends.html.contents import is_contents_heading
from cspdocs.backends.html.dates import written_date
from cspdocs.backends.html.head import write_head
from cspdocs.backends.html.markup import block, element, escape, lines
from cspdocs.backends.html.navigation import write_neighbours, write_offers, write_page_list
from cspdocs.backends.html.numbers import numbered, shows_words
from cspdocs.backends.html.publication import INDEX, Page, Publication, first_heading, has_title, short_title
from cspdocs.backends.html.running import running_lines
from cspdocs.backends.html.runs import write_runs
from cspdocs.backends.html.scheme import scheme
from cspdocs.backends.html.story import Story
from cspdocs.backends.html.titles import write_given_title, write_titled
from cspdocs.document.nodes import Contents, Document, Heading, Paragraph, Section
from cspdocs.document.walk import plain_text
from cspdocs.values import frozen


def write_page(page: Page, publication: Publication, document: Document, story: Story) -> str:
    """A page from its first line to its last."""
    story.begin(page)
    return _Page(publication, document, story, story.addresses.spare("main")).write(page)


def write_fragment(page: Page, publication: Publication, story: Story) -> str:
    """The text of a page, to be pasted into another."""
    story.begin(page)
    written = [write_blocks(section.blocks, story) for section in page.sections]
    if page is publication.pages[-1]:
        written.append(write_blocks(publication.back, story))
    return lines(*written) + "\n"


@frozen
class _Page:
    """Writes a page. `main` is the id of its text."""

    publication: Publication
    document: Document
    story: Story
    main: str

    def write(self, page: Page) -> str:
        sheet = self.story.options.sheet
        skip = element("a", escape(self.story.options.wording.skip), class_="skip", href=f"#{self.main}")
        text = self._first(page) if page.first else self._later(page)
        body = block("body", skip, self._header(page), text, self._footer(page))
        head = write_head(self.document, page, scheme(sheet, dark=False), scheme(sheet, dark=True))
        return lines("<!DOCTYPE html>", block("html", head, body, lang=self.document.language)) + "\n"

    def _header(self, page: Page) -> str:
        """What is printed at the head of every sheet of paper; on a later page, first of all what it is a part of."""
        written = self._running(self.document.header)
        if not page.first:
            whole = element("a", escape(short_title(self.document)), href=INDEX)
            written.insert(0, element("p", whole, class_="part-of"))
        return block("header", *written) if written else ""

    def _first(self, page: Page) -> str:
        """The title and what stands before the contents, then the contents, and beside them all that follows."""
        front, side, text = _parts(page.sections)
        titles = self._front(front)
        contents, offers = lines(*map(self._section, side)), write_offers(self.document, self.story)
        content = lines(*map(self._section, text))
        if content:
            below = self._columns(lines(contents, offers), block("div", content, class_="content"))
        else:
            ways = block("div", contents, block("div", offers), class_="start")
            below = block("div", ways, write_neighbours(self.publication, self.document, self.story), class_="content")
        return block("main", titles, below, id=self.main)

    def _front(self, sections: Sequence[Section]) -> str:
        """The title page; the title is given to a document that prints none."""
        titled = next((section for section in sections if has_title(section.blocks)), None)
        # The title is the highest heading, also where a box with one stands before it.
        title = write_titled(titled.blocks, self.story) if titled else write_given_title(self.document.title, self.story)
        written = [title if section is titled else write_blocks(section.blocks, self.story) for section in sections]
        return block("div", "" if titled else title, *written, class_="front")

    def _later(self, page: Page) -> str:
        """The text of a page, and beside it the list of all pages. A page whose heading has no words is given its title."""
        ways = write_page_list(self.publication, self.story)
        heading = first_heading(page.sections[0].blocks)
        given = "" if heading and shows_words(numbered(heading)) else write_given_title(plain_text(page.title), self.story)
        sections = map(self._section, page.sections)
        text = lines(given, *sections, write_neighbours(self.publication, self.document, self.story))
        return self._columns(ways, block("main", text, id=self.main, class_="content"))

    def _columns(self, ways: str, text: str) -> str:
        """The text, and beside it the ways to it and out of it where there are any."""
        return block("div", block("div", ways, class_="side"), text, class_="columns") if ways else text

    def _section(self, section: Section) -> str:
        written = write_blocks(section.blocks, self.story)
        headed = any(isinstance(node, Heading) or is_contents_heading(node) for node in section.blocks)
        return block("section" if headed else "div", written) if written else ""

    def _footer(self, page: Page) -> str:
        """The back of the booklet, what is offered unless that stands above, the date, and the footer of the paper."""
        wording, day = self.story.options.wording, self.document.date
        back = write_blocks(self.publication.back, self.story)
        back = block("div", back, class_="back") if back else ""
        issued = ""
        if day:
            written = element("time", written_date(day, self.document.language), datetime=day.isoformat())
            issued = element("p", escape(wording.issued).replace("{date}", written), class_="issued")
        top = element("p", element("a", escape(wording.top), href="#"), class_="to-top")
        offers = "" if page.first else write_offers(self.document, self.story)
        return block("footer", back, offers, issued, *self._running(self.document.footer), top)

    def _running(self, paragraphs: Iterable[Paragraph]) -> list[str]:
        return [
            element("p", write_runs(numbered(line), self.story, line.origin), class_="running")
            for line in running_lines(paragraphs)
        ]


def _parts(sections: Sequence[Section]) -> tuple[list[Section], list[Section], list[Section]]:
    """The sections before the contents list, those with it, and those after it."""
    front: list[Section] = []
    side: list[Section] = []
    rest = list(sections)
    while rest and not first_heading(rest[0].blocks) and not _has_contents(rest[0]):
        front.append(rest.pop(0))
    while rest and not first_heading(rest[0].blocks) and _has_contents(rest[0]):
        side.append(rest.pop(0))
    return front, side, rest


def _has_contents(section: Section) -> bool:
    return any(isinstance(node, Contents) for node in section.blocks)
