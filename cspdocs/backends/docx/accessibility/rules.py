"""All rules, and a file judged by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from cspdocs.backends.docx.accessibility.blanks import check_blanks
from cspdocs.backends.docx.accessibility.colours import check_colour_alone, check_contrast, check_direct_formatting
from cspdocs.backends.docx.accessibility.controls import check_access, check_controls, check_properties
from cspdocs.backends.docx.accessibility.faults import Fault, as_diagnostics
from cspdocs.backends.docx.accessibility.headings import check_headings
from cspdocs.backends.docx.accessibility.links import check_links
from cspdocs.backends.docx.accessibility.pictures import check_alternative_text, check_floating, check_watermark
from cspdocs.backends.docx.accessibility.spacing import (
    check_effects,
    check_notes,
    check_repeated_blanks,
    check_typed_lists,
)
from cspdocs.backends.docx.accessibility.tables import check_headers, check_simple
from cspdocs.backends.docx.accessibility.wordfile import Problem, WordFile
from cspdocs.diagnostics import Diagnostic, Severity

_Rule: TypeAlias = Callable[[WordFile], Iterable[Fault]]

_RULES: Final[tuple[_Rule, ...]] = (
    check_properties,
    check_headings,
    check_alternative_text,
    check_floating,
    check_watermark,
    check_headers,
    check_simple,
    check_blanks,
    check_links,
    check_controls,
    check_contrast,
    check_colour_alone,
    check_direct_formatting,
    check_typed_lists,
    check_repeated_blanks,
    check_effects,
    check_notes,
)


def judge(file: WordFile) -> tuple[Diagnostic, ...]:
    """What is found in a file, rule by rule."""
    return tuple(as_diagnostics(_faults(file), file.looks))


def _faults(file: WordFile) -> Iterator[Fault]:
    for problem in file.problems:
        yield _unreadable(problem, readable=bool(file.texts))
    yield from check_access(file)
    if file.texts:
        for rule in _RULES:
            yield from rule(file)


def _unreadable(problem: Problem, *, readable: bool) -> Fault:
    severity = Severity.WARNING if readable else Severity.ERROR
    cure = "open it in Word, let Word repair it, and save it as .docx"
    return Fault("word-unreadable", problem.part, problem.met, cure, severity=severity)
