from __future__ import annotations

import pytest

from cspdocs.document.nodes import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    Heading,
    PageCount,
    PageNumber,
    Paragraph,
    Section,
    Text,
)
from cspdocs.document.styles import Style
from cspdocs.layout.paged import OutlineEntry, PagedDocument, PlacedImage
from cspdocs.layout.pages import lay_out
from cspdocs.units import pt
from sheets import (
    LEFT,
    PAGE_LINES,
    SIZE,
    document,
    filler,
    find,
    first_words,
    head,
    lay,
    line_height,
    lines_of,
    make_sheet,
    picture,
    prose,
    row,
    say,
    table,
    texts_of,
)

TOP = 40.0


def with_sections(*sections: Section, **about: object) -> PagedDocument:
    return lay_out(Document(title="A plan", sections=sections, **about), make_sheet())


def entry(text: str, level: int = 1) -> ContentsEntry:
    return ContentsEntry((Text(text),), text.lower().replace(" ", "-"), level)


def printed_numbers(paged: PagedDocument, pages: range) -> dict[str, int]:
    """The number printed beside each contents entry, by the entry's words."""
    numbers: dict[str, int] = {}
    for number in pages:
        for line in lines_of(paged.pages[number]):
            words, dots, printed = line.partition("...")
            if dots:
                numbers[words.strip()] = int(printed.strip("."))
    return numbers


# ---- filling


def test_a_page_takes_as_many_lines_as_fit() -> None:
    assert [len(lines) for lines in first_words(lay(*filler(2 * PAGE_LINES + 1)))] == [PAGE_LINES, PAGE_LINES, 1]


def test_the_first_line_stands_at_the_top_margin() -> None:
    first, second = lay(*filler(PAGE_LINES + 1)).pages
    assert texts_of(first)[0].baseline == texts_of(second)[0].baseline
    assert TOP < texts_of(first)[0].baseline < TOP + line_height()


def test_of_two_spaces_between_paragraphs_the_larger_counts() -> None:
    sheet = make_sheet(
        Style(name="Body", size=pt(SIZE), space_after=pt(8)), Style(name="Caption", size=pt(SIZE), space_before=pt(5))
    )
    page = lay(say("one"), say("two", "Caption"), sheet=sheet).pages[0]
    assert find(page, "two").baseline - find(page, "one").baseline == pytest.approx(line_height() + 8, abs=0.01)


def test_space_above_vanishes_at_the_head_of_a_later_page_but_not_of_the_first() -> None:
    sheet = make_sheet(Style(name="Title", size=pt(SIZE), space_before=pt(30)))
    plain = find(lay(say("title")).pages[0], "title").baseline
    paged = lay(say("title", "Title"), *filler(16), say("later", "Title"), sheet=sheet)
    assert find(paged.pages[0], "title").baseline == pytest.approx(plain + 30)
    assert find(paged.pages[1], "later").baseline == pytest.approx(plain)


@pytest.mark.parametrize(("below", "left"), [(0, 30), (12, 18), (40, 0)])
def test_of_the_space_above_a_section_that_below_the_section_before_is_taken(below: float, left: float) -> None:
    sheet = make_sheet(
        Style(name="Title", size=pt(SIZE), space_before=pt(30)), Style(name="Caption", size=pt(SIZE), space_after=pt(below))
    )
    plain = find(lay(say("title")).pages[0], "title").baseline
    sections = (Section((say("last", "Caption"),)), Section((say("title", "Title"),)))
    paged = lay_out(Document(title="P", sections=sections), sheet)
    assert find(paged.pages[1], "title").baseline == pytest.approx(plain + left)


def test_space_below_may_hang_over_the_foot_of_a_page() -> None:
    sheet = make_sheet(Style(name="Caption", size=pt(SIZE), space_after=pt(50)))
    paged = lay(*filler(PAGE_LINES - 1), say("last", "Caption"), say("next"), sheet=sheet)
    assert [lines[-1] for lines in first_words(paged)] == ["last", "next"]


def test_a_line_higher_than_a_page_is_placed_and_the_rest_goes_on() -> None:
    sheet = make_sheet(Style(name="Title", size=pt(400)))
    paged = lay(say("a"), say("B", "Title"), say("c"), sheet=sheet)
    assert [line for lines in first_words(paged) for line in lines] == ["a", "B", "c"]


# ---- where a page may turn


def test_a_paragraph_is_cut_at_the_foot_of_a_page() -> None:
    paged = lay(*filler(15), prose(10))
    assert [lines[-1] for lines in first_words(paged)] == ["line5", "line10"]


def test_no_first_line_of_a_paragraph_stays_alone() -> None:
    paged = lay(*filler(PAGE_LINES - 1), prose(4))
    assert first_words(paged)[1] == ["line1", "line2", "line3", "line4"]


def test_no_last_line_of_a_paragraph_stays_alone() -> None:
    paged = lay(*filler(PAGE_LINES - 4), prose(5))
    assert first_words(paged)[0][-1] == "line3"
    assert first_words(paged)[1] == ["line4", "line5"]


