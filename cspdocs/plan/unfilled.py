"""Words that stand for others still to come: `XX`, `X families`, `TBC` and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

_NAME: Final = r"\{[A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9][\w/-]*)?\}"
_NAMES: Final = re.compile(_NAME, re.ASCII)
_MARKS: Final = re.compile(
    r"X{2,}(?:th|st|nd|rd)?(?![\w@])"
    r"|x{2,}(?:th|st|nd|rd)?(?![\w@])"
    r"|X(?= ?%| (?!(?:account|and|as|at|by|feed|for|from|has|in|is|of|or|page|post|posts|to|was|with)\b)[a-z])"
    r"|TB[ACD]\b|tb[acd]\b"
    r"|\[(?:add|date|enter|figure|insert|name|number)\b[^\]\n]{0,80}\](?![({])"
    rf"|20(?:XX|xx)(?!\w)|\?\?+|{_NAME}",
    re.ASCII,
)
"""`X` alone stands for a number before a word or a percent sign, and else for itself: a cross in a table, or the name of a
website. Words in brackets before a bracket are a link."""


def unfilled(text: str) -> Sequence[tuple[int, int]]:
    """Where each word still to be filled in begins and ends, `{names}` that nothing was put in for among them."""
    # Most texts have no such word, and are done with before a search begins.
    if "X" in text or "??" in text or "[" in text or "xx" in text or "TB" in text or "tb" in text:
        return [found.span() for found in _MARKS.finditer(text) if _stands_alone(text, found.start())]
    if "{" in text:
        return [found.span() for found in _NAMES.finditer(text)]
    return ()


def _stands_alone(text: str, start: int) -> bool:
    """Whether no word goes on there. Letters inside one, as in the postcode TN1 2XX, stand for themselves."""
    return not start or not text[start].isalnum() or not (text[start - 1].isalnum() or text[start - 1] in "_@")


def unfilled_parts(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and after each whether it is still to be filled in."""
    end = 0
    for start, stop in unfilled(text):
        if start > end:
            yield text[end:start], False
        yield text[start:stop], True
        end = stop
    if end < len(text):
        yield text[end:], False
