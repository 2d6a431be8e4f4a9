"""How colours are seen beside one another, and by eyes that tell red from green badly."""

from __future__ import annotations

import math
from typing import Final, TypeAlias

from cspdocs.document.contrast import contrast

Triple: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[Triple, Triple, Triple]

WHITE: Final = "#ffffff"

NORMAL: Final[Matrix] = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
COLOUR_BLIND: Final[dict[str, Matrix]] = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
"""What becomes of linear red, green and blue in the two common kinds of colour blindness (Machado, Oliveira and Fernandes,
"A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.0)."""


def difference(one: str, other: str, sight: Matrix = NORMAL) -> float:
    """How far apart two colours look: 0.02 can just be told when side by side, 0.1 is plain (distance in Oklab)."""
    return math.dist(_oklab(_seen(one, sight)), _oklab(_seen(other, sight)))


def nearest_readable(text: str, background: str, ratio: float) -> str:
    """The shade of `text` nearest to it that has the contrast ratio; black or white where no other has it."""
    end = "#000000" if contrast("#000000", background) >= contrast(WHITE, background) else WHITE
    shades = (_mixed(text, end, step / 100) for step in range(101))
    return next((shade for shade in shades if contrast(shade, background) >= ratio), end)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _linear(colour: str) -> Triple:
    red, green, blue = (
        channel / 255 / 12.92 if channel <= 10 else ((channel / 255 + 0.055) / 1.055) ** 2.4 for channel in _channels(colour)
    )
    return red, green, blue


def _seen(colour: str, sight: Matrix) -> Triple:
    red, green, blue = _multiplied(sight, _linear(colour))
    return min(1, max(0, red)), min(1, max(0, green)), min(1, max(0, blue))


def _oklab(linear: Triple) -> Triple:
    """Lightness and two axes of colour (Ottosson, "A perceptual color space for image processing", 2020)."""
    cones = _multiplied(
        (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        ),
        linear,
    )
    return _multiplied(
        (
            (0.2104542553, 0.7936177850, -0.0040720468),
            (1.9779984951, -2.4285922050, 0.4505937099),
            (0.0259040371, 0.7827717662, -0.8086757660),
        ),
        (math.cbrt(cones[0]), math.cbrt(cones[1]), math.cbrt(cones[2])),
    )


def _multiplied(matrix: Matrix, vector: Triple) -> Triple:
    first, second, third = (sum(one * other for one, other in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _mixed(colour: str, end: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(end), strict=True)
    return "#" + bytes(round(one + (other - one) * share) for one, other in pairs).hex()
