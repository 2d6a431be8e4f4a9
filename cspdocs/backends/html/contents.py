"""The contents list: links in place of page numbers."""

from __future__ import annotations

from typing import Final

from cspdocs.backends.html.markup import block, element, lines
from cspdocs.backends.html.numbers import numbered, shows_words
from cspdocs.backends.html.runs import write_runs
from cspdocs.backends.html.story import Story
from cspdocs.document.nodes import Block, Contents, ContentsEntry, Link, Paragraph
from cspdocs.document.walk import plain_text

_HEADING: Final = "Contents Heading"
_LEVEL: Final = 1
"""The heading above the contents list is one of the document's highest."""


def is_contents_heading(block: Block) -> bool:
    """Whether a block is the heading above a contents list: a paragraph, because it is no entry of that list."""
    return isinstance(block, Paragraph) and block.style == _HEADING and shows_words(numbered(block))


def write_contents_heading(paragraph: Paragraph, story: Story) -> str:
    """The heading above the contents list."""
    words = write_runs(numbered(paragraph), story, paragraph.origin)
    identity = story.addresses.of_anchor(paragraph, story.page)
    return element(f"h{story.heading(_LEVEL)}", words, id=identity, class_=story.class_of(_HEADING))


def write_contents(contents: Contents, before: Block | None, story: Story) -> str:
    """The entries as links, those of deeper levels in lists of their own below the one that they belong to.

    The list is called by the heading `before` it.
    """
    if not contents.entries:
        return ""
    name = story.options.wording.contents
    if isinstance(before, Paragraph) and is_contents_heading(before):
        name = plain_text(numbered(before))
    return block("nav", _entries(contents.entries, story), aria_label=name)


def _entries(entries: tuple[ContentsEntry, ...], story: Story) -> str:
    """A list of the entries of the first one's level, each with the deeper ones that follow it."""
    items: list[str] = []
    place = 0
    while place < len(entries):
        entry = entries[place]
        below = place + 1
        while below < len(entries) and entries[below].level > entry.level:
            below += 1
        linked = write_runs((Link(numbered(entry), f"#{entry.anchor}"),), story)
        inner = _entries(entries[place + 1 : below], story) if below > place + 1 else ""
        items.append(element("li", lines(linked, inner)))
        place = below
    return block("ol", *items)
