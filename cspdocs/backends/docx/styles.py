"""The styles of a Word file: word/styles.xml, derived from the style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from cspdocs.backends.docx.markup import attribute
from cspdocs.backends.docx.namespaces import DECLARATION, W
from cspdocs.backends.docx.numbering import first_line
from cspdocs.backends.docx.story import EMPHASIS, HYPERLINK, STRONG, Look
from cspdocs.backends.docx.stylebook import CLEARING, SECTION_END, Frame, StyleBook, hexadecimal, style_id, word_name
from cspdocs.backends.docx.tablestyles import write_table_style
from cspdocs.document.beside import GAP
from cspdocs.document.styles import FontFamily, Style, StyleSheet
from cspdocs.units import Length, pt

_HEADING: Final = re.compile(r"Heading ([1-9])")
_JUSTIFICATION: Final = {"left": "left", "centre": "center", "right": "right"}
_FOLLOWED_BY_TEXT: Final = ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Contents Heading", "Caption")
_NUMBERED: Final = {"List Bullet": 1, "List Number": 2}

_LATENT: Final = (
    ("Normal", 0, True), ("heading 1", 9, True), ("heading 2", 9, True), ("heading 3", 9, True), ("heading 4", 9, True),
    ("toc 1", 39, False), ("toc 2", 39, False), ("toc 3", 39, False), ("caption", 35, True), ("Title", 10, True),
    ("Subtitle", 11, True), ("Strong", 22, True), ("Emphasis", 20, True), ("Quote", 29, True),
    ("List Paragraph", 34, True), ("TOC Heading", 39, True), ("header", 99, False), ("footer", 99, False),
    ("List Bullet", 99, True), ("List Number", 99, True), ("List Continue", 99, False), ("List Continue 2", 99, False),
    ("List Continue 3", 99, False), ("List Continue 4", 99, False), ("List Continue 5", 99, False),
    ("Table Grid", 39, False), ("Placeholder Text", 99, False),
)  # fmt: skip
"""Styles that Word knows: name, place in its lists, and whether it is offered first."""

_OFFERED: Final = {*(name for name, _, offered in _LATENT if offered), "Table Text", "Table Heading"}
_PRIORITIES: Final = {name: priority for name, priority, _ in _LATENT}


def styles_part(book: StyleBook, looks: Iterable[tuple[Look, str]], language: str) -> str:
    """The part's markup: defaults, the styles Word knows but the file does not use, and the file's own."""
    sheet = book.sheet
    body = book.style("Body")
    paragraphs = "".join(_paragraph_style(style, book) for style in book.styles.values())
    named = {STRONG: "Strong", EMPHASIS: "Emphasis", HYPERLINK: "Hyperlink", **dict(looks)}
    characters = "".join(_character_style(look, name, sheet) for look, name in named.items() if name)
    tables = "".join(write_table_style(table) for table in sheet.tables.values())
    return (
        f'{DECLARATION}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_font(body, sheet)}'
        f'{_size(body)}<w:lang w:val="{attribute(language)}" w:eastAsia="{attribute(language)}" w:bidi="ar-SA"/></w:rPr>'
        f"</w:rPrDefault><w:pPrDefault/></w:docDefaults>{_latent_styles()}{paragraphs}"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        f"{characters}"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        f"{tables}</w:styles>"
    )


def _latent_styles() -> str:
    exceptions = "".join(
        f'<w:lsdException w:name="{name}" w:uiPriority="{priority}" w:qFormat="{int(offered)}"/>'
        for name, priority, offered in _LATENT
    )
    return (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0"'
        f' w:defQFormat="0" w:count="376">{exceptions}</w:latentStyles>'
    )


def _paragraph_style(style: Style, book: StyleBook) -> str:
    """A style that says only how it differs from the one it is based on, so that a change there reaches it."""
    name = style.name
    parent = None if name == "Body" else book.style(style.based_on if style.based_on in book.styles else "Body")
    default = ' w:default="1"' if name == "Body" else ""
    shown = word_name(name)
    custom = "" if shown in _PRIORITIES else ' w:customStyle="1"'
    parts = [
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style_id(name)}">',
        f'<w:name w:val="{attribute(shown)}"/>',
        f'<w:basedOn w:val="{style_id(parent.name)}"/>' if parent else "",
        '<w:next w:val="Normal"/>' if name in _FOLLOWED_BY_TEXT else "",
        f'<w:uiPriority w:val="{_PRIORITIES.get(shown, 99)}"/>' if parent else "",
        "<w:semiHidden/>" if name in (SECTION_END, CLEARING) else "",
        "<w:qFormat/>" if shown in _OFFERED else "",
        f"<w:pPr>{_paragraph_properties(style, parent, book)}</w:pPr>",
        f"<w:rPr>{_run_properties(style, parent, book.sheet)}</w:rPr></w:style>",
    ]
    return "".join(parts)


def _paragraph_properties(style: Style, parent: Style | None, book: StyleBook) -> str:
    """The properties in the order that the schema asks for, without those that the parent has as well."""
    number = _NUMBERED.get(style.name)
    own, inherited = _paragraph_groups(style), _paragraph_groups(parent) if parent else ("",) * 6
    keep_next, keep_lines, widows, spacing, indent, align = (
        group if group != other else "" for group, other in zip(own, inherited, strict=True)
    )
    numbering = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' if number else ""
    tabs = _tabs(style, parent, book)
    frame = _frame(book.frames[style.name]) if style.name in book.frames else ""
    return f"{keep_next}{keep_lines}{frame}{widows}{numbering}{tabs}{spacing}{indent}{align}{_outline_level(style, parent)}"


def _frame(frame: Frame) -> str:
    """A frame that begins with the paragraph that follows it, with text at its other side.

    White space above and below a frame (`w:vSpace`) would push aside the lines above it too.
    """
    return (
        f'<w:framePr w:w="{frame.width.twips}" w:hSpace="{GAP.twips}" w:wrap="around"'
        f' w:vAnchor="text" w:hAnchor="margin" w:xAlign="{frame.side}" w:y="1"/>'
    )


def _paragraph_groups(style: Style) -> tuple[str, ...]:
    """Keeping with the next, keeping together, widows, spacing, indents and alignment, each said outright."""
    # Fonts of one point differ in how they are rounded, so the lines of that size are fixed.
    height, rule = (20, "exact") if style.size <= pt(1) else (round(240 * style.line_spacing), "auto")
    space = f'w:before="{style.space_before.twips}" w:after="{style.space_after.twips}"'
    return (
        _switch("keepNext", style.keep_with_next),
        _switch("keepLines", style.keep_together),
        _switch("widowControl", style.widow_control),
        f'<w:spacing {space} w:line="{height}" w:lineRule="{rule}"/>',
        f'<w:ind w:left="{style.indent.twips}" {first_line(style.first_line)}/>',
        f'<w:jc w:val="{_JUSTIFICATION[style.align]}"/>',
    )


def _run_properties(style: Style, parent: Style | None, sheet: StyleSheet) -> str:
    """The properties of characters, in the order of the schema. The defaults of the file hold Body's font and size."""
    own = _run_groups(style, sheet)
    inherited = _run_groups(parent, sheet) if parent else (own[0], "", "", "", own[4])
    return "".join(group for group, other in zip(own, inherited, strict=True) if group != other)


