"""Figures in tables, a row each, with changes and standings worked out; and how many actions have which status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cspdocs.compose.alignment import align_numbers
from cspdocs.compose.cells import Cells, Shown, joined
from cspdocs.compose.columns import Headed, Item, Listing, list_of, table_of
from cspdocs.compose.context import Context
from cspdocs.document.nodes import Block, Cell, Inline, Paragraph, Row, Text
from cspdocs.document.walk import plain_text
from cspdocs.plan.blocks import Column, Statistics, Tally
from cspdocs.plan.measures import FORMS, TYPED, Measure
from cspdocs.plan.period import Period
from cspdocs.template.layouts import RegisterLayout
from cspdocs.values import evolve

_NAMES: Final = {"value": "latest", "previous": "before"}
_CHANGES: Final = ("signed", "change", "signed-percent", "percent")
"""Columns in which a change is judged: the first of them that is shown."""
_BY_PERIOD: Final = ("previous", "value")
"""What the columns of periods say, where figures have a series."""


def compose_statistics(wanted: Statistics, origin: str, context: Context) -> Iterator[Block]:
    """The figures asked for, or all that have a label, with the columns asked for, or the template's."""
    figures = context.names.figures
    measures = [figures[name] for name in wanted.figures if name in figures]
    if not wanted.figures:
        measures = [measure for measure in context.plan.figures if measure.label]
    if not measures:
        return
    layout = context.template.registers["statistics"]
    columns = _asked(wanted.columns, layout) if wanted.columns else _usual(measures, layout)
    if wanted.title:
        yield Paragraph(context.title(wanted.title), "Table Title", origin=f"{origin}/title")
    yield from figures_listed(measures, columns, context.spoken(wanted.title), origin, context)


def figures_listed(
    measures: Sequence[Measure], columns: Sequence[Column], title: str, origin: str, context: Context
) -> Iterator[Block]:
    """The figures with these columns, and below them what a reader must know of them that no column says."""
    layout, wording = context.template.registers["statistics"], context.template.wording
    style = context.template.sheet.tables[layout.style]
    shown = [column.field for column in columns]
    cells = _FigureCells(Cells(context, style.text), shown)
    items = [Item(f"figures/{measure.id}", tuple(cells.show(measure, field) for field in shown)) for measure in measures]
    listing = Listing(
        _headed(columns, layout, context), tuple(items), layout.style, title or wording.statistics, "figures", origin
    )
    if layout.form == "list":
        yield from list_of(listing, context)
    else:
        yield align_numbers(table_of(listing, context), context)
    notes = [note for note in _notes(measures, shown, context) if note]
    if notes:
        yield Paragraph(_spaced(notes), "Table Note")


def compose_tally(wanted: Tally, origin: str, context: Context) -> Iterator[Block]:
    """The words of the vocabulary that actions have, how many have each, and their sum."""
    programme = context.plan.previous if wanted.year == "previous" else context.plan
    actions = programme.actions if programme else ()
    if not actions:
        return
    layout, wording = context.template.registers["tally"], context.template.wording
    style = context.template.sheet.tables[layout.style]
    cells = Cells(context, style.text)
    items = [
        Item("", tuple(_counted(word, count, len(actions), column.field, cells) for column in layout.columns))
        for word, count in _statuses((action.status for action in actions), context)
    ]
    headed = tuple(
        Headed.of(column, _heading(column, layout, context), "template/registers/tally") for column in layout.columns
    )
    title = wording.tally
    listing = Listing(headed, tuple(items), layout.style, title, "", origin)
    yield Paragraph(context.words(title), "Table Title")
    if layout.form == "list":
        yield from list_of(listing, context)
        return
    table = table_of(listing, context)
    sums = {"status": wording.total, "count": str(len(actions)), "share": "100%"}
    total = tuple(Cell((Paragraph(context.words(sums.get(column.field, "")), style.header),)) for column in layout.columns)
    yield align_numbers(evolve(table, rows=(*table.rows, Row(total, total=True))), context)


