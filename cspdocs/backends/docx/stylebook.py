"""Which Word style a block is printed in: the style sheet's own styles, and others derived from them.

Word knows a paragraph's place only through its style. A paragraph inside a list, a picture at the right edge, or a tab
at the right margin of a landscape page therefore get a style of their own, derived from the style sheet's.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final, Literal

from attrs import Factory, define, evolve, frozen

from cspdocs.backends.docx.markup import attribute
from cspdocs.document.beside import BELOW
from cspdocs.document.styles import Style, StyleSheet, TableStyle
from cspdocs.errors import RenderError
from cspdocs.units import Length, pt

SECTION_END: Final = "Section End"
"""The style of paragraphs that Word needs and nobody should see: one point high, always empty."""

_LINE: Final = 1.15
"""The height of a line as a multiple of the font size, in any common typeface."""

CLEARING: Final = "Below Figure"
"""The style of paragraphs that end text beside a picture: an empty line beside it and one below, together `BELOW` high.

Their height is not fixed, because LibreOffice passes over breaks in lines of fixed height.
"""

_WORD_NAMES: Final = {
    "Body": "Normal",
    "Heading 1": "heading 1",
    "Heading 2": "heading 2",
    "Heading 3": "heading 3",
    "List": "List Paragraph",
    "Caption": "caption",
    "Contents Heading": "TOC Heading",
    "Contents 1": "toc 1",
    "Contents 2": "toc 2",
    "Contents 3": "toc 3",
    "Header": "header",
    "Footer": "footer",
}
"""The names of the styles that Word itself knows and treats in its own way. All other styles keep their names."""

_WORD_IDS: Final = {"Contents Heading": "TOCHeading", "Contents 1": "TOC1", "Contents 2": "TOC2", "Contents 3": "TOC3"}


@frozen
class Place:
    """Where blocks stand.

    `width` is the room they have and `height` that of the page; `indent` is the distance of their left edge from the
    left edge of the page's text or of the cell. `depth` counts the lists they stand in. `closing` says whether the
    last of them also ends the outermost list or the cell; `kept` whether they stay on the page of what follows, as the
    row they stand in does, `beside` whether each paragraph stays on one page, as a picture beside it does.
    """

    width: Length
    height: Length
    indent: Length = Length(0)
    depth: int = 0
    closing: bool = False
    in_cell: bool = False
    kept: bool = False
    beside: bool = False

    @property
    def before_others(self) -> Place:
        """The same place, seen by what is not the last there."""
        return evolve(self, closing=False) if self.closing else self

    def inset(self, indent: Length) -> Place:
        """The same place, its left edge moved to the right."""
        return evolve(self, width=Length(self.width - indent), indent=Length(self.indent + indent))


def word_name(name: str) -> str:
    """The name under which Word shows the paragraph style `name`."""
    return _WORD_NAMES.get(name, name)


@cache
def style_id(name: str) -> str:
    """The id of the paragraph style `name`, as Word itself would form it."""
    return "Normal" if name == "Body" else _WORD_IDS.get(name) or attribute(name.replace(" ", ""))


def table_style_name(name: str) -> str:
    """The name under which Word shows the table style `name`: different from all paragraph styles'."""
    return f"{name} Style"


def table_style_id(name: str) -> str:
    """The id of the table style `name`."""
    return attribute(table_style_name(name).replace(" ", ""))


def hexadecimal(colour: str) -> str:
    """The colour `#rrggbb` as Word writes it."""
    return colour.removeprefix("#").upper()


@frozen
class Frame:
    """Where paragraphs stand that have text beside them: at an edge of the page's text, and how wide they are."""

    side: Literal["left", "right"]
    width: Length


