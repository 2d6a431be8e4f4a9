from __future__ import annotations

import pytest

from cspdocs.diagnostics import Severity
from cspdocs.document.nodes import (
    Contents,
    ContentsEntry,
    Definition,
    DefinitionList,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Paragraph,
    StatusMark,
    Strong,
    Text,
)
from cspdocs.document.styles import Style
from cspdocs.layout.paged import Element, PlacedRule
from cspdocs.layout.paragraphs import lay_contents, lay_text
from cspdocs.layout.strips import Strip
from cspdocs.units import Length, pt
from sheets import (
    LEFT,
    SIZE,
    TEXT_WIDTH,
    column,
    face,
    find,
    head,
    lay,
    line_height,
    lines_of,
    make_sheet,
    prose,
    roles,
    say,
    setting,
    texts_of,
    width_of,
)

RIGHT = LEFT + TEXT_WIDTH


def styled(**looks: object) -> Style:
    return Style(name="Body", size=pt(SIZE), **looks)


def strips_of(count: int, style: Style) -> list[Strip]:
    """The strips of a paragraph that takes `count` lines."""
    strips = lay_text(prose(count).content, style, column(), setting(), None)
    assert len(strips) == count
    return strips


def rules_of(*content: Inline) -> list[PlacedRule]:
    return [item for item in lay(Paragraph(content)).pages[0].items if isinstance(item, PlacedRule)]


def test_a_line_is_as_high_as_its_font_and_stands_on_its_baseline() -> None:
    (strip,) = lay_text((Text("words"),), styled(), column(), setting(), None)
    assert strip.height == pytest.approx(line_height())
    assert strip.items[0].baseline == pytest.approx(face().ascent * SIZE)


def test_wider_spacing_stands_above_the_letters() -> None:
    (strip,) = lay_text((Text("words"),), styled(line_spacing=2.0), column(), setting(), None)
    assert strip.height == pytest.approx(2 * line_height())
    assert strip.items[0].baseline == pytest.approx(line_height() + face().ascent * SIZE)


@pytest.mark.parametrize(
    ("align", "x"),
    [("left", LEFT), ("centre", LEFT + (TEXT_WIDTH - width_of("words")) / 2), ("right", RIGHT - width_of("words"))],
)
def test_a_line_stands_where_its_style_aligns_it(align: str, x: float) -> None:
    page = lay(say("words"), sheet=make_sheet(styled(align=align))).pages[0]
    assert find(page, "words").x == pytest.approx(x)


def test_the_space_at_which_a_line_ended_does_not_move_it() -> None:
    page = lay(prose(2), sheet=make_sheet(styled(align="right"))).pages[0]
    first, second = texts_of(page)
    assert first.text.endswith(" ")
    assert first.x + first.width == pytest.approx(RIGHT)
    assert second.x + second.width == pytest.approx(RIGHT)


def test_indents_move_all_lines_and_the_first_one_further() -> None:
    page = lay(prose(3, "l"), sheet=make_sheet(styled(indent=pt(12), first_line=pt(-7)))).pages[0]
    assert [text.x for text in texts_of(page)] == pytest.approx([LEFT + 5, LEFT + 12, LEFT + 12])


def test_an_indented_line_has_less_room() -> None:
    text = "aaaa aaaa"
    sheet = make_sheet(styled(indent=pt(TEXT_WIDTH - width_of(text) + 1)))
    assert lines_of(lay(say(text), sheet=sheet).pages[0]) == ["aaaa", "aaaa"]


def test_space_above_and_below_is_kept_apart_from_the_lines() -> None:
    first, last = strips_of(2, styled(space_before=pt(7), space_after=pt(9)))
    assert (first.before, first.after, last.before, last.after) == (7, 0, 0, 9)


@pytest.mark.parametrize(
    ("count", "turns"),
    [
        (1, [True]),
        (2, [False, True]),
        (3, [False, False, True]),
        (4, [False, True, False, True]),
        (5, [False, True, True, False, True]),
    ],
)
def test_a_page_never_turns_beside_a_single_line(count: int, turns: list[bool]) -> None:
    assert [strip.may_turn for strip in strips_of(count, styled())] == turns


def test_without_widow_control_a_page_may_turn_anywhere() -> None:
    assert all(strip.may_turn for strip in strips_of(4, styled(widow_control=False)))