def measure_label(measure: Measure, context: Context) -> tuple[Inline, ...]:
    """What is counted."""
    return context.value(measure.label, f"figures/{measure.id}/label") or (Text(_spoken(measure.id)),)


def area_tells(measures: Sequence[Measure], context: Context) -> bool:
    """Whether some of these figures have one name, so that only their areas tell them apart."""
    names = {plain_text(measure_label(measure, context)) for measure in measures}
    return len(names) < len(measures)


def periods_of(measures: Iterable[Measure]) -> tuple[str, ...]:
    """The periods of the series of figures, the oldest first where they can be told, else as they come."""
    labels = list(dict.fromkeys(label for measure in measures for label in measure.series))
    try:
        return tuple(sorted(labels, key=Period.parse))
    except ValueError:
        return tuple(labels)


class _FigureCells:
    """What the columns show of figures."""

    def __init__(self, cells: Cells, shown: Sequence[str]) -> None:
        self._cells = cells
        self._context = cells.context
        self._shown = shown
        self._judged = next((field for field in _CHANGES if field in shown), "")

    def show(self, measure: Measure, field: str) -> Shown:
        """What is printed of a figure under one of `FORMS` or a period of its series."""
        origin = f"figures/{measure.id}/{_typed_field(measure, field)}"
        match field:
            case "label":
                return self._line(self._label(measure), origin)
            case "value":
                return self._value(measure, origin)
            case "standing":
                return self._standing(measure, origin)
            case _ if field == self._judged:
                return self._line(self._judge(measure, field), "")
            case _:
                return self._cells.words(measure.form(field), origin, typed=field in TYPED or field not in FORMS)

    def _line(self, content: tuple[Inline, ...], origin: str) -> Shown:
        line = Paragraph(content, self._cells.text)
        return Shown((line,), origin) if content else self._cells.nothing(origin)

    def _label(self, measure: Measure) -> tuple[Inline, ...]:
        """What is counted, and in which unit."""
        label = measure_label(measure, self._context)
        unit = "" if "unit" in self._shown else measure.unit
        said = self._context.value(unit, f"figures/{measure.id}/unit")
        return (*label, Text(" ("), *said, Text(")")) if said else label

    def _value(self, measure: Measure, origin: str) -> Shown:
        """The figure and what it is a share of; where there is none, the reason."""
        if not measure.latest:
            missing = measure.reason or self._context.template.wording.no_figure
            return self._cells.words(missing, f"figures/{measure.id}/reason", typed=bool(measure.reason))
        if not measure.base or "base" in self._shown:
            return self._cells.words(measure.latest, origin)
        parts = {
            "value": self._context.value(measure.latest, origin),
            "base": self._context.value(measure.base, f"figures/{measure.id}/base"),
        }
        return self._line(self._context.phrase_of(self._context.template.wording.value_of_base, parts), origin)

    def _standing(self, measure: Measure, origin: str) -> Shown:
        standing = measure.standing
        return (
            self._cells.status(self._context.template.standings[standing], "") if standing else self._cells.nothing(origin)
        )

    def _judge(self, measure: Measure, field: str) -> tuple[Inline, ...]:
        """A change with its sign, and in words whether it is one for the better."""
        said, wording = measure.form(field), self._context.template.wording
        amount = measure.difference.amount if measure.difference else 0
        if not said or not amount:
            return self._context.words(wording.unchanged if said else "")
        if measure.good is None:
            return self._context.words(said)
        better = (amount > 0) is (measure.good == "up")
        phrase = wording.better if better else wording.worse
        return self._context.phrase_of(phrase, {"change": self._context.words(said)})


def _asked(names: Iterable[str], layout: RegisterLayout) -> list[Column]:
    """The columns that a plan names, as wide as the template has them."""
    known = {column.field: column for column in layout.columns}
    return [evolve(known.get(name, Column(field=name)), only_filled=False) for name in names]


