from __future__ import annotations

import pytest

from cspdocs.document.nodes import (
    Contents,
    ContentsEntry,
    Definition,
    DefinitionList,
    Inline,
    LineBreak,
    Text,
)
from cspdocs.document.styles import Style
from cspdocs.layout.paged import Element
from cspdocs.layout.tabbed import lay_contents
from cspdocs.units import Length, pt
from sheets import (
    LEFT,
    SIZE,
    TEXT_WIDTH,
    column,
    find,
    lay,
    line_height,
    lines_of,
    make_sheet,
    roles,
    say,
    setting,
    texts_of,
    width_of,
)

RIGHT = LEFT + TEXT_WIDTH


# ---- contents


def contents(*titles: str, page: str = "{number}", level: int = 1) -> Contents:
    return Contents(tuple(ContentsEntry((Text(title),), title.lower(), level) for title in titles), page)


def test_the_number_of_a_contents_entry_ends_at_the_right_margin() -> None:
    (strip,) = lay_contents(contents("Aims"), column(), setting(page_of={"aims": 12}), Element("Sect"))
    number = strip.items[-1]
    assert number.text == "12"
    assert number.x == pytest.approx(RIGHT - width_of("12"))


def test_dots_fill_the_space_between_an_entry_and_its_number_and_are_decoration() -> None:
    (strip,) = lay_contents(contents("Aims"), column(), setting(page_of={"aims": 12}), Element("Sect"))
    title, dots, number = strip.items
    assert set(dots.text) == {"."}
    assert dots.element is None
    assert title.x + title.width < dots.x
    assert dots.x + width_of(dots.text) < number.x
    gap = number.x - title.x - title.width
    assert width_of(dots.text) > gap - 2 * SIZE


def test_a_contents_entry_leads_to_its_heading_from_its_words_and_its_number() -> None:
    parent = Element("Sect")
    (strip,) = lay_contents(contents("Aims", page="Page {number}"), column(), setting(page_of={"aims": 3}), parent)
    assert [(link.target, link.text) for link in strip.links] == [("#aims", "Aims"), ("#aims", "Page 3")]
    assert roles(parent)[:3] == ["Sect", "TOC", "TOCI"]


def test_at_a_left_tab_stop_all_numbers_begin_at_one_place() -> None:
    entries = contents("Aims", "A longer title", level=2)
    strips = lay_contents(entries, column(), setting(page_of={"aims": 3, "a longer title": 14}), Element("Sect"))
    assert [strip.items[-1].x for strip in strips] == pytest.approx([LEFT + 180] * 2)


@pytest.mark.parametrize("level", [1, 2])
def test_a_title_of_several_lines_leaves_room_for_its_number(level: int) -> None:
    title = " ".join(["partnership"] * 12)
    strips = lay_contents(contents(title, level=level), column(), setting(page_of={title: 128}), Element("Sect"))
    words, number = strips[-1].items[0], strips[-1].items[-1]
    assert number.text == "128"
    assert number.x + number.width <= RIGHT + 1e-6
    assert words is number or words.x + words.width < number.x
    assert all(text.x + text.width <= RIGHT + 1e-6 for strip in strips for text in strip.items)


def test_the_words_around_a_page_number_are_drawn_as_far_as_the_face_has_them() -> None:
    known = setting(page_of={"aims": 3})
    (strip,) = lay_contents(contents("Aims", page="🚌 {number}"), column(), known, Element("Sect"))
    assert strip.items[-1].text == "\ufffd 3"
    assert [finding.code for finding in known.diagnostics] == ["missing-glyph"]


def numbered(*entries: tuple[str, str]) -> Contents:
    """Entries, each with its number."""
    return Contents(tuple(ContentsEntry((Text(title),), title.lower(), 1, number) for number, title in entries))


def starts_of(shown: Contents) -> list[list[tuple[str, float]]]:
    """The texts of each entry but the last, which is the number of its page, and where they stand from the left."""
    strips = lay_contents(shown, column(), setting(), Element("Sect"))
    return [[(text.text.strip(), text.x - LEFT) for text in strip.items if text.element][:-1] for strip in strips]


def test_titles_of_numbered_entries_begin_at_one_line_and_others_at_the_edge() -> None:
    shown = starts_of(numbered(("", "Foreword"), ("9", "Aims"), ("10", "Words")))
    room = shown[1][1][1]
    assert shown == [[("Foreword", 0.0)], [("9", 0.0), ("Aims", room)], [("10", 0.0), ("Words", room)]]
    assert room >= width_of("10") + SIZE / 2


def test_the_title_of_an_appendix_goes_on_after_its_number() -> None:
    _, ((number, at), (title, place)) = starts_of(numbered(("1", "Aims"), ("Appendix A", "Sources")))
    assert (number, at, title) == ("Appendix A", 0.0, "Sources")
    assert place == pytest.approx(width_of("Appendix A\u00a0 "), abs=0.01)


