from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.actions.listing import compose_actions
from cspdocs.compose.context import Context
from cspdocs.document.nodes import Heading, Paragraph, Table
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan.blocks import ActionTables, Column
from cspdocs.plan.directory import Organisation
from cspdocs.plan.governance import Group
from cspdocs.plan.model import Action, Plan, Priority, Programme, Section
from cspdocs.template.layouts import ActionLayout
from cspdocs.template.template import Template
from cspdocs.values import evolve
from rows import body, headings, outline

Start = Callable[..., Context]
ASB, DRUGS = Priority(id="asb", title="Anti-social behaviour"), Priority(id="drugs", title="Drugs")
HOMES = Priority(id="homes", title="In homes")
NOISE = Priority(id="noise", title="Noise", scope="At night", priorities=[HOMES, Priority(id="empty", title="Empty")])
NESTED = [Priority(id="asb", title="ASB", priorities=[NOISE, Priority(id="litter", title="Litter", kind="issue")]), DRUGS]
INSIDE = [
    Action(id="1", title="Walk", priority="asb"),
    Action(id="2", title="Knock", priority="homes"),
    Action(id="3", title="Listen", priority="noise"),
    Action(id="4", title="Sweep", priority="litter"),
    Action(id="5", title="Test", priority="drugs"),
    Action(id="6", title="Tell"),
]


def actions(context: Context, level: int = 2, **asked: Any) -> list[Any]:
    return list(compose_actions(ActionTables(**asked), level, "here", "sections/s/body/1", context))


def bands(table: Table) -> list[tuple[int, str]]:
    """Band or not, and the first words, of each row."""
    return [(row.band, body(table)[place][0]) for place, row in enumerate(table.rows)]


def laid_out(template: Template, **layout: Any) -> Context:
    """A context whose template sets this year's actions out in that way."""
    own = evolve(template, actions={**template.actions, "current": ActionLayout(year="current", **layout)})
    return Context.start(Plan(title="Plan", priorities=NESTED, actions=INSIDE), own)


def test_each_priority_with_actions_has_a_heading_and_a_table(start: Start) -> None:
    rows = [Action(id="1", title="Walk", priority="asb"), Action(id="2", title="Talk", priority="asb")]
    made = actions(start(priorities=[ASB, DRUGS], actions=rows))
    heading, table = made
    assert (plain_text(heading.content), heading.level, heading.anchor) == ("Anti-social behaviour", 2, "here-asb")
    assert [row[0] for row in body(table)] == ["Walk", "Talk"]
    assert table.title == "Anti-social behaviour"


def test_what_a_priority_covers_is_printed_below_its_title_even_before_it_has_actions(start: Start) -> None:
    priorities = [Priority(id="asb", title="ASB", scope="Why **now**"), Priority(id="da", title="Abuse", scope="At home")]
    context = start(priorities=priorities, actions=[Action(id="asb-1", title="Patrol", priority="asb")])
    made = actions(context)
    assert [type(block) for block in made] == [Heading, Paragraph, Table, Heading, Paragraph]
    assert list(block_texts(made))[1] == "Why now"
    assert made[1].origin == "priorities/asb/scope"
    assert made[4].origin == "priorities/da/scope"


def test_actions_of_no_known_priority_come_last_and_are_never_lost(start: Start) -> None:
    rows = [
        Action(id="1", title="Stray", priority="gone"),
        Action(id="2", title="None"),
        Action(id="3", title="A", priority="asb"),
    ]
    made = actions(start(priorities=[ASB], actions=rows))
    assert [plain_text(node.content) for node in made if isinstance(node, Heading)] == [
        "Anti-social behaviour",
        "Other actions",
    ]
    assert [row[0] for row in body(made[-1])] == ["Stray", "None"]


def test_without_priorities_there_is_a_table_and_no_heading(start: Start) -> None:
    (table,) = actions(start(actions=[Action(id="1", title="Walk")]))
    assert isinstance(table, Table)