def test_a_paragraph_of_three_lines_is_never_cut() -> None:
    paged = lay(*filler(PAGE_LINES - 2), prose(3))
    assert first_words(paged)[1] == ["line1", "line2", "line3"]


def test_without_widow_control_a_page_is_filled() -> None:
    paged = lay(*filler(PAGE_LINES - 1), prose(4), sheet=make_sheet(Style(name="Body", size=pt(SIZE), widow_control=False)))
    assert first_words(paged)[1] == ["line2", "line3", "line4"]


def test_a_heading_stays_with_the_first_two_lines_below_it() -> None:
    paged = lay(*filler(PAGE_LINES - 2), head("Aims"), prose(4))
    assert first_words(paged)[1] == ["Aims", "line1", "line2", "line3", "line4"]
    paged = lay(*filler(PAGE_LINES - 3), head("Aims"), prose(4))
    assert first_words(paged)[0][-3:] == ["Aims", "line1", "line2"]


def test_headings_that_follow_one_another_stay_together() -> None:
    paged = lay(*filler(PAGE_LINES - 2), head("Aims"), head("First", 2), say("words"))
    assert first_words(paged)[1] == ["Aims", "First", "words"]


def test_a_heading_stays_with_the_picture_below_it() -> None:
    paged = lay(*filler(PAGE_LINES - 3), head("Aims"), Figure(picture(50, 50), pt(60), None))
    assert first_words(paged)[1] == ["Aims"]
    assert any(isinstance(item, PlacedImage) for item in paged.pages[1].items)


def test_a_heading_at_the_end_of_a_section_is_printed() -> None:
    assert first_words(lay(*filler(PAGE_LINES), head("Aims")))[1] == ["Aims"]


def test_a_paragraph_kept_together_moves_as_a_whole() -> None:
    sheet = make_sheet(Style(name="Body", size=pt(SIZE), keep_together=True))
    paged = lay(*filler(15), prose(8), sheet=sheet)
    assert first_words(paged)[1] == [f"line{number}" for number in range(1, 9)]


def test_what_is_kept_together_but_longer_than_a_page_is_cut_and_nothing_is_lost() -> None:
    sheet = make_sheet(Style(name="Body", size=pt(SIZE), keep_together=True, keep_with_next=True))
    paged = lay(prose(50), *filler(20), sheet=sheet)
    lines = [line for lines in first_words(paged) for line in lines]
    assert lines == [*(f"line{number}" for number in range(1, 51)), *(f"L{number}" for number in range(1, 21))]
    assert max(len(lines) for lines in first_words(paged)) == PAGE_LINES


def test_no_page_is_left_empty() -> None:
    big = Figure(picture(10, 100), pt(220), None)
    paged = lay(head("Aims"), big, head("More"), big, table(row("a", "b"), header=("One", "Two")), big)
    assert all(page.items for page in paged.pages)


# ---- sections and sheets of paper


def test_every_section_begins_on_a_new_page() -> None:
    paged = with_sections(Section((say("one"),)), Section((say("two"),)), Section((*filler(PAGE_LINES + 1),)))
    assert [lines_of(page)[0] for page in paged.pages] == ["one", "two", "L1", f"L{PAGE_LINES + 1}"]


def test_an_empty_section_is_an_empty_page() -> None:
    paged = with_sections(Section((say("one"),)), Section(()), Section((say("three"),)))
    assert [lines_of(page) for page in paged.pages] == [["one"], [], ["three"]]


def test_a_document_without_sections_is_one_empty_page() -> None:
    paged = with_sections()
    assert [page.items for page in paged.pages] == [()]


def test_sheets_of_different_sizes_stand_in_one_document() -> None:
    sheet = make_sheet()
    wide, tall = sheet.pages["Landscape"], sheet.pages["Page"]
    paged = with_sections(Section((say("tall"),)), Section((*filler(30),), page="Landscape"), Section((say("tall again"),)))
    sizes = [(page.width, page.height) for page in paged.pages]
    assert sizes == [
        (tall.width.pt, tall.height.pt),
        *[(wide.width.pt, wide.height.pt)] * 2,
        (tall.width.pt, tall.height.pt),
    ]
    assert wide.landscape
    assert not tall.landscape
    # 220 points of height take 19 lines.
    assert [len(lines) for lines in first_words(paged)] == [1, 19, 11, 1]


# ---- header and footer

HEADER = (Paragraph((Text("Safer Borough"),), "Header"),)
FOOTER = (Paragraph((Text("Page "), PageNumber(), Text(" of "), PageCount()), "Footer"),)


def test_header_and_footer_stand_on_every_page_with_its_number() -> None:
    paged = with_sections(Section((*filler(45),)), Section((say("end"),)), header=HEADER, footer=FOOTER)
    assert [lines_of(page)[0] for page in paged.pages] == ["Safer Borough"] * 4
    assert [lines_of(page)[-1] for page in paged.pages] == [f"Page {number} of 4" for number in range(1, 5)]


