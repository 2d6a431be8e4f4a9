"""What stands in a file, before any class says what it means: texts, mappings and lists, each with its place."""

from __future__ import annotations

from typing import TypeAlias

from cspdocs.values import define


@define
class TextNode:
    """A text exactly as it was typed. Not frozen, because freezing doubles the time of making one."""

    text: str
    line: int
    column: int
    quoted: bool = True

    @property
    def absent(self) -> bool:
        """Whether nothing was written, as after the colon of `update:`. Quotes make an empty text a text."""
        return not (self.text or self.quoted)


@define
class MappingNode:
    """Keys and what stands after them, in the order of the file; a key given twice is there twice."""

    entries: list[tuple[TextNode, Node]]
    line: int
    column: int
    flow: bool = False
    """Whether it is written in braces."""


@define
class ListNode:
    """Entries in the order of the file."""

    items: list[Node]
    line: int
    column: int
    flow: bool = False
    """Whether it is written in brackets."""


Node: TypeAlias = TextNode | MappingNode | ListNode