def test_last_years_actions_stand_under_last_years_priorities(start: Start) -> None:
    old = Programme(
        priorities=[Priority(id="asb", title="Old title")], actions=[Action(id="1", title="Walked", priority="asb")]
    )
    context = start(priorities=[ASB], previous=old)
    heading, table = actions(context, year="previous")
    assert (plain_text(heading.content), heading.origin) == ("Old title", "previous/priorities/asb/title")
    assert table.rows[0].origin == "previous/actions/1"
    assert actions(start(priorities=[ASB]), year="previous") == []


def test_one_priority_alone_has_no_heading(start: Start) -> None:
    rows = [Action(id="1", title="Walk", priority="asb"), Action(id="2", title="Talk", priority="drugs")]
    (table,) = actions(start(priorities=[ASB, DRUGS], actions=rows), priority="drugs")
    assert (table.title, [row[0] for row in body(table)]) == ("Drugs", ["Talk"])


def test_this_years_and_last_years_tables_of_a_section_have_anchors_of_their_own(start: Start) -> None:
    rows = [Action(id="1", title="Walk", priority="asb")]
    context = start(priorities=[ASB], actions=rows, previous=Programme(priorities=[ASB], actions=rows))
    anchors = [actions(context, year=year)[0].anchor for year in ("previous", "current")]
    assert anchors == ["here-asb", "here-asb-2"]


def test_those_inside_a_priority_are_bands_and_sub_bands_of_its_table(start: Start) -> None:
    made = actions(start(priorities=NESTED, actions=INSIDE), groups="bands")
    assert [line for line in outline(made) if line.startswith("h")] == ["h2 ASB", "h2 Drugs", "h2 Other actions"]
    table = next(block for block in made if isinstance(block, Table))
    assert bands(table) == [
        *((0, "Walk"), (1, "Noise\nAt night"), (0, "Listen"), (2, "In homes"), (0, "Knock"), (1, "Litter"), (0, "Sweep"))
    ]


def test_or_they_have_headings_and_tables_of_their_own_as_deep_as_headings_go(start: Start) -> None:
    made = actions(start(priorities=NESTED, actions=INSIDE), groups="headings")
    assert outline(made) == [
        *("h2 ASB", "table of Walk", "h3 Noise", "At night", "table of Listen", "h3 In homes", "table of Knock"),
        *("h3 Litter", "table of Sweep", "h2 Drugs", "table of Test", "h2 Other actions", "table of Tell"),
    ]


def test_or_nothing_divides_them(start: Start) -> None:
    made = actions(start(priorities=NESTED, actions=INSIDE), groups="none", priority="asb")
    assert outline(made) == ["table of Walk, Listen, Knock, Sweep"]


def test_all_priorities_may_be_bands_of_one_table_that_is_called_as_the_section_is(start: Start) -> None:
    context = evolve(start(priorities=NESTED, actions=INSIDE), heading="Action plan")
    (table,) = actions(context, priorities="bands", groups="bands")
    assert bands(table) == [
        *((1, "ASB"), (0, "Walk"), (2, "Noise\nAt night"), (0, "Listen"), (3, "In homes"), (0, "Knock")),
        *((2, "Litter"), (0, "Sweep"), (1, "Drugs"), (0, "Test"), (1, "Other actions"), (0, "Tell")),
    ]
    assert table.title == "Action plan"
    assert [row.origin for row in table.rows if row.band] == [
        *("priorities/asb", "priorities/asb/priorities/noise", "priorities/asb/priorities/noise/priorities/homes"),
        *("priorities/asb/priorities/litter", "priorities/drugs", ""),
    ]


def test_a_band_has_the_anchor_that_its_heading_would_have(start: Start) -> None:
    (table,) = actions(start(priorities=NESTED, actions=INSIDE), priorities="bands")
    assert [row.cells[0].content[0].anchor for row in table.rows if row.band] == [
        *("here-asb", "here-noise", "here-homes", "here-litter", "here-drugs", "")
    ]


