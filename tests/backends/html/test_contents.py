from __future__ import annotations

from collections.abc import Callable

from cspdocs.document.nodes import Contents, ContentsEntry, Text
from sheets import head, say

Write = Callable[..., str]


def contents(*entries: tuple[str, int]) -> Contents:
    return Contents(tuple(ContentsEntry((Text(title),), title.lower(), level) for title, level in entries), "Page {number}")


def test_entries_are_links_and_no_page_is_numbered(write: Write) -> None:
    links = '<li><a href="#aims">Aims</a></li>\n<li><a href="#work">Work</a></li>'
    written = write(contents(("Aims", 1), ("Work", 1)), head("Aims"), head("Work"))
    assert written.startswith(f'<nav aria-label="Contents">\n<ol>\n{links}\n</ol>\n</nav>')


def test_the_list_is_called_by_the_heading_above_it(write: Write) -> None:
    written = write(say("Cynnwys", "Contents Heading"), contents(("Aims", 1)), head("Aims"))
    assert written.startswith('<h1 class="text-contents-heading">Cynnwys</h1>\n<nav aria-label="Cynnwys">')


def test_deeper_entries_stand_in_a_list_below_the_one_they_belong_to(write: Write) -> None:
    entries = contents(("Deep", 3), ("Aims", 1), ("In", 2), ("Out", 2), ("Work", 1))
    written = write(entries, *(head(title) for title in ("Deep", "Aims", "In", "Out", "Work")))
    items = [line for line in written.splitlines() if line.startswith("<li>")]
    assert len(items) == 5
    assert (
        '<a href="#aims">Aims</a>\n<ol>\n<li><a href="#in">In</a></li>\n<li><a href="#out">Out</a></li>\n</ol></li>'
        in written
    )


def test_an_entry_that_leads_nowhere_keeps_its_words(write: Write) -> None:
    assert "<li>Aims</li>" in write(contents(("Aims", 1)))


def test_a_list_without_entries_is_none(write: Write) -> None:
    assert write(Contents(())) == ""
