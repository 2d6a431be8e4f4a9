from __future__ import annotations

import pytest

from cspdocs.document.letterwidths import text_width, wrap_text
from sheets import width_of

TEXTS = (
    "Appendix A",
    "12.10",
    "Kent Police and Tonbridge and Malling Borough Council",
    "2022/23",
    "£1,204.50",
    "Multi-Agency Risk Assessment Conference (MARAC)",
    "Willow Way, Illington",
    "“Tŷ diogel”",
    "-9.2%",
)


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_taken_for_a_little_wider_than_they_are(text: str) -> None:
    assert 1.0 <= text_width(text, 10.0) / width_of(text) <= 1.13


@pytest.mark.parametrize("text", TEXTS)
def test_bold_words_are_too(text: str) -> None:
    assert 1.0 <= text_width(text, 10.0, bold=True) / width_of(text, "Bold") <= 1.13


def test_ideographs_are_as_wide_as_they_are_high() -> None:
    assert text_width("日本", 10.0) == 20.0


def test_words_are_wrapped_where_a_line_is_full() -> None:
    assert wrap_text("Domestic Abuse Forum", 60.0, 10.0) == ["Domestic", "Abuse", "Forum"]
    assert wrap_text("Domestic Abuse Forum", 95.0, 10.0) == ["Domestic Abuse", "Forum"]
    assert wrap_text("Domestic Abuse Forum", 200.0, 10.0) == ["Domestic Abuse Forum"]


def test_a_word_wider_than_a_line_stands_alone() -> None:
    assert wrap_text("a Multi-Agency b", 20.0, 10.0) == ["a", "Multi-Agency", "b"]


def test_no_words_are_one_empty_line() -> None:
    assert wrap_text("  ", 20.0, 10.0) == [""]
