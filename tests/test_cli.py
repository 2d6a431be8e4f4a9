from __future__ import annotations

import errno
import gc
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import PIL.Image
import pytest

from cspdocs import cli, pipeline

PLAN = """\
title: Partnership Plan
period: 2025/26
cover:
  picture: {file: pictures/cover.png, alt: A bridge}
sections:
  aims: {title: Aims, body: "Words for {period}."}
"""

TEN_MISTAKES = """\
titel: Partnership Plan
title: Partnership Plan
period: 2025-13
release: {stage: drfat}
template: tonbridge-mailing
organisations:
  police: {name: Kent Police, listed: maybe}
priorities:
  asb: Anti-social behaviour
actions:
  asb-1: {title: Walk, priority: asbo, owners: [polcie]}
  asb-2: {priority: asb}
sections:
  aims:
    body:
      - text: There were {reports} of them.
      - pictur: map.png
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command line; nothing that it says is ever a traceback."""

    def ran(*arguments: object) -> Ran:
        code = cli.run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Ran(code, said.out, said.err)

    return ran


Run = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a plan and its picture."""
    folder = tmp_path / "plan"
    (folder / "pictures").mkdir(parents=True)
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    PIL.Image.new("RGB", (40, 20), "navy").save(folder / "pictures" / "cover.png")
    return folder


def made(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_build_makes_every_format_beside_the_plan_and_says_so_a_line_each(run: Run, folder: Path) -> None:
    ran = run("build", folder)
    out = folder / "out"
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line.split("  ")[0] for line in lines] == [
        str(out / "partnership-plan-2025-26.docx"),
        str(out / "partnership-plan-2025-26.pdf"),
        str(out / "partnership-plan-2025-26-web" / "index.html"),
    ]
    assert all(line.endswith(" kB") for line in lines)
    assert ["  3 pages, " in line for line in lines] == [True, True, False]
    # The style sheet, the picture, and the two files to download.
    assert "  with 4 more files, " in lines[2]
    assert made(out) == ["partnership-plan-2025-26-web", "partnership-plan-2025-26.docx", "partnership-plan-2025-26.pdf"]


def test_build_searches_for_no_garbage_between_what_it_makes(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searching = []

    def left_over(*_: object) -> tuple[Path, ...]:
        searching.append(gc.isenabled())
        return ()

    monkeypatch.setattr(cli, "left_over", left_over)
    assert run("build", folder).code == 0
    assert searching == [False] * 3
    assert gc.isenabled()


@pytest.mark.parametrize("argument", ["plan.yaml", ".", None])
def test_the_plan_is_a_file_a_folder_or_where_one_is(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, argument: str | None
) -> None:
    monkeypatch.chdir(folder)
    assert run("build", *filter(None, [argument]), "--to", "pdf").code == 0
    assert made(folder / "out") == ["partnership-plan-2025-26.pdf"]


def test_build_takes_formats_a_folder_and_a_template(run: Run, folder: Path, tmp_path: Path) -> None:
    ran = run(
        "build", folder, "--to", "pdf", "--to", "pdf", "--out", tmp_path / "a" / "b", "--template", "tonbridge-malling"
    )
    assert ran.code == 0
    assert len(ran.out.splitlines()) == 1
    assert made(tmp_path / "a" / "b") == ["partnership-plan-2025-26.pdf"]
    assert not (folder / "out").exists()


def test_other_forms_of_a_format_are_made_when_they_are_asked_for(run: Run, folder: Path) -> None:
    ran = run("build", folder, "--to", "html-sections", "--to", "html-fragment")
    assert ran.code == 0
    assert made(folder / "out") == ["partnership-plan-2025-26-web-fragment", "partnership-plan-2025-26-web-sections"]
    assert made(folder / "out" / "partnership-plan-2025-26-web-sections") == [
        *("aims.html", "downloads", "index.html", "pictures", "style.css"),
    ]


def test_what_an_earlier_build_left_among_web_pages_is_named_and_kept(run: Run, folder: Path) -> None:
    assert run("build", folder, "--to", "html-sections").err == ""
    (folder / "plan.yaml").write_text(PLAN.replace("aims:", "goals:"))
    ran = run("build", folder, "--to", "html-sections")
    old = folder / "out" / "partnership-plan-2025-26-web-sections" / "aims.html"
    assert (ran.code, ran.err) == (0, f"note: {old} is of an earlier build; delete it\n")
    assert old.exists()
    assert run("build", folder, "--to", "pdf").err == ""


def test_the_web_pages_of_a_plan_have_its_summary_among_them_and_a_summary_stands_alone(run: Run, folder: Path) -> None:
    (folder / "plan.yaml").write_text(PLAN + "priorities: {asb: Anti-social behaviour}\n")
    out = folder / "out"
    assert run("build", folder).code == 0
    assert made(out / "partnership-plan-2025-26-web" / "summary") == ["downloads", "index.html", "style.css"]
    assert run("build", folder, "--kind", "summary", "--to", "html").code == 0
    page = (out / "partnership-plan-2025-26-summary-web" / "index.html").read_text(encoding="utf-8")
    assert "partnership-plan-2025-26-summary.pdf" in page
    assert "../" not in page


def test_a_summary_that_an_earlier_build_left_is_named(run: Run, folder: Path) -> None:
    (folder / "plan.yaml").write_text(PLAN + "priorities: {asb: Anti-social behaviour}\n")
    assert run("build", folder, "--to", "html").err == ""
    (folder / "plan.yaml").write_text(PLAN)
    assert "index.html is of an earlier build; delete it" in run("build", folder, "--to", "html").err


def test_one_page_is_one_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("title: P\n")
    assert "  1 page, " in run("build", tmp_path, "--to", "pdf").out


def test_a_plan_with_errors_is_not_built_and_all_of_them_are_told(run: Run, folder: Path) -> None:
    (folder / "plan.yaml").write_text(PLAN.replace("aims:", "aims: {kind: prse}\n  more:") + "  end: {body: '{nobody}'}\n")
    ran = run("build", folder)
    assert (ran.code, ran.out) == (1, "")
    assert "unknown" not in ran.err
    assert 'error: plan.yaml:6: sections/aims/kind: there is no kind of section "prse"' in ran.err
    assert 'warning: plan.yaml:8: sections/end/body/1/text: there is no figure "{nobody}"' in ran.err
    assert ran.err.endswith("1 error, 1 warning\n")
    assert not (folder / "out").exists()


def test_warnings_are_told_and_the_plan_is_built(run: Run, folder: Path) -> None:
    (folder / "plan.yaml").write_text(PLAN.replace(", alt: A bridge", ""))
    ran = run("build", folder, "--to", "pdf")
    assert ran.code == 0
    assert ran.err.startswith("warning: plan.yaml:4: cover/picture: ")
    assert made(folder / "out") == ["partnership-plan-2025-26.pdf"]


def test_a_final_plan_with_words_to_be_filled_in_is_built_only_by_force(run: Run, folder: Path) -> None:
    (folder / "plan.yaml").write_text(PLAN.replace("Words for", "XX for") + "release: final\n")
    ran = run("build", folder)
    assert (ran.code, ran.out) == (1, "")
    assert 'error: plan.yaml:6: sections/aims/body/1/text: "XX" is still to be filled in' in ran.err
    assert not (folder / "out").exists()
    ran = run("build", folder, "--to", "pdf", "--force")
    assert ran.code == 0
    assert ran.err.startswith("warning: plan.yaml:6: ")
    assert made(folder / "out") == ["partnership-plan-2025-26.pdf"]


def test_check_is_content_with_a_good_plan_and_makes_nothing(run: Run, folder: Path) -> None:
    assert run("check", folder) == (0, "Nothing is wrong.\n", "")
    assert made(folder) == ["pictures", "plan.yaml"]


def test_check_tells_ten_mistakes_of_every_kind_at_once_each_with_its_line_and_a_cure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(TEN_MISTAKES)
    ran = run("check", tmp_path)
    lines = ran.err.splitlines()
    assert [line.split(": ")[1] for line in lines] == [f"plan.yaml:{line}" for line in (1, 3, 4, 5, 7, 11, 11, 12, 16, 17)]
    # That a figure is missing is no error in a draft.
    assert [line.partition(":")[0] for line in lines] == [*["error"] * 8, "warning", "error"]
    assert all(line.endswith(")") for line in lines)
    for cure in (
        "title",
        "2025/26",
        "draft",
        "tonbridge-malling",
        "yes",
        "asb",
        "police",
        "be given",
        "known are",
        "picture",
    ):
        assert any(cure in line for line in lines)
    assert (ran.code, ran.out) == (1, "9 errors, 1 warning\n")


def test_check_with_warnings_only_is_done(run: Run, folder: Path) -> None:
    (folder / "plan.yaml").write_text(PLAN.replace(", alt: A bridge", ""))
    ran = run("check", folder)
    assert (ran.code, ran.out) == (0, "1 warning\n")


@pytest.mark.parametrize("command", ["build", "check", "dump"])
def test_a_folder_without_a_plan_is_said_to_be_one(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "paln.yaml").touch()
    ran = run(command, tmp_path)
    assert ran.code == 1
    assert f'there is no file "{tmp_path / "plan.yaml"}" (did you mean "paln.yaml"?)' in ran.err


@pytest.mark.parametrize("command", ["build", "check", "dump"])
def test_a_plan_that_is_not_there_is_said_not_to_be(run: Run, tmp_path: Path, command: str) -> None:
    ran = run(command, tmp_path / "nowhere" / "plan.yaml")
    assert ran.code == 1
    assert "there is no folder" in ran.err


def test_dump_prints_the_tree(run: Run, folder: Path) -> None:
    ran = run("dump", folder)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("document: Partnership Plan 2025 - 2026")
    assert "body: Words for 2025/26." in ran.out


def test_schema_prints_json_in_ascii(run: Run) -> None:
    ran = run("schema")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == pipeline.schema()
    assert ran.out.isascii()


def test_templates_are_listed_with_what_they_are(run: Run) -> None:
    ran = run("templates")
    assert ran.code == 0
    assert "tonbridge-malling  " in ran.out


def test_a_template_is_checked_by_its_name_or_folder(run: Run, tmp_path: Path) -> None:
    assert run("templates", "check", "plain") == (0, "Nothing is wrong.\n", "")
    (tmp_path / "template.yaml").write_text("title: Ours\nextends: plain\nlink-colour: '#ff9999'\n")
    ran = run("templates", "check", tmp_path)
    assert ran.code == 1
    assert ran.err.startswith("error: template.yaml:3: link-colour: a link, #ff9999, is hard to read: a contrast of ")
    assert "or darker, or make the background lighter" in ran.err
    assert ran.out == "1 error\n"


def test_warnings_about_a_template_are_told_and_it_may_be_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "template.yaml").write_text("title: Ours\nextends: plain\n")
    (tmp_path / "styles.yaml").write_text("styles: {Heading1: {size: 20 pt}}\n")
    ran = run("templates", "check", tmp_path)
    assert (ran.code, ran.out) == (0, "1 warning\n")
    assert 'did you mean "Heading 1"?' in ran.err


def test_a_template_that_cannot_be_read_is_told_with_all_that_is_wrong(run: Run, tmp_path: Path) -> None:
    (tmp_path / "template.yaml").write_text("titel: Ours\nextends: plain\npages: {Page: {paper: A6}}\n")
    ran = run("templates", "check", tmp_path)
    assert (ran.code, ran.out) == (1, "2 errors\n")
    assert 'did you mean "title"?' in ran.err
    assert '"A6" is not one of A3, A4, A5' in ran.err
    assert run("templates", "check", "plian").code == 1


def test_a_new_plan_is_clean_and_builds_as_it_is(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "My plan"
    ran = run("new", folder)
    assert ran.code == 0
    assert made(folder) == ["plan.schema.json", "plan.yaml"]
    assert ran.out.endswith(f'run: cspdocs build "{folder}"\n')
    assert run("check", folder) == (0, "Nothing is wrong.\n", "")
    assert run("build", folder).code == 0
    assert len(made(folder / "out")) == 3


def test_new_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("mine")
    (tmp_path / "file").touch()
    for place, said in ((tmp_path, "the folder is not empty"), (tmp_path / "file", "that is a file")):
        ran = run("new", place)
        assert ran.code == 1
        assert said in ran.err
    assert (tmp_path / "plan.yaml").read_text() == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild"], "No such command 'bild'. Did you mean 'build'?"),
        (["build", "--too", "pdf"], "--to"),
        (["build", "--to", "pfd"], 'there is no format "pfd" (did you mean "pdf"?)'),
        (["build", "--to", "odt"], "there are docx, pdf, html, html-sections, html-fragment"),
        (["build", "--to", "html-section"], 'did you mean "html-sections"?'),
        (["build", "a", "b"], "unexpected extra argument"),
        (["new"], "Missing argument 'FOLDER'"),
        ([], "Usage: cspdocs"),
    ],
)
def test_wrong_use_ends_with_two_and_says_what_would_be_right(run: Run, arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_file_in_place_of_the_output_folder_is_wrong_use(run: Run, folder: Path) -> None:
    ran = run("build", folder, "--out", folder / "plan.yaml")
    assert ran.code == 2
    assert "is a file" in ran.err


@pytest.mark.parametrize("arguments", [["--help"], ["build", "-h"], ["--version"]])
def test_help_and_version_are_right_use(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.err) == (0, "")
    assert "cspdocs" in ran.out


def test_an_unknown_template_is_found_where_the_plan_names_it_or_without_a_place(run: Run, folder: Path) -> None:
    ran = run("build", folder, "--template", "tonbridge-mailing")
    assert ran.code == 1
    assert ran.err.startswith('error: there is no template "tonbridge-mailing"')
    with (folder / "plan.yaml").open("a") as plan:
        plan.write("template: tonbridge-mailing\n")
    assert run("build", folder).err.startswith('error: plan.yaml:7: template: there is no template "tonbridge-mailing"')


def test_an_output_that_cannot_be_written_is_named_and_the_old_one_is_whole(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("build", folder, "--to", "pdf").code == 0
    file = folder / "out" / "partnership-plan-2025-26.pdf"
    before = file.read_bytes()

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    ran = run("build", folder, "--to", "pdf")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"Error: {file}: you may not write there; close the file if it is open, or choose another folder\n"
    assert file.read_bytes() == before
    assert made(folder / "out") == [file.name]


def test_no_output_takes_the_place_of_the_plan(run: Run, folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "partnership-plan-2025-26.pdf").symlink_to(folder / "plan.yaml")
    ran = run("build", folder, "--to", "pdf")
    assert ran.code == 1
    assert "that is plan.yaml, which the document is made from" in ran.err
    assert (folder / "plan.yaml").read_text() == PLAN


def test_a_fault_of_our_own_is_a_polite_message(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("Heading 5")

    monkeypatch.setattr(pipeline, "prepare_file", fail)
    ran = run("build", folder)
    assert (ran.code, ran.out) == (1, "")
    assert "a fault of cspdocs itself (KeyError: 'Heading 5'); no file was harmed." in ran.err
    assert "CSPDOCS_DEBUG=1" in ran.err
    monkeypatch.setenv("CSPDOCS_DEBUG", "1")
    with pytest.raises(KeyError):
        cli.run(["build", str(folder)])


def test_being_stopped_is_no_fault(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "prepare_file", stop)
    ran = run("build", folder)
    assert (ran.code, ran.out, ran.err.strip()) == (1, "", "Stopped; no file was harmed.")


class Terminal(io.StringIO):
    """An error stream that people look at."""

    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_and_nowhere_else(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("build", folder, "--to", "pdf").err == ""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert cli.run(["build", str(folder), "--to", "pdf"]) == 0
    assert "Making pdf" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


def test_an_old_console_shows_what_it_can(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "plan.yaml").write_text(PLAN + "  x: {title: 'Gŵyl ●'}\n", encoding="utf-8")
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", console)
    assert cli.run(["dump", str(folder)]) == 0
    console.flush()
    assert "G?yl ?" in console.buffer.getvalue().decode("cp1252")  # type: ignore[attr-defined]


def python(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cspdocs", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **more)  # type: ignore[call-overload]


def test_the_package_runs_as_a_module(folder: Path) -> None:
    assert python("check", str(folder)).stdout == "Nothing is wrong.\n"
    assert python("chekc").returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_reader_who_has_enough_is_no_fault(folder: Path) -> None:
    shell = f'"{sys.executable}" -m cspdocs schema | head -n 1'
    ran = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("{\n", "")


def test_the_environment_changes_nothing(folder: Path) -> None:
    made_in: list[bytes] = []
    for environment in ({}, {"SOURCE_DATE_EPOCH": "1000000000", "LC_ALL": "C", "TZ": "Asia/Tokyo"}):
        ran = python("build", str(folder), env={**os.environ, **environment})
        assert ran.returncode == 0, ran.stderr
        made_in.append(b"".join(file.read_bytes() for file in sorted((folder / "out").rglob("*.*")) if file.is_file()))
    assert made_in[0] == made_in[1]


def test_a_summary_is_built_beside_the_plan(run: Run, folder: Path) -> None:
    ran = run("build", folder, "--kind", "summary", "--to", "pdf")
    assert (ran.code, [file.name for file in (folder / "out").iterdir()]) == (0, ["partnership-plan-2025-26-summary.pdf"])
    assert "1 page," in ran.out
    assert run("check", folder, "--kind", "summary").code == 0
    assert "on a page" in run("dump", folder, "--kind", "summary").out
    wrong = run("build", folder, "--kind", "poster")
    assert wrong.code == 2
    assert "'plan', 'summary'" in wrong.err
