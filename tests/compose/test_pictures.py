from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.context import Context
from cspdocs.compose.pictures import compose_picture
from cspdocs.diagnostics import Severity
from cspdocs.document.nodes import Figure, Link, Text, Value
from cspdocs.document.walk import plain_text
from cspdocs.plan.blocks import Picture
from cspdocs.units import inch, pt

Start = Callable[..., Context]


def figure(context: Context, **fields: Any) -> Figure:
    (made,) = compose_picture(
        Picture(**{"file": "pictures/stand.png", "alt": "A stand", **fields}), "cover/picture", context
    )
    return made


@pytest.mark.parametrize(
    ("given", "width", "height"),
    [
        ({}, inch(2), inch(1)),
        ({"width": pt(100)}, pt(100), pt(50)),
        ({"height": pt(100)}, pt(200), pt(100)),
        ({"width": pt(100), "height": pt(100)}, pt(100), pt(50)),
    ],
)
def test_a_picture_keeps_its_proportions_at_the_size_asked_for(start: Start, given: Any, width: Any, height: Any) -> None:
    made = figure(start(), **given)
    assert (made.width, made.height) == (width, height)


@pytest.mark.parametrize(
    ("caption", "credit", "printed"),
    [
        ("", "", ""),
        ("The stand, 4 May.", "", "The stand, 4 May."),
        ("The stand, etc...", "", "The stand, etc..."),
        ("", "A. Smith", "Picture: A. Smith"),
        ("The stand.", "A. Smith", "The stand. Picture: A. Smith"),
        ("In {title}", "A. Smith", "In Plan. Picture: A. Smith"),
    ],
)
def test_a_caption_is_printed_as_written_with_the_credit_after_it(
    start: Start, caption: str, credit: str, printed: str
) -> None:
    assert plain_text(figure(start(), caption=caption, credit=credit).caption) == printed


def test_a_picture_is_described_or_decorative_or_spoken_of(start: Start) -> None:
    context = start()
    assert figure(context, alt="A stand in {title}").alt == "A stand in Plan"
    assert figure(context, alt="", decorative=True).alt is None
    assert context.findings == []
    assert figure(context, alt="").alt == ""
    (finding,) = context.findings
    assert (finding.code, finding.severity, finding.path) == ("alt-text", Severity.WARNING, "cover/picture")


def test_a_caption_tells_its_words_from_whose_picture_it_is(start: Start) -> None:
    made = figure(start(), caption="The stand.", credit="A. Smith")
    assert [node.origin for node in made.caption if isinstance(node, Value)] == [
        "cover/picture/caption",
        "cover/picture/credit",
    ]


def test_a_note_may_stand_in_a_caption(start: Start) -> None:
    (value,) = figure(start(), caption="The stand^[in May]").caption
    assert isinstance(value, Value)
    assert value.content == (Text("The stand"), Link((Text("[1]"),), "#note-1"))
