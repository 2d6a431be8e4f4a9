from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cspdocs.document.styles import REQUIRED_STYLES
from cspdocs.errors import TemplateError
from cspdocs.resources import find_template, font_folder, template_folders
from cspdocs.template.template import Template, load_template
from cspdocs.units import mm, pt

MANIFEST = "title: Ours\npalette: {navy: '#000080', green: '#00AA00'}\n"
TABLES = "actions:\n  previous: {columns: {action: Action}}\n  current: {columns: {action: Action, status: Status}}\n"
Load = Callable[..., Template]


@pytest.mark.parametrize("folder", template_folders(), ids=lambda folder: folder.name)
def test_every_shipped_template_loads_clean(folder: Path) -> None:
    template = load_template(folder.name)
    assert template.title
    assert template.about
    assert set(REQUIRED_STYLES) <= template.sheet.styles.keys()
    assert {"Page"} <= template.sheet.pages.keys()
    assert {"Table", "Grid"} <= template.sheet.tables.keys()


@pytest.mark.parametrize("folder", template_folders(), ids=lambda folder: folder.name)
def test_in_every_shipped_template_captions_and_notes_are_no_nearer_to_what_follows(folder: Path) -> None:
    sheet = load_template(folder.name).sheet
    assert sheet.styles["Table Note"].space_after >= sheet.tables["Table"].space_after
    assert sheet.styles["Caption"].space_after >= sheet.styles["Figure"].space_after
    assert sheet.styles["Quote"].space_after >= sheet.styles["Body"].space_after


def test_a_small_template_gets_the_rest_from_defaults(load: Load) -> None:
    template = load()
    assert (template.name, template.title, template.folder.name) == ("ours", "Ours", "ours")
    assert set(template.sheet.styles) == set(REQUIRED_STYLES)
    assert {style.size for style in template.sheet.styles.values()} == {pt(11)}
    assert template.sheet.pages["Page"].width == mm(210)
    assert template.sheet.fonts["body"].regular == font_folder() / "Arimo-Regular.ttf"
    assert template.wording.contents == "Contents"


def test_files_that_are_missing_are_all_named(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    with pytest.raises(TemplateError) as caught:
        load_template("ours", tmp_path)
    assert [finding.file.name for finding in caught.value.findings if finding.file] == [
        "template.yaml", "wording.yaml", "styles.yaml", "tables.yaml",
    ]  # fmt: skip


def test_a_boroughs_own_folder_stands_beside_its_plan(tmp_path: Path) -> None:
    shutil.copytree(find_template("tonbridge-malling"), tmp_path / "looks" / "our-borough")
    template = load_template("looks/our-borough", tmp_path)
    assert (template.name, template.folder) == ("our-borough", (tmp_path / "looks" / "our-borough").resolve())


def test_what_a_template_leaves_out_is_as_usual(load: Load) -> None:
    template = load()
    assert (template.contents_depth, template.sections_start, template.numbering) == (1, "page", "none")
    assert (template.access, template.logo, template.repeat_title) == ("none", None, False)
    assert template.standings["met"].word == "Target met"
    assert template.chart_colours[0] == "#12436d"
    assert [column.field for column in template.registers["versions"].columns] == ["version", "date", "author", "note"]
    assert template.sheet.unfilled_fill == "#ffe699"
    assert template.colour("amber")


def test_a_template_has_its_own_way_with_contents_numbers_and_notices(load: Load) -> None:
    template = load(
        template=MANIFEST
        + "contents-depth: 2\nsections-start: here\nnumbering: headings\naccess: back\nhighlight: '#ffff00'\n"
        + "standings: {near: {word: Nearly, colour: navy, shape: diamond}}\nchart-colours: [green, '#112233']\n"
    )
    assert (template.contents_depth, template.sections_start) == (2, "here")
    assert (template.numbering, template.access) == ("headings", "back")
    assert (template.standings["near"].word, template.standings["near"].mark) == ("Nearly", "\u25ca")
    assert template.standings["met"].word == "Target met"
    assert template.chart_colours == ("#00aa00", "#112233")
    assert template.sheet.unfilled_fill == "#ffff00"


def test_a_logo_is_looked_for_in_the_template(load: Load, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "sign.png").write_bytes(b"")
    logo = load(template="title: T\nlogo: {file: sign.png, alt: Our Council, height: 15 mm, on: [cover, back]}\n").logo
    assert logo is not None
    assert (logo.file, logo.alt, logo.height, logo.on) == (
        tmp_path / "ours" / "sign.png",
        "Our Council",
        mm(15),
        ("cover", "back"),
    )
    logo = load(template="title: T\nlogo: sign.png\n").logo
    assert logo is not None
    assert logo.on == ("cover",)


def test_a_register_keeps_its_usual_columns_unless_it_gives_others(load: Load) -> None:
    registers = load(tables=TABLES + "registers:\n  groups: {form: list}\n  meetings: {columns: {date: When}}\n").registers
    assert (registers["groups"].form, registers["groups"].columns[0].heading) == ("list", "Group")
    assert [column.heading for column in registers["meetings"].columns] == ["When"]
    assert registers["strategies"].form == "table"


def test_a_detail_of_the_boroughs_own_may_have_a_column(load: Load) -> None:
    columns = load(tables=TABLES.replace("status: Status", "evidence: Evidence")).actions["current"].columns
    assert [column.field for column in columns] == ["action", "evidence"]


def test_a_template_is_kept_until_any_of_its_files_changes(load: Load) -> None:
    first = load()
    assert load() is first
    assert load(wording="contents: Inhalt\n").wording.contents == "Inhalt"
