from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cspdocs.compose.actions.columns import action_columns
from cspdocs.compose.actions.years import Chosen
from cspdocs.compose.columns import Headed
from cspdocs.compose.context import Context
from cspdocs.document.walk import plain_text
from cspdocs.plan.blocks import ActionTables, Column
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Action, Update
from cspdocs.plan.period import Period
from cspdocs.template.layouts import ActionLayout
from cspdocs.units import mm

Start = Callable[..., Context]
HERE = "sections/s/body/1"


def columns(
    start: Start, *own: Column, template: tuple[Column, ...] = (), actions: tuple[Action, ...] = (), **layout: Any
) -> list[Headed]:
    context = start(period=Period.financial(2025), figures=[Measure(id="f", value="1")])
    set_out = ActionLayout(year="current", columns=template or (Column(field="action", heading="Action"),), **layout)
    return list(action_columns(ActionTables(columns=own), set_out, Chosen(actions), HERE, context))


def headed(made: list[Headed]) -> list[tuple[str, str]]:
    return [(column.field, plain_text(column.heading)) for column in made]


def test_a_block_that_names_no_columns_has_those_of_the_template(start: Start) -> None:
    template = (Column(field="action", heading="What in {period}"), Column(field="owners", width=mm(30)))
    made = columns(start, template=template)
    assert headed(made) == [("action", "What in 2025/26"), ("owners", "Lead")]
    assert [(column.origin, column.typed) for column in made] == [
        ("template/actions/current/action", ""),
        ("template/actions/current/owners", ""),
    ]
    assert made[1].width == mm(30)


def test_a_block_may_name_them_itself_with_headings_or_without(start: Start) -> None:
    template = (Column(field="action", heading="Deed"),)
    own = (Column(field="action"), Column(field="due", heading="When?"), Column(field="success"), Column(field="target"))
    made = columns(start, *own, template=template)
    assert headed(made) == [("action", "Deed"), ("due", "When?"), ("success", "Success"), ("target", "Target")]
    assert [column.typed for column in made] == ["", f"{HERE}/columns/due/heading", "", ""]


def test_what_a_heading_of_the_template_quotes_and_the_plan_lacks_is_left_out(start: Start) -> None:
    template = (Column(field="action", heading="In {council}"),)
    assert headed(columns(start, template=template)) == [("action", "In")]
    assert headed(columns(start, Column(field="action", heading="In {council}"))) == [("action", "In {council}")]


def test_a_column_of_several_times_is_a_column_for_each(start: Start) -> None:
    own = Column(field="updates", heading="{when} of {period}", when=("Q1", "Q2"), width=mm(20))
    made = columns(start, own)
    assert headed(made) == [("updates", "Q1 of 2025/26"), ("updates", "Q2 of 2025/26")]
    assert [(column.when, column.width, column.origin) for column in made] == [
        ("Q1", mm(20), f"{HERE}/columns/updates/Q1"),
        ("Q2", mm(20), f"{HERE}/columns/updates/Q2"),
    ]
    assert headed(columns(start, Column(field="updates", when=("Q1",)))) == [("updates", "Update Q1")]
    assert headed(columns(start, Column(field="updates"))) == [("updates", "Updates")]


def test_numbers_lead(start: Start) -> None:
    made = columns(start, Column(field="number"), Column(field="action"))
    assert [column.leading for column in made] == [True, False]


def test_what_actions_say_and_no_column_shows_is_in_the_rest(start: Start) -> None:
    told = Action(id="a", title="A", due="May", cost="£5", details={"Why": "So"}, owners=["B"])
    made = columns(start, template=(Column(field="action"), Column(field="due")), actions=(told, Action(id="b", title="B")))
    assert [(column.field, column.rest, column.in_row, column.only_filled) for column in made[2:]] == [
        (field, True, True, True) for field in ("owners", "cost", "Why")
    ]


def test_unless_the_template_or_the_block_wants_no_more_than_its_columns(start: Start) -> None:
    told = (Action(id="a", title="A", due="May"),)
    assert headed(columns(start, actions=told, rest="none")) == [("action", "Action")]
    assert headed(columns(start, Column(field="action"), actions=told)) == [("action", "Action")]


def test_the_figures_of_actions_are_among_the_rest_in_all_their_forms(start: Start) -> None:
    made = columns(start, actions=(Action(id="a", title="A", figures=["f"]),))
    assert [field for field, _ in headed(made)] == ["action", "figures", "baseline", "target", "actual", "change"]


def test_updates_of_times_that_no_column_shows_are_among_the_rest(start: Start) -> None:
    quarters = Column(field="updates", heading="{when}", when=("Q1", "Q2"))
    actions = (Action(id="a", title="A", updates=[Update(text="x", when="May")]),)
    *_, last = columns(start, template=(Column(field="action"), quarters), actions=actions)
    assert (last.field, plain_text(last.heading), last.but, last.rest) == ("updates", "Updates", ("Q1", "Q2"), True)
