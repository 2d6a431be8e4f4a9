"""Charts in words: what stands for a picture where it cannot be seen."""

from __future__ import annotations

from typing import Final, Literal

from cspdocs.document.charts.axes import decimals, write_value
from cspdocs.document.charts.figures import Branch, Chart, Series

_MOST_FIGURES: Final = 30
"""So many figures are told one by one; more of them are left to the table."""
_KINDS: Final = {"bar": "Bar chart", "line": "Line chart"}
_CHANGED: Final = 0.5
"""A change of less than this many per cent is none worth telling."""

_MANIFOLD: Final = 5
"""Of so many times as much nobody asks how many per cent that is."""


def describe_chart(chart: Chart, form: Literal["bar", "line"]) -> str:
    """What a chart shows: its title, its figures, and where they follow one another in time, how they changed.

    Of many figures it gives those at the ends alone: the table beside the chart has them all.
    """
    title = f" {chart.title.rstrip('.')}" if chart.title else ""
    few = len(chart.values) <= _MOST_FIGURES
    told = [_told(series, chart, few=few) for series in chart.series]
    if len(chart.series) == 1:
        return f"{_KINDS[form]}.{title}: {told[0]}" if title else f"{_KINDS[form]}: {told[0]}"
    named = [f"{series.name}: {text}" for series, text in zip(chart.series, told, strict=True)]
    return " ".join([f"{_KINDS[form]}.{title}{'.' if title else ''}", *named])


def describe_tree(root: Branch, title: str = "") -> str:
    """Which boxes hang from which: a sentence for each box that has others below it."""
    opening = f"Structure chart. {title.rstrip('.')}." if title else "Structure chart."
    return " ".join([opening, *_hanging(root)]) if root.branches else f"{opening} {root.name}."


def _hanging(branch: Branch) -> list[str]:
    if not branch.branches:
        return []
    sentences = [f"Below {branch.name}: {', '.join(inner.name for inner in branch.branches)}."]
    return [*sentences, *(sentence for inner in branch.branches for sentence in _hanging(inner))]


def _told(series: Series, chart: Chart, *, few: bool) -> str:
    pairs = list(enumerate(series.values[: len(chart.categories)]))
    known = [(number, value) for number, value in pairs if value is not None]
    if not known:
        return "no figures."
    places = decimals(chart.values)

    def figure(number: int, value: float | None) -> str:
        text = "no figure" if value is None else series.text(number) or write_value(value, chart.unit, places)
        return f"{chart.categories[number]} {text}"

    lowest, highest = min(known, key=lambda pair: pair[1]), max(known, key=lambda pair: pair[1])
    if few:
        said = ", ".join(figure(number, value) for number, value in pairs)
    elif chart.in_time:
        said = f"from {figure(*known[0])} to {figure(*known[-1])}, highest {figure(*highest)}"
    else:
        said = f"from {figure(*lowest)} to {figure(*highest)}"
    unit = "" if chart.unit in ("", "%", "£", "$", "€") else f" {chart.unit}"
    return f"{said}{unit}.{_change(known, chart)}"


def _change(known: list[tuple[int, float]], chart: Chart) -> str:
    """How the last figure differs from the first."""
    if not chart.in_time or len(known) < 2:
        return ""
    first, last = known[0][1], known[-1][1]
    points = chart.unit == "%"
    if points:
        amount = abs(last - first)
        written = f"{amount:.1f}".removesuffix(".0")
        by = f"{written} percentage point{'' if written == '1' else 's'}"
    elif first > 0 and last >= 0 and last < first * _MANIFOLD:
        amount = abs(last - first) / first * 100
        by = f"{amount:.0f}%"
    else:
        amount = abs(last - first)
        by = write_value(amount, chart.unit, decimals([amount]))
    if amount < (0.05 if points else _CHANGED):
        return " It stayed about the same."
    return f" It {'rose' if last > first else 'fell'} by {by}."
