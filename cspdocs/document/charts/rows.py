"""Bar charts with lying bars, for many categories or long names."""

from __future__ import annotations

from typing import Final

from cspdocs.document.charts.axes import Scale, make_scale
from cspdocs.document.charts.barred import Barred
from cspdocs.document.charts.marks import bar, line_height, lines_of, on_ground
from cspdocs.document.drawing import Anchor, Drawing, Label, Line, Shape
from cspdocs.document.letterwidths import text_width, wrap_text

_SMALLEST: Final = 7.0
"""The smallest letters of a chart, in points, where so much has to stand on a page."""
_THINNEST: Final = 2.0
"""Bars are made as thin as this before letters are made smaller."""
_FILLED: Final = 0.72
"""The part of the height of a category that bars take at least, where its name takes so much."""
_GAP: Final = 6.0


class Rows(Barred):
    """Lying bars."""

    def draw(self) -> Drawing:
        """The chart, in smaller letters where it would be too high."""
        size = self.look.size
        while size > _SMALLEST and self._height(size) > self.look.height:
            size -= 0.5
        return self._drawn(max(size, _SMALLEST))

    def _column(self, size: float) -> float:
        """The width of the names."""
        widest = max((text_width(name, size) for name in self.chart.categories), default=0.0)
        return min(self.look.width * 0.42, widest) + _GAP

    def _names(self, size: float) -> list[list[str]]:
        return [wrap_text(name, self._column(size) - _GAP, size) for name in self.chart.categories]

    def _thickness(self, size: float) -> float:
        """Of a bar, as it would like to be."""
        return size * (1.45 if len(self.chart.series) == 1 else 1.1)

    def _bands(self, size: float, thick: float) -> list[float]:
        """The heights of the categories: their names or bars, and white space as far as the bars are thick."""
        bars = len(self.chart.series) * thick
        apart = size * 0.05 + thick * 0.3
        return [max(len(lines) * line_height(size) - size * 0.2, bars) + apart for lines in self._names(size)]

    def _height(self, size: float) -> float:
        """The least height in letters of that size."""
        return self.head(size)[1] + sum(self._bands(size, _THINNEST)) + size * 2

    def _drawn(self, size: float) -> Drawing:
        look = self.look
        shapes, top = self.head(size)
        thick = self._thickness(size)
        while thick > _THINNEST and top + sum(self._bands(size, thick)) + size * 2 > look.height:
            thick -= 0.25
        bands = self._bands(size, thick)
        # Beside their names bars may be thicker and cost no room.
        beside_names = min(bands, default=0.0) * _FILLED / max(1, len(self.chart.series))
        thick = max(thick, min(self._thickness(size), beside_names))
        left, shown = self._column(size), thick >= size * 0.95
        beside = max(self.longest * size + _GAP if shown else _GAP, self._step_width(size) * 0.6)
        negative = min(self.chart.values, default=0.0) < 0
        start, end = left + (beside if negative else 0.0), look.width - beside
        steps = int((end - start) / (self._step_width(size) + size))
        scale = make_scale(self.chart.values, start, end, most=max(2, min(7, steps)), whole=self.whole)
        bottom = top + sum(bands)
        axis: list[Shape] = []
        for value in scale.steps:
            x = scale.place(value)
            shapes.append(Line(x, top, x, bottom, look.grid, 0.5))
            axis.append(Label(self.step_text(value, scale), x, bottom + size * 1.3, size, "middle", look.ink))
        y = top
        for number, (lines, band) in enumerate(zip(self._names(size), bands, strict=True)):
            label = Label("", 0.0, 0.0, size, "end", look.ink)
            first = y + band / 2 - (len(lines) - 1) * line_height(size) / 2 + size * 0.35
            shapes += lines_of(lines, left - _GAP, first, label)
            shapes += self._bars(number, y + band / 2, thick, scale, size if shown else 0.0)
            y += band
        shapes.append(Line(scale.place(0.0), top, scale.place(0.0), bottom, look.rule, 1.0))
        return Drawing(look.width, bottom + size * 2, (*shapes, *axis))

    def _step_width(self, size: float) -> float:
        scale = make_scale(self.chart.values, 0.0, 1.0, most=5, whole=self.whole)
        return max(text_width(self.step_text(value, scale), size) for value in scale.steps)

    def _bars(self, category: int, middle: float, thick: float, scale: Scale, size: float) -> list[Shape]:
        """The bars of a category, with the figures beside them where these have a size."""
        shapes: list[Shape] = []
        count = len(self.chart.series)
        for series in range(count):
            value = self.value(series, category)
            if value is None:
                continue
            y = middle + (series - count / 2) * thick
            ends = sorted((scale.place(0.0), scale.place(value)))
            gap = 0.0 if count == 1 else min(0.75, thick / 8)
            shapes += bar((ends[0], y + gap, ends[1] - ends[0], thick - 2 * gap), series, self.look)
            if size:
                anchor: Anchor = "start" if value >= 0 else "end"
                x = ends[1] + 4 if value >= 0 else ends[0] - 4
                text = self.text(series, category)
                figure = Label(text, x, y + thick / 2 + size * 0.35, size, anchor, self.look.ink)
                shapes += on_ground(figure, self.look)
        return shapes
