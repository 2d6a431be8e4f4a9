from __future__ import annotations

from pathlib import Path

from hypothesis import given

from cspdocs.plan.digest import plan_digest
from cspdocs.plan.files import load_plan
from cspdocs.plan.model import Action, Plan, Release, Source
from cspdocs.values import evolve
from strategies import plans

PLAN = Plan(title="Plan", actions=[Action(id="asb-1", title="Patrol"), Action(id="asb-2", title="Talk")])


def test_a_digest_is_64_hexadecimal_digits_and_stays_the_same() -> None:
    assert plan_digest(PLAN) == "9df0b8cc4118ce80fc2c1f691f027ab72e6d15eec496e56e1c702dd9637e69d1"


def test_whatever_is_changed_in_a_plan_changes_its_digest() -> None:
    changed = [
        evolve(PLAN, title="Plans"),
        evolve(PLAN, release=Release(stage="final")),
        evolve(PLAN, actions=PLAN.actions[::-1]),
        evolve(PLAN, actions=(evolve(PLAN.actions[0], status="Done"), PLAN.actions[1])),
    ]
    assert len({plan_digest(plan) for plan in (PLAN, *changed)}) == 5


def test_where_a_plan_was_read_from_is_no_part_of_it() -> None:
    assert plan_digest(evolve(PLAN, source=Source(folder=Path("here")))) == plan_digest(PLAN)


def test_a_plan_that_is_written_and_read_again_keeps_its_digest(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text("title: Plan\nactions:\n  asb-1: Patrol\n  asb-2: {title: Talk}\n", encoding="utf-8")
    assert plan_digest(load_plan(file)) == plan_digest(PLAN)


@given(plans(), plans())
def test_equal_plans_have_equal_digests_and_others_have_not(one: Plan, other: Plan) -> None:
    assert (plan_digest(one) == plan_digest(other)) == (one == other)
    assert plan_digest(evolve(one)) == plan_digest(one)
