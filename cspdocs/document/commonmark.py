"""Prose with markup as nodes. The home of markdown-it, of which `markdown` asks only for text that needs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from cspdocs.document.links import is_allowed
from cspdocs.document.markdown import Linked, Note, Runs
from cspdocs.document.nodes import (
    Block,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    List,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Text,
)
from cspdocs.values import frozen

_MOST_NESTED: Final = 100
"""Levels of lists and quotations in each other, a list counting twice, or of bold and italic in each other."""
_LANGUAGE: Final = re.compile(r"\]\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}")


def blocks_of(text: str, runs: Runs, style: str, origin: str, note: Note, link: Linked) -> tuple[Block, ...] | None:
    """The blocks of a text; `None` where there are none, or where markup is nested too deep to be meant as such."""
    tokens = _parser().parse(text)
    if not tokens or _too_deep(tokens):
        return None
    return tuple(_Writer(runs, note, link, style, origin).blocks(_Reader(tokens)))


def runs_of(text: str, runs: Runs, note: Note, link: Linked) -> tuple[Inline, ...] | None:
    """The runs of a text that stands in one paragraph; `None` where markup is nested too deep to be meant as such."""
    tokens = _parser().parseInline(text)
    children = tokens[0].children if tokens else None
    return None if _too_deep(tokens) else tuple(_Writer(runs, note, link).inlines(_Reader(children or [])))


@cache
def _parser() -> MarkdownIt:
    rules = ["paragraph", "list", "blockquote", "text", "newline", "escape", "emphasis", "balance_pairs", "link"]
    parser = MarkdownIt("zero", {"maxNesting": _MOST_NESTED}).enable([*rules, "fragments_join"], ignoreInvalid=True)
    parser.inline.ruler.before("link", "note", _find_note)
    parser.inline.ruler.before("link", "foreign", _find_foreign)
    return parser


def _find_note(state: StateInline, silent: bool) -> bool:
    """Takes `^[words]`, except in a link or in another note, where it is text."""
    start, end = state.pos, state.posMax
    if not state.src.startswith("^[", start) or state.linkLevel or state.env.get("noted"):
        return False
    last = state.md.helpers.parseLinkLabel(state, start + 1)
    if last <= start + 2:
        return False
    if not silent:
        state.pos, state.posMax = start + 2, last
        state.env["noted"] = True
        state.push("note_open", "", 1)
        state.md.inline.tokenize(state)
        state.push("note_close", "", -1)
        state.env["noted"] = False
    state.pos, state.posMax = last + 1, end
    return True


def _find_foreign(state: StateInline, silent: bool) -> bool:
    """Takes `[words]{lang=cy}`. Who only looks for the end of a link finds brackets, so that the words may stand in it."""
    start, end = state.pos, state.posMax
    if silent or state.src[start] != "[" or not _LANGUAGE.search(state.src, start, end):
        return False
    last = state.md.helpers.parseLinkLabel(state, start)
    named = _LANGUAGE.match(state.src, last, end) if last > start + 1 else None
    if named is None:
        return False
    state.pos, state.posMax = start + 1, last
    state.push("foreign_open", "", 1).attrSet("language", named[1])
    state.md.inline.tokenize(state)
    state.push("foreign_close", "", -1)
    state.pos, state.posMax = named.end(), end
    return True


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


@frozen
class _Writer:
    """Makes nodes of tokens."""

    runs: Runs
    note: Note
    link: Linked
    style: str = "Body"
    origin: str = ""

    def blocks(self, reader: _Reader, closing: str = "") -> Iterator[Block]:
        style, origin = self.style, self.origin
        for token in reader.until(closing):
            match token.type:
                case "paragraph_open":
                    (inline,) = reader.until("paragraph_close")
                    yield Paragraph(tuple(self.inlines(_Reader(inline.children or []))), style, origin=origin)
                case "bullet_list_open":
                    yield List(self._items(reader, "bullet_list_close"), origin=origin)
                case "ordered_list_open":
                    start = int(token.attrs.get("start", 1))
                    yield List(self._items(reader, "ordered_list_close"), True, start, origin=origin)
                case "blockquote_open":
                    yield Quote(tuple(self.blocks(reader, "blockquote_close")), origin=origin)
                case other:
                    raise AssertionError(f"no rule makes {other}")

    def _items(self, reader: _Reader, closing: str) -> tuple[ListItem, ...]:
        return tuple(ListItem(tuple(self.blocks(reader, "list_item_close"))) for _ in reader.until(closing))

    def inlines(self, reader: _Reader, closing: str = "") -> Iterator[Inline]:
        for token in reader.until(closing):
            match token.type:
                case "text":
                    yield from self.runs(token.content) if token.content else ()
                case "softbreak":
                    yield Text(" ")
                case "hardbreak":
                    yield LineBreak()
                case "strong_open":
                    yield Strong(tuple(self.inlines(reader, "strong_close")))
                case "em_open":
                    yield Emphasis(tuple(self.inlines(reader, "em_close")))
                case "note_open":
                    yield from self.note(tuple(self.inlines(reader, "note_close")))
                case "foreign_open":
                    language = str(token.attrGet("language"))
                    yield Foreign(tuple(self.inlines(reader, "foreign_close")), language)
                case "link_open":
                    yield from self._link(token, tuple(self.inlines(reader, "link_close")))
                case other:
                    raise AssertionError(f"no rule makes {other}")

    def _link(self, token: Token, words: tuple[Inline, ...]) -> Iterator[Inline]:
        """A link. Nothing is lost: without words it prints its address, one that may not be followed both."""
        target = str(token.attrGet("href") or "")
        if is_allowed(target):
            yield from self.link(words or (Text(target),), target)
        else:
            yield from (*words, Text(f" ({target})"))
        if title := token.attrGet("title"):
            yield Text(f" ({title})")
