from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from cspdocs.backends.html import SECTIONS
from cspdocs.document.nodes import Document, Section
from cspdocs.values import evolve
from sheets import document, head, say

ABOUT = {"author": "Kent & Medway CSP", "subject": "Plan 2025", "date": date(2025, 4, 1), "language": "cy"}


def meta(page: str) -> dict[str, str]:
    return dict(re.findall(r'<meta name="(.*?)" content="(.*?)"', page))


def test_a_page_says_what_it_is(render: Callable) -> None:
    page = render(document(head("Aims"), say("We  walk."), **ABOUT)).index
    assert page.startswith('<!DOCTYPE html>\n<html lang="cy">\n<head>\n<meta charset="utf-8">\n<title>A plan</title>\n')
    assert meta(page) == {
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "theme-color": meta(page)["theme-color"],
        "author": "Kent &amp; Medway CSP",
        "description": "We walk.",
        "dcterms.issued": "2025-04-01",
        "generator": "cspdocs",
    }
    assert page.count("<link ") == 1


def test_what_is_not_known_is_not_said(render: Callable) -> None:
    assert not {"author", "dcterms.issued"} & meta(render(document()).index).keys()


def test_a_page_without_text_is_described_by_what_the_document_is_about(render: Callable) -> None:
    assert meta(render(document(head("Aims"), **ABOUT)).index)["description"] == "Plan 2025"
    assert meta(render(document(head("Aims"))).index)["description"] == "A plan"


def test_a_long_text_is_cut_between_words(render: Callable) -> None:
    described = meta(render(document(say("word, " * 60))).index)["description"]
    assert described.endswith("word\u2026")
    assert 150 < len(described) <= 160


def test_a_page_of_a_section_has_its_own_title_first_and_its_own_description(render: Callable) -> None:
    sections = (Section((say("Start"),)), Section((head("Aims"), say("We walk.")), name="aims"))
    site = render(Document(title="A plan", sections=sections), SECTIONS)
    assert "<title>A plan</title>" in site.index
    assert "<title>Aims \u2013 A plan</title>" in site.pages["aims.html"]
    assert [meta(page)["description"] for page in site.pages.values()] == ["Start", "We walk."]


def test_a_document_without_a_title_still_has_one(render: Callable) -> None:
    assert "<title>\u2026</title>" in render(evolve(document(), title=" ")).index
