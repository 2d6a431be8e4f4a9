"""Faces and their measurements: how wide each character is and how high a line."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, NamedTuple

from cspdocs.document.styles import Style, StyleSheet
from cspdocs.values import evolve

SUBSTITUTES: Final = "\ufffd\u25a1?"
"""What is drawn in place of a character that a face lacks: the first of these that it has."""

_ASCII: Final = "".join(map(chr, range(0x20, 0x7F)))
_NEVER_DRAWN: Final = (range(0x20), range(0x7F, 0xA0), range(0x2028, 0x202A), range(0xFEFF, 0xFF00), range(0xE000, 0xF900))
"""Controls, separators, the byte order mark and private characters: a PDF may not show them (PDF/UA-1, 7.21.7; PDF/A-2,
6.2.11.7.3), whatever a font has for them."""

_REMEMBERED_WORDS: Final = 50_000


class _Advances(dict[str, float]):
    """How far each character moves the pen, in parts of the font size, worked out when it is first met.

    A font has thousands of characters, a plan a hundred.
    """

    def __init__(self, widths: Mapping[str, int], units: int) -> None:
        super().__init__()
        self._widths = widths
        self._units = units
        self._drawn: dict[str, bool] = {}

    def __missing__(self, character: str) -> float:
        self[character] = advance = self._widths[str(ord(character))] / self._units
        return advance

    def has(self, character: str) -> bool:
        """Whether the face can draw the character."""
        known = self._drawn.get(character)
        if known is None:
            code = ord(character)
            known = str(code) in self._widths and not any(code in never for never in _NEVER_DRAWN)
            self._drawn[character] = known
        return known


class _Widths(dict[str, float]):
    """The widths of texts, in parts of the font size, each added up when it is first met: words come again and again."""

    def __init__(self, advances: Mapping[str, float]) -> None:
        super().__init__()
        self._advance = advances.__getitem__

    def __missing__(self, text: str) -> float:
        if len(self) >= _REMEMBERED_WORDS:
            self.clear()
        self[text] = width = sum(map(self._advance, text))
        return width


class Face:
    """One face of a typeface. Widths and heights are in parts of the font size (1 = one em).

    `ascent`, `descent` and `line_gap` are those that word processors use, so that lines are as high here as there.
    """

    __slots__ = (
        "_advances",
        "_has_ascii",
        "_widths",
        "ascent",
        "cap_height",
        "descent",
        "file",
        "line_gap",
        "name",
        "underline",
    )

    def __init__(self, file: Path, measured: Mapping[str, Any]) -> None:
        units = measured["units"]
        self.file = file
        self.name: str = measured["name"]
        self.ascent: float = measured["ascent"] / units
        self.descent: float = measured["descent"] / units
        self.line_gap: float = measured["line_gap"] / units
        self.cap_height: float = measured["cap_height"] / units
        self.underline: tuple[float, float] = (
            -measured["underline_position"] / units,
            measured["underline_thickness"] / units,
        )
        self._advances = _Advances(measured["widths"], units)
        self._has_ascii = all(map(self._advances.has, _ASCII))
        self._widths = _Widths(self._advances)

    @property
    def line_height(self) -> float:
        """The distance between the baselines of single-spaced lines."""
        return self.ascent + self.descent + self.line_gap

    def width(self, text: str) -> float:
        """The width of `text` set without kerning. All its characters must be in the face."""
        return self._widths[text]

    def ends(self, text: str) -> list[float]:
        """How far from the start of `text` each of its characters begins, and, last, where the text ends."""
        return list(accumulate(map(self._advances.__getitem__, text), initial=0.0))

    def lacks(self, text: str) -> set[str]:
        """The characters of `text` that the face cannot draw."""
        if self._has_ascii and text.isascii() and text.isprintable():
            return set()
        return {character for character in set(text) if not self._advances.has(character)}

    @property
    def substitute(self) -> str:
        """The character drawn in place of one that is lacking."""
        return next(filter(self._advances.has, SUBSTITUTES))


class Look(NamedTuple):
    """A style in numbers: its plain face, and in points its lengths, the height of a line, and where letters stand in it."""

    style: Style
    face: Face
    size: float
    line_height: float
    baseline: float
    indent: float
    first_line: float
    before: float
    after: float


class Faces:
    """The faces of a style sheet, each read when first needed."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._families = sheet.fonts
        self._faces: dict[tuple[str, bool, bool], Face] = {}
        self._looks: dict[int, Look] = {}

    def fallbacks(self, style: Style, *, bold: bool = False, italic: bool = False) -> Iterator[Face]:
        """The faces that are asked for what the style's own face lacks, in their order."""
        for family in self._families[style.font].fallbacks:
            yield self.face(evolve(style, font=family), bold=bold, italic=italic)

    def look(self, style: Style) -> Look:
        """The numbers of a style."""
        found = self._looks.get(id(style))
        if found is None:
            face, size = self.face(style), style.size.pt
            height = face.line_height * size * style.line_spacing
            # Extra line spacing stands above the letters, as word processors set it.
            baseline = face.ascent * size + height - face.line_height * size
            # The look holds its style, so that no other can come to have the same id.
            lengths = (style.indent.pt, style.first_line.pt, style.space_before.pt, style.space_after.pt)
            found = self._looks[id(style)] = Look(style, face, size, height, baseline, *lengths)
        return found

    def face(self, style: Style, *, bold: bool = False, italic: bool = False) -> Face:
        """The face of a style; `bold` and `italic` add to what the style itself asks for."""
        key = (style.font, style.bold or bold, style.italic or italic)
        found = self._faces.get(key)
        if found is None:
            family = self._families[style.font]
            found = self._faces[key] = read_face(family.face(bold=key[1], italic=key[2]))
        return found


@lru_cache(maxsize=64)
def read_face(file: Path) -> Face:
    """The face in a TrueType file.

    Measurements that were prepared when the package was built lie beside the font (`Arimo-Regular.json`);
    those of a borough's own font are taken from the font itself.
    """
    prepared = file.with_suffix(".json")
    if prepared.exists():
        return Face(file, json.loads(prepared.read_bytes()))
    # fontTools costs more to import than a whole plan to lay out, and only templates with own fonts need it.
    measure = importlib.import_module("cspdocs.layout.fontfile").measure
    return Face(file, measure(file))
