"""A template as composing and rendering use it, and how it is read from its folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

import attrs
from attrs import frozen

from cspdocs.document.styles import (
    REQUIRED_STYLES,
    FontFamily,
    PageGeometry,
    Style,
    StyleSheet,
    TableStyle,
)
from cspdocs.errors import TemplateError
from cspdocs.plan.status import Status
from cspdocs.records.findings import did_you_mean, nearest
from cspdocs.resources import find_template, font_folder
from cspdocs.template.consistency import check_layouts, check_names, check_sizes, check_wording
from cspdocs.template.findings import TemplateFindings
from cspdocs.template.rules import (
    ActionLayout,
    DirectoryLayout,
    FontRule,
    Manifest,
    PageRule,
    StyleRule,
    Styles,
    TableRule,
    Tables,
    Wording,
)
from cspdocs.units import Length, mm

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_PAPER: Final = {"A3": (mm(297), mm(420)), "A4": (mm(210), mm(297)), "A5": (mm(148), mm(210))}
_REQUIRED_TABLES: Final = ("Table", "Grid")


FILES: Final = ("template.yaml", "wording.yaml", "styles.yaml", "tables.yaml")
"""The files of a template's folder."""


@frozen(kw_only=True)
class Template:
    """A borough's looks, words and layouts. `actions` maps `current` and `previous` to their tables."""

    name: str
    title: str
    about: str
    folder: Path
    sheet: StyleSheet
    palette: Mapping[str, str]
    wording: Wording
    actions: Mapping[str, ActionLayout]
    directory: DirectoryLayout
    statuses: tuple[Status, ...]
    repeat_title: bool

    def colour(self, name: str) -> str:
        """The colour `#rrggbb` of a palette name or of a colour already written so; empty for anything else."""
        if _COLOUR.fullmatch(name):
            return name.lower()
        return self.palette.get(name, "").lower()


def load_template(name: str, beside: Path | None = None) -> Template:
    """The template of that name, or in that folder (relative to `beside`).

    Raises:
        TemplateError: if there is no such template, or its files have errors: all of them at once.
    """
    folder = find_template(name, beside)
    return _load(folder, tuple(_read(folder / file) for file in FILES))


@lru_cache(maxsize=16)
def _load(folder: Path, _content: tuple[bytes, ...]) -> Template:
    """The template in a folder, kept for the next plan for as long as its files stay the same."""
    findings = TemplateFindings(folder)
    manifest = findings.read("template.yaml", Manifest)
    wording = findings.read("wording.yaml", Wording)
    styles = findings.read("styles.yaml", Styles)
    tables = findings.read("tables.yaml", Tables)
    if manifest is None or wording is None or styles is None or tables is None:
        raise TemplateError(findings.found)
    template = _Builder(folder, manifest, findings).build(wording, styles, tables)
    if findings.found:
        raise TemplateError(findings.found)
    return template


def _read(file: Path) -> bytes:
    """What is in a file; nothing where it cannot be read, which is told when it is read for good."""
    try:
        return file.read_bytes()
    except OSError:
        return b""


_Rule: TypeAlias = StyleRule | TableRule
_Look = TypeVar("_Look", Style, TableStyle)


