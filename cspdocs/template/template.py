"""A template as composing and rendering use it, and how it is read from its folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from cspdocs.diagnostics import Diagnostic
from cspdocs.document.styles import MAX_REFERENCE, StyleSheet
from cspdocs.errors import TemplateError
from cspdocs.plan.measures import Standing
from cspdocs.plan.status import Status
from cspdocs.records.findings import did_you_mean, nearest
from cspdocs.resources import find_template
from cspdocs.template.consistency import check_contents, check_layouts, check_names, check_sizes
from cspdocs.template.findings import TemplateFindings
from cspdocs.template.inheritance import MANIFEST, Layer, Sources, read_layers
from cspdocs.template.layouts import (
    REGISTER_HEADINGS,
    ActionLayout,
    DirectoryLayout,
    RegisterLayout,
    Tables,
    usual_register,
)
from cspdocs.template.looks import REFERENCE, Looks, find_colour
from cspdocs.template.ready import READY_CHART_COLOURS, READY_STANDINGS, complete
from cspdocs.template.rules import Manifest, StandingRule, Styles
from cspdocs.template.wording import Wording
from cspdocs.units import Length
from cspdocs.values import evolve, field, frozen


@frozen(kw_only=True)
class Logo:
    """The sign of the council or the partnership, and on which pages it is printed: `cover`, `back`."""

    file: Path
    alt: str
    height: Length
    on: tuple[str, ...]


@frozen(kw_only=True)
class Template:
    """A borough's looks, words and layouts.

    `wording` has every kind of section that is ready for all, and the template's own before them. `actions` maps
    `current` and `previous` to their layouts, `registers` the name of each register to its own, `standings` what is
    computed of an indicator (`met`, `near`, `missed`, `no data`) to the word, shape and colour that show it. All
    colours are `#rrggbb`, save those of `statuses` and `standings`: see `colour`. `sources` knows where everything stands
    in the files.
    """

    name: str
    title: str
    about: str
    folder: Path
    language: str
    sheet: StyleSheet
    palette: Mapping[str, str]
    wording: Wording
    actions: Mapping[str, ActionLayout]
    registers: Mapping[str, RegisterLayout]
    directory: DirectoryLayout
    statuses: tuple[Status, ...]
    standings: Mapping[Standing, Status]
    chart_colours: tuple[str, ...]
    logo: Logo | None
    repeat_title: bool
    contents_depth: int
    sections_start: Literal["page", "here"]
    numbering: Literal["none", "headings", "paragraphs"]
    access: Literal["contents", "back", "none"]
    sources: Sources = field(eq=False, repr=False)

    def colour(self, name: str) -> str:
        """The colour `#rrggbb` of a palette name or of a colour already written so; empty for anything else."""
        return find_colour(self.palette, name)


def load_template(name: str, beside: Path | None = None) -> Template:
    """The template of that name, or in that folder (relative to `beside`).

    Raises:
        TemplateError: if there is no such template, or its files have errors: all of them at once.
    """
    template, found = read_template(name, beside)
    if template is None or found:
        raise TemplateError(found)
    return template


def read_template(name: str, beside: Path | None = None) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    """The best that can be made of a template, and everything that is wrong with its files.

    Raises:
        TemplateError: if there is no such template, or none of those that it extends.
    """
    layers = read_layers(find_template(name, beside))
    return _build(layers, _reference(layers))


@lru_cache(maxsize=16)
def _build(
    layers: tuple[Layer, ...], reference: tuple[Path, bytes] | None
) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    """What `read_template` gives, kept for the next plan for as long as all files stay the same."""
    sources = Sources(layers)
    findings = TemplateFindings(sources)
    manifest = findings.read(MANIFEST, Manifest)
    wording = findings.read("wording.yaml", Wording)
    styles = findings.read("styles.yaml", Styles)
    tables = findings.read("tables.yaml", Tables)
    if manifest is None or wording is None or styles is None or tables is None:
        return None, tuple(findings.found)
    looks = Looks(manifest, sources, findings)
    looks.check_palette()
    for status in manifest.statuses:
        if status.colour:
            looks.colour(status.colour, MANIFEST, f"statuses/{status.word}/colour")
    sheet = looks.style_sheet(styles, tables.styles, reference)
    template = Template(
        name=layers[0].folder.name,
        title=manifest.title,
        about=manifest.about,
        folder=layers[0].folder,
        language=manifest.language,
        sheet=sheet,
        palette=looks.palette,
        wording=complete(wording),
        actions={layout.year: layout for layout in tables.actions},
        registers=_registers(tables),
        directory=tables.directory,
        statuses=manifest.statuses,
        standings={**READY_STANDINGS, **{rule.standing: _status(rule, looks) for rule in manifest.standings}},
        chart_colours=_chart_colours(manifest, looks),
        logo=_logo(manifest, sources, findings),
        repeat_title=manifest.repeat_title,
        contents_depth=manifest.contents_depth,
        sections_start=manifest.sections_start,
        numbering=manifest.numbering,
        access=manifest.access,
        sources=sources,
    )
    check_contents(manifest.contents_depth, findings)
    check_names(sheet, tables, findings)
    check_layouts(tables, findings)
    check_sizes(sheet, findings)
    return template, tuple(findings.found)


def _reference(layers: tuple[Layer, ...]) -> tuple[Path, bytes] | None:
    """The Word file of the nearest folder that has one, and what is in it, as far as it may be large."""
    for layer in layers:
        file = layer.folder / REFERENCE
        try:
            with file.open("rb") as stream:
                return file, stream.read(MAX_REFERENCE + 1)
        except FileNotFoundError:
            continue
        except OSError:
            return file, b""
    return None


def _registers(tables: Tables) -> dict[str, RegisterLayout]:
    """The layout of every register: the template's, with the usual columns where it names none."""
    usual = {name: usual_register(name) for name in REGISTER_HEADINGS}
    own = {
        layout.register: layout if layout.columns else evolve(layout, columns=usual[layout.register].columns)
        for layout in tables.registers
        if layout.register in usual
    }
    return {**usual, **own}


def _status(rule: StandingRule, looks: Looks) -> Status:
    if rule.colour:
        looks.colour(rule.colour, MANIFEST, f"standings/{rule.standing}/colour")
    return Status(word=rule.word, meaning=rule.meaning, colour=rule.colour, shape=rule.shape)


def _chart_colours(manifest: Manifest, looks: Looks) -> tuple[str, ...]:
    written = enumerate(manifest.chart_colours, 1)
    return tuple(looks.colour(name, MANIFEST, f"chart-colours/{place}") for place, name in written) or READY_CHART_COLOURS


def _logo(manifest: Manifest, sources: Sources, findings: TemplateFindings) -> Logo | None:
    rule = manifest.logo
    if rule is None:
        return None
    file = sources.find(rule.file)
    if file is None:
        hint = did_you_mean(nearest(rule.file, sources.names())) or "give a PNG or JPEG file of this folder"
        findings.report(MANIFEST, "logo/file", f'there is no picture "{rule.file}"', hint)
        return None
    return Logo(file=file, alt=rule.alt, height=rule.height, on=rule.on or ("cover",))
