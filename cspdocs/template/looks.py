"""The style sheet of a template: its rules upon one another, with colours, typefaces and pages looked up."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

from cspdocs.document.styles import (
    REQUIRED_STYLES,
    BoxStyle,
    FontFamily,
    PageGeometry,
    Reference,
    Style,
    StyleSheet,
    TableStyle,
)
from cspdocs.records.findings import did_you_mean, nearest
from cspdocs.resources import font_folder
from cspdocs.template.findings import TemplateFindings
from cspdocs.template.inheritance import MANIFEST, Sources
from cspdocs.template.ready import READY_PALETTE, READY_STYLES, READY_TABLES
from cspdocs.template.rules import BoxRule, FontRule, Manifest, PageRule, StyleRule, Styles, TableRule
from cspdocs.units import Length, mm
from cspdocs.values import asdict, evolve

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_PAPER: Final = {"A3": (mm(297), mm(420)), "A4": (mm(210), mm(297)), "A5": (mm(148), mm(210))}
_REQUIRED_TABLES: Final = ("Table", "Grid")
_FACES: Final = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}

REFERENCE: Final = "reference.docx"
"""A file that a template may have beside the others: a Word file with house styles."""

_Rule: TypeAlias = StyleRule | TableRule | BoxRule
_Look = TypeVar("_Look", Style, TableStyle, BoxStyle)


def find_colour(palette: Mapping[str, str], name: str) -> str:
    """The colour `#rrggbb` of a palette name or of a colour already written so; empty for anything else."""
    return name.lower() if _COLOUR.fullmatch(name) else palette.get(name, "").lower()


class Looks:
    """Makes the style sheet of a manifest and its rules, noting everything that does not fit together."""

    def __init__(self, manifest: Manifest, sources: Sources, findings: TemplateFindings) -> None:
        self._manifest = manifest
        self.palette = {**READY_PALETTE, **manifest.palette}
        """The colours by name: the template's, and those that every template has."""
        self._sources = sources
        self._findings = findings

    def style_sheet(self, styles: Styles, tables: Iterable[TableRule], reference: tuple[Path, bytes] | None) -> StyleSheet:
        """The style sheet; what is wrong in the rules is as in a style sheet without them."""
        manifest = self._manifest
        return StyleSheet(
            styles=self._cascade("styles.yaml", "styles", _complete_styles(styles), "Body", Style),
            tables=self._cascade("tables.yaml", "styles", _complete_tables(tables), "Table", TableStyle),
            boxes=self._cascade("styles.yaml", "boxes", styles.boxes, "Box", BoxStyle),
            pages={rule.name: _page(rule) for rule in manifest.pages} or {"Page": PageGeometry(name="Page")},
            fonts=self._fonts(),
            link_colour=self.colour(manifest.link_colour, MANIFEST, "link-colour"),
            unfilled_fill=self.colour(manifest.highlight, MANIFEST, "highlight"),
            reference=self._reference(*reference) if reference else None,
        )

    def check_palette(self) -> None:
        """Notes what is called a colour and is none."""
        for name, colour in self._manifest.palette.items():
            if not _COLOUR.fullmatch(colour):
                self._findings.report(MANIFEST, f"palette/{name}", f'"{colour}" is no colour', "write it as #rrggbb")

    def colour(self, written: str, file: str, path: str) -> str:
        """The colour that is written at the field `path` of a file; black, and a finding, where it is none."""
        colour = self.palette.get(written, written)
        if _COLOUR.fullmatch(colour):
            return colour.lower()
        if written not in self.palette:
            meant = did_you_mean(nearest(written, tuple(self.palette)))
            hint = meant or f"write #rrggbb or a name of the palette ({', '.join(self.palette)})"
            self._findings.report(file, path, f'"{written}" is no colour', hint)
        return "#000000"

    def _cascade(
        self,
        file: str,
        kind: str,
        rules: Iterable[_Rule],
        root: str,
        look: type[_Look],
    ) -> dict[str, _Look]:
        """Each rule of a kind upon the looks of the one it is based on, down to the root; those not written look like it."""
        by_name: dict[str, _Rule] = {rule.name: rule for rule in rules}
        done: dict[str, _Look] = {}

        def resolve(name: str, above: tuple[str, ...]) -> _Look:
            if name in done:
                return done[name]
            rule = by_name.get(name)
            base = (rule.based_on if rule else "") or (root if name != root else "")
            if base in (*above, name):
                message = f'"{base}" is based on "{name}" itself'
                self._findings.report(file, f"{kind}/{name}/based-on", message, "break the circle")
                base = ""
            elif base and base != root and base not in by_name:
                self._findings.unknown("style", base, by_name, file, f"{kind}/{name}/based-on")
                base = ""
            start = resolve(base, (*above, name)) if base else look(name=name)
            given = _given(rule, lambda colour, key: self.colour(colour, file, f"{kind}/{name}/{key}") if colour else "")
            done[name] = evolve(start, **{**given, "name": name, "based_on": base})
            return done[name]

        for name in dict.fromkeys((root, *by_name)):
            resolve(name, ())
        return done

    def _reference(self, file: Path, data: bytes) -> Reference | None:
        # Few templates have one, and the libraries that take it apart cost every start some milliseconds.
        reader = importlib.import_module("cspdocs.template.reference")
        taken: Reference | None = reader.take_reference(file, data, self._findings)
        return taken

    def _fonts(self) -> dict[str, FontFamily]:
        rules = self._manifest.fonts or (FontRule(role="body", family="Arimo", word="Arial"),)
        return {rule.role: self._family(rule) for rule in rules}

    def _family(self, rule: FontRule) -> FontFamily:
        faces: dict[str, Path] = {}
        for face, shipped in _FACES.items():
            written = getattr(rule, face)
            own = self._sources.find(written) if written else font_folder() / f"{rule.family}-{shipped}.ttf"
            if own is None or not _is_file(own):
                path, name = f"fonts/{rule.role}/{face.replace('_', '-')}", written or f"{rule.family}-{shipped}.ttf"
                hint = "give a TrueType file of this folder"
                self._findings.report(MANIFEST, path, f"there is no font file {name}", hint)
            faces[face] = own or Path(written)
        return FontFamily(name=rule.family, word=rule.word or rule.family, fallbacks=rule.fallbacks, **faces)


