"""The attributes of what may stand in a style, and the values they may have (ISO/IEC 29500, transitional)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from cspdocs.backends.docx.styles.elements import SIDES

Value: TypeAlias = Callable[[str], str | None]
"""The value as it is to be written, `None` for one that the schema does not allow."""


def _matching(pattern: str) -> Value:
    compiled = re.compile(pattern)
    return lambda text: text if compiled.fullmatch(text) else None


def _one_of(words: str) -> Value:
    allowed = frozenset(words.split())
    return lambda text: said if (said := SIDES.get(text, text)) in allowed else None


_MEASURE: Final = re.compile(r"([+-]?\d{1,5}(?:\.\d{1,20})?)(mm|cm|in|pt|pc|pi)?", re.ASCII)
_POINTS: Final = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}


def _number(per_point: int = 1, least: int = 0, most: int = 31680) -> Value:
    """A whole number; lengths with a unit become as many as `per_point` of them make a point."""

    def value(text: str) -> str | None:
        measured = _MEASURE.fullmatch(text.strip())
        if measured is None:
            return None
        amount = float(measured[1]) * (_POINTS[measured[2]] * per_point if measured[2] else 1)
        return str(round(amount)) if least <= round(amount) <= most else None

    return value


_ON_OFF: Final = {"1": "1", "true": "1", "on": "1", "0": "0", "false": "0", "off": "0"}.get
_TWIPS: Final = _number(20)
_SIGNED_TWIPS: Final = _number(20, least=-31680)
_HALF_POINTS: Final = {"val": _number(2, least=2, most=3276)}
_COLOUR: Final = _matching("auto|[0-9A-Fa-f]{6}")
_BYTE: Final = _matching("[0-9A-Fa-f]{2}")
_THEME_COLOUR: Final = _one_of(
    "dark1 light1 dark2 light2 accent1 accent2 accent3 accent4 accent5 accent6 hyperlink followedHyperlink none"
    " background1 text1 background2 text2"
)
_SHADE: Final = {"themeColor": _THEME_COLOUR, "themeTint": _BYTE, "themeShade": _BYTE}
_BORDER: Final[Mapping[str, Value]] = {
    "val": _one_of(
        "nil none single thick double dotted dashed dotDash dotDotDash triple thinThickSmallGap thickThinSmallGap"
        " thinThickThinSmallGap thinThickMediumGap thickThinMediumGap thinThickThinMediumGap thinThickLargeGap"
        " thickThinLargeGap thinThickThinLargeGap wave doubleWave dashSmallGap dashDotStroked threeDEmboss threeDEngrave"
        " outset inset"
    ),
    "sz": _number(most=96),
    "space": _number(most=31),
    "color": _COLOUR,
    **_SHADE,
    "shadow": _ON_OFF,
    "frame": _ON_OFF,
}
_MARGIN: Final[Mapping[str, Value]] = {"w": _TWIPS, "type": _one_of("dxa nil")}
_FACE: Final = _matching(r"[^\x00-\x1f]{1,80}")
_THEME_FACE: Final = _one_of("majorEastAsia majorBidi majorAscii majorHAnsi minorEastAsia minorBidi minorAscii minorHAnsi")
_HEX: Final = _matching("[0-9A-Fa-f]{8}")
_NAME: Final = _matching(r"[^\x00-\x1f]{1,250}")

_SWITCHES: Final = (
    "keepNext keepLines pageBreakBefore widowControl suppressLineNumbers suppressAutoHyphens kinsoku wordWrap overflowPunct"
    " topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid contextualSpacing mirrorIndents suppressOverlap"
    " b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof rtl cs notTrueType"
)
_SIDES: Final = "top left bottom right between bar insideH insideV tl2br tr2bl bdr"

ATTRIBUTES: Final[Mapping[str, Mapping[str, Value]]] = {
    **{name: {"val": _ON_OFF} for name in _SWITCHES.split()},
    **dict.fromkeys(_SIDES.split(), _BORDER),
    **{f"{box}/{side}": _MARGIN for box in ("tblCellMar", "tcMar") for side in ("top", "left", "bottom", "right")},
    "shd": {
        "val": _matching(
            r"clear|nil|solid|pct(5|10|12|15|20|25|30|35|37|40|45|50|55|60|62|65|70|75|80|85|87|90|95)"
            r"|(thin)?(HorzStripe|VertStripe|ReverseDiagStripe|DiagStripe|HorzCross|DiagCross)"
            r"|horzStripe|vertStripe|reverseDiagStripe|diagStripe|horzCross|diagCross"
        ),
        "color": _COLOUR,
        **_SHADE,
        "fill": _COLOUR,
        "themeFill": _THEME_COLOUR,
        "themeFillTint": _BYTE,
        "themeFillShade": _BYTE,
    },
    "tab": {
        "val": _one_of("clear left center right decimal bar num"),
        "leader": _one_of("none dot hyphen underscore heavy middleDot"),
        "pos": _SIGNED_TWIPS,
    },
    "pPr/spacing": {
        **dict.fromkeys(("before", "after"), _TWIPS),
        **dict.fromkeys(("beforeAutospacing", "afterAutospacing"), _ON_OFF),
        "line": _number(20),
        "lineRule": _one_of("auto exact atLeast"),
    },
    "ind": {**dict.fromkeys(("left", "right"), _SIGNED_TWIPS), **dict.fromkeys(("hanging", "firstLine"), _TWIPS)},
    "pPr/jc": {"val": _one_of("left center right both distribute")},
    "tblPr/jc": {"val": _one_of("left center right")},
    "textAlignment": {"val": _one_of("top center baseline bottom auto")},
    "outlineLvl": {"val": _number(most=9)},
    "rFonts": {
        **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), _FACE),
        **dict.fromkeys(("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"), _THEME_FACE),
    },
    "color": {"val": _COLOUR, **_SHADE},
    "rPr/spacing": {"val": _SIGNED_TWIPS},
    "w": {"val": _number(least=1, most=600)},
    "kern": {"val": _number(2, most=3276)},
    "position": {"val": _number(2, least=-3276, most=3276)},
    "sz": _HALF_POINTS,
    "szCs": _HALF_POINTS,
    "highlight": {
        "val": _one_of(
            "black blue cyan green magenta red yellow white darkBlue darkCyan darkGreen darkMagenta darkRed darkYellow"
            " darkGray lightGray none"
        )
    },
    "u": {
        "val": _one_of(
            "single words double thick dotted dottedHeavy dash dashedHeavy dashLong dashLongHeavy dotDash dashDotHeavy"
            " dotDotDash dashDotDotHeavy wave wavyHeavy wavyDouble none"
        ),
        "color": _COLOUR,
        **_SHADE,
    },
    "vertAlign": {"val": _one_of("baseline superscript subscript")},
    "tblStyleRowBandSize": {"val": _number(least=1, most=99)},
    "tblStyleColBandSize": {"val": _number(least=1, most=99)},
    "tblInd": {"w": _SIGNED_TWIPS, "type": _one_of("dxa nil")},
    "vAlign": {"val": _one_of("top center bottom")},
    "tblStylePr": {
        "type": _one_of(
            "wholeTable firstRow lastRow firstCol lastCol band1Vert band2Vert band1Horz band2Horz neCell nwCell"
            " seCell swCell"
        )
    },
    "latentStyles": {
        **dict.fromkeys(("defLockedState", "defSemiHidden", "defUnhideWhenUsed", "defQFormat"), _ON_OFF),
        "defUIPriority": _number(most=99),
        "count": _number(most=9999),
    },
    "lsdException": {
        "name": _NAME,
        **dict.fromkeys(("semiHidden", "unhideWhenUsed", "qFormat"), _ON_OFF),
        "uiPriority": _number(most=99),
    },
    "altName": {"val": _FACE},
    "panose1": {"val": _matching("[0-9A-Fa-f]{20}")},
    "charset": {"val": _BYTE},
    "family": {"val": _one_of("decorative modern roman script swiss auto")},
    "pitch": {"val": _one_of("fixed variable default")},
    "sig": dict.fromkeys(("usb0", "usb1", "usb2", "usb3", "csb0", "csb1"), _HEX),
    "font": {"name": _FACE},
    "uiPriority": {"val": _number(most=99)},
}
"""The attributes of each element; `parent/element` where one name means two things."""

REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    **{
        name: ("val",)
        for name, attributes in ATTRIBUTES.items()
        if "val" in attributes and attributes["val"] is not _ON_OFF and name != "u"
    },
    "tab": ("val", "pos"),
    "tblInd": ("w", "type"),
    **{name: ("w", "type") for name in ATTRIBUTES if "Mar/" in name},
    "tblStylePr": ("type",),
    "lsdException": ("name",),
    "sig": ("usb0", "usb1", "usb2", "usb3", "csb0", "csb1"),
    "font": ("name",),
}
"""The attributes without which an element means nothing."""
