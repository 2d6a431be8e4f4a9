from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import PIL.Image
import pytest

from cspdocs import pipeline
from cspdocs.diagnostics import Severity
from cspdocs.errors import OutputError, PlanError, TemplateError, UnknownFormat
from cspdocs.plan.blocks import ActionTables, Picture, Text
from cspdocs.plan.model import Action, Cover, Plan, Priority, Section, Source
from cspdocs.plan.period import Period
from cspdocs.resources import find_template

Write = Callable[..., Path]

FAULTY = """\
title: Plan
titel: Plan
template: tonbridge-mailing
period: 2025
actions:
  asb-1: {title: Walk, owners: [polcie], status: Done}
organisations:
  police: Kent Police
sections:
  a: {kind: acton}
  b: {body: "{nobody} {period.foo}"}
"""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a plan file and gives its path."""

    def written(text: str, name: str = "plan.yaml", encoding: str = "utf-8") -> Path:
        file = tmp_path / name
        file.write_text(text, encoding=encoding)
        return file

    return written


def test_a_plan_with_nothing_but_a_title_is_made_in_every_format(tmp_path: Path) -> None:
    files = pipeline.save_all(Plan(title="Plan"), tmp_path)
    assert [file.name for file in files] == ["plan.docx", "plan.pdf"]
    assert all(file.stat().st_size > 1000 for file in files)


def test_a_plan_nested_deeper_than_headings_go_is_made(tmp_path: Path) -> None:
    section = Section(id="e", body=[ActionTables(), ActionTables()])
    for name in "dcba":
        section = Section(id=name, sections=[section])
    plan = Plan(
        title="Plan",
        sections=[section],
        priorities=[Priority(id="p", title="P")],
        actions=[Action(id="1", title="T", priority="p")],
    )
    assert len(pipeline.save_all(plan, tmp_path)) == 2


@pytest.mark.parametrize("to", ["pdf", "docx"])
def test_the_same_plan_gives_the_same_bytes(to: str) -> None:
    plan = Plan(title="Plan", sections=[Section(id="a", body=[Text(text="Words")])])
    assert pipeline.render(plan, to) == pipeline.render(plan, to)


@pytest.mark.parametrize("to", ["pdf", "docx"])
@pytest.mark.parametrize("epoch", ["1000000000", "-1", " "])
def test_bytes_depend_on_nothing_but_the_plan(monkeypatch: pytest.MonkeyPatch, to: str, epoch: str) -> None:
    plan = Plan(title="Plan")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    plain = pipeline.render(plan, to)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert pipeline.render(plan, to) == plain


@pytest.mark.parametrize("to", ["docx", "pdf"])
def test_a_garbled_setting_of_the_environment_is_not_read(monkeypatch: pytest.MonkeyPatch, to: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "garbage")
    assert pipeline.render(Plan(title="Plan"), to)


def test_checking_a_file_tells_everything_at_once_in_the_order_of_its_lines(write: Write) -> None:
    findings = pipeline.check_file(write(FAULTY))
    assert [(finding.line, finding.code) for finding in findings] == [
        (2, "unknown-key"),
        (3, "unknown-template"),
        (6, "unknown-owner"),
        (10, "unknown-choice"),
        (11, "unknown-figure"),
        (11, "unknown-figure"),
    ]
    assert {finding.file for finding in findings} == {write(FAULTY)}
    assert all(finding.hint for finding in findings)


def test_preparing_a_file_tells_what_checking_it_tells(write: Write) -> None:
    file = write(FAULTY.replace("mailing", "malling"))
    with pytest.raises(PlanError) as caught:
        pipeline.prepare_file(file)
    assert caught.value.findings == pipeline.check_file(file)
    assert "unknown-status" in {finding.code for finding in caught.value.findings}


def test_preparing_a_file_whose_template_is_missing_tells_of_both(write: Write) -> None:
    with pytest.raises(TemplateError) as caught:
        pipeline.prepare_file(write(FAULTY))
    assert [finding.code for finding in caught.value.findings] == ["unknown-key", "unknown-choice", "unknown-template"]


def test_warnings_of_reading_reach_whoever_builds(write: Write) -> None:
    prepared = pipeline.prepare_file(write("title: Café\n", encoding="cp1252"))
    assert prepared.plan.title == "Café"
    assert [(finding.code, finding.severity) for finding in prepared.findings] == [("windows-encoding", Severity.WARNING)]


@pytest.mark.parametrize("read", [pipeline.load, pipeline.prepare_file])
def test_what_is_no_plan_at_all_cannot_be_prepared(write: Write, read: Callable[[Path], Any], tmp_path: Path) -> None:
    for file in (tmp_path / "nowhere.yaml", write(""), write("a: [", "open.yaml"), tmp_path / "folder"):
        (tmp_path / "folder").mkdir(exist_ok=True)
        with pytest.raises(PlanError) as caught:
            read(file)
        assert len(caught.value.findings) == 1
        if read is pipeline.prepare_file:
            assert pipeline.check_file(file) == caught.value.findings


def test_a_plan_made_in_code_is_checked_without_lines() -> None:
    (finding,) = pipeline.check(Plan(title="{nobody}"))
    assert (finding.file, finding.line, finding.path) == (None, None, "title")
    with pytest.raises(PlanError):
        pipeline.compose(Plan(title="{nobody}"))


def test_a_template_may_stand_beside_the_plan_and_another_may_be_asked_for(write: Write, tmp_path: Path) -> None:
    shutil.copytree(find_template("tonbridge-malling"), tmp_path / "ours")
    wording = tmp_path / "ours" / "wording.yaml"
    wording.write_text(wording.read_text(encoding="utf-8").replace("contents: Contents", "contents: What is in it"))
    plan = pipeline.load(write("title: P\ntemplate: ours\nsections: {a: {body: Text}}\n"))
    assert "What is in it" in pipeline.dump(pipeline.compose(plan))
    assert "What is in it" not in pipeline.dump(pipeline.compose(plan, "tonbridge-malling"))
    assert "What is in it" in pipeline.dump(pipeline.compose(plan, tmp_path / "ours"))


def test_errors_of_a_template_beside_the_plan_stand_in_its_own_files(write: Write, tmp_path: Path) -> None:
    shutil.copytree(find_template("tonbridge-malling"), tmp_path / "ours")
    (tmp_path / "ours" / "wording.yaml").write_text("contnts: x\n")
    findings = pipeline.check_file(write("title: P\ntemplate: ours\n"))
    assert [str(finding).split(": ")[0] for finding in findings] == ["wording.yaml:1"]


def test_what_a_backend_notices_is_placed_in_the_plan(write: Write, tmp_path: Path) -> None:
    plan = pipeline.load(write("title: P\nsections:\n  a: {body: One \U00013000 hieroglyph}\n"))
    findings = pipeline.prepare(plan).render("pdf").diagnostics
    assert findings
    assert {(finding.file, finding.line) for finding in findings} == {(tmp_path / "plan.yaml", 3)}


@pytest.mark.parametrize(
    ("plan", "name"),
    [
        (Plan(title="Partnership Plan", period=Period.financial(2025)), "partnership-plan-2025-26.pdf"),
        (Plan(title="Plan {period}", period=Period.financial(2025)), "plan-2025-26-2025-26.pdf"),
        (Plan(title="../../etc/passwd"), "etc-passwd.pdf"),
        (Plan(title="C:\\x<>|?*"), "c-x.pdf"),
        (Plan(title="Cynllun Gŵyl"), "cynllun-gŵyl.pdf"),
        (Plan(title="\U0001f600"), "plan.pdf"),
        (Plan(title=""), "plan.pdf"),
    ],
)
def test_a_file_is_named_by_title_and_period(plan: Plan, name: str) -> None:
    assert pipeline.output_file(plan, Path("out"), "pdf") == Path("out") / name


def test_a_very_long_title_still_makes_a_name_that_can_be_written(tmp_path: Path) -> None:
    plan = Plan(title="\u4e2d" * 500, period=Period.financial(2025))
    file = pipeline.output_file(plan, tmp_path, "pdf")
    file.touch()
    assert file.name.endswith("-2025-26.pdf")


@pytest.mark.parametrize("name", ["plan.yaml", "pictures/stand.pdf", "link.pdf"])
def test_no_output_replaces_the_plan_or_a_picture_of_it_also_through_a_link(write: Write, tmp_path: Path, name: str) -> None:
    (tmp_path / "pictures").mkdir()
    picture = tmp_path / "pictures" / "stand.pdf"
    PIL.Image.new("RGB", (2, 2)).save(picture, "PNG")
    file = write("title: P\ncover: {picture: {file: 'pictures\\stand.pdf', alt: A}}\n")
    (tmp_path / "link.pdf").symlink_to(file)
    before = file.read_bytes(), picture.read_bytes()
    plan = pipeline.load(file)
    with pytest.raises((OutputError, UnknownFormat)):
        pipeline.save(plan, tmp_path / name)
    assert (file.read_bytes(), picture.read_bytes()) == before


def test_the_sources_of_a_plan_are_its_file_and_the_pictures_in_its_folder(tmp_path: Path) -> None:
    picture = Picture(file="a.png", alt="A")
    sections = [Section(id="s", body=[Picture(file="../b.png"), Picture(file="d/c.png")])]
    plan = Plan(title="P", cover=Cover(picture=picture), sections=sections)
    assert pipeline.sources(plan) == ()
    read = Source(folder=tmp_path, file=tmp_path / "plan.yaml")
    found = pipeline.sources(Plan(title="P", cover=plan.cover, sections=sections, source=read))
    assert found == (tmp_path / "plan.yaml", tmp_path / "a.png", tmp_path / "d" / "c.png")
    assert len(pipeline.sources(Plan(title="P", cover=plan.cover, source=Source(folder=tmp_path)))) == 1


def test_saving_all_writes_nothing_when_one_format_fails(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat):
        pipeline.save_all(Plan(title="P"), tmp_path, formats=["pdf", "nothing"])
    assert list(tmp_path.iterdir()) == []


def test_formats_are_those_wanted_once_or_all() -> None:
    assert pipeline.formats() == ("docx", "pdf")
    assert pipeline.formats(["pdf", "pdf"]) == ("pdf",)
    with pytest.raises(UnknownFormat, match='did you mean "pdf"'):
        pipeline.formats(["pfd"])


def test_the_shipped_templates_are_listed() -> None:
    assert "tonbridge-malling" in {template.name for template in pipeline.templates()}


def test_the_schema_is_that_of_plan_files() -> None:
    assert {"title", "sections", "actions"} <= pipeline.schema()["$defs"]["Plan"]["properties"].keys()
