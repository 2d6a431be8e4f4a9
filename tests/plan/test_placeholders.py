from __future__ import annotations

import pytest

from cspdocs.plan.directory import Contact, Organisation
from cspdocs.plan.measures import FORMS, Measure
from cspdocs.plan.model import Action, Plan, Programme
from cspdocs.plan.period import Period
from cspdocs.plan.placeholders import RESERVED, Placeholders, is_quotable
from cspdocs.plan.status import Status


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
                Measure(id="trend", series={"2023/24": "10", "2024/25": "12"}),
                Measure(id="none", reason="no new data published"),
                Measure(id="round", value="{and-round}"),
                Measure(id="and-round", value="{round}"),
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
        ("{sum}", "120 of 9"),
        ("{trend}, {trend.change}, {trend.2023/24}", "12, 2, 10"),
        ("{none}", "no new data published"),
        ("{round} {and-round}", "{round} {round}"),
        ("no braces", "no braces"),
        ("", ""),
    ],
)
def test_what_is_known_is_printed(placeholders: Placeholders, text: str, filled: str) -> None:
    assert placeholders.fill(text) == filled


@pytest.mark.parametrize(
    "text",
    ["{nobody}", "{Period}", "{asb.foo}", "{words.change}", "{asb_reports}", "{contact}", "{actions.count}", "{round}"],
)
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


def test_a_name_that_begins_with_an_article_loses_it_after_another() -> None:
    placeholders = Placeholders(Plan(title="Plan", partnership="The Vale Safety Partnership", areas=("Vale",)))
    text = "The {partnership} works. Ask the {partnership}. {partnership} and bathe {partnership} in {area}"
    said = (
        "The Vale Safety Partnership works. Ask the Vale Safety Partnership. "
        "The Vale Safety Partnership and bathe The Vale Safety Partnership in Vale"
    )
    assert placeholders.fill(text) == placeholders.fill_wording(text) == said


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
    figure = Measure(
        id="x",
        value="12",
        previous="10",
        baseline="9",
        target="12",
        label="things",
        area="Kent",
        unit="per week",
        base="340",
        source="Police",
        as_at="March",
        reason="late",
        note="New",
    )
    assert Placeholders(Plan(title="P", figures=[figure])).fill(f"{{x.{form}}}") != f"{{x.{form}}}"


def test_a_plan_of_several_years_reviews_the_year_before_its_edition() -> None:
    plan = Plan(title="P", period=Period.financial(2023, 3), edition=Period.financial(2024))
    filled = Placeholders(plan).fill("{period} {edition} {edition.long} {previous} {baseline} {next}")
    assert filled == "2023/26 2024/25 2024 - 2025 2023/24 2022/23 2025/26"


def test_without_an_edition_it_is_the_period_itself() -> None:
    filled = Placeholders(Plan(title="P", period=Period.financial(2025))).fill("{edition} {previous} {baseline} {next}")
    assert filled == "2025/26 2024/25 2023/24 2026/27"


def test_what_the_plan_says_of_itself_is_quoted_by_name() -> None:
    plan = Plan(
        title="P",
        areas=["Ashford", "Swale", "Dover"],
        vision="A safer {area}",
        council="abc",
        organisations=[Organisation(id="abc", name="Ashford Borough Council", short="ABC")],
        contact=Contact(name="The team", phone="01233 331111", email="csp@example.org"),
    )
    filled = Placeholders(plan)
    assert (
        filled.fill("{vision}; {council} ({council.short})")
        == "A safer Ashford, Swale and Dover; Ashford Borough Council (ABC)"
    )
    assert filled.fill("{contact}, {contact.name}, {contact.phone}, {contact.email}") == (
        "The team, The team, 01233 331111, csp@example.org"
    )
    assert filled.fill("{contact.web}") == "{contact.web}"
    assert "contact.email" in filled
    assert "contact.web" not in filled


STATUSES = (Status(word="Complete", closes=True), Status(word="Not started"), Status(word="New"))


def test_actions_are_counted_by_status_and_by_what_became_of_them() -> None:
    last = [
        Action(id="a", title="A", status="complete"),
        Action(id="b", title="B", status="Complete"),
        Action(id="c", title="C", dropped="No money"),
        Action(id="d", title="D", status="On hold"),
    ]
    this = [Action(id="a", title="A"), Action(id="e", title="E", continues="d", status="New"), Action(id="f", title="F")]
    plan = Plan(title="P", actions=this, previous=Programme(actions=last))
    filled = Placeholders(plan, STATUSES)
    review = "{review.count}: {review.complete} {review.not-started} {review.on-hold}"
    assert filled.fill(review) == "4: 2 0 1"
    assert filled.fill("{review.carried-over} {review.closed} {review.dropped}") == "2 1 1"
    assert filled.fill("{actions.count}: {actions.carried-over} {actions.complete}") == "3: 2 0"
    # The status called New is meant, not how many actions are new.
    assert filled.fill("{actions.new}") == "1"
    assert Placeholders(plan).fill("{actions.new}, {review.not-started}") == "1, {review.not-started}"


def test_without_last_year_nothing_is_new_and_without_actions_nothing_is_counted() -> None:
    plan = Plan(title="P", actions=[Action(id="a", title="A")])
    assert Placeholders(plan).fill("{actions.count} {actions.new} {review.count}") == "1 {actions.new} {review.count}"
    assert "actions.count" not in Placeholders(Plan(title="P"))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("{period} of {title}", [("2025/26 of Plan 2025/26", "")]),
        ("{asb}", [("120", "figures/asb/value")]),
        ("a {asb} b", [("a ", ""), ("120", "figures/asb/value"), (" b", "")]),
        ("{asb.previous}{asb.label}", [("100", "figures/asb/previous"), ("reports in 2025/26", "figures/asb/label")]),
        ("{asb.percent} {nobody}", [("20% {nobody}", "")]),
        ("{trend.2023/24} {trend}", [("10", "figures/trend/series/2023/24"), (" 12", "")]),
        ("{none}", [("no new data published", "")]),
    ],
)
def test_figures_that_are_typed_are_told_from_what_is_worked_out(
    placeholders: Placeholders, text: str, pieces: list[tuple[str, str]]
) -> None:
    assert list(placeholders.quoted(text)) == pieces
    assert "".join(piece for piece, _ in pieces) == placeholders.fill(text)
