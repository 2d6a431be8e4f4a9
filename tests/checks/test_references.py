from __future__ import annotations

from typing import Any

import pytest

from cspdocs.checks.references import check_references
from cspdocs.diagnostics import Severity
from cspdocs.plan.blocks import ActionTables, Box, Chart, Signatory, Signatures, Statistics, Structure
from cspdocs.plan.directory import Organisation
from cspdocs.plan.governance import Group, Kind, Meeting, Strategy
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Action, Plan, Priority, Programme, Section, Update
from cspdocs.plan.period import Period
from cspdocs.plan.status import Status
from cspdocs.template.template import load_template
from cspdocs.values import evolve

VOCABULARY = (Status(word="Complete"), Status(word="Not started"))
PRIORITIES = (Priority(id="asb", title="Anti-social behaviour"), Priority(id="drugs", title="Drugs", kind="theme"))
MEMBERS = (Organisation(id="police", name="Kent Police", kind="statutory"), Organisation(id="council", name="Council"))


TEMPLATE = evolve(load_template("tonbridge-malling"), statuses=VOCABULARY)
KINDS = (Kind(id="statutory"), Kind(id="theme"))
INNER = Priority(id="noise", title="Noise")
LAST_YEAR = {"previous": Programme(priorities=[Priority(id="old", title="Old")], actions=[Action(id="o-1", title="O")])}


def check(**fields: Any) -> list[Any]:
    """The findings on a plan with priorities and members."""
    plan = Plan(**{"title": "Plan", "priorities": PRIORITIES, "organisations": MEMBERS, **fields})
    findings = list(check_references(plan, TEMPLATE))
    assert all(finding.hint for finding in findings)
    return findings


def found(**fields: Any) -> list[tuple[str, str, str]]:
    """Code, path and the message with its hint, of each; all of them errors."""
    findings = check(**fields)
    assert all(finding.severity is Severity.ERROR for finding in findings)
    return [(finding.code, finding.path, f"{finding.message} ({finding.hint})") for finding in findings]


def action(**fields: Any) -> dict[str, Any]:
    return {"actions": [Action(**{"id": "x", "title": "X", **fields})]}


def priority(**fields: Any) -> dict[str, Any]:
    return {"priorities": [Priority(id="p", title="P", **fields)]}


def block(*blocks: Any) -> dict[str, Any]:
    return {"sections": [Section(id="s", body=blocks)]}


