from __future__ import annotations

import pytest

from cspdocs.template.phrases import fill_phrase, join_names, known_sentences, phrase_parts, slots

UPDATE = "{when}, {by}: {text}"


@pytest.mark.parametrize(
    ("when", "by", "text", "printed"),
    [
        ("Q1", "Kent Police", "Done.", "Q1, Kent Police: Done."),
        ("", "Kent Police", "Done.", "Kent Police: Done."),
        ("Q1", "", "Done.", "Q1: Done."),
        ("", "", "Done.", "Done."),
        ("Q1", "Kent Police", "", "Q1, Kent Police"),
        ("", "", "", ""),
    ],
)
def test_what_is_missing_takes_a_separator_with_it(when: str, by: str, text: str, printed: str) -> None:
    assert fill_phrase(UPDATE, {"when": when, "by": by, "text": text}) == printed


@pytest.mark.parametrize(
    ("phrase", "values", "printed"),
    [
        ("({mark})", {"mark": "New"}, "(New)"),
        ("({mark})", {"mark": ""}, ""),
        ("Tel: {phone}.", {"phone": "101"}, "Tel: 101."),
        ("Contents", {"number": "1"}, "Contents"),
        ("Review of {previous}: {count}", {"count": "3"}, "Review of {previous}: 3"),
        ("{a}{b}", {"a": "1", "b": "2"}, "12"),
        ("{a} and {a}", {"a": "1"}, "1 and 1"),
    ],
)
def test_words_around_the_slots_stay_and_unknown_slots_too(phrase: str, values: dict[str, str], printed: str) -> None:
    assert fill_phrase(phrase, values) == printed


def test_a_value_is_told_from_the_words_around_it() -> None:
    assert list(phrase_parts("Tel: {phone} ({who})", {"phone": "101", "who": ""})) == [
        ("", "Tel: "), ("phone", "101"), ("", ")"),
    ]  # fmt: skip


def test_a_value_with_braces_is_not_filled_again() -> None:
    assert fill_phrase("{a}, {b}", {"a": "{b}", "b": "2"}) == "{b}, 2"


def test_slots_are_named_in_their_order() -> None:
    assert slots("{when}, {by}: {contact.phone} {not a slot}") == ("when", "by", "contact.phone")


@pytest.mark.parametrize(
    ("names", "printed"), [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")]
)
def test_names_are_joined_as_one_says_them(names: tuple[str, ...], printed: str) -> None:
    assert join_names(names, ", ", " and ") == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ask us. Call {contact.phone}. Write to {contact.email}.", "Ask us. Write to {contact.email}."),
        ("{vision}", ""),
        ("A.\n\n{vision}\n\nB.", "A.\n\nB."),
        ("We must:\n\n- know {vision}\n- act.", "We must:\n\n- act."),
        ("- First. Then {vision}.\n- Second.", "- First.\n- Second."),
        ("- {vision} first. And second.", "- And second."),
        ("Ask us. Call\n{contact.phone} now.\nWrite to\n{contact.email}.", "Ask us. Write to {contact.email}."),
        ("Nothing is\nquoted here.", "Nothing is\nquoted here."),
    ],
)
def test_sentences_that_quote_what_is_not_known_are_left_out(text: str, printed: str) -> None:
    assert known_sentences(text, {"contact.email"}) == printed
