"""The summary of every example: one page in every format, the same words in all of them, and readable by everybody."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

import judges
from cspdocs.document.walk import document_texts
from cspdocs.pipeline import check_file, prepare_file
from cspdocs.rendering import Prepared
from cspdocs.resources import template_folders
from reading import assert_reads, published_text, word_text

PLANS: Final = {plan.parent.name: plan for plan in sorted((judges.ROOT / "examples").glob("*/plan.yaml"))}
FORMATS: Final = ("pdf", "docx")
BULLET: Final = "\u2022"
DRAFTS: Final = ("unfilled",)
"""What is found in drafts and is no fault of the summary."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Prepared, Path]]:
    """The summaries, and their files without the ending, by example."""
    folder = tmp_path_factory.mktemp("summaries")
    found = {}
    for name, plan in PLANS.items():
        prepared = prepare_file(plan, kind="summary")
        for to in FORMATS:
            (folder / f"{name}.{to}").write_bytes(prepared.render(to).data)
        found[name] = (prepared, folder / name)
    return found


@pytest.mark.parametrize("name", PLANS)
def test_a_summary_is_clean(name: str) -> None:
    assert [finding for finding in check_file(PLANS[name], kind="summary") if finding.code not in DRAFTS] == []


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("template", [folder.name for folder in template_folders()])
def test_a_summary_stands_on_one_page_in_every_template(name: str, template: str) -> None:
    assert len(prepare_file(PLANS[name], template, "summary").options.paged.pages) == 1


@pytest.mark.parametrize("name", PLANS)
def test_a_summary_stands_on_one_page_in_both_formats(
    name: str, made: Mapping[str, tuple[Prepared, Path]], tmp_path: Path
) -> None:
    file = made[name][1]
    assert judges.page_count(file.with_name(f"{name}.pdf")) == 1
    assert judges.page_count(judges.docx_to_pdf(file.with_name(f"{name}.docx"), tmp_path)) == 1


@pytest.mark.parametrize("name", PLANS)
def test_word_pdf_and_web_page_say_the_same(name: str, made: Mapping[str, tuple[Prepared, Path]]) -> None:
    prepared, file = made[name]
    wanted = list(document_texts(prepared.document))
    assert len(wanted) > 20
    assert_reads(judges.pdf_text(file.with_name(f"{name}.pdf")), wanted, BULLET)
    with zipfile.ZipFile(file.with_name(f"{name}.docx")) as archive:
        assert_reads(word_text(etree.fromstring(archive.read("word/document.xml"))), wanted, BULLET)
    assert_reads(published_text(prepared.render("html")), wanted, "")
    assert_reads(published_text(prepared.render("html-sections")), wanted, "")


@pytest.mark.parametrize("name", PLANS)
def test_the_word_file_is_valid(name: str, made: Mapping[str, tuple[Prepared, Path]]) -> None:
    assert judges.validate_docx(made[name][1].with_name(f"{name}.docx")) == []


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_pdf_files_can_be_read_by_everybody(flavour: str, made: Mapping[str, tuple[Prepared, Path]]) -> None:
    files = [file.with_name(f"{name}.pdf") for name, (_, file) in made.items()]
    assert judges.verapdf(flavour, *files) == {file: [] for file in files}


@pytest.mark.parametrize("name", PLANS)
def test_the_same_plan_gives_the_same_bytes(name: str, made: Mapping[str, tuple[Prepared, Path]]) -> None:
    again = prepare_file(PLANS[name], kind="summary")
    for to in (*FORMATS, "html"):
        assert again.render(to) == made[name][0].render(to)
