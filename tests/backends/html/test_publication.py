from __future__ import annotations

from cspdocs.backends.html.publication import divide, has_title
from cspdocs.document.nodes import Contents, ContentsEntry, Document, Heading, Section, Text
from cspdocs.document.walk import plain_text
from sheets import head, row, say, table

COVER = Section((say("Plan", "Title"),), name="cover")
CONTENTS = Section((Contents((ContentsEntry((Text("In short"),), "review"),)),), name="contents")
AIMS = Section((head("Aims"), say("Words")), name="aims")
REVIEW = Section((head("Review"),), name="review")
BACK = Section((say("Write to us"), say("Tel: 101")), name="back")


def made(*sections: Section) -> Document:
    return Document(title="Plan", sections=sections)


def names(*sections: Section) -> list[tuple[str, int]]:
    """The file of each page, and how many sections stand on it."""
    return [(page.name, len(page.sections)) for page in divide(made(*sections), by_section=True).pages]


def test_one_page_holds_all_sections() -> None:
    publication = divide(made(COVER, CONTENTS, AIMS, REVIEW), by_section=False)
    assert [(page.name, len(page.sections)) for page in publication.pages] == [("index.html", 4)]
    assert publication.back == ()


def test_each_section_with_a_heading_has_a_page_after_the_first_one() -> None:
    assert names(COVER, CONTENTS, AIMS, REVIEW) == [("index.html", 2), ("aims.html", 1), ("review.html", 1)]


def test_a_section_without_heading_stays_with_the_one_before_it() -> None:
    more = Section((table(row("a", "b")),))
    assert names(COVER, AIMS, more, REVIEW) == [("index.html", 1), ("aims.html", 2), ("review.html", 1)]


def test_there_is_a_first_page_even_where_nothing_stands_before_the_sections() -> None:
    assert names(AIMS) == [("index.html", 0), ("aims.html", 1)]
    assert names() == [("index.html", 0)]


def test_a_page_is_called_as_the_contents_list_calls_it() -> None:
    pages = divide(made(COVER, CONTENTS, AIMS, REVIEW), by_section=True).pages
    assert [plain_text(page.title) for page in pages] == ["", "Aims", "In short"]


def test_a_page_whose_heading_has_no_words_is_called_by_its_name() -> None:
    silent = Section((Heading((), 1, "x"),), name="aims")
    assert [plain_text(page.title) for page in divide(made(silent), by_section=True).pages] == ["", "aims"]


def test_paragraphs_after_the_last_section_are_the_back_of_the_booklet() -> None:
    for by_section in (True, False):
        assert divide(made(COVER, AIMS, BACK), by_section=by_section).back == BACK.blocks


def test_what_follows_no_headings_or_is_more_than_paragraphs_is_no_back() -> None:
    assert divide(made(COVER, BACK), by_section=False).back == ()
    assert divide(made(AIMS, Section((*BACK.blocks, table(row("a", "b"))))), by_section=False).back == ()


def test_pages_have_names_that_any_server_takes_each_once() -> None:
    sections = (
        Section((head(f"Heading {number}"),), name=name) for number, name in enumerate(("Gŵyl", "gwyl", "index", "日本"))
    )
    assert [name for name, _ in names(*sections)] == [
        "index.html",
        "gwyl.html",
        "gwyl-2.html",
        "index-2.html",
        "section-4.html",
    ]


def test_a_page_knows_those_before_and_after_it() -> None:
    publication = divide(made(AIMS, REVIEW), by_section=True)
    first, aims, review = publication.pages
    assert publication.around(first) == (None, aims)
    assert publication.around(aims) == (first, review)
    assert publication.around(review) == (aims, None)


def test_a_title_has_words() -> None:
    assert has_title((say("x"), say("Plan", "Title")))
    assert not has_title((say(" ", "Title"), say("Plan", "Subtitle")))


def test_each_of_the_highest_headings_begins_a_part_also_where_it_runs_on_below_another() -> None:
    running = Section((say("Plan", "Plan Title"), head("Aims"), say("Words"), head("More", 2), head("Work")), name="all")
    (page,) = divide(made(COVER, running), by_section=False).pages
    assert [(part.name, len(part.blocks)) for part in page.sections] == [("cover", 1), ("all", 4), ("work", 1)]
    assert names(COVER, running) == [("index.html", 1), ("all.html", 1), ("work.html", 1)]


def test_the_contents_list_stands_alone_with_its_note_also_where_the_text_follows_it() -> None:
    listed = (say("Contents", "Contents Heading"), *CONTENTS.blocks, say("In large print?"))
    running = Section((*listed, say("Plan", "Plan Title"), head("Aims"), say("Words")), name="contents")
    (page,) = divide(made(COVER, running), by_section=False).pages
    assert [(part.name, len(part.blocks)) for part in page.sections] == [("cover", 1), ("contents", 3), ("aims", 3)]
    assert names(COVER, running) == [("index.html", 2), ("aims.html", 1)]


def test_a_section_with_the_title_is_not_divided_into_pages() -> None:
    summary = Section((say("Plan", "Title"), head("Aims"), head("Work")), name="summary")
    (page,) = divide(made(summary), by_section=False).pages
    assert [len(part.blocks) for part in page.sections] == [1, 1, 1]
    assert names(summary) == [("index.html", 3)]
    assert names(summary, REVIEW) == [("index.html", 3), ("review.html", 1)]


def test_a_section_of_nothing_is_a_part_of_nothing() -> None:
    assert names(Section(())) == [("index.html", 1)]
