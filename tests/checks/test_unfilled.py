from __future__ import annotations

from typing import Any

import pytest

from cspdocs.checks.unfilled import check_unfilled
from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.plan.blocks import ActionTables, Box, Column, Picture, Table, Text
from cspdocs.plan.directory import Contact
from cspdocs.plan.measures import FORMS, Measure
from cspdocs.plan.model import Action, Plan, Programme, Release, Section
from cspdocs.plan.period import Period
from cspdocs.plan.status import Status
from cspdocs.records.walk import texts
from cspdocs.template.template import load_template


def check(**fields: Any) -> list[Diagnostic]:
    plan = Plan(**{"title": "Plan", **fields})
    findings = list(check_unfilled(plan, None, texts(plan)))
    assert all(finding.hint for finding in findings)
    return findings


def prose(text: str) -> dict[str, Any]:
    return {"sections": [Section(id="s", body=[Text(text=text)])]}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("The group dealt with XX young people, XX adults and X families.", ["XX", "XX", "X"]),
        ("There was an increase of XXX.", ["XXX"]),
        ("It rose by X% to £XX, or X %.", ["X", "XX", "X"]),
        ("On XXth March and xx/xx/2025, in 20XX", ["XXth", "xx", "xx", "20XX"]),
        ("TBC; date tbc; TBA; TBD.", ["TBC", "tbc", "TBA", "TBD"]),
        ("**XX** and [XX](https://example.org)", ["XX", "XX"]),
        ("The budget?? and [insert figure] of them", ["??", "[insert figure]"]),
    ],
)
def test_words_still_to_be_filled_in_are_found_wherever_they_stand(text: str, met: list[str]) -> None:
    findings = check(**prose(text))
    assert {(finding.code, finding.path) for finding in findings} == {("unfilled", "sections/s/body/1/text")}
    assert [finding.message.split('"')[1] for finding in findings] == met


@pytest.mark.parametrize(
    "text",
    [
        *("A cross: X", "X", "X.", "XL shirts", "Follow us on X and Facebook", "on X at", "our X account", "Malcolm X was"),
        *(
            "axx",
            "XXL",
            "Maxx",
            "a_XX",
            "exxon",
            "TBCs",
            "stbc",
            "Really?",
            "[date](https://example.org)",
            "[date]{lang=cy}",
        ),
        *("{}", "{ a }", "{a b}", "12 of 15", "", "2X4 planks"),
    ],
)
def test_other_words_are_not(text: str) -> None:
    assert check(**prose(text)) == []


def test_every_text_of_the_plan_is_looked_at_but_the_names_of_files() -> None:
    table = Table(columns=["XX"], rows=[["a", "TBC"]])
    findings = check(
        contact=Contact(name="CSP", phone="XXX"),
        actions=[Action(id="a", title="A", owners=["TBC"], details={"Risk": "{nobody}"})],
        figures=[Measure(id="f", series={"2024": "XX"})],
        sections=[Section(id="s", body=[Box(body=[table, Picture(file="XX.png", caption="XX")])])],
    )
    assert [finding.path for finding in findings] == [
        "contact/phone",
        "figures/f/series/2024",
        "actions/a/owners/1",
        "actions/a/details/Risk",
        "sections/s/body/1/body/1/columns/1",
        "sections/s/body/1/body/1/rows/1/2",
        "sections/s/body/1/body/2/caption",
    ]


def test_the_words_around_it_are_told() -> None:
    (finding,) = check(**prose("During the year the community\nservice scheme completed XX projects, among them paths."))
    assert finding.message == '"XX" is still to be filled in: …service scheme completed XX projects, among them pat…'


DRAFT, FINAL = Release(), Release(stage="final")


@pytest.mark.parametrize(
    ("release", "force", "severity"),
    [
        (DRAFT, False, Severity.WARNING),
        (DRAFT, True, Severity.WARNING),
        (FINAL, False, Severity.ERROR),
        (FINAL, True, Severity.WARNING),
    ],
)
def test_a_final_plan_has_none_unless_forced(release: Release, force: bool, severity: Severity) -> None:
    plan = Plan(title="Plan of {nobody}", release=release, **prose("XX and {nobody}, {period}"))
    assert [finding.severity for finding in check_unfilled(plan, None, texts(plan), force=force)] == [severity] * 4


