"""Figures drawn as bars or lines, with their description in words and the numbers in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cspdocs.compose.context import Context
from cspdocs.compose.statistics import area_tells, figures_listed, measure_label, periods_of
from cspdocs.diagnostics import Severity
from cspdocs.document import charts
from cspdocs.document.charts import ChartLook, Series, bar_chart, line_chart
from cspdocs.document.nodes import Block, Figure, Paragraph, Value
from cspdocs.document.walk import plain_text
from cspdocs.plan.blocks import Chart, Column
from cspdocs.plan.measures import Measure
from cspdocs.plan.quantities import Quantity, read_quantity
from cspdocs.template.phrases import fill_phrase, join_names
from cspdocs.units import pt
from cspdocs.values import frozen

_TALLEST: Final = 0.45
"""The part of a page that a chart may take."""
_MOST_TOLD: Final = 30
"""So many figures are told one by one; of more, those at both ends of each series: the table has them all."""


@frozen
class _Drawn:
    """The figures of a chart: what is drawn, and the columns of its table."""

    chart: charts.Chart
    columns: tuple[Column, ...]


def compose_chart(wanted: Chart, origin: str, context: Context) -> Iterator[Block]:
    """The title, the chart with its caption, and the numbers. What is no number is told in the table alone."""
    measures = [context.names.figures[name] for name in wanted.figures if name in context.names.figures]
    measures = list(_comparable(measures, origin, context))
    if not measures:
        return
    drawn = _drawn(measures, wanted, context)
    if wanted.title:
        yield Paragraph(context.title(wanted.title), "Table Title", origin=f"{origin}/title")
    if drawn.chart.values:
        draw = bar_chart if wanted.form == "bar" else line_chart
        drawing = draw(drawn.chart, chart_look(_TALLEST, context))
        alt = context.fill(wanted.alt) or _described(drawn.chart, wanted, context)
        caption = context.phrase(wanted.caption)
        captioned = (Value(caption, f"{origin}/caption"),) if caption else ()
        yield Figure(drawing, pt(drawing.width), alt, captioned, origin=origin)
    else:
        hint = "give figures that are numbers, or statistics: in place of a chart"
        context.report("no-numbers", "the chart has no numbers to draw", origin, hint, Severity.WARNING)
    if wanted.table or not drawn.chart.values:
        named = fill_phrase(context.template.wording.chart_table, {"title": drawn.chart.title})
        yield from figures_listed(measures, drawn.columns, named, origin, context)


def chart_look(tallest: float, context: Context) -> ChartLook:
    """How pictures look that are drawn for a plan: as wide as there is room, at most that part of its height."""
    sheet, page = context.template.sheet, context.page
    body, box = sheet.styles["Body"], sheet.boxes["Box"]
    return ChartLook(
        width=context.room.pt,
        height=page.text_height.pt * tallest,
        size=sheet.styles["Table Text"].size.pt,
        colours=context.template.chart_colours,
        ink=body.colour,
        fill=box.fill or "#ffffff",
    )


def _comparable(measures: Sequence[Measure], origin: str, context: Context) -> Iterator[Measure]:
    """The figures that can be drawn together: where some have a series, those that have none cannot."""
    in_time = any(measure.series for measure in measures)
    for measure in measures:
        if measure.series or not in_time:
            yield measure
        else:
            message = f"{measure.id} has no series, and cannot be drawn beside figures that have one"
            context.report("no-series", message, origin, "give it a series, or a chart of its own", Severity.WARNING)


def _drawn(measures: Sequence[Measure], wanted: Chart, context: Context) -> _Drawn:
    """Figures over the periods of their series; those without a series side by side, before and now."""
    labels = [_label(measure, context) for measure in measures]
    title = context.spoken(wanted.title) or ", ".join(dict.fromkeys(labels))
    periods = [period for period in periods_of(measures) if not wanted.periods or period in wanted.periods]
    naming = ("label", "area") if area_tells(measures, context) else ("label",)
    firsts = [Column(field=name) for name in naming]
    if periods:
        texts = [[context.fill(measure.series.get(period, "")) for period in periods] for measure in measures]
        read = [[read_quantity(text, measure.unit) for text in row] for measure, row in zip(measures, texts, strict=True)]
        series = tuple(_series(*row) for row in zip(labels, read, texts, strict=True))
        chart = charts.Chart(title, tuple(periods), series, _unit(read))
        return _Drawn(chart, (*firsts, *(Column(field=period) for period in periods)))
    layout = context.template.registers["statistics"]
    forms = [form for form in ("previous", "value") if form == "value" or any(measure.before for measure in measures)]
    texts = [[context.fill(measure.form(form)) for measure in measures] for form in forms]
    read = [[read_quantity(text, measure.unit) for measure, text in zip(measures, row, strict=True)] for row in texts]
    headings = [context.placeholders.fill_wording(layout.heading(form)) for form in forms]
    series = tuple(_series(*row) for row in zip(headings, read, texts, strict=True))
    chart = charts.Chart(title, tuple(labels), series, _unit(read), in_time=False)
    return _Drawn(chart, (*firsts, *(Column(field=form) for form in forms)))


def _label(measure: Measure, context: Context) -> str:
    """What is counted, and where."""
    label = plain_text(measure_label(measure, context))
    return f"{label}, {context.fill(measure.area)}" if measure.area else label


def _series(name: str, read: Iterable[Quantity | None], texts: Iterable[str]) -> Series:
    return Series(name, tuple(float(quantity.total) if quantity else None for quantity in read), tuple(texts))


def _unit(read: Iterable[Iterable[Quantity | None]]) -> str:
    """The unit of all figures; empty where they have none, or not the same."""
    units = {quantity.unit for row in read for quantity in row if quantity}
    return units.pop() if len(units) == 1 else ""


def _described(chart: charts.Chart, wanted: Chart, context: Context) -> str:
    """What stands for the chart where it cannot be seen."""
    wording = context.template.wording
    opening = wording.bar_chart if wanted.form == "bar" else wording.line_chart
    sentences = [fill_phrase(opening, {"title": chart.title.rstrip(".")})]
    for label, values in _told(chart, context):
        said = join_names(tuple(values), wording.between, wording.before_last) or wording.no_figure
        sentences.append(fill_phrase(wording.chart_series, {"label": label, "values": said}))
    return " ".join(sentences)


def _told(chart: charts.Chart, context: Context) -> Iterator[tuple[str, list[str]]]:
    """The values of each figure in words, after its name."""
    if chart.in_time:
        phrase = context.template.wording.chart_value
        for series in chart.series:
            known = [pair for pair in zip(chart.categories, series.texts, strict=True) if pair[1]]
            if len(chart.values) > _MOST_TOLD and len(known) > 1:
                known = [known[0], known[-1]]
            yield series.name, [fill_phrase(phrase, {"value": value, "period": period}) for period, value in known]
        return
    for number, label in enumerate(chart.categories):
        known = [(series.name, series.texts[number]) for series in chart.series if series.texts[number]]
        yield label, [value if len(chart.series) == 1 else f"{value} ({name})" for name, value in known]