class _Builder:
    """Turns the records of a folder into a template, noting everything that does not fit together."""

    def __init__(self, folder: Path, manifest: Manifest, findings: TemplateFindings) -> None:
        self._folder = folder
        self._manifest = manifest
        self._findings = findings

    def build(self, wording: Wording, styles: Styles, tables: Tables) -> Template:
        manifest = self._manifest
        for name, colour in manifest.palette.items():
            if not _COLOUR.fullmatch(colour):
                self._findings.report("template.yaml", f"palette/{name}", f'"{colour}" is no colour', "write it as #rrggbb")
        for status in manifest.statuses:
            if status.colour:
                self._colour(status.colour, "template.yaml", f"statuses/{status.word}/colour")
        sheet = StyleSheet(
            styles=self._cascade("styles.yaml", styles.styles, "Body", Style, REQUIRED_STYLES),
            tables=self._cascade("tables.yaml", tables.styles, "Table", TableStyle, _REQUIRED_TABLES),
            pages={rule.name: _page(rule) for rule in manifest.pages} or {"Page": PageGeometry(name="Page")},
            fonts=self._fonts(),
            link_colour=self._colour(manifest.link_colour, "template.yaml", "link-colour"),
        )
        check_names(sheet, tables, self._findings)
        check_layouts(tables, self._findings)
        check_sizes(sheet, self._findings)
        check_wording(wording, self._findings)
        return Template(
            name=self._folder.name,
            title=manifest.title,
            about=manifest.about,
            folder=self._folder,
            sheet=sheet,
            palette=manifest.palette,
            wording=wording,
            actions={layout.year: layout for layout in tables.actions},
            directory=tables.directory,
            statuses=manifest.statuses,
            repeat_title=manifest.repeat_title,
        )

    def _colour(self, written: str, file: str, path: str) -> str:
        colour = self._manifest.palette.get(written, written)
        if _COLOUR.fullmatch(colour):
            return colour.lower()
        if written not in self._manifest.palette:
            meant = did_you_mean(nearest(written, tuple(self._manifest.palette)))
            names = ", ".join(self._manifest.palette) or "which is empty"
            hint = meant or f"write #rrggbb or a name of the palette ({names})"
            self._findings.report(file, path, f'"{written}" is no colour', hint)
        return "#000000"

    def _cascade(
        self,
        file: str,
        rules: Iterable[StyleRule] | Iterable[TableRule],
        root: str,
        look: type[_Look],
        needed: Iterable[str],
    ) -> dict[str, _Look]:
        """Each rule upon the looks of the one it is based on, down to the root; styles not written look like the root."""
        by_name: dict[str, _Rule] = {rule.name: rule for rule in rules}
        done: dict[str, _Look] = {}

        def resolve(name: str, above: tuple[str, ...]) -> _Look:
            if name in done:
                return done[name]
            rule = by_name.get(name)
            base = (rule.based_on if rule else "") or (root if name != root else "")
            if base in (*above, name):
                self._findings.report(
                    file, f"styles/{name}/based-on", f'"{base}" is based on "{name}" itself', "break the circle"
                )
                base = ""
            elif base and base != root and base not in by_name:
                self._findings.unknown("style", base, by_name, file, f"styles/{name}/based-on")
                base = ""
            start = resolve(base, (*above, name)) if base else look(name=name)
            given = _given(rule, lambda colour, key: self._colour(colour, file, f"styles/{name}/{key}") if colour else "")
            done[name] = attrs.evolve(start, **{**given, "name": name, "based_on": base})
            return done[name]

        for name in dict.fromkeys((root, *by_name, *needed)):
            resolve(name, ())
        return done

    def _fonts(self) -> dict[str, FontFamily]:
        rules = self._manifest.fonts or (FontRule(role="body", family="Arimo", word="Arial"),)
        return {rule.role: self._family(rule) for rule in rules}

    def _family(self, rule: FontRule) -> FontFamily:
        faces: dict[str, Path] = {}
        for face, shipped in (("regular", "Regular"), ("bold", "Bold"), ("italic", "Italic"), ("bold_italic", "BoldItalic")):
            written = getattr(rule, face)
            file = self._folder / written if written else font_folder() / f"{rule.family}-{shipped}.ttf"
            if not file.is_file():
                path = f"fonts/{rule.role}/{face.replace('_', '-')}"
                self._findings.report(
                    "template.yaml", path, f"there is no font file {file.name}", "give a TrueType file of this folder"
                )
            faces[face] = file
        return FontFamily(name=rule.family, word=rule.word or rule.family, fallbacks=rule.fallbacks, **faces)


def _given(rule: _Rule | None, colour: Callable[[str, str], str]) -> dict[str, Any]:
    """The looks that a rule gives; colours by their value."""
    if rule is None:
        return {}
    given = attrs.asdict(rule, recurse=False, filter=lambda _, value: value is not None)
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