def _complete_styles(styles: Styles) -> Iterable[StyleRule]:
    """The styles of a template and, of those that documents use and it does not write, the ready ones and plain ones."""
    plain = [StyleRule(name=name) for name in REQUIRED_STYLES]
    return {rule.name: rule for rule in (*plain, *READY_STYLES, *styles.styles)}.values()


def _complete_tables(tables: Iterable[TableRule]) -> Iterable[TableRule]:
    """The same of table styles."""
    plain = [TableRule(name=name) for name in _REQUIRED_TABLES]
    return {rule.name: rule for rule in (*plain, *READY_TABLES, *tables)}.values()


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):  # a name too long for a file, or with characters that none can have
        return False


def _given(rule: _Rule | None, colour: Callable[[str, str], str]) -> dict[str, Any]:
    """The looks that a rule gives; colours by their value."""
    if rule is None:
        return {}
    given = {name: value for name, value in asdict(rule).items() if value is not None}
    for key, value in given.items():
        if key.endswith(("colour", "fill")):
            given[key] = colour(value, key.replace("_", "-"))
    return given


def _page(rule: PageRule) -> PageGeometry:
    width, height = _PAPER[rule.paper]
    if rule.orientation == "landscape":
        width, height = height, width
    return PageGeometry(
        name=rule.name,
        width=Length(width),
        height=Length(height),
        top=rule.top,
        right=rule.right,
        bottom=rule.bottom,
        left=rule.left,
        header=rule.header,
        footer=rule.footer,
    )
