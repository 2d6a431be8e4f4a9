from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import PIL.Image
import pytest

import cspdocs
from cspdocs import cli
from cspdocs.backends import registry
from cspdocs.diagnostics import Severity
from cspdocs.errors import PlanError
from cspdocs.pipeline import check_file, prepare, prepare_file
from cspdocs.records.walk import texts
from cspdocs.resources import template_folders
from cspdocs.values import evolve

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))
PLANS = sorted(EXAMPLES.glob("*/plan.yaml"))

KNOWN = {"tonbridge-malling-2014-15": {"unfilled", "word-table-not-simple"}}
"""What is found in examples: 2014-15 is a draft with blanks, and has the council's tables with rows of one cell."""


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
def test_every_example_plan_is_clean_and_builds_in_every_format(plan: Path, tmp_path: Path) -> None:
    assert {finding.code for finding in check_file(plan)} <= KNOWN.get(plan.parent.name, set())
    assert cli.run(["build", str(plan), "--out", str(tmp_path)]) == 0
    assert sorted(file.suffix for file in tmp_path.iterdir()) == ["", ".docx", ".pdf"]
    (web,) = (folder for folder in tmp_path.iterdir() if folder.is_dir())
    assert (web / "index.html").stat().st_size > 5_000


@pytest.mark.parametrize("template", [folder.name for folder in template_folders()])
@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.parent.name)
def test_every_example_plan_builds_with_every_template(plan: Path, template: str) -> None:
    prepared = prepare_file(plan, template)
    for name in ("docx", "pdf"):
        output = prepared.render(name)
        assert output.data
        assert [finding for finding in output.diagnostics if finding.severity is Severity.ERROR] == []


def test_what_is_still_to_be_filled_in_is_told_in_a_draft_and_stops_a_plan_that_is_final() -> None:
    draft = cspdocs.load(EXAMPLES / "tonbridge-malling-2014-15" / "plan.yaml")
    prepared = prepare(draft)
    unfilled = {finding.path for finding in prepared.findings if finding.code == "unfilled"}
    assert {path for path, text in texts(draft) if path.startswith("figures/") and text in ("XX", "XXX")} == unfilled
    assert all(finding.line for finding in prepared.findings)
    assert "[XX]{unfilled}<figures/repeat-reporters-rise/value>" in cspdocs.dump(prepared.document)
    final = evolve(draft, release=evolve(draft.release, stage="final"))
    with pytest.raises(PlanError) as raised:
        prepare(final)
    assert {finding.path for finding in raised.value.findings if finding.severity is Severity.ERROR} == unfilled
    assert "{unfilled}" in cspdocs.dump(prepare(final, force=True).document)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.parent.name)
def test_every_example_plan_survives_being_written_and_read_again(plan: Path, tmp_path: Path) -> None:
    loaded = cspdocs.load(plan)
    (tmp_path / "again.yaml").write_text(cspdocs.dump_plan(loaded), encoding="utf-8")
    assert cspdocs.load(tmp_path / "again.yaml") == loaded


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.parent.name)
def test_nothing_of_an_example_plan_is_left_in_braces(plan: Path) -> None:
    prepared = prepare_file(plan)
    text = cspdocs.dump(prepared.document)
    for known in ("{page}", "{pages}", "{number}", "{unfilled}"):
        text = text.replace(known, "")
    assert "{" not in text


def test_a_plan_in_code_is_saved_in_every_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    module = load(EXAMPLES / "plan_in_code.py")
    assert cspdocs.check(module.ashford()) == ()
    module.main([str(tmp_path / "made")])
    files = sorted(file for file in (tmp_path / "made").rglob("*") if file.is_file())
    printed = capsys.readouterr().out.splitlines()
    assert [Path(line).suffix for line in printed] == [".docx", ".pdf", ".html"]
    assert set(printed) < {str(file) for file in files}
    module.main([])
    again = sorted(file for file in (tmp_path / "out").rglob("*") if file.is_file())
    assert [file.read_bytes() for file in again] == [file.read_bytes() for file in files]


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
    assert [line.split(": ")[0] for line in said.out.splitlines()] == ["docx", "pdf", "html"]
    assert list(tmp_path.iterdir()) == []


def test_drawing_the_pictures_again_gives_the_pictures_of_the_plans(tmp_path: Path) -> None:
    load(EXAMPLES / "draw_pictures.py").main([str(tmp_path / "drawn")])
    committed = sorted(file.relative_to(EXAMPLES) for file in EXAMPLES.glob("*/pictures/*"))
    assert sorted(file.relative_to(tmp_path / "drawn") for file in (tmp_path / "drawn").glob("*/*/*")) == committed
    for name in committed:
        with PIL.Image.open(tmp_path / "drawn" / name) as drawn, PIL.Image.open(EXAMPLES / name) as kept:
            # The pixels, not the bytes: how a PNG is packed depends on the release of zlib.
            assert (drawn.format, drawn.mode, drawn.size) == (kept.format, kept.mode, kept.size)
            assert drawn.tobytes() == kept.tobytes(), f"{name}: draw the pictures again, or the plan shows old ones"


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.parent.name)
def test_each_plan_uses_every_picture_beside_it_and_no_other(plan: Path) -> None:
    beside = {file.relative_to(plan.parent).as_posix() for file in (plan.parent / "pictures").iterdir()}
    assert {text for path, text in texts(cspdocs.load(plan)) if path.endswith("/file")} == beside
