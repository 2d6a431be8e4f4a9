"""Paragraph styles as WordprocessingML."""

from __future__ import annotations

import re
from typing import Final

from cspdocs.backends.docx.house.writing import HouseWriter
from cspdocs.backends.docx.markup import attribute, hexadecimal
from cspdocs.backends.docx.styles.book import Frame, StyleBook
from cspdocs.backends.docx.styles.elements import Properties, Property, changes, write_properties
from cspdocs.backends.docx.styles.gallery import HIDDEN, is_built_in, listing
from cspdocs.backends.docx.styles.names import LIST_STYLES, style_id, word_name
from cspdocs.backends.docx.styles.properties import character_properties, paragraph_properties, tab_stop
from cspdocs.document.beside import GAP
from cspdocs.document.boxes import Edge
from cspdocs.document.styles import Style
from cspdocs.units import Length

_HEADING: Final = re.compile(r"Heading ([1-9])")
_FOLLOWED_BY_TEXT: Final = ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Contents Heading", "Caption")
_NUMBERED: Final = {"List Bullet": "1", "List Number": "2"}


def write_paragraph_style(style: Style, book: StyleBook, house: HouseWriter | None) -> str:
    """A style that says only how it differs from the one it is based on, so that a change there reaches it."""
    name = style.name
    shown = word_name(name)
    if house and name in house.looks:
        return house.write("paragraph", shown, _patch(style, book, house))
    parent = None if name == "Body" else book.style(style.based_on if style.based_on in book.styles else "Body")
    default = ' w:default="1"' if name == "Body" else ""
    custom = "" if is_built_in(shown) else ' w:customStyle="1"'
    helping = name not in book.sheet.styles and name not in LIST_STYLES
    parts = [
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{style_id(name)}">',
        f'<w:name w:val="{attribute(shown)}"/>',
        f'<w:basedOn w:val="{style_id(parent.name)}"/>' if parent else "",
        '<w:next w:val="Normal"/>' if name in _FOLLOWED_BY_TEXT else "",
        HIDDEN if helping else listing(shown),
        write_properties("pPr", _paragraph_changes(style, parent, book)),
        write_properties("rPr", _character_changes(style, parent or book.ground, book)),
        "</w:style>",
    ]
    return "".join(parts)


def _paragraph_changes(style: Style, parent: Style | None, book: StyleBook) -> Properties:
    """What is to be said of paragraphs, because the parent says otherwise or nothing."""
    own = paragraph_properties(style)
    changed = changes(own, paragraph_properties(parent or book.ground))
    if _HEADING.fullmatch(style.name) and "before" in changed.get("spacing", Property()).attributes:
        # LibreOffice 7.4 forgets what a heading inherits below it where it says what is above.
        changed["spacing"] = Property({**changed["spacing"].attributes, "after": own["spacing"].attributes["after"]})
    tabs = _tabs(style, parent, book)
    level = _outline_level(style, parent, book)
    return {
        **changed,
        **_counted(style.name, book),
        **_boxed(style, book, changed.get("ind", Property())),
        **({"tabs": tabs} if tabs else {}),
        **({"framePr": _frame(book.frames[style.name])} if style.name in book.frames else {}),
        # Whoever goes on with a list goes on in the style of its last paragraph, whose white space belongs below the list.
        **({"contextualSpacing": Property()} if style.name in book.endings else {}),
        **({"outlineLvl": level} if level else {}),
    }


def _character_changes(style: Style, parent: Style, book: StyleBook) -> Properties:
    return changes(*(character_properties(look, book.sheet, book.theme) for look in (style, parent)))


def _patch(style: Style, book: StyleBook, house: HouseWriter) -> dict[str, Properties]:
    """What a house style must say otherwise in our file: what belongs to lists, to our paper, and to headings alone."""
    look = house.looks[style.name]
    paragraph = changes(paragraph_properties(style), paragraph_properties(look))
    tabs = _tabs(style, look, book)
    if tabs:
        paragraph["tabs"] = tabs
    shown = word_name(style.name)
    if style.name in LIST_STYLES and house.says(shown, "contextualSpacing") == "1":
        paragraph["contextualSpacing"] = Property({"val": "0"})
    paragraph |= _counted(style.name, book)
    level = _heading_level(style.name, book)
    if str(level) != (house.says(shown, "outlineLvl") or "9"):
        paragraph["outlineLvl"] = Property({"val": str(level)})
    return {"pPr": paragraph, "rPr": _character_changes(style, look, book)}