def test_a_paragraph_kept_together_turns_only_below_it() -> None:
    assert [strip.may_turn for strip in strips_of(5, styled(keep_together=True))] == [False] * 4 + [True]


def test_a_paragraph_kept_with_the_next_one_does_not_turn_below_it() -> None:
    assert [strip.may_turn for strip in strips_of(4, styled(keep_with_next=True))] == [False, True, False, False]


def test_strong_and_stressed_words_are_set_in_their_faces() -> None:
    content = (Text("plain "), Strong((Text("strong "), Emphasis((Text("both "),)))), Emphasis((Text("stressed"),)))
    page = lay(Paragraph(content)).pages[0]
    assert [(text.text, text.face.name) for text in texts_of(page)] == [
        ("plain ", "Arimo-Regular"),
        ("strong ", "Arimo-Bold"),
        ("both ", "Arimo-BoldItalic"),
        ("stressed", "Arimo-Italic"),
    ]


def test_a_status_is_its_mark_and_its_word_that_are_never_parted() -> None:
    strips = lay_text((StatusMark("on track", "●"),), styled(), column(width_of("● onn")), setting(), None)
    assert [strip.items[0].text for strip in strips] == ["●\u00a0on ", "track"]


def test_a_line_break_begins_a_new_line_of_the_same_paragraph() -> None:
    page = lay(Paragraph((Text("one"), LineBreak(), Text("two")))).pages[0]
    first, second = texts_of(page)
    assert (first.text.strip(), second.text) == ("one", "two")
    assert first.element is second.element
    assert second.baseline - first.baseline == pytest.approx(line_height())


def test_a_link_covers_its_words_and_is_underlined_as_far_as_they_go() -> None:
    link = Link((Text("our site"),), "https://kent.gov.uk")
    page = lay(Paragraph((Text("See "), link, Text(" now")))).pages[0]
    (area,) = page.links
    assert (area.target, area.text) == ("https://kent.gov.uk", "our site")
    assert (area.x, area.width) == pytest.approx((LEFT + width_of("See "), width_of("our site")))
    assert (area.y, area.height) == pytest.approx((40, line_height()))
    (rule,) = rules_of(Text("See "), link, Text(" now"))
    assert (rule.x1, rule.x2) == pytest.approx((area.x, area.x + area.width))
    assert rule.y1 == rule.y2 > find(page, "our site").baseline
    assert rule.colour == find(page, "our site").colour == make_sheet().link_colour


def test_a_link_inside_the_document_is_not_underlined() -> None:
    link = Link((Text("our aims"),), "#aims")
    assert rules_of(link) == []
    assert lay(head("Aims"), Paragraph((link,))).pages[0].links[0].target == "#aims"


def test_a_link_over_two_lines_has_an_area_on_each() -> None:
    link = Link(prose(2).content, "https://kent.gov.uk")
    first, second = lay(Paragraph((link,))).pages[0].links
    assert (first.target, first.element) == (second.target, second.element)
    assert second.y - first.y == pytest.approx(line_height())
    assert first.width == pytest.approx(find(lay(Paragraph((link,))).pages[0], "line1").width)


def test_a_character_that_the_face_lacks_is_replaced_and_reported_with_its_place() -> None:
    paged = lay(Paragraph((Text("Bus 🚌 stop"),), origin="actions/asb-2/update"))
    assert lines_of(paged.pages[0]) == ["Bus \ufffd stop"]
    (finding,) = paged.diagnostics
    assert (finding.code, finding.severity, finding.path) == ("missing-glyph", Severity.WARNING, "actions/asb-2/update")
    assert "U+1F68C" in finding.message


def test_the_same_lack_in_the_same_place_is_reported_once() -> None:
    paged = lay(Paragraph((Text("🚌 and 🚌"), Text("🚌")), origin="a"), Paragraph((Text("🚌"),), origin="b"))
    assert [finding.path for finding in paged.diagnostics] == ["a", "b"]


def test_controls_are_never_drawn_even_where_the_font_has_them() -> None:
    paged = lay(say("a\x00b\x1bc\u2028d\ufeffe"))
    assert lines_of(paged.pages[0]) == ["a\ufffdb\ufffdc de"]
    assert all(finding.message.isprintable() for finding in paged.diagnostics)


def test_a_tab_is_printed_as_a_space() -> None:
    paged = lay(say("one\ttwo"))
    assert lines_of(paged.pages[0]) == ["one two"]
    assert paged.diagnostics == ()


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
