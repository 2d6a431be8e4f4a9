"""What layout must know of a font file: its names, its heights and the width of every character.

The home of fontTools. Nothing else of the package is imported here: the build hook loads this module by its path to
prepare the measurements of the faces that are shipped, so that fontTools is needed at run time only for templates
that bring font files of their own.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from fontTools.ttLib import TTFont

_USE_TYPOGRAPHIC_HEIGHTS: Final = 1 << 7
"""Bit of `OS/2.fsSelection` by which a font says which of its three sets of heights to believe."""
_BOLD: Final = 1 << 0
"""Bit of `head.macStyle`."""
_NEEDED: Final = ("head", "hhea", "hmtx", "cmap", "OS/2", "post", "name", "glyf")


class FontFileError(ValueError):
    """A font file cannot be used; the message says why and what would do, without naming the file."""


def measure(file: Path) -> dict[str, Any]:
    """The measurements of the TrueType font in `file`, ready to be written as JSON.

    Lengths are in font units, `units` of them to the em; `descent` is positive below the baseline and `line_gap` is the
    room between two lines, so that a line is `ascent + descent + line_gap` high. `underline_position` is the top of
    the line drawn, negative below the baseline. `widths` maps each code point, as a decimal string in ascending
    order, to its advance.

    Raises:
        FontFileError: if the file is missing, is no font, or is one that cannot be set as it stands: variable, or without
            TrueType outlines.
    """
    try:
        with TTFont(file) as font:
            _refuse_unusable(font)
            return _measure(font)
    except FileNotFoundError:
        raise FontFileError("there is no such file") from None
    except FontFileError:
        raise
    except Exception as error:
        # Of whatever type: fontTools reports damage by the error that the damaged table happens to provoke.
        raise FontFileError(f"it is damaged or no font ({error}); bring a TrueType file (.ttf)") from error


def _refuse_unusable(font: TTFont) -> None:
    if "fvar" in font:
        raise FontFileError("it is a variable font; bring one file for each of its faces")
    missing = [tag for tag in _NEEDED if tag not in font]
    if missing:
        raise FontFileError(f"it has no table {', '.join(missing)}; bring a TrueType file (.ttf)")
    if not font["head"].unitsPerEm:
        raise FontFileError("it has no units to the em; bring a sound TrueType file (.ttf)")


def _measure(font: TTFont) -> dict[str, Any]:
    units = font["head"].unitsPerEm
    ascent, descent, line_gap = _line_heights(font)
    os2, post = font["OS/2"], font["post"]
    advances, characters = font["hmtx"].metrics, font.getBestCmap()
    if not characters:
        raise FontFileError("it has no table of Unicode characters; bring a text font, not a symbol font")
    return {
        "name": _postscript_name(font),
        "units": units,
        "ascent": ascent,
        "descent": descent,
        "line_gap": line_gap,
        "cap_height": getattr(os2, "sCapHeight", 0) or round(0.7 * units),
        "x_height": getattr(os2, "sxHeight", 0) or round(0.5 * units),
        "underline_position": post.underlinePosition,
        "underline_thickness": post.underlineThickness,
        "italic_angle": post.italicAngle,
        "bold": bool(font["head"].macStyle & _BOLD),
        "widths": {str(code): advances[glyph][0] for code, glyph in sorted(characters.items())},
    }


def _postscript_name(font: TTFont) -> str:
    name = font["name"].getDebugName(6)
    if not name:
        raise FontFileError("it has no PostScript name; save it afresh with a font editor")
    return str(name)


def _line_heights(font: TTFont) -> tuple[int, int, int]:
    """Ascent, descent and line gap as Word and LibreOffice take them, in font units.

    Typographic heights where the font asks for them. Otherwise the Windows heights with the line gap reduced by what they
    exceed the `hhea` heights, Windows' "external leading"; for Arial and its likes that is `hhea` itself.
    """
    os2, hhea = font["OS/2"], font["hhea"]
    if os2.fsSelection & _USE_TYPOGRAPHIC_HEIGHTS:
        return os2.sTypoAscender, -os2.sTypoDescender, os2.sTypoLineGap
    if not os2.usWinAscent + os2.usWinDescent:
        return hhea.ascent, -hhea.descent, hhea.lineGap
    excess = os2.usWinAscent + os2.usWinDescent - (hhea.ascent - hhea.descent)
    return os2.usWinAscent, os2.usWinDescent, max(0, hhea.lineGap - excess)
