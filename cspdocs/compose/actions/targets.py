"""What actions are measured by: the figures before, the target, what was reached, and whether that is enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cspdocs.compose.cells import Cells, Shown
from cspdocs.document.nodes import Inline, Paragraph, StatusMark, Text, Value
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Action
from cspdocs.plan.quantities import read_quantity
from cspdocs.values import frozen

_FORMS: Final = {"baseline": "baseline", "target": "target", "actual": "value", "change": "signed"}
"""Columns of actions, and what they show of a figure."""

TARGET_FIELDS: Final = frozenset({"figures", *_FORMS, "standing"})
"""The columns that show what actions are measured by."""


@frozen
class _Measured:
    """A figure of an action, and the path of the record that has it; the action's own has no name."""

    measure: Measure
    path: str
    own: bool = False

    def path_of(self, form: str) -> str:
        """The path of the field that says what is printed for a form; empty where it is worked out."""
        measure = self.measure
        if form == "signed" or (form == "previous" and not measure.previous):
            return ""
        if self.own:
            return f"{self.path}/{'actual' if form == 'value' else form}"
        if form == "value" and not measure.value:
            form = f"series/{list(measure.series)[-1]}" if measure.latest else "reason"
        return f"{self.path}/{form}"


class Targets:
    """Makes the cells of what actions are measured by. `named` says whether a column has the names of the figures."""

    def __init__(self, cells: Cells, *, named: bool) -> None:
        self._cells = cells
        self._context = cells.context
        self._named = named

    def show(self, action: Action, field: str, path: str) -> Shown:
        """What one of `TARGET_FIELDS` shows of an action. Of several figures each stands on a line of its own."""
        measured = list(self._measured(action, path))
        origin = f"{path}/{field}"
        if field == "change" and action.change:
            return self._cells.words(action.change, origin)
        if field == "figures":
            return self._cells.lines([self._name(one) for one in measured if not one.own], origin)
        if field == "standing":
            return self._standing(measured, origin)
        if len(measured) == 1 and measured[0].own:
            text = action.achieved if field == "change" else getattr(action, field)
            return self._cells.words(text, origin, typed=field != "change")
        return self._cells.lines([self._figure(one, field, several=len(measured) > 1) for one in measured], origin)

    def _measured(self, action: Action, path: str) -> Iterator[_Measured]:
        own = action.measure
        if own:
            yield _Measured(own, path, own=True)
        for name in action.figures:
            measure = self._context.names.figures.get(name)
            if measure:
                yield _Measured(measure, f"figures/{name}")

    def _figure(self, one: _Measured, field: str, *, several: bool) -> tuple[Inline, ...]:
        """What a figure is in that column, after its name where there are several."""
        form = _FORMS[field]
        if field == "baseline" and not one.measure.baseline:
            form = "previous"
        text = one.measure.form(form)
        if not text:
            return ()
        path = one.path_of(form)
        said = self._context.value(text, path) if path else self._context.words(text)
        if not self._named:
            said += self._unit(one, text)
        return self._after_name(one, said) if several else said

    def _standing(self, measured: Sequence[_Measured], origin: str) -> Shown:
        standings = [(one, one.measure.standing) for one in measured]
        known = [(one, self._context.template.standings[standing]) for one, standing in standings if standing]
        if not known:
            return self._cells.nothing(origin)
        if len(known) == 1:
            return self._cells.status(known[0][1], "")
        fills = {self._context.template.colour(status.colour) for _, status in known}
        lines = tuple(
            Paragraph(self._after_name(one, (StatusMark(status.word, status.mark),)), "Status") for one, status in known
        )
        return Shown(lines, origin, fills.pop() if len(fills) == 1 else "", names=True)

    def _after_name(self, one: _Measured, said: tuple[Inline, ...]) -> tuple[Inline, ...]:
        wording = self._context.template.wording.labelled
        return said if one.own else self._context.phrase_of(wording, {"label": self._label(one), "value": said})

    def _label(self, one: _Measured) -> tuple[Inline, ...]:
        """What is counted, and where, if it is said."""
        label = self._context.value(one.measure.label, f"{one.path}/label") or (Text(one.measure.id.replace("-", " ")),)
        area = self._context.value(one.measure.area, f"{one.path}/area")
        return (*label, Text(", "), *area) if area else label

    def _name(self, one: _Measured) -> tuple[Inline, ...]:
        """What is counted, where, and in which unit."""
        unit = self._context.value(one.measure.unit, f"{one.path}/unit")
        return (*self._label(one), Text(" ("), *unit, Text(")")) if unit else self._label(one)

    def _unit(self, one: _Measured, text: str) -> tuple[Inline, ...]:
        """The unit of a bare number, as it stands after it."""
        unit, number = one.measure.unit, read_quantity(self._context.fill(text))
        if not unit or number is None or number.unit:
            return ()
        return (Text(unit),) if unit.startswith("%") else (Text(" "), Value((Text(unit),), f"{one.path}/unit"))
