from __future__ import annotations

from cspdocs.document.fields import Field, Sent, beginning


def test_nothing_is_known_of_a_document_that_was_made_without_a_plan() -> None:
    assert Sent() == Sent("", "", "", {})


def test_a_field_is_any_text_unless_it_says_which() -> None:
    assert Field("title", "Plan: Plan", "Plan") == Field("title", "Plan: Plan", "Plan", (), "")


def test_the_beginning_of_a_text_is_as_long_as_word_counts_which_takes_pictures_for_two_characters() -> None:
    assert beginning("abc", 2) == "ab"
    assert beginning("\u0175\u0177", 2) == "\u0175\u0177"
    assert beginning("\U0001f693\U0001f693", 2) == "\U0001f693"
    assert beginning("a\U0001f693b", 2) == "a"