def test_sections_without_header_and_footer_count_as_pages_too() -> None:
    paged = with_sections(Section((say("cover"),), running=False), Section((say("words"),)), header=HEADER, footer=FOOTER)
    assert [lines_of(page) for page in paged.pages] == [["cover"], ["Safer Borough", "words", "Page 2 of 2"]]


def test_header_and_footer_stand_at_their_distance_from_the_edge_and_are_decoration() -> None:
    page = with_sections(Section((say("words"),)), header=HEADER, footer=(*FOOTER, *FOOTER)).pages[0]
    header = find(page, "Safer Borough")
    assert 15 < header.baseline < 15 + line_height()
    lowest = max(texts_of(page), key=lambda text: text.baseline)
    assert page.height - 15 - line_height() < lowest.baseline < page.height - 15
    assert {text.element for text in texts_of(page) if text.text != "words"} == {None}


def test_header_and_footer_have_the_width_of_their_page() -> None:
    sheet = make_sheet(Style(name="Header", size=pt(SIZE), align="right"))
    paged = lay_out(Document(title="A plan", sections=(Section((), page="Landscape"),), header=HEADER), sheet)
    text = find(paged.pages[0], "Safer Borough")
    assert text.x + text.width == pytest.approx(500 - LEFT)


def test_a_character_lacking_in_the_header_is_reported_once() -> None:
    header = (Paragraph((Text("🚌"),), "Header"),)
    paged = with_sections(Section((*filler(45),)), header=header)
    assert len(paged.pages) == 3
    assert [finding.code for finding in paged.diagnostics] == ["missing-glyph"]


# ---- anchors, outline, contents


def test_the_page_and_place_of_every_heading_are_known() -> None:
    paged = with_sections(Section((*filler(25), head("Aims"))), Section((say("a"), head("Ends"))))
    assert paged.anchors == {
        "aims": pytest.approx((2, TOP + 5 * line_height())),
        "ends": pytest.approx((3, TOP + line_height())),
    }


def test_a_heading_without_an_anchor_is_no_destination_and_no_bookmark() -> None:
    paged = lay(Heading((Text("Aims"),), 1))
    assert (dict(paged.anchors), paged.outline) == ({}, ())


def test_headings_are_the_outline_in_their_order() -> None:
    paged = with_sections(Section((head("Aims"), head("First", 2))), Section((head("Ends"),)))
    assert paged.outline == (
        OutlineEntry("Aims", 1, "aims"), OutlineEntry("First", 2, "first"), OutlineEntry("Ends", 1, "ends"),
    )  # fmt: skip


def test_contents_print_the_pages_on_which_their_headings_stand() -> None:
    body: list[Block] = []
    for number in range(1, 8):
        body += [head(f"Topic {number}"), *filler(13)]
    contents = Contents(tuple(entry(f"Topic {number}") for number in range(1, 8)))
    paged = with_sections(Section((contents,)), Section(tuple(body)))
    assert printed_numbers(paged, range(1)) == {
        f"Topic {number}": paged.anchors[f"topic-{number}"].page for number in range(1, 8)
    }
    assert paged.anchors["topic-7"].page > 4


def test_contents_of_several_pages_print_the_pages_that_are_true_with_them() -> None:
    names = [f"Topic {number}" for number in range(1, 91)]
    paged = with_sections(
        Section((Contents(tuple(entry(name) for name in names)),)),
        Section(tuple(block for name in names for block in (head(name), *filler(7)))),
    )
    found = {line: number for number, page in enumerate(paged.pages, 1) for line in lines_of(page) if line in names}
    assert found["Topic 1"] == 6
    assert printed_numbers(paged, range(5)) == found


def test_contents_may_stand_in_one_section_with_what_they_list() -> None:
    names = [f"Topic {number}" for number in range(1, 31)]
    contents = Contents(tuple(entry(name) for name in names))
    paged = lay(contents, *(block for name in names for block in (head(name), *filler(3))))
    found = {line: number for number, page in enumerate(paged.pages, 1) for line in lines_of(page) if line in names}
    assert printed_numbers(paged, range(2)) == found


def test_contents_may_stand_behind_what_they_list() -> None:
    paged = with_sections(Section((*filler(25), head("Aims"))), Section((Contents((entry("Aims"),)),)))
    assert printed_numbers(paged, range(2, 3)) == {"Aims": 2}


def test_diagnostics_of_a_section_with_contents_are_not_doubled() -> None:
    paged = lay(Contents((entry("Aims 🚌"),)), head("Aims 🚌"))
    assert len(paged.diagnostics) == len(set(paged.diagnostics)) == 2


def test_laying_out_twice_gives_the_same_pages() -> None:
    made = document(*filler(30), table(row("a", "b"), header=("One", "Two")), header=HEADER, footer=FOOTER)
    first, second = lay_out(made, make_sheet()), lay_out(made, make_sheet())
    assert [lines_of(page) for page in first.pages] == [lines_of(page) for page in second.pages]
    assert [[item[:2] for item in page.items] for page in first.pages] == [
        [item[:2] for item in page.items] for page in second.pages
    ]
