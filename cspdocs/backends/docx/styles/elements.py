"""Properties of styles: elements whose attributes and children say how text or tables look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, TypeAlias

from cspdocs.backends.docx.markup import attribute

CHILDREN: Final[Mapping[str, tuple[str, ...]]] = {
    parent: tuple(children.split())
    for parent, children in {
        "pPr": "keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
        " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
        " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textAlignment outlineLvl",
        "rPr": "rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid color"
        " spacing w kern position sz szCs highlight u bdr shd vertAlign rtl cs lang",
        "tblPr": "tblStyleRowBandSize tblStyleColBandSize jc tblInd tblBorders shd tblCellMar",
        "tcPr": "tcBorders shd tcMar vAlign",
        "tblStylePr": "pPr rPr tblPr tcPr",
        "pBdr": "top left bottom right between bar",
        "tabs": "tab",
        "tblBorders": "top left bottom right insideH insideV",
        "tcBorders": "top left bottom right insideH insideV tl2br tr2bl",
        "tblCellMar": "top left bottom right",
        "tcMar": "top left bottom right",
        "latentStyles": "lsdException",
        "font": "altName panose1 charset family notTrueType pitch sig",
    }.items()
}
"""The children of each element that has any, in the order of the schema. Of those in `REPEATED` there may be several.

All is there that says how text and tables look. Left out is what belongs to a text and not to a style, what revisions and
other programs leave behind, and what hides text or makes it blink.
"""

REPEATED: Final = ("tab", "lsdException")

SIDES: Final = {"start": "left", "end": "right"}
"""Sides as the second edition of the standard names them, and as every Word knows them."""

PARTED: Final = ("spacing", "ind", "rFonts")
"""Properties whose attributes are inherited one by one; all others are inherited as a whole."""
_LINE: Final = ("line", "lineRule")


class Property(NamedTuple):
    """One property. Names are those of WordprocessingML without their prefix."""

    attributes: Mapping[str, str] = {}
    children: tuple[tuple[str, Property], ...] = ()


Properties: TypeAlias = dict[str, Property]
"""Properties by name."""


def write_property(name: str, value: Property) -> str:
    """The property as an element."""
    said = "".join(f' w:{key}="{text if text.isalnum() else attribute(text)}"' for key, text in value.attributes.items())
    if not value.children:
        return f"<w:{name}{said}/>"
    return f"<w:{name}{said}>{''.join(write_property(*child) for child in value.children)}</w:{name}>"


def write_properties(parent: str, values: Properties) -> str:
    """The element `pPr`, `rPr` or another with these properties, in the order of the schema; empty where there are none."""
    if not values:
        return ""
    written = (write_property(name, values[name]) for name in CHILDREN[parent] if name in values)
    return f"<w:{parent}>{''.join(written)}</w:{parent}>"


def changes(own: Properties, inherited: Properties) -> Properties:
    """What must be said of a style that has `own` properties and is based on one with the `inherited`.

    Both must have the same properties, but for tab stops.
    """
    changed: Properties = {}
    for name, value in own.items():
        other = inherited.get(name)
        if value == other:
            continue
        changed[name] = _parts(value, other) if name in PARTED and other else value
    return changed


def _parts(own: Property, inherited: Property) -> Property:
    """The attributes that differ; those that mean nothing without one another together."""
    differing = {key for key, said in own.attributes.items() if inherited.attributes.get(key) != said}
    if not differing.isdisjoint(_LINE):
        differing.update(_LINE)
    return Property({key: said for key, said in own.attributes.items() if key in differing})


def merge(inherited: Properties, own: Mapping[str, Property]) -> Properties:
    """The properties of a style that is based on one with the `inherited`, and says `own` beside."""
    merged = dict(inherited)
    for name, value in own.items():
        before = merged.get(name, Property())
        if name in PARTED:
            merged[name] = Property(_without_rivals(before.attributes, value.attributes) | dict(value.attributes))
        elif name == "tabs":
            merged[name] = Property(children=_tab_stops((*before.children, *value.children)))
        else:
            merged[name] = value
    return merged


_RIVALS: Final = (
    ("firstLine", "hanging"), ("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"), ("eastAsia", "eastAsiaTheme"),
    ("cs", "cstheme"),
)  # fmt: skip
"""Attributes that say the same thing in two ways."""


def _without_rivals(inherited: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    gone = {rival for pair in _RIVALS for rival in pair if not own.keys().isdisjoint(pair)}
    return {name: value for name, value in inherited.items() if name not in gone}


def _tab_stops(tabs: Iterable[tuple[str, Property]]) -> tuple[tuple[str, Property], ...]:
    """The tab stops that are left when those that are cleared are gone, from left to right."""
    stops: dict[int, Property] = {}
    for _, tab in tabs:
        position = int(tab.attributes["pos"])
        if tab.attributes["val"] == "clear":
            stops.pop(position, None)
        else:
            stops[position] = tab
    return tuple(("tab", stops[position]) for position in sorted(stops))
