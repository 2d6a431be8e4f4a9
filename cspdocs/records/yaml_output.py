"""Plain mappings, lists and texts → YAML that people like to edit and that reads back as the same texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from cspdocs.records.decoding import REFUSED
from cspdocs.records.unstructure import Plain

_WIDTH: Final = 100
"""Text longer than this, and lists that do not fit into it, are written below their key."""

_LONGEST_KEY: Final = 200
"""YAML takes a longer key only where a question mark introduces it (1,024 bytes, escapes included)."""

_INDICATORS: Final = "-?:,[]{}#&*!|>'\"%@`="
_NOT_PLAIN: Final = re.compile(r"[\n\t]|:(?: |$)| #|^[ .]| $|^$")
_NOT_PLAIN_IN_BRACKETS: Final = re.compile(r"[,\[\]{}:]")
_NOT_IN_BLOCK: Final = re.compile(r"\A\s|\s\Z|^[ \t]+$", re.MULTILINE)


def write_yaml(mapping: dict[str, Plain]) -> str:
    """The text of a YAML file that holds `mapping`; `read_yaml` gives the same keys and texts back.

    Long texts and those of several lines stand as blocks below their key, short lists of short texts in
    brackets. An empty line parts the larger entries of the file.
    """
    entries = ["\n".join(_entry(key, value, 0)) for key, value in mapping.items()] or ["{}"]
    text = entries[0]
    for before, entry in pairwise(entries):
        text += f"\n\n{entry}" if "\n" in before or "\n" in entry else f"\n{entry}"
    return text + "\n"


def _entry(key: str, value: Plain, indent: int) -> Iterator[str]:
    written = _scalar(key)
    if len(written) > _LONGEST_KEY:
        yield f"{' ' * indent}? {written}"
        written = ""
    yield from _after(f"{' ' * indent}{written}:", value, indent)


def _after(start: str, value: Plain, indent: int) -> Iterator[str]:
    """The lines of `value`, the first beginning with `start`, the others further in than `indent`."""
    if value is None:
        yield start
    elif isinstance(value, str):
        yield from _text(start, value, indent)
    elif not value:
        yield f"{start} {'{}' if isinstance(value, dict) else '[]'}"
    elif isinstance(value, dict):
        yield start
        for key, item in value.items():
            yield from _entry(key, item, indent + 2)
    elif short := _in_brackets(value, len(start)):
        yield f"{start} {short}"
    else:
        yield start
        for item in value:
            yield from _item(item, indent + 2)


def _item(item: Plain, indent: int) -> Iterator[str]:
    """The lines of an entry in a list; a mapping begins on the line of the dash."""
    dash = f"{' ' * indent}-"
    if isinstance(item, dict) and item:
        lines = [line for key, value in item.items() for line in _entry(key, value, indent + 2)]
        yield dash + lines[0][indent + 1 :]
        yield from lines[1:]
    else:
        yield from _after(dash, item, indent)


def _text(start: str, text: str, indent: int) -> Iterator[str]:
    written = _scalar(text)
    as_block = "\n" in text or len(start) + len(written) > _WIDTH
    if as_block and text and not _NOT_IN_BLOCK.search(text) and not _escaped(text):
        yield f"{start} |"
        for line in text.split("\n"):
            yield f"{' ' * (indent + 2)}{line}" if line else ""
    else:
        yield f"{start} {written}"


def _in_brackets(items: list[Plain], taken: int) -> str:
    """The list on one line; empty where it holds more than short texts."""
    if not all(isinstance(item, str) and "\n" not in item for item in items):
        return ""
    short = f"[{', '.join(_scalar(str(item), in_brackets=True) for item in items)}]"
    return short if taken + len(short) < _WIDTH else ""


def _scalar(text: str, *, in_brackets: bool = False) -> str:
    """`text` on one line, quoted where it would otherwise be read as something else."""
    plain = not (text[:1] in _INDICATORS or _NOT_PLAIN.search(text) or _escaped(text))
    if plain and not (in_brackets and _NOT_PLAIN_IN_BRACKETS.search(text)):
        return text
    return re.sub(REFUSED, lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _escaped(text: str) -> bool:
    """Whether `text` has characters that can stand in a file as escapes only."""
    return REFUSED.search(text) is not None
