"""The backend as a whole: which files it makes, and that it makes them again."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from cspdocs.backends.base import Companion, Download, Output, RenderOptions
from cspdocs.backends.html import BACKEND, FRAGMENT, SECTIONS, HtmlBackend
from cspdocs.diagnostics import Diagnostic
from cspdocs.document.nodes import Figure, Link, Paragraph, Text
from cspdocs.units import pt
from cspdocs.values import evolve
from every_node import every_node, every_sheet
from sheets import document, head, make_sheet, picture, say

FORMS = (BACKEND, SECTIONS, FRAGMENT)
PDF = Download("plan.pdf", 2, b"%PDF", (Diagnostic(code="missing-character", message="no ŵ"),))


@pytest.mark.parametrize("backend", FORMS, ids=lambda backend: backend.name)
def test_the_same_document_gives_the_same_files(backend: HtmlBackend) -> None:
    first, second = (backend.render(every_node(), RenderOptions(every_node(), every_sheet())) for _ in range(2))
    assert first == second


def test_a_publication_is_pages_a_style_sheet_pictures_and_downloads(render: Callable) -> None:
    site = render(document(head("Aims"), Figure(picture(), pt(40), "A map")), SECTIONS, downloads=(PDF,))
    assert list(site.pages) == ["index.html", "section-1.html"]
    assert [name.partition("/")[0] for name in site.files] == ["style.css", "downloads", "pictures"]
    assert site.files["downloads/plan.pdf"] == b"%PDF"


def test_a_fragment_is_markup_and_pictures_alone(render: Callable) -> None:
    site = render(document(head("Aims"), say("We walk."), Figure(picture(), pt(40), None)), FRAGMENT, downloads=(PDF,))
    assert site.index.startswith('<h2 id="aims">Aims</h2>\n<p>We walk.</p>\n<p><img ')
    assert [name.partition("/")[0] for name in site.files] == ["pictures"]
    assert site.diagnostics == ()


@pytest.mark.parametrize("top", [1, 3, 6])
def test_the_headings_of_a_fragment_begin_where_they_are_told_to(render: Callable, top: int) -> None:
    backend = HtmlBackend(name="ours", fragment=True, top=top)
    written = render(document(head("Aims"), head("Walks", 2), head("Rides", 3)), backend).index
    assert [line[1:3] for line in written.splitlines()] == [f"h{min(top + step, 6)}" for step in range(3)]


def test_headings_of_a_fragment_have_a_level_that_html_has() -> None:
    with pytest.raises(ValueError, match="levels 1 to 6, not 7"):
        HtmlBackend(top=7)


def test_a_fragment_may_be_made_section_by_section(render: Callable) -> None:
    site = render(document(head("Aims"), say("We walk.")), HtmlBackend(by_section=True, fragment=True))
    assert site.pages == {"index.html": "\n", "section-1.html": '<h2 id="aims">Aims</h2>\n<p>We walk.</p>\n'}


def test_a_fragment_has_no_class_no_style_and_no_script_of_ours() -> None:
    written = FRAGMENT.render(every_node(), RenderOptions(every_node(), every_sheet())).data.decode()
    for unwanted in ("class=", "style=", "data-", "<div", "<script", "<section"):
        assert unwanted not in written
    assert set(re.findall(r'role="(\w+)"', written)) == {"img"}


@pytest.mark.parametrize("backend", [BACKEND, SECTIONS], ids=lambda backend: backend.name)
def test_pages_need_no_script_and_no_style_of_their_own(render: Callable, backend: HtmlBackend) -> None:
    for page in render(every_node(), backend, sheet=every_sheet()).pages.values():
        for unwanted in ("<script", "style=", "onclick", "data:", "<style"):
            assert unwanted not in page


def test_what_was_noticed_is_told_once_with_that_of_the_downloads(render: Callable) -> None:
    nowhere = Paragraph((Link((Text("x"),), "#nowhere"), Link((Text("y"),), "#nowhere")), origin="sections/a")
    site = render(document(nowhere), SECTIONS, downloads=(PDF, evolve(PDF, name="plan.docx")))
    assert [finding.code for finding in site.diagnostics] == ["unusable-link", "missing-character"]


def test_pages_of_other_documents_are_written_in_their_folders_with_what_was_noticed(render: Callable) -> None:
    made = document(head("Aims"))
    noticed = (Diagnostic(code="missing-character", message="no ŷ"),)
    summary = Companion("In short", made, "summary/", made=Output(b"<p>", noticed, {"downloads/a.pdf": b"%PDF"}))
    site = render(made, SECTIONS, companions=(summary, Companion("All of it", made, "../")))
    assert site.pages["summary/index.html"] == "<p>"
    assert list(site.files) == ["style.css", "summary/downloads/a.pdf"]
    assert site.diagnostics == noticed


def test_other_documents_are_not_made_for_those_who_do_not_ask() -> None:
    def never(_: RenderOptions) -> tuple[Companion, ...]:
        raise AssertionError

    made = document(head("Aims"))
    FRAGMENT.render(made, RenderOptions(made, make_sheet(), accompany=never))
    with pytest.raises(AssertionError):
        BACKEND.render(made, RenderOptions(made, make_sheet(), accompany=never))


def test_downloads_are_not_made_for_those_who_do_not_ask() -> None:
    def never(_: RenderOptions) -> tuple[Download, ...]:
        raise AssertionError

    made = document(head("Aims"))
    FRAGMENT.render(made, RenderOptions(made, make_sheet(), offer=never))
    with pytest.raises(AssertionError):
        BACKEND.render(made, RenderOptions(made, make_sheet(), offer=never))
