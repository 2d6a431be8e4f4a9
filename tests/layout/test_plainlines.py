from __future__ import annotations

from itertools import repeat
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.layout import lines
from cspdocs.layout.lines import break_lines
from cspdocs.layout.plainlines import break_plain
from cspdocs.layout.spans import Line, Span
from sheets import face

WORDS = st.text(st.sampled_from("abci mW,.-\u2013\u2014/ \u00a0\u2011(9%)"), max_size=40)


def span(text: str, name: str = "Regular") -> Span:
    return Span(text, face(name), "#000000", None)


def painstaking(spans: list[Span], width: float, first: float) -> list[Line]:
    """The lines as they are made of text that is not plain."""
    with patch.object(lines, "break_plain", return_value=None):
        return break_lines(spans, 10.0, width, first)


def said(line: Line) -> str:
    return "".join(segment.text for segment in line.segments)


@given(st.lists(WORDS, min_size=1, max_size=4), st.floats(20, 300), st.floats(-10, 15))
def test_the_lines_are_those_that_the_painstaking_way_makes(texts: list[str], width: float, first: float) -> None:
    spans = [span(text) for text in texts]
    quick, slow = break_lines(spans, 10.0, width, first), painstaking(spans, width, first)
    assert [said(line) for line in quick] == [said(line) for line in slow]
    assert [line.width for line in quick] == pytest.approx([line.width for line in slow])


@given(st.lists(WORDS, min_size=2, max_size=4), st.floats(40, 300))
def test_each_span_keeps_its_own_part_of_a_line(texts: list[str], width: float) -> None:
    spans = [span(text) for text in texts]
    made = break_plain(spans, 10.0, repeat(width))
    if made is None:
        return
    for one in spans:
        assert "".join(s.text for line in made for s in line.segments if s.span is one) == one.text
    for line in made:
        places = [segment.x for segment in line.segments]
        assert places == sorted(places)


@pytest.mark.parametrize("text", ["", "one\ntwo", "co\u00adoperation", "police\u200bfire", "w" * 100])
def test_text_that_is_not_plain_is_left_to_others(text: str) -> None:
    assert break_plain([span(text)], 10.0, repeat(100.0)) is None


def test_several_faces_are_left_to_others() -> None:
    assert break_plain([span("a "), span("b", "Bold")], 10.0, repeat(100.0)) is None