def _usual(measures: Sequence[Measure], layout: RegisterLayout) -> list[Column]:
    """The template's columns; where figures have a series, a column for each period in place of the last two values."""
    periods = periods_of(measures)
    if not periods or any(measure.value and measure.value not in measure.series.values() for measure in measures):
        return list(layout.columns)
    fields = [column.field for column in layout.columns]
    columns: list[Column] = []
    for column in layout.columns:
        if column.field not in _BY_PERIOD:
            columns.append(column)
        elif not any(field in _BY_PERIOD for field in fields[: fields.index(column.field)]):
            columns += (Column(field=period) for period in periods)
    return columns


def _headed(columns: Iterable[Column], layout: RegisterLayout, context: Context) -> tuple[Headed, ...]:
    origin = f"template/registers/{layout.register}"
    return tuple(Headed.of(column, _heading(column, layout, context), origin) for column in columns)


def _heading(column: Column, layout: RegisterLayout, context: Context) -> tuple[Inline, ...]:
    known = column.heading or column.field in FORMS or layout.register != "statistics"
    heading = column.heading or (layout.heading(column.field) if known else column.field)
    return context.words(context.placeholders.fill_wording(heading))


def _typed_field(measure: Measure, field: str) -> str:
    """The field in which is typed what is printed for a form: a value that is left out is one of the series."""
    if field not in FORMS:
        return f"series/{field}"
    typed = getattr(measure, field) if field in _NAMES else True
    printed = measure.form(field)
    last = next((period for period in reversed(tuple(measure.series)) if measure.series[period] == printed), "")
    return field if typed or not last else f"series/{last}"


def _notes(measures: Sequence[Measure], shown: Sequence[str], context: Context) -> Iterator[tuple[Inline, ...]]:
    """As at when, from where, and what else a reader must know: for all figures, then after the names of some."""
    wording = context.template.wording
    notes: dict[tuple[str, ...], list[tuple[Inline, ...]]] = {tuple(measure.id for measure in measures): []}
    for field, phrase, slot in (
        ("as-at", wording.as_at, "date"),
        ("source", wording.source, "source"),
        ("note", "{note}", "note"),
    ):
        if field in shown:
            continue
        said: dict[str, list[Measure]] = {}
        for measure in measures:
            if text := measure.form(field):
                said.setdefault(text, []).append(measure)
        for text, some in said.items():
            value = context.value(text, f"figures/{some[0].id}/{field}")
            whose = tuple(measure.id for measure in some)
            notes.setdefault(whose, []).append(context.phrase_of(phrase, {slot: value}))
    everything, *others = notes.items()
    yield _spaced(everything[1])
    areas = area_tells(measures, context)
    for whose, words in others:
        named = [measure for measure in measures if measure.id in whose]
        label = joined([_told_apart(measure, context, area=areas) for measure in named], context)
        yield context.phrase_of(wording.labelled, {"label": label, "value": _spaced(words)})


def _told_apart(measure: Measure, context: Context, *, area: bool) -> tuple[Inline, ...]:
    label = measure_label(measure, context)
    if not area or not measure.area:
        return label
    return (*label, Text(", "), *context.value(measure.area, f"figures/{measure.id}/area"))


def _statuses(words: Iterable[str], context: Context) -> list[tuple[str, int]]:
    """The statuses that actions have, in the order of the vocabulary, then others, then none; with their counts."""
    counts = Counter(word.casefold() for word in words)
    known = [(status.word, counts.pop(word)) for word, status in context.statuses.items() if counts[word]]
    without = counts.pop("", 0)
    others = [(word, count) for word, count in sorted(counts.items()) if count]
    return [*known, *others, *([("", without)] if without else [])]


def _counted(word: str, count: int, of: int, field: str, cells: Cells) -> Shown:
    wording = cells.context.template.wording
    if field == "status":
        status = cells.context.statuses.get(word.casefold())
        return (
            cells.status(status, "") if status else cells.words(word or wording.no_status or wording.blank, "", typed=False)
        )
    return cells.words(str(count) if field == "count" else f"{round(100 * count / of)}%", "", typed=False)


def _spaced(parts: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for part in parts:
        made += (Text(" "), *part) if made else part
    return tuple(made)


def _spoken(name: str) -> str:
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]