def _counted(name: str, book: StyleBook) -> Properties:
    """The list, and the level of it, that paragraphs of a style belong to; nothing where they belong to none."""
    if name in _NUMBERED:
        return {"numPr": Property(children=(("numId", Property({"val": _NUMBERED[name]})),))}
    counted = book.counted.get(name)
    if counted is None or not counted.bound:
        # A style takes its list from the one that it is based on, unless it says that it has none.
        return {"numPr": Property(children=(("numId", Property({"val": "0"})),))} if _inherits(name, book) else {}
    level = (("ilvl", Property({"val": str(counted.level)})),) if counted.level else ()
    return {"numPr": Property(children=(*level, ("numId", Property({"val": str(counted.instance)}))))}


def _inherits(name: str, book: StyleBook) -> bool:
    """Whether a style without a number is based on one that has one."""
    base = book.style(name).based_on
    if not base or base == name:
        return False
    counted = book.counted.get(base)
    return counted.instance > 0 if counted and counted.bound else _inherits(base, book)


def _boxed(style: Style, book: StyleBook, indents: Property) -> Properties:
    """The rules and the background of the box that paragraphs of a style stand in, and where it ends at the right."""
    boxed = book.boxed.get(style.name)
    if boxed is None:
        return {}
    edges, fill = boxed.box.edges, boxed.box.style.fill
    slim = int(boxed.slim)
    # An edge that is not spoken of is that of the style this one is based on.
    drawn = (
        ("top", edges.top if boxed.top else None, slim),
        ("left", edges.left, 0),
        ("bottom", edges.bottom if boxed.bottom else None, slim),
        ("right", edges.right, 0),
    )
    open_edge = Property({"val": "nil"})
    rules = tuple((side, _rule(edge, less) if edge else open_edge) for side, edge, less in drawn if not edge or edge.colour)
    return {
        "ind": Property({**indents.attributes, "right": str(boxed.box.right.twips)}),
        **({"pBdr": Property(children=rules)} if rules else {}),
        **({"shd": Property({"val": "clear", "color": "auto", "fill": hexadecimal(fill)})} if fill else {}),
    }


def _rule(edge: Edge, less: int) -> Property:
    """A rule in eighths of a point, and its distance from the text in points."""
    space = max(0, round(edge.padding.pt) - less)
    return Property({
        "val": "single", "sz": str(round(edge.rule.pt * 8)), "space": str(space), "color": hexadecimal(edge.colour)
    })  # fmt: skip


def _frame(frame: Frame) -> Property:
    """A frame that begins with the paragraph that follows it, with text at its other side.

    White space above and below a frame (`w:vSpace`) would push aside the lines above it too.
    """
    place = {"wrap": "around", "vAnchor": "text", "hAnchor": "margin", "xAlign": frame.side, "y": "1"}
    return Property({"w": str(frame.width.twips), "hSpace": str(GAP.twips), **place})


def _tabs(style: Style, parent: Style | None, book: StyleBook) -> Property | None:
    """The tab stop of the style, and that of its parent taken away; `None` where both have the same."""
    own = _tab_position(style, book)
    inherited = _tab_position(parent, book) if parent else None
    if own == inherited:
        return None
    tabs = [tab_stop(inherited, "clear")] if inherited is not None else []
    if own is not None:
        tabs.append(tab_stop(own, style.tab_align, dotted=style.tab_leader == "dots"))
    return Property(children=tuple(tabs))


def _tab_position(style: Style, book: StyleBook) -> int | None:
    """The tab stop in twips from the left margin, `None` for none."""
    if style.tab is None:
        return None
    if style.tab > 0:
        return style.tab.twips
    width = book.widths.get(style.name) or book.sheet.pages["Page"].text_width
    return Length(width + style.tab).twips


def _heading_level(name: str, book: StyleBook) -> int:
    """The level of a heading from 0, by which Word finds it; 9 for any other style."""
    heading = _HEADING.fullmatch(name)
    return (int(heading[1]) if heading else book.levels.get(name, 10)) - 1


def _outline_level(style: Style, parent: Style | None, book: StyleBook) -> Property | None:
    """The level of a heading; a style that only looks like a heading is none, and says so."""
    level = _heading_level(style.name, book)
    return Property({"val": str(level)}) if level < 9 or (parent and _heading_level(parent.name, book) < 9) else None
