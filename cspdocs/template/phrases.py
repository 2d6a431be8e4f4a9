"""Phrases of the wording, filled in without gaps where something is missing."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from typing import Final

_SLOT: Final = re.compile(r"\{([A-Za-z0-9][\w.-]*)\}", re.ASCII)
_UNCLOSED: Final = re.compile(r"\{ *([A-Za-z0-9][\w.-]*)(?: +\}|(?![\w.}-]))|\{ +([A-Za-z0-9][\w.-]*)\}", re.ASCII)
_AFTER_SENTENCE: Final = re.compile(r"(?<=[.!?]) +")
_BULLET: Final = re.compile(r" *(?:[-*+]|[0-9]+[.)]) +")
_WRAPPED: Final = re.compile(rf"\n(?!{_BULLET.pattern}) *")


def slots(phrase: str) -> tuple[str, ...]:
    """The names that a phrase has in braces, in their order."""
    return tuple(_SLOT.findall(phrase))


def unclosed_slots(phrase: str) -> Iterator[tuple[str, str]]:
    """What would be a slot but for a brace that is missing or a space inside: as it is written, and the name."""
    for found in _UNCLOSED.finditer(phrase):
        yield found[0], found[1] or found[2]


def phrase_parts(phrase: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The pieces of a phrase from left to right: name and value of a slot, or `""` and the words between them.

    Only slots that `values` names are filled; others stay as they are. A value that is missing takes a separator with it:
    of the words between two values that are there, only those just before the second stay. So `{when}, {by}: {text}`
    gives `Q1: text` where nobody is named, and `Kent Police: text` where no time is. What stands before the first slot
    and after the last always stays; but where no slot has a value there is nothing at all.
    """
    words, names = [""], []
    for place, piece in enumerate(_SLOT.split(phrase)):
        if place % 2 and piece in values:
            names.append(piece)
            words.append("")
        else:
            words[-1] += f"{{{piece}}}" if place % 2 else piece
    given = [place for place, name in enumerate(names) if values[name]]
    if names and not given:
        return
    pieces = [("", words[0])]
    for place in given:
        if place != given[0]:
            pieces.append(("", words[place]))
        pieces.append((names[place], values[names[place]]))
    if names:
        pieces.append(("", words[-1]))
    yield from (piece for piece in pieces if piece[1])


def fill_phrase(phrase: str, values: Mapping[str, str]) -> str:
    """The phrase as one text; see `phrase_parts`."""
    return "".join(text for _, text in phrase_parts(phrase, values))


def join_names(names: tuple[str, ...], between: str, before_last: str) -> str:
    """Names as a running list: `A, B and C`."""
    return before_last.join(filter(None, (between.join(names[:-1]), *names[-1:])))


def known_sentences(text: str, known: Container[str]) -> str:
    """Ready text without the sentences that quote what is not `known`; paragraphs and items of lists that are left empty go.

    So a text may say how to telephone and how to write, and only what the plan has is printed.
    """
    paragraphs = (_known_paragraph(paragraph, known) for paragraph in text.split("\n\n"))
    return "\n\n".join(filter(None, paragraphs))


def _known_paragraph(paragraph: str, known: Container[str]) -> str:
    if all(name in known for name in slots(paragraph)):
        return paragraph
    # A sentence may go on in the next line; an item of a list begins one.
    lines = _WRAPPED.sub(" ", paragraph).split("\n")
    return "\n".join(filter(None, (_known_line(line, known) for line in lines)))


def _known_line(line: str, known: Container[str]) -> str:
    bullet = found[0] if (found := _BULLET.match(line)) else ""
    sentences = _AFTER_SENTENCE.split(line[len(bullet) :])
    kept = " ".join(sentence for sentence in sentences if all(name in known for name in slots(sentence)))
    return bullet + kept if kept else ""
