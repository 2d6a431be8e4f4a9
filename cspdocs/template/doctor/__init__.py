"""The doctor: what would go wrong with a template that loads, before anybody prints with it."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from cspdocs.diagnostics import Diagnostic
from cspdocs.template.template import Template


def examine(template: Template, lacks: Callable[[Path, str], set[str]]) -> tuple[Diagnostic, ...]:
    """What is wrong with a template, each finding with its place and its cure.

    `lacks` says which characters of a text a font file cannot draw, and raises `ValueError` for what is no usable font.
    """
    # Most runs examine nothing, and every start would pay for the rules.
    found: tuple[Diagnostic, ...] = importlib.import_module("cspdocs.template.doctor.examination").follow_rules(
        template, lacks
    )
    return found
