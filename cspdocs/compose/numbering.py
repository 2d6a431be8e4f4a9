"""Numbers of headings and paragraphs: 2, 2.1, 2.1.3; Appendix A, A.1.

Paragraphs count with the headings inside a section: after the paragraphs 2.1 and 2.2 comes the heading 2.3, and below it
2.3.1. So no two things have one number, however deep the sections go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from cspdocs.document.nodes import Block, Heading, Paragraph
from cspdocs.values import define, evolve

Numbered = Literal["none", "headings", "paragraphs"]
Role = Literal["numbered", "unnumbered", "appendix"]
"""What a section is to the numbering."""

_LETTERS: Final = 26


@define
class Numbering:
    """Counts through a document. `appendix` is how the template calls one, with `{letter}` in it."""

    way: Numbered
    appendix: str
    letters: int = 0
    counts: tuple[int, ...] = ()
    """How many there are so far of each level, outermost first, below the present heading and those above it."""
    above: tuple[int, ...] = ()
    """The levels of the present heading and of those above it, as far as they are numbered."""
    lettered: tuple[int, str] = (0, "")
    """Of the appendix at hand, the level of its heading and its letter."""
    kept: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    """Counts and levels where an appendix began, which go on after it."""
    silent: int = 0
    """The level of the heading below which nothing is numbered; 0 for none."""

    def number(self, blocks: Sequence[Block], role: Callable[[str], Role]) -> list[Block]:
        """The blocks with their numbers. `role` says what the part below a heading is, by the heading's anchor."""
        return [self._block(block, role) for block in blocks]

    def _block(self, block: Block, role: Callable[[str], Role]) -> Block:
        match block:
            case Heading():
                number = self._heading(block.level, role(block.anchor))
            case Paragraph(content, "Body") if content and self._counts_paragraphs:
                number = self._count()
            case _:
                return block
        return evolve(block, number=number) if number else block

    @property
    def _counts_paragraphs(self) -> bool:
        return self.way == "paragraphs" and not self.silent and bool(self.above or self.lettered[1])

    def _heading(self, level: int, role: Role) -> str:
        if level <= self.silent:
            self.silent = 0
        if level <= self.lettered[0]:
            self.lettered, (self.counts, self.above) = (0, ""), self.kept
        if role == "unnumbered" or self.silent:
            self.silent = self.silent or level
            return ""
        self.above = tuple(other for other in self.above if other < level)
        if role == "appendix":
            return self._letter(level)
        if self.way == "none":
            return ""
        number = self._count()
        self.above = (*self.above, level)
        return number

    def _letter(self, level: int) -> str:
        self.letters += 1
        turns, place = divmod(self.letters - 1, _LETTERS)
        self.lettered = (level, chr(ord("A") + place) * (turns + 1))
        self.kept, self.counts, self.above = (self.counts, self.above), (), ()
        return self.appendix.replace("{letter}", self.lettered[1])

    def _count(self) -> str:
        """The next number below the present heading."""
        inside = len(self.above)
        self.counts = (*self.counts[:inside], sum(self.counts[inside : inside + 1]) + 1)
        return ".".join(filter(None, (self.lettered[1], *map(str, self.counts))))
