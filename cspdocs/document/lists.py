"""How far in the words of a list stand, in every format."""

from __future__ import annotations

from typing import Final

LABEL_GAP: Final = 0.25
"""The least space between a mark and the words after it, in ems."""
_FEW_WORDS: Final = 10
"""The room of a few words, in ems."""
_A_WORD: Final = 4
"""The room of a short word, in ems."""


def fitted_step(step: float, room: float, size: float, widest: float) -> float:
    """How far the words of a list stand to the right of what the list stands in: the step of its style, or less.

    However deep the lists, a line keeps room for a few words; in a narrow column at least the mark hangs, and in the
    narrowest not even that.

    Args:
        step: The step of the style.
        room: The width of the column.
        size: Of the letters.
        widest: The width of the widest mark with the space after it.
    """
    return min(step, max(room - _FEW_WORDS * size, widest if room - widest > _A_WORD * size else 0.0))
