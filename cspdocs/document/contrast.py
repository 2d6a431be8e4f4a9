"""How well colours can be told apart, by WCAG 2.1. Colours are `#rrggbb`."""

from __future__ import annotations

from functools import cache
from typing import Final

_WEIGHTS: Final = (0.2126, 0.7152, 0.0722)


@cache
def luminance(colour: str) -> float:
    """The relative luminance of a colour, from 0 for black to 1 for white."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip(_WEIGHTS, linear, strict=True))


def contrast(colour: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(colour), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def with_contrast(colour: str, background: str, least: float) -> str:
    """The colour, made as much darker, or lighter on a dark background, as that contrast with the background asks for."""
    towards = 0 if contrast("#000000", background) > contrast("#ffffff", background) else 255
    parts = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    while contrast(colour, background) < least and set(parts) != {towards}:
        parts = [part + _step(towards - part) for part in parts]
        colour = "#" + "".join(f"{part:02x}" for part in parts)
    return colour


def _step(distance: int) -> int:
    """A tenth of the distance, but at least a step."""
    step = round(distance / 10)
    return step or (distance > 0) - (distance < 0)
