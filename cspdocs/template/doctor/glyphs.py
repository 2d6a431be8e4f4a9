"""Does every typeface have the characters that it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from cspdocs.document.styles import FontFamily
from cspdocs.plan.status import SHAPES
from cspdocs.records.walk import texts
from cspdocs.template.findings import TemplateFindings
from cspdocs.template.inheritance import MANIFEST
from cspdocs.template.template import Template

Lacks: TypeAlias = Callable[[Path, str], set[str]]
"""The characters of a text that a font file cannot draw; raises `ValueError` for a file that is no usable font."""

EXPECTED: Final = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a3\u20ac\u00b0\u00bd\u00bc\u00be\u00d7\u00e9\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2212"
    + "\u00e2\u00ea\u00ee\u00f4\u00fb\u0175\u0177\u00c2\u00ca\u00ce\u00d4\u00db\u0174\u0176"
    + "".join(SHAPES.values())
)
"""What every plan may need: English and Welsh letters, money, dashes, quotation marks, bullets and the marks of statuses."""

_SHOWN: Final = 12


def check_glyphs(template: Template, findings: TemplateFindings, lacks: Lacks) -> None:
    """Notes characters that a typeface and its fallbacks lack, and files that are no fonts."""
    printed = {character for text in _printed(template) for character in text if character.isprintable()}
    wanted = "".join(sorted(printed | set(EXPECTED)))
    for role, family in template.sheet.fonts.items():
        for face, file in _faces(family).items():
            path = f"fonts/{role}/{face}"
            try:
                missing = lacks(file, wanted)
                for fallback in family.fallbacks:
                    missing &= lacks(_faces(template.sheet.fonts[fallback])[face], wanted)
            except ValueError as error:
                findings.report(MANIFEST, path, f"{file.name} cannot be used: {error}", "give another TrueType file")
                continue
            if missing:
                _report(family.name, face, missing, path, findings)


def _report(name: str, face: str, missing: set[str], path: str, findings: TemplateFindings) -> None:
    ordered = sorted(missing)
    shown = " ".join(f"{character} (U+{ord(character):04X})" for character in ordered[:_SHOWN])
    more = f" and {len(ordered) - _SHOWN} more" if len(ordered) > _SHOWN else ""
    message = f"{name}, {face}, has no {shown}{more}"
    findings.report(MANIFEST, path, message, "name a typeface that has them, such as Arimo, in its fallbacks")


def _faces(family: FontFamily) -> dict[str, Path]:
    return {"regular": family.regular, "bold": family.bold, "italic": family.italic, "bold-italic": family.bold_italic}


def _printed(template: Template) -> Iterator[str]:
    """All the words that the template prints."""
    yield from (text for _, text in texts(template.wording))
    yield from (status.word for status in (*template.statuses, *template.standings.values()))
    tables = [layout.columns for layout in template.actions.values()]
    tables += [layout.columns for layout in template.registers.values()]
    yield from (column.heading for columns in tables for column in columns)
