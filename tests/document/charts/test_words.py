from __future__ import annotations

import pytest

from cspdocs.document.charts import Branch, Chart, Series, describe_chart, describe_tree

YEARS = ("2022/23", "2023/24")


def described(*values: float | None, unit: str = "", in_time: bool = True) -> str:
    categories = tuple(f"Year {number}" for number in range(len(values)))
    return describe_chart(Chart("Reports", categories, (Series("All", values),), unit, in_time), "bar")


def test_a_chart_is_told_with_its_figures_and_how_they_changed() -> None:
    chart = Chart("Reports of anti-social behaviour", YEARS, (Series("All", (1204.0, 1100.0)),))
    told = "Bar chart. Reports of anti-social behaviour: 2022/23 1,204, 2023/24 1,100. It fell by 9%."
    assert describe_chart(chart, "bar") == told


def test_each_of_several_series_is_told_by_its_name() -> None:
    chart = Chart("Crime", YEARS, (Series("Burglary", (10.0, 20.0)), Series("Robbery", (5.0, None))))
    told = "Line chart. Crime. Burglary: 2022/23 10, 2023/24 20. It rose by 100%. Robbery: 2022/23 5, 2023/24 no figure."
    assert describe_chart(chart, "line") == told


@pytest.mark.parametrize(
    ("values", "unit", "change"),
    [
        ((40.0, 36.0), "%", "It fell by 4 percentage points."),
        ((40.0, 41.0), "%", "It rose by 1 percentage point."),
        ((200.0, 200.4), "", "It stayed about the same."),
        ((-3.0, 2.0), "", "It rose by 5."),
        ((2.0, 200.0), "", "It rose by 198."),
        ((1000.0, 900.0), "£", "It fell by 10%."),
    ],
)
def test_a_change_is_told_as_people_tell_it(values: tuple[float, ...], unit: str, change: str) -> None:
    assert described(*values, unit=unit).endswith(change)


def test_categories_that_do_not_follow_one_another_have_no_change() -> None:
    assert described(3.0, 4.0, in_time=False) == "Bar chart. Reports: Year 0 3, Year 1 4."


def test_a_unit_in_words_is_told_once() -> None:
    assert described(3.0, None, unit="per 1,000 homes") == "Bar chart. Reports: Year 0 3, Year 1 no figure per 1,000 homes."


def test_of_many_figures_those_at_the_ends_are_told() -> None:
    values = (5.0, *(float(number % 7) for number in range(40)), 9.0)
    assert described(*values) == "Bar chart. Reports: from Year 0 5 to Year 41 9, highest Year 41 9. It rose by 80%."
    assert described(*values, in_time=False) == "Bar chart. Reports: from Year 1 0 to Year 41 9."


def test_figures_are_told_as_they_are_printed() -> None:
    chart = Chart("", YEARS, (Series("All", (3.0, 4.0), ("three", "")),), in_time=False)
    assert describe_chart(chart, "bar") == "Bar chart: 2022/23 three, 2023/24 4."


def test_no_figures_are_told_too() -> None:
    assert described(None, None) == "Bar chart. Reports: no figures."


def test_a_tree_is_told_box_by_box() -> None:
    tree = Branch("Partnership", "", (Branch("Executive", "", (Branch("Tasking"),)), Branch("Forum")))
    told = "Structure chart. How we work. Below Partnership: Executive, Forum. Below Executive: Tasking."
    assert describe_tree(tree, "How we work.") == told
    assert describe_tree(Branch("Partnership")) == "Structure chart. Partnership."