@define
class StyleBook:
    """The styles of one Word file, known when its text has been written.

    `derived` are the styles that the text needs beside the style sheet's, or in place of them. `widths` says for styles
    with a tab counted from the right how wide the text is; `frames` are those of styles with text beside them.
    """

    sheet: StyleSheet
    derived: dict[str, Style] = Factory(dict)
    widths: dict[str, Length] = Factory(dict)
    frames: dict[str, Frame] = Factory(dict)
    _names: dict[tuple[str, Place], str] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        self.derive("List Bullet", "List")
        self.derive("List Number", "List")
        nothing = evolve(self.style("Body"), size=pt(1), line_spacing=1.0, space_before=Length(0), space_after=Length(0))
        self.derived[SECTION_END] = evolve(nothing, name=SECTION_END, based_on="Body")
        self._adapt()

    def _adapt(self) -> None:
        """What the page layout does by itself, Word does only where a style says it."""
        for name in ("Contents 1", "Contents 2", "Contents 3", "Definition"):
            style = self.sheet.styles.get(name)
            if style is None:
                continue
            if style.tab is None:
                self.derived[name] = evolve(style, tab=Length(0), tab_align="right")
            elif style.tab > 0 and style.tab_align == "left" and not style.indent:
                self.derived[name] = evolve(style, indent=style.tab, first_line=Length(-style.tab))

    @property
    def styles(self) -> dict[str, Style]:
        """All paragraph styles of the file: the style sheet's first, in its order."""
        return {**self.sheet.styles, **self.derived}

    def style(self, name: str) -> Style:
        """The paragraph style `name`.

        Raises:
            RenderError: if the style sheet has no such style.
        """
        style = self.derived.get(name) or self.sheet.styles.get(name)
        if style is None:
            known = ", ".join(self.sheet.styles)
            raise RenderError(f'the document uses the style "{name}", which the template lacks; it has: {known}')
        return style

    def table(self, name: str) -> TableStyle:
        """The table style `name`.

        Raises:
            RenderError: if the style sheet has no such style.
        """
        if name not in self.sheet.tables:
            known = ", ".join(self.sheet.tables)
            raise RenderError(f'the document uses the table style "{name}", which the template lacks; it has: {known}')
        return self.sheet.tables[name]

    def derive(self, name: str, base: str, **changes: Any) -> str:
        """`name`, from now on a style like `base` but for the changes."""
        if name not in self.derived:
            self.derived[name] = evolve(self.style(base), name=name, based_on=base, **changes)
        return name

    def framed(self, name: str, base: str, frame: Frame, **changes: Any) -> str:
        """The name of a style like `base`, but for the changes, whose paragraphs stand in such a frame; it begins `name`."""
        framed = f"{name} {frame.side.capitalize()} {frame.width.twips / 20:g} pt"
        self.frames[framed] = frame
        return self.derive(framed, base, **changes)

    def clearing(self) -> str:
        """The name of the style of paragraphs that end text beside a picture."""
        return self.derive(CLEARING, SECTION_END, size=Length(round(BELOW / 2 / _LINE)), keep_together=True)

    def placed(self, name: str, place: Place) -> str:
        """The name of the style in which a paragraph of style `name` looks as it should in its place."""
        known = self._names.get((name, place))
        if known is None:
            known = self.keeping(self._tabbed(self._indented(name, place), place), place)
            known = self._names[name, place] = self.closing(known, place)
        return known

    def keeping(self, name: str, place: Place) -> str:
        """The name of the style in which a paragraph stays with others on a page, if its place asks for that."""
        if place.beside and not self.style(name).keep_together:
            name = self.derive(f"{name} Beside", name, keep_together=True)
        if place.kept and not self.style(name).keep_with_next:
            name = self.derive(f"{name} Kept", name, keep_with_next=True)
        return name

    def closing(self, name: str, place: Place) -> str:
        """The name of the style in which a paragraph ends a list or a cell, if it does, and `name` otherwise.

        Below a list stands the white space that stands below any text, and below the text of a cell none.
        """
        after = self.style(name).space_after
        if not place.closing:
            return name
        if place.in_cell:
            return self.derive(f"{name} Last in Cell", name, space_after=Length(0)) if after else name
        below = self.style("Body").space_after
        return self.derive(f"{name} Last", name, space_after=below) if below > after else name

    def gap(self, table: TableStyle) -> str:
        """The name of the style of the paragraph that keeps a table apart from what follows.

        Its white space is mostly space after, which vanishes at the foot of a page.
        """
        if table.space_after <= pt(1):
            return SECTION_END
        return self.derive(f"{table.name} Gap", SECTION_END, space_after=Length(table.space_after - pt(1)))

    def _indented(self, name: str, place: Place) -> str:
        if not place.indent or name.startswith("Heading "):
            return name
        step = self.style("List").indent
        if name == "Body" and place.depth:
            number = f" {place.depth}" if place.depth > 1 else ""
            if place.indent != step * place.depth:
                number += f" Indented {place.indent.pt:g}"
            return self.derive(f"List Continue{number}", "List", indent=place.indent, first_line=Length(0))
        indent = Length(self.style(name).indent + place.indent)
        return self.derive(f"{name} Indented {place.indent.pt:g}", name, indent=indent)

    def _tabbed(self, name: str, place: Place) -> str:
        style = self.style(name)
        if style.tab is None or style.tab > 0:
            return name
        width = Length(place.width + place.indent)
        if self.widths.setdefault(name, width) == width:
            return name
        other = self.derive(f"{name} {width.mm:.0f} mm", name)
        self.widths[other] = width
        return other
