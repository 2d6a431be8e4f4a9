from __future__ import annotations

import gc

import pytest

from cspdocs.collecting import without_collecting


def test_nothing_is_searched_for_until_the_function_is_done() -> None:
    @without_collecting()
    def is_searching() -> bool:
        return gc.isenabled()

    assert gc.isenabled()
    assert not is_searching()
    assert gc.isenabled()


def test_a_search_that_was_held_back_already_stays_so() -> None:
    with without_collecting():
        with without_collecting():
            pass
        assert not gc.isenabled()


def test_a_fault_does_not_leave_it_held_back() -> None:
    with pytest.raises(ValueError, match="at fault"), without_collecting():
        raise ValueError("at fault")
    assert gc.isenabled()
