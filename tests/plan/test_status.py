"""The status vocabulary: every word has a mark that the fonts can draw."""

from __future__ import annotations

from typing import get_args

import pytest

from cspdocs.plan.status import SHAPES, Shape, Status


@pytest.mark.parametrize("shape", get_args(Shape))
def test_every_shape_has_a_mark_of_its_own(shape: Shape) -> None:
    assert len(Status(word="on track", shape=shape).mark) == 1
    assert list(SHAPES.values()).count(SHAPES[shape]) == 1


def test_a_status_is_open_and_drawn_as_a_circle_unless_told_otherwise() -> None:
    status = Status(word="on track")
    assert (status.mark, status.closes) == ("\u25cf", False)
