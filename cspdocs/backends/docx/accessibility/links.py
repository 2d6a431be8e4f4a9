"""Links: whether their words say where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cspdocs.backends.docx.accessibility.faults import Fault, text_of
from cspdocs.backends.docx.accessibility.parts import Element, Part, w
from cspdocs.backends.docx.accessibility.wordfile import WordFile

_ADDRESS: Final = re.compile(
    r"(?:(?:https?|ftp|file)://|mailto:)\S+"
    r"|(?:www\.\S+?|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})/\S+",
    re.IGNORECASE,
)
"""An address that is spelt out letter by letter when it is read: one with a scheme or a path.

The name of a site, www.kent.police.uk, is short and says where it leads, so that it may stand in print where the address
itself is what readers look for (WebAIM, "Links and hypertext"); so may the address of a mailbox.
"""

_VAGUE: Final = {
    *("here", "click", "click here", "press here", "tap here", "go here", "see here", "link", "this link", "this", "page"),
    *("this page", "see this page", "website", "this website", "more", "read more", "learn more", "see more"),
    *(
        "find out more",
        "more info",
        "more information",
        "further information",
        "info",
        "details",
        "more details",
        "download",
        "continue",
    ),
}

_AROUND: Final = " .…:,;!?>»→()[]'\"\u2018\u2019\u201c\u201d"

_HYPERLINK: Final = re.compile(r"\s*HYPERLINK\b")
_CURE: Final = "let the words of the link name the page that it leads to"


def check_links(file: WordFile) -> Iterator[Fault]:
    """Links whose words mean nothing in a list of links, or that are read out letter by letter."""
    for part in file.texts:
        for link, text in _links(part):
            if not text and next(link.iter(w("drawing"), w("pict")), None) is None:
                yield Fault("word-link-text", "a link", "has no words", _CURE, link)
            elif _ADDRESS.fullmatch(text):
                cure = f"{_CURE}; the address may follow in the text"
                yield Fault("word-link-text", f'the link "{text}"', "is a raw address", cure, link)
            elif text.strip(_AROUND).lower() in _VAGUE:
                yield Fault("word-link-text", f'the link "{text}"', "does not say where it leads", _CURE, link)


def _links(part: Part) -> Iterator[tuple[Element, str]]:
    """Links and their words, be they elements or fields."""
    for link in part.all("hyperlink"):
        yield link, text_of(link)
    for link in part.all("fldSimple"):
        if _HYPERLINK.match(link.get(w("instr"), "")):
            yield link, text_of(link)
    for instruction in part.all("instrText"):
        if _HYPERLINK.match(instruction.text or ""):
            yield instruction, _result(instruction)


def _result(instruction: Element) -> str:
    """The words of the field that an instruction belongs to, as far as they stand in its paragraph."""
    words, depth, shown = "", 0, False
    run = instruction.getparent()
    for following in run.itersiblings() if run is not None else ():
        mark = next(following.iter(w("fldChar")), None)
        kind = "" if mark is None else mark.get(w("fldCharType"), "")
        if kind == "end" and not depth:
            break
        depth += {"begin": 1, "end": -1}.get(kind, 0)
        shown = shown or (kind == "separate" and not depth)
        words += text_of(following) if shown else ""
    return words
