from __future__ import annotations

import pytest

from cspdocs.document.lists import fitted_step


@pytest.mark.parametrize(
    ("room", "step"),
    [
        pytest.param(400, 36, id="a line has room"),
        pytest.param(140, 20, id="a few words keep theirs"),
        pytest.param(70, 8, id="the mark hangs"),
        pytest.param(40, 0, id="a word keeps its room"),
    ],
)
def test_a_list_stands_as_far_in_as_its_words_have_room(room: float, step: float) -> None:
    assert fitted_step(36, room, size=12, widest=8) == step
