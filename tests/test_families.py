"""Whatever councils put into their plans comes out as valid files, in every template."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest

import judges
from cspdocs.pipeline import prepare
from families import FAMILIES, TEMPLATES, family_plan


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All families in all templates, in Word and PDF."""
    folder = tmp_path_factory.mktemp("families")
    for file in FAMILIES:
        source = folder / file.stem
        source.mkdir()
        plan = family_plan(file, source)
        for template in TEMPLATES:
            prepared = prepare(plan, template)
            for format_name in ("docx", "pdf"):
                (folder / f"{file.stem}-{template}.{format_name}").write_bytes(prepared.render(format_name).data)
    return folder


IN_TURN = list(zip(FAMILIES, cycle(TEMPLATES), strict=False))
"""Each family in one template: a Word file takes its judge some seconds."""


@pytest.mark.parametrize(("file", "template"), IN_TURN, ids=[f"{file.stem} in {template}" for file, template in IN_TURN])
def test_word_files_are_valid(file: Path, template: str, folder: Path) -> None:
    assert judges.validate_docx(folder / f"{file.stem}-{template}.docx") == []


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_pdf_files_keep_the_rules(flavour: str, folder: Path) -> None:
    files = sorted(folder.glob("*.pdf"))
    assert len(files) == len(FAMILIES) * len(TEMPLATES)
    assert judges.verapdf(flavour, *files) == {file: [] for file in files}
