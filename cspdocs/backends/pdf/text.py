"""Text as PDF shows it: characters to the codes of font subsets. The fonts are ReportLab's."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cspdocs.backends.pdf.file import PdfFile
from cspdocs.layout.fonts import Face

_ESCAPED: Final = {0x28: "\\(", 0x29: "\\)", 0x5C: "\\\\", 0x0A: "\\n", 0x0D: "\\r"}


class TextEncoder:
    """Encodes the text of one file. A face becomes one or more subsets of at most 256 characters each."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._codes: dict[Face, _Codes] = {}

    def encode(self, text: str, face: Face) -> list[tuple[bytes, bytes]]:
        """The text in pieces, each with the name of the font that shows it, escaped as the inside of a PDF string."""
        codes = self._codes.get(face)
        if codes is None:
            codes = self._codes[face] = _Codes(_font(face.file), self._file)
        return codes.encode(text)


class _Codes(dict[int, str]):
    """Code point to its escaped code in the first subset; others are kept apart."""

    def __init__(self, font: TTFont, file: PdfFile) -> None:
        super().__init__()
        self._font = font
        self._file = file
        self._others: dict[str, tuple[int, str]] = {}
        self._names: dict[int, bytes] = {}

    def __missing__(self, point: int) -> str:
        character = chr(point)
        ((subset, data),) = self._font.splitString(character, self._file)
        code = _ESCAPED.get(data[0], chr(data[0]))
        if subset:
            self._others[character] = (subset, code)
            return ""
        self[point] = code
        return code

    def encode(self, text: str) -> list[tuple[bytes, bytes]]:
        """The text in pieces of one subset each: its name, and the escaped codes."""
        encoded = text.translate(self)
        if not self._others or self._others.keys().isdisjoint(text):
            return [(self._name(0), encoded.encode("latin-1"))]
        pieces: list[tuple[int, str]] = []
        for character in text:
            subset, code = self._others.get(character) or (0, self[ord(character)])
            if pieces and pieces[-1][0] == subset:
                code = pieces.pop()[1] + code
            pieces.append((subset, code))
        return [(self._name(subset), piece.encode("latin-1")) for subset, piece in pieces]

    def _name(self, subset: int) -> bytes:
        """The name by which pages know a subset."""
        name = self._names.get(subset)
        if name is None:
            name = self._names[subset] = self._font.getSubsetInternalName(subset, self._file).encode()
        return name


@lru_cache(maxsize=256)
def _font(file: Path) -> TTFont:
    # Two templates may bring different files with one name inside, so the path is the name here.
    font = TTFont(str(file), str(file), shapable=False, asciiReadable=False)
    pdfmetrics.registerFont(font)
    return font
