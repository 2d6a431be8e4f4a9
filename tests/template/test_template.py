from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cspdocs.diagnostics import Diagnostic
from cspdocs.document.styles import REQUIRED_STYLES
from cspdocs.errors import TemplateError
from cspdocs.resources import find_template, font_folder, template_folders
from cspdocs.template.template import Template, load_template
from cspdocs.units import Length, mm, pt

FILES = {
    "template.yaml": "title: Ours\npalette: {navy: '#000080', green: '#00AA00'}\n",
    "wording.yaml": "sections: {actions: Deeds}\n",
    "styles.yaml": "styles:\n  Body: {size: 11 pt}\n",
    "tables.yaml": "actions:\n"
    "  previous: {columns: {action: Action}}\n  current: {columns: {action: Action, status: Status}}\n",
}
Load = Callable[..., Template]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Loads a template of four small files, those given by name replaced."""

    def loaded(**files: str) -> Template:
        folder = tmp_path / "ours"
        folder.mkdir(exist_ok=True)
        for name, text in FILES.items():
            (folder / name).write_text(files.get(name.removesuffix(".yaml"), text), encoding="utf-8")
        return load_template("ours", tmp_path)

    return loaded


@pytest.fixture
def faults(load: Load) -> Callable[..., list[Diagnostic]]:
    """All that is wrong with such a template."""

    def found(**files: str) -> list[Diagnostic]:
        with pytest.raises(TemplateError) as caught:
            load(**files)
        return list(caught.value.findings)

    return found


Faults = Callable[..., list[Diagnostic]]


@pytest.mark.parametrize("folder", template_folders(), ids=lambda folder: folder.name)
def test_every_shipped_template_loads_clean(folder: Path) -> None:
    template = load_template(folder.name)
    assert template.title
    assert template.about
    assert set(REQUIRED_STYLES) <= template.sheet.styles.keys()
    assert {"Page"} <= template.sheet.pages.keys()
    assert {"Table", "Grid"} <= template.sheet.tables.keys()


def test_a_small_template_gets_the_rest_from_defaults(load: Load) -> None:
    template = load()
    assert (template.name, template.title, template.folder.name) == ("ours", "Ours", "ours")
    assert set(template.sheet.styles) == set(REQUIRED_STYLES)
    assert {style.size for style in template.sheet.styles.values()} == {pt(11)}
    assert template.sheet.pages["Page"].width == mm(210)
    assert template.sheet.fonts["body"].regular == font_folder() / "Arimo-Regular.ttf"
    assert template.wording.contents == "Contents"


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
        tables=FILES["tables.yaml"]
        + "styles:\n  Table: {header-fill: navy, rule: 0 pt}\n  Grid: {header-fill: ''}\n"
        + "  Dark: {based-on: Grid, band-fill: '#ABCDEF'}\n"
    ).sheet
    assert (sheet.tables["Table"].header_fill, sheet.tables["Table"].rule) == ("#000080", Length(0))
    assert (sheet.tables["Grid"].header_fill, sheet.tables["Grid"].rule) == ("", Length(0))
    assert (sheet.tables["Dark"].band_fill, sheet.tables["Dark"].based_on) == ("#abcdef", "Grid")


def test_a_landscape_sheet_is_turned(load: Load) -> None:
    pages = load(template="title: T\npages:\n  Page: {paper: A5, orientation: landscape}\n").sheet.pages
    assert (pages["Page"].width, pages["Page"].height) == (mm(210), mm(148))


def test_colours_go_by_name_or_number_and_anything_else_is_none(load: Load) -> None:
    template = load()
    assert template.colour("green") == "#00aa00"
    assert template.colour("#00FF7F") == "#00ff7f"
    assert template.colour("mauve") == template.colour("") == template.colour("#12345") == ""


@pytest.mark.parametrize(
    ("files", "where", "path", "said"),
    [
        (
            {"template": "title: T\npalette: {navy: blue}\n"},
            "template.yaml:2",
            "palette/navy",
            '"blue" is no colour (write it as #rrggbb',
        ),
        ({"template": "title: T\nlink-colour: mauve\n"}, "template.yaml:2", "link-colour", "write #rrggbb"),
        (
            {"template": FILES["template.yaml"] + "statuses:\n  Done: {colour: navvy}\n"},
            "template.yaml:4",
            "statuses/Done/colour",
            'did you mean "navy"?',
        ),
        ({"styles": "styles:\n  Body:\n    colour: nayv\n"}, "styles.yaml:3", "styles/Body/colour", 'did you mean "navy"?'),
        (
            {"styles": "styles:\n  Body:\n    font: bdy\n"},
            "styles.yaml:3",
            "styles/Body/font",
            'no typeface "bdy" (did you mean "body"?',
        ),
        (
            {"styles": "styles:\n  Own:\n    based-on: Ttle\n  Title: {}\n"},
            "styles.yaml:3",
            "styles/Own/based-on",
            'no style "Ttle" (did you mean "Title"?',
        ),
        ({"styles": "styles:\n  Body:\n    size: 0 pt\n"}, "styles.yaml:3", "styles/Body/size", "give a size above 0"),
        (
            {"tables": FILES["tables.yaml"] + "styles:\n  Table: {text: Tble Text}\n"},
            "tables.yaml:5",
            "styles/Table/text",
            'no style "Tble Text" (did you mean "Table Text"?',
        ),
        (
            {"tables": FILES["tables.yaml"].replace("{columns: {action: Action}}", "{style: Tabel, columns: {action: A}}")},
            "tables.yaml:2",
            "actions/previous/style",
            'no table style "Tabel" (did you mean "Table"?',
        ),
        (
            {"tables": FILES["tables.yaml"] + "directory: {style: Gird}\n"},
            "tables.yaml:4",
            "directory/style",
            'no table style "Gird" (did you mean "Grid"?',
        ),
        (
            {"tables": FILES["tables.yaml"] + "directory: {columns: 0}\n"},
            "tables.yaml:4",
            "directory/columns",
            "write 1 or more",
        ),
        (
            {"tables": FILES["tables.yaml"].replace("status: Status", "sttus: Status")},
            "tables.yaml:3",
            "actions/current/columns/sttus",
            'no field "sttus" (did you mean "status"?',
        ),
        (
            {"tables": "actions:\n  current: {columns: {action: A}}\n"},
            "tables.yaml:1",
            "actions/previous/columns",
            "action, owners",
        ),
        (
            {"tables": FILES["tables.yaml"].replace("{columns: {action: Action}}", "{columns: {}}")},
            "tables.yaml:2",
            "actions/previous/columns",
            'no columns for "previous"',
        ),
        (
            {"tables": FILES["tables.yaml"] + "  last: {columns: {action: A}}\n"},
            "tables.yaml:4",
            "actions/last",
            'no year "last" (there are current, previous',
        ),
        (
            {"wording": "sections:\n  action: Deeds\n"},
            "wording.yaml:2",
            "sections/action",
            'no kind of section "action" (did you mean "actions"?',
        ),
        ({"template": "title: T\npages:\n  Sheet: {}\n"}, "template.yaml:2", "pages", 'call one of them "Page"'),
        (
            {"template": "title: T\npages:\n  Page: {left: 200 mm}\n"},
            "template.yaml:3",
            "pages/Page",
            "no room for text",
        ),
        (
            {"template": "title: T\nfonts:\n  body: {family: Arimo, bold: Nowhere.ttf}\n"},
            "template.yaml:3",
            "fonts/body/bold",
            "there is no font file Nowhere.ttf",
        ),
    ],
)
def test_what_does_not_fit_is_said_once_with_its_line_and_a_cure(
    faults: Faults, files: dict[str, str], where: str, path: str, said: str
) -> None:
    (finding,) = faults(**files)
    assert str(finding).startswith(f"{where}: {path}: ")
    assert said in str(finding)


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


def test_everything_is_reported_at_once_whatever_its_kind(faults: Faults) -> None:
    findings = faults(
        template="title: T\npalete: {}\nstatuses:\n  Done: {colour: zzz}\n",
        wording="sections:\n  zzz: Title\nheadre: x\n",
        styles="styles:\n  Body: {size: twelve}\n  Title: {font: zzz, colour: zzz}\n",
        tables="actions:\n  current: {columns: {zzz: A}}\ndirectory: {columns: -1, style: zzz}\n",
    )
    assert {(finding.file.name, finding.line) for finding in findings if finding.file} == {
        ("template.yaml", 2), ("template.yaml", 4),
        ("wording.yaml", 2), ("wording.yaml", 3),
        ("styles.yaml", 2), ("styles.yaml", 3),
        ("tables.yaml", 1), ("tables.yaml", 2), ("tables.yaml", 3),
    }  # fmt: skip
    assert len(findings) == 11


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


def test_a_template_may_bring_its_own_fonts(load: Load, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    faces = {face: f"{face}.ttf" for face in ("regular", "bold", "italic", "bold-italic")}
    for name in faces.values():
        shutil.copyfile(font_folder() / "Arimo-Regular.ttf", tmp_path / "ours" / name)
    written = ", ".join(f"{face}: {name}" for face, name in faces.items())
    fonts = load(template=f"title: T\nfonts:\n  body: {{family: Council Sans, {written}}}\n").sheet.fonts
    assert fonts["body"].name == fonts["body"].word == "Council Sans"
    assert fonts["body"].bold_italic == (tmp_path / "ours" / "bold-italic.ttf").resolve()
