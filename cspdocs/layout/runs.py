"""Inline nodes as runs of text in one face each, with something visible for every character."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final, NamedTuple, assert_never

from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.document.links import dead_link, usable_address
from cspdocs.document.nodes import (
    Abbreviation,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    PageCount,
    PageNumber,
    StatusMark,
    Strong,
    Text,
    Unfilled,
    Value,
)
from cspdocs.document.styles import Style
from cspdocs.layout.fonts import Face
from cspdocs.layout.paged import Element
from cspdocs.layout.spans import FORCED_BREAK, Span
from cspdocs.layout.strips import Setting

_BREAKS: Final = "\u00ad\u200b"
"""Soft hyphen and zero-width space: they say where a line may end, and are not drawn."""
_IGNORED: Final = "\ufeff\u2060"


class Manner(NamedTuple):
    """How words differ from the paragraph they stand in. `target` is where they lead."""

    bold: bool = False
    italic: bool = False
    target: str = ""
    unfilled: bool = False


PLAIN: Final = Manner()


def spans_of(
    content: Iterable[Inline],
    style: Style,
    setting: Setting,
    element: Element | None,
    origin: str = "",
    manner: Manner = PLAIN,
) -> list[Span]:
    """The runs of inline nodes in a paragraph of `style`.

    Words that a screen reader is told something about, such as where they lead, get an element inside `element`;
    `None` stands for decoration, which it is told nothing about.
    """
    spans: list[Span] = []
    parted = False
    for node in content:
        match node:
            case Text(text):
                spans += _drawn(text, style, setting, element, origin, manner)
            case Strong(inner):
                spans += spans_of(inner, style, setting, element, origin, manner._replace(bold=True))
            case Emphasis(inner):
                spans += spans_of(inner, style, setting, element, origin, manner._replace(italic=True))
            case Link(inner, target) if not _leads(target, setting):
                setting.diagnostics.append(dead_link(target, origin))
                spans += spans_of(inner, style, setting, element, origin, manner)
            case Link(inner, target):
                link = element.add("Link") if element else None
                spans += spans_of(inner, style, setting, link, origin, manner._replace(target=target))
            case Unfilled(inner):
                spans += spans_of(inner, style, setting, element, origin, manner._replace(unfilled=True))
            case Foreign(inner, language):
                words = element.add("Span", language=language) if element else None
                spans += spans_of(inner, style, setting, words, origin, manner)
            case Abbreviation(text, expansion):
                words = element.add("Span", expansion=expansion) if element else None
                spans += _drawn(text, style, setting, words, origin, manner)
            case Value(inner, field):
                spans += spans_of(inner, style, setting, element, field, manner)
                parted = True
            case StatusMark(word, mark):
                spans += _drawn(f"{mark}\u00a0{word}", style, setting, element, origin, manner)
            case LineBreak():
                spans.append(Span(FORCED_BREAK, _face(style, setting, manner), style.colour, element, manner.target))
            case PageNumber():
                spans += _drawn(str(setting.page_number), style, setting, element, origin, manner)
            case PageCount():
                spans += _drawn(str(setting.page_count), style, setting, element, origin, manner)
            case _:
                assert_never(node)
    return _joined(spans) if parted else spans


def _leads(target: str, setting: Setting) -> bool:
    """Whether a link leads somewhere: to a place of the document, or out of it."""
    return target[1:] in setting.anchors if target.startswith("#") else usable_address(target) is not None


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans, neighbours that differ in nothing but their text as one: values are no parts of a line of their own."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and FORCED_BREAK not in (last.text, span.text) and last[1:] == span[1:]:
            joined[-1] = last._replace(text=last.text + span.text)
        else:
            joined.append(span)
    return joined


def drawable(text: str, face: Face, setting: Setting, origin: str) -> str:
    """`text` with a visible substitute for each character that the face lacks, and a word about it."""
    for character in sorted(face.lacks(text)):
        if character.isspace():
            text = text.replace(character, " ")
        elif character in _IGNORED:
            text = text.replace(character, "")
        elif character not in _BREAKS:
            text = text.replace(character, face.substitute)
            setting.diagnostics.append(_missing(character, face, origin))
    return text


def _drawn(text: str, style: Style, setting: Setting, element: Element | None, origin: str, manner: Manner) -> list[Span]:
    """The text in the style's face; characters that it lacks in a fallback face that has them, if there is one."""
    face = _face(style, setting, manner)
    colour, fill = setting.sheet.link_colour if manner.target else style.colour, ""
    if manner.unfilled:
        colour, fill = setting.sheet.unfilled_text, setting.sheet.unfilled_fill
    lacking = face.lacks(text)
    if not lacking:
        return [Span(text, face, colour, element, manner.target, fill)]
    fallbacks = list(setting.faces.fallbacks(style, bold=manner.bold, italic=manner.italic))
    if not fallbacks:
        return [Span(drawable(text, face, setting, origin), face, colour, element, manner.target, fill)]
    chosen = {c: next((other for other in fallbacks if not other.lacks(c)), face) for c in lacking}
    return [
        Span(drawable("".join(part), drawn_in, setting, origin), drawn_in, colour, element, manner.target, fill)
        for drawn_in, part in groupby(text, key=lambda c: chosen.get(c, face))
    ]


def _face(style: Style, setting: Setting, manner: Manner) -> Face:
    if manner.bold or manner.italic:
        return setting.faces.face(style, bold=manner.bold, italic=manner.italic)
    return setting.faces.look(style).face


def _missing(character: str, face: Face, origin: str) -> Diagnostic:
    shown = f'"{character}" (U+{ord(character):04X})' if character.isprintable() else f"U+{ord(character):04X}"
    return Diagnostic(
        code="missing-glyph",
        severity=Severity.WARNING,
        message=f"{face.name} has no {shown}; {face.substitute} is printed",
        path=origin,
        hint="write it in another way, or give the template a font that has it",
    )
