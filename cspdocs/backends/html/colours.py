"""Colours that can be read, by day and by night. All are `#rrggbb`."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable
from typing import Final

from cspdocs.document.contrast import contrast

READABLE: Final = 4.5
"""The least contrast of text with what it stands on (WCAG 2.2, 1.4.3)."""
BLACK: Final = "#000000"
WHITE: Final = "#ffffff"
_STEPS: Final = 50


def readable(colour: str, grounds: Iterable[str]) -> str:
    """The colour, or the nearest lighter or darker one of its hue, in which text can be read on all the grounds."""
    grounds = tuple(grounds)
    if _reads(colour, grounds):
        return colour
    hue, lightness, saturation = _parts(colour)
    lighter = min(contrast(WHITE, ground) for ground in grounds) > min(contrast(BLACK, ground) for ground in grounds)
    end = 1.0 if lighter else 0.0
    for step in range(1, _STEPS):
        nearer = _colour(hue, lightness + (end - lightness) * step / _STEPS, saturation)
        if _reads(nearer, grounds):
            return nearer
    return WHITE if lighter else BLACK


def on(ground: str) -> str:
    """Black or white, whichever can be read better on a ground. One of them always can be."""
    return max((BLACK, WHITE), key=lambda colour: contrast(colour, ground))


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two, with that share of the first."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(255 * (first * share + second * (1 - share))):02x}" for first, second in pairs)


def is_grey(colour: str) -> bool:
    """Whether a colour has next to no hue."""
    channels = _channels(colour)
    return max(channels) - min(channels) < 0.1


def at_night(colour: str) -> str:
    """The colour of text on a dark ground: as light as it was dark."""
    hue, lightness, saturation = _parts(colour)
    return _colour(hue, 0.95 - 0.6 * lightness, min(saturation, 0.7))


def filled_at_night(colour: str) -> str:
    """The colour of a filled area on a dark ground: dark, and of the same hue."""
    hue, lightness, saturation = _parts(colour)
    darker = lightness if lightness < 0.5 else 1.1 - lightness
    return _colour(hue, min(0.32, max(0.2, darker)), min(saturation, 0.5))


def ground_at_night(accent: str) -> str:
    """A ground for the night: nearly black, with a breath of the accent."""
    hue, _, saturation = _parts(accent)
    return _colour(hue, 0.09, min(saturation, 0.25))


def _reads(colour: str, grounds: Iterable[str]) -> bool:
    return all(contrast(colour, ground) >= READABLE for ground in grounds)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _parts(colour: str) -> tuple[float, float, float]:
    """Hue, lightness and saturation."""
    return colorsys.rgb_to_hls(*_channels(colour))


def _colour(hue: float, lightness: float, saturation: float) -> str:
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in colorsys.hls_to_rgb(hue, lightness, saturation))
