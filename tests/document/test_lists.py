from __future__ import annotations

import pytest

from cspdocs.document.lists import list_standing
from cspdocs.document.styles import Style
from cspdocs.units import pt
from sheets import listing

STYLE = Style(name="List", indent=pt(36), first_line=pt(-18))


@pytest.mark.parametrize(
    ("room", "standing"),
    [
        pytest.param(400, (36, 18), id="a line has room"),
        pytest.param(140, (20, 18), id="a few words keep theirs"),
        pytest.param(70, (7.32, 7.32), id="the mark hangs"),
        pytest.param(40, (0, 0), id="a word keeps its room"),
    ],
)
def test_a_list_stands_as_far_in_as_its_words_have_room(room: float, standing: tuple[float, float]) -> None:
    assert list_standing(listing("one"), STYLE, 36, 12, room) == pytest.approx(standing)


def test_high_numbers_have_the_room_they_need() -> None:
    usual = list_standing(listing(*"123", ordered=True), STYLE, 36, 12, 400)
    tens = list_standing(listing(*"123", ordered=True, start=8), STYLE, 36, 12, 400)
    years = list_standing(listing("a", ordered=True, start=12_345_678), STYLE, 36, 12, 400)
    assert usual == (36, 18)
    assert (tens.step, tens.hang) == (36, pytest.approx(20.04))
    assert years.step == years.hang > 36


def test_marks_that_do_not_hang_never_do() -> None:
    assert list_standing(listing("a", ordered=True, start=10), Style(name="List", indent=pt(20)), 20, 12, 400).hang == 0
