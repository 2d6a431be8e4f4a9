from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.context import Context
from cspdocs.compose.tables import compose_actions, compose_contact, compose_directory, compose_table
from cspdocs.document.nodes import Cell, Grid, Heading, Link, Paragraph, StatusMark, Table
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan import blocks
from cspdocs.plan.blocks import ActionTables, Directory
from cspdocs.plan.directory import Contact, Organisation
from cspdocs.plan.model import Action, Priority, Programme
from cspdocs.plan.status import Status
from cspdocs.units import Length, mm, pt

Start = Callable[..., Context]
ASB, DRUGS = Priority(id="asb", title="Anti-social behaviour"), Priority(id="drugs", title="Drugs")


def actions(context: Context, level: int = 2, **asked: Any) -> list[Any]:
    return list(compose_actions(ActionTables(**asked), level, "here", context))


def cells(table: Table) -> list[list[str]]:
    return [["\n".join(block_texts(cell.content)) for cell in row.cells] for row in table.rows]


def cell(start: Start, column: int, organisations: Any = (), statuses: Any = (), **fields: Any) -> Cell:
    """A cell of the table of one action."""
    action = Action(**{"id": "x", "title": "X", **fields})
    (table,) = actions(start(organisations=organisations, statuses=statuses, actions=[action]))
    return table.rows[0].cells[column]


def test_each_priority_with_actions_has_a_heading_and_a_table(start: Start) -> None:
    rows = [Action(id="1", title="Walk", priority="asb"), Action(id="2", title="Talk", priority="asb")]
    made = actions(start(priorities=[ASB, DRUGS], actions=rows))
    heading, table = made
    assert (plain_text(heading.content), heading.level, heading.anchor) == ("Anti-social behaviour", 2, "here-asb")
    assert [row[0] for row in cells(table)] == ["Walk", "Talk"]
    assert table.title == "Anti-social behaviour"


def test_what_a_priority_covers_is_printed_below_its_title_even_before_it_has_actions(start: Start) -> None:
    priorities = [Priority(id="asb", title="ASB", scope="Why **now**"), Priority(id="da", title="Abuse", scope="At home")]
    context = start(priorities=priorities, actions=[Action(id="asb-1", title="Patrol", priority="asb")])
    made = list(compose_actions(ActionTables(), 2, "plan", context))
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
    assert [row[0] for row in cells(made[-1])] == ["Stray", "None"]


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
    assert (table.title, [row[0] for row in cells(table)]) == ("Drugs", ["Talk"])


def test_this_years_and_last_years_tables_of_a_section_have_anchors_of_their_own(start: Start) -> None:
    rows = [Action(id="1", title="Walk", priority="asb")]
    context = start(priorities=[ASB], actions=rows, previous=Programme(priorities=[ASB], actions=rows))
    anchors = [actions(context, year=year)[0].anchor for year in ("previous", "current")]
    assert anchors == ["here-asb", "here-asb-2"]


def test_titles_are_printed_as_they_were_typed(start: Start) -> None:
    (table,) = actions(start(actions=[Action(id="1", title="**Walk** & <talk> [x](y)")]))
    assert cells(table)[0][0] == "**Walk** & <talk> [x](y)"


def test_owners_stand_below_one_another_under_the_names_they_print(start: Start) -> None:
    bodies = [Organisation(id="kp", name="Kent Police"), Organisation(id="tmbc", name="The Borough", short="TMBC")]
    owners = cell(start, 1, organisations=bodies, owners=["kp", "tmbc", "All partners"])
    assert list(block_texts(owners.content)) == ["Kent Police", "TMBC", "All partners"]


def test_a_status_is_a_word_with_its_mark_and_colour_whatever_its_case(start: Start) -> None:
    status = cell(start, 3, status="complete")
    assert status.content == (Paragraph((StatusMark("Complete", "\u25cf"),), "Status"),)
    assert status.fill == "#c9e7cb"


def test_a_status_may_bring_a_colour_of_its_own_or_none(start: Start) -> None:
    own = [Status(word="Red", colour="#FF0000", shape="square"), Status(word="Plain")]
    assert cell(start, 3, statuses=own, status="Red").fill == "#ff0000"
    assert cell(start, 3, statuses=own, status="Plain").fill == ""


