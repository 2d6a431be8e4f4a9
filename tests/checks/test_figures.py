from __future__ import annotations

from typing import Any

import pytest

from cspdocs.checks.figures import check_figures
from cspdocs.diagnostics import Severity
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Plan


def found(*figures: Measure) -> list[tuple[str, str, str]]:
    findings = list(check_figures(Plan(title="P", figures=figures)))
    return [(finding.code, finding.path, f"{finding.message} ({finding.hint})") for finding in findings]


@pytest.mark.parametrize(
    ("fields", "code", "path", "said"),
    [
        ({"id": "period", "value": "1"}, "figure-name", "figures/period", "never this figure"),
        ({"id": "review", "value": "1"}, "figure-name", "figures/review", "never this figure"),
        ({"id": "asb reports", "value": "1"}, "figure-name", "figures/asb reports", "no text can quote"),
        ({"id": "x"}, "empty-figure", "figures/x", "say in reason why there is none"),
        ({"id": "x", "label": "Calls", "note": "New"}, "empty-figure", "figures/x", "no value"),
        ({"id": "x", "value": "{x}"}, "circle", "figures/x/value", "quotes itself"),
        ({"id": "x", "value": "{x.label}", "label": "all of {x}"}, "circle", "figures/x/value", "quotes itself"),
        (
            {"id": "x", "value": "1", "target": "2", "good": "up", "tolerance": "some"},
            "bad-tolerance",
            "figures/x/tolerance",
            "5%",
        ),
        ({"id": "x", "value": "1", "target": "2", "tolerance": "5%"}, "no-direction", "figures/x/tolerance", "up or down"),
        (
            {"id": "x", "value": "1", "good": "up", "tolerance": "5%"},
            "no-direction",
            "figures/x/tolerance",
            "without a target",
        ),
    ],
)
def test_what_is_amiss_with_a_figure_is_said_with_a_cure(fields: dict[str, Any], code: str, path: str, said: str) -> None:
    ((met, where, message),) = found(Measure(**fields))
    assert (met, where) == (code, path)
    assert said in message


def test_a_circle_of_figures_is_found() -> None:
    figures = [Measure(id=name, value=f"{{{to}}}") for name, to in zip("abc", "bca", strict=True)]
    assert {code for code, _, _ in found(*figures)} == {"circle"}
    assert found(Measure(id="a", value="{b}"), Measure(id="b", value="7")) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"value": "7"},
        {"reason": "New service"},
        {"target": "Adoption of policy"},
        {"baseline": "33"},
        {"series": {"2024": "7"}},
        {"value": "48", "target": "50", "good": "up", "tolerance": "2 percentage points"},
        {"value": "48", "target": "50", "good": "down"},
    ],
)
def test_a_figure_that_says_something_is_fine(fields: dict[str, Any]) -> None:
    assert found(Measure(id="x", **fields)) == []


def test_a_tolerance_that_tells_nothing_is_a_warning() -> None:
    (finding,) = check_figures(Plan(title="P", figures=[Measure(id="x", value="1", target="2", tolerance="5%")]))
    assert finding.severity is Severity.WARNING
