"""Templates with one fault each, examined."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cspdocs.diagnostics import Diagnostic
from cspdocs.layout.fonts import read_face
from cspdocs.template.doctor import examine
from cspdocs.template.template import load_template


def lacks(file: Path, text: str) -> set[str]:
    return read_face(file).lacks(text)


@pytest.fixture
def findings(tmp_path: Path) -> Callable[..., tuple[Diagnostic, ...]]:
    """What the doctor finds in a template like `plain` but for the given files, named without their ending."""

    def found(lacks: Callable[[Path, str], set[str]] = lacks, **files: str) -> tuple[Diagnostic, ...]:
        folder = tmp_path / "ours"
        folder.mkdir(exist_ok=True)
        for name, text in {"template": "", **files}.items():
            head = "title: Ours\nextends: plain\n" if name == "template" else ""
            (folder / f"{name}.yaml").write_text(head + text, encoding="utf-8")
        return examine(load_template("ours", tmp_path), lacks)

    return found


@pytest.fixture
def finding(findings: Callable[..., tuple[Diagnostic, ...]]) -> Callable[..., Diagnostic]:
    """The one thing that the doctor finds in such a template."""

    def found(**files: str) -> Diagnostic:
        (only,) = findings(**files)
        return only

    return found
