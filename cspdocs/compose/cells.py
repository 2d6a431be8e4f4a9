"""What stands in a cell of a table that is filled from the plan, or below an item of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cspdocs.compose.context import Context
from cspdocs.document.links import web_target
from cspdocs.document.nodes import Block, Inline, Link, List, ListItem, Paragraph, StatusMark, Text, Value
from cspdocs.plan.status import Status
from cspdocs.values import frozen


@frozen
class Shown:
    """What is printed of one thing under one column.

    `blocks` stand in its cell, on the background `fill`. Where they are `names`, running text joins them; `running` is what
    it says in their place, with no heading before it. When the plan says nothing there, the cell `is_empty`, and `blocks`
    are the words for that.
    """

    blocks: tuple[Block, ...]
    origin: str = ""
    fill: str = ""
    names: bool = False
    running: tuple[Inline, ...] = ()
    is_empty: bool = False


class Cells:
    """Makes what is shown of the fields of a plan. Paragraphs have the style `text`."""

    def __init__(self, context: Context, text: str) -> None:
        self.context = context
        self.text = text

    def words(self, text: str, origin: str, *, typed: bool = True) -> Shown:
        """Plain text, of the field `origin` where it is `typed` there and not worked out."""
        if not text:
            return self.nothing(origin)
        return Shown((Paragraph(self.context.words(text), self.text, origin=origin if typed else ""),), origin)

    def prose(self, text: str, origin: str) -> Shown:
        """Text in the Markdown subset."""
        blocks = self.context.prose(text, style=self.text, origin=origin)
        return Shown(blocks, origin) if blocks else self.nothing(origin)

    def names(self, named: Iterable[tuple[str, str]], origin: str) -> Shown:
        """Names below one another, each with the path of the field that says it."""
        lines = tuple(Paragraph(self.context.words(name), self.text, origin=path) for name, path in named if name)
        return Shown(lines, origin, names=True) if lines else self.nothing(origin)

    def lines(self, lines: Iterable[tuple[Inline, ...]], origin: str) -> Shown:
        """Runs below one another, those that are empty left out."""
        made = tuple(Paragraph(line, self.text) for line in lines if line)
        return Shown(made, origin, names=True) if made else self.nothing(origin)

    def texts(self, texts: Sequence[str], origin: str) -> Shown:
        """The texts of a field in the Markdown subset: one alone as it stands, several as bullets."""
        if len(texts) == 1:
            return self.prose(texts[0], f"{origin}/1")
        placed = enumerate(texts, 1)
        items = [ListItem(self.context.prose(text, style=self.text, origin=f"{origin}/{n}")) for n, text in placed]
        return Shown((List(tuple(items), origin=origin),), origin) if items else self.nothing(origin)

    def link(self, address: str, origin: str) -> Shown:
        """A web address that leads there."""
        words: tuple[Inline, ...] = (Value((Text(address),), origin),)
        target = web_target(address)
        line = Paragraph((Link(words, target),) if target else words, self.text, origin=origin)
        return Shown((line,), origin) if address else self.nothing(origin)

    def answer(self, phrase: str, *, holds: bool) -> Shown:
        """Yes or no in a cell; in running text the phrase where it holds."""
        wording = self.context.template.wording
        words = self.context.words(wording.answer_yes if holds else wording.answer_no)
        running = self.context.words(phrase) if holds else ()
        return Shown((Paragraph(words, self.text),), running=running, is_empty=not holds)

    def status(self, status: Status, origin: str) -> Shown:
        """A word with its shape, on its colour."""
        mark = StatusMark(status.word, status.mark)
        fill = self.context.template.colour(status.colour)
        return Shown((Paragraph((mark,), "Status", origin=origin),), origin, fill)

    def nothing(self, origin: str) -> Shown:
        """What stands where the plan says nothing."""
        return self.waiting(self.context.template.wording.blank, origin)

    def waiting(self, words: str, origin: str, field: str = "", style: str = "") -> Shown:
        """Words that stand in place of what is not there yet, in a `field` that people can fill in."""
        line = Paragraph(self.context.words(words), style if words and style else self.text, origin=field)
        return Shown((line,), origin, is_empty=True)


def runs_of(paragraph: Paragraph) -> tuple[Inline, ...]:
    """The runs of a paragraph as a part of another one, in which it can still be told which field says them."""
    if not paragraph.origin or any(
        isinstance(node, Value) and node.origin == paragraph.origin for node in paragraph.content
    ):
        return paragraph.content
    # One field in another could not be told from it when a document comes back.
    plain = (inner for node in paragraph.content for inner in (node.content if isinstance(node, Value) else (node,)))
    return (Value(tuple(plain), paragraph.origin),)


def joined(names: Sequence[tuple[Inline, ...]], context: Context) -> tuple[Inline, ...]:
    """Names as a running list: `A, B and C`."""
    wording = context.template.wording
    made: list[Inline] = []
    for place, name in enumerate(names):
        if place:
            made += context.words(wording.before_last if place == len(names) - 1 else wording.between)
        made += name
    return tuple(made)