def test_an_unknown_status_is_printed_as_it_is(start: Start) -> None:
    assert list(block_texts(cell(start, 3, status="Nearly").content)) == ["Nearly"]


def test_every_cell_has_a_paragraph_even_when_it_is_empty(start: Start) -> None:
    (table,) = actions(start(actions=[Action(id="1", title="")]))
    assert all(isinstance(cell.content[0], Paragraph) for cell in table.rows[0].cells)


def test_the_directory_shows_those_that_are_listed(start: Start) -> None:
    bodies = [
        Organisation(id="a", name="A", kind="statutory", note="Chairs"),
        Organisation(id="b", name="B"),
        Organisation(id="c", name="C", listed=False),
    ]
    (grid,) = compose_directory(Directory(), start(organisations=bodies))
    assert isinstance(grid, Grid)
    assert [list(block_texts(entry.content)) for entry in grid.entries] == [["A", "Chairs"], ["B"]]
    (some,) = compose_directory(Directory(kind="statutory"), start(organisations=bodies))
    assert len(some.entries) == 1
    assert list(compose_directory(Directory(kind="none"), start(organisations=bodies))) == []


@pytest.mark.parametrize(
    ("given", "printed", "target"),
    [
        ({"phone": "01732 844522"}, "Tel: 01732 844522", "tel:01732844522"),
        ({"phone": "by letter"}, "Tel: by letter", None),
        ({"email": "csp@tmbc.gov.uk"}, "Email: csp@tmbc.gov.uk", "mailto:csp@tmbc.gov.uk"),
        ({"email": "csp @ tmbc"}, "Email: csp @ tmbc", None),
        ({"web": "www.tmbc.gov.uk"}, "www.tmbc.gov.uk", "https://www.tmbc.gov.uk"),
        ({"web": "http://a.org/x"}, "http://a.org/x", "http://a.org/x"),
        ({"web": "https://a.org/two words"}, "https://a.org/two words", None),
        ({"web": "javascript://a.org/%0aalert(1)"}, "javascript://a.org/%0aalert(1)", None),
        ({"web": "file:///etc/passwd"}, "file:///etc/passwd", None),
        ({"address": ["1 High Street"]}, "1 High Street", None),
    ],
)
def test_each_way_to_reach_somebody_is_printed_and_linked_where_that_is_safe(
    start: Start, given: Any, printed: str, target: str | None
) -> None:
    (paragraph,) = compose_contact(Contact(name="CSP", **given), "Contact", "contact", start())
    assert plain_text(paragraph.content) == printed
    assert [node.target for node in paragraph.content if isinstance(node, Link)] == ([target] if target else [])


def test_a_table_of_the_plans_own_is_filled_up_to_its_widest_row(start: Start) -> None:
    asked = blocks.Table(title="In {title}", columns=["A", "B"], rows=[("1",), ("1", "**2**", "3")])
    caption, table = compose_table(asked, "sections/a/body/1", start())
    assert (plain_text(caption.content), caption.style, table.title) == ("In Plan", "Caption", "In Plan")
    assert len(table.header[0].cells) == len(table.widths) == 3
    assert cells(table) == [["1", "", ""], ["1", "2", "3"]]
    assert list(compose_table(blocks.Table(), "", start())) == []


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ([], [pt(100)] * 3),
        ([pt(150)], [pt(150), pt(75), pt(75)]),
        ([pt(300), pt(300), pt(300)], [pt(100)] * 3),
        ([pt(1000)], None),
        ([Length(0), pt(100), pt(100)], [pt(100)] * 3),
        ([mm(1)] * 9, [mm(1)] * 3),
    ],
)
def test_columns_share_what_the_page_has_and_never_more(start: Start, given: Any, made: Any) -> None:
    context = start()
    scale = context.page.text_width / pt(300)
    asked = blocks.Table(columns=["A", "B", "C"], widths=[Length(round(width * scale)) for width in given])
    (table,) = compose_table(asked, "", context)
    assert sum(table.widths) <= context.page.text_width + 3
    assert min(table.widths) > 0
    if made:
        assert table.widths == pytest.approx([width * scale for width in made], abs=5)
