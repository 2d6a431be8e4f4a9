from __future__ import annotations

from typing import Any

import pytest

from cspdocs.checks.sections import check_sections
from cspdocs.diagnostics import Severity
from cspdocs.plan.blocks import (
    ActionTables,
    Box,
    Chart,
    Column,
    Directory,
    PriorityList,
    Register,
    Statistics,
    Table,
    Tally,
)
from cspdocs.plan.directory import Organisation
from cspdocs.plan.governance import Group, Kind
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Action, Plan, Priority, Programme, Section
from cspdocs.template.template import load_template
from cspdocs.values import evolve

TEMPLATE = load_template("tonbridge-malling")
PRIORITIES = (
    Priority(id="asb", title="Anti-social behaviour", priorities=[Priority(id="noise", title="Noise", kind="issue")]),
    Priority(id="drugs", title="Drugs", kind="theme"),
)
MEMBERS = (Organisation(id="police", name="Kent Police", kind="statutory"), Organisation(id="council", name="Council"))
FIGURES = (
    Measure(id="calls", label="Calls", series={"2023/24": "7", "2024/25": "5"}),
    Measure(id="thefts", series={"2022": "3"}),
)
LAST_YEAR = {"previous": Programme(priorities=[Priority(id="old", title="Old")])}


def found(**fields: Any) -> list[tuple[str, str, str]]:
    """Code, path and the message with its hint, of each finding on a plan with priorities, members and figures."""
    plan = Plan(**{"title": "P", "priorities": PRIORITIES, "organisations": MEMBERS, "figures": FIGURES, **fields})
    findings = list(check_sections(plan, TEMPLATE))
    assert all(finding.severity is Severity.ERROR and finding.hint for finding in findings)
    return [(finding.code, finding.path, f"{finding.message} ({finding.hint})") for finding in findings]


def section(*blocks: Any, **fields: Any) -> dict[str, Any]:
    return {"sections": [Section(id="s", body=blocks, **fields)]}


def columns(*names: str) -> tuple[Column, ...]:
    return tuple(Column(field=name) for name in names)


