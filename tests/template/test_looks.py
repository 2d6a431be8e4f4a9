from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cspdocs.diagnostics import Diagnostic
from cspdocs.resources import font_folder
from cspdocs.template.template import Template
from cspdocs.units import Length, mm, pt

Load = Callable[..., Template]
TABLES = "actions:\n  previous: {columns: {action: Action}}\n  current: {columns: {action: Action, status: Status}}\n"
Faults = Callable[..., list[Diagnostic]]


def test_a_style_is_as_the_one_it_is_based_on_but_for_what_it_says(load: Load) -> None:
    sheet = load(
        styles="""
styles:
  Heading 2: {based-on: Heading 1, italic: yes}
  Heading 1: {bold: yes, colour: navy, space-after: 6 pt}
  Body: {size: 11 pt, space-after: 12 pt}
  Own: {based-on: Heading 2, bold: no, size: 9 pt}
""",
    ).sheet
    body, first, second, own = (sheet.styles[name] for name in ("Body", "Heading 1", "Heading 2", "Own"))
    assert (body.size, body.space_after, body.based_on) == (pt(11), pt(12), "")
    assert (first.size, first.space_after, first.colour, first.based_on) == (pt(11), pt(6), "#000080", "Body")
    assert (second.bold, second.italic, second.colour, second.based_on) == (True, True, "#000080", "Heading 1")
    assert (own.bold, own.italic, own.size, own.name) == (False, True, pt(9), "Own")


def test_table_styles_cascade_too_and_may_have_no_fill(load: Load) -> None:
    sheet = load(
        tables=TABLES
        + "styles:\n  Table: {header-fill: navy, rule: 0 pt}\n  Grid: {header-fill: ''}\n"
        + "  Dark: {based-on: Grid, band-fill: '#ABCDEF'}\n"
    ).sheet
    assert (sheet.tables["Table"].header_fill, sheet.tables["Table"].rule) == ("#000080", Length(0))
    assert (sheet.tables["Grid"].header_fill, sheet.tables["Grid"].rule) == ("", Length(0))
    assert (sheet.tables["Dark"].band_fill, sheet.tables["Dark"].based_on) == ("#abcdef", "Grid")


def test_boxes_cascade_too_and_there_is_always_one(load: Load) -> None:
    assert set(load().sheet.boxes) == {"Box"}
    boxes = load(
        styles="boxes:\n  Box: {fill: green, edge: left, padding: 6 pt}\n  Quiet: {fill: '', text: Caption}\n"
    ).sheet.boxes
    assert (boxes["Box"].fill, boxes["Box"].edge, boxes["Box"].padding) == ("#00aa00", "left", pt(6))
    assert (boxes["Quiet"].fill, boxes["Quiet"].edge, boxes["Quiet"].text, boxes["Quiet"].based_on) == (
        "",
        "left",
        "Caption",
        "Box",
    )


def test_a_landscape_sheet_is_turned(load: Load) -> None:
    pages = load(template="title: T\npages:\n  Page: {paper: A5, orientation: landscape}\n").sheet.pages
    assert (pages["Page"].width, pages["Page"].height) == (mm(210), mm(148))


def test_colours_go_by_name_or_number_and_anything_else_is_none(load: Load) -> None:
    template = load()
    assert template.colour("green") == "#00aa00"
    assert template.colour("#00FF7F") == "#00ff7f"
    assert template.colour("mauve") == template.colour("") == template.colour("#12345") == ""


@pytest.mark.parametrize(
    "styles",
    [
        "styles:\n  A: {based-on: A}\n",
        "styles:\n  A: {based-on: B}\n  B: {based-on: A}\n",
        "styles:\n  A: {based-on: B}\n  B: {based-on: C}\n  C: {based-on: A}\n",
        "styles:\n  Body: {based-on: A}\n  A: {}\n",
    ],
)
def test_a_circle_of_styles_is_said_once_and_ends(faults: Faults, styles: str) -> None:
    (finding,) = faults(styles=styles)
    assert "itself" in finding.message
    assert finding.hint == "break the circle"


def test_a_template_may_bring_its_own_fonts(load: Load, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    faces = {face: f"{face}.ttf" for face in ("regular", "bold", "italic", "bold-italic")}
    for name in faces.values():
        shutil.copyfile(font_folder() / "Arimo-Regular.ttf", tmp_path / "ours" / name)
    written = ", ".join(f"{face}: {name}" for face, name in faces.items())
    fonts = load(template=f"title: T\nfonts:\n  body: {{family: Council Sans, {written}}}\n").sheet.fonts
    assert fonts["body"].name == fonts["body"].word == "Council Sans"
    assert fonts["body"].bold_italic == (tmp_path / "ours" / "bold-italic.ttf").resolve()
