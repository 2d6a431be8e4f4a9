from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.context import Context
from cspdocs.compose.signatures import compose_signatures
from cspdocs.document.nodes import Figure, Grid, Paragraph
from cspdocs.document.walk import block_texts
from cspdocs.plan.blocks import Picture, Signatory, Signatures
from cspdocs.plan.directory import Organisation
from cspdocs.units import mm, pt

Start = Callable[..., Context]


def signed(context: Context, *people: Signatory) -> list[Any]:
    return list(compose_signatures(Signatures(people=people), "sections/a/body/1", context))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, []),
        ({"post": "Leader"}, ["Leader"]),
        ({"organisation": "police"}, ["Kent Police"]),
        ({"post": "Leader", "organisation": "police"}, ["Leader, Kent Police"]),
        ({"post": "Leader", "organisation": "The residents"}, ["Leader, The residents"]),
    ],
)
def test_a_name_and_below_it_the_post_and_for_whom(start: Start, fields: dict[str, str], said: list[str]) -> None:
    context = start(organisations=[Organisation(id="police", name="Kent Police", short="Police")])
    made = signed(context, Signatory(name="Jane Smith", **fields))
    assert list(block_texts(made)) == ["Jane Smith", *said]
    assert [block.style for block in made] == ["Signatory", "Post"][: len(made)]
    assert made[0].origin == "sections/a/body/1/people/1/name"


def test_several_stand_side_by_side_three_in_a_row(start: Start) -> None:
    (two,) = signed(start(), *(Signatory(name=name) for name in "AB"))
    (four,) = signed(start(), *(Signatory(name=name) for name in "ABCD"))
    assert isinstance(two, Grid)
    assert (two.columns, four.columns, two.style) == (2, 3, "Signatures")
    assert list(block_texts([four])) == list("ABCD")


def test_a_portrait_stands_above_the_name_in_a_size_of_its_own_or_the_usual_one(start: Start) -> None:
    usual = Picture(file="pictures/stand.png", alt="Jane", side="left")
    portrait, name = signed(start(), Signatory(name="Jane Smith", picture=usual))
    assert isinstance(portrait, Figure)
    assert isinstance(name, Paragraph)
    assert (portrait.height, portrait.side) == (mm(35), None)
    large = Picture(file="pictures/stand.png", alt="Jane", width=pt(100))
    assert signed(start(), Signatory(name="Jane", picture=large))[0].width == pt(100)


def test_nobody_signs_nothing(start: Start) -> None:
    assert signed(start()) == []
