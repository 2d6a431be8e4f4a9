"""Line charts: a line for each series from category to category, named at its end."""

from __future__ import annotations

from itertools import groupby
from typing import Final, NamedTuple

from cspdocs.document.charts.axes import Scale, decimals, make_scale, unit_words, write_value
from cspdocs.document.charts.figures import Chart, ChartLook
from cspdocs.document.charts.marks import line_height, lines_of, marker, on_ground
from cspdocs.document.drawing import Drawing, Label, Line, Point, Polyline, Shape
from cspdocs.document.letterwidths import text_width, wrap_text
from cspdocs.values import define

_GAP: Final = 6.0
_NAMES: Final = 0.3
"""The part of the width that the names of the lines may take."""
_MOST_LINES: Final = 2
_WIDTH: Final = 2.25


def line_chart(chart: Chart, look: ChartLook | None = None) -> Drawing:
    """A line for each series, with a mark at each figure; it breaks where there is none. As large as the look says."""
    return _Lines(chart, look or ChartLook()).draw()


class _Name(NamedTuple):
    """The name of a line, and the last point of the line, where the name stands best; `None` without any."""

    series: int
    lines: list[str]
    end: Point | None


@define
class _Lines:
    chart: Chart
    look: ChartLook

    def draw(self) -> Drawing:
        look, size, chart = self.look, self.look.size, self.chart
        count = len(chart.categories)
        words = unit_words(chart.unit)
        shapes: list[Shape] = [Label(words, 0.0, size, size, colour=look.ink)] if words else []
        top = size * (2.8 if words else 1.6)
        left, right = self._axis, look.width - self._names_width - self._half_of_last
        first = left + max(size, self._half_of_figure(0))
        apart = (right - first) / max(1, count - 1)
        places = [first + apart * number for number in range(count)] if count > 1 else [(left + right) / 2]
        every = self._every(apart)
        names = self._category_names(apart * every)
        bottom = look.height - max((len(lines) for lines in names), default=1) * line_height(size) - _GAP
        most = max(3, min(7, int((bottom - top) / (size * 2.4))))
        scale = make_scale(chart.values, bottom, top, most=most, whole=all(value == int(value) for value in chart.values))
        axis: list[Shape] = []
        for value in scale.steps:
            y = scale.place(value)
            shapes.append(Line(left, y, right + size / 2, y, look.grid, 0.5))
            text = write_value(value, chart.unit, decimals(scale.steps))
            axis.append(Label(text, left - _GAP, y + size * 0.35, size, "end", look.ink))
        for number, x in enumerate(places):
            if self._is_named(number, every):
                shapes.append(Line(x, bottom, x, bottom + 3, look.rule, 0.75))
                label = Label("", 0.0, 0.0, size, "middle", look.ink)
                shapes += lines_of(names[number], x, bottom + _GAP + size * 0.8, label)
        shapes.append(Line(left, scale.place(0.0), right + size / 2, scale.place(0.0), look.rule, 1.0))
        for series in range(len(chart.series)):
            shapes += self._line(series, places, scale)
        if len(chart.series) == 1:
            shapes += self._figures(places, scale, apart)
        else:
            shapes += self._names(places, scale, top, bottom)
        return Drawing(look.width, look.height, (*shapes, *axis))

    @property
    def _axis(self) -> float:
        """The width of the numbers of the axis."""
        scale = make_scale(self.chart.values, 1.0, 0.0, most=6, whole=False)
        texts = [write_value(value, self.chart.unit, decimals(scale.steps)) for value in scale.steps]
        return max(text_width(text, self.look.size) for text in texts) * 1.1 + _GAP

    @property
    def _names_width(self) -> float:
        if len(self.chart.series) < 2:
            return 0.0
        widest = max(text_width(series.name, self.look.size) for series in self.chart.series)
        return min(self.look.width * _NAMES, widest) + 5 * _GAP

    @property
    def _half_of_last(self) -> float:
        """What the name and the figure of the last category take at the right of their place, beside the names of lines."""
        half = text_width(self.chart.categories[-1], self.look.size) / 2 if self.chart.categories else 0.0
        half = max(half, self._half_of_figure(len(self.chart.categories) - 1))
        return min(self.look.width / 8, max(0.0, half - self._names_width))

    def _half_of_figure(self, number: int) -> float:
        """What the figure of a single line takes at each side of its place."""
        if len(self.chart.series) != 1 or not 0 <= number < len(self.chart.categories):
            return 0.0
        return min(self.look.width / 8, text_width(self._text(number), self.look.size) / 2)

    def _category_names(self, room: float) -> list[list[str]]:
        return [wrap_text(name, room - _GAP, self.look.size) for name in self.chart.categories]

    def _every(self, apart: float) -> int:
        """Which categories are named: each, each second, and so on, so that the names do not run into one another."""
        for every in range(1, len(self.chart.categories)):
            names = self._category_names(apart * every)
            widest = max(text_width(line, self.look.size) for lines in names for line in lines)
            if widest <= apart * every - 4 and max(map(len, names)) <= _MOST_LINES:
                return every
        return max(1, len(self.chart.categories) - 1)

    def _is_named(self, number: int, every: int) -> bool:
        """Counted from the last category, which matters most."""
        return (len(self.chart.categories) - 1 - number) % every == 0

    def _points(self, series: int, places: list[float], scale: Scale) -> list[Point | None]:
        values = self.chart.series[series].values[: len(places)]
        return [None if value is None else (x, scale.place(value)) for x, value in zip(places, values, strict=False)]

    def _line(self, series: int, places: list[float], scale: Scale) -> list[Shape]:
        points = self._points(series, places, scale)
        colour = self.look.colour(series)
        shapes: list[Shape] = []
        for there, run in groupby(points, key=lambda point: point is not None):
            stretch = tuple(point for point in run if point is not None)
            if there and len(stretch) > 1:
                shapes.append(Polyline(stretch, colour, _WIDTH))
        return shapes + [marker(*point, series, self.look) for point in points if point]

    def _figures(self, places: list[float], scale: Scale, apart: float) -> list[Shape]:
        """The figures of a single line, above or below it, where they do not run into one another."""
        texts = [self._text(number) for number in range(len(places))]
        widest = max((text_width(text, self.look.size) for text in texts), default=0.0)
        if widest > apart - 4 and len(places) > 1:
            return []
        points = self._points(0, places, scale)
        figures = (
            self._figure(text, point, [other for other in points[max(0, number - 1) : number + 2] if other])
            for number, (text, point) in enumerate(zip(texts, points, strict=False))
            if point
        )
        return [shape for figure in figures for shape in on_ground(figure, self.look)]

    def _text(self, number: int) -> str:
        series = self.chart.series[0]
        value = series.values[number] if number < len(series.values) else None
        if value is None:
            return ""
        return series.text(number) or write_value(value, self.chart.unit, decimals(self.chart.values))

    def _figure(self, text: str, point: Point, near: list[Point]) -> Label:
        """A figure at its point, as far above the line, or below it, as it does not touch it; whichever is nearer."""
        x, y = point
        size, half = self.look.size, text_width(text, self.look.size) / 2
        slopes = [(other[1] - y) / (other[0] - x) * (half if other[0] > x else -half) for other in near if other[0] != x]
        above, below = min(0.0, *slopes, 0.0), max(0.0, *slopes, 0.0)
        baseline = y + above - size * 0.7 if -above <= below else y + below + size * 1.45
        return Label(text, x, baseline, size, "middle", self.look.ink)

    def _names(self, places: list[float], scale: Scale, top: float, bottom: float) -> list[Shape]:
        """The names of the lines at their ends, moved apart where they would stand on each other."""
        size, height = self.look.size, line_height(self.look.size)
        left = self.look.width - self._names_width + 4 * _GAP
        found: list[_Name] = []
        for series, named in enumerate(self.chart.series):
            last = next((point for point in reversed(self._points(series, places, scale)) if point), None)
            found.append(_Name(series, wrap_text(named.name, self.look.width - left, size), last))
        found.sort(key=lambda name: name.end[1] if name.end else bottom)
        shapes: list[Shape] = []
        for name, middle in zip(found, _apart(found, height, top, bottom), strict=True):
            mark = left - 1.5 * _GAP
            if name.end:
                x, y = name.end
                leader = ((x + _GAP, y), (mark - _GAP, middle))
                shapes.append(Polyline(leader, self.look.colour(name.series), 0.75))
            shapes.append(marker(mark, middle, name.series, self.look))
            first = middle - (len(name.lines) - 1) * height / 2 + size * 0.35
            label = Label("", 0.0, 0.0, size, "start", self.look.ink)
            shapes += lines_of(name.lines, left, first, label)
        return shapes


def _apart(names: list[_Name], height: float, top: float, bottom: float) -> list[float]:
    """The middles of the names, in their order from above, each as near to its line's end as the others leave room."""
    middles: list[float] = []
    floor = top - height
    for name in names:
        half = len(name.lines) * height / 2
        middles.append(max(name.end[1] if name.end else bottom, floor + half))
        floor = middles[-1] + half
    ceiling = max(bottom, floor - max(0.0, floor - bottom))
    for number in reversed(range(len(names))):
        half = len(names[number].lines) * height / 2
        middles[number] = min(middles[number], ceiling - half)
        ceiling = middles[number] - half
    return middles
