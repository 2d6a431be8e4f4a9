from __future__ import annotations

import pytest

from cspdocs.diagnostics import Severity
from cspdocs.document.nodes import (
    Cell,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    StatusMark,
    Strong,
    Table,
    Text,
    Unfilled,
)
from cspdocs.document.styles import Style
from cspdocs.layout.paged import Element, PlacedFill, PlacedRule
from cspdocs.layout.paragraphs import lay_text, lay_words
from cspdocs.layout.strips import Strip
from cspdocs.units import pt
from cspdocs.values import evolve
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


# ---- words still to be filled in


def test_words_still_to_be_filled_in_stand_on_a_ground_of_their_own_in_letters_of_their_own() -> None:
    sheet = evolve(make_sheet(styled(colour="#ffffff")), unfilled_text="#111111", unfilled_fill="#ffee00")
    page = lay(Paragraph((Text("by "), Unfilled((Text("XX"),)), Text(" people"))), sheet=sheet).pages[0]
    words = find(page, "XX")
    (ground,) = (item for item in page.items if isinstance(item, PlacedFill))
    assert (words.colour, find(page, "people").colour) == ("#111111", "#ffffff")
    assert (ground.x, ground.width, ground.colour) == (words.x, words.width, "#ffee00")
    assert ground.y < words.baseline < ground.y + ground.height
    assert ground.height == pytest.approx((face().ascent + face().descent) * SIZE)


def test_each_line_of_them_has_its_ground_and_they_may_be_strong_and_lead_somewhere() -> None:
    words = Unfilled((Strong((Text("to be completed " * 6),)), Link((Text("later"),), "https://ex.am")))
    page = lay(Paragraph((words,))).pages[0]
    texts = texts_of(page)
    grounds = [item for item in page.items if isinstance(item, PlacedFill)]
    assert len(grounds) == len(texts) > 2
    assert {text.colour for text in texts} == {make_sheet().unfilled_text}
    assert [link.text for link in page.links] == ["later"]


# ---- numbers and anchors


def numbered(text: str, number: str, style: str = "Body") -> Paragraph:
    return Paragraph((Text(text),), style, number=number)


def test_a_number_hangs_at_the_left_of_the_words_on_all_lines() -> None:
    page = lay(numbered("word " * 60, "1.1")).pages[0]
    number, *lines = texts_of(page)
    assert (number.text, number.x) == ("1.1 ", LEFT)
    assert {line.x for line in lines} == {LEFT + 3 * SIZE}
    assert len(lines) > 1
    assert all(line.width <= TEXT_WIDTH - 3 * SIZE for line in lines)


def test_numbers_of_headings_and_paragraphs_leave_words_at_one_line() -> None:
    heading = Heading((Text("Aims"),), 1, "aims", "1")
    page = lay(heading, numbered("walk", "1.1"), numbered("talk", "1.2")).pages[0]
    assert {find(page, word).x for word in ("Aims", "walk", "talk")} == {LEFT + 3 * SIZE}


def test_an_indented_style_has_its_number_at_its_indent() -> None:
    page = lay(numbered("word", "1", "Quote"), sheet=make_sheet(Style(name="Quote", size=pt(SIZE), indent=pt(20)))).pages[0]
    assert (find(page, "1 ").x, find(page, "word").x) == (LEFT + 20, LEFT + 20 + 3 * SIZE)


@pytest.mark.parametrize("align", ["centre", "right"])
def test_where_text_is_not_set_from_the_left_a_number_stands_in_its_line(align: str) -> None:
    page = lay(numbered("word", "1.1", "Title"), sheet=make_sheet(Style(name="Title", size=pt(SIZE), align=align))).pages[0]
    number, word = texts_of(page)
    assert word.x == pytest.approx(number.x + width_of("1.1 "))


def test_however_narrow_the_column_a_number_leaves_room_for_a_few_words() -> None:
    strips = lay_words(numbered("word " * 9, "Appendix A"), styled(), column(80), setting(), Element("P"))
    assert all(item.x + item.width <= LEFT + 81 for strip in strips for item in strip.items)


def test_a_number_is_read_before_the_words_as_one_heading() -> None:
    paged = lay(Heading((Text("Aims"),), 1, "aims", "2.1"), numbered("walk", "2.1.1"))
    assert roles(paged.structure) == ["Document", "Sect", "H1", "Lbl", "P", "Lbl"]
    assert [entry.title for entry in paged.outline] == ["2.1 Aims"]


def test_a_number_without_words_is_printed() -> None:
    assert lines_of(lay(Paragraph((), number="1.1")).pages[0]) == ["1.1"]


def test_a_paragraph_can_be_led_to_wherever_it_stands() -> None:
    named = [Paragraph((Text(f"word {number}"),), anchor=f"note-{number}") for number in range(4)]
    in_cell = Table((pt(100),), (), (Row((Cell((named[2],)),)),))
    paged = lay(named[0], List((ListItem((named[1],)),)), in_cell, Quote((named[3],)))
    assert sorted(paged.anchors) == ["note-0", "note-1", "note-2", "note-3"]
    for number in range(4):
        found = find(paged.pages[0], f"word {number}")
        assert paged.anchors[f"note-{number}"].y < found.baseline < paged.anchors[f"note-{number}"].y + line_height()
