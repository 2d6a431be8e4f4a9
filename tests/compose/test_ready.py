from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.compose.context import Context
from cspdocs.compose.ready import ready_text, section_wording
from cspdocs.plan.directory import Contact

Start = Callable[..., Context]


@pytest.mark.parametrize("kind", ["access", "chair", "vision"])
def test_what_the_plan_says_goes_before_the_template_and_is_its_field(start: Start, kind: str) -> None:
    assert ready_text(kind, start(**{kind: "Our own *words*"})) == ("Our own *words*", kind)


def test_a_sentence_that_quotes_what_is_not_there_is_left_out(start: Start) -> None:
    text, origin = ready_text("access", start(contact=Contact(name="CSP", phone="101")))
    assert "{contact.phone}" in text
    assert "contact.email" not in text
    assert origin == ""


@pytest.mark.parametrize("kind", ["vision", "chair", "prose", "no such kind"])
def test_there_may_be_nothing_to_say(start: Start, kind: str) -> None:
    assert ready_text(kind, start()) == ("", "") or ready_text(kind, start())[0] == ""


def test_the_template_knows_its_kinds_and_no_other(start: Start) -> None:
    found = section_wording("duty", start())
    assert found is not None
    assert "Crime and Disorder Act 1998" in (found.text or "")
    assert section_wording("no such kind", start()) is None
