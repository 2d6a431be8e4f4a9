"""Layout made by typing: bullets, numbers, blanks and empty paragraphs; and notes and effects that text should not need."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from cspdocs.backends.docx.accessibility.blanks import is_blank
from cspdocs.backends.docx.accessibility.faults import Fault, counted, paragraph_of, quoted
from cspdocs.backends.docx.accessibility.headings import silent_paragraphs
from cspdocs.backends.docx.accessibility.looks import Looks
from cspdocs.backends.docx.accessibility.parts import RUN, TABLE, TEXT, VAL, Element, Part, w
from cspdocs.backends.docx.accessibility.wordfile import WordFile

_LABEL: Final = re.compile(r"\s*([-\u2013*•·◦▪‣\uf0b7]|\(?(?:\d{1,3}[.)]|[A-Za-z]\)))\s+\S")
"""A bullet or number typed before the words; the shapes that mark a status (● ■ ▲) are none."""

_REPEATED: Final = re.compile(r"[ \u00a0]{2,}(?=[^\s])|\t[ \u00a0]*\t")
_BREAKS: Final = tuple(w(name) for name in ("fldChar", "fldSimple", "sectPr"))


def check_typed_lists(file: WordFile) -> Iterator[Fault]:
    """Lists made with bullets and numbers typed by hand, which software cannot tell from other text."""
    cure = "make it a list with the buttons for bullets and numbering, and delete what was typed"
    for part in file.texts:
        found = dict.fromkeys(paragraph_of(text) for text in part.odd_texts)
        typed = {paragraph: label[1] for paragraph in found if (label := _LABEL.match(line_of(paragraph)))}
        for paragraph, shown in typed.items():
            # Of a list the first item is told; headings and the entries of contents lists are none.
            if paragraph.getprevious() not in typed and not _is_no_item(paragraph, file.looks):
                verdict = f'begins with "{shown}" typed by hand'
                yield Fault("word-typed-list", f"the paragraph {quoted(paragraph)}", verdict, cure, paragraph)


def _is_no_item(paragraph: Element, looks: Looks) -> bool:
    listed = looks.name(looks.style_of(paragraph)).startswith(("toc ", "table of "))
    return listed or looks.is_numbered(paragraph) or bool(looks.heading_level(paragraph))


def check_repeated_blanks(file: WordFile) -> Iterator[Fault]:
    """Blanks, tabs and empty paragraphs in a row, each of which is read out as such."""
    for part in file.texts:
        tabbed = Counter(paragraph_of(tab) for tab in part.all("tab") if not _is_stop(tab))
        several = [paragraph for paragraph, tabs in tabbed.items() if tabs > 1]
        for paragraph in dict.fromkeys([*(paragraph_of(text) for text in part.odd_texts), *several]):
            if _REPEATED.search(line_of(paragraph)):
                cure = "leave one, and set distances by indents, tab stops or columns"
                subject = f"the paragraph {quoted(paragraph)}"
                yield Fault("word-repeated-blanks", subject, "has blanks in a row", cure, paragraph)
        if part.main:
            yield from _empty_paragraphs(part)


def _empty_paragraphs(part: Part) -> Iterator[Fault]:
    """Two empty paragraphs or more below one another. The one that Word needs below a table does not count."""
    empty = [paragraph for paragraph in silent_paragraphs(part) if _is_spacer(paragraph)]
    runs: list[list[Element]] = [empty[:1]] if empty else []
    for above, below in pairwise(empty):
        if below.getprevious() is above:
            runs[-1].append(below)
        else:
            runs.append([below])
    for run in runs:
        previous = run[0].getprevious()
        if len(run) - (previous is not None and previous.tag == TABLE) > 1:
            cure = "delete them, and set the distance by the style of the paragraph above or below"
            subject = counted(len(run), "empty paragraph")
            yield Fault("word-empty-paragraphs", subject, "stand below one another", cure, run[0])


def _is_spacer(paragraph: Element) -> bool:
    """Whether a paragraph is empty and nothing but empty: it ends no section, no page and no field."""
    if not is_blank(paragraph) or next(paragraph.iter(*_BREAKS), None) is not None:
        return False
    return all(not break_.get(w("type")) and not break_.get(w("clear")) for break_ in paragraph.iter(w("br")))


def line_of(paragraph: Element) -> str:
    """The text of a paragraph as it was typed, with its tabs."""
    pieces = []
    for element in paragraph.iter(TEXT, w("tab"), w("br")):
        if element.tag == TEXT:
            pieces.append(element.text or "")
        elif not _is_stop(element):
            pieces.append("\t" if element.tag == w("tab") else "\n")
    return "".join(pieces)


def _is_stop(tab: Element) -> bool:
    """Whether a tab is a stop in the properties of a paragraph, not a character."""
    parent = tab.getparent()
    return parent is not None and parent.tag == w("tabs")


def check_effects(file: WordFile) -> Iterator[Fault]:
    """Text that blinks or moves."""
    for part in file.texts:
        for effect in part.all("effect"):
            if effect.get(VAL, "none") != "none":
                run = next(effect.iterancestors(RUN), effect)
                yield Fault("word-blinking", f"the text {quoted(run)}", "blinks", "take its text effect away", run)


def check_notes(file: WordFile) -> Iterator[Fault]:
    """Footnotes and endnotes, for which whoever listens has to leave the sentence."""
    cure = "say it in the text, in brackets or in a sentence of its own"
    for part in file.texts:
        for kind in ("footnote", "endnote"):
            for reference in part.all(f"{kind}Reference"):
                subject = f"the {kind} in the paragraph {quoted(paragraph_of(reference))}"
                yield Fault("word-note", subject, "stands away from the text it belongs to", cure, reference)
