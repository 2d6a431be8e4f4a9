"""The judges refuse what is broken: a judge that has never refused anything proves nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from reportlab.pdfgen.canvas import Canvas

import judges


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Safer streets")
    document.save(tmp_path / "plan.docx")
    return tmp_path / "plan.docx"


@pytest.fixture
def pdf_file(tmp_path: Path) -> Path:
    canvas = Canvas(str(tmp_path / "plan.pdf"))
    for text in ("Safer streets", "Safer homes"):
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return tmp_path / "plan.pdf"


def test_a_sound_word_file_is_valid(word_file: Path) -> None:
    assert judges.validate_docx(word_file) == []


def test_a_word_file_that_breaks_the_schema_is_refused_for_both_versions_of_office(word_file: Path) -> None:
    document = docx.Document(str(word_file))
    properties = document.paragraphs[0]._p.get_or_add_pPr()
    properties.append(properties.makeelement(qn("w:jc"), {qn("w:val"): "sideways"}))
    document.save(str(word_file))
    problems = judges.validate_docx(word_file)
    assert [problem.partition(":")[0] for problem in problems] == list(judges.OFFICE_VERSIONS)
    assert "sideways" in problems[0]


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(b"no zip archive")
    assert judges.validate_docx(tmp_path / "plan.docx") != []


def test_libreoffice_sets_a_word_file(word_file: Path, tmp_path: Path) -> None:
    made = judges.docx_to_pdf(word_file, tmp_path)
    assert judges.page_count(made) == 1
    assert judges.pdf_text(made).strip() == "Safer streets"


def test_a_sound_pdf_passes(pdf_file: Path) -> None:
    assert judges.qpdf_check(pdf_file) == ""


def test_a_pdf_cut_short_is_refused(pdf_file: Path) -> None:
    pdf_file.write_bytes(pdf_file.read_bytes()[:-300])
    assert "damaged" in judges.qpdf_check(pdf_file)


def test_pages_text_and_fonts_of_a_pdf_are_read(pdf_file: Path) -> None:
    assert judges.page_count(pdf_file) == 2
    assert judges.pdf_text(pdf_file).split("\f") == ["Safer streets\n", "Safer homes\n", ""]
    assert judges.pdf_fonts(pdf_file) == [judges.EmbeddedFont("Helvetica", embedded=False, subset=False, unicode=False)]


@pytest.mark.parametrize("variable", ["CI", "CSPDOCS_REQUIRE_JUDGES"])
def test_a_missing_judge_fails_the_test_where_judges_are_required(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    monkeypatch.setenv(variable, "1")
    with pytest.raises(pytest.fail.Exception, match="no-such-judge"):
        judges.program("no-such-judge", package="from nowhere")


def test_a_missing_judge_skips_the_test_elsewhere_and_says_what_would_bring_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("CSPDOCS_REQUIRE_JUDGES", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"no-such-judge is not installed \(from nowhere\)"):
        judges.program("no-such-judge", package="from nowhere")


def test_verapdf_refuses_a_pdf_without_tags_and_says_which_rules_are_broken(pdf_file: Path) -> None:
    broken = judges.verapdf("ua1", pdf_file)[pdf_file]
    assert len(broken) > 3
    assert any(rule.startswith("7.1-") for rule in broken)
    assert judges.verapdf("2a", pdf_file)[pdf_file] != []


PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Plan</title></head>
<body><main><h1>Safer streets</h1><p style="color: {colour}">Words</p>{more}</main></body></html>
"""


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., Path]:
    """Writes a small web page."""

    def written(more: str = "", colour: str = "#000", name: str = "plan") -> Path:
        file = tmp_path / f"{name}.html"
        file.write_text(PAGE.format(more=more, colour=colour), encoding="utf-8")
        return file

    return written


def test_a_sound_web_page_passes(page: Callable[..., Path]) -> None:
    sound = page('<ul role="list"><li>a warning is no error</li></ul>')
    assert judges.validate_html(sound) == {sound: []}


def test_a_web_page_that_breaks_the_rules_is_refused_and_others_are_not_blamed(page: Callable[..., Path]) -> None:
    broken, sound = page("<p><ul></ul></p>", name="broken, really"), page(name="sound")
    found = judges.validate_html(broken, sound)
    assert found[sound] == []
    assert found[broken] == ["line 3: No “p” element in scope but a “p” end tag seen."]


def test_axe_refuses_what_cannot_be_read_or_seen(page: Callable[..., Path]) -> None:
    broken = {"color-contrast": page(colour="#ccc", name="pale"), "image-alt": page('<img src="x.png">', name="unseen")}
    with judges.chromium() as browser:
        for rule, file in broken.items():
            with judges.web_page(browser, file) as opened:
                assert [found.partition(":")[0] for found in judges.axe(opened).violations] == [rule]
        with judges.web_page(browser, page()) as opened:
            assert judges.axe(opened) == ([], [])


def test_what_axe_cannot_decide_is_told(page: Callable[..., Path]) -> None:
    with judges.chromium() as browser, judges.web_page(browser, page("<p><span>●</span></p>")) as opened:
        verdict = judges.axe(opened)
    assert verdict.violations == []
    assert [found.partition(":")[0] for found in verdict.incomplete] == ["color-contrast"]


def test_a_missing_package_of_npm_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: Callable[..., Path]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("CSPDOCS_REQUIRE_JUDGES", raising=False)
    monkeypatch.setattr(judges, "_NODE_MODULES", tmp_path)
    with pytest.raises(pytest.skip.Exception, match=r"vnu-jar is not installed \(npm install vnu-jar\)"):
        judges.validate_html(page())
