"""The colour of text and of what is behind it, looked up as Word does: the run, its styles, its cell, its table's style."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from cspdocs.backends.docx.accessibility.faults import paragraph_of
from cspdocs.backends.docx.accessibility.looks import COLOUR, Looks, is_on, number
from cspdocs.backends.docx.accessibility.parts import CELL, PARAGRAPH, ROW, RUN, TABLE, VAL, Element, w
from cspdocs.backends.docx.accessibility.tables import cells_of, has_ticked, rows_of
from cspdocs.backends.docx.accessibility.wordfile import WordFile
from cspdocs.values import define, field

WHITE: Final = "#FFFFFF"
BLACK: Final = "#000000"

_HIGHLIGHTS: Final = {
    "yellow": "#FFFF00", "green": "#00FF00", "cyan": "#00FFFF", "magenta": "#FF00FF", "blue": "#0000FF", "red": "#FF0000",
    "darkBlue": "#000080", "darkCyan": "#008080", "darkGreen": "#008000", "darkMagenta": "#800080", "darkRed": "#800000",
    "darkYellow": "#808000", "darkGray": "#808080", "lightGray": "#C0C0C0", "black": "#000000", "white": WHITE,
}  # fmt: skip

_HIGHLIGHT: Final = w("highlight")
_FILL: Final = w("fill")
_DOTS: Final = w("color")
_RUN: Final = w("rPr")
_RUN_SHADING: Final = f"{w('rPr')}/{w('shd')}"
_PARAGRAPH_SHADING: Final = f"{w('pPr')}/{w('shd')}"
_CELL_SHADING: Final = f"{w('tcPr')}/{w('shd')}"
_LARGE: Final = 36
_LARGE_BOLD: Final = 28
"""Sizes in half points from which on letters are large: 18 points, 14 where they are bold (WCAG 2.1, 1.4.3)."""


def _colour(digits: str | None) -> str:
    """The colour as `#RRGGBB`; empty for `auto` and whatever else is none."""
    digits = (digits or "").upper()
    return f"#{digits}" if len(digits) == 6 and all(digit in "0123456789ABCDEF" for digit in digits) else ""


def ink_of(element: Element | None) -> str:
    """The colour that `w:color` names; empty for none, and for the automatic one, which always stands out."""
    return "" if element is None else _colour(element.get(VAL))


def fill_of(element: Element | None) -> str:
    """The colour that `w:shd` or `w:highlight` lays behind text; empty for none."""
    if element is None:
        return ""
    if element.tag == _HIGHLIGHT:
        return _HIGHLIGHTS.get(element.get(VAL, ""), "")
    return _ground(element.get(VAL, "clear"), element.get(_FILL), element.get(_DOTS))


@cache
def _ground(pattern: str, fill: str | None, dots: str | None) -> str:
    if pattern == "solid":
        return _colour(dots) or BLACK
    if pattern.startswith("pct"):
        return _mixed(_colour(dots) or BLACK, _colour(fill) or WHITE, number(pattern[3:]))
    return _colour(fill)


def _mixed(dots: str, ground: str, percent: int) -> str:
    pairs = ((int(dots[start : start + 2], 16), int(ground[start : start + 2], 16)) for start in (1, 3, 5))
    return "#" + "".join(f"{round((dot * percent + below * (100 - percent)) / 100):02X}" for dot, below in pairs)


def page_colour(file: WordFile) -> str:
    """The colour of the page behind everything: white unless the file sets another and shows it."""
    shown = file.settings.find(w("displayBackgroundShape")) if file.settings is not None else None
    background = file.texts[0].root.find(w("background"))
    colour = "" if background is None else _colour(background.get(_DOTS))
    return colour if colour and is_on(shown) else WHITE


@define(eq=False)
class Shades:
    """Looks up the colours of runs. `page` is the colour of the page."""

    looks: Looks
    page: str = WHITE
    _rows: dict[Element, dict[Element, int]] = field(factory=dict)

    def ink(self, run: Element) -> str:
        """The colour of a run's text; empty where it is automatic."""
        own = run.find(COLOUR)
        return ink_of(self.styled(run, "color") if own is None else own)

    def paper(self, run: Element) -> str:
        """The colour behind a run's text; empty where it cannot be known, as in a text box."""
        if next(run.iterancestors(w("txbxContent")), None) is not None:
            return ""
        return next((fill for element in self._grounds(run) if (fill := fill_of(element))), self.page)

    def _grounds(self, run: Element) -> Iterator[Element | None]:
        """All that may colour what is behind a run, the nearest first; what has none of its own takes that of its style."""
        paragraph = paragraph_of(run)
        yield run.find(f"{_RUN}/{_HIGHLIGHT}")
        yield self._own(run, _RUN_SHADING)
        yield self._own(paragraph, _PARAGRAPH_SHADING)
        for cell in run.iterancestors(CELL):
            own = cell.find(_CELL_SHADING)
            yield from (style.find(_CELL_SHADING) for style in self._cell_formats(cell)) if own is None else (own,)

    def _own(self, element: Element, path: str) -> Element | None:
        own = element.find(path)
        if own is None and element.tag in (PARAGRAPH, RUN):
            own = self.looks.find(self.looks.style_of(element), path)
        return own

    def is_large(self, run: Element) -> bool:
        """Whether a run's letters are so large that less contrast is enough."""
        size = self._property(run, "sz")
        bold = is_on(self._property(run, "b"))
        return number(None if size is None else size.get(VAL), 20) >= (_LARGE_BOLD if bold else _LARGE)

    def is_hidden(self, run: Element) -> bool:
        """Whether a run's text is not shown."""
        return is_on(self._property(run, "vanish"))

    def _property(self, run: Element, name: str) -> Element | None:
        own = run.find(f"{_RUN}/{w(name)}")
        return self.styled(run, name) if own is None else own

    def styled(self, run: Element, name: str) -> Element | None:
        """The property of that name that a run has by a style, its own, its paragraph's or its table's, or as all text."""
        path = f"{_RUN}/{w(name)}"
        for element in (run, paragraph_of(run)):
            found = self.looks.find(self.looks.style_of(element), path)
            if found is not None:
                return found
        cell = next(run.iterancestors(CELL), None)
        formats = self._cell_formats(cell) if cell is not None else ()
        found = next((found for style in formats if (found := style.find(path)) is not None), None)
        if found is None and self.looks.defaults is not None:
            found = self.looks.defaults.find(w(name))
        return found

    def _cell_formats(self, cell: Element) -> Iterator[Element]:
        """The formats of the table's style that a cell has, the strongest first (ISO/IEC 29500-1, 17.7.6)."""
        row, table = next(cell.iterancestors(ROW), None), next(cell.iterancestors(TABLE), None)
        if row is None or table is None:
            return
        chain = self.looks.chain(self.looks.style_of(table))
        formats = [found for style in chain for found in style.iterfind(w("tblStylePr"))]
        if formats:
            for kind in self._conditions(cell, row, table):
                yield from (found for found in formats if found.get(w("type")) == kind)
        yield from chain

    def _conditions(self, cell: Element, row: Element, table: Element) -> Iterator[str]:
        rows = self._rows.get(table)
        if rows is None:
            rows = self._rows[table] = {row: number for number, row in enumerate(rows_of(table))}
        cells = cells_of(row)
        column, line = cells.index(cell) if cell in cells else 0, rows.get(row, 0)
        first_column, first_row = has_ticked(table, "firstColumn"), has_ticked(table, "firstRow")
        if first_column and column == 0:
            yield "firstCol"
        if has_ticked(table, "lastColumn") and column == len(cells) - 1:
            yield "lastCol"
        if first_row and line == 0:
            yield "firstRow"
        if has_ticked(table, "lastRow") and line == len(rows) - 1:
            yield "lastRow"
        if not has_ticked(table, "noHBand") and not (first_row and line == 0):
            yield "band1Horz" if (line - first_row) % 2 == 0 else "band2Horz"
        if not has_ticked(table, "noVBand") and not (first_column and column == 0):
            yield "band1Vert" if (column - first_column) % 2 == 0 else "band2Vert"
        yield "wholeTable"
