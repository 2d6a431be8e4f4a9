from __future__ import annotations

import re

import pytest

from cspdocs.document.nodes import Contents, ContentsEntry, Heading, Link, Paragraph, Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ENTRIES = (
    ContentsEntry((Text("Our aims"),), "our-aims"),
    ContentsEntry((Text("What we did"),), "work", level=2),
)
HEADINGS = (Heading((Text("Our aims"),), 1, "our-aims"), Heading((Text("What we did"),), 2, "work"))
PAGES = {"our-aims": 3, "work": 12}


@pytest.fixture
def rendered(render):
    return render(Contents(ENTRIES, page="Page {number}"), *HEADINGS, pages=PAGES)


def control(rendered):
    return rendered.tree().find(f".//{W}sdt")


def test_word_takes_the_list_for_its_own_table_of_contents(rendered):
    gallery = control(rendered).find(f".//{W}docPartGallery")

    assert gallery.get(f"{W}val") == "Table of Contents"
    assert control(rendered).find(f"{W}sdtPr/{W}alias") is not None


def test_the_list_is_a_field_with_the_levels_of_its_entries(rendered):
    assert r'> TOC \o "1-2" \h \z \u </w:instrText>' in rendered.markup()
    marks = [mark.get(f"{W}fldCharType") for mark in control(rendered).iter(f"{W}fldChar")]
    assert marks == ["begin", "separate", *["begin", "separate", "end"] * 2, "end"]


def test_each_entry_has_its_words_a_tab_and_its_page_in_the_given_words(rendered, read_text):
    paragraphs = [
        (item.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), read_text(item)) for item in control(rendered).iter(f"{W}p")
    ]

    assert paragraphs == [("TOC1", "Our aims\tPage 3"), ("TOC2", "What we did\tPage 12"), ("SectionEnd", "")]


def test_the_number_alone_is_the_field_that_word_renews(rendered):
    assert re.findall(r"PAGEREF (\S+) \\h", rendered.markup()) == ["_our_aims", "_work"]
    assert 'xml:space="preserve">Page </w:t>' in rendered.markup()


def test_each_entry_leads_to_the_bookmark_of_its_heading(rendered):
    tree = rendered.tree()
    leads = [link.get(f"{W}anchor") for link in control(rendered).iter(f"{W}hyperlink")]

    assert leads == [mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")]


def test_nothing_makes_word_ask_to_update_fields(rendered):
    assert "w:dirty" not in rendered.markup()
    assert "updateFields" not in rendered.markup("word/settings.xml")


def test_a_link_in_an_entry_is_only_words_because_the_entry_is_a_link(render):
    entry = ContentsEntry((Link((Text("Our aims"),), "https://example.org"),), "our-aims")

    rendered = render(Contents((entry,)), HEADINGS[0], pages=PAGES)

    assert rendered.markup().count("<w:hyperlink ") == 1
    assert rendered.paragraphs("TOC1") == ["Our aims\t3"]


def test_an_entry_of_no_heading_has_no_page_and_is_reported(render):
    rendered = render(Contents((ContentsEntry((Text("Gone"),), "gone"),)))

    assert rendered.paragraphs("TOC1") == ["Gone"]
    (finding,) = rendered.diagnostics
    assert finding.code == "unknown-anchor"
    assert '"gone"' in finding.message


def test_an_empty_list_is_a_field_that_word_can_fill(render):
    rendered = render(Contents(()), Paragraph((Text("x"),)))

    assert 'TOC \\o "1-1"' in rendered.markup()


def test_numbers_stand_before_the_words_with_a_tab_and_further_lines_below_these(render, read_text):
    entries = (ContentsEntry((Text("Foreword"),), "a"), ContentsEntry((Text("Our aims"),), "our-aims", number="1"))
    rendered = render(Contents(entries), Heading((Text("Our aims"),), 1, "our-aims", "1"), pages={"a": 2, "our-aims": 3})
    paragraphs = [read_text(item) for item in control(rendered).iter(f"{W}p")]
    assert paragraphs == ["Foreword\t2", "1\tOur aims\t3", ""]
    assert re.search(r'<w:ind w:left="(\d+)" w:hanging="\1"/>', rendered.style("TOC1"))


def test_a_number_with_words_is_followed_by_blanks_because_the_next_tab_stop_is_that_of_the_page(render, read_text):
    entries = (ContentsEntry((Text("Sources"),), "our-aims", number="Appendix A"),)
    rendered = render(Contents(entries), Heading((Text("Sources"),), 1, "our-aims"), pages={"our-aims": 3})
    assert read_text(control(rendered)) == "Appendix A\u00a0 Sources\t3"
    assert "w:hanging" not in rendered.style("TOC1")
