from __future__ import annotations

from collections.abc import Callable

from cspdocs.compose.context import Context
from cspdocs.compose.registers.kinds import kind_heading
from cspdocs.document.nodes import Heading, Paragraph
from cspdocs.plan.governance import Kind
from cspdocs.values import evolve
from rows import outline

Start = Callable[..., Context]


def test_a_kind_has_a_heading_and_its_words_below(start: Start) -> None:
    kind = Kind(id="statutory", title="Statutory partners", text="They have *votes*.")
    heading, text = kind_heading(kind, 2, "here", start(kinds=[kind]))
    assert isinstance(heading, Heading)
    assert isinstance(text, Paragraph)
    assert outline([heading, text]) == ["h2 Statutory partners", "They have votes."]
    assert (heading.anchor, heading.origin, text.origin) == (
        *("here-statutory", "kinds/statutory/title", "kinds/statutory/text"),
    )


def test_a_kind_of_the_template_is_no_field(start: Start) -> None:
    context = start()
    (heading,) = kind_heading(context.names.kinds["other"], 2, "here", context)
    assert isinstance(heading, Heading)
    assert heading.origin == ""


def test_below_a_heading_like_its_own_a_kind_has_its_words_alone(start: Start) -> None:
    kind = Kind(id="statutory", title="Partners of {title}", text="They have *votes*.")
    context = evolve(start(kinds=[kind]), heading="Partners of Plan")
    assert outline(list(kind_heading(kind, 2, "here", context))) == ["They have votes."]
