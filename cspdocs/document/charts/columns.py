"""Bar charts with upright bars, for few categories with short names."""

from __future__ import annotations

from typing import Final

from cspdocs.document.charts.axes import Scale, make_scale
from cspdocs.document.charts.barred import Barred
from cspdocs.document.charts.marks import bar, line_height, lines_of, on_ground
from cspdocs.document.drawing import Drawing, Label, Line, Shape
from cspdocs.document.letterwidths import text_width, wrap_text

_MOST_LINES: Final = 3
_WIDEST_BAR: Final = 56.0
_LEAST_PLOT: Final = 90.0
_GAP: Final = 6.0


class Columns(Barred):
    """Upright bars."""

    @property
    def _axis(self) -> float:
        """The width of the numbers of the axis."""
        scale = make_scale(self.chart.values, 1.0, 0.0, most=6, whole=self.whole)
        return max(text_width(self.step_text(value, scale), self.look.size) for value in scale.steps) * 1.1 + _GAP

    @property
    def _band(self) -> float:
        return (self.look.width - self._axis) / max(1, len(self.chart.categories))

    def _names(self) -> list[list[str]]:
        return [wrap_text(name, self._band - _GAP, self.look.size) for name in self.chart.categories]

    @property
    def fits(self) -> bool:
        """Whether the names have room below the bars, and the bars room enough to be seen."""
        names, size = self._names(), self.look.size
        widest = max((text_width(line, size) for lines in names for line in lines), default=0.0)
        most = max(map(len, names), default=1)
        rest = self.look.height - self.head(size)[1] - most * line_height(size) - 2 * size
        seen = self._bar_width >= 5 * min(2, len(self.chart.series))
        return widest <= self._band - 2 and most <= _MOST_LINES and rest >= _LEAST_PLOT and seen

    @property
    def _bar_width(self) -> float:
        count = max(1, len(self.chart.series))
        return min(_WIDEST_BAR, self._band * (0.62 if count == 1 else 0.8) / count)

    def draw(self) -> Drawing:
        """The chart, as large as the look says."""
        look, size, names = self.look, self.look.size, self._names()
        shapes, top = self.head(size)
        bottom = look.height - max(map(len, names), default=1) * line_height(size) - _GAP
        shown = self._shows_values
        above = size * 1.5 if shown else size * 0.5
        below = size * 1.4 if shown and min(self.chart.values, default=0.0) < 0 else 0.0
        steps = max(3, int((bottom - below - top - above) / (size * 2.4)))
        scale = make_scale(self.chart.values, bottom - below, top + above, most=min(7, steps), whole=self.whole)
        left = self._axis
        axis: list[Shape] = []
        for value in scale.steps:
            y = scale.place(value)
            shapes.append(Line(left, y, look.width, y, look.grid, 0.5))
            axis.append(Label(self.step_text(value, scale), left - _GAP, y + size * 0.35, size, "end", look.ink))
        for number, lines in enumerate(names):
            middle = left + self._band * (number + 0.5)
            label = Label("", 0.0, 0.0, size, "middle", look.ink)
            shapes += lines_of(lines, middle, bottom + _GAP + size * 0.8, label)
            shapes += self._bars(number, middle, scale, values=shown)
        shapes.append(Line(left, scale.place(0.0), look.width, scale.place(0.0), look.rule, 1.0))
        return Drawing(look.width, look.height, (*shapes, *axis))

    @property
    def _shows_values(self) -> bool:
        """Whether the figures have room above their bars."""
        count = len(self.chart.series)
        room = self._band if count == 1 else self._bar_width
        return self.longest * self.look.size <= room - 2

    def _bars(self, category: int, middle: float, scale: Scale, *, values: bool) -> list[Shape]:
        shapes: list[Shape] = []
        wide, count, size = self._bar_width, len(self.chart.series), self.look.size
        for series in range(count):
            value = self.value(series, category)
            if value is None:
                continue
            x = middle + (series - count / 2) * wide
            ends = sorted((scale.place(0.0), scale.place(value)))
            gap = 0.0 if count == 1 else min(1.0, wide / 8)
            shapes += bar((x + gap, ends[0], wide - 2 * gap, ends[1] - ends[0]), series, self.look)
            if values:
                y = ends[0] - size * 0.3 if value >= 0 else ends[1] + size
                figure = Label(self.text(series, category), x + wide / 2, y, size, "middle", self.look.ink)
                shapes += on_ground(figure, self.look)
        return shapes
