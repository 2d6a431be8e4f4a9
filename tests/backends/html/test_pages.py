"""What stands around the text of pages: titles, lists of pages, downloads, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from cspdocs.backends.base import Companion, Download
from cspdocs.backends.html import BACKEND, SECTIONS, HtmlBackend
from cspdocs.document.nodes import (
    Contents,
    ContentsEntry,
    Document,
    Heading,
    PageCount,
    PageNumber,
    Paragraph,
    Section,
    Text,
)
from cspdocs.template.wording import PublicationWording
from cspdocs.values import evolve
from sheets import head, say

PLAN = Document(
    title="A plan for Kent",
    subject="A plan",
    sections=(
        Section((say("A plan", "Title"), say("Kent", "Subtitle")), running=False),
        Section((
            say("Contents", "Contents Heading"),
            Contents((ContentsEntry((Text("Aims"),), "aims"), ContentsEntry((Text("Work"),), "work"))),
        )),
        Section((head("Aims"), say("We walk.")), name="aims"),
        Section((head("Work"), say("We ride.")), name="work"),
        Section((say("Kent CSP", "Contact Name"), say("Tel: 101", "Contact"))),
    ),
    header=(Paragraph((Text("Draft 0.3"),), "Header"),),
    footer=(Paragraph((Text("Page "), PageNumber(), Text(" of "), PageCount()), "Footer"),),
    date=date(2025, 4, 1),
)  # fmt: skip
DOWNLOADS = (Download("plan-gŵyl.pdf", 22, b"x" * 427_988), Download("plan.docx", 1, b"x" * 1_249_000))


def order(page: str, *wanted: str) -> list[str]:
    """The words wanted, in the order in which the page has them first."""
    return sorted(wanted, key=page.index)


def test_a_page_has_its_parts_in_the_order_in_which_they_are_read(render: Callable) -> None:
    page = render(PLAN, downloads=DOWNLOADS).index
    parts = ("skip", "<header>", "<main ", "<hgroup>", "<nav ", 'class="downloads"', 'id="aims"', 'id="work"', "<footer>")
    assert order(page, *parts) == list(parts)
    assert [page.count(part) for part in parts] == [1] * len(parts)


def test_the_first_link_leads_past_everything_to_the_text(render: Callable) -> None:
    for page in render(PLAN, SECTIONS).pages.values():
        assert re.search(r'<body>\n<a class="skip" href="#main">Skip to main content</a>', page)
        assert '<main id="main"' in page


def test_a_section_of_that_name_keeps_its_address(render: Callable) -> None:
    page = render(evolve(PLAN, sections=(Section((head("Main"), say("x"))),))).index
    assert '<h2 id="main"' in page
    assert 'href="#main-2"' in page
    assert '<main id="main-2">' in page


def test_the_draft_mark_stands_on_every_page_and_no_number_of_a_page_on_any(render: Callable) -> None:
    for page in render(PLAN, SECTIONS).pages.values():
        assert page.count('<p class="running">Draft 0.3</p>') == 1
        assert "Page" not in page


def test_the_back_of_the_booklet_and_the_date_stand_at_the_foot_of_every_page(render: Callable) -> None:
    for page in render(PLAN, SECTIONS).pages.values():
        foot = page[page.index("<footer>") :]
        assert '<p class="text-contact">Tel: 101</p>' in foot
        assert '<p class="issued">Issued on <time datetime="2025-04-01">1 April 2025</time></p>' in foot


def test_each_page_of_a_section_leads_to_all_others(render: Callable) -> None:
    site = render(PLAN, SECTIONS)
    assert list(site.pages) == ["index.html", "aims.html", "work.html"]
    aims = site.pages["aims.html"]
    assert '<p class="part-of"><a href="index.html">A plan</a></p>' in aims
    assert '<li><a href="aims.html" aria-current="page">Aims</a></li>\n<li><a href="work.html">Work</a></li>' in aims
    assert '<a href="index.html" rel="prev"><span>Previous</span> A plan</a>' in aims
    assert '<a href="work.html" rel="next"><span>Next</span> Work</a>' in aims
    assert 'rel="next"' not in site.pages["work.html"]
    assert 'rel="prev"' not in site.index


def test_links_of_the_contents_list_lead_to_the_pages(render: Callable) -> None:
    assert '<a href="#aims">' in render(PLAN).index
    assert '<a href="aims.html#aims">' in render(PLAN, SECTIONS).index


def test_one_page_has_no_way_to_others(render: Callable) -> None:
    page = render(PLAN).index
    assert "neighbours" not in page
    assert "part-of" not in page


def test_the_heading_of_a_section_is_that_of_its_page(render: Callable) -> None:
    site = render(PLAN, SECTIONS)
    assert [re.findall("<h1.*?>(.*?)</h1>", page) for page in site.pages.values()] == [["A plan"], ["Aims"], ["Work"]]
    assert "<h2 " in render(PLAN).index


@pytest.mark.parametrize("backend", [None, SECTIONS], ids=["one page", "a page a section"])
def test_a_page_without_a_heading_of_its_own_is_given_one(render: Callable, backend: object) -> None:
    silent = evolve(PLAN, sections=(Section((say("x"),)), Section((Heading((), 1, "a"), say("y")), name="aims")))
    for page in render(silent, backend).pages.values():
        assert page.count("<h1") == 1


def test_downloads_are_offered_with_format_length_and_size(render: Callable) -> None:
    for page in render(PLAN, SECTIONS, downloads=DOWNLOADS).pages.values():
        assert '<a href="downloads/plan-g%C5%B5yl.pdf" type="application/pdf">A plan (PDF, 22 pages, 428 kB)</a>' in page
        assert ">A plan (Word, 1 page, 1.2 MB)</a>" in page


def test_a_download_of_another_format_is_called_by_its_ending(render: Callable) -> None:
    page = render(PLAN, downloads=(Download("plan.odt", 2, b"x"),)).index
    assert '<a href="downloads/plan.odt">A plan (ODT, 2 pages, 1 kB)</a>' in page


def test_without_downloads_nothing_is_said_of_them(render: Callable) -> None:
    assert "ownload" not in render(PLAN).index


SUMMARY = evolve(PLAN, title="A plan on a page for Kent", subject="A plan & more")
BESIDE = (Companion("In <short>", SUMMARY, "summary/"), Companion("All of it", PLAN, "../", DOWNLOADS))


@pytest.mark.parametrize("backend", [BACKEND, SECTIONS], ids=lambda backend: backend.name)
def test_every_page_leads_to_other_documents_of_the_plan_after_its_own_downloads(
    render: Callable, backend: HtmlBackend
) -> None:
    for page in render(PLAN, backend, downloads=DOWNLOADS, companions=BESIDE).pages.values():
        parts = (
            *(">Download this document</h2>", 'href="downloads/plan.docx"'),
            *(">In &lt;short&gt;</h2>", '<a href="summary/index.html">A plan &amp; more</a>'),
            *(">All of it</h2>", '<a href="../index.html">A plan</a>', 'href="../downloads/plan.docx"'),
        )
        assert order(page, *parts) == list(parts)
        assert [page.count(part) for part in parts] == [1] * len(parts)
        ids = re.findall(r' id="([^"]*)"', page)
        assert len(ids) == len(set(ids))


def test_all_words_beside_the_document_are_the_templates(render: Callable) -> None:
    keys = ("skip", "contents", "sections", "neighbours", "previous", "next", "downloads", "one_page", "top")
    words = {key: f"<{key}>" for key in keys}
    wording = PublicationWording(
        **words, pages="{number} tudalen", download="{format} {title} {pages} {size}", issued="Ar {date}"
    )
    site = render(PLAN, SECTIONS, wording=wording, downloads=DOWNLOADS)
    pages = "".join(site.pages.values())
    for key in ("skip", "sections", "neighbours", "previous", "next", "downloads", "one_page", "top"):
        assert f"&lt;{key}&gt;" in pages
    assert "PDF A plan 22 tudalen 428 kB" in pages
    assert "Ar <time" in pages
    untitled = evolve(PLAN, sections=(Section(PLAN.sections[1].blocks[1:]), *PLAN.sections[2:]))
    assert '<nav aria-label="&lt;contents&gt;">' in render(untitled, wording=wording).index


def test_where_nothing_stands_beside_the_text_it_has_the_whole_width(render: Callable) -> None:
    bare = evolve(PLAN, sections=(PLAN.sections[0], *PLAN.sections[2:]))
    page = render(bare).index
    assert 'class="columns"' not in page
    assert '</div>\n<div class="content">' in page
    assert 'class="columns"' in render(bare, downloads=DOWNLOADS).index


def test_a_document_with_nothing_in_it_is_a_page(render: Callable) -> None:
    page = render(Document(title="A plan", sections=())).index
    assert "<h1" in page
    assert page.endswith("</html>\n")
