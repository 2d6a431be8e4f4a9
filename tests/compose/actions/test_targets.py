from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.actions.targets import Targets
from cspdocs.compose.cells import Cells, Shown
from cspdocs.compose.context import Context
from cspdocs.document.nodes import Paragraph, StatusMark, Value
from cspdocs.document.walk import block_texts
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Action

Start = Callable[..., Context]
FIGURES = (
    Measure(id="women", label="women helped", value="44", target="50", baseline="40", good="up"),
    Measure(id="men", label="men helped", value="12", target="10", previous="9", good="up"),
    Measure(id="rate", label="burglaries", area="Oldbridge", series={"2013": "5.6", "2014": "5.2"}, unit="per 1,000 homes"),
    Measure(id="share", label="cases", value="50", unit="%", target="60%"),
    Measure(id="late", label="violence", target="300", reason="Data lag", good="down"),
)


def show(start: Start, field: str, *, named: bool = False, **given: Any) -> Shown:
    context = start(figures=FIGURES)
    action = Action(id="a", title="A", **given)
    return Targets(Cells(context, "Table Text"), named=named).show(action, field, "actions/a")


def texts(shown: Shown) -> list[str]:
    return list(block_texts(shown.blocks))


def fields(shown: Shown) -> list[str]:
    found: list[str] = []
    for block in shown.blocks:
        assert isinstance(block, Paragraph)
        found += [block.origin] if block.origin else [node.origin for node in block.content if isinstance(node, Value)]
    return found


@pytest.mark.parametrize(
    ("field", "printed", "path"),
    [
        ("baseline", "33", "baseline"),
        ("target", "40", "target"),
        ("actual", "42", "actual"),
        ("change", "+9", ""),
    ],
)
def test_the_figures_that_an_action_gives_itself_stand_in_their_columns(
    start: Start, field: str, printed: str, path: str
) -> None:
    shown = show(start, field, baseline="33", target="40", actual="42")
    assert texts(shown) == [printed]
    assert fields(shown) == ([f"actions/a/{path}"] if path else [])


def test_a_change_that_was_typed_goes_before_one_that_follows(start: Start) -> None:
    shown = show(start, "change", baseline="N/A", actual="Running", change="Done")
    assert (texts(shown), fields(shown)) == (["Done"], ["actions/a/change"])


def test_what_an_action_does_not_say_is_blank(start: Start) -> None:
    for field in ("figures", "baseline", "target", "actual", "change", "standing"):
        shown = show(start, field)
        assert (shown.is_empty, texts(shown), fields(shown)) == (True, ["\u2013"], [])
    assert show(start, "actual", target="40").is_empty


def test_of_several_figures_each_stands_in_the_cell_after_its_name(start: Start) -> None:
    both = {"figures": ["women", "men"]}
    assert texts(show(start, "target", **both)) == ["women helped: 50", "men helped: 10"]
    assert texts(show(start, "change", **both)) == ["women helped: +4", "men helped: +3"]
    assert fields(show(start, "actual", **both)) == [
        *("figures/women/label", "figures/women/value", "figures/men/label", "figures/men/value")
    ]


def test_a_figure_without_a_baseline_is_compared_with_the_time_before(start: Start) -> None:
    shown = show(start, "baseline", figures=["men"])
    assert (texts(shown), fields(shown)) == (["9"], ["figures/men/previous"])


def test_a_bare_number_has_its_unit_unless_a_column_names_it(start: Start) -> None:
    assert texts(show(start, "actual", figures=["rate"])) == ["5.2 per 1,000 homes"]
    assert texts(show(start, "actual", figures=["rate"], named=True)) == ["5.2"]
    assert texts(show(start, "figures", figures=["rate"], named=True)) == ["burglaries, Oldbridge (per 1,000 homes)"]
    assert texts(show(start, "actual", figures=["share"])) == ["50%"]
    assert texts(show(start, "target", figures=["share"])) == ["60%"]


def test_a_value_out_of_a_series_is_the_field_of_its_period(start: Start) -> None:
    assert fields(show(start, "actual", figures=["rate"]))[0] == "figures/rate/series/2014"


def test_a_figure_that_is_still_to_come_says_why(start: Start) -> None:
    shown = show(start, "actual", figures=["late"])
    assert (texts(shown), fields(shown)) == (["Data lag"], ["figures/late/reason"])


def test_a_standing_is_a_word_with_its_shape_on_its_colour(start: Start) -> None:
    shown = show(start, "standing", figures=["men"])
    assert shown.blocks == (Paragraph((StatusMark("Target met", "\u25cf"),), "Status"),)
    assert shown.fill == "#c9e7cb"


def test_of_several_standings_each_has_its_word_and_a_colour_only_where_all_agree(start: Start) -> None:
    mixed = show(start, "standing", figures=["women", "men"])
    assert texts(mixed) == ["women helped: \u25a0\u00a0Target missed", "men helped: \u25cf\u00a0Target met"]
    assert mixed.fill == ""
    assert show(start, "standing", figures=["men", "men"]).fill == "#c9e7cb"


def test_figures_that_nobody_has_are_left_out(start: Start) -> None:
    assert texts(show(start, "actual", figures=["gone", "men"])) == ["12"]
