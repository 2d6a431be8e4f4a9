"""Notes that prose has in ^[…]: their numbers in the text, and the list of them at the end of a section.

A number leads to its note, and the note back to the paragraph in which the number stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from cspdocs.document.nodes import (
    Block,
    Box,
    Cell,
    Emphasis,
    Foreign,
    Grid,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Strong,
    Table,
    Text,
    Unfilled,
    Value,
)
from cspdocs.values import define, evolve, field, frozen

NOTE_STYLE: Final = "Note"


@frozen
class Note:
    """A note: the mark that stands in the text and before the note, its words, and the names by which links know both."""

    mark: str
    content: tuple[Inline, ...]
    anchor: str


@define
class Notes:
    """The notes of a document, numbered as they come. `mark` is the template's, in which `{number}` stands."""

    mark: str
    anchor: Callable[[str], str]
    """Gives a name that no link knows yet."""
    count: int = 0
    pending: list[Note] = field(factory=list)
    """Those whose place has not come yet."""

    def add(self, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """What stands in the text for a note with these words."""
        self.count += 1
        mark = self.mark.replace("{number}", str(self.count))
        note = Note(mark, content, self.anchor(f"note-{self.count}"))
        self.pending.append(note)
        return (Link((Text(mark),), f"#{note.anchor}"),)

    def take(self, pages: Sequence[Sequence[Block]], back: str) -> tuple[list[list[Block]], list[Paragraph]]:
        """The blocks of some pages, their paragraphs named where a note leads back to them, and the notes that they mark.

        `back` is what the link to the text says; a note whose number stands in no paragraph has none.
        """
        if not self.pending:
            return [list(page) for page in pages], []
        notes = {note.anchor: note for note in self.pending}
        self.pending.clear()
        naming = _Naming(notes, self.anchor)
        named = [[naming.block(block) for block in page] for page in pages]
        return named, [_printed(note, naming.places.get(note.anchor, ""), back) for note in notes.values()]


def _printed(note: Note, place: str, back: str) -> Paragraph:
    link = (Text(" "), Link((Text(back),), f"#{place}")) if place and back else ()
    return Paragraph((Text(f"{note.mark} "), *note.content, *link), NOTE_STYLE, note.anchor)


@define
class _Naming:
    """Gives names to the paragraphs in which the numbers of notes stand."""

    notes: dict[str, Note]
    anchor: Callable[[str], str]
    places: dict[str, str] = field(factory=dict)
    """The name of a note to that of its paragraph."""

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case List(items):
                return evolve(block, items=tuple(ListItem(self._all(item.content)) for item in items))
            case Quote(content) | Box(content):
                return evolve(block, content=self._all(content))
            case Table(_, header, rows):
                return evolve(block, header=self._rows(header), rows=self._rows(rows))
            case Grid(entries):
                return evolve(block, entries=self._cells(entries))
            case _:
                return block

    def _all(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(map(self.block, blocks))

    def _rows(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        return tuple(evolve(row, cells=self._cells(row.cells)) for row in rows)

    def _cells(self, cells: Iterable[Cell]) -> tuple[Cell, ...]:
        return tuple(evolve(cell, content=self._all(cell.content)) for cell in cells)

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        found = [anchor for anchor in _targets(paragraph.content) if anchor in self.notes]
        if not found:
            return paragraph
        place = paragraph.anchor or self.anchor(f"{found[0]}-text")
        self.places.update(dict.fromkeys(found, place))
        return evolve(paragraph, anchor=place)


def _targets(content: Iterable[Inline]) -> Iterator[str]:
    """The names inside the document to which inline nodes lead."""
    for node in content:
        match node:
            case Link(_, target) if target.startswith("#"):
                yield target[1:]
            case Strong(inner) | Emphasis(inner) | Foreign(inner, _) | Unfilled(inner) | Value(inner, _):
                yield from _targets(inner)
            case _:
                pass
