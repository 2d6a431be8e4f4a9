"""Whatever a plan says and asks for, it becomes a sound document, and nothing that its actions say is lost."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspdocs.compose.fields import editable_fields
from cspdocs.compose.partnership_plan import compose_plan
from cspdocs.document.nodes import Document, Heading, Paragraph, Table
from cspdocs.document.walk import block_texts, inner_blocks
from cspdocs.plan.blocks import ACTION_FIELDS, ActionTables, Block, Column, Directory, PriorityList, Register
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Action, Plan, Priority, Programme, Section, Update, every_priority
from cspdocs.template.template import Template, load_template
from cspdocs.values import evolve
from sending import sent_of
from strategies import plans

TEMPLATES = [load_template(name) for name in ("plain", "ashford", "tonbridge-malling", "tonbridge-malling-2014")]
REGISTERS: Any = ("groups", "meetings", "strategies", "versions", "priorities", "organisations")


def connected(plan: Plan, chance: Random) -> Plan:
    """The plan with its actions belonging to its priorities, and sections that ask for all there is in any way."""

    def one_of(*words: Sequence[Any]) -> Any:
        return chance.choice([word for some in words for word in some])

    this_year = [priority.id for _, priority in every_priority(plan.priorities)]
    before = plan.previous or Programme()
    last_year = [priority.id for _, priority in every_priority(before.priorities)]
    figures, bodies = [one.id for one in plan.figures], [one.id for one in (*plan.organisations, *plan.groups)]

    def belonging(action: Action, ids: list[str]) -> Action:
        updates = tuple(evolve(update, by=one_of(bodies, ["We", ""])) for update in action.updates)
        owners = tuple(chance.sample(bodies, min(len(bodies), 2)))
        return evolve(
            action, priority=one_of(ids, ["", "gone"]), figures=figures[:2], owners=owners, also=ids[:2], updates=updates
        )

    def columns() -> tuple[Column, ...]:
        named = chance.sample([*ACTION_FIELDS, "own"], chance.randint(0, 9))
        places = (Column(field=name, place=one_of(["cell", "row"]), only_filled=one_of([True, False])) for name in named)
        return tuple(evolve(column, when=("Q1", "Q2")) if column.field == "updates" else column for column in places)

    blocks: list[Block] = [
        ActionTables(
            year=one_of(["current", "previous"]),
            priority=one_of(this_year, ["", "", "gone"]),
            kind=one_of(["", "", "priority"]),
            owner=one_of(["", "", "", "We"], bodies),
            columns=columns(),
            form=one_of([None, "table", "list"]),
            priorities=one_of([None, "headings", "bands", "none"]),
            groups=one_of([None, "headings", "bands", "none"]),
        )
        for _ in range(3)
    ]
    blocks += [Register(what=what, form=one_of([None, "table", "list", "matrix"])) for what in REGISTERS]
    blocks += [
        Directory(form=one_of([None, "grid", "list", "table"])),
        PriorityList(form=one_of([None, "numbers", "table"])),
    ]
    own = [Section(id=f"own-{place}", kind="priority", priority=name) for place, name in enumerate(this_year[:2])]
    return evolve(
        plan,
        actions=tuple(belonging(action, this_year) for action in plan.actions),
        previous=evolve(before, actions=tuple(belonging(action, [*last_year, *this_year]) for action in before.actions)),
        sections=(*plan.sections, Section(id="everything", body=tuple(blocks)), *own),
    )


def check_sound(document: Document) -> None:
    """Asserts that each row fills its table, that no column is without width, and that no anchor is given twice."""
    anchors = []
    for section in document.sections:
        for block in inner_blocks(section.blocks):
            if isinstance(block, Table):
                assert all(width > 0 for width in block.widths)
                assert {sum(cell.span for cell in row.cells) for row in (*block.header, *block.rows)} <= {len(block.widths)}
            elif isinstance(block, Heading | Paragraph) and block.anchor:
                anchors.append(block.anchor)
    assert len(anchors) == len(set(anchors))


@settings(max_examples=40)
@given(plans().filter(lambda plan: plan.title), st.randoms(use_true_random=False), st.sampled_from(TEMPLATES))
def test_any_plan_becomes_a_sound_document_that_says_where_each_text_is_from(
    plan: Plan, chance: Random, template: Template
) -> None:
    whole = connected(plan, chance)
    document = compose_plan(whole, template).document
    check_sound(document)
    assert sent_of(document).fields.keys() <= editable_fields(whole, template).keys()


FULL = Action(
    id="full",
    title="title-words",
    number="number-words",
    priority="homes",
    also=["other"],
    owners=["owner-words"],
    partners=["partner-words"],
    due="due-words",
    resources="resource-words",
    cost="cost-words",
    funding="funding-words",
    baseline="baseline-words",
    target="target-words",
    actual="actual-words",
    change="change-words",
    update="update-words",
    updates=[
        Update(text="report-words", when="when-words", by="by-words", status="state-words"),
        Update(text="late-words", when="Q1"),
    ],
    status="status-words",
    dropped="dropped-words",
    details={"Own": "own-words"},
)
MEASURED = Action(id="measured", title="Measured", priority="asb", figures=["calls"])
SAID = [
    *("title", "number", "owner", "partner", "due", "resource", "cost", "funding", "baseline", "target", "actual", "change"),
    *("update", "report", "when", "by", "state", "late", "status", "dropped", "own", "label", "value", "goal"),
]
NESTED = [
    Priority(id="asb", title="asb-title", priorities=[Priority(id="homes", title="homes-title")]),
    Priority(id="other", title="other-title"),
]


@pytest.mark.parametrize("divider", [None, "headings", "bands", "none"])
@pytest.mark.parametrize("form", [None, "table", "list"])
@pytest.mark.parametrize("year", ["current", "previous"])
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_nothing_that_an_action_says_is_lost_in_any_template(template: Template, year: Any, form: Any, divider: Any) -> None:
    calls = Measure(id="calls", label="label-words", value="value-words", target="goal-words")
    actions = [FULL, MEASURED]
    shown = ActionTables(year=year, form=form, priorities=divider, groups=divider)
    plan = Plan(
        title="Plan",
        priorities=NESTED,
        actions=actions,
        previous=Programme(priorities=NESTED, actions=actions),
        figures=[calls],
        sections=[Section(id="s", start="page", body=[shown])],
    )
    section = next(one for one in compose_plan(plan, template).document.sections if one.name == "s")
    printed = " ".join(block_texts(section.blocks))
    assert [word for word in SAID if printed.count(f"{word}-words") != 1] == []
    assert "other-title" in printed
    if divider in ("headings", "bands"):
        assert "asb-title" in printed
        assert "homes-title" in printed
