"""What charts are drawn from: series of figures, branches of a tree, and looks."""

from __future__ import annotations

from typing import Final

from cspdocs.document.contrast import with_contrast
from cspdocs.values import frozen

LEAST_CONTRAST: Final = 3.0
"""Of what has to be seen in a picture against its background (WCAG 2.1, 1.4.11)."""

_COLOURS: Final = ("#1f4e79", "#c2570c", "#0f766e", "#7e3794", "#52525b", "#a3123f")


@frozen
class Series:
    """Figures of one kind, one for each category; `None` where there is none.

    `texts` are the figures as they are printed; where left out they are written from the values.
    """

    name: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...] = ()

    def text(self, number: int) -> str:
        """The figure of a category as it is printed, empty where there is none or it is to be written from the value."""
        return self.texts[number] if number < len(self.texts) else ""


@frozen
class Chart:
    """Series over categories. `unit` is `%`, a sign before the figure such as `£`, or words; empty for plain counts.

    `in_time` says whether the categories follow one another in time, so that a change can be told.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    in_time: bool = True

    @property
    def values(self) -> list[float]:
        """All figures that there are."""
        return [value for series in self.series for value in series.values if value is not None]


@frozen
class Branch:
    """A box of a tree: a name, a line below it, and the boxes that hang from it."""

    name: str
    line: str = ""
    branches: tuple[Branch, ...] = ()


@frozen(kw_only=True)
class ChartLook:
    """How a chart looks. Lengths are points: the width it has, the height it may have, and the size of its letters.

    `colours` are those of the series, in turn; one that could not be seen on the `background` is made darker or lighter.
    `ink` is the colour of letters, `rule` that of axes and the lines of a tree, `grid` that of the lines behind the figures.
    """

    width: float = 450.0
    height: float = 320.0
    size: float = 12.0
    colours: tuple[str, ...] = _COLOURS
    ink: str = "#1a1a1a"
    rule: str = "#595959"
    grid: str = "#d9d9d9"
    fill: str = "#eef3f7"
    background: str = "#ffffff"

    def colour(self, number: int) -> str:
        """The colour of a series, which can be told from the background."""
        colours = self.colours or _COLOURS
        return with_contrast(colours[number % len(colours)], self.background, LEAST_CONTRAST)