def test_undivided_those_of_no_group_come_first(start: Start) -> None:
    (table,) = actions(start(priorities=NESTED, actions=INSIDE), priorities="none", groups="bands")
    assert [text for _, text in bands(table)] == [
        *("Walk", "Test", "Tell", "Noise\nAt night", "Listen", "In homes", "Knock", "Litter", "Sweep")
    ]
    (table,) = actions(start(priorities=NESTED, actions=INSIDE), priorities="none", groups="none")
    assert [text for _, text in bands(table)] == ["Walk", "Listen", "Knock", "Sweep", "Test", "Tell"]


def test_without_priorities_a_common_table_has_no_bands(start: Start) -> None:
    (table,) = actions(start(actions=INSIDE[:2]), priorities="bands")
    assert bands(table) == [(0, "Walk"), (0, "Knock")]


def test_one_priority_is_shown_with_those_inside_it(start: Start) -> None:
    made = actions(start(priorities=NESTED, actions=INSIDE), priority="noise")
    assert outline(made) == ["table of Listen, In homes, Knock"]
    assert made[0].title == "Noise"


def test_a_priority_that_its_year_does_not_have_shows_the_actions_that_name_it(start: Start) -> None:
    made = actions(start(actions=[Action(id="1", title="Walk", priority="gone")]), priority="gone")
    assert outline(made) == ["table of Walk"]


def test_only_priorities_of_a_kind_may_be_asked_for(start: Start) -> None:
    context = start(priorities=NESTED, actions=INSIDE)
    assert outline(actions(context, kind="issue")) == ["h2 Litter", "table of Sweep"]
    assert actions(context, kind="theme") == []


def test_only_what_somebody_leads_may_be_asked_for_by_id_or_name(start: Start) -> None:
    council, board = Organisation(id="tc", name="The Council", short="TC"), Group(id="b", name="Board")
    led = [
        Action(id="1", title="Walk", priority="drugs", owners=["police", "tc"]),
        Action(id="2", title="Talk", owners=["THE COUNCIL"]),
        Action(id="3", title="Meet", priority="asb", owners=["b"]),
    ]
    priorities = [evolve(ASB, scope="Noise"), DRUGS]
    context = start(priorities=priorities, actions=led, organisations=[council], groups=[board])
    assert outline(actions(context, owner="tc")) == ["h2 Drugs", "table of Walk", "h2 Other actions", "table of Talk"]
    assert outline(actions(context, owner="board")) == ["h2 Anti-social behaviour", "Noise", "table of Meet"]
    assert actions(context, owner="nobody") == []


def test_in_a_list_headings_stand_in_place_of_bands(start: Start) -> None:
    made = actions(start(priorities=NESTED, actions=INSIDE), form="list", priorities="bands", priority="", kind="")
    assert outline(made) == [
        *("h2 ASB", "list of Walk", "h3 Noise", "At night", "list of Listen", "h3 In homes", "list of Knock"),
        *("h3 Litter", "list of Sweep", "h2 Drugs", "list of Test", "h2 Other actions", "list of Tell"),
    ]


def test_an_item_of_a_list_says_who_leads_and_by_when_in_words(start: Start) -> None:
    led = Action(id="1", title="Walk", owners=["A", "B", "C"], due="May 2026", update="Begun.")
    (made,) = actions(start(actions=[led]), form="list")
    assert list(block_texts((made,))) == ["Walk", "Owner/lead agency: A, B and C", "Update: Begun.", "By when: May 2026"]


def test_the_template_says_how_the_actions_of_a_year_are_set_out(template: Template) -> None:
    columns = [Column(field="number", heading="No."), Column(field="action")]
    context = laid_out(template, columns=columns, priorities="bands", groups="none")
    (table,) = actions(context)
    assert headings(table) == ["No.", "Action"]
    assert [row for row in body(table) if len(row) > 1] == [
        *(["1.1", "Walk"], ["1.3", "Listen"], ["1.2", "Knock"], ["1.4", "Sweep"], ["2.1", "Test"], ["3.1", "Tell"])
    ]
    (bullets,) = actions(laid_out(template, columns=columns, priorities="none", groups="none", form="list"))
    assert next(block_texts((bullets,))) == "1.1 Walk"


