"""A template of four small files, read with what is said of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cspdocs.diagnostics import Diagnostic
from cspdocs.errors import TemplateError
from cspdocs.template.template import Template, load_template

FILES = {
    "template.yaml": "title: Ours\npalette: {navy: '#000080', green: '#00AA00'}\n",
    "wording.yaml": "sections: {actions: Deeds}\n",
    "styles.yaml": "styles:\n  Body: {size: 11 pt}\n",
    "tables.yaml": "actions:\n"
    "  previous: {columns: {action: Action}}\n  current: {columns: {action: Action, status: Status}}\n",
}


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Template]:
    """Loads a template of four small files, those given by name replaced."""

    def loaded(**files: str) -> Template:
        folder = tmp_path / "ours"
        folder.mkdir(exist_ok=True)
        for name, text in FILES.items():
            (folder / name).write_text(files.get(name.removesuffix(".yaml"), text), encoding="utf-8")
        return load_template("ours", tmp_path)

    return loaded


@pytest.fixture
def faults(load: Callable[..., Template]) -> Callable[..., list[Diagnostic]]:
    """All that is wrong with such a template."""

    def found(**files: str) -> list[Diagnostic]:
        with pytest.raises(TemplateError) as caught:
            load(**files)
        return list(caught.value.findings)

    return found