@pytest.mark.parametrize(
    ("wrong", "code", "path", "said"),
    [
        (action(priority="asbo"), "unknown-priority", "actions/x/priority", 'no priority "asbo" (did you mean "asb"?)'),
        (action(priority="zzz"), "unknown-priority", "actions/x/priority", "known are asb, drugs"),
        (action(status="Complet"), "unknown-status", "actions/x/status", 'did you mean "Complete"?'),
        (action(owners=["polcie"]), "unknown-owner", "actions/x/owners/1", 'did you mean "police"?'),
        (action(owners=["police, council"]), "several-names", "actions/x/owners/1", "write [police, council]"),
        (action(owners=["police and council"]), "several-names", "actions/x/owners/1", "write [police, council]"),
        (action(partners=["police/council;police"]), "several-names", "actions/x/partners/1", "[police, council, police]"),
        (action(partners=["polcie"]), "unknown-owner", "actions/x/partners/1", 'did you mean "police"?'),
        (action(also=["asb", "drug"]), "unknown-priority", "actions/x/also/2", 'did you mean "drugs"?'),
        (action(figures=["f"]), "unknown-figure", "actions/x/figures/1", "the plan names none"),
        (action(updates=[Update(text="T", by="polcie")]), "unknown-owner", "actions/x/updates/1/by", '"police"?'),
        (action(updates=[Update(text="T", status="late")]), "unknown-status", "actions/x/updates/1/status", "known are"),
        (action(continues="o-1"), "no-previous", "actions/x/continues", "under previous:"),
        ({**LAST_YEAR, **action(continues="o-2")}, "unknown-action", "actions/x/continues", "known are o-1"),
        (priority(owners=["polcie"]), "unknown-owner", "priorities/p/owners/1", "polcie"),
        (priority(figures=["f"]), "unknown-figure", "priorities/p/figures/1", "the plan names none"),
        (priority(strategies=["s"]), "unknown-strategy", "priorities/p/strategies/1", "the plan names none"),
        (
            priority(priorities=[Priority(id="q", title="Q", owners=["polcie"])]),
            "unknown-owner",
            "priorities/p/priorities/q/owners/1",
            "polcie",
        ),
        ({"council": "concil"}, "unknown-organisation", "council", 'did you mean "council"?'),
        ({"council": "The Council"}, "unknown-organisation", "council", 'did you mean "council"?'),
        (
            {"groups": [Group(id="a", name="A", reports_to="b")]},
            "unknown-group",
            "groups/a/reports-to",
            "known are a",
        ),
        ({"groups": [Group(id="a", name="A", members=["polcie"])]}, "unknown-member", "groups/a/members/1", '"police"?'),
        ({"meetings": [Meeting(date="May", group="csu")]}, "unknown-group", "meetings/1/group", "the plan names none"),
        (
            {"strategies": [Strategy(id="s", title="S", owner="polcie")]},
            "unknown-organisation",
            "strategies/s/owner",
            'did you mean "police"?',
        ),
        (
            block(Signatures(people=[Signatory(name="A", organisation="polcie")])),
            "unknown-organisation",
            "sections/s/body/1/people/1/organisation",
            'did you mean "police"?',
        ),
        (block(Statistics(figures=["f"])), "unknown-figure", "sections/s/body/1/figures/1", "names none"),
        (block(Box(body=[Chart(figures=["f"])])), "unknown-figure", "sections/s/body/1/body/1/figures/1", "names none"),
        (block(Structure(root="board")), "unknown-group", "sections/s/body/1/root", "names none"),
        (
            {"groups": [Group(id="a", name="A", reports_to="b"), Group(id="b", name="B", reports_to="a")]},
            "circle",
            "groups/a/reports-to",
            "a reports to b reports to a: nobody is at the top",
        ),
        ({"actions": [Action(id="x", title="X")] * 2}, "duplicate-id", "actions/x", '"x" is used twice'),
        (
            {"priorities": [Priority(id="a", title="A", priorities=[INNER]), INNER]},
            "duplicate-id",
            "priorities/a/priorities/noise",
            "used twice",
        ),
        ({"groups": [Group(id="police", name="Police")]}, "duplicate-id", "organisations/police", "used twice"),
        (
            {"kinds": [Kind(id="a"), Kind(id="theme"), Kind(id="A"), Kind(id="statutory")]},
            "duplicate-id",
            "kinds/a",
            "twice",
        ),
        ({"strategies": [Strategy(id="s", title="S")] * 2}, "duplicate-id", "strategies/s", "used twice"),
        ({"priorities": PRIORITIES[:1] * 2}, "duplicate-id", "priorities/asb", "an id of its own"),
        ({"organisations": MEMBERS[:1] * 3}, "duplicate-id", "organisations/police", "used twice"),
        ({"figures": [Measure(id="f", value="1")] * 2}, "duplicate-id", "figures/f", "used twice"),
        ({"statuses": [Status(word="Done"), Status(word="done")]}, "duplicate-id", "statuses/Done", "used twice"),
        (
            {"previous": Programme(actions=[Action(id="y", title="Y", priority="abs")])},
            "unknown-priority",
            "previous/actions/y/priority",
            "known are asb, drugs",
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
        action(owners=["Police, Council", "police, and others", "Fire, Ambulance & Rescue"]),
        action(owners=["board"], partners=["Everybody"]) | {"groups": [Group(id="board", name="Board")]},
        action(priority="noise", also=["p"]) | priority(priorities=[INNER]),
        action(figures=["f"]) | {"figures": [Measure(id="f", value="1")]},
        {**LAST_YEAR, **action(continues="o-1")},
        priority(strategies=["s"], owners=["police"]) | {"strategies": [Strategy(id="s", title="S", owner="Home Office")]},
        {"council": "council"},
        {
            "groups": [
                Group(id="board", name="Board", members=["police", "Age UK"]),
                Group(id="csu", name="Unit", reports_to="board", members=["board"]),
            ],
            "meetings": [
                Meeting(date="May", group="board"),
                Meeting(date="June", group="Full Council"),
                Meeting(date="July"),
            ],
            **block(Structure(root="board"), Structure(), Signatures(people=[Signatory(name="A", organisation="police")])),
        },
        {"figures": [Measure(id="f", value="1")], **block(Statistics(figures=["f"]), Box(body=[Chart(figures=["f"])]))},
        {"kinds": KINDS},
        {"statuses": [Status(word="on hold")], **action(status="On hold")},
        {"actions": [Action(id="x", title="X")], "previous": Programme(actions=[Action(id="x", title="X")])},
        {
            "previous": Programme(actions=[Action(id="y", title="Y", priority="asb")]),
            **block(ActionTables(year="previous", priority="asb")),
        },
    ],
)
def test_what_is_there_is_not_spoken_of(right: dict[str, Any]) -> None:
    assert found(**right) == []


def test_a_plan_with_statuses_of_its_own_does_not_take_the_templates() -> None:
    ((code, _, said),) = found(statuses=[Status(word="on hold")], **action(status="Complete"))
    assert code == "unknown-status"
    assert "known are on hold" in said


def test_without_a_template_no_status_is_wrong() -> None:
    actions = [Action(id="x", title="X", status="anything")]
    assert list(check_references(Plan(title="P", actions=actions), None)) == []
    assert len(list(check_references(Plan(title="P", actions=actions), TEMPLATE))) == 1
    with_own = Plan(title="P", actions=actions, statuses=[Status(word="Done")])
    assert len(list(check_references(with_own, None))) == 1


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"organisations": [Organisation(id="a", name="A", kind="statutry")]}, "organisations/a/kind"),
        ({"groups": [Group(id="a", name="A", kind="statutry")]}, "groups/a/kind"),
        ({"strategies": [Strategy(id="a", title="A", kind="statutry")]}, "strategies/a/kind"),
        (priority(kind="statutry"), "priorities/p/kind"),
        ({"previous": Programme(**priority(kind="statutry"))}, "previous/priorities/p/kind"),
    ],
)
def test_a_kind_that_is_not_declared_among_others_is_probably_a_slip(fields: dict[str, Any], path: str) -> None:
    (finding,) = check(kinds=KINDS, **fields)
    assert (finding.code, finding.severity, finding.path) == ("unknown-kind", Severity.WARNING, path)
    assert finding.hint == 'did you mean "statutory"?'
    assert check(**fields) == []


