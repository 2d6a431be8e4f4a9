from __future__ import annotations

import re
from pathlib import Path

import pytest

from cspdocs import pipeline
from cspdocs.plan.blocks import ACTION_FIELDS
from cspdocs.plan.model import Plan, Source
from cspdocs.records.types import record_shape
from cspdocs.resources import find_template, template_folders
from cspdocs.template.layouts import REGISTER_FIELDS, ActionLayout, DirectoryLayout
from cspdocs.template.rules import BoxRule, Manifest, PageRule, StyleRule, TableRule

GUIDE = (find_template("plain").parent / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```yaml\n# (westhaven/\S+)\n(.*?)```", re.DOTALL)


@pytest.fixture
def westhaven(tmp_path: Path) -> Path:
    """The folder that somebody has who copies the worked example of the guide step by step."""
    (tmp_path / "westhaven").mkdir()
    for name, text in EXAMPLE.findall(GUIDE):
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write(text)
    return tmp_path


def test_the_worked_example_is_clean_and_prints(westhaven: Path) -> None:
    assert pipeline.check_template(westhaven / "westhaven") == ()
    plan = Plan(title="Partnership Plan", template="westhaven", source=Source(folder=westhaven))
    assert pipeline.render(plan, "pdf").startswith(b"%PDF")


def test_the_worked_example_does_what_the_guide_says(westhaven: Path) -> None:
    template = pipeline.load_template("westhaven", westhaven)
    assert template.title == "Westhaven"
    assert template.sheet.styles["Heading 1"].colour == "#5b1f4b"
    assert [column.field for column in template.actions["current"].columns] == ["number", "action", "owners", "due"]
    assert next(section.title for section in template.wording.sections if section.kind == "safeguarding") == "Safeguarding"


def test_every_template_is_named() -> None:
    assert all(f"`{folder.name}`" in GUIDE for folder in template_folders())


@pytest.mark.parametrize("record", [Manifest, PageRule, StyleRule, BoxRule, TableRule, ActionLayout, DirectoryLayout])
def test_every_field_of_the_files_is_named(record: type) -> None:
    unnamed = [name for name in record_shape(record).fields if f"`{name}`" not in GUIDE and f"`{name}:" not in GUIDE]
    assert [name for name in unnamed if not name.startswith("padding-") and name != "style"] == []


def test_every_column_and_register_is_named() -> None:
    assert all(f"`{name}`" in GUIDE for name in (*ACTION_FIELDS, *REGISTER_FIELDS))
