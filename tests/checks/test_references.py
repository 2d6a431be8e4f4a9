from __future__ import annotations

from typing import Any

import pytest

from cspdocs.checks.references import check_references
from cspdocs.diagnostics import Severity
from cspdocs.plan.blocks import ActionTables, Directory, PriorityList, Text
from cspdocs.plan.directory import Organisation
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Action, Plan, Priority, Programme, Section
from cspdocs.plan.period import Period
from cspdocs.plan.status import Status

VOCABULARY = (Status(word="Complete"), Status(word="Not started"))
PRIORITIES = (Priority(id="asb", title="Anti-social behaviour"), Priority(id="drugs", title="Drugs", kind="theme"))
MEMBERS = (Organisation(id="police", name="Kent Police", kind="statutory"), Organisation(id="council", name="Council"))


def found(**fields: Any) -> list[tuple[str, str, str]]:
    """Code, path and the message with its hint, of each finding on a plan with priorities and members."""
    plan = Plan(**{"title": "Plan", "priorities": PRIORITIES, "organisations": MEMBERS, **fields})
    findings = list(check_references(plan, VOCABULARY))
    assert all(finding.severity is Severity.ERROR and finding.hint for finding in findings)
    return [(finding.code, finding.path, f"{finding.message} ({finding.hint})") for finding in findings]


def action(**fields: Any) -> dict[str, Any]:
    return {"actions": [Action(**{"id": "x", "title": "X", **fields})]}


def section(*blocks: Any, **fields: Any) -> dict[str, Any]:
    return {"sections": [Section(id="s", body=blocks, **fields)]}


def prose(text: str) -> dict[str, Any]:
    return section(Text(text=text))


LAST_YEAR = {"previous": Programme(priorities=[Priority(id="old", title="Old")])}


@pytest.mark.parametrize(
    ("wrong", "code", "path", "said"),
    [
        (action(priority="asbo"), "unknown-priority", "actions/x/priority", 'no priority "asbo" (did you mean "asb"?)'),
        (action(priority="zzz"), "unknown-priority", "actions/x/priority", "known are asb, drugs"),
        (action(status="Complet"), "unknown-status", "actions/x/status", 'did you mean "Complete"?'),
        (action(owners=["polcie"]), "unknown-owner", "actions/x/owners", 'did you mean "police"?'),
        (section(priority="zzz"), "unknown-priority", "sections/s/priority", "known are asb, drugs"),
        (section(kind="review"), "no-previous", "sections/s/kind", "under previous:"),
        (section(ActionTables(year="previous")), "no-previous", "sections/s/body/1", "under previous:"),
        (section(ActionTables(priority="drug")), "unknown-priority", "sections/s/body/1/priority", 'did you mean "drugs"?'),
        (
            {**LAST_YEAR, **section(ActionTables(year="previous", priority="asb"))},
            "unknown-priority",
            "sections/s/body/1/priority",
            "known are old",
        ),
        (section(PriorityList(kind="cross")), "unknown-kind", "sections/s/body/1/kind", "known are priority, theme"),
        (section(Directory(kind="Statutory ")), "unknown-kind", "sections/s/body/1/kind", 'did you mean "statutory"?'),
        (prose("{asb-report}"), "unknown-figure", "sections/s/body/1/text", 'no figure "{asb-report}" (known are title)'),
        (prose("{period.long}"), "unknown-figure", "sections/s/body/1/text", "the plan has no period (give the plan a line"),
        (prose("{area}"), "unknown-figure", "sections/s/body/1/text", "the plan has no areas"),
        (prose("{title.long}"), "unknown-figure", "sections/s/body/1/text", "quoted without a dot"),
        (
            {"figures": [Measure(id="f", value="four")], **prose("{f.change}")},
            "unknown-figure",
            "sections/s/body/1/text",
            "change and percent need a number",
        ),
        (
            {"period": Period.financial(2025), **prose("{period.first}")},
            "unknown-figure",
            "sections/s/body/1/text",
            "after the dot may stand short, long, dates",
        ),
        ({"figures": [Measure(id="period", value="1")]}, "figure-name", "figures/period", "never this figure"),
        ({"figures": [Measure(id="asb reports", value="1")]}, "figure-name", "figures/asb reports", "no text can quote"),
        ({"actions": [Action(id="x", title="X")] * 2}, "duplicate-id", "actions/x", '"x" is used twice'),
        ({"priorities": PRIORITIES[:1] * 2}, "duplicate-id", "priorities/asb", "an id of its own"),
        ({"organisations": MEMBERS[:1] * 3}, "duplicate-id", "organisations/police", "used twice"),
        ({"figures": [Measure(id="f", value="1")] * 2}, "duplicate-id", "figures/f", "used twice"),
        ({"sections": [Section(id="s")] * 2}, "duplicate-id", "sections/s", "used twice"),
        (section(sections=[Section(id="t")] * 2), "duplicate-id", "sections/s/sections/t", "used twice"),
        ({"statuses": [Status(word="Done"), Status(word="done")]}, "duplicate-id", "statuses/Done", "used twice"),
        (
            {"previous": Programme(actions=[Action(id="y", title="Y", priority="asb")])},
            "unknown-priority",
            "previous/actions/y/priority",
            "the plan names none",
        ),
    ],
)
def test_what_is_not_there_is_said_once_with_its_place_and_a_cure(
    wrong: dict[str, Any], code: str, path: str, said: str
) -> None:
    ((met, where, message),) = found(**wrong)
    assert (met, where) == (code, path)
    assert said in message


