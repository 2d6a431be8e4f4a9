from __future__ import annotations

import pytest

from cspdocs.backends.pdf.shapes import rgb, write_shape, written
from cspdocs.document.drawing import Label, Line, Polygon, Polyline, Rectangle, Shape


@pytest.mark.parametrize(
    ("shape", "operators"),
    [
        (Rectangle(1.0, 2.0, 30.0, 40.0, "#ff0000"), b"1 0 0 rg 11 658 30 40 re f"),
        (Rectangle(1.0, 2.0, 30.0, 40.0, "", "#0000ff", 0.5), b"0 0 1 RG 0.5 w 1 j 11 658 30 40 re S"),
        (Rectangle(1.0, 2.0, 30.0, 40.0, "#ffffff", "#000000"), b"0 0 0 RG 1 w 1 j 1 1 1 rg 11 658 30 40 re B"),
        (Rectangle(1.0, 2.0, 30.0, 40.0), b"11 658 30 40 re n"),
        (Line(0.0, 0.0, 5.0, 10.0, "#000000", 2.0), b"0 0 0 RG 2 w 1 j 10 700 m 15 690 l S"),
        (Polyline(((0.0, 0.0), (1.0, 1.0), (2.0, 0.0)), "#000000"), b"0 0 0 RG 1 w 1 j 10 700 m 11 699 l 12 700 l S"),
        (Polygon(((0.0, 0.0), (1.0, 1.0), (2.0, 0.0)), "#000000"), b"0 0 0 rg 10 700 m 11 699 l 12 700 l h f"),
        (Label("word", 0.0, 0.0), b""),
    ],
)
def test_a_shape_is_drawn_from_the_corner_of_its_drawing_downwards(shape: Shape, operators: bytes) -> None:
    assert b" ".join(write_shape(shape, 10.0, 700.0)) == operators


def test_numbers_are_as_short_as_they_can_be() -> None:
    assert [written(number) for number in (1.0, 0.5, 0.126, -3.0, 100.0)] == [b"1", b"0.5", b"0.13", b"-3", b"100"]


def test_colours_are_parts_of_one() -> None:
    assert rgb("#0563c1") == b"0.02 0.388 0.757"
