"""A template as composing and rendering use it, and how it is read from its folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar, get_args

import attrs
from attrs import frozen

from cspdocs.diagnostics import Diagnostic
from cspdocs.document.styles import (
    REQUIRED_STYLES,
    FontFamily,
    PageGeometry,
    Style,
    StyleSheet,
    TableStyle,
)
from cspdocs.errors import TemplateError
from cspdocs.plan.blocks import Year
from cspdocs.plan.model import SectionKind
from cspdocs.plan.status import Status
from cspdocs.records.findings import did_you_mean, nearest
from cspdocs.records.structure import structure
from cspdocs.records.walk import nearest_line
from cspdocs.records.yaml_text import read_yaml_file
from cspdocs.resources import find_template, font_folder
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
_LEAST_TEXT: Final = mm(50)
COLUMN_FIELDS: Final = ("action", "owners", "update", "status")
"""What a column of an action table can show."""


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
    findings: list[Diagnostic] = []
    lines: dict[str, dict[str, int]] = {}
    manifest = _read(folder / "template.yaml", Manifest, findings, lines)
    wording = _read(folder / "wording.yaml", Wording, findings, lines)
    styles = _read(folder / "styles.yaml", Styles, findings, lines)
    tables = _read(folder / "tables.yaml", Tables, findings, lines)
    if manifest is None or wording is None or styles is None or tables is None:
        raise TemplateError(findings)
    template = _Builder(folder, manifest, findings, lines).build(wording, styles, tables)
    if findings:
        raise TemplateError(findings)
    return template


_Record = TypeVar("_Record")


def _read(file: Path, record: type[_Record], findings: list[Diagnostic], lines: dict[str, dict[str, int]]) -> _Record | None:
    node, found = read_yaml_file(file)
    findings += found
    if node is None:
        return None
    structured = structure(node, record, file=file)
    findings += structured.findings
    lines[file.name] = structured.lines
    return structured.value


_Rule: TypeAlias = StyleRule | TableRule
_Look = TypeVar("_Look", Style, TableStyle)


class _Builder:
    """Turns the records of a folder into a template, noting everything that does not fit together."""

    def __init__(
        self, folder: Path, manifest: Manifest, findings: list[Diagnostic], lines: Mapping[str, Mapping[str, int]]
    ) -> None:
        self._folder = folder
        self._manifest = manifest
        self._findings = findings
        self._lines = lines

    def build(self, wording: Wording, styles: Styles, tables: Tables) -> Template:
        manifest = self._manifest
        for name, colour in manifest.palette.items():
            if not _COLOUR.fullmatch(colour):
                self._report("template.yaml", f"palette/{name}", f'"{colour}" is no colour', "write it as #rrggbb")
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
        self._check_names(sheet, tables)
        self._check_layouts(tables)
        self._check_sizes(sheet)
        for title in wording.sections:
            if title.kind not in get_args(SectionKind):
                self._unknown("kind of section", title.kind, get_args(SectionKind), "wording.yaml", f"sections/{title.kind}")
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

    def _report(self, file: str, path: str, message: str, hint: str) -> None:
        line = nearest_line(path, self._lines[file])
        where = self._folder / file
        self._findings.append(Diagnostic(code="template", message=message, path=path, hint=hint, file=where, line=line))

    def _unknown(self, what: str, name: str, known: Iterable[str], file: str, path: str) -> None:
        names = tuple(known)
        hint = did_you_mean(nearest(name, names)) or f"there are {', '.join(names) or 'none'}"
        self._report(file, path, f'there is no {what} "{name}"', hint)

    def _colour(self, written: str, file: str, path: str) -> str:
        colour = self._manifest.palette.get(written, written)
        if _COLOUR.fullmatch(colour):
            return colour.lower()
        if written not in self._manifest.palette:
            meant = did_you_mean(nearest(written, tuple(self._manifest.palette)))
            names = ", ".join(self._manifest.palette) or "which is empty"
            hint = meant or f"write #rrggbb or a name of the palette ({names})"
            self._report(file, path, f'"{written}" is no colour', hint)
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
                self._report(file, f"styles/{name}/based-on", f'"{base}" is based on "{name}" itself', "break the circle")
                base = ""
            elif base and base != root and base not in by_name:
                self._unknown("style", base, by_name, file, f"styles/{name}/based-on")
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
                self._report(
                    "template.yaml", path, f"there is no font file {file.name}", "give a TrueType file of this folder"
                )
            faces[face] = file
        return FontFamily(name=rule.family, word=rule.word or rule.family, **faces)

    def _check_names(self, sheet: StyleSheet, tables: Tables) -> None:
        if "Page" not in sheet.pages:
            self._report("template.yaml", "pages", 'there is no geometry "Page"', 'call one of them "Page"')
        # A name is inherited by the styles below; once is enough.
        fonts = {style.font: style.name for style in reversed(list(sheet.styles.values()))}
        for font, name in fonts.items():
            if font not in sheet.fonts:
                self._unknown("typeface", font, sheet.fonts, "styles.yaml", f"styles/{name}/font")
        cells = {
            getattr(table, field): (table.name, field)
            for table in reversed(list(sheet.tables.values()))
            for field in ("header", "text", "band")
        }
        for style, (name, field) in cells.items():
            if style not in sheet.styles:
                self._unknown("style", style, sheet.styles, "tables.yaml", f"styles/{name}/{field}")
        named = [(f"actions/{layout.year}/style", layout.style) for layout in tables.actions]
        for path, style in (*named, ("directory/style", tables.directory.style)):
            if style not in sheet.tables:
                self._unknown("table style", style, sheet.tables, "tables.yaml", path)

    def _check_layouts(self, tables: Tables) -> None:
        file, years = "tables.yaml", get_args(Year)
        layouts = {layout.year: layout for layout in tables.actions}
        for year, layout in layouts.items():
            if year not in years:
                self._unknown("year", year, years, file, f"actions/{year}")
            for column in layout.columns:
                if column.field not in COLUMN_FIELDS:
                    path = f"actions/{year}/columns/{column.field}"
                    self._unknown("field", column.field, COLUMN_FIELDS, file, path)
        for year in years:
            if year not in layouts or not layouts[year].columns:
                message = f'there are no columns for "{year}"'
                self._report(file, f"actions/{year}/columns", message, f"give some of {', '.join(COLUMN_FIELDS)}")
        if tables.directory.columns < 1:
            self._report(file, "directory/columns", "nothing stands in a row", "write 1 or more")

    def _check_sizes(self, sheet: StyleSheet) -> None:
        for page in sheet.pages.values():
            if min(page.text_width, page.text_height) < _LEAST_TEXT:
                message = f"the margins leave no room for text on {page.name}"
                self._report("template.yaml", f"pages/{page.name}", message, f"leave {_LEAST_TEXT} or more each way")
        for size, name in {style.size: style.name for style in reversed(list(sheet.styles.values()))}.items():
            if size <= 0:
                self._report("styles.yaml", f"styles/{name}/size", f"letters cannot be {size} high", "give a size above 0")


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
