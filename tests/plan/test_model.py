from __future__ import annotations

from pathlib import Path

import pytest

from cspdocs.plan.blocks import Box, Text
from cspdocs.plan.model import Action, Plan, Priority, Programme, Section, Source, every_priority, every_section
from cspdocs.plan.period import Period
from cspdocs.values import evolve


def test_a_plan_needs_a_title_and_nothing_else() -> None:
    assert Plan(title="Partnership Plan").full_title == "Partnership Plan"
    with pytest.raises(TypeError, match="title"):
        Plan()


def test_the_full_title_has_every_part_that_is_given() -> None:
    plan = Plan(title="Plan", areas=["Ashford", "Swale"], partnership="CSP", period=Period.financial(2025))
    for part in ("Plan 2025 - 2026", "Ashford and Swale", "CSP"):
        assert part in plan.full_title


@pytest.mark.parametrize(
    ("areas", "phrase"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C", "D"], "A, B, C and D")],
)
def test_areas_are_told_in_a_phrase(areas: list[str], phrase: str) -> None:
    assert Plan(title="P", areas=areas).area == phrase


def test_of_several_years_the_one_before_the_edition_is_reviewed() -> None:
    period, edition = Period.financial(2023, 3), Period.financial(2024)
    assert Plan(title="P", period=period).reviewed == Period.financial(2020, 3)
    assert Plan(title="P", period=period, edition=edition).reviewed == Period.financial(2023)


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
    with pytest.raises(AttributeError, match="can't set attribute"):
        Plan(title="P").title = "Q"  # type: ignore[misc]


def test_priorities_and_sections_are_found_at_any_depth_with_their_paths() -> None:
    inner = Priority(id="c", title="C")
    priorities = [Priority(id="a", title="A", priorities=[Priority(id="b", title="B", priorities=[inner])]), inner]
    assert [path for path, _ in every_priority(priorities, "previous/priorities")] == [
        "previous/priorities/a",
        "previous/priorities/a/priorities/b",
        "previous/priorities/a/priorities/b/priorities/c",
        "previous/priorities/c",
    ]
    sections = [Section(id="a", sections=[Section(id="b")]), Section(id="c")]
    assert [path for path, _ in every_section(sections)] == ["sections/a", "sections/a/sections/b", "sections/c"]


def test_blocks_are_found_in_sections_inside_others_and_in_boxes() -> None:
    inner = Section(id="b", body=[Box(body=[Text(text="in")])])
    plan = Plan(title="P", sections=[Section(id="a", body=[Text(text="first")], sections=[inner])])
    assert [path for path, _ in plan.every_block()] == [
        "sections/a/body/1",
        "sections/a/sections/b/body/1",
        "sections/a/sections/b/body/1/body/1",
    ]


@pytest.mark.parametrize(
    ("fields", "achieved", "standing"),
    [
        ({}, "", None),
        ({"baseline": "33", "target": "40", "actual": "42"}, "+9", ""),
        ({"baseline": "82%", "target": "80%", "actual": "80%"}, "\u22122 percentage points", "met"),
        ({"baseline": "N/A", "target": "2 schools", "actual": "3 schools"}, "", ""),
        ({"baseline": "N/A", "actual": "Live", "change": "Done"}, "Done", ""),
        ({"baseline": "33", "actual": "42", "change": "Better"}, "Better", ""),
        ({"target": "40"}, "", "no data"),
        ({"change": "Done"}, "Done", None),
    ],
)
def test_an_action_may_give_one_figure_of_its_own(fields: dict[str, str], achieved: str, standing: str | None) -> None:
    action = Action(id="a", title="A", **fields)
    assert action.achieved == achieved
    assert (action.measure.standing if action.measure else None) == standing


def test_a_text_in_place_of_a_list_is_a_list_of_it_and_never_its_letters() -> None:
    plan = Plan(title="Plan", areas="Ashford", actions=[Action(id="a", title="A", owners="police")])
    assert (plan.areas, plan.area, plan.actions[0].owners) == (("Ashford",), "Ashford", ("police",))