def test_numbers_do_not_depend_on_which_actions_are_shown(start: Start) -> None:
    context = start(priorities=NESTED, actions=INSIDE)
    (table,) = actions(context, priority="homes", columns=[Column(field="number"), Column(field="action")])
    assert body(table) == [["1.2", "Knock"]]


def test_tables_of_one_block_have_the_same_widths(start: Start) -> None:
    long = Action(id="1", title="Walk the streets of the town. " * 9, priority="asb")
    rows = [long, Action(id="2", title="Test", priority="drugs")]
    columns = [Column(field="action"), Column(field="owners"), Column(field="due")]
    made = actions(start(priorities=[ASB, DRUGS], actions=rows), columns=columns)
    one, two = (block for block in made if isinstance(block, Table))
    assert one.widths == two.widths


def test_last_years_actions_may_name_priorities_that_stayed_the_same(start: Start) -> None:
    walked, left = Action(id="1", title="Walked", priority="homes"), Action(id="2", title="Left", priority="old")
    before = Programme(actions=[walked, left])
    made = actions(start(priorities=NESTED, previous=before), year="previous", groups="headings")
    assert outline(made) == ["h2 ASB", "h3 Noise", "h3 In homes", "table of Walked", "h2 Other actions", "table of Left"]


def test_all_that_is_said_of_a_priority_stands_before_its_actions_once(start: Start) -> None:
    told = evolve(DRUGS, scope="All kinds", why="They kill.", aims=["Fewer deaths"], owners=["Police"])
    context = start(priorities=[told], actions=[Action(id="1", title="Test", priority="drugs")])
    assert outline(actions(context)) == [
        *("h2 Drugs", "All kinds", "Lead: Police", "h3 Why this is a priority", "They kill.", "h3 Our aims"),
        *("list of Fewer deaths", "table of Test"),
    ]
    assert outline(actions(context)) == ["h2 Drugs", "All kinds", "table of Test"]


def test_below_a_band_it_stands_in_rows(start: Start) -> None:
    told = evolve(DRUGS, why="They kill.", owners=["Police"])
    context = start(priorities=[told], actions=[Action(id="1", title="Test", priority="drugs")])
    (table,) = actions(context, priorities="bands")
    assert [row[0] for row in body(table)] == ["Drugs", "Lead: Police", "Why this is a priority\nThey kill.", "Test"]
    assert [row.joined for row in table.rows] == [False, True, True, False]


@pytest.mark.parametrize("asked", [{"owner": "A"}, {}])
def test_not_where_a_section_of_the_priority_says_it_or_one_body_is_asked_for(start: Start, asked: dict[str, str]) -> None:
    told = evolve(DRUGS, why="They kill.")
    sections = [] if asked else [Section(id="s", kind="priority", priority="drugs")]
    rows = [Action(id="1", title="Test", priority="drugs", owners=["A"])]
    context = start(priorities=[told], actions=rows, sections=sections)
    assert outline(actions(context, **asked)) == ["h2 Drugs", "table of Test"]


def test_a_priority_without_actions_is_shown_where_something_is_said_of_it(start: Start) -> None:
    assert outline(actions(start(priorities=[DRUGS, evolve(ASB, why="Noise.")]))) == [
        *("h2 Anti-social behaviour", "h3 Why this is a priority", "Noise.")
    ]


def test_a_number_that_a_priority_is_given_stands_before_its_title(start: Start) -> None:
    named = evolve(DRUGS, number="Priority 2")
    context = start(priorities=[named], actions=[Action(id="1", title="Test", priority="drugs")])
    assert outline(actions(context))[0] == "h2 Priority 2 Drugs"
