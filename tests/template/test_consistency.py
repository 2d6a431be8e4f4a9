from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.diagnostics import Diagnostic

MANIFEST = "title: Ours\npalette: {navy: '#000080', green: '#00AA00'}\n"
TABLES = "actions:\n  previous: {columns: {action: Action}}\n  current: {columns: {action: Action, status: Status}}\n"
Faults = Callable[..., list[Diagnostic]]


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
            {"template": MANIFEST + "statuses:\n  Done: {colour: navvy}\n"},
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
            {"tables": TABLES + "styles:\n  Table: {text: Tble Text}\n"},
            "tables.yaml:5",
            "styles/Table/text",
            'no style "Tble Text" (did you mean "Table Text"?',
        ),
        (
            {"tables": TABLES.replace("{columns: {action: Action}}", "{style: Tabel, columns: {action: A}}")},
            "tables.yaml:2",
            "actions/previous/style",
            'no table style "Tabel" (did you mean "Table"?',
        ),
        (
            {"tables": TABLES + "directory: {style: Gird}\n"},
            "tables.yaml:4",
            "directory/style",
            'no table style "Gird" (did you mean "Grid"?',
        ),
        (
            {"tables": TABLES + "directory: {columns: 0}\n"},
            "tables.yaml:4",
            "directory/columns",
            "write 1 or more",
        ),
        (
            {"tables": TABLES.replace("status: Status", "sttus: Status")},
            "tables.yaml:3",
            "actions/current/columns/sttus",
            'no field "sttus" (did you mean "status"?',
        ),
        (
            {"tables": "actions:\n  current: {columns: {action: A}}\n"},
            "tables.yaml:1",
            "actions/previous/columns",
            "number, action",
        ),
        (
            {"tables": TABLES.replace("{columns: {action: Action}}", "{columns: {}}")},
            "tables.yaml:2",
            "actions/previous/columns",
            'no columns for "previous" (write extends: plain in template.yaml',
        ),
        (
            {"tables": TABLES + "  last: {columns: {action: A}}\n"},
            "tables.yaml:4",
            "actions/last",
            'no year "last" (there are current, previous',
        ),
        (
            {"tables": TABLES + "registers:\n  grups: {}\n"},
            "tables.yaml:5",
            "registers/grups",
            'no register "grups" (did you mean "groups"?',
        ),
        (
            {"tables": TABLES + "registers:\n  groups: {columns: {nam: Name}}\n"},
            "tables.yaml:5",
            "registers/groups/columns/nam",
            'no field "nam" (did you mean "name"?',
        ),
        (
            {"tables": TABLES + "registers:\n  groups: {style: Tabel}\n"},
            "tables.yaml:5",
            "registers/groups/style",
            'no table style "Tabel" (did you mean "Table"?',
        ),
        (
            {"template": MANIFEST + "standings:\n  met: {word: Met, colour: gren}\n"},
            "template.yaml:4",
            "standings/met/colour",
            'did you mean "green"?',
        ),
        (
            {"template": MANIFEST + "chart-colours: [navy, mauve]\n"},
            "template.yaml:3",
            "chart-colours/2",
            '"mauve" is no colour',
        ),
        ({"template": "title: T\nhighlight: mauve\n"}, "template.yaml:2", "highlight", '"mauve" is no colour'),
        ({"template": "title: T\ncontents-depth: 4\n"}, "template.yaml:2", "contents-depth", "write 0, 1, 2 or 3"),
        (
            {"template": "title: T\nlogo: {file: sign.png, alt: Ours}\n"},
            "template.yaml:2",
            "logo/file",
            'there is no picture "sign.png"',
        ),
        (
            {"template": "title: T\nlogo: {file: Template.YAML, alt: Ours}\n"},
            "template.yaml:2",
            "logo/file",
            'there is no picture "Template.YAML" (did you mean "template.yaml"?)',
        ),
        (
            {"styles": "boxes:\n  Box: {heading: Headng 2}\n"},
            "styles.yaml:2",
            "boxes/Box/heading",
            'no style "Headng 2" (did you mean "Heading 2"?',
        ),
        (
            {"styles": "boxes:\n  Quiet: {based-on: Bxo}\n  Box: {}\n"},
            "styles.yaml:2",
            "boxes/Quiet/based-on",
            'no style "Bxo" (did you mean "Box"?',
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


def test_everything_is_reported_at_once_whatever_its_kind(faults: Faults) -> None:
    findings = faults(
        template="title: T\npalete: {}\nstatuses:\n  Done: {colour: zzz}\n",
        wording="sections:\n  zzz: {titel: T}\nheadre: x\n",
        styles="styles:\n  Body: {size: twelve}\n  Title: {font: zzz, colour: zzz}\n",
        tables="actions:\n  current: {columns: {sttus: A}}\ndirectory: {columns: -1, style: zzz}\n",
    )
    assert {(finding.file.name, finding.line) for finding in findings if finding.file} == {
        ("template.yaml", 2), ("template.yaml", 4),
        ("wording.yaml", 2), ("wording.yaml", 3),
        ("styles.yaml", 2), ("styles.yaml", 3),
        ("tables.yaml", 1), ("tables.yaml", 2), ("tables.yaml", 3),
    }  # fmt: skip
    assert len(findings) == 11
