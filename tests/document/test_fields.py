from __future__ import annotations

from cspdocs.document.fields import Field, Sent


def test_nothing_is_known_of_a_document_that_was_made_without_a_plan() -> None:
    assert Sent() == Sent("", "", "", {})


def test_a_field_is_any_text_unless_it_says_which() -> None:
    assert Field("title", "Plan: Plan", "Plan") == Field("title", "Plan: Plan", "Plan", (), "")
