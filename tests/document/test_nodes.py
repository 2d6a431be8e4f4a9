from __future__ import annotations

import pytest

from cspdocs.document.nodes import ContentsEntry, Document, Figure, Heading, Paragraph, Section, Text, Value
from cspdocs.units import mm, pt
from cspdocs.values import evolve
from sheets import listing, picture, row, say, table


def test_nodes_are_never_changed() -> None:
    with pytest.raises(AttributeError, match="set attribute"):
        Text("one").text = "two"
    with pytest.raises(AttributeError, match="set attribute"):
        say("one").style = "Caption"


def test_nodes_of_equal_content_are_equal_wherever_they_came_from() -> None:
    assert Paragraph((Text("a"),), origin="actions/x") == Paragraph((Text("a"),), origin="actions/y") == say("a")
    assert table(row("a", "b")) == table(evolve(row("a", "b"), origin="actions/x"))
    assert say("a") != say("b")
    assert say("a") != say("a", "Caption")


def test_a_value_is_equal_to_another_of_the_same_words() -> None:
    assert Value((Text("492"),), "figures/asb/value") == Value((Text("492"),), "figures/f/value")
    assert Value((Text("492"),), "figures/asb/value") != Text("492")


def test_nodes_can_be_looked_up() -> None:
    assert len({say("a"), Paragraph((Text("a"),), origin="x"), listing("a"), listing("a")}) == 2


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_and_contents_entries_are_printed_in_the_style_of_their_level(level: int) -> None:
    assert Heading((Text("a"),), level).style == f"Heading {level}"
    assert ContentsEntry((Text("a"),), "a", level).style == f"Contents {level}"


def test_a_figure_keeps_the_proportions_of_its_picture() -> None:
    assert Figure(picture(40, 30), mm(80), None).height == mm(60)
    assert Figure(picture(3, 1), pt(10), None).height.pt == pytest.approx(10 / 3, abs=1e-4)


def test_a_document_speaks_british_english_where_nothing_else_is_said() -> None:
    document = Document(title="Plan", sections=(Section(()),))
    assert (document.language, document.author, document.date) == ("en-GB", "", None)
