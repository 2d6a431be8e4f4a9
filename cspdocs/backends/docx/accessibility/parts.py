"""A part of a Word file as a tree, and the elements in it that rules go by."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from lxml import etree

from cspdocs.backends.docx.namespaces import W
from cspdocs.values import define, field

Element: TypeAlias = etree._Element  # noqa: SLF001  # lxml's elements have no other name


def w(name: str) -> str:
    """The tag or attribute of that name in the vocabulary of text."""
    return f"{{{W}}}{name}"


PARAGRAPH: Final = w("p")
RUN: Final = w("r")
TEXT: Final = w("t")
TABLE: Final = w("tbl")
ROW: Final = w("tr")
CELL: Final = w("tc")
VAL: Final = w("val")


def query(expression: str) -> Callable[..., Any]:
    """What an XPath expression finds in an element, as a function; `w` stands for the vocabulary of text."""
    return etree.XPath(expression, namespaces={"w": W})


_UNTITLED: Final = query("descendant::w:sdtPr[not(w:alias[normalize-space(translate(@w:val, '\u00a0', ' '))])]")
_SOUGHT: Final = (
    *(CELL, TEXT, TABLE),
    *(
        w(name)
        for name in ("tblpPr", "gridSpan", "hMerge", "vMerge", "gridBefore", "gridAfter", "drawing", "pict", "object")
    ),
    *(w(name) for name in ("hyperlink", "fldSimple", "instrText", "tab", "footnoteReference", "endnoteReference")),
    *(w(name) for name in ("color", "highlight", "shd", "b", "i", "u", "strike", "dstrike", "em", "sz", "effect")),
    w("docPartGallery"),
)

_BLANKS: Final = re.compile(r"[ \u00a0]{2}")
_LABEL: Final = re.compile(r"\s*(?:[-\u2013*•·◦▪‣\uf0b7]|\(?(?:\d{1,3}[.)]|[A-Za-z]\)))")
"""A bullet, an en dash among them, or a number that begins a text."""


@define(eq=False)
class Part:
    """A part with text: the document itself, a header or footer, the footnotes or endnotes.

    `silent_cells` are cells with no text, or none before that of a table inside them: all that may be empty. `odd_texts`
    are texts that hold repeated blanks, or begin with what may be a bullet or number typed by hand.
    """

    root: Element
    silent_cells: list[Element] = field(factory=list)
    odd_texts: list[Element] = field(factory=list)
    _found: dict[str, list[Element]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        # Of a big plan the way through all of it takes longest, so one does for all: the tree is gone through in C, and
        # only what is sought becomes an object of Python.
        silent, cell = self.silent_cells, None
        for element in self.root.iter(*_SOUGHT):
            tag = element.tag
            if tag == TEXT:
                text = element.text
                if text and not text.isspace():
                    if cell is not None:
                        if next(element.iterancestors(CELL), None) is not cell:
                            silent.append(cell)
                        cell = None
                    if "  " in text or _LABEL.match(text) or ("\u00a0" in text and _BLANKS.search(text)):
                        self.odd_texts.append(element)
            elif tag == CELL:
                if cell is not None:
                    silent.append(cell)
                cell = element
            else:
                self._found.setdefault(tag, []).append(element)
        if cell is not None:
            silent.append(cell)

    @property
    def main(self) -> bool:
        """Whether it is the document itself."""
        return self.root.tag == w("document")

    @property
    def untitled(self) -> list[Element]:
        """The properties of content controls that have no title."""
        found: list[Element] = _UNTITLED(self.root)
        return found

    def all(self, name: str) -> list[Element]:
        """All elements of that name, which is one of those that rules go by, in order."""
        return self._found.get(w(name), [])
