"""Can every status be told from the others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from cspdocs.diagnostics import Severity
from cspdocs.plan.status import SHAPES, Status
from cspdocs.template.doctor.colours import COLOUR_BLIND, WHITE, difference
from cspdocs.template.findings import TemplateFindings
from cspdocs.template.inheritance import MANIFEST
from cspdocs.template.template import Template

ALIKE: Final = 0.05
"""Colours nearer than this look the same in two rows of a table (see `colours.difference`)."""
ALIKE_TO_FEW: Final = 0.03
"""The same for eyes that see fewer colours; a shape helps them."""


def check_statuses(template: Template, findings: TemplateFindings) -> None:
    """Notes statuses, and standings of indicators, that look too much like one another."""
    paths = [f"statuses/{status.word}" for status in template.statuses]
    _check(template, template.statuses, paths, findings)
    standings = template.standings
    _check(template, tuple(standings.values()), [f"standings/{standing}" for standing in standings], findings)


def _check(template: Template, statuses: Sequence[Status], paths: list[str], findings: TemplateFindings) -> None:
    for (one, _), (other, path) in combinations(zip(statuses, paths, strict=True), 2):
        pair = f'"{one.word}" and "{other.word}"'
        if one.word.casefold() == other.word.casefold():
            findings.report(MANIFEST, path, f"{pair} are the same word", "give one of them another word")
            continue
        first, second = (template.colour(status.colour) or WHITE for status in (one, other))
        blind = [name for name, sight in COLOUR_BLIND.items() if difference(first, second, sight) < ALIKE_TO_FEW]
        free = [shape for shape in SHAPES if shape not in {status.shape for status in statuses}]
        another = f"give one of them another shape{f', such as {free[0]}' if free else ''}"
        if difference(first, second) < ALIKE and not first == second == WHITE:
            message = f"{pair} look alike: {first} and {second}"
            findings.report(MANIFEST, f"{path}/colour", message, "give one of them a colour that is plainly another")
        elif one.shape == other.shape and blind:
            message = f"{pair} have the same shape, and colours that look the same with {' and '.join(blind)}"
            findings.report(MANIFEST, f"{path}/shape", message, another)
        elif one.shape == other.shape:
            message = f"{pair} have the same shape; without colour only their words tell them apart"
            findings.report(MANIFEST, f"{path}/shape", message, another, Severity.WARNING)
