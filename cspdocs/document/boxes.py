"""The edges of boxes: how thick their rules are and how much white space they keep from the text, in every format.

Word pads a box only where it has a rule, in whole points and at most 31 of them, and a rule at least a quarter of a point
thick. So a box without a rule at an edge has one there in the colour of its background, which nobody sees.
"""

from __future__ import annotations

from typing import Final

from cspdocs.document.nodes import Heading, Paragraph
from cspdocs.document.styles import BoxStyle, Style
from cspdocs.units import Length, pt
from cspdocs.values import frozen

_WIDEST_PADDING: Final = 31
_THICKEST: Final = 12.0
_UNSEEN: Final = pt(0.25)
_NOTHING: Final = Length(0)


@frozen
class Edge:
    """One edge of a box. Without a colour there is nothing: neither a rule nor white space."""

    rule: Length = _NOTHING
    colour: str = ""
    padding: Length = _NOTHING

    @property
    def depth(self) -> Length:
        """How far the text stands from the outer side of the edge."""
        return Length(self.rule + self.padding)


@frozen
class Edges:
    """The edges of a box."""

    top: Edge
    right: Edge
    bottom: Edge
    left: Edge


def edges_of(style: BoxStyle) -> Edges:
    """The edges of boxes in that style."""
    padding = pt(min(_WIDEST_PADDING, max(0, round(style.padding.pt))))
    unseen = Edge(_UNSEEN, style.fill, padding) if style.fill else Edge()
    eighths = round(style.rule.pt * 8)
    ruled = Edge(pt(min(_THICKEST, max(2, eighths) / 8)), style.rule_colour, padding) if eighths > 0 else unseen
    others = unseen if style.edge == "left" else ruled
    return Edges(others, others, others, ruled)


def list_step(style: Style, *, boxed: bool) -> Length:
    """How far a list in that style stands to the right of what it stands in; in a box its marks stand at the edge."""
    return Length(-style.first_line) if boxed and style.first_line < 0 else style.indent


def style_inside(block: Heading | Paragraph, style: BoxStyle) -> str:
    """The name of the style in which a heading or a paragraph is printed in a box."""
    if isinstance(block, Heading):
        return style.heading or block.style
    return (style.text if block.style == "Body" else "") or block.style
