"""Blocks as WordprocessingML: what stands below one another in a section, a cell or a list item."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, assert_never

from cspdocs.backends.docx.beside import write_passages
from cspdocs.backends.docx.boxes import write_box
from cspdocs.backends.docx.contents import write_contents
from cspdocs.backends.docx.fieldblocks import write_fields
from cspdocs.backends.docx.namespaces import DECLARATION, WP, A, R, W
from cspdocs.backends.docx.numbering import DEEPEST
from cspdocs.backends.docx.paragraphs import SEPARATOR, paragraph
from cspdocs.backends.docx.pictures import write_picture
from cspdocs.backends.docx.places import Place
from cspdocs.backends.docx.runs import write_field, write_runs
from cspdocs.backends.docx.sections import close_section, section_properties
from cspdocs.backends.docx.story import STRONG, Story
from cspdocs.backends.docx.tables import write_grid, write_table
from cspdocs.document.boxes import list_step, style_inside
from cspdocs.document.lists import ROOM_AFTER_TAB, list_standing, style_of_marks
from cspdocs.document.nodes import (
    Block,
    Box,
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
from cspdocs.units import Length, pt
from cspdocs.values import evolve

_TAB: Final = "<w:r><w:tab/></w:r>"
_BREAK: Final = "<w:r><w:br/></w:r>"


def write_document(document: Document, story: Story) -> str:
    """The main part, word/document.xml. What else it needs is then in `story`."""
    # What is long is put together once, at the end: big plans have tens of megabytes.
    chunks = [f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}"><w:body>']
    sections = document.sections or (Section(()),)
    for number, section in enumerate(sections):
        geometry = story.page(section.page)
        place = Place(geometry.text_width, geometry.text_height)
        written = write_passages(section.blocks, place, story, write_blocks)
        properties = section_properties(section, document, story)
        chunks += close_section(written, properties, last=number == len(sections) - 1)
    chunks.append("</w:body></w:document>")
    return "".join(chunks)


def write_blocks(blocks: Sequence[Block], place: Place, story: Story) -> list[str]:
    """The markup of the blocks in a list of paragraphs, tables and content controls.

    Each table is followed by the paragraph that keeps it apart from what comes next.
    """
    last = len(blocks) - 1
    before_others = place.before_others if last > 0 else place

    def write(number: int, block: Block) -> list[str]:
        here = place if number == last else before_others
        if isinstance(block, Box):
            apart = number < last and isinstance(blocks[number + 1], Box)
            return write_box(block, here, story, write_blocks, apart=apart)
        return _write_block(block, here, story)

    return write_fields(blocks, story, write)


def _write_block(block: Block, place: Place, story: Story) -> list[str]:
    match block:
        case Heading():
            return [_write_heading(block, place, story)]
        case Paragraph(_, style):
            return [_write_words(block, style, place, story)]
        case List():
            return _write_list(block, place, story)
        case Quote():
            return _write_quote(block, place, story)
        case Box():
            return write_box(block, place, story, write_blocks)
        case Figure():
            return _write_figure(block, place, story)
        case Table(header=(), rows=()) | Grid(entries=()):
            # Word calls a file damaged that has a table without rows.
            return []
        case Table():
            return [write_table(block, place, story, write_blocks), _gap(block, place, story)]
        case Grid():
            return [write_grid(block, place, story, write_blocks), _gap(block, place, story)]
        case DefinitionList(items):
            ends = place.closing or not (place.depth or place.in_cell)
            places = [place.before_others] * (len(items) - 1) + [evolve(place, closing=ends)]
            return [_write_definition(item, where, story) for item, where in zip(items, places, strict=False)]
        case Contents():
            return [write_contents(block, place, story)]
        case _:
            assert_never(block)


def _gap(table: Table | Grid, place: Place, story: Story) -> str:
    """The paragraph below a table. Below the last table of a cell there is no white space."""
    if place.closing and place.in_cell:
        return SEPARATOR
    name = story.book.gap(story.book.table(table.style))
    return paragraph(story.book.placed(name, place) if place.box else name, "")


def write_paragraph(content: Sequence[Inline], style: str, place: Place, story: Story, origin: str) -> str:
    """A paragraph in the style that `style` becomes in its place."""
    return _write_words(Paragraph(tuple(content), style, origin=origin), style, place, story)


def _write_words(block: Paragraph, style: str, place: Place, story: Story) -> str:
    """A paragraph that is printed in `style`: its number is Word's to count."""
    name, properties = story.counting.style(style, block.number)
    name, properties = story.counting.in_place(name, properties, story.book.placed(name, place))
    runs = write_field(block.content, story.book.style(name), story, block.origin)
    return _paragraph(name, story.bookmark(block.anchor, runs), story, properties)


