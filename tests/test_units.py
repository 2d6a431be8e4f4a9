from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cspdocs.units import Length, inch, mm, pt


def test_an_inch_is_the_same_in_every_unit() -> None:
    assert Length.parse("1 in") == Length.parse("25.4 mm") == Length.parse("2.54 cm") == Length.parse("72 pt") == inch(1)
    assert inch(1) == Length.parse("1440 twip") == Length.parse("914400 emu") == mm(25.4) == pt(72)


def test_a_length_tells_itself_in_each_unit() -> None:
    length = pt(36)
    assert (length.pt, length.inch, length.twips, length.emu) == (36, 0.5, 720, 457200)
    assert length.mm == pytest.approx(12.7)


@pytest.mark.parametrize("written", ["12", "pt", "12 px", "1,5 mm", "", "12 pt wide", "١٢ pt"])
def test_what_is_no_length_is_refused_with_what_would_be_right(written: str) -> None:
    with pytest.raises(ValueError, match="a number and a unit"):
        Length.parse(written)


@given(some.integers(min_value=-(10**8), max_value=10**8))
def test_a_length_reads_back_as_it_was_written(emu: int) -> None:
    assert Length.parse(str(Length(emu))) == emu
