"""Bar charts: upright where the names of the categories have room below the bars, else lying, with the names at the left."""

from __future__ import annotations

from cspdocs.document.charts.columns import Columns
from cspdocs.document.charts.figures import Chart, ChartLook
from cspdocs.document.charts.rows import Rows
from cspdocs.document.drawing import Drawing


def bar_chart(chart: Chart, look: ChartLook | None = None) -> Drawing:
    """A bar for each figure, side by side in each category; where there is none, a gap.

    It is as wide as the look says, and at most as high, as long as letters of seven points leave room for all categories.
    """
    look = look or ChartLook()
    upright = Columns(chart, look)
    return upright.draw() if upright.fits else Rows(chart, look).draw()
