"""Which Word style a block is printed in: the style sheet's own styles, and others derived from them.

Word knows a paragraph's place only through its style. A paragraph inside a list, a picture at the right edge, or a tab
at the right margin of a landscape page therefore get a style of their own, derived from the style sheet's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

from cspdocs.backends.docx.places import BoxPlace, Place
from cspdocs.backends.docx.styles.names import CLEARING, SECTION_END
from cspdocs.backends.docx.styles.properties import PLAIN
from cspdocs.backends.docx.styles.theme import Theme, plain_theme
from cspdocs.document.beside import BELOW
from cspdocs.document.styles import BoxStyle, Style, StyleSheet, TableStyle, look_named
from cspdocs.units import Length, pt
from cspdocs.values import define, evolve, field, frozen

if TYPE_CHECKING:
    from cspdocs.backends.docx.house.reading import HouseStyles

_LINE: Final = 1.15
"""The height of a line as a multiple of the font size, in any common typeface."""


@frozen
class Frame:
    """Where paragraphs stand that have text beside them: at an edge of the page's text, and how wide they are."""

    side: Literal["left", "right"]
    width: Length


@frozen
class Counted:
    """What paragraphs of a style are counted in: a level of an instance of a list; instance 0 is none.

    `name` is the style that it was made from. Of the styles on one level only the first is `bound` to it, so that its
    paragraphs need not say where they are counted.
    """

    instance: int
    level: int
    name: str
    bound: bool = True


@frozen
class Boxed:
    """A style of paragraphs that stand in a box. `top` and `bottom` say whether the box is closed above and below them.

    `base` is the name of the style for paragraphs in the middle of the box. Where `tabbed`, the text begins with a tab;
    where `slim`, its line of one point is part of the white space inside an edge.
    """

    box: BoxPlace
    base: str
    top: bool = True
    bottom: bool = True
    tabbed: bool = False
    slim: bool = False


@frozen
class House:
    """House styles that go before those of the style sheet.

    `ground` is the look of text of which no style says anything. `found` are the looks of paragraph styles as they stand
    in the reference, by our names for them; `worn` are the same looks as our documents wear them.
    """

    styles: HouseStyles
    ground: Style
    found: Mapping[str, Style]
    worn: Mapping[str, Style]


@define
class StyleBook:
    """The styles of one Word file, known when its text has been written.

    `sheet` are the looks in effect: the style sheet's, and those of the `house` in their place where there are any.
    `derived` are the styles that the text needs beside the style sheet's, or in place of them. `widths` says for styles
    with a tab counted from the right how wide the text is; `frames` are those of styles with text beside them, `counted`
    what styles are counted in, `boxed` the boxes that styles stand in, `levels` those of headings whose style is not called
    so, `endings` those of the last paragraphs of lists. `theme` has the colours and fonts that styles take by name.
    """

    sheet: StyleSheet
    house: House | None = None
    theme: Theme = field(init=False)
    derived: dict[str, Style] = field(factory=dict)
    widths: dict[str, Length] = field(factory=dict)
    frames: dict[str, Frame] = field(factory=dict)
    counted: dict[str, Counted] = field(factory=dict)
    boxed: dict[str, Boxed] = field(factory=dict)
    levels: dict[str, int] = field(factory=dict)
    endings: set[str] = field(factory=set)
    _names: dict[tuple[str, Place], str] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.theme = (self.house and self.house.styles.theme) or plain_theme(self.sheet)
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
    def ground(self) -> Style:
        """The look of text of which no style says anything: the defaults of the file have Body's font and size."""
        body = self.style("Body")
        return self.house.ground if self.house else evolve(PLAIN, font=body.font, size=body.size)

    @property
    def styles(self) -> dict[str, Style]:
        """All paragraph styles of the file: the style sheet's first, in its order."""
        return {**self.sheet.styles, **self.derived}

    def style(self, name: str) -> Style:
        """The paragraph style `name`.

        Raises:
            RenderError: if the style sheet has no such style.
        """
        return self.derived.get(name) or look_named(self.sheet.styles, name)

    def table(self, name: str) -> TableStyle:
        """The table style `name`.

        Raises:
            RenderError: if the style sheet has no such style.
        """
        return look_named(self.sheet.tables, name, "table style")

    def box(self, name: str) -> BoxStyle:
        """The box style `name`.

        Raises:
            RenderError: if the style sheet has no such style.
        """
        return look_named(self.sheet.boxes, name, "box")

    def derive(self, name: str, base: str, **changes: Any) -> str:
        """`name`, from now on a style like `base` but for the changes; like the one of that name where the house has one."""
        if name not in self.derived:
            start = self.house.worn.get(name) if self.house else None
            self.derived[name] = evolve(start or self.style(base), name=name, based_on=base, **changes)
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
            known = self.closing(known, place)
            known = self._names[name, place] = self.boxed_in(known, place.box) if place.box else known
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
        if below <= after:
            return name
        self.endings.add(f"{name} Last")
        return self.derive(f"{name} Last", name, space_after=below)

    def boxed_in(self, name: str, box: BoxPlace, *, listed: bool = False) -> str:
        """The name of the style in which a paragraph stands in a box, with others before and after it.

        One whose text begins further to the right begins at the edge of the box all the same, with a tab, so that Word sees
        one box. In a list, the list says where text begins.
        """
        boxed = f"{name} in {box.style.name}"
        if (box.edge, box.right) != (box.edges.left.depth, box.edges.right.depth):
            boxed += f" {box.edge.pt:g} {box.right.pt:g}"
        if boxed not in self.boxed:
            style = self.style(name)
            further = not listed and style.indent + min(style.first_line, 0) > box.edge
            changes = {"first_line": Length(box.edge - style.indent)} if further else {}
            self.derive(boxed, name, **changes)
            self.boxed[boxed] = Boxed(box, boxed, tabbed=further and style.align == "left")
        return boxed

    def gap(self, table: TableStyle) -> str:
        """The name of the style of the paragraph that keeps a table apart from what follows.

        Its white space is mostly space after, which vanishes at the foot of a page.
        """
        if table.space_after <= pt(1):
            return SECTION_END
        return self.derive(f"{table.name} Gap", SECTION_END, space_after=Length(table.space_after - pt(1)))

    def _indented(self, name: str, place: Place) -> str:
        if not place.indent or (name.startswith("Heading ") and not place.box):
            return name
        step = self.style("List").indent
        if name == "Body" and place.depth:
            number = f" {place.depth}" if place.depth > 1 else ""
            if place.indent != step * place.depth:
                number += f" Indented {place.indent.pt:g}"
            return self.derive(f"List Continue{number}", "List", indent=place.indent, first_line=Length(0))
        style = self.style(name)
        tab = Length(style.tab + place.indent) if style.tab and style.tab > 0 else style.tab
        return self.derive(f"{name} Indented {place.indent.pt:g}", name, indent=Length(style.indent + place.indent), tab=tab)

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
