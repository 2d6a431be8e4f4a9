"""How a document falls into web pages: which sections stand on which, and what each page is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cspdocs.backends.html.markup import address_part
from cspdocs.backends.html.numbers import numbered, shows_words
from cspdocs.document.nodes import Block, Contents, Document, Heading, Inline, Paragraph, Section, Text
from cspdocs.document.walk import plain_text
from cspdocs.values import evolve, frozen

INDEX: Final = "index.html"
"""The first page: what a web server shows when a folder is asked for."""
TITLE: Final = "Title"
"""The style of the title of the document."""
_REPEATED: Final = "Plan Title"
_HIGHEST: Final = 1
"""The level of the headings that the parts of a document begin with."""


@frozen
class Page:
    """A web page: the name of its file, what it is called where it is listed, and its sections.

    The first page has no title of its own: it is called as the document is.
    """

    name: str
    title: tuple[Inline, ...]
    sections: tuple[Section, ...]

    @property
    def first(self) -> bool:
        """Whether it is the page that the others belong to."""
        return self.name == INDEX


@frozen
class Publication:
    """The pages of a document in reading order, and what stands at the foot of each of them.

    `back` is the document's last section where that is the back of a booklet, such as how to reach the partnership.
    """

    pages: tuple[Page, ...]
    back: tuple[Block, ...]

    def around(self, page: Page) -> tuple[Page | None, Page | None]:
        """The pages before and after a page; `None` where there is none."""
        place = self.pages.index(page)
        before = self.pages[place - 1] if place else None
        return before, self.pages[place + 1] if place + 1 < len(self.pages) else None


def divide(document: Document, *, by_section: bool) -> Publication:
    """The document on one page; or with `by_section` each part on its own, after a first page with what precedes them.

    Each of the highest headings begins a part, also where one runs on below another on paper. What has no heading stands
    on the page of the part before it. What has the title is not divided: the first page would be a title alone.
    """
    sections = list(document.sections)
    back = sections.pop().blocks if _has_back(sections) else ()
    parts = [(part, has_title(section.blocks)) for section in sections for part in _parts(section)]
    if not by_section:
        return Publication((Page(INDEX, (), tuple(part for part, _ in parts)),), back)
    groups: list[list[Section]] = [[]]
    for part, titled in parts:
        if first_heading(part.blocks) and not titled:
            groups.append([])
        groups[-1].append(part)
    listed = {
        entry.anchor: numbered(entry)
        for section in sections
        for block in section.blocks
        if isinstance(block, Contents)
        for entry in block.entries
        if plain_text(entry.content).strip()
    }
    files = [INDEX, *_names(group[0].name for group in groups[1:])]
    pages = [Page(file, _title(group[0], listed), tuple(group)) for file, group in zip(files, groups, strict=True) if group]
    if not groups[0]:
        pages.insert(0, Page(INDEX, (), ()))
    return Publication(tuple(pages), back)


def short_title(document: Document) -> str:
    """What a document is called in few words: its subject, which leaves out whose it is, or its title."""
    return document.subject.strip() or document.title.strip() or "\u2026"


def has_title(blocks: Iterable[Block]) -> bool:
    """Whether the title of the document is among the blocks."""
    return any(is_title(block) for block in blocks)


def is_title(block: Block) -> bool:
    """Whether a block is the title of the document."""
    return isinstance(block, Paragraph) and block.style == TITLE and shows_words(numbered(block))


def first_heading(blocks: Iterable[Block]) -> Heading | None:
    """The first heading among the blocks; `None` where there is none."""
    return next((block for block in blocks if isinstance(block, Heading)), None)


def _parts(section: Section) -> Iterator[Section]:
    """A section as the parts that its highest headings begin.

    What stands before the first of them belongs to it, unless the title or the contents list is among that.
    """
    name, begin = section.name, 0
    for place, block in enumerate(section.blocks):
        if isinstance(block, Heading) and block.level == _HIGHEST and _is_whole(section.blocks[begin:place]):
            end = place - _is_repeated(section.blocks[place - 1])
            yield evolve(section, blocks=section.blocks[begin:end], name=name)
            name, begin = block.anchor, end
    yield evolve(section, blocks=section.blocks[begin:], name=name)


def _is_whole(blocks: Sequence[Block]) -> bool:
    """Whether blocks are a part without what follows them."""
    return any(isinstance(block, Heading | Contents) or is_title(block) for block in blocks)


def _is_repeated(block: Block) -> bool:
    """Whether a block is the title of the document printed again, above the heading that follows."""
    return isinstance(block, Paragraph) and block.style == _REPEATED


def _has_back(sections: Sequence[Section]) -> bool:
    """Whether the last section is made of paragraphs alone and follows sections with headings."""
    if not any(first_heading(section.blocks) for section in sections[:-1]):
        return False
    return all(isinstance(block, Paragraph) for block in sections[-1].blocks)


def _title(section: Section, listed: dict[str, tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """What the contents list calls a section, its heading, or its name."""
    heading = first_heading(section.blocks)
    if heading is None:
        return ()
    title = listed.get(heading.anchor, numbered(heading))
    return title if plain_text(title).strip() else (Text(section.name.strip() or heading.anchor.strip() or "\u2026"),)


def _names(wanted: Iterable[str]) -> Iterator[str]:
    """The files of pages by the names of their sections, each once: `introduction.html`."""
    taken = {INDEX}
    for number, name in enumerate(wanted, 1):
        stem = address_part(name) or f"section-{number}"
        file, count = f"{stem}.html", 1
        while file in taken:
            count += 1
            file = f"{stem}-{count}.html"
        taken.add(file)
        yield file
