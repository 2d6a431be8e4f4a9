from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cspdocs.diagnostics import Diagnostic
from cspdocs.errors import TemplateError
from cspdocs.records.nodes import ListNode, MappingNode, Node
from cspdocs.records.yaml_text import read_yaml
from cspdocs.resources import font_folder
from cspdocs.template.inheritance import lay_over
from cspdocs.template.template import Template, load_template
from cspdocs.units import mm, pt

PARENT = {
    "template.yaml": "title: Parent\npalette: {navy: '#000080', pale: '#eeeeee'}\n"
    "pages:\n  Page: {left: 30 mm, right: 20 mm}\nstatuses:\n  Done: {colour: navy}\n  Begun: {colour: pale}\n",
    "wording.yaml": "sections: {actions: Deeds, review: Review}\ncontents: List\n",
    "styles.yaml": "styles:\n  Body: {size: 11 pt}\n  Title: {size: 30 pt, colour: navy}\n",
    "tables.yaml": "actions:\n  previous: {columns: {action: Action, update: Update, status: Status}}\n"
    "  current: {columns: {action: Action}}\n",
}
Write = Callable[..., None]


def plain(node: Node) -> object:
    """A node as Python's own values."""
    if isinstance(node, MappingNode):
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items] if isinstance(node, ListNode) else node.text


def laid(below: str, above: str) -> object:
    nodes = [read_yaml(text)[0] for text in (below, above)]
    assert nodes[0] is not None
    assert nodes[1] is not None
    return plain(lay_over(nodes[0], nodes[1]))


@pytest.mark.parametrize(
    ("below", "above", "together"),
    [
        ("a: 1\nb: 2", "b: 3", {"a": "1", "b": "3"}),
        ("a: {x: 1, y: 2}", "a: {y: 3, z: 4}", {"a": {"x": "1", "y": "3", "z": "4"}}),
        ("a: [1, 2]", "a: [3]", {"a": ["3"]}),
        ("a: {x: 1}", "a: text", {"a": "text"}),
        ("a: text", "a: {x: 1}", {"a": {"x": "1"}}),
        ("a: 1\nb: 2", "a:", {"b": "2"}),
        ("a: 1\nb: 2", "a: ''", {"a": "", "b": "2"}),
        ("a: 1", "b:", {"a": "1", "b": ""}),
        ("a: 1", "[2]", ["2"]),
    ],
)
def test_what_the_nearer_folder_says_stands(below: str, above: str, together: object) -> None:
    assert laid(below, above) == together


