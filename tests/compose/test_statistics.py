from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.context import Context
from cspdocs.compose.statistics import compose_statistics, compose_tally, periods_of
from cspdocs.document.nodes import Paragraph, StatusMark, Table, Value
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan.blocks import Statistics, Tally
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Action, Programme
from cspdocs.plan.status import Status
from cspdocs.template.layouts import RegisterLayout
from cspdocs.values import evolve

Start = Callable[..., Context]


def made(context: Context, *figures: str, **fields: Any) -> list[Any]:
    return list(compose_statistics(Statistics(figures=figures, **fields), "sections/a/body/1", context))


def rows(table: Table) -> list[list[str]]:
    return [[" ".join(block_texts(cell.content)) for cell in row.cells] for row in (*table.header, *table.rows)]


def styles(table: Table) -> list[list[str]]:
    """The styles of the cells of each row, the headings first."""
    return [[block.style for cell in row.cells for block in cell.content] for row in (*table.header, *table.rows)]


def cell(context: Context, measure: Measure, field: str) -> str:
    """What stands under a column for a figure."""
    context.names.figures[measure.id] = measure
    table = made(context, measure.id, columns=["label", field])[0]
    assert isinstance(table, Table)
    return rows(table)[1][1]


def test_all_figures_that_have_a_label_stand_below_one_another(start: Start) -> None:
    figures = [Measure(id="a", label="Burglary", value="12", previous="15"), Measure(id="b", value="3")]
    (table,) = made(start(figures=figures))
    assert rows(table) == [
        ["Figure", "Previous", "Latest", "Change", "Change in %"],
        ["Burglary", "15", "12", "\u22123", "\u221220%"],
    ]
    assert table.title == "Figures"


def test_numbers_stand_at_the_right_below_their_headings(start: Start) -> None:
    figures = [
        Measure(id="a", label="Burglary", value="12", target="10"),
        Measure(id="b", label="Policy", target="Adoption"),
        Measure(id="c", label="Schools", target="All of them"),
    ]
    (table,) = made(start(figures=figures), columns=["label", "target", "value"])
    assert styles(table)[0] == ["Table Heading", "Table Heading", "Table Number Heading"]
    assert styles(table)[1:] == [["Table Text", "Table Text", "Table Number"]] * 3


def test_figures_and_columns_may_be_chosen_and_a_title_given(start: Start) -> None:
    figures = [Measure(id="a", value="12"), Measure(id="safe-streets", value="3", target="3")]
    title, table = made(start(figures=figures), "safe-streets", title="Crime", columns=["label", "target", "value"])
    assert title == Paragraph(title.content, "Table Title")
    assert rows(table) == [["Figure", "Target", "Latest"], ["Safe streets", "3", "3"]]
    assert table.title == "Crime"


def test_a_series_has_a_column_for_each_period_in_place_of_its_last_values(start: Start) -> None:
    figures = [
        Measure(id="a", label="A", series={"2023/24": "5", "2024/25": "4"}),
        Measure(id="b", label="B", series={"2022/23": "9", "2024/25": "9"}, target="8", good="down"),
    ]
    (table,) = made(start(figures=figures))
    periods = ["2022/23", "2023/24", "2024/25"]
    assert rows(table)[0] == ["Figure", *periods, "Target", "Change", "Change in %", "Status"]
    assert rows(table)[2] == ["B", "9", "\u2013", "9", "8", "no change", "0%", "\u25a0\u00a0Target missed"]


def test_a_period_of_a_series_may_be_a_column_of_its_own(start: Start) -> None:
    figures = [Measure(id="a", label="A", value="7", series={"2023/24": "5", "2024/25": "4"})]
    (table,) = made(start(figures=figures), columns=["label", "2023/24", "value"])
    assert rows(table) == [["Figure", "2023/24", "Latest"], ["A", "5", "7"]]


def test_periods_come_in_the_order_of_time_where_they_are_known(start: Start) -> None:
    one = Measure(id="a", series={"2024/25": "1", "2022/23": "2"})
    other = Measure(id="b", series={"2023/24": "1"})
    assert periods_of([one, other]) == ("2022/23", "2023/24", "2024/25")
    assert periods_of([one, Measure(id="c", series={"Q1": "3"})]) == ("2024/25", "2022/23", "Q1")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": "12", "previous": "10", "good": "up"}, "+2, better"),
        ({"value": "12", "previous": "10", "good": "down"}, "+2, worse"),
        ({"value": "8", "previous": "10", "good": "down"}, "\u22122, better"),
        ({"value": "12", "previous": "10"}, "+2"),
        ({"value": "10", "previous": "10", "good": "up"}, "no change"),
        ({"value": "many", "previous": "10", "good": "up"}, "\u2013"),
    ],
)
def test_a_change_is_told_with_its_sign_and_whether_it_is_for_the_better(
    start: Start, fields: dict[str, Any], said: str
) -> None:
    assert cell(start(), Measure(id="m", label="M", **fields), "signed") == said
    (table,) = made(start(figures=[Measure(id="m", label="M", **fields)]), columns=["signed", "percent"])
    assert "better" not in rows(table)[1][1]
    assert "worse" not in rows(table)[1][1]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": "12"}, "12"),
        ({"value": "75%", "base": "340 residents"}, "75% of 340 residents"),
        ({"reason": "no new data published"}, "no new data published"),
        ({"target": "5"}, "No figure"),
        ({"series": {"2023/24": "3", "2024/25": "4"}}, "4"),
    ],
)
def test_a_figure_says_what_it_is_a_share_of_or_why_there_is_none(start: Start, fields: dict[str, Any], said: str) -> None:
    assert cell(start(), Measure(id="m", label="M", **fields), "value") == said


