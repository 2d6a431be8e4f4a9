"""Tracked changes: a file is judged as it will be when all of them are accepted."""

from __future__ import annotations

from typing import Final

from cspdocs.backends.docx.accessibility.parts import PARAGRAPH, ROW, RUN, Element, w

_GONE: Final = (w("del"), w("moveFrom"), w("cellDel"))
_FORMATS: Final = ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
_BEFORE: Final = tuple(w(f"{name}Change") for name in _FORMATS)
"""What the looks were before they were changed."""

_EMPTIED: Final = (w("hyperlink"), w("tbl"))
"""What goes with all that was in it."""


def accept_revisions(root: Element) -> None:
    """Takes out of a tree what was deleted or moved away, and what is told of looks before they were changed."""
    touched: dict[Element, None] = {}
    for mark in list(root.iter(*_GONE, *_BEFORE)):
        holder = mark.getparent()
        if holder is None:
            continue
        if mark.tag in _GONE and holder.tag in (w("trPr"), w("tcPr")):
            _remove(holder.getparent(), touched)
        elif mark.tag in _GONE and holder.tag == w("rPr"):
            # Its end is gone, and with it the paragraph where no words are left to join those of the next.
            touched.update(dict.fromkeys(mark.iterancestors(PARAGRAPH)))
        else:
            _remove(mark, touched)
    for element in touched:
        if next(element.iter(RUN, ROW), None) is None:
            _remove(element, {})


def _remove(element: Element | None, touched: dict[Element, None]) -> None:
    """Takes an element out. What may then be empty is among the `touched`."""
    holder = None if element is None else element.getparent()
    if element is not None and holder is not None:
        holder.remove(element)
        if holder.tag in _EMPTIED:
            touched[holder] = None
