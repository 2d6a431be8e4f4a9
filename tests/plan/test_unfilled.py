from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.plan.unfilled import unfilled, unfilled_parts


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in unfilled(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("XX young people, X families and XXX cases", ["XX", "X", "XXX"]),
        ("XX-XX and (XX)", ["XX", "XX", "XX"]),
        ("by X% or X %, in 20XX or 20xx", ["X", "X", "20XX", "20xx"]),
        ("£XX", ["XX"]),
        ("{figure} and {figure.change} and {burglary.2023/24}", ["{figure}", "{figure.change}", "{burglary.2023/24}"]),
        ("TBC (tbc), TBA, TBD", ["TBC", "tbc", "TBA", "TBD"]),
        ("how much?? [insert date]", ["??", "[insert date]"]),
    ],
)
def test_what_stands_for_words_to_come_is_found(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    ["", "X", "on X and Facebook", "Malcolm X was", "XL", "axx", "TBCs", "{a b}", "what?", "[date]()", "[date]{lang=cy}"],
)
def test_what_stands_for_itself_is_not(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("All done.", [("All done.", False)]),
        ("XX", [("XX", True)]),
        ("TBC{asb}", [("TBC", True), ("{asb}", True)]),
        (
            "By May XX of {nobody} met.",
            [("By May ", False), ("XX", True), (" of ", False), ("{nobody}", True), (" met.", False)],
        ),
    ],
)
def test_a_text_falls_into_what_is_said_and_what_is_still_to_come(text: str, parts: list[tuple[str, bool]]) -> None:
    assert list(unfilled_parts(text)) == parts


@given(st.text(alphabet="Xx TBCadn{}.[]?%_@"))
def test_what_is_found_lies_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for start, stop in unfilled(text):
        assert end <= start < stop <= len(text)
        end = stop
    assert "".join(part for part, _ in unfilled_parts(text)) == text