def test_the_base_has_a_column_or_stands_with_the_figure_and_so_has_the_unit(start: Start) -> None:
    measure = Measure(id="m", label="M", value="5.2", base="340", unit="per 1,000")
    (table,) = made(start(figures=[measure]), columns=["label", "value"])
    assert rows(table)[1] == ["M (per 1,000)", "5.2 of 340"]
    (table,) = made(start(figures=[measure]), columns=["label", "value", "base", "unit"])
    assert rows(table)[1] == ["M", "5.2", "340", "per 1,000"]


def test_a_standing_has_its_word_its_shape_and_its_colour(start: Start) -> None:
    context = start(figures=[Measure(id="m", label="M", value="9", target="8", good="up")])
    (table,) = made(context, columns=["label", "standing"])
    found = table.rows[0].cells[1]
    met = context.template.standings["met"]
    assert found.content[0].content == (StatusMark(met.word, met.mark),)
    assert found.content[0].style == "Status"
    assert found.fill == context.template.colour(met.colour)


def test_each_typed_figure_is_the_field_in_which_it_was_typed(start: Start) -> None:
    figures = [
        Measure(id="a", label="A", value="2", previous="1", target="3", series={"2024/25": "2"}),
        Measure(id="b", label="B", series={"2023/24": "7", "2024/25": "8"}),
    ]
    (table,) = made(start(figures=figures), columns=["label", "previous", "value", "2024/25", "percent"])
    origins = [[one.content[0].origin for one in row.cells[1:]] for row in table.rows]
    assert origins == [
        ["figures/a/previous", "figures/a/value", "figures/a/series/2024/25", ""],
        ["figures/b/series/2023/24", "figures/b/series/2024/25", "figures/b/series/2024/25", ""],
    ]
    assert isinstance(table.rows[0].cells[0].content[0].content[0], Value)


def test_what_holds_for_all_figures_is_noted_once_and_else_after_their_names(start: Start) -> None:
    one = Measure(id="a", label="A", value="1", as_at="31 March", source="Police", note="New rules.")
    other = Measure(id="b", label="B", value="2", as_at="31 March", source="Council")
    (_, note) = made(start(figures=[one, other]), columns=["label", "value"])
    assert note.style == "Table Note"
    assert plain_text(note.content) == "As at 31 March. A: Source: Police. New rules. B: Source: Council."
    (table,) = made(start(figures=[other]), columns=["label", "as-at", "source"])
    assert rows(table)[1] == ["B", "31 March", "Council"]


def test_notes_tell_figures_of_one_name_apart_by_where_they_are_counted(start: Start) -> None:
    town = Measure(id="a", label="Theft", area="Town", value="1", source="Police")
    county = Measure(id="b", label="Theft", area="The county", value="2")
    (_, note) = made(start(figures=[town, county]), columns=["label", "area", "value"])
    assert plain_text(note.content) == "Theft, Town: Source: Police."


def test_a_template_may_print_figures_as_a_list(start: Start) -> None:
    context = start(figures=[Measure(id="a", label="A", value="12", previous="15")])
    registers = dict(context.template.registers)
    registers["statistics"] = evolve(registers["statistics"], form="list")
    context = evolve(context, template=evolve(context.template, registers=registers))
    (listed,) = made(context)
    assert list(block_texts([listed])) == ["A", "Previous: 15; Latest: 12; Change: \u22123; Change in %: \u221220%"]


def test_without_figures_there_is_no_table(start: Start) -> None:
    assert made(start()) == []
    assert made(start(figures=[Measure(id="a", value="1")])) == []
    assert made(start(), "gone") == []


def tallied(context: Context, **fields: Any) -> list[Any]:
    return list(compose_tally(Tally(**fields), "sections/a/body/1", context))


def test_actions_are_counted_by_status_in_the_order_of_the_vocabulary(start: Start) -> None:
    statuses = [Status(word="Done", colour="green"), Status(word="Late"), Status(word="Unused")]
    words = ["late", "Done", "", "Late", "?"]
    actions = [Action(id=str(number), title="T", status=word) for number, word in enumerate(words)]
    title, table = tallied(start(statuses=statuses, actions=actions))
    assert plain_text(title.content) == "Actions by status"
    assert rows(table) == [
        ["Status", "Actions", "Share"],
        ["\u25cf\u00a0Done", "1", "20%"],
        ["\u25cf\u00a0Late", "2", "40%"],
        ["?", "1", "20%"],
        ["None yet", "1", "20%"],
        ["Total", "5", "100%"],
    ]
    assert [row.total for row in table.rows] == [False] * 4 + [True]
    assert table.rows[0].cells[0].fill
    assert styles(table)[0] == ["Table Heading", "Table Number Heading", "Table Number Heading"]
    assert styles(table)[-2:] == [
        ["Table Text", "Table Number", "Table Number"],
        ["Table Heading", "Table Number Heading", "Table Number Heading"],
    ]


def test_last_years_actions_are_counted_by_themselves(start: Start) -> None:
    previous = Programme(actions=[Action(id="a", title="A", status="Complete")])
    _, table = tallied(start(actions=[], previous=previous), year="previous")
    assert rows(table)[-1] == ["Total", "1", "100%"]
    assert tallied(start(actions=[])) == []
    assert tallied(start(actions=[]), year="previous") == []


def test_a_tally_may_be_a_list_with_columns_of_the_templates_own(start: Start) -> None:
    context = start(actions=[Action(id="a", title="A", status="Complete")])
    layout = context.template.registers["tally"]
    listed = RegisterLayout(register="tally", form="list", columns=layout.columns[:2])
    context = evolve(context, template=evolve(context.template, registers={**context.template.registers, "tally": listed}))
    _, made_list = tallied(context)
    assert list(block_texts([made_list])) == ["\u25cf\u00a0Complete", "Actions: 1"]
