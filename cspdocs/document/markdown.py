"""The Markdown subset of prose fields, as nodes.

Paragraphs parted by empty lines, **bold**, *italic*, [words](address), [geiriau]{lang=cy} for words in another language,
bulleted and numbered lists in lists, `>` quotations, ^[words] for a note, and a backslash or two spaces at the end of a line
for a line break. Nothing else is markup: `#`, tables, HTML, pictures and `&amp;` are printed as they were typed, so that
pasted text never vanishes.

Most text has no markup, or has it in lines that begin with `- ` alone; that is read here. The parser, which costs as much to
import as a plan to lay out, is loaded for the rest.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from types import ModuleType
from typing import Final, TypeAlias

from cspdocs.document.nodes import Block, Inline, Link, List, ListItem, Paragraph, Text

Runs = Callable[[str], tuple[Inline, ...]]
"""Makes nodes of a text without markup, its placeholders replaced; what it puts in is never read as markup."""

Note: TypeAlias = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]
"""Takes the words of a note, and gives what stands in the text in their place."""


Linked: TypeAlias = Callable[[tuple[Inline, ...], str], tuple[Inline, ...]]
"""Takes the words of a link and where it leads, and gives what stands in the text in their place."""


def as_typed(words: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A note in brackets, as it was typed: where there is no place for notes."""
    return (Text("^["), *words, Text("]"))


def as_link(words: tuple[Inline, ...], target: str) -> tuple[Inline, ...]:
    """A link: where everything is that it may lead to."""
    return (Link(words, target),)


_LINES_OF_MARKUP: Final = re.compile(r"^[ \t]*(?:[-+>]|\d+[.)])|^[ \t]*$\n[ \t]{4}|[ \t]{2,}$", re.MULTILINE)
_INLINE_MARKUP: Final = re.compile(r"[*_\[\]\\]")
_LINE: Final = re.compile(r"(?P<bullet>- )?(?![-+>]|\d+[.)])(?P<words>(?=\S)[^*_\[\]\\\r\0]+(?<!\s))[ \t]*")
"""A line without markup but for the bullet that it may begin with."""
_NOTE: Final = re.compile(r"\^\[((?:[^\[\]]|\[[^\[\]]*\])+)\]")
_EMPTY_LINES: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LINE_END: Final = re.compile(r"[ \t]*\n[ \t]*")


def parse_blocks(
    text: str, runs: Runs, *, style: str = "Body", origin: str = "", note: Note = as_typed, link: Linked = as_link
) -> tuple[Block, ...]:
    """The blocks of a prose field; paragraphs take `style`. Empty text gives none."""
    text = text.strip()
    if not text:
        return ()
    blocks: tuple[Block, ...] | None = None
    if _may_be_marked(text):
        blocks = _bulleted(text, runs, style, origin) or _commonmark().blocks_of(text, runs, style, origin, note, link)
    if blocks is None:
        parts = _EMPTY_LINES.split(text) if "\n" in text else (text,)
        lines = (_LINE_END.sub(" ", part) if "\n" in part else part for part in parts)
        return tuple(Paragraph(runs(line), style, origin=origin) for line in lines)
    return blocks


def _may_be_marked(text: str) -> bool:
    """Whether there may be markup in a text that begins and ends with something else than blanks."""
    if _INLINE_MARKUP.search(text):
        return True
    # Of a single line only the beginning can be markup; the search through all others takes several times as long.
    return (_LINES_OF_MARKUP.search if "\n" in text else _LINES_OF_MARKUP.match)(text) is not None


def parse_inline(text: str, runs: Runs, note: Note = as_typed, link: Linked = as_link) -> tuple[Inline, ...]:
    """The runs of a text that stands in one paragraph; lists and quotations are no markup here."""
    text = " ".join(text.split())
    if not text:
        return ()
    marked: tuple[Inline, ...] | None = None
    if _INLINE_MARKUP.search(text):
        marked = _commonmark().runs_of(text, runs, note, link)
    return runs(text) if marked is None else marked


def parse_plain(text: str, words: Runs, runs: Runs, note: Note) -> tuple[Inline, ...]:
    """The runs of a text in which nothing but ^[words] is markup; `words` makes nodes of it, `runs` of what is in a note."""
    if "^[" not in text:
        return words(text) if text else ()
    made: list[Inline] = []
    for place, part in enumerate(_NOTE.split(text)):
        if part:
            made += note(parse_inline(part, runs)) if place % 2 else words(part)
    return tuple(made)


def _bulleted(text: str, runs: Runs, style: str, origin: str) -> tuple[Block, ...] | None:
    """Paragraphs and bulleted items of one line each, as the parser would make them; `None` for any other text."""
    read: list[tuple[bool, str]] = []
    after_text = False
    for line in text.split("\n"):
        found = _LINE.fullmatch(line)
        if found and (found["bullet"] or not after_text):
            read.append((found["bullet"] is not None, found["words"]))
        elif line.strip(" \t"):
            return None
        after_text = found is not None
    blocks: list[Block] = []
    for bulleted, lines in groupby(read, key=itemgetter(0)):
        paragraphs = [Paragraph(runs(words), style, origin=origin) for _, words in lines]
        blocks += [List(tuple(ListItem((item,)) for item in paragraphs), origin=origin)] if bulleted else paragraphs
    return tuple(blocks)


def _commonmark() -> ModuleType:
    return importlib.import_module("cspdocs.document.commonmark")