@pytest.mark.parametrize(
    "right",
    [
        action(priority="asb"),
        action(),
        action(status="complete"),
        action(owners=["police", "Kent Police", "All partners", "TMBC"]),
        section(priority="asb"),
        {**LAST_YEAR, **section(kind="review", priority="old")},
        {**LAST_YEAR, **section(ActionTables(year="previous", priority="old"), ActionTables(priority="asb"))},
        section(PriorityList(), PriorityList(kind="theme"), Directory(), Directory(kind="statutory")),
        {"figures": [Measure(id="f", value="2", previous="1")], **prose("{f} {f.percent} {title} { f } {not a name}")},
        {"period": Period.financial(2025), **prose("{period.dates} {previous} {next.long}")},
        {"statuses": [Status(word="on hold")], **action(status="On hold")},
        {"sections": [Section(id="a", sections=[Section(id="b")]), Section(id="b", sections=[Section(id="b")])]},
        {"actions": [Action(id="x", title="X")], "previous": Programme(actions=[Action(id="x", title="X")])},
    ],
)
def test_what_is_there_is_not_spoken_of(right: dict[str, Any]) -> None:
    assert found(**right) == []


def test_a_plan_with_statuses_of_its_own_does_not_take_the_templates() -> None:
    ((code, _, said),) = found(statuses=[Status(word="on hold")], **action(status="Complete"))
    assert code == "unknown-status"
    assert "known are on hold" in said


def test_without_a_vocabulary_no_status_is_wrong() -> None:
    actions = [Action(id="x", title="X", status="anything")]
    assert list(check_references(Plan(title="P", actions=actions), None)) == []
    assert len(list(check_references(Plan(title="P", actions=actions), ()))) == 1
    with_own = Plan(title="P", actions=actions, statuses=[Status(word="Done")])
    assert len(list(check_references(with_own, None))) == 1


def test_placeholders_are_looked_for_in_every_text() -> None:
    plan = Plan(title="{a}", glossary=[], previous=Programme(actions=[Action(id="x", title="T", update="{b}")]))
    assert [finding.path for finding in check_references(plan, ())] == ["title", "previous/actions/x/update"]


def test_a_long_list_of_what_is_known_is_cut() -> None:
    priorities = [Priority(id=f"p{number}", title="P") for number in range(30)]
    ((_, _, said),) = found(priorities=priorities, **action(priority="something-else"))
    assert said.count(",") == 12
    assert "…" in said
