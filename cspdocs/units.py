"""Lengths: one type for points, millimetres, inches, EMU and twips."""

from __future__ import annotations

import re
from typing import Self

_EMU = {"pt": 12700, "mm": 36000, "cm": 360000, "in": 914400, "twip": 635, "emu": 1}
_WRITTEN = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in|twip|emu)", re.ASCII)


class Length(int):
    """A length, held as a whole number of English Metric Units (914,400 to the inch).

    EMU is the one unit in which points, millimetres, inches and twips are all whole numbers,
    so that no length changes by being converted. Make one with `pt`, `mm`, `inch` or
    `Length.parse("2.54 cm")`.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """The length written as `text`: a number and a unit (pt, mm, cm, in, twip, emu).

        Raises:
            ValueError: if `text` is not a number followed by one of these units.
        """
        written = _WRITTEN.fullmatch(text.strip())
        if written is None:
            raise ValueError('a length is a number and a unit, such as "12 pt", "25.4 mm" or "1 in"')
        return cls(round(float(written[1]) * _EMU[written[2]]))

    @property
    def pt(self) -> float:
        """The length in points, 72 to the inch."""
        return self / 12700

    @property
    def mm(self) -> float:
        """The length in millimetres."""
        return self / 36000

    @property
    def inch(self) -> float:
        """The length in inches."""
        return self / 914400

    @property
    def emu(self) -> int:
        """The length in English Metric Units."""
        return int(self)

    @property
    def twips(self) -> int:
        """The length in whole twips, 20 to the point, as WordprocessingML writes it."""
        return round(self / 635)

    def __str__(self) -> str:
        return f"{self / 12700:.5f}".rstrip("0").rstrip(".") + " pt"

    def __repr__(self) -> str:
        return f"Length.parse({str(self)!r})"


def pt(number: float) -> Length:
    """`number` points as a length."""
    return Length(round(number * 12700))


def mm(number: float) -> Length:
    """`number` millimetres as a length."""
    return Length(round(number * 36000))


def inch(number: float) -> Length:
    """`number` inches as a length."""
    return Length(round(number * 914400))
