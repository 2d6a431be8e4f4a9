"""What upright and lying bars have in common: the legend on top, and the figures as they are printed."""

from __future__ import annotations

from cspdocs.document.charts.axes import Scale, decimals, unit_words, write_value
from cspdocs.document.charts.figures import Chart, ChartLook
from cspdocs.document.charts.marks import bar, legend
from cspdocs.document.drawing import Label, Shape
from cspdocs.document.letterwidths import text_width
from cspdocs.values import define


@define
class Barred:
    """A chart whose figures are bars."""

    chart: Chart
    look: ChartLook

    @property
    def whole(self) -> bool:
        """Whether nothing but whole things is counted."""
        return all(value == int(value) for value in self.chart.values)

    @property
    def longest(self) -> float:
        """The width of the widest figure in letters of one point."""
        texts = [self.text(one, two) for one in range(len(self.chart.series)) for two in range(len(self.chart.categories))]
        return max(map(text_width, texts), default=0.0)

    def text(self, series: int, category: int) -> str:
        """A figure as it is printed; empty where there is none."""
        found = self.chart.series[series]
        value = found.values[category] if category < len(found.values) else None
        if value is None:
            return ""
        return found.text(category) or write_value(value, self.chart.unit, decimals(self.chart.values))

    def value(self, series: int, category: int) -> float | None:
        """A figure; `None` where there is none."""
        values = self.chart.series[series].values
        return values[category] if category < len(values) else None

    def head(self, size: float) -> tuple[list[Shape], float]:
        """The legend, where there is more than one series, and the unit of the axis; and their height."""
        shapes: list[Shape] = []
        height = 0.0
        if len(self.chart.series) > 1:

            def swatch(x: float, y: float, number: int) -> list[Shape]:
                return bar((x - 8, y - size * 0.4, 16, size * 0.8), number, self.look)

            shapes, height = legend([series.name for series in self.chart.series], self.look, size, swatch)
        words = unit_words(self.chart.unit)
        if words:
            shapes.append(Label(words, 0.0, height + size, size, colour=self.look.ink))
            height += size * 1.6
        return shapes, height

    def step_text(self, value: float, scale: Scale) -> str:
        """A number of the axis."""
        return write_value(value, self.chart.unit, decimals(scale.steps))
