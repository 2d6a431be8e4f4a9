"""Whether what was read out of a file is what was written into it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHARACTERS: Final = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
_MAYBE: Final = {"\u00ad": "[-\u00ad]?", "\u200b": "\u200b?"}
"""What is seen at the end of a line at most."""


def assert_reads(found: str, texts: Iterable[str], between: str) -> None:
    """Asserts that `found` is `texts` in their order and nothing else, but for what matches `between` the texts.

    White space is left out of account.
    """
    found = "".join(found.split())
    position = 0
    for text in texts:
        match = re.compile(f"(?:{between})*{_pattern(text)}").match(found, position)
        assert match, f"{text!r} is not what comes next: {found[position : position + 200]!r}"
        position = match.end()
    assert re.fullmatch(f"(?:{between})*", found[position:]), f"nobody wrote {found[position : position + 200]!r}"


def _pattern(text: str) -> str:
    return "".join(_MAYBE.get(character, re.escape(character)) for character in "".join(text.split()))


def word_text(element: etree._Element) -> str:
    """The text that a reader of a Word file meets in an element: no instructions of fields, no labels of lists."""
    return "".join(
        node.text or "" if node.tag == f"{W}t" else _CHARACTERS.get(node.tag, "")
        for run in element.iter(f"{W}r")
        for node in run
    )
