from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cspdocs.diagnostics import Diagnostic
from cspdocs.layout.fonts import read_face
from cspdocs.resources import template_folders
from cspdocs.template.doctor import examine
from cspdocs.template.template import load_template


@pytest.mark.parametrize("folder", template_folders(), ids=lambda folder: folder.name)
def test_the_templates_that_come_with_cspdocs_are_clean(folder: Path) -> None:
    found = examine(load_template(folder.name), lambda file, text: read_face(file).lacks(text))
    assert [str(finding) for finding in found] == []


def test_many_faults_are_found_at_once_each_with_file_line_and_cure(
    findings: Callable[..., tuple[Diagnostic, ...]],
) -> None:
    found = findings(
        template="chart-colours: ['#eeeeee']\nlink-colour: '#4b8ec4'\nstatuses:\n  Delayed: {shape: circle}\n",
        wording="contents: ''\nsections: {action: Deeds}\n",
        styles="styles:\n  Caption: {size: 8 pt, colour: '#999999'}\n  Body: {size: 8 pt}\n",
        tables="directory: {columns: 9}\n",
    )
    assert {one.code for one in found} == {
        *("template-wording", "template-letters", "template-contrast", "template-status", "template-width"),
    }
    assert all(one.hint and one.line and one.file for one in found)
    assert {one.file.name for one in found if one.file} == {"template.yaml", "wording.yaml", "styles.yaml", "tables.yaml"}