FIGURES = {
    "figures": [Measure(id="f", value="four"), Measure(id="empty", target="7"), Measure(id="g", value="2", previous="1")]
}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (prose("{asb-report}"), 'no figure "{asb-report}" (known are title)'),
        ({**FIGURES, **prose("{empti}")}, 'no figure "{empti}"'),
        (prose("{period.long}"), "the plan has no period (give the plan a line period: …)"),
        (prose("{edition}"), "the plan has no period"),
        (prose("{area}"), "the plan has no areas"),
        (prose("{council}"), "the plan has no council"),
        (prose("{contact.phone}"), "the plan has no contact"),
        (prose("{vision}"), "the plan has no vision"),
        (prose("{review.count}"), "the plan has no previous"),
        (prose("{title.long}"), "title has no long (it is quoted without a dot)"),
        ({"contact": Contact(name="C"), **prose("{contact.fax}")}, "contact has no fax (after the dot may stand name)"),
        ({**FIGURES, **prose("{f.change}")}, "f has no change (give the figure a line previous: …"),
        ({**FIGURES, **prose("{f.chnge}")}, "f has no chnge (after the dot may stand value, previous"),
        ({**FIGURES, **prose("{empty}")}, "the figure has no value yet (give its value, or a reason"),
        ({"period": Period.financial(2025), **prose("{period.first}")}, "after the dot may stand short, long, dates"),
        ({"actions": [Action(id="a", title="A", status="Late")], **prose("{actions}")}, "needs a dot"),
        ({"actions": [Action(id="a", title="A", status="Late")], **prose("{actions.done}")}, "may stand late, count"),
    ],
)
def test_placeholders_of_which_nothing_is_known_are_told_with_a_cure(fields: dict[str, Any], said: str) -> None:
    (finding,) = check(**fields)
    assert finding.code == "unknown-figure"
    assert said in f"{finding.message} ({finding.hint})"


@pytest.mark.parametrize(
    "fields",
    [
        {**FIGURES, **prose("{g} {g.percent} {title} { f } {not a name} {empty.target}")},
        {"period": Period.financial(2025), **prose("{period.dates} {previous} {next.long} {edition} {baseline.short}")},
        {"figures": [Measure(id="f", reason="no data", series={"2023/24": "7"})], **prose("{f} {f.2023/24}")},
        {"previous": Programme(actions=[Action(id="a", title="A", status="On track")]), **prose("{review.on-track}")},
        {"sections": [Section(id="s", body=[ActionTables(columns=[Column(field="updates", heading="{when}")])])]},
    ],
)
def test_placeholders_of_which_something_is_known_are_not_spoken_of(fields: dict[str, Any]) -> None:
    assert check(**fields) == []


def test_the_statuses_of_the_template_can_be_counted() -> None:
    template = load_template("tonbridge-malling")
    plan = Plan(title="P", actions=[Action(id="a", title="A")], **prose(f"{{actions.{template.statuses[0].word.lower()}}}"))
    assert list(check_unfilled(plan, template, texts(plan))) == []
    assert len(list(check_unfilled(plan, None, texts(plan)))) == 1
    own = Plan(title="P", actions=plan.actions, statuses=[Status(word="Done")], sections=plan.sections)
    assert len(list(check_unfilled(own, template, texts(own)))) == 1


@pytest.mark.parametrize(
    ("quoted", "figure", "cure"),
    [
        ("f.percnt", {"value": "1", "previous": "2"}, "after the dot may stand value, previous, change"),
        ("f.2024/25", {"series": {"2023/24": "1"}}, f"after the dot may stand {', '.join(FORMS)}, 2023/24"),
        ("f.percent", {"value": "1"}, "give the figure a line previous: …"),
        (
            "f.direction",
            {"value": "few", "previous": "2"},
            'write numbers of one kind: its value is "few", previous is "2"',
        ),
        ("f.percent", {"value": "5", "previous": "0"}, "quote f.change instead: nothing is a percentage of 0"),
        ("f.source", {"value": "5"}, "give the figure a line source: …"),
        ("f.standing", {"value": "5"}, "give the figure a line target: …"),
        ("f.standing", {"value": "5", "target": "6"}, "say in good: whether up or down is better"),
    ],
)
def test_what_a_figure_lacks_for_a_quotation_is_said(quoted: str, figure: dict[str, Any], cure: str) -> None:
    (finding,) = check(figures=[Measure(id="f", **figure)], **prose(f"It is {{{quoted}}}."))
    assert finding.message == f"{{{quoted}}} cannot be worked out: f has no {quoted[2:]}"
    assert finding.hint.startswith(cure)
