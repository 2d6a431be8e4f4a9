"""Blocks as WordprocessingML: what stands below one another in a section, a cell or a list item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from attrs import evolve

from cspdocs.backends.docx.beside import write_passages
from cspdocs.backends.docx.contents import write_contents
from cspdocs.backends.docx.namespaces import DECLARATION, WP, A, R, W
from cspdocs.backends.docx.numbering import DEEPEST
from cspdocs.backends.docx.paragraphs import SEPARATOR, paragraph
from cspdocs.backends.docx.pictures import write_picture
from cspdocs.backends.docx.runs import write_runs
from cspdocs.backends.docx.sections import close_section, section_properties
from cspdocs.backends.docx.story import STRONG, Story
from cspdocs.backends.docx.stylebook import Place
from cspdocs.backends.docx.tables import write_grid, write_table
from cspdocs.document.nodes import (
    Block,
    Contents,
    Definition,
    DefinitionList,
    Document,
    Figure,
    Grid,
    Heading,
    Inline,
    List,
    ListItem,
    Paragraph,
    Quote,
    Section,
    Table,
)
from cspdocs.units import Length


def write_document(document: Document, story: Story) -> str:
    """The main part, word/document.xml. What else it needs is then in `story`."""
    chunks: list[str] = []
    sections = document.sections or (Section(()),)
    for number, section in enumerate(sections):
        geometry = story.page(section.page)
        place = Place(geometry.text_width, geometry.text_height)
        written = write_passages(section.blocks, place, story, write_blocks)
        properties = section_properties(section, document, story)
        chunks += close_section(written, properties, last=number == len(sections) - 1)
    return (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}">'
        f"<w:body>{''.join(chunks)}</w:body></w:document>"
    )


def write_blocks(blocks: Sequence[Block], place: Place, story: Story) -> list[str]:
    """The markup of the blocks in a list of paragraphs, tables and content controls.

    Each table is followed by the paragraph that keeps it apart from what comes next.
    """
    written: list[str] = []
    last = len(blocks) - 1
    for number, block in enumerate(blocks):
        written += _write_block(block, place if number == last else place.before_others, story)
    return written


def _write_block(block: Block, place: Place, story: Story) -> list[str]:
    match block:
        case Heading(content, anchor=anchor, origin=origin):
            runs = write_runs(content, story.book.style(block.style), story, origin)
            return [paragraph(block.style, story.bookmark(anchor, runs))]
        case Paragraph(content, style, origin=origin):
            return [write_paragraph(content, style, place, story, origin)]
        case List():
            return _write_list(block, place, story)
        case Quote():
            return _write_quote(block, place, story)
        case Figure():
            return _write_figure(block, place, story)
        case Table():
            return [write_table(block, place, story, write_blocks), _gap(block, place, story)]
        case Grid():
            return [write_grid(block, place, story, write_blocks), _gap(block, place, story)]
        case DefinitionList(items):
            places = [place.before_others] * (len(items) - 1) + [place]
            return [_write_definition(item, where, story) for item, where in zip(items, places, strict=False)]
        case Contents():
            return [write_contents(block, place, story)]
        case _:
            assert_never(block)


def _gap(table: Table | Grid, place: Place, story: Story) -> str:
    """The paragraph below a table. Below the last table of a cell there is no white space."""
    if place.closing and place.in_cell:
        return SEPARATOR
    return paragraph(story.book.gap(story.book.table(table.style)), "")


def write_paragraph(content: Sequence[Inline], style: str, place: Place, story: Story, origin: str) -> str:
    """A paragraph in the style that `style` becomes in its place."""
    name = story.book.placed(style, place)
    return paragraph(name, write_runs(content, story.book.style(name), story, origin))


def _write_list(listing: List, place: Place, story: Story) -> list[str]:
    step = story.book.style("List").indent
    base = Length(place.indent - place.depth * step)
    if listing.ordered:
        instance = story.numbering.count(base, depth=place.depth, start=listing.start)
    else:
        instance = story.numbering.bullets(base)
    level = min(place.depth, DEEPEST)
    label = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'
    written: list[str] = []
    for number, item in enumerate(listing.items):
        ends = number == len(listing.items) - 1 and (place.closing or (place.depth == 0 and not place.in_cell))
        written += _write_item(item, label, listing, evolve(place, closing=ends), story)
    return written


def _write_item(item: ListItem, label: str, listing: List, place: Place, story: Story) -> list[str]:
    """The first paragraph with the item's bullet or number, and what follows it, as far in as its text.

    An item that begins with something else has its label on a line of its own, so that the items are counted right.
    """
    first: Sequence[Inline] = ()
    name, rest, origin = "Body", item.content, ""
    match item.content:
        case (Paragraph(content, style, origin=field), *others):
            first, name, rest, origin = content, style, tuple(others), field
    if name == "Body":
        name = "List Number" if listing.ordered else "List Bullet"
    name = story.book.keeping(story.book.closing(name, place.before_others if rest else place), place)
    runs = write_runs(first, story.book.style(name), story, origin or listing.origin)
    inner = evolve(place.inset(story.book.style("List").indent), depth=place.depth + 1)
    return [paragraph(name, runs, label), *write_blocks(rest, inner, story)]


def _write_quote(quote: Quote, place: Place, story: Story) -> list[str]:
    """The words in the style of quotations, kept together with whose they are in a paragraph below."""
    written: list[str] = []
    indent = story.book.style("Quote").indent
    last = len(quote.content) - 1
    for number, block in enumerate(quote.content):
        here = place if number == last and not quote.attribution else place.before_others
        match block:
            case Paragraph(content, "Body", origin=origin):
                name = "Quote"
                if quote.attribution and number == last:
                    name = story.book.derive("Quote Attributed", "Quote", space_after=Length(0), keep_with_next=True)
                written.append(write_paragraph(content, name, here, story, origin))
            case _:
                written += write_blocks((block,), here.inset(indent), story)
    if quote.attribution:
        written.append(write_paragraph(quote.attribution, "Attribution", place, story, quote.origin))
    return written


def _write_definition(item: Definition, place: Place, story: Story) -> str:
    name = story.book.placed("Definition", place)
    style = story.book.style(name)
    strong = STRONG._replace(strong=not style.bold)
    term = write_runs(item.term, style, story, item.origin, strong)
    meaning = write_runs(item.content, style, story, item.origin)
    return paragraph(name, f"{term}<w:r><w:tab/></w:r>{meaning}")


def _write_figure(figure: Figure, place: Place, story: Story) -> list[str]:
    """The picture in a paragraph, and the caption below it.

    A picture meant to stand at the side stands there alone: text runs beside it only in `write_passages`.
    """
    name = figure.style
    if figure.side:
        name = story.book.derive(f"{name} {figure.side.capitalize()}", name, align=figure.side)
    if figure.caption:
        name = story.book.derive(f"{name} Captioned", name, keep_with_next=True)
    name = story.book.placed(name, place.before_others if figure.caption else place)
    written = [paragraph(name, write_picture(figure, place, story))]
    if figure.caption:
        written.append(write_paragraph(figure.caption, "Caption", place, story, figure.origin))
    return written
