from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.layout.lines import break_lines
from cspdocs.layout.paged import Element
from cspdocs.layout.spans import Line, Span
from sheets import SIZE, face, width_of

INK = "#000000"


def span(text: str, name: str = "Regular", target: str = "") -> Span:
    return Span(text, face(name), INK, None, target)


def shown(lines: list[Line]) -> list[str]:
    return ["".join(segment.text for segment in line.segments) for line in lines]


def lines_in(width: float, *texts: str | Span, first: float = 0.0) -> list[str]:
    spans = [text if isinstance(text, Span) else span(text) for text in texts]
    return shown(break_lines(spans, SIZE, width, first))


def fitting(text: str) -> float:
    """The width of a column in which `text` just fits."""
    return width_of(text)


def test_a_text_that_fits_is_one_line() -> None:
    assert lines_in(fitting("Safer streets"), "Safer streets") == ["Safer streets"]


def test_a_text_a_little_too_wide_is_two_lines() -> None:
    assert lines_in(fitting("Safer streets") - 0.01, "Safer streets") == ["Safer ", "streets"]


def test_a_line_takes_every_word_that_fits() -> None:
    words = "a bb ccc dddd eeeee ffffff"
    assert lines_in(fitting("a bb ccc"), words) == ["a bb ccc ", "dddd ", "eeeee ", "ffffff"]


def test_the_space_at_the_end_of_a_line_needs_no_room_but_stays_in_the_text() -> None:
    first, second = break_lines([span("one two")], SIZE, fitting("one"))
    assert (first.segments[0].text, first.width) == ("one ", pytest.approx(width_of("one")))
    assert (second.segments[0].text, second.width) == ("two", pytest.approx(width_of("two")))


def test_several_spaces_stay_as_they_are() -> None:
    assert lines_in(500, "one   two  ") == ["one   two  "]
    assert lines_in(fitting("one two"), "  one   two") == ["  one   ", "two"]


def test_an_empty_text_is_one_empty_line() -> None:
    (line,) = break_lines([span("")], SIZE, 100)
    assert line.width == 0.0
    assert shown(break_lines([], SIZE, 100)) == [""]


def test_a_line_may_end_after_a_hyphen_inside_a_word() -> None:
    assert lines_in(fitting("a pop-"), "a pop-up shop") == ["a pop-", "up ", "shop"]


def test_a_word_with_a_hyphen_is_not_parted_where_it_fits() -> None:
    assert lines_in(fitting("a pop-up"), "a pop-up shop") == ["a pop-up ", "shop"]


@pytest.mark.parametrize("dash", ["\u2013", "\u2014"])
def test_a_line_may_end_after_a_dash_but_not_before_it(dash: str) -> None:
    text = f"from 2024{dash}2025"
    assert lines_in(fitting(f"from 2024{dash}"), text) == [f"from 2024{dash}", "2025"]
    assert lines_in(fitting("from 2024"), text) == ["from ", f"2024{dash}", "2025"]


def test_a_number_with_a_minus_sign_in_brackets_stays_whole() -> None:
    assert lines_in(fitting("crime fell (-"), "crime fell (-9.2%) by") == ["crime fell ", "(-9.2%) by"]


def test_a_minus_sign_at_the_start_of_a_word_is_not_parted_from_its_number() -> None:
    assert lines_in(fitting("by -"), "by -12") == ["by ", "-12"]


@pytest.mark.parametrize("mark", ["/", "\u00a0", "\u2011", ",", ".", "&", ":"])
def test_a_line_never_ends_at(mark: str) -> None:
    text = f"the police{mark}fire"
    assert lines_in(fitting(f"the police{mark}"), text) == ["the ", f"police{mark}fire"]


def test_a_soft_hyphen_is_drawn_where_a_line_ends_at_it() -> None:
    assert lines_in(fitting("through co-"), "through co\u00adoperation") == ["through co-", "operation"]


def test_a_soft_hyphen_is_not_drawn_where_the_word_fits() -> None:
    assert lines_in(fitting("our cooperation"), "our co\u00adoperation") == ["our cooperation"]


def test_a_soft_hyphen_without_room_for_its_hyphen_is_no_place_to_end() -> None:
    assert lines_in(fitting("our co"), "our co\u00adoperation") == ["our ", "co-", "opera", "tion"]


def test_a_soft_hyphen_that_no_break_follows_is_not_drawn() -> None:
    assert lines_in(500, "end\u00ad") == ["end"]
    assert lines_in(fitting("end"), "end\u00ad of") == ["end ", "of"]
    assert lines_in(500, "end\u00ad", "\n", "of") == ["end ", "of"]


