from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cspdocs import pipeline, rendering
from cspdocs.backends.base import Output
from cspdocs.errors import OutputError
from cspdocs.plan.blocks import Picture, Text
from cspdocs.plan.model import Cover, Plan, Priority, Section, Source
from cspdocs.plan.period import Period

Write = Callable[..., Path]
PLAN = Plan(title="Plan", period=Period.financial(2025), priorities=[Priority(id="p", title="Theft")])
"""With enough in it for a summary."""


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
    assert rendering.output_file(plan, Path("out"), "pdf") == Path("out") / name


def test_a_very_long_title_still_makes_a_name_that_can_be_written(tmp_path: Path) -> None:
    plan = Plan(title="\u4e2d" * 500, period=Period.financial(2025))
    file = rendering.output_file(plan, tmp_path, "pdf")
    file.touch()
    assert file.name.endswith("-2025-26.pdf")


def test_the_sources_of_a_plan_are_its_file_and_the_pictures_in_its_folder(tmp_path: Path) -> None:
    picture = Picture(file="a.png", alt="A")
    sections = [Section(id="s", body=[Picture(file="../b.png"), Picture(file="d/c.png")])]
    plan = Plan(title="P", cover=Cover(picture=picture), sections=sections)
    assert rendering.sources(plan) == ()
    read = Source(folder=tmp_path, file=tmp_path / "plan.yaml")
    found = rendering.sources(Plan(title="P", cover=plan.cover, sections=sections, source=read))
    assert found == (tmp_path / "plan.yaml", tmp_path / "a.png", tmp_path / "d" / "c.png")
    assert len(rendering.sources(Plan(title="P", cover=plan.cover, source=Source(folder=tmp_path)))) == 1


def test_web_pages_offer_the_word_file_and_the_pdf_that_are_made_of_the_same_plan(tmp_path: Path) -> None:
    prepared = pipeline.prepare(Plan(title="Plan", sections=[Section(id="a", body=[Text(text="Words")])]))
    files = prepared.render("html").files
    assert files["downloads/plan.docx"] == prepared.render("docx").data
    assert files["downloads/plan.pdf"] == prepared.render("pdf").data
    assert [download.pages for download in prepared.options.downloads] == [len(prepared.options.paged.pages)] * 2


def test_a_format_is_rendered_once_however_often_it_is_asked_for() -> None:
    prepared = pipeline.prepare(Plan(title="Plan"))
    assert prepared.render("docx") is prepared.render("docx")


def test_what_was_noticed_of_a_download_is_told_with_the_web_pages(write: Write, tmp_path: Path) -> None:
    plan = pipeline.load(write("title: P\nsections:\n  a: {body: One \U00013000 hieroglyph}\n"))
    noticed = pipeline.prepare(plan).render("html").diagnostics
    assert noticed == pipeline.prepare(plan).render("pdf").diagnostics
    assert [(finding.file, finding.line) for finding in noticed] == [(tmp_path / "plan.yaml", 3)]


@pytest.mark.parametrize("name", ["../plan.css", "/plan.css", "a/../../b", "C:plan.css", "a\\b", "", "."])
def test_a_format_may_write_beside_its_file_and_nowhere_else(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="cannot be written beside it"):
        rendering.save_output(Output(b"page", files={name: b"x"}), tmp_path / "in" / "index.html", Plan(title="Plan"))
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("to", ["html", "html-sections"])
def test_the_web_pages_of_a_plan_and_its_summary_lead_to_one_another(to: str) -> None:
    site = pipeline.prepare(PLAN).render(to)
    assert b'<a href="summary/index.html">Plan 2025 - 2026 on a page</a>' in site.data
    summary = site.files["summary/index.html"].decode()
    assert '<a href="../index.html">Plan 2025 - 2026</a>' in summary
    for name in ("plan-2025-26.pdf", "plan-2025-26.docx"):
        assert f'<a href="../downloads/{name}"' in summary
        assert f"downloads/{name}" in site.files


def test_the_summary_among_web_pages_is_the_one_that_is_made_alone() -> None:
    files = pipeline.prepare(PLAN).render("html").files
    alone = pipeline.prepare(PLAN, kind="summary")
    assert files["summary/style.css"] == alone.render("html").files["style.css"]
    for to in ("docx", "pdf"):
        assert files[f"summary/downloads/plan-2025-26-summary.{to}"] == alone.render(to).data


def test_a_summary_among_web_pages_that_takes_more_than_one_page_is_told(write: Write) -> None:
    plan = pipeline.load(
        write("title: P\npriorities: {a: Theft}\nvision: >\n  " + "safer streets for all of us " * 600 + "\n")
    )
    (found,) = [one for one in pipeline.prepare(plan).render("html").diagnostics if one.code == "summary-length"]
    assert (found.path, found.line) == ("vision", 3)


def test_links_to_places_that_only_the_plan_has_are_words_in_its_summary(write: Write) -> None:
    about = "{kind: about, body: 'See [our *actions*](#plan), [us](https://example.org) and this.^[A note.]'}"
    plan = pipeline.load(write(f"title: P\nsections:\n  about: {about}\n  plan: {{body: Ours}}\n"))
    site = pipeline.prepare(plan).render("html")
    assert site.diagnostics == ()
    assert b'<a href="#plan">our <em>actions</em></a>' in site.data
    summary = site.files["summary/index.html"]
    assert b"See our <em>actions</em>, <a" in summary
    assert b'href="#note-1"' in summary


def test_a_summary_made_alone_leads_to_nothing_that_is_not_there() -> None:
    page = pipeline.prepare(PLAN, kind="summary").render("html").data
    assert b'href="../' not in page
    assert b"The whole plan" not in page


def test_a_page_or_fragment_made_alone_comes_without_summary(tmp_path: Path) -> None:
    assert b"summary/" not in pipeline.render(PLAN, "html")
    assert not (pipeline.save(PLAN, tmp_path / "ours.html").parent / "summary").exists()
    fragment = pipeline.prepare(PLAN).render("html-fragment")
    assert not any("summary" in name for name in fragment.files)
    assert b"summary/" not in fragment.data


def test_a_plan_that_says_next_to_nothing_has_no_summary_among_its_pages() -> None:
    site = pipeline.prepare(Plan(title="Plan")).render("html")
    assert not any("summary" in name for name in site.files)
    assert b"summary/" not in site.data


def test_the_whole_site_is_saved_where_all_formats_are(tmp_path: Path) -> None:
    pipeline.save_all(PLAN, tmp_path)
    web = tmp_path / "plan-2025-26-web"
    assert {str(file.relative_to(web).as_posix()) for file in web.rglob("*") if file.is_file()} == {
        *("index.html", "style.css", "downloads/plan-2025-26.docx", "downloads/plan-2025-26.pdf"),
        *("summary/index.html", "summary/style.css"),
        *("summary/downloads/plan-2025-26-summary.docx", "summary/downloads/plan-2025-26-summary.pdf"),
    }