def test_an_action_that_is_dropped_does_not_go_on() -> None:
    last = Action(id="x", title="X", dropped="No money")
    for this in (Action(id="x", title="X"), Action(id="y", title="Y", continues="x")):
        (finding,) = check(previous=Programme(actions=[last]), actions=[this])
        assert (finding.code, finding.path) == ("dropped", "previous/actions/x/dropped")
    assert check(previous=Programme(actions=[last]), actions=[Action(id="z", title="Z")]) == []


@pytest.mark.parametrize(
    ("edition", "codes"), [("2023/24", []), ("2025/26", []), ("2026/27", ["edition"]), ("2022/23", ["edition"])]
)
def test_an_edition_is_a_year_of_the_period(edition: str, codes: list[str]) -> None:
    findings = check(period=Period.parse("2023 - 2026"), edition=Period.parse(edition))
    assert [finding.code for finding in findings] == codes


def test_groups_may_stand_in_lines_and_trees_but_in_no_circle_of_any_length() -> None:
    def groups(**above: str) -> list[Group]:
        return [Group(id=name, name=name, reports_to=to) for name, to in above.items()]

    assert check(groups=groups(a="", b="a", c="a", d="c")) == []
    assert [finding.path for finding in check(groups=groups(a="a"))] == ["groups/a/reports-to"]
    assert [finding.path for finding in check(groups=groups(x="", a="b", b="c", c="a", d="a"))] == ["groups/a/reports-to"]


def test_a_long_list_of_what_is_known_is_cut() -> None:
    priorities = [Priority(id=f"p{number}", title="P") for number in range(30)]
    ((_, _, said),) = found(priorities=priorities, **action(priority="something-else"))
    assert said.count(",") == 12
    assert "…" in said