def test_a_hyphen_is_not_doubled_by_a_soft_one_after_it() -> None:
    assert lines_in(fitting("pop-"), "pop-\u00adup") == ["pop-", "up"]


def test_the_drawn_hyphen_counts_in_the_width_of_its_line() -> None:
    first, _ = break_lines([span("co\u00adoperation")], SIZE, fitting("operation"))
    assert first.width == pytest.approx(width_of("co-"))


def test_a_zero_width_space_lets_a_line_end_and_leaves_nothing() -> None:
    assert lines_in(fitting("police/"), "police/\u200bfire") == ["police/", "fire"]
    assert lines_in(500, "police/\u200bfire") == ["police/fire"]


def test_a_forced_break_begins_a_new_line_and_keeps_the_words_apart() -> None:
    assert lines_in(500, "one", "\n", "two") == ["one ", "two"]
    assert lines_in(500, "one\ntwo") == ["one ", "two"]


def test_two_forced_breaks_leave_an_empty_line_and_one_at_the_end_too() -> None:
    assert [line.strip() for line in lines_in(500, "one\n\ntwo\n")] == ["one", "", "two", ""]


def test_a_word_of_5000_letters_is_cut_and_loses_none() -> None:
    word = "abcdefghij" * 500
    lines = lines_in(200, word)
    assert "".join(lines) == word
    assert all(width_of(line) <= 200 for line in lines)
    # Each line is full: its neighbour's first letter would not have fitted.
    assert all(width_of(line + after[0]) > 200 for line, after in itertools.pairwise(lines))


def test_a_word_too_long_for_a_line_begins_on_a_line_of_its_own() -> None:
    lines = lines_in(60, "see abcdefghijklmnopqrstuvwxyz now")
    assert lines[0] == "see "
    assert "".join(lines) == "see abcdefghijklmnopqrstuvwxyz now"


@pytest.mark.parametrize("width", [1.0, 0.0, -20.0])
def test_a_column_narrower_than_a_letter_has_one_letter_a_line(width: float) -> None:
    assert lines_in(width, "ab c") == ["a", "b ", "c"]


def test_a_word_of_mixed_runs_is_not_parted_between_them() -> None:
    spans = (span("with the part"), span("ner", "Bold"), span("ship"))
    assert lines_in(fitting("with the partne"), *spans) == ["with the ", "partnership"]


def test_each_run_is_measured_in_its_own_face() -> None:
    (line,) = break_lines([span("part"), span("ner", "Bold"), span("ship", "Italic")], SIZE, 500)
    widths = [width_of("part"), width_of("ner", "Bold"), width_of("ship", "Italic")]
    assert [segment.text for segment in line.segments] == ["part", "ner", "ship"]
    assert [segment.width for segment in line.segments] == pytest.approx(widths)
    assert [segment.x for segment in line.segments] == pytest.approx([0.0, widths[0], widths[0] + widths[1]])
    assert line.width == pytest.approx(sum(widths))


def test_a_hyphen_that_begins_a_run_parts_the_word_before_it() -> None:
    assert lines_in(fitting("on anti-ii"), "on ", span("anti", "Bold"), "-social") == ["on anti-", "social"]


def test_a_minus_sign_that_ends_a_run_does_not_part_the_number_after_it() -> None:
    assert lines_in(fitting("crime fell (-"), "crime fell (-", span("9.2%", "Bold"), ")") == ["crime fell ", "(-9.2%)"]


def test_a_space_belongs_to_the_run_it_was_written_in() -> None:
    (line,) = break_lines([span("our site", target="https://kent.gov.uk"), span(" is open")], SIZE, 500)
    assert [segment.text for segment in line.segments] == ["our site", " is open"]


def test_the_first_line_may_be_narrower_or_wider_than_the_others() -> None:
    text = "aaaa aaaa aaaa aaaa"
    two = fitting("aaaa aaaa")
    assert lines_in(two, text, first=fitting("aaaa")) == ["aaaa ", "aaaa aaaa ", "aaaa"]
    assert lines_in(two, text, first=-fitting(" aaaa")) == ["aaaa aaaa aaaa ", "aaaa"]


@pytest.mark.parametrize("more", ["", "\u200b"])
def test_the_first_lines_may_be_narrower_than_the_others(more: str) -> None:
    spans = [span(f"aaaa aaaa aaaa aaaa aaaa aaaa{more}")]
    lines = shown(break_lines(spans, SIZE, fitting("aaaa aaaa aaaa"), 0.0, 2, fitting("aaaa aaaa")))
    assert lines == ["aaaa ", "aaaa ", "aaaa aaaa aaaa ", "aaaa"]


