from __future__ import annotations

import pytest

from cspdocs.document.beside import GAP, Passage, passages, runs_beside
from cspdocs.document.images import Image
from cspdocs.document.nodes import (
    Block,
    Cell,
    Contents,
    DefinitionList,
    Figure,
    Grid,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Table,
    Text,
)
from cspdocs.units import Length, inch, pt

WIDE = Image(b"wide", "png", 400, 200)
HIGH = Image(b"high", "png", 100, 400)
WORDS = Paragraph((Text("words"),))
TABLE = Table((pt(50),), (), (Row((Cell(()),)),))
CLEARING: tuple[Block, ...] = (
    Heading((Text("Next"),), 2),
    TABLE,
    Grid((Cell(()),), 1),
    Contents(()),
    DefinitionList(()),
    Figure(WIDE, pt(100), None),
)


def parted(*blocks: Block, width: Length = pt(400), height: Length = pt(600)) -> list[Passage]:
    return list(passages(blocks, width, height))


def figure(width: float, image: Image = WIDE, side: str | None = "left") -> Figure:
    return Figure(image, pt(width), "A map", side=side)  # type: ignore[arg-type]  # a side or none


def test_text_runs_beside_the_picture_before_it() -> None:
    picture = figure(100)
    listed, quote = List((ListItem((WORDS,)),)), Quote((WORDS,))
    assert parted(WORDS, picture, WORDS, listed, quote) == [
        Passage(None, (WORDS,)),
        Passage(picture, (WORDS, listed, quote)),
    ]


def test_a_picture_without_a_side_stands_among_the_other_blocks() -> None:
    blocks = (WORDS, figure(100, side=None), WORDS)
    assert parted(*blocks) == [Passage(None, blocks)]


@pytest.mark.parametrize("block", CLEARING)
def test_what_is_not_lines_of_text_begins_below_the_picture(block: Block) -> None:
    picture = figure(100)
    assert parted(picture, WORDS, block, WORDS) == [Passage(picture, (WORDS,)), Passage(None, (block, WORDS))]


@pytest.mark.parametrize("blocks", [(), *((block,) for block in CLEARING)])
def test_a_picture_without_text_after_it_stands_alone(blocks: tuple[Block, ...]) -> None:
    assert parted(figure(100), *blocks) == [Passage(None, (figure(100), *blocks))]


def test_each_picture_has_the_text_that_follows_it() -> None:
    one, other = figure(100), figure(120, side="right")
    assert parted(one, WORDS, other, WORDS) == [Passage(one, (WORDS,)), Passage(other, (WORDS,))]


def test_a_picture_takes_at_most_half_of_the_width() -> None:
    (passage,) = parted(figure(300), WORDS)
    assert passage.figure == figure(200)


def test_a_picture_takes_at_most_three_quarters_of_the_height() -> None:
    (passage,) = parted(figure(190, HIGH), WORDS, height=pt(400))
    assert passage.figure == figure(75, HIGH)


def test_where_the_text_would_have_less_than_an_inch_the_picture_stands_alone() -> None:
    least = inch(1) + GAP
    (enough,) = parted(figure(500), WORDS, width=Length(least * 2))
    (too_little,) = parted(figure(500), WORDS, width=Length(least * 2 - 1270))
    assert (enough.figure, too_little.figure) == (figure(84), None)


def test_no_blocks_are_no_passages() -> None:
    assert parted() == []


def test_lists_and_quotations_run_beside_a_picture_if_all_that_is_in_them_does() -> None:
    nested = List((ListItem((WORDS, List((ListItem((Quote((WORDS,)),)),)))),))
    assert runs_beside(nested)
    assert not runs_beside(List((ListItem((WORDS, TABLE)),)))
    assert not runs_beside(Quote((WORDS, TABLE)))
    assert not runs_beside(List(()))
    assert not runs_beside(Quote(()))