@pytest.mark.parametrize(
    ("wrong", "code", "path", "said"),
    [
        (section(kind="reviw"), "unknown-kind-of-section", "sections/s/kind", 'did you mean "review"?'),
        (section(priority="zzz"), "unknown-priority", "sections/s/priority", "known are asb, noise, drugs"),
        (section(kind="priority"), "no-priority", "sections/s/kind", "does not say which"),
        (section(kind="review"), "no-previous", "sections/s/kind", "under previous:"),
        (section(ActionTables(year="previous")), "no-previous", "sections/s/body/1", "under previous:"),
        (section(Tally(year="previous")), "no-previous", "sections/s/body/1", "under previous:"),
        (section(ActionTables(priority="drug")), "unknown-priority", "sections/s/body/1/priority", 'did you mean "drugs"?'),
        (
            {**LAST_YEAR, **section(ActionTables(year="previous", priority="asb"))},
            "unknown-priority",
            "sections/s/body/1/priority",
            "known are old",
        ),
        (section(ActionTables(kind="them")), "unknown-kind", "sections/s/body/1/kind", 'did you mean "theme"?'),
        (section(PriorityList(kind="cross")), "unknown-kind", "sections/s/body/1/kind", "known are priority, issue, theme"),
        (section(Directory(kind="Statutory ")), "unknown-kind", "sections/s/body/1/kind", 'did you mean "statutory"?'),
        (section(Register(what="groups", kind="board")), "unknown-kind", "sections/s/body/1/kind", "the plan names none"),
        (section(Register(what="groups", form="matrix")), "no-matrix", "sections/s/body/1/form", "not groups"),
        (
            section(Statistics(figures=["calls"], columns=["label", "valu"])),
            "unknown-column",
            "sections/s/body/1/columns/2",
            'did you mean "value"?',
        ),
        (
            section(Statistics(figures=["calls"], columns=["sum"])),
            "unknown-column",
            "sections/s/body/1/columns/1",
            "known are value, previous",
        ),
        (section(Box(body=[Chart()])), "empty-chart", "sections/s/body/1/body/1", "no figures to draw"),
        (
            section(Chart(figures=["calls"], periods=["2022/23"])),
            "unknown-period",
            "sections/s/body/1/periods/1",
            "did you mean",
        ),
        (
            section(Table(columns=["Project", "Cost"], totals=["Costs"])),
            "unknown-column",
            "sections/s/body/1/totals/1",
            'did you mean "Cost"?',
        ),
        ({"sections": [Section(id="s")] * 2}, "duplicate-id", "sections/s", "used twice"),
        (section(sections=[Section(id="t")] * 2), "duplicate-id", "sections/s/sections/t", "used twice"),
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
        section(priority="asb"),
        section(kind="priority", priority="noise"),
        {**LAST_YEAR, **section(Tally(year="previous"), kind="review", priority="old")},
        {**LAST_YEAR, **section(ActionTables(year="previous", priority="old"), ActionTables(priority="asb", kind="issue"))},
        section(PriorityList(), PriorityList(kind="theme"), Directory(), Directory(kind="statutory"), Tally()),
        {"kinds": [Kind(id="invited")], **section(Directory(kind="invited"), PriorityList(kind="invited"))},
        {"groups": [Group(id="a", name="A", kind="board")], **section(Register(what="groups", kind="board"))},
        section(Register(what="strategies", form="matrix"), Register(what="meetings"), Register(what="versions")),
        section(Statistics(), Statistics(columns=["label", "2022", "2024/25", "signed-percent"])),
        section(Chart(figures=["calls", "thefts"], periods=["2022", "2023/24"])),
        section(Table(columns=["Project", "Cost"], totals=["Cost"])),
        {
            "actions": [Action(id="x", title="X", details={"Risk": "Low"})],
            **section(ActionTables(columns=columns("action", "Risk", "updates", "standing"))),
        },
        {"sections": [Section(id="a", sections=[Section(id="b")]), Section(id="b", sections=[Section(id="b")])]},
    ],
)
def test_what_is_there_is_not_spoken_of(right: dict[str, Any]) -> None:
    assert found(**right) == []


def test_a_column_that_no_action_fills_may_be_meant_and_is_a_warning() -> None:
    plan = Plan(title="P", **section(ActionTables(columns=columns("action", "owner", "Notes"))))
    findings = list(check_sections(plan, TEMPLATE))
    assert [(finding.severity, finding.path) for finding in findings] == [
        (Severity.WARNING, "sections/s/body/1/columns/owner"),
        (Severity.WARNING, "sections/s/body/1/columns/Notes"),
    ]
    assert findings[0].hint == 'did you mean "owners"?'


def test_kinds_of_sections_are_ours_and_those_of_the_templates_wording() -> None:
    wording = TEMPLATE.wording
    own = evolve(TEMPLATE, wording=evolve(wording, sections=(*wording.sections, evolve(wording.sections[0], kind="poems"))))
    plan = Plan(title="P", **section(kind="poems"))
    assert [finding.code for finding in check_sections(plan, TEMPLATE)] == ["unknown-kind-of-section"]
    assert list(check_sections(plan, own)) == []
    assert list(check_sections(plan, None)) == []


def test_an_empty_section_that_is_called_as_a_kind_is_told_how_to_be_one() -> None:
    plan = Plan(title="P", sections=[Section(id="glossary"), Section(id="equality"), Section(id="notes")])
    first, second = check_sections(plan, TEMPLATE)
    assert (first.code, first.path, first.severity) == ("no-kind", "sections/glossary", Severity.WARNING)
    assert first.message == "nothing is printed in the section but its heading"
    assert first.hint == 'write "kind: glossary" for the ready section, or give the section a body'
    assert second.path == "sections/equality"
    assert not list(check_sections(plan, None))
    filled = Plan(title="P", sections=[Section(id="glossary", kind="glossary"), Section(id="vision", title="Vision")])
    assert not list(check_sections(filled, TEMPLATE))