def test_the_first_of_narrower_lines_may_be_narrower_still() -> None:
    lines = shown(break_lines([span("aa aa aa aa aa aa aa")], SIZE, fitting("aa aa aa"), fitting(" aa"), 2, fitting(" aa")))
    assert lines == ["aa ", "aa aa ", "aa aa aa ", "aa"]


def test_a_word_that_only_a_wide_line_can_hold_is_cut_in_a_narrow_one_and_whole_in_a_wide_one() -> None:
    text = "aaaa bbbbbbbb bbbbbbbb"
    width, narrower = fitting("bbbbbbbb"), fitting("bbbbbbbb") - fitting("aaaa")
    assert shown(break_lines([span(text)], SIZE, width, 0.0, 1, narrower)) == ["aaaa ", "bbbbbbbb ", "bbbbbbbb"]
    cut = shown(break_lines([span(text)], SIZE, width, 0.0, 2, narrower))
    assert (cut[0], "".join(cut)) == ("aaaa ", text)
    assert cut[1] in "bbbbbbb"


def test_segments_know_what_they_belong_to() -> None:
    element = Element("P")
    spans = [Span("words", face(), "#ff0000", element, "tel:1")]
    ((segment,),) = (line.segments for line in break_lines(spans, SIZE, 500))
    assert (segment.span.element, segment.span.colour, segment.span.target) == (element, "#ff0000", "tel:1")


MARKS = " -\u2013\u2014\u00ad\u200b\u00a0\u2011/\n()%,."
STANDING_FOR = {"\u00ad": "-?", "\u200b": "", "\n": " ?"}
SPANS = st.lists(
    st.tuples(
        st.one_of(st.text(f"abiWm49{MARKS}", max_size=30), st.text("il\u00ad", max_size=12)),
        st.sampled_from(["Regular", "Bold", "Italic", "BoldItalic"]),
    ),
    max_size=8,
)


@given(SPANS, st.floats(0, 150), st.floats(-30, 30))
def test_no_character_is_lost_or_added_but_the_hyphens_of_soft_ones(
    written: list[tuple[str, str]], width: float, first: float
) -> None:
    text = "".join(part for part, _ in written)
    joined = "".join(lines_in(width, *(span(part, name) for part, name in written), first=first))
    assert re.fullmatch("".join(STANDING_FOR.get(character, re.escape(character)) for character in text), joined)


@given(SPANS, st.floats(1, 150), st.floats(-30, 30))
def test_no_line_is_wider_than_its_column_unless_it_is_a_single_character(
    written: list[tuple[str, str]], width: float, first: float
) -> None:
    lines = break_lines([span(part, name) for part, name in written], SIZE, width, first)
    for number, line in enumerate(lines):
        room = width - first if number == 0 else width
        characters = "".join(segment.text for segment in line.segments).rstrip(" ")
        alone = len(characters.removesuffix("-")) <= 1
        assert alone or line.width <= room + 1e-4


@given(SPANS, st.floats(20, 150), st.integers(0, 4), st.floats(0, 60))
def test_however_many_lines_are_narrower_no_character_is_lost_and_none_is_too_wide(
    written: list[tuple[str, str]], width: float, beside: int, narrower: float
) -> None:
    spans = [span(part, name) for part, name in written]
    lines = break_lines(spans, SIZE, width, 0.0, beside, narrower)
    text = "".join(part for part, _ in written)
    standing = "".join(STANDING_FOR.get(character, re.escape(character)) for character in text)
    assert re.fullmatch(standing, "".join(shown(lines)))
    for number, line in enumerate(lines):
        room = width - narrower if number < beside else width
        alone = len("".join(shown([line])).rstrip(" ").removesuffix("-")) <= 1
        assert alone or line.width <= room + 1e-4


@given(SPANS, st.floats(1, 150))
def test_segments_stand_side_by_side_in_their_order(written: list[tuple[str, str]], width: float) -> None:
    for line in break_lines([span(part, name) for part, name in written], SIZE, width):
        x = 0.0
        for segment in line.segments:
            assert segment.x == pytest.approx(x, abs=1e-6)
            x += segment.width
        assert line.width == pytest.approx(x, abs=1e-6)
        assert all(one.span is not other.span for one, other in zip(line.segments, line.segments[1:], strict=False))
