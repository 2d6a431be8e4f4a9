"""Charts as vector pictures: pure geometry, from figures and looks that are handed in."""

from cspdocs.document.charts.bars import bar_chart
from cspdocs.document.charts.figures import Branch, Chart, ChartLook, Series
from cspdocs.document.charts.lines import line_chart
from cspdocs.document.charts.trees import tree_chart

__all__ = [
    "Branch",
    "Chart",
    "ChartLook",
    "Series",
    "bar_chart",
    "line_chart",
    "tree_chart",
]
