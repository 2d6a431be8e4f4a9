"""About how wide words are, where no font is at hand: rather too much than too little, in any common sans serif."""

from __future__ import annotations

from typing import Final

_NARROW: Final = dict.fromkeys("ijl.,:;'|!\u2019\u2018 \u00a0\u00b7", 0.28) | dict.fromkeys(
    'frtI()[]{}/\\-\u2011*\u201c\u201d"\u2022\u25e6\u25aa', 0.36
)
_WIDE: Final = dict.fromkeys("mM%", 0.9) | dict.fromkeys("W@\u2014\u2026", 1.03) | dict.fromkeys("wGOQCDHNUR&", 0.79)
_KNOWN: Final = _NARROW | _WIDE
_CAPITAL: Final = 0.68
_OTHER: Final = 0.57
_UNKNOWN: Final = 1.0
"""Ideographs and pictures; letters of other alphabets are narrower."""
_BOLD: Final = 1.08
_TOLERANCE: Final = 1e-6


def text_width(text: str, size: float = 1.0, *, bold: bool = False) -> float:
    """The width of words in letters of that size, in the same unit."""
    width = sum(_KNOWN.get(character) or _letter(character) for character in text)
    return width * size * (_BOLD if bold else 1.0)


def wrap_text(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The words in lines of at most that width, at least one. A word that is wider alone stands on a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, bold=bold) <= width + _TOLERANCE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def _letter(character: str) -> float:
    if character.isupper():
        return _CAPITAL
    return _OTHER if ord(character) < 0x2000 else _UNKNOWN