@pytest.mark.parametrize(
    ("above", "order"),
    [("c: 9", "abc"), ("d: 9\na: 8", "abcd"), ("c: 1\nb: 2\na: 3", "cba"), ("d: 1\nc: 1\nb:\na: 3", "dca")],
)
def test_the_order_is_that_of_the_folder_below_unless_all_of_it_is_named(above: str, order: str) -> None:
    together = laid("a: 1\nb: 2\nc: 3", above)
    assert isinstance(together, dict)
    assert "".join(together) == order


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the files of a template into a folder: text by the names of files, without their ending."""

    def written(folder: str, **files: str) -> None:
        (tmp_path / folder).mkdir(exist_ok=True)
        for name, text in files.items():
            (tmp_path / folder / f"{name}.yaml").write_text(text, encoding="utf-8")

    written("parent", **{name.removesuffix(".yaml"): text for name, text in PARENT.items()})
    return written


def load(tmp_path: Path, name: str = "child") -> Template:
    return load_template(f"./{name}", tmp_path)


def faults(tmp_path: Path, name: str = "child") -> list[Diagnostic]:
    with pytest.raises(TemplateError) as caught:
        load(tmp_path, name)
    return list(caught.value.findings)


def test_a_template_that_extends_another_says_only_what_differs(write: Write, tmp_path: Path) -> None:
    write("child", template="title: Child\nextends: ../parent\npages:\n  Page: {left: 25 mm}\n")
    template = load(tmp_path)
    assert (template.name, template.title, template.folder.name) == ("child", "Child", "child")
    assert (template.sheet.pages["Page"].left, template.sheet.pages["Page"].right) == (mm(25), mm(20))
    assert template.wording.contents == "List"
    assert template.sheet.styles["Title"].size == pt(30)
    assert [status.word for status in template.statuses] == ["Done", "Begun"]


def test_files_are_joined_mapping_by_mapping(write: Write, tmp_path: Path) -> None:
    write(
        "child",
        template="extends: ../parent\ntitle: Child\nstatuses:\n  Begun:\n  Late: {colour: pale, shape: square}\n",
        styles="styles:\n  Title: {size: 20 pt}\n",
        tables="actions:\n  previous:\n    columns:\n      status: State\n      action:\n      update:\n",
    )
    template = load(tmp_path)
    assert [status.word for status in template.statuses] == ["Done", "Late"]
    assert (template.sheet.styles["Title"].size, template.sheet.styles["Title"].colour) == (pt(20), "#000080")
    assert [column.heading for column in template.actions["previous"].columns] == ["State"]
    assert [column.heading for column in template.actions["current"].columns] == ["Action"]


def test_a_template_may_extend_one_that_comes_with_cspdocs_and_be_extended_itself(write: Write, tmp_path: Path) -> None:
    write("middle", template="title: Middle\nextends: plain\n", wording="contents: Middle\nheader: Middle\n")
    write("child", template="title: Child\nextends: ../middle\n", wording="contents: Child\n")
    template, plain_one = load(tmp_path), load_template("plain")
    assert (template.wording.contents, template.wording.header) == ("Child", "Middle")
    assert template.sheet.styles == plain_one.sheet.styles
    assert template.title != plain_one.title


def test_a_change_in_any_of_the_folders_is_seen(write: Write, tmp_path: Path) -> None:
    write("child", template="title: Child\nextends: ../parent\n")
    assert load(tmp_path).wording.contents == "List"
    write("parent", wording="contents: Changed\n")
    assert load(tmp_path).wording.contents == "Changed"


def test_fonts_and_pictures_are_found_in_the_folder_that_names_them(write: Write, tmp_path: Path) -> None:
    faces = ", ".join(f"{face}: our.ttf" for face in ("regular", "bold", "italic", "bold-italic"))
    write("parent", template=f"{PARENT['template.yaml']}fonts:\n  body: {{family: Ours, {faces}}}\nlogo: sign.png\n")
    write("child", template="title: Child\nextends: ../parent\n")
    (tmp_path / "parent" / "our.ttf").write_bytes((font_folder() / "Arimo-Regular.ttf").read_bytes())
    (tmp_path / "parent" / "sign.png").touch()
    template = load(tmp_path)
    assert template.sheet.fonts["body"].bold == tmp_path / "parent" / "our.ttf"
    assert template.logo is not None
    assert template.logo.file == tmp_path / "parent" / "sign.png"
    (tmp_path / "child" / "sign.png").touch()
    load_template.__globals__["_build"].cache_clear()
    template = load(tmp_path)
    assert template.logo is not None
    assert template.logo.file == tmp_path / "child" / "sign.png"


def test_a_fault_in_what_is_inherited_is_found_in_the_file_it_stands_in(write: Write, tmp_path: Path) -> None:
    write("parent", styles="styles:\n  Body: {size: 11 pt}\n  Title:\n    size: huge\n    colour: navvy\n")
    write("child", template="title: Child\nextends: ../parent\n", styles="styles:\n  Body:\n    size: small\n")
    placed = {finding.path: (finding.file, finding.line) for finding in faults(tmp_path)}
    assert placed == {
        "styles/Title/size": (tmp_path / "parent" / "styles.yaml", 4),
        "styles/Title/colour": (tmp_path / "parent" / "styles.yaml", 5),
        "styles/Body/size": (tmp_path / "child" / "styles.yaml", 3),
    }


def test_text_that_is_not_yaml_is_found_in_its_own_file(write: Write, tmp_path: Path) -> None:
    write("parent", wording="contents: [\n")
    write("child", template="title: Child\nextends: ../parent\n", styles="styles: }\n")
    assert {finding.file for finding in faults(tmp_path)} == {
        tmp_path / "parent" / "wording.yaml",
        tmp_path / "child" / "styles.yaml",
    }


def test_taking_away_what_others_need_is_found_where_they_name_it(write: Write, tmp_path: Path) -> None:
    write("child", template="title: Child\nextends: ../parent\npalette:\n  navy:\n")
    places = {(finding.path, finding.file) for finding in faults(tmp_path)}
    assert places == {
        ("statuses/Done/colour", tmp_path / "parent" / "template.yaml"),
        ("styles/Title/colour", tmp_path / "parent" / "styles.yaml"),
    }


@pytest.mark.parametrize("extends", ["plian", "../nowhere"])
def test_a_missing_parent_is_found_where_it_is_named(write: Write, tmp_path: Path, extends: str) -> None:
    write("child", template=f"title: Child\n\nextends: {extends}\n")
    (finding,) = faults(tmp_path)
    assert (finding.path, finding.file, finding.line) == ("extends", tmp_path / "child" / "template.yaml", 3)
    assert f'there is no template "{extends}"' in finding.message
    assert "plain" in finding.hint


def test_a_folder_that_is_no_template_cannot_be_extended(write: Write, tmp_path: Path) -> None:
    write("child", template="title: Child\nextends: ../empty\n")
    write("empty")
    (finding,) = faults(tmp_path)
    assert finding.message.endswith("empty is no template: it has no template.yaml")
    assert (finding.path, finding.line) == ("extends", 2)


def test_a_circle_is_found_and_named(write: Write, tmp_path: Path) -> None:
    write("child", template="title: Child\nextends: ../other\n")
    write("other", template="title: Other\nextends: ../child\n")
    (finding,) = faults(tmp_path)
    assert finding.message == '"child" extends "other" extends "child": a circle'
    assert (finding.file, finding.line) == (tmp_path / "other" / "template.yaml", 2)
    write("child", template="extends: ../child\n")
    (finding,) = faults(tmp_path)
    assert finding.message == '"child" extends "child": a circle'


def test_a_template_without_parent_needs_all_files_and_one_with_a_parent_only_the_first(
    write: Write, tmp_path: Path
) -> None:
    write("child", template="title: Child\n")
    assert {finding.code for finding in faults(tmp_path)} == {"missing-file"}
    assert len(faults(tmp_path)) == 3


def test_a_key_given_twice_is_still_found(write: Write, tmp_path: Path) -> None:
    write("child", template="title: Child\nextends: ../parent\n", wording="contents: A\ncontents: B\n")
    (finding,) = faults(tmp_path)
    assert (finding.code, finding.line, finding.file) == ("duplicate-key", 2, tmp_path / "child" / "wording.yaml")
