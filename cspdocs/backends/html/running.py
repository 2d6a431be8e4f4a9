"""Headers and footers on the web, where there are no pages to number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from cspdocs.document.nodes import (
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    PageCount,
    PageNumber,
    Paragraph,
    Strong,
    Text,
    Unfilled,
    Value,
)
from cspdocs.document.walk import plain_text
from cspdocs.values import evolve

_BETWEEN: Final = re.compile(r"(\s+[\u2013\u2014|\u00b7\u2022-]\s+|\t|\s{2,})")
"""What stands between the parts of a header: `Draft 0.3 | Page 2 of 9`."""


def running_lines(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The lines of a header or footer without the parts that number pages; no lines that would be empty."""
    kept = []
    for paragraph in paragraphs:
        content: list[Inline] = []
        for between, part in _parts(paragraph.content):
            if plain_text(part).strip() and not _numbers(part):
                content += [between, *part] if content else part
        if content:
            kept.append(evolve(paragraph, content=tuple(content)))
    return tuple(kept)


def _parts(content: Iterable[Inline]) -> Iterator[tuple[Inline, list[Inline]]]:
    """The parts of a line, each with what stands between it and the one before."""
    between: Inline = LineBreak()
    part: list[Inline] = []
    for node in content:
        match node:
            case LineBreak():
                yield between, part
                between, part = node, []
            case Text(text):
                first, *rest = _BETWEEN.split(text)
                part += [Text(first)] if first else []
                for separator, piece in zip(rest[::2], rest[1::2], strict=True):
                    yield between, part
                    between, part = Text(separator), [Text(piece)] if piece else []
            case _:
                part.append(node)
    yield between, part


def _numbers(content: Iterable[Inline]) -> bool:
    """Whether a page is numbered anywhere in inline nodes."""
    for node in content:
        match node:
            case PageNumber() | PageCount():
                return True
            case Strong(inner) | Emphasis(inner) | Link(inner, _) | Foreign(inner, _) | Unfilled(inner) | Value(inner, _):
                if _numbers(inner):
                    return True
            case _:
                pass
    return False
