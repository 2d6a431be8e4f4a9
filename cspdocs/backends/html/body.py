"""Blocks as markup: what stands below one another in a section, a cell or a list item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from cspdocs.backends.html.boxes import write_box
from cspdocs.backends.html.contents import is_contents_heading, write_contents, write_contents_heading
from cspdocs.backends.html.markup import block, element, lines
from cspdocs.backends.html.numbers import numbered, shows_words
from cspdocs.backends.html.pictures import write_figure
from cspdocs.backends.html.runs import write_runs
from cspdocs.backends.html.story import Story
from cspdocs.backends.html.tables import write_grid, write_table
from cspdocs.document.boxes import style_inside
from cspdocs.document.nodes import (
    Block,
    Box,
    Contents,
    DefinitionList,
    Figure,
    Grid,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
)
from cspdocs.document.styles import BoxStyle
from cspdocs.document.walk import plain_text


def write_blocks(blocks: Sequence[Block], story: Story, plain: str = "Body", box: BoxStyle | None = None) -> str:
    """The markup of blocks, each on a line of its own. Paragraphs in the `plain` style need no class.

    Words that stand in a `box` have the looks that it gives them.
    """
    written: list[str] = []
    before: Block | None = None
    for node, after in zip(blocks, (*blocks[1:], None), strict=False):
        if not _is_caption(node, after):
            written.append(_write_block(node, before, story, plain, box))
        before = node
    return lines(*written)


def _write_block(node: Block, before: Block | None, story: Story, plain: str, box: BoxStyle | None) -> str:
    match node:
        case Heading():
            return _write_heading(node, story, box)
        case Paragraph() if is_contents_heading(node):
            return write_contents_heading(node, story)
        case Paragraph():
            return write_paragraph(node, story, plain, box)
        case List():
            return _write_list(node, story, plain)
        case Quote():
            return _write_quote(node, story)
        case Box():
            return write_box(node, story, _write_boxed)
        case Figure():
            return write_figure(node, story)
        case Table():
            return write_table(node, story, write_flow, _caption(node, before, story))
        case Grid():
            return write_grid(node, story, write_flow)
        case DefinitionList():
            return _write_definitions(node, story)
        case Contents():
            return write_contents(node, before, story)
        case _:
            assert_never(node)


def write_paragraph(paragraph: Paragraph, story: Story, plain: str, box: BoxStyle | None = None) -> str:
    """A paragraph. In a fragment, which has no looks of ours, one in a bold style has strong words."""
    content = numbered(paragraph)
    words = write_runs(content, story, paragraph.origin)
    identity = story.addresses.of_anchor(paragraph, story.page)
    if not words and not identity:
        return ""
    style = style_inside(paragraph, box) if box else paragraph.style
    if story.fragment and style != plain and story.style(style).bold and shows_words(content):
        words = element("strong", words)
    return element("p", words, id=identity, class_=story.class_of(style, plain))


def write_flow(blocks: Sequence[Block], story: Story, plain: str = "Body") -> str:
    """The markup of what stands in an item or a cell: one paragraph in the `plain` style is its words alone."""
    match blocks:
        case [Paragraph(style=style, anchor="") as paragraph] if style == plain:
            return write_runs(numbered(paragraph), story, paragraph.origin)
        case [Paragraph(style=style, anchor="") as paragraph, List() as listing] if style == plain:
            words = write_runs(numbered(paragraph), story, paragraph.origin)
            return lines(words, _write_list(listing, story, plain))
        case _:
            return write_blocks(blocks, story, plain)


def _write_boxed(blocks: Sequence[Block], story: Story, box: BoxStyle) -> str:
    return write_blocks(blocks, story, box=box)


def _write_heading(heading: Heading, story: Story, box: BoxStyle | None) -> str:
    """A heading under the id by which links know it. One without words is no heading, but a place all the same."""
    identity = story.addresses.of_anchor(heading, story.page)
    content = numbered(heading)
    if not shows_words(content):
        return element("p", write_runs(content, story, heading.origin), id=identity)
    name = f"h{story.heading(heading.level)}"
    looks = story.class_of(style_inside(heading, box) if box else heading.style)
    return element(name, write_runs(content, story, heading.origin), id=identity, class_=looks)


def _write_list(listing: List, story: Story, plain: str) -> str:
    items = lines(*(_write_item(item, story, plain) for item in listing.items))
    if not items:
        return ""
    if not listing.ordered:
        return block("ul", items)
    return block("ol", items, start=None if listing.start == 1 else listing.start)


def _write_item(item: ListItem, story: Story, plain: str) -> str:
    return element("li", write_flow(item.content, story, plain))


def _write_quote(quote: Quote, story: Story) -> str:
    """The words, and whose they are below them."""
    words = block("blockquote", write_blocks(quote.content, story))
    said_by = write_runs(quote.attribution, story, quote.origin)
    if not said_by:
        return words
    caption = element("figcaption", said_by, class_=story.class_of("Attribution"))
    return block("figure", words, caption, class_=story.part("quote"))


def _write_definitions(definitions: DefinitionList, story: Story) -> str:
    """The terms and their meanings, each pair with an address of its own. In a fragment there is nothing around a pair."""
    pairs = []
    for item in definitions.items:
        identity = story.addresses.of_origin(item.origin)
        term, meaning = write_runs(item.term, story, item.origin), write_runs(item.content, story, item.origin)
        if story.fragment:
            pairs.append(element("dt", term, id=identity) + element("dd", meaning))
        else:
            pairs.append(element("div", element("dt", term) + element("dd", meaning), id=identity))
    return block("dl", *pairs) if pairs else ""


def _is_caption(node: Block, after: Block | None) -> bool:
    """Whether a paragraph is printed as the caption of the table that follows, being the same words."""
    match node, after:
        case Paragraph(_, "Caption") as caption, Table(title=title) as table if title == plain_text(numbered(caption)) != "":
            return bool(table.header or table.rows)
        case _:
            return False


def _caption(table: Table, before: Block | None, story: Story) -> str:
    """The caption of a table: the paragraph before it where that says the same, else its title, which is only heard.

    In a fragment nothing can be hidden; there a title that is not printed is a label.
    """
    if isinstance(before, Paragraph) and _is_caption(before, table):
        words = write_runs(numbered(before), story, before.origin)
        return element("caption", words, id=story.addresses.of_anchor(before, story.page))
    if story.fragment or not table.title.strip():
        return ""
    return element("caption", element("span", story.text(table.title, table.origin), class_="heard"))
