"""The style sheet of a publication: the template's looks on a screen, around what `page.css` says of every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from cspdocs.backends.html.colours import WHITE
from cspdocs.backends.html.scheme import Scheme, pale_fills, scheme
from cspdocs.backends.html.story import class_name, columns_class, room_class
from cspdocs.document.boxes import edges_of
from cspdocs.document.styles import NUMBER_STYLES, BoxStyle, FontFamily, Style, StyleSheet, TableStyle
from cspdocs.units import Length
from cspdocs.values import define, field

_PAGE: Final = Path(__file__).with_name("page.css")
_NARROW: Final = Path(__file__).with_name("narrow.css")
_LEAST_SIZE: Final = 0.9
"""Of letters, in rem. What is small on paper would be too small on a screen."""
_LEAST_LINE: Final = 1.5
"""The height of a line of running text: a screen has room enough."""
_LEAST_GAP: Final = 0.75
"""Between paragraphs, in rem. Where paper shows a new paragraph by its first line, a screen needs white space."""
_LEAST_SIZES: Final = {"Title": 2.3, "Heading 1": 1.8, "Heading 2": 1.35, "Heading 3": 1.1, "Subtitle": 1.2}
"""In rem. A web page has no sheets of paper to tell its parts from one another, so headings differ by a step at least."""
_IN_TABLES: Final = {*NUMBER_STYLES, *NUMBER_STYLES.values()}
"""The styles of what stands in tables, of which each says itself how large its letters are."""
_ELEMENTS: Final = {
    "Quote": "blockquote",
    "Caption": "figcaption, caption",
    "Definition": "dl",
    "Header": ".running",
}
"""The elements that say by themselves what a style says by its name."""


def write_stylesheet(
    sheet: StyleSheet, fills: Iterable[str], columns: Iterable[tuple[int, ...]], rooms: Iterable[int]
) -> str:
    """The style sheet.

    Args:
        sheet: The template's looks.
        fills: The colours of cells that have one of their own.
        columns: The shares of the width that the columns of tables have.
        rooms: The widths in rem below which the rows of tables become blocks.
    """
    writer = _Writer(sheet, scheme(sheet, dark=False), scheme(sheet, dark=True))
    return writer.write([*(rule for fill in fills for rule in writer.fill(fill)), *_widths(columns), *_narrow(rooms)])


@define
class _Writer:
    """Writes the rules. Each colour that they use is kept by day and by night under one name."""

    sheet: StyleSheet
    day: Scheme
    night: Scheme
    colours: dict[str, tuple[str, str]] = field(factory=dict)

    def write(self, more: Iterable[str]) -> str:
        """The whole style sheet, with `more` rules after those of the template."""
        tables = (rule for table in self.sheet.tables.values() for rule in self._table(table))
        rules = [*self._styles(), *tables, *self._boxes(), *more, *self._marks()]
        return "\n".join([*self._roots(), _PAGE.read_text(encoding="utf-8"), *rules]) + "\n"

    def _roots(self) -> Iterator[str]:
        """The colours of the page, by day and by night."""
        for name in ("ground", "text", "muted", "link", "accent", "on_accent", "tint", "rule"):
            self.colours[name.replace("_", "-")] = getattr(self.day, name), getattr(self.night, name)
        self.colours["paper"] = WHITE, WHITE
        by_day = "".join(f" --{name}: {day};" for name, (day, _) in self.colours.items())
        by_night = "".join(f" --{name}: {night};" for name, (_, night) in self.colours.items())
        family = _family(self.sheet.fonts["body"])
        yield f":root {{ color-scheme: light dark; font-family: {family};{by_day} }}"
        yield f"@media screen and (prefers-color-scheme: dark) {{ :root {{{by_night} }} }}"

    def _colour(self, name: str, day: str, night: str) -> str:
        self.colours[name] = day, night
        return f"var(--{name})"

    def _ink(self, colour: str) -> str:
        return self._colour(f"ink-{colour[1:]}", self.day.ink(colour), self.night.ink(colour))

    def _filled(self, fill: str, colour: str) -> str:
        """The declarations of an area filled with a colour, and of text printed in another on it."""
        ground = self._colour(f"fill-{fill[1:]}", self.day.fill(fill), self.night.fill(fill))
        on = self._colour(f"on-{fill[1:]}-{colour[1:]}", self.day.ink_on(fill, colour), self.night.ink_on(fill, colour))
        return f"background: {ground}; color: {on};"

    def _styles(self) -> Iterator[str]:
        body = self.sheet.styles["Body"]
        yield f"html {{ line-height: {max(_LEAST_LINE, body.line_spacing * 1.15):g}; }}"
        between = f"max({_LEAST_GAP}rem, {self._length(body.space_after)})"
        yield f"p, ul, ol, dl, table, figure, blockquote {{ margin-bottom: {between}; }}"
        yield ":is(li, td, th, blockquote) > :last-child, td p, th p, .grid p { margin-bottom: 0; }"
        for style in self.sheet.styles.values():
            declared = "".join(f" {name}: {value};" for name, value in self._looks(style, body))
            if style.name != "Body" and declared:
                named = filter(None, (_ELEMENTS.get(style.name), f".{class_name('text', style.name)}"))
                yield f"{', '.join(named)} {{{declared} }}"

    def _looks(self, style: Style, body: Style) -> Iterator[tuple[str, str]]:
        """What a style says beside what all text is like."""
        size = max(_LEAST_SIZE, style.size / body.size)
        least = _LEAST_SIZES.get(style.name, 0.0)
        if least:
            size = max(size, least)
            # On a narrow screen a heading gives up half of what it has over text.
            yield "font-size", f"clamp({min(size, 1 + (size - 1) * 0.5):.4g}rem, {size * 0.6:.4g}rem + 2vw, {size:.4g}rem)"
        elif abs(size - 1) > 0.01 and not self._is_as_its_table(style):
            yield "font-size", f"{size:.4g}rem"
        if style.font != body.font:
            yield "font-family", _family(self.sheet.fonts[style.font])
        if style.bold or least:
            yield "font-weight", "bold" if style.bold else "normal"
        if style.italic:
            yield "font-style", "italic"
        if style.colour != body.colour:
            yield "color", self._ink(style.colour)
        if style.align != "left":
            yield "text-align", "center" if style.align == "centre" else style.align
        if style.space_after != body.space_after or least:
            yield "margin-bottom", self._length(min(style.space_after, body.space_after) if least else style.space_after)

    def _is_as_its_table(self, style: Style) -> bool:
        """Whether a style of cells has the size of their text: the table, whose rule makes it smaller, says so itself."""
        return style.name in _IN_TABLES and style.size == self.sheet.styles["Table Text"].size

    def _table(self, table: TableStyle) -> Iterator[str]:
        name = f".{class_name('table', table.name)}"
        styles = self.sheet.styles
        for part, style in (("thead > tr", styles[table.header]), ("tbody > .band", styles[table.band])):
            yield f"{name} > {part} > * {{ font-weight: {'bold' if style.bold else 'normal'}; }}"
        for part, fill, style in (
            ("thead > tr", table.header_fill, styles[table.header]),
            ("tbody > .filled", table.band_fill, styles[table.band]),
        ):
            if fill:
                yield f"{name} > {part} > * :not(abbr) {{ color: inherit; }}"
                yield f"{name} > {part} > * {{ {self._filled(fill, style.colour)} }}"
        gap = f"max({_LEAST_GAP}rem, {self._length(table.space_after)})"
        size = max(_LEAST_SIZE, styles[table.text].size / styles["Body"].size)
        yield f"{name} {{ font-size: {size * 0.95:.4g}rem; margin-bottom: {gap}; }}"
        yield f"{name} > * > tr > * {{ vertical-align: {table.vertical_align}; }}"

    def _boxes(self) -> Iterator[str]:
        dark = (box for box in self.sheet.boxes.values() if box.fill and box.fill not in pale_fills(self.sheet))
        yield from (f".{class_name('box', box.name)} * {{ color: inherit; }}" for box in dark)
        for box in self.sheet.boxes.values():
            looks = "".join(f" {name}: {value};" for name, value in self._frame(box))
            fill = f" {self._filled(box.fill, self.sheet.styles['Body'].colour)}" if box.fill else ""
            yield f".{class_name('box', box.name)} {{{looks}{fill} }}"

    def _frame(self, box: BoxStyle) -> Iterator[tuple[str, str]]:
        edges = edges_of(box)
        sides = (edges.top, edges.right, edges.bottom, edges.left)
        yield "padding", " ".join(self._length(edge.padding) for edge in sides)
        if box.rule > 0:
            name = "border" if box.edge == "all" else "border-left"
            yield name, f"max(1px, {self._length(edges.left.rule)}) solid {self._ink(box.rule_colour)}"
        yield "margin-bottom", self._length(max(box.space_after, self.sheet.styles["Body"].space_after))

    def _marks(self) -> Iterator[str]:
        looks = self._filled(self.sheet.unfilled_fill, self.sheet.unfilled_text).replace("; ", " !important; ")
        # Words to be filled in look alike whatever stands around them.
        yield f"mark {{ {looks.removesuffix(';')} !important; }}"
        yield "mark * { color: inherit !important; }"

    def fill(self, fill: str) -> Iterator[str]:
        """The rules of a cell filled with a colour."""
        name = f".fill-{fill[1:]}"
        yield f"{name} {{ {self._filled(fill, self.sheet.styles['Body'].colour)} }}"
        yield f"{name} * {{ color: inherit; }}"

    def _length(self, length: Length | int) -> str:
        """A length on paper, as many letters high on the screen."""
        return f"{length / self.sheet.styles['Body'].size:.3g}rem"


def _widths(columns: Iterable[tuple[int, ...]]) -> Iterator[str]:
    for shares in columns:
        for number, share in enumerate(shares, 1):
            yield f".{columns_class(shares)} > colgroup > :nth-child({number}) {{ width: {share}%; }}"


def _narrow(rooms: Iterable[int]) -> Iterator[str]:
    """The rules by which rows become blocks, for each width below which any do."""
    rules = _NARROW.read_text(encoding="utf-8")
    for room in sorted(rooms):
        yield rules.replace("WIDTH", f"{room}rem").replace("TABLE", f".{room_class(room)}")


def _family(family: FontFamily) -> str:
    """A typeface and those that stand in for it. None is fetched: Arial, whose widths are the council's, is everywhere."""
    names = dict.fromkeys((family.name, family.word, "Arial", "Liberation Sans", "Helvetica"))
    return ", ".join(f'"{name}"' if " " in name else name for name in names) + ", sans-serif"
