"""The Markdown subset of prose fields, as nodes. The home of markdown-it.

Paragraphs parted by empty lines, **bold**, *italic*, [words](address), [geiriau]{lang=cy} for words in another language,
bulleted and numbered lists in lists, `>` quotations, and a backslash or two spaces at the end of a line for a line break.
Nothing else is markup: `#`, tables, HTML, pictures and `&amp;` are printed as they were typed, so that pasted text never
vanishes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from cspdocs.document.links import is_allowed
from cspdocs.document.nodes import (
    Block,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Text,
)

Runs = Callable[[str], tuple[Inline, ...]]
"""Makes nodes of a text without markup, its placeholders replaced; what it puts in is never read as markup."""

# Text in which nothing can be markup is split into paragraphs without the parser: most cells of a table are of this kind.
_MARKUP: Final = re.compile(r"[*_\[\]\\]|^[ \t]*(?:[-+>]|\d+[.)])|^[ \t]*$\n[ \t]{4}|[ \t]{2,}$", re.MULTILINE)
_MOST_NESTED: Final = 100
"""Levels of lists and quotations in each other, a list counting twice, or of bold and italic in each other."""
_FOREIGN: Final = re.compile(r"\[(?P<words>[^\[\]]+)\]\{lang=(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}")
_EMPTY_LINES: Final = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LINE_END: Final = re.compile(r"[ \t]*\n[ \t]*")


def parse_blocks(text: str, runs: Runs, *, style: str = "Body", origin: str = "") -> tuple[Block, ...]:
    """The blocks of a prose field; paragraphs take `style`. Empty text gives none."""
    text = text.strip()
    if not text:
        return ()
    tokens = _parser().parse(text) if _MARKUP.search(text) else []
    if not tokens or _too_deep(tokens):
        return tuple(Paragraph(runs(_LINE_END.sub(" ", part)), style, origin=origin) for part in _EMPTY_LINES.split(text))
    return tuple(_blocks(_Reader(tokens), runs, style, origin))


def parse_inline(text: str, runs: Runs) -> tuple[Inline, ...]:
    """The runs of a text that stands in one paragraph; lists and quotations are no markup here."""
    text = " ".join(text.split())
    tokens = _parser().parseInline(text)
    if _too_deep(tokens):
        return runs(text)
    children = tokens[0].children if tokens else None
    return tuple(_inlines(_Reader(children or []), runs))


@cache
def _parser() -> MarkdownIt:
    rules = ["paragraph", "list", "blockquote", "text", "newline", "escape", "emphasis", "balance_pairs", "link"]
    return MarkdownIt("zero", {"maxNesting": _MOST_NESTED}).enable([*rules, "fragments_join"], ignoreInvalid=True)


def _too_deep(tokens: Iterable[Token]) -> bool:
    """Whether markup is nested so deep that the parser dropped what is inside; nobody means such text as markup."""
    return any(token.level >= _MOST_NESTED - 1 or _too_deep(token.children or ()) for token in tokens)


class _Reader:
    """Tokens, one after another."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = iter(tokens)

    def until(self, closing: str) -> Iterator[Token]:
        """The tokens before one of type `closing`, which is taken too."""
        for token in self._tokens:
            if token.type == closing:
                return
            yield token


def _blocks(reader: _Reader, runs: Runs, style: str, origin: str, closing: str = "") -> Iterator[Block]:
    for token in reader.until(closing):
        match token.type:
            case "paragraph_open":
                (inline,) = reader.until("paragraph_close")
                yield Paragraph(tuple(_inlines(_Reader(inline.children or []), runs)), style, origin=origin)
            case "bullet_list_open":
                yield List(_items(reader, runs, style, origin, "bullet_list_close"), origin=origin)
            case "ordered_list_open":
                start = int(token.attrs.get("start", 1))
                yield List(_items(reader, runs, style, origin, "ordered_list_close"), True, start, origin=origin)
            case "blockquote_open":
                yield Quote(tuple(_blocks(reader, runs, style, origin, "blockquote_close")), origin=origin)
            case other:
                raise AssertionError(f"no rule makes {other}")


def _items(reader: _Reader, runs: Runs, style: str, origin: str, closing: str) -> tuple[ListItem, ...]:
    return tuple(ListItem(tuple(_blocks(reader, runs, style, origin, "list_item_close"))) for _ in reader.until(closing))


def _inlines(reader: _Reader, runs: Runs, closing: str = "") -> Iterator[Inline]:
    for token in reader.until(closing):
        match token.type:
            case "text":
                yield from _text(token.content, runs)
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield LineBreak()
            case "strong_open":
                yield Strong(tuple(_inlines(reader, runs, "strong_close")))
            case "em_open":
                yield Emphasis(tuple(_inlines(reader, runs, "em_close")))
            case "link_open":
                target = str(token.attrGet("href") or "")
                words = tuple(_inlines(reader, runs, "link_close"))
                # Nothing is lost: a link without words prints its address, one that may not be followed both.
                if is_allowed(target):
                    yield Link(words or (Text(target),), target)
                else:
                    yield from (*words, Text(f" ({target})"))
                if title := token.attrGet("title"):
                    yield Text(f" ({title})")
            case other:
                raise AssertionError(f"no rule makes {other}")


def _text(text: str, runs: Runs) -> Iterator[Inline]:
    """Text with its words in other languages."""
    place = 0
    for found in _FOREIGN.finditer(text):
        if found.start() > place:
            yield from runs(text[place : found.start()])
        yield Foreign(runs(found["words"]), found["language"])
        place = found.end()
    if text[place:]:
        yield from runs(text[place:])
