"""Table styles as WordprocessingML."""

from __future__ import annotations

from typing import Final

from cspdocs.backends.docx.markup import attribute, hexadecimal
from cspdocs.backends.docx.styles.names import table_style_id, table_style_name
from cspdocs.document.styles import TableStyle
from cspdocs.units import Length

_ALIGNED: Final = {"top": "top", "middle": "center", "bottom": "bottom"}
_SIDES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


def write_table_style(style: TableStyle) -> str:
    """The style's markup: rules, the white space inside cells, where their text stands, and how the first row differs.

    The first row has a format of its own even where it looks like the others: by it Word and screen readers know the
    row of headers, repeated or not. Bold letters there are the paragraph style's matter.
    """
    shading = ""
    if style.header_fill:
        shading = f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(style.header_fill)}"/>'
    first = f"<w:tcBorders>{_border('bottom', style)}</w:tcBorders>{shading}"
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{table_style_id(style.name)}">'
        f'<w:name w:val="{attribute(table_style_name(style.name))}"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="99"/>'
        f"<w:tblPr>{table_borders(style)}{cell_margins(style)}</w:tblPr><w:tcPr>{text_alignment(style)}</w:tcPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>{first}</w:tcPr></w:tblStylePr></w:style>'
    )


def table_borders(style: TableStyle) -> str:
    """The rules around a table and between its cells."""
    return f"<w:tblBorders>{''.join(_border(side, style) for side in _SIDES)}</w:tblBorders>"


def cell_margins(style: TableStyle) -> str:
    """The white space inside cells."""
    return (
        f"<w:tblCellMar>{_margin('top', style.padding_top)}{_margin('left', style.padding_left)}"
        f"{_margin('bottom', style.padding_bottom)}{_margin('right', style.padding_right)}</w:tblCellMar>"
    )


def text_alignment(style: TableStyle) -> str:
    """Where the text of a cell stands."""
    return f'<w:vAlign w:val="{_ALIGNED[style.vertical_align]}"/>'


def _border(side: str, style: TableStyle) -> str:
    if not style.rule:
        return f'<w:{side} w:val="nil"/>'
    # Rules are measured in eighths of a point, from a quarter of a point to twelve points.
    eighths = min(96, max(2, round(style.rule.pt * 8)))
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{hexadecimal(style.rule_colour)}"/>'


def _margin(side: str, room: Length) -> str:
    return f'<w:{side} w:w="{room.twips}" w:type="dxa"/>'
