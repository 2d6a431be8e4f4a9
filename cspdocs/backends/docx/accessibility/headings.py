"""Headings: whether there are any, in what order, and how long they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cspdocs.backends.docx.accessibility.faults import Fault, quoted, text_of
from cspdocs.backends.docx.accessibility.looks import Looks
from cspdocs.backends.docx.accessibility.parts import VAL, Element, Part, query, w
from cspdocs.backends.docx.accessibility.wordfile import WordFile

# Headings in tables are not in Word's list of headings, so tables, where most paragraphs are, are left out.
_OUTSIDE_TABLES: Final = "/*/w:body/*[not(self::w:tbl)]/descendant-or-self::w:p[not(ancestor::w:tbl)]"
_LEVELS: Final = query(f"{_OUTSIDE_TABLES}/w:pPr/*[self::w:pStyle or self::w:outlineLvl]")
_SILENT: Final = query(f"{_OUTSIDE_TABLES}[string-length() < 20][not(normalize-space(translate(., '\u00a0', ' ')))]")
_LENGTH: Final = query("string-length(normalize-space(/))")

_LONG_DOCUMENT: Final = 2_000
"""From how many characters on, about a page, a document needs headings."""

_LONG_HEADING: Final = 100
"""How many characters a heading may have."""


def headings_of(part: Part, looks: Looks) -> list[tuple[Element, int]]:
    """The headings of a part that have words, with their levels, in order."""
    found = dict.fromkeys(
        named.getparent().getparent()
        for named in _LEVELS(part.root)
        if named.tag != w("pStyle") or looks.style_level(named.get(VAL, ""))
    )
    levels = ((paragraph, looks.heading_level(paragraph)) for paragraph in found)
    return [(paragraph, level) for paragraph, level in levels if level and text_of(paragraph)]


def silent_paragraphs(part: Part) -> list[Element]:
    """The paragraphs without text of a part that stand in no table."""
    paragraphs: list[Element] = _SILENT(part.root)
    return paragraphs


def check_headings(file: WordFile) -> Iterator[Fault]:
    """What hinders moving from heading to heading: that there are none, levels left out, headings that are paragraphs."""
    for part in file.texts[:1]:
        headings = headings_of(part, file.looks)
        if not headings and _LENGTH(part.root) > _LONG_DOCUMENT:
            cure = 'give the titles of its sections the styles "Heading 1", "Heading 2" and so on'
            yield Fault("word-no-headings", "the document", "has no headings", cure)
        above = 0
        for heading, level in headings:
            if level > above + 1:
                yield _skipped(heading, level, above)
            if len(text_of(heading)) > _LONG_HEADING:
                verdict = f"has {len(text_of(heading))} characters"
                cure = f"say it in {_LONG_HEADING} at most, and the rest in the text below"
                yield Fault("word-heading-length", f"the heading {quoted(heading)}", verdict, cure, heading)
            above = level


def _skipped(heading: Element, level: int, above: int) -> Fault:
    verdict = f"is of level {level}, below one of level {above}" if above else f"is the first and of level {level}"
    cure = f"make it a heading of level {above + 1}, or put one of that level above it"
    return Fault("word-heading-order", f"the heading {quoted(heading)}", verdict, cure, heading)
