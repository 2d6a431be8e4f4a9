from __future__ import annotations

import pytest

from cspdocs.plan.measures import FORMS, Measure
from cspdocs.plan.model import Plan
from cspdocs.plan.period import Period
from cspdocs.plan.placeholders import RESERVED, Placeholders, is_quotable


@pytest.fixture
def placeholders() -> Placeholders:
    return Placeholders(
        Plan(
            title="Plan {period}",
            partnership="CSP",
            areas=["Ashford", "Swale"],
            period=Period.financial(2025),
            figures=[
                Measure(id="asb", value="120", previous="100", label="reports in {period}"),
                Measure(id="words", value="four"),
                Measure(id="sum", value="{asb} of {later}"),
                Measure(id="later", value="9"),
            ],
        )
    )


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{period}, {period.long}, {period.dates}", "2025/26, 2025 - 2026, April 2025 to March 2026"),
        ("{previous} to {next}", "2024/25 to 2026/27"),
        ("{title} of {partnership} in {area}", "Plan 2025/26 of CSP in Ashford and Swale"),
        ("{asb}: {asb.direction} of {asb.change} ({asb.signed-percent})", "120: increase of 20 (+20%)"),
        ("{asb.label}", "reports in 2025/26"),
        ("{sum}", "120 of {later}"),
        ("no braces", "no braces"),
        ("", ""),
    ],
)
def test_what_is_known_is_printed(placeholders: Placeholders, text: str, filled: str) -> None:
    assert placeholders.fill(text) == filled


@pytest.mark.parametrize("text", ["{nobody}", "{Period}", "{asb.foo}", "{words.change}", "{asb_reports}"])
def test_an_unknown_placeholder_stays_for_the_reader_to_see_and_is_told(placeholders: Placeholders, text: str) -> None:
    assert placeholders.fill(text) == text
    assert list(placeholders.unknown(f"{{period}} {text}")) == [text[1:-1]]


@pytest.mark.parametrize("text", ["{}", "{ period }", "{a b}", "{{}}", "{a.b.c}", "{é}", "{", "}{"])
def test_braces_with_no_name_in_them_are_text(placeholders: Placeholders, text: str) -> None:
    assert placeholders.fill(text) == text
    assert list(placeholders.unknown(text)) == []


def test_a_template_leaves_out_what_the_plan_does_not_say() -> None:
    bare = Placeholders(Plan(title="P"))
    assert bare.fill_wording("Action Plans {period.long}") == "Action Plans"
    assert bare.fill_wording("{area} {title}: {period}") == " P:"
    assert bare.fill_wording("Page") == "Page"


def test_a_plan_that_says_nothing_has_no_empty_placeholders() -> None:
    assert Placeholders(Plan(title="P")).names == ("title",)


def test_a_figure_never_takes_a_name_of_the_plans_own() -> None:
    figures = [Measure(id=name, value="wrong") for name in RESERVED]
    filled = Placeholders(Plan(title="P", period=Period.financial(2025), figures=figures))
    assert filled.fill("{period} {title} {period.long}") == "2025/26 P 2025 - 2026"
    assert not any(is_quotable(name) for name in RESERVED)


@pytest.mark.parametrize(
    ("name", "quotable"), [("asb-1", True), ("ASB_1", True), ("a b", False), ("a.b", False), ("", False)]
)
def test_a_name_can_be_quoted_when_it_is_one_word(name: str, quotable: bool) -> None:
    assert is_quotable(name) is quotable
    if name:
        figure = Measure(id=name, value="7")
        assert (Placeholders(Plan(title="P", figures=[figure])).fill(f"{{{name}}}") == "7") is quotable


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_figure_prints_something(form: str) -> None:
    figure = Measure(id="x", value="12", previous="10", label="things")
    assert Placeholders(Plan(title="P", figures=[figure])).fill(f"{{x.{form}}}") != f"{{x.{form}}}"
