from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.document.nodes import Box, Cell, List, ListItem, Row, Table
from cspdocs.document.styles import BoxStyle, StyleSheet
from cspdocs.errors import RenderError
from cspdocs.units import pt
from cspdocs.values import evolve
from sheets import head, make_sheet, say


@pytest.fixture
def sheet() -> StyleSheet:
    """Looks with a box that has styles of its own for what stands in it."""
    bar = BoxStyle(name="Bar", edge="left", text="Quote", heading="Subtitle")
    return evolve(make_sheet(), boxes={"Box": BoxStyle(name="Box"), "Bar": bar})


def test_a_box_with_a_heading_is_a_section_below_what_it_stands_in(write: Callable[..., str]) -> None:
    assert write(head("Aims"), Box((head("A story", 3), say("It went well.")))) == (
        '<h1 id="aims" class="text-heading-1">Aims</h1>\n'
        '<section class="box box-box">\n'
        '<h2 id="a-story" class="text-heading-3">A story</h2>\n<p>It went well.</p>\n'
        "</section>"
    )


def test_words_in_a_box_have_the_looks_that_it_gives_them_and_what_stands_deeper_its_own(
    write: Callable[..., str], sheet: StyleSheet
) -> None:
    table = Table((pt(90),), (), (Row((Cell((say("cell"), say("more"))),)),))
    written = write(Box((head("H"), say("words"), List((ListItem((say("item"), say("on"))),)), table), "Bar"), sheet=sheet)
    assert '<section class="box box-bar">' in written
    assert 'class="text-subtitle">H<' in written
    assert '<p class="text-quote">words</p>' in written
    assert written.count("text-quote") == 1


def test_a_box_that_holds_nothing_is_nothing(write: Callable[..., str]) -> None:
    assert write(Box(())) == ""


def test_a_fragment_has_what_stands_in_a_box(write: Callable[..., str]) -> None:
    assert write(Box((say("words"),)), fragment=True) == "<p>words</p>"


def test_a_box_that_the_template_lacks_is_an_error_that_names_those_it_has(write: Callable[..., str]) -> None:
    with pytest.raises(RenderError, match='the box "Blue", which the template lacks; it has: Box'):
        write(Box((say("x"),), "Blue"))
