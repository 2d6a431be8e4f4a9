"""How the styles of a Word file make text look, as far as rules ask: headings, numbering, colours, sizes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from cspdocs.backends.docx.accessibility.parts import PARAGRAPH, RUN, TABLE, VAL, Element, w
from cspdocs.values import define, field

_HEADING: Final = re.compile(r"heading ([1-9])", re.IGNORECASE)
_OFF: Final = ("0", "false", "off", "none", "nil")

_OUTLINE: Final = f"{w('pPr')}/{w('outlineLvl')}"
_NUMBERING: Final = f"{w('pPr')}/{w('numPr')}/{w('numId')}"
COLOUR: Final = f"{w('rPr')}/{w('color')}"
_STYLE: Final = {
    PARAGRAPH: ("paragraph", w("pPr"), w("pStyle")),
    RUN: ("character", w("rPr"), w("rStyle")),
    TABLE: ("table", w("tblPr"), w("tblStyle")),
}
"""The kind of style of an element, and where it names it."""


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off is there and not switched off."""
    return element is not None and element.get(VAL, "1") not in _OFF


def property_of(element: Element, properties: str, name: str) -> Element | None:
    """The property of that name of a paragraph, run or table, whose properties have the tag `properties`."""
    # lxml's own `find` takes four times as long, and this is asked of every paragraph outside tables.
    for child in element:
        if child.tag == properties:
            return next((found for found in child if found.tag == name), None)
    return None


def number(text: str | None, default: int = 0) -> int:
    """The whole number that an attribute holds; the default where it holds none."""
    try:
        return int(text or "")
    except ValueError:
        return default


@define(eq=False)
class Looks:
    """The styles of a file, asked by what they say of a property themselves or by the styles they are based on."""

    root: Element | None
    _chains: dict[str, tuple[Element, ...]] = field(factory=dict)
    _levels: dict[str, int] = field(factory=dict)

    @cached_property
    def styles(self) -> dict[str, Element]:
        """All styles by their ids."""
        found = self.root.iterfind(w("style")) if self.root is not None else ()
        return {style.get(w("styleId"), ""): style for style in found}

    @cached_property
    def default(self) -> dict[str, str]:
        """The ids of the styles of paragraphs, characters and tables that name none, by these kinds."""
        return {
            style.get(w("type"), "paragraph"): name
            for name, style in self.styles.items()
            if style.get(w("default"), "0") not in _OFF
        }

    @cached_property
    def defaults(self) -> Element | None:
        """The properties of characters that no style speaks of."""
        return None if self.root is None else self.root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")

    def style_of(self, element: Element) -> str:
        """The id of the style of a paragraph, run or table; of the default one where it names none, empty for none."""
        kind, properties, style = _STYLE.get(element.tag, ("", "", ""))
        named = property_of(element, properties, style)
        name = "" if named is None else named.get(VAL, "")
        return name if name in self.styles else self.default.get(kind, "")

    def chain(self, style: str) -> tuple[Element, ...]:
        """The style and those that it is based on, the nearest first."""
        if style not in self._chains:
            self._chains[style] = tuple(self._based(style))
        return self._chains[style]

    def _based(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            yield self.styles[style]
            base = self.styles[style].find(w("basedOn"))
            style = "" if base is None else base.get(VAL, "")

    def find(self, style: str, path: str) -> Element | None:
        """What the nearest style of the chain that has `path` has there."""
        return next((found for link in self.chain(style) if (found := link.find(path)) is not None), None)

    def name(self, style: str) -> str:
        """The name under which Word shows the style, in small letters."""
        named = self.styles[style].find(w("name")) if style in self.styles else None
        return "" if named is None else named.get(VAL, "").lower()

    def is_plain_table(self, table: Element) -> bool:
        """Whether a table has the style "Normal Table", by which Word knows tables for layout."""
        style = self.style_of(table)
        return not style or self.name(style) in ("normal table", "table normal")

    def heading_level(self, paragraph: Element) -> int:
        """The level of a heading, from 1; 0 for any other paragraph."""
        own = property_of(paragraph, w("pPr"), w("outlineLvl"))
        if own is not None:
            return _level(own)
        return self.style_level(self.style_of(paragraph))

    def style_level(self, style: str) -> int:
        """The level of the headings that have a style; 0 for styles of other paragraphs."""
        if style not in self._levels:
            self._levels[style] = self._style_level(style)
        return self._levels[style]

    def _style_level(self, style: str) -> int:
        for link in self.chain(style):
            outline, named = link.find(_OUTLINE), link.find(w("name"))
            if outline is not None:
                return _level(outline)
            heading = _HEADING.fullmatch("" if named is None else named.get(VAL, ""))
            if heading:
                return int(heading[1])
        return 0

    def is_numbered(self, paragraph: Element) -> bool:
        """Whether Word sets a number or bullet before a paragraph."""
        numbering = paragraph.find(_NUMBERING)
        if numbering is None:
            numbering = self.find(self.style_of(paragraph), _NUMBERING)
        return numbering is not None and numbering.get(VAL) != "0"


def _level(outline: Element) -> int:
    # 9 is body text.
    level = number(outline.get(VAL), 9)
    return level + 1 if 0 <= level < 9 else 0
