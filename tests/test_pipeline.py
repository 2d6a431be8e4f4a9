from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import PIL.Image
import pytest

from cspdocs import pipeline
from cspdocs.diagnostics import Severity
from cspdocs.errors import OutputError, PlanError, TemplateError, UnknownFormat, UnknownKind
from cspdocs.plan.blocks import ActionTables, Text
from cspdocs.plan.model import Action, Plan, Priority, Release, Section, Source
from cspdocs.plan.period import Period
from cspdocs.resources import find_template
from cspdocs.template.sheets import plan_sheet
from cspdocs.template.template import load_template
from cspdocs.values import evolve

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
  a: {start: pag}
  b: {body: "{nobody} {period.foo}"}
"""


def test_a_plan_with_nothing_but_a_title_is_made_in_every_format(tmp_path: Path) -> None:
    files = pipeline.save_all(Plan(title="Plan"), tmp_path)
    assert [str(file.relative_to(tmp_path)) for file in files] == ["plan.docx", "plan.pdf", str(Path("plan-web/index.html"))]
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
    assert len(pipeline.save_all(plan, tmp_path)) == 3


@pytest.mark.parametrize("to", ["pdf", "docx", "html"])
def test_the_same_plan_gives_the_same_bytes(to: str) -> None:
    plan = Plan(title="Plan", sections=[Section(id="a", body=[Text(text="Words")])])
    assert pipeline.render(plan, to) == pipeline.render(plan, to)


@pytest.mark.parametrize("to", ["pdf", "docx", "html"])
@pytest.mark.parametrize("epoch", ["1000000000", "-1", " "])
def test_bytes_depend_on_nothing_but_the_plan(monkeypatch: pytest.MonkeyPatch, to: str, epoch: str) -> None:
    plan = Plan(title="Plan")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    plain = pipeline.render(plan, to)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert pipeline.render(plan, to) == plain


@pytest.mark.parametrize("to", ["docx", "pdf", "html"])
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


def test_checking_tells_what_cannot_be_printed_as_it_stands(write: Write) -> None:
    file = write("title: P\nsections:\n  a: {body: 'See [there](#nowhere).'}\n  b: {body: One \U00013000 hieroglyph}\n")
    told = pipeline.check_file(file)
    assert [(finding.code, finding.line) for finding in told] == [("unusable-link", 3), ("missing-glyph", 4)]
    assert set(told) == {found for to in ("pdf", "docx") for found in pipeline.prepare_file(file).render(to).diagnostics}


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


def test_a_plan_made_in_code_of_what_its_classes_do_not_allow_is_told_so() -> None:
    plan = Plan(title="P", period="2025/26", sections=[Section(id="a", body="Words")])  # type: ignore[arg-type]  # on purpose
    found = pipeline.check(plan)
    assert [finding.path for finding in found] == ["period", "sections/a/body/1"]
    with pytest.raises(PlanError) as raised:
        pipeline.render(plan, "pdf")
    assert raised.value.findings == found


@pytest.mark.parametrize("to", ["docx", "pdf", "html"])
def test_so_it_is_where_only_a_format_stumbles_over_it(to: str) -> None:
    plan = Plan(title="P", release=Release(date="2025-04-01"))  # type: ignore[arg-type]  # on purpose
    (found,) = pipeline.check(plan)
    assert found.path == "release/date"
    with pytest.raises(PlanError) as raised:
        pipeline.render(plan, to)
    assert raised.value.findings == (found,)


def test_a_fault_of_our_own_is_not_laid_at_the_door_of_a_sound_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise TypeError("at fault")

    monkeypatch.setattr(pipeline, "compose_kind", fails)
    with pytest.raises(TypeError, match="at fault"):
        pipeline.check(Plan(title="P"))


def test_a_check_tells_what_only_making_the_documents_brings_to_light(write: Write) -> None:
    heading = " ".join(["A heading that goes on"] * 5)
    file = write(f"title: Plan\nsections:\n  a: {{title: {heading}, body: Words}}\n")
    (finding,) = pipeline.check_file(file)
    assert (finding.code, finding.file, finding.line) == ("word-heading-length", file, 3)
    assert finding in pipeline.prepare_file(file).render("docx").diagnostics


def test_what_the_plan_and_the_word_file_lack_both_is_told_once(write: Write, tmp_path: Path) -> None:
    PIL.Image.new("RGB", (40, 30), "navy").save(tmp_path / "a.png")
    file = write("title: Plan\nsections:\n  a:\n    title: A\n    body:\n      - picture: {file: a.png}\n")
    assert [finding.code for finding in pipeline.check_file(file)] == ["alt-text"]
    prepared = pipeline.prepare_file(file)
    output = prepared.render("docx")
    assert [finding.code for finding in output.diagnostics] == ["word-alt-text"]
    assert prepared.findings_with([output]) == prepared.findings
    twice = evolve(output, diagnostics=output.diagnostics * 2)
    assert len(prepared.findings_with([twice])) == 2


def test_a_plan_made_in_code_is_checked_without_lines() -> None:
    plan = Plan(title="P", council="nobody")
    (finding,) = pipeline.check(plan)
    assert (finding.file, finding.line, finding.path) == (None, None, "council")
    with pytest.raises(PlanError):
        pipeline.compose(plan)


def test_a_final_plan_is_not_made_while_words_are_to_be_filled_in_unless_forced(write: Write) -> None:
    text = "title: Plan\nrelease: final\nsections: {a: {body: 'XX of {nobody}'}}\n"
    with pytest.raises(PlanError) as caught:
        pipeline.prepare_file(write(text))
    assert [finding.code for finding in caught.value.findings] == ["unfilled", "unknown-figure"]
    for prepared in (
        pipeline.prepare_file(write(text), force=True),
        pipeline.prepare(pipeline.load(write(text)), force=True),
        pipeline.prepare_file(write(text.replace("final", "draft"))),
    ):
        assert {finding.severity for finding in prepared.findings} == {Severity.WARNING}
        assert [finding.line for finding in prepared.findings] == [3, 3]


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


def test_saving_all_writes_nothing_when_one_format_fails(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat):
        pipeline.save_all(Plan(title="P"), tmp_path, formats=["pdf", "nothing"])
    assert list(tmp_path.iterdir()) == []


def test_formats_are_those_wanted_once_or_all() -> None:
    assert pipeline.formats() == ("docx", "pdf", "html")
    assert pipeline.formats(["pdf", "pdf"]) == ("pdf",)
    with pytest.raises(UnknownFormat, match='did you mean "pdf"'):
        pipeline.formats(["pfd"])


def test_saving_a_web_page_under_a_name_of_ones_own_writes_what_it_needs_beside_it(tmp_path: Path) -> None:
    file = pipeline.save(Plan(title="Plan"), tmp_path / "site" / "ours.html")
    assert sorted(path.name for path in file.parent.iterdir()) == ["downloads", "ours.html", "style.css"]
    assert b'href="style.css"' in file.read_bytes()


def test_no_file_of_a_format_replaces_the_plan(write: Write, tmp_path: Path) -> None:
    file = write("title: P\n", "style.css")
    plan = Plan(title="P", source=Source(folder=tmp_path, file=file))
    with pytest.raises(OutputError, match=r"that is style\.css, which the document is made from"):
        pipeline.save(plan, tmp_path / "index.html")
    assert file.read_text(encoding="utf-8") == "title: P\n"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["style.css"]


def test_the_shipped_templates_are_listed() -> None:
    listed = [template.name for template in pipeline.templates()]
    assert listed == ["ashford", "plain", "tonbridge-malling", "tonbridge-malling-2014"]


def test_a_plan_that_names_no_template_is_plain() -> None:
    prepared = pipeline.prepare(Plan(title="P"))
    assert prepared.options.sheet == plan_sheet(load_template("plain").sheet)
    assert prepared.options.sent.fields["title"].text == prepared.plan.title


def test_a_template_with_a_file_that_is_no_font_is_found_out(tmp_path: Path) -> None:
    faces = ", ".join(f"{face}: our.ttf" for face in ("regular", "bold", "italic", "bold-italic"))
    (tmp_path / "template.yaml").write_text(f"title: T\nextends: plain\nfonts: {{body: {{family: Ours, {faces}}}}}\n")
    (tmp_path / "our.ttf").write_bytes(b"no font")
    found = pipeline.check_template(tmp_path)
    assert [one.path for one in found] == [
        "fonts/body/regular",
        "fonts/body/bold",
        "fonts/body/italic",
        "fonts/body/bold-italic",
    ]
    assert all("our.ttf cannot be used: it is damaged or no font" in one.message for one in found)


def test_a_template_is_compared_with_its_reference_document(tmp_path: Path) -> None:
    (tmp_path / "template.yaml").write_text("title: T\nextends: plain\n")
    plan = Plan(title="P", sections=(Section(id="a", title="A", body=(Text(text="B"),)),))
    (tmp_path / "reference.docx").write_bytes(pipeline.render(plan, "docx", tmp_path))
    assert pipeline.check_template(tmp_path) == ()
    (tmp_path / "styles.yaml").write_text("styles: {Body: {size: 13 pt}, Motto: {size: 15 pt}}\n")
    found = {one.code: one for one in pipeline.check_template(tmp_path)}
    assert "Body (Normal): size 12 pt instead of 13 pt" in found["reference-measures"].message
    assert found["reference-absent"].severity is Severity.NOTE
    assert "it has no style Motto: " in found["reference-absent"].message


def test_the_schema_is_that_of_plan_files() -> None:
    assert {"title", "sections", "actions"} <= pipeline.schema()["$defs"]["Plan"]["properties"].keys()


def test_a_summary_has_its_own_file_and_its_own_looks(tmp_path: Path) -> None:
    plan = Plan(title="Partnership Plan", period=Period.financial(2025), priorities=[Priority(id="p", title="Theft")])
    files = pipeline.save_all(plan, tmp_path, formats=["docx", "pdf"], kind="summary")
    assert [file.name for file in files] == ["partnership-plan-2025-26-summary.docx", "partnership-plan-2025-26-summary.pdf"]
    sheets = {kind: pipeline.prepare(plan, kind=kind).options.sheet for kind in ("plan", "summary")}
    assert sheets["summary"].styles["Body"].size < sheets["plan"].styles["Body"].size
    assert not any(name.startswith("Summary") for sheet in sheets.values() for name in (*sheet.styles, *sheet.pages))
    assert pipeline.compose(plan, kind="summary") != pipeline.compose(plan)


def test_a_summary_of_more_than_a_page_is_told_and_made_all_the_same(write: Write) -> None:
    text = "\\n\\n".join(["Many words stand here, and each of them is needed by somebody."] * 90)
    file = write(f'title: Plan\nsections:\n  us: {{kind: about, title: About us, body: "{text}"}}\n')
    found = [finding for finding in pipeline.check_file(file, kind="summary") if finding.code == "summary-length"]
    assert [(finding.severity, finding.path, finding.line) for finding in found] == [
        (Severity.WARNING, "sections/us/title", 3)
    ]
    assert '"About us"' in found[0].hint
    prepared = pipeline.prepare_file(file, kind="summary")
    assert len(prepared.options.paged.pages) > 1
    assert [finding for finding in prepared.findings if finding.code == "summary-length"] == found
    # It is among the web pages of the plan.
    assert list(pipeline.check_file(file)) == found


def test_a_kind_of_document_that_there_is_not_is_told() -> None:
    with pytest.raises(UnknownKind, match='no kind of document "poster"; there are plan, summary'):
        pipeline.prepare(Plan(title="P"), kind="poster")  # type: ignore[arg-type]
