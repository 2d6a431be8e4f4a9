"""A paragraph style of the style sheet as properties of WordprocessingML, each said outright."""

from __future__ import annotations

from typing import Final

from cspdocs.backends.docx.markup import hexadecimal
from cspdocs.backends.docx.styles.elements import Properties, Property
from cspdocs.backends.docx.styles.theme import Theme
from cspdocs.document.styles import Style, StyleSheet
from cspdocs.units import Length, pt

_JUSTIFICATION: Final = {"left": "left", "centre": "center", "right": "right"}
_ON: Final = Property()
_OFF: Final = Property({"val": "0"})
PLAIN: Final = Style(name="")
"""What Word takes a paragraph for of which no style says anything."""


def paragraph_properties(style: Style) -> Properties:
    """Keeping with the next, keeping together, widows, white space, indents and alignment."""
    # Fonts of one point differ in how they are rounded, so the lines of that size are fixed.
    height, rule = ("20", "exact") if style.size <= pt(1) else (str(round(240 * style.line_spacing)), "auto")
    space = {"before": str(style.space_before.twips), "after": str(style.space_after.twips)}
    return {
        "keepNext": _switch(on=style.keep_with_next),
        "keepLines": _switch(on=style.keep_together),
        "widowControl": _switch(on=style.widow_control),
        "spacing": Property({**space, "line": height, "lineRule": rule}),
        "ind": indents(style.indent, style.first_line),
        "jc": Property({"val": _JUSTIFICATION[style.align]}),
    }


def indents(indent: Length, first_line: Length) -> Property:
    """How far all lines stand from the left, and the first one from the others."""
    first = ("hanging", -first_line) if first_line < 0 else ("firstLine", first_line)
    return Property({"left": str(indent.twips), first[0]: str(Length(first[1]).twips)})


def tab_stop(position: int, align: str, *, dotted: bool = False) -> tuple[str, Property]:
    """A tab stop so many twips from the left edge of the text; `clear` takes one away."""
    leader = {"leader": "dot"} if dotted else {}
    return "tab", Property({"val": align, **leader, "pos": str(position)})


def character_properties(style: Style, sheet: StyleSheet, theme: Theme) -> Properties:
    """Font, weight, slant, colour and size. What is not in black is in a colour of its own."""
    size = Property({"val": str(half_points(style.size))})
    return {
        "rFonts": _font(typeface(style, sheet), theme),
        "b": _switch(on=style.bold),
        "bCs": _switch(on=style.bold),
        "i": _switch(on=style.italic),
        "iCs": _switch(on=style.italic),
        "color": Property({"val": "auto" if style.colour in ("#000000", "#000") else hexadecimal(style.colour)}),
        "sz": size,
        "szCs": size,
    }


def half_points(size: Length) -> int:
    """A size in half points, as Word has it; no letters are smaller than one point."""
    return max(2, round(size.pt * 2))


def typeface(style: Style, sheet: StyleSheet) -> str:
    """The name that Word is told of the style's typeface."""
    return sheet.fonts.get(style.font, sheet.fonts["body"]).word


def _font(name: str, theme: Theme) -> Property:
    """The font: one of the theme's where it is that, so that it can be changed in one place."""
    for kind, faces in (("minor", theme.text), ("major", theme.headings)):
        if name == faces.get("latin"):
            scripts = (("asciiTheme", "HAnsi"), ("eastAsiaTheme", "EastAsia"), ("hAnsiTheme", "HAnsi"), ("cstheme", "Bidi"))
            return Property({key: f"{kind}{script}" for key, script in scripts})
    return Property(dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), name))


def _switch(*, on: bool) -> Property:
    return _ON if on else _OFF
