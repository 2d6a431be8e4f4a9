"""Abbreviations of the glossary, found in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cspdocs.document.nodes import Abbreviation, Inline, Text
from cspdocs.plan.directory import Term


class Abbreviations:
    """The abbreviations of a glossary and what they stand for. Words in lower case are terms, not abbreviations."""

    def __init__(self, glossary: Iterable[Term]) -> None:
        self._meanings = {entry.term: entry.meaning for entry in glossary if sum(map(str.isupper, entry.term)) > 1}
        longest_first = sorted(self._meanings, key=len, reverse=True)
        self._found = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)") if longest_first else None

    def mark(self, text: str) -> tuple[Inline, ...]:
        """The text as runs, each abbreviation in a node of its own."""
        # Most texts have none, which is sooner told than searched for.
        if self._found is None or not any(term in text for term in self._meanings):
            return (Text(text),)
        parts = enumerate(self._found.split(text))
        return tuple(Abbreviation(part, self._meanings[part]) if n % 2 else Text(part) for n, part in parts if part)
