from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from cspdocs.plan.model import Plan, Programme, Source
from cspdocs.plan.period import Period


def test_a_plan_needs_a_title_and_nothing_else() -> None:
    assert Plan(title="Partnership Plan").full_title == "Partnership Plan"
    with pytest.raises(TypeError, match="title"):
        Plan()


def test_the_full_title_has_every_part_that_is_given() -> None:
    plan = Plan(title="Plan", areas=["Ashford", "Swale"], partnership="CSP", period=Period.financial(2025))
    for part in ("Plan 2025 - 2026", "Ashford and Swale", "CSP"):
        assert part in plan.full_title


def test_the_period_under_review_is_last_years_unless_the_plan_gives_another() -> None:
    this, longer = Period.financial(2025), Period.financial(2022, 3)
    assert Plan(title="P").reviewed is None
    assert Plan(title="P", period=this).reviewed == Period.financial(2024)
    assert Plan(title="P", period=this, previous=Programme()).reviewed == Period.financial(2024)
    assert Plan(title="P", period=this, previous=Programme(period=longer)).reviewed == longer
    assert Plan(title="P", previous=Programme(period=longer)).reviewed == longer


def test_where_a_plan_was_read_from_is_no_part_of_what_it_says() -> None:
    plan = Plan(title="P")
    assert evolve(plan, source=Source(folder=Path("here"))) == plan


def test_a_plan_is_never_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        Plan(title="P").title = "Q"  # type: ignore[misc]