def _run_groups(style: Style, sheet: StyleSheet) -> tuple[str, ...]:
    colour = "auto" if style.colour in ("#000000", "#000") else hexadecimal(style.colour)
    return (
        _font(style, sheet),
        _switch("b", style.bold) + _switch("bCs", style.bold),
        _switch("i", style.italic) + _switch("iCs", style.italic),
        f'<w:color w:val="{colour}"/>',
        _size(style),
    )


def _tabs(style: Style, parent: Style | None, book: StyleBook) -> str:
    own = _tab_position(style, book)
    inherited = _tab_position(parent, book) if parent else None
    if own == inherited:
        return ""
    tabs = f'<w:tab w:val="clear" w:pos="{inherited}"/>' if inherited is not None else ""
    if own is not None:
        leader = ' w:leader="dot"' if style.tab_leader == "dots" else ""
        tabs += f'<w:tab w:val="{style.tab_align}"{leader} w:pos="{own}"/>'
    return f"<w:tabs>{tabs}</w:tabs>"


def _tab_position(style: Style, book: StyleBook) -> int | None:
    """The tab stop in twips from the left margin, `None` for none."""
    if style.tab is None:
        return None
    if style.tab > 0:
        return style.tab.twips
    width = book.widths.get(style.name) or book.sheet.pages["Page"].text_width
    return Length(width + style.tab).twips


def _outline_level(style: Style, parent: Style | None) -> str:
    """The level of a heading, by which Word finds it; a style that only looks like a heading is none."""
    heading = _HEADING.fullmatch(style.name)
    if heading:
        return f'<w:outlineLvl w:val="{int(heading[1]) - 1}"/>'
    return '<w:outlineLvl w:val="9"/>' if parent and _HEADING.fullmatch(parent.name) else ""


def _switch(element: str, on: bool) -> str:
    return f"<w:{element}/>" if on else f'<w:{element} w:val="0"/>'


def _size(style: Style) -> str:
    half_points = max(2, round(style.size.pt * 2))
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _font(style: Style, sheet: StyleSheet) -> str:
    """The font: that of the theme for text, so that it can be changed in one place."""
    body, family = sheet.fonts["body"], _family(style, sheet)
    if family.word == body.word:
        return (
            '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi"'
            ' w:cstheme="minorBidi"/>'
        )
    name = attribute(family.word)
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _family(style: Style, sheet: StyleSheet) -> FontFamily:
    return sheet.fonts.get(style.font, sheet.fonts["body"])


def _character_style(look: Look, name: str, sheet: StyleSheet) -> str:
    properties = "<w:b/><w:bCs/>" if look.strong else ""
    properties += "<w:i/><w:iCs/>" if look.emphasis else ""
    if look.link:
        properties += f'<w:color w:val="{hexadecimal(sheet.link_colour)}"/>'
    if look.link == HYPERLINK.link:
        properties += '<w:u w:val="single"/>'
    known = {"Strong": 22, "Emphasis": 20, "Hyperlink": 99}
    custom = "" if name in known else ' w:customStyle="1"'
    quick = "<w:qFormat/>" if name in ("Strong", "Emphasis") else ""
    return (
        f'<w:style w:type="character"{custom} w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="{known.get(name, 99)}"/>{quick}'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )
