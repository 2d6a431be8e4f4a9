"""The words in which a plan states how its actions stand."""

from __future__ import annotations

from typing import Final, Literal

from cspdocs.records.fields import key, optional
from cspdocs.values import frozen

Shape = Literal["circle", "ring", "square", "box", "triangle", "down-triangle", "diamond"]

SHAPES: Final[dict[str, str]] = {
    "circle": "\u25cf",
    "ring": "\u25cb",
    "square": "\u25a0",
    "box": "\u25a1",
    "triangle": "\u25b2",
    "down-triangle": "\u25bc",
    "diamond": "\u25ca",
}
"""Shape to the character that draws it. Only characters that Arial, Arimo and Liberation Sans all have."""


@frozen(kw_only=True)
class Status:
    """One word of the vocabulary, with the shape and colour that always go with it.

    A status is never told by colour alone (WCAG 2.2, 1.4.1): the word is printed, with the shape before it.
    """

    word: str = key("The word that is printed, such as on track.")
    meaning: str = optional("What the word means, for readers and for partners who choose it.", "")
    colour: str = optional("A colour of the template's palette, or #rrggbb, that fills the cell.", "")
    shape: Shape = optional("The mark printed before the word.", "circle")
    closes: bool = optional("yes when an action with this status needs no more work.", False)

    @property
    def mark(self) -> str:
        """The character that draws the shape."""
        return SHAPES[self.shape]