def test_a_long_title_is_wrapped_below_its_first_words() -> None:
    title = " ".join(["partnership"] * 8)
    strips = lay_contents(numbered(("1", title)), column(), setting(), Element("Sect"))
    number, first, *_ = strips[0].items
    assert {strip.items[0].x for strip in strips[1:]} == {first.x}
    assert number.x < first.x


def test_a_number_in_the_contents_leads_to_its_heading_too() -> None:
    parent = Element("Sect")
    (strip,) = lay_contents(numbered(("1", "Aims")), column(), setting(page_of={"aims": 3}), parent)
    assert [(link.target, link.text) for link in strip.links] == [("#aims", "1"), ("#aims", "Aims"), ("#aims", "3")]
    assert len({id(link.element) for link in strip.links}) == 1


def test_an_indented_level_stands_at_its_indent() -> None:
    sheet = make_sheet(Style(name="Contents 1", size=pt(SIZE), indent=pt(18), tab=Length(0), tab_align="right"))
    (strip,) = lay_contents(contents("Aims"), column(), setting(sheet), Element("Sect"))
    assert strip.items[0].x == LEFT + 18


# ---- definitions


def glossary(term: str, *meaning: Inline) -> DefinitionList:
    return DefinitionList((Definition((Text(term),), meaning),))


def test_a_meaning_stands_beside_its_term_from_the_tab_stop_on() -> None:
    page = lay(glossary("ASB", Text("Anti-social behaviour, such as noise or litter in the street"))).pages[0]
    term, first, second = texts_of(page)
    assert (term.text.strip(), term.face.name, term.x) == ("ASB", "Arimo-Bold", LEFT)
    assert (first.x, second.x) == pytest.approx((LEFT + 80, LEFT + 80))
    assert first.baseline == term.baseline
    assert second.baseline - first.baseline == pytest.approx(line_height())


def test_below_the_last_meaning_stands_what_stands_below_a_paragraph() -> None:
    sheet = make_sheet(
        Style(name="Body", size=pt(SIZE), space_after=pt(11)),
        Style(name="Definition", size=pt(SIZE), tab=pt(90), space_after=pt(3)),
    )
    items = tuple(Definition((Text(word.upper()),), (Text(word),)) for word in ("first", "second"))
    page = lay(DefinitionList(items), say("after"), sheet=sheet).pages[0]
    first, second, after = (find(page, word).baseline for word in ("first", "second", "after"))
    assert (after - second) - (second - first) == pytest.approx(8)


def test_a_term_wider_than_the_tab_stop_moves_its_meaning_aside() -> None:
    page = lay(glossary("Community Trigger", Text("A right"))).pages[0]
    term, meaning = texts_of(page)
    assert meaning.x > term.x + width_of("Community Trigger", "Bold")
    assert meaning.baseline == term.baseline


def test_a_term_that_fills_its_line_has_its_meaning_on_the_next() -> None:
    term = "Community Safety Partnership of the borough"
    page = lay(glossary(term, Text("A group of agencies that work together to make places safer"))).pages[0]
    first, *meaning = texts_of(page)
    assert first.text.strip() == term
    assert all(text.baseline > first.baseline for text in meaning)
    assert all(text.x == pytest.approx(LEFT + 80) for text in meaning)
    assert all(text.x + text.width <= RIGHT + 1e-6 for text in meaning)


def test_a_term_and_its_meaning_are_read_as_two_words() -> None:
    term, meaning = texts_of(lay(glossary("ASB", Text("Noise"))).pages[0])
    assert term.text + meaning.text == "ASB Noise"


def test_a_meaning_may_have_line_breaks_and_soft_hyphens() -> None:
    page = lay(glossary("ASB", Text("Anti\u00adsocial"), LineBreak(), Text("behaviour"))).pages[0]
    assert [text.text.strip() for text in texts_of(page)] == ["ASB", "Antisocial", "behaviour"]


def test_an_empty_term_or_meaning_does_no_harm() -> None:
    assert lines_of(lay(glossary("", Text("Noise"))).pages[0]) == ["Noise"]
    assert lines_of(lay(glossary("ASB")).pages[0]) == ["ASB"]


def test_a_tab_stop_outside_a_narrow_column_keeps_the_meaning_inside() -> None:
    sheet = make_sheet(Style(name="Definition", size=pt(SIZE), tab=pt(500)))
    page = lay(glossary("ASB", Text("Anti-social behaviour, such as noise")), sheet=sheet).pages[0]
    assert all(text.x + text.width <= RIGHT + 1e-6 for text in texts_of(page))


def test_a_tab_measured_from_the_right_edge_is_negative() -> None:
    sheet = make_sheet(Style(name="Definition", size=pt(SIZE), tab=Length(-pt(60))))
    assert find(lay(glossary("ASB", Text("Noise")), sheet=sheet).pages[0], "Noise").x == pytest.approx(RIGHT - 60)
