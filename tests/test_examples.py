from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import PIL.Image
import pytest

import cspdocs
from cspdocs import cli
from cspdocs.backends import registry
from cspdocs.pipeline import check_file, prepare_file

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))
PLANS = sorted(EXAMPLES.glob("*/plan.yaml"))


def load(script: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"example_{script.stem}", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a script registers is gone after it, and what it writes goes to a folder of its own."""
    monkeypatch.setattr(registry, "_registered", {})
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_every_script_can_be_run_by_the_line_that_it_gives(script: Path) -> None:
    module = load(script)
    assert callable(module.main)
    assert f"python examples/{script.name}" in (module.__doc__ or "")


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.parent.name)
def test_every_example_plan_is_clean_and_builds_in_both_formats(plan: Path, tmp_path: Path) -> None:
    assert check_file(plan) == ()
    assert cli.run(["build", str(plan), "--out", str(tmp_path)]) == 0
    assert sorted(file.suffix for file in tmp_path.iterdir()) == [".docx", ".pdf"]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.parent.name)
def test_every_example_plan_survives_being_written_and_read_again(plan: Path, tmp_path: Path) -> None:
    loaded = cspdocs.load(plan)
    (tmp_path / "again.yaml").write_text(cspdocs.dump_plan(loaded), encoding="utf-8")
    assert cspdocs.load(tmp_path / "again.yaml") == loaded


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.parent.name)
def test_nothing_of_an_example_plan_is_left_in_braces(plan: Path) -> None:
    prepared = prepare_file(plan)
    text = cspdocs.dump(prepared.document).replace("{page}", "").replace("{pages}", "").replace("{number}", "")
    assert "{" not in text


def test_a_plan_in_code_is_saved_in_both_formats(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    module = load(EXAMPLES / "plan_in_code.py")
    assert cspdocs.check(module.ashford()) == ()
    module.main([str(tmp_path / "made")])
    files = sorted((tmp_path / "made").iterdir())
    assert [file.suffix for file in files] == [".docx", ".pdf"]
    assert capsys.readouterr().out.splitlines() == [str(file) for file in files]
    module.main([])
    assert [file.read_bytes() for file in sorted((tmp_path / "out").iterdir())] == [file.read_bytes() for file in files]


def test_a_backend_of_ones_own_prints_headings_with_the_pages_of_the_pdf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(EXAMPLES / "own_backend.py").main([str(tmp_path / "made")])
    printed = capsys.readouterr().out
    assert (tmp_path / "made" / "plan.txt").read_text(encoding="utf-8") == printed
    pages = [int(line.split()[0]) for line in printed.splitlines()[2:]]
    assert pages == sorted(pages)
    assert pages[0] == 3


def test_bytes_in_memory_are_those_of_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load(EXAMPLES / "render_to_bytes.py").main([])
    said = capsys.readouterr()
    assert said.err == ""
    assert [line.split(": ")[0] for line in said.out.splitlines()] == ["docx", "pdf"]
    assert list(tmp_path.iterdir()) == []


def test_drawing_the_pictures_again_gives_the_pictures_of_the_plan(tmp_path: Path) -> None:
    load(EXAMPLES / "draw_pictures.py").main([str(tmp_path / "drawn")])
    committed = EXAMPLES / "tonbridge-malling-2025-26" / "pictures"
    names = sorted(file.name for file in committed.iterdir())
    assert sorted(file.name for file in (tmp_path / "drawn").iterdir()) == names
    for name in names:
        with PIL.Image.open(tmp_path / "drawn" / name) as drawn, PIL.Image.open(committed / name) as kept:
            # The pixels, not the bytes: how a PNG is packed depends on the release of zlib.
            assert (drawn.format, drawn.mode, drawn.size) == (kept.format, kept.mode, kept.size)
            assert drawn.tobytes() == kept.tobytes(), f"{name}: draw the pictures again, or the plan shows old ones"


def test_the_plan_uses_every_picture_and_no_other() -> None:
    plan = EXAMPLES / "tonbridge-malling-2025-26" / "plan.yaml"
    committed = {f"pictures/{file.name}" for file in (plan.parent / "pictures").iterdir()}
    text = plan.read_text(encoding="utf-8")
    assert {name for name in committed if name in text} == committed
