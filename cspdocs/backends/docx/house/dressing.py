"""A style sheet dressed in house styles: what its styles look like once those of the reference have taken their places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cspdocs.backends.docx.house.reading import HouseStyle, HouseStyles, read_house_styles
from cspdocs.backends.docx.styles.book import House, StyleBook
from cspdocs.backends.docx.styles.elements import Properties, Property, merge
from cspdocs.backends.docx.styles.names import LIST_STYLES, table_style_name, word_name
from cspdocs.backends.docx.styles.properties import PLAIN
from cspdocs.backends.docx.styles.theme import plain_theme
from cspdocs.document.styles import Align, Reference, Style, StyleSheet, TableStyle
from cspdocs.units import Length, pt
from cspdocs.values import define, evolve, field, fields

_ALIGNMENT: Final[dict[str, Align]] = {"center": "centre", "right": "right"}
_FONT_LINE: Final = 1.15
"""The height of a line as a multiple of the font size, in any common typeface."""
_WORD_FONT: Final = "Times New Roman"
_WORD_SIZE: Final = pt(10)
"""What Word takes for text of which not even the defaults of the file say anything."""
_TABBED: Final = ("Contents 1", "Contents 2", "Contents 3", "Definition")
"""Styles whose paragraphs have a tab in them."""
_LOOKS: Final = tuple(field.name for field in fields(Style) if field.name not in ("name", "based_on"))


def dress(sheet: StyleSheet, reference: Reference) -> StyleBook:
    """The styles of a Word file that takes house styles from a reference, and all others from the style sheet.

    Raises:
        RenderError: if the reference cannot be read.
    """
    return _Dresser(sheet, read_house_styles(reference)).dressed()


@define
class _Dresser:
    """Works out looks."""

    sheet: StyleSheet
    house: HouseStyles
    found: dict[str, Style] = field(factory=dict)
    worn: dict[str, Style] = field(factory=dict)
    _typefaces: dict[str, str] = field(factory=dict)
    _dressed: dict[str, Style] = field(factory=dict)

    def dressed(self) -> StyleBook:
        for name in dict.fromkeys((*self.sheet.styles, *LIST_STYLES)):
            style = self.house.find("paragraph", word_name(name))
            if style:
                paragraph, characters = self._merged(style)
                self.found[name] = self._look(name, paragraph, characters)
                self.worn[name] = self._worn(name, contextual=_is_on(paragraph.get("contextualSpacing")))
        styles = {name: self._style(name) for name in self.sheet.styles}
        body = self.sheet.fonts["body"]
        families = {role: evolve(body, name=face, word=face) for face, role in self._typefaces.items()}
        sheet = evolve(
            self.sheet,
            styles=styles,
            tables={name: self._table(table) for name, table in self.sheet.tables.items()},
            fonts={**families, **self.sheet.fonts},
            link_colour=self._link_colour(),
        )
        return StyleBook(sheet, House(self.house, self._ground(), self.found, self.worn))

    def _ground(self) -> Style:
        """The look of text of which the styles say nothing."""
        defaults = self.house.defaults or {}
        return self._look("Body", defaults.get("pPr", {}), defaults.get("rPr", {}))

    def _style(self, name: str) -> Style:
        """The style in effect: the house's, or the sheet's differences upon the one in effect that it is based on."""
        if name not in self._dressed:
            # In a circle, which no template has, it stands for itself.
            self._dressed[name] = self.sheet.styles[name]
            self._dressed[name] = self.worn.get(name) or self._upon_its_base(self.sheet.styles[name])
        return self._dressed[name]

    def _upon_its_base(self, style: Style) -> Style:
        if style.name == "Body":
            return style
        base = style.based_on if style.based_on in self.sheet.styles else "Body"
        plain = self.sheet.styles[base]
        differences = {look: said for look in _LOOKS if (said := getattr(style, look)) != getattr(plain, look)}
        return evolve(self._style(base), name=style.name, based_on=style.based_on, **differences)

    def _worn(self, name: str, *, contextual: bool) -> Style:
        """The look found, but for what belongs to lists and to the page and is therefore the style sheet's."""
        found = self.found[name]
        if name in LIST_STYLES:
            listed = self.sheet.styles["List"]
            found = evolve(found, indent=listed.indent, first_line=listed.first_line)
            # Word leaves the space out between items; we give it to the last one alone.
            return evolve(found, space_before=Length(0), space_after=Length(0)) if contextual else found
        own = self.sheet.styles[name]
        if name not in _TABBED:
            return found
        if found.tab is None:
            return evolve(found, tab=own.tab, tab_align=own.tab_align, tab_leader=own.tab_leader)
        at_margin = found.tab_align == "right" and self._is_at_margin(found.tab, own)
        return evolve(found, tab=Length(0)) if at_margin else found

    def _is_at_margin(self, tab: Length, own: Style) -> bool:
        """Whether a right tab stop, made for other paper, stands for the right margin of ours."""
        return tab > self.sheet.pages["Page"].text_width or own.tab is None or own.tab <= 0

    def _merged(self, style: HouseStyle) -> tuple[Properties, Properties]:
        """The properties of paragraphs and characters that hold for text in a style."""
        paragraph, characters = ((self.house.defaults or {}).get(part, {}) for part in ("pPr", "rPr"))
        for ancestor in self.house.line(style):
            paragraph = merge(paragraph, ancestor.properties.get("pPr", {}))
            characters = merge(characters, ancestor.properties.get("rPr", {}))
        return paragraph, characters

    def _look(self, name: str, paragraph: Properties, characters: Properties) -> Style:
        """The properties in the terms of the style sheet, as far as it has terms for them."""
        body = self.sheet.styles["Body"]
        # Where the house has no defaults, ours are in the file; Word's own hold where those say nothing.
        size, font = (body.size, body.font) if self.house.defaults is None else (_WORD_SIZE, self._role(_WORD_FONT))
        size = pt(int(_said(characters, "sz")) / 2) if _said(characters, "sz") else size
        colour = _said(characters, "color")
        space, ind = paragraph.get("spacing", Property()).attributes, paragraph.get("ind", Property()).attributes
        stops = [tab.attributes for _, tab in paragraph.get("tabs", Property()).children]
        look = evolve(
            PLAIN,
            name=name,
            based_on=self.sheet.styles[name].based_on if name in self.sheet.styles else "List",
            font=self._font(characters) or font,
            size=size,
            bold=_is_on(characters.get("b")),
            italic=_is_on(characters.get("i")),
            colour="#000000" if colour in ("", "auto") else f"#{colour.lower()}",
            align=_ALIGNMENT.get(_said(paragraph, "jc"), "left"),
            line_spacing=_line_spacing(int(space.get("line", "240")), space.get("lineRule", "auto"), size),
            space_before=_twips(space.get("before", "0")),
            space_after=_twips(space.get("after", "0")),
            indent=_twips(ind.get("left", "0")),
            first_line=_twips(f"-{ind['hanging']}" if "hanging" in ind else ind.get("firstLine", "0")),
            keep_with_next=_is_on(paragraph.get("keepNext")),
            keep_together=_is_on(paragraph.get("keepLines")),
            widow_control=_is_on(paragraph.get("widowControl", Property())),
        )
        if not stops:
            return look
        return evolve(
            look,
            tab=_twips(stops[-1]["pos"]),
            tab_align="right" if stops[-1]["val"] == "right" else "left",
            tab_leader="dots" if stops[-1].get("leader", "none") != "none" else "none",
        )

    def _font(self, characters: Properties) -> str:
        """The role of a typeface: that of the style sheet which is called so in Word, or one of its own."""
        fonts = characters.get("rFonts", Property()).attributes
        themed = fonts.get("asciiTheme", "")
        theme = self.house.theme or plain_theme(self.sheet)
        faces = theme.headings if themed.startswith("major") else theme.text
        name = faces.get("latin", "") if themed else fonts.get("ascii", "")
        return self._role(name) if name else ""

    def _role(self, name: str) -> str:
        roles = {family.word.casefold(): role for role, family in reversed(list(self.sheet.fonts.items()))}
        return roles.get(name.casefold()) or self._typefaces.setdefault(name, f"Word: {name}")

    def _table(self, table: TableStyle) -> TableStyle:
        """The table style in effect. What Word's own table styles have no word for stays."""
        style = self.house.find("table", table_style_name(table.name))
        if style is None:
            return table
        margins, fill = {"left": "108", "right": "108", "top": "0", "bottom": "0"}, ""
        for ancestor in self.house.line(style):
            properties = ancestor.properties.get("tblPr", {})
            margins |= {side: said.attributes["w"] for side, said in properties.get("tblCellMar", Property()).children}
            fill = _header_fill(ancestor.conditions) or fill
        return evolve(
            table,
            header_fill=fill.removeprefix("none"),
            padding_left=_twips(margins["left"]),
            padding_right=_twips(margins["right"]),
            padding_top=_twips(margins["top"]),
            padding_bottom=_twips(margins["bottom"]),
        )

    def _link_colour(self) -> str:
        style = self.house.find("character", "Hyperlink")
        colours = [_said(above.properties.get("rPr", {}), "color") for above in self.house.line(style)] if style else []
        return next((f"#{colour.lower()}" for colour in reversed(colours) if len(colour) == 6), self.sheet.link_colour)


def _header_fill(conditions: Iterable[Property]) -> str:
    """The colour `#rrggbb` behind the first row, `none` where it is taken away, empty where nothing is said of it."""
    for condition in conditions:
        shading = dict(dict(condition.children).get("tcPr", Property()).children).get("shd")
        if condition.attributes["type"] == "firstRow" and shading:
            colour = shading.attributes.get("fill", "auto")
            return "none" if colour == "auto" else f"#{colour.lower()}"
    return ""


def _said(properties: Properties, name: str) -> str:
    return properties.get(name, Property()).attributes.get("val", "")


def _is_on(switch: Property | None) -> bool:
    return switch is not None and switch.attributes.get("val", "1") == "1"


def _twips(number: str) -> Length:
    return Length(int(number) * 635)


def _line_spacing(height: int, rule: str, size: Length) -> float:
    """The height of lines as a multiple of the font's own; about that where it is given in points."""
    if rule == "auto":
        return height / 240
    multiple = round(height / 20 / (size.pt * _FONT_LINE), 2)
    return multiple if rule == "exact" else max(1.0, multiple)