def _write_heading(heading: Heading, place: Place, story: Story) -> str:
    """A heading. Only in a box does its place change how it looks."""
    style = style_inside(heading, place.box.style) if place.box else heading.style
    name, properties = story.counting.style(style, heading.number, heading.level)
    placed = story.book.placed(name, place) if place.box else name
    if placed != name:
        story.book.levels[placed] = heading.level
    name, properties = story.counting.in_place(name, properties, placed)
    runs = write_field(heading.content, story.book.style(name), story, heading.origin)
    return _paragraph(name, story.bookmark(heading.anchor, runs), story, properties)


def _paragraph(name: str, content: str, story: Story, properties: str = "") -> str:
    """A paragraph in a style, begun by a tab where the style stands in a box and its text does not begin at the edge."""
    boxed = story.book.boxed.get(name)
    return paragraph(name, f"{_TAB}{content}" if boxed and boxed.tabbed else content, properties)


def _write_list(listing: List, place: Place, story: Story) -> list[str]:
    style, edge = story.book.style("List"), place.box.edge if place.box else None
    usual = list_step(style, boxed=place.box is not None)
    size = story.book.style(style_of_marks(listing)).size.pt
    standing = list_standing(listing, style, usual.pt, size, place.width.pt)
    step = usual if standing.step == usual.pt else pt(standing.step)
    hang = None if standing.hang == -style.first_line.pt else pt(standing.hang)
    base = Length(place.indent + step - (place.depth + 1) * usual)
    if listing.ordered:
        instance = story.numbering.count(base, depth=place.depth, start=listing.start, edge=edge, hang=hang)
    else:
        instance = story.numbering.bullets(base, edge, hang)
    level = min(place.depth, DEEPEST)
    label = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'
    written: list[str] = []
    for number, item in enumerate(listing.items):
        ends = number == len(listing.items) - 1 and (place.closing or (place.depth == 0 and not place.in_cell))
        written += _write_item(item, label, listing, evolve(place, closing=ends), step, story)
    return written


def _write_item(item: ListItem, label: str, listing: List, place: Place, step: Length, story: Story) -> list[str]:
    """The first paragraph with the item's bullet or number, and what follows it, as far in as its text.

    An item that begins with something else has its label on a line of its own, so that the items are counted right.
    """
    match item.content:
        case (Paragraph(number="") as first, *others):
            rest = tuple(others)
        case _:
            first, rest = Paragraph((), origin=listing.origin), item.content
    inner = evolve(place.inset(step), depth=place.depth + 1)

    def write(number: int, block: Block) -> list[str]:
        if number:
            return _write_block(block, inner if number == len(rest) else inner.before_others, story)
        name = first.style
        if name == "Body":
            name = "List Number" if listing.ordered else "List Bullet"
        name = story.book.keeping(story.book.closing(name, place.before_others if rest else place), place)
        if place.box:
            name = story.book.boxed_in(name, place.box, listed=True)
        runs = write_field(first.content, story.book.style(name), story, first.origin or listing.origin)
        return [paragraph(name, story.bookmark(first.anchor, runs), label)]

    return write_fields((first, *rest), story, write)


def _write_quote(quote: Quote, place: Place, story: Story) -> list[str]:
    """The words in the style of quotations, kept together with whose they are in a paragraph below."""
    indent = story.book.style("Quote").indent
    last = len(quote.content) - 1

    def write(number: int, block: Block) -> list[str]:
        here = place if number == last and not quote.attribution else place.before_others
        match block:
            case Paragraph(_, "Body"):
                name = "Quote"
                if quote.attribution and number == last:
                    name = story.book.derive("Quote Attributed", "Quote", space_after=Length(0), keep_with_next=True)
                return [_write_words(block, name, here, story)]
            case _:
                return write_blocks((block,), here.inset(indent), story)

    written = write_fields(quote.content, story, write)
    if quote.attribution:
        written.append(write_paragraph(quote.attribution, "Attribution", place, story, quote.origin))
    return written


def _write_definition(item: Definition, place: Place, story: Story) -> str:
    """A term and, from the tab stop on, its meaning; below it where the column is so narrow that hardly a word has room."""
    name, apart = story.book.placed("Definition", place), _TAB
    style = story.book.style(name)
    inside = Length(max(0, place.width - ROOM_AFTER_TAB * style.size))
    if style.indent - place.indent > inside:
        changes = {"indent": Length(place.indent + inside), "first_line": Length(-inside), "tab": None}
        name, apart = story.book.derive(f"{name} Narrow {inside.pt:g}", name, **changes), _BREAK
    strong = STRONG._replace(strong=not style.bold)
    term = write_runs(item.term, style, story, item.origin, strong)
    meaning = write_runs(item.content, style, story, item.origin)
    return _paragraph(name, f"{term}{apart}{meaning}", story)


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
    written = [_paragraph(name, write_picture(figure, place, story), story)]
    if figure.caption:
        written.append(write_paragraph(figure.caption, "Caption", place, story, figure.origin))
    return written
