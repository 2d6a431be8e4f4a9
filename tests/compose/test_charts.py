from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.charts import chart_look, compose_chart
from cspdocs.compose.context import Context
from cspdocs.document.drawing import Drawing, Polyline
from cspdocs.document.nodes import Figure, Paragraph, Table
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan.blocks import Chart
from cspdocs.plan.measures import Measure
from cspdocs.units import pt

Start = Callable[..., Context]

SERIES = (
    Measure(id="asb", label="ASB", series={"2022/23": "300", "2023/24": "328", "2024/25": "429"}),
    Measure(id="theft", label="Theft", area="Vale", series={"2023/24": "XX", "2024/25": "1,024"}),
)
NOW = (
    Measure(id="a", label="Burglary", value="12", previous="15"),
    Measure(id="b", label="Theft", value="40"),
)


def made(context: Context, *figures: str, **fields: Any) -> list[Any]:
    return list(compose_chart(Chart(figures=figures, **fields), "sections/a/body/1", context))


def rows(table: Table) -> list[list[str]]:
    return [[" ".join(block_texts(cell.content)) for cell in row.cells] for row in (*table.header, *table.rows)]


def test_a_chart_has_its_title_its_caption_and_its_numbers_in_a_table(start: Start) -> None:
    context = start(figures=SERIES)
    title, figure, table = made(context, "asb", "theft", form="line", title="Crime in {title}", caption="*All* of it")
    assert title == Paragraph(title.content, "Table Title")
    assert plain_text(title.content) == "Crime in Plan"
    assert isinstance(figure, Figure)
    assert isinstance(figure.image, Drawing)
    assert figure.width == pt(figure.image.width)
    assert plain_text(figure.caption) == "All of it"
    assert table.title == "Crime in Plan: the figures"
    assert rows(table) == [
        ["Figure", "2022/23", "2023/24", "2024/25"],
        ["ASB", "300", "328", "429"],
        ["Theft", "\u2013", "XX", "1,024"],
    ]


def test_figures_of_one_name_are_told_apart_in_the_table_by_where_they_are_counted(start: Start) -> None:
    town = Measure(id="town", label="Theft", area="Town", series={"2024/25": "4"})
    (*_, table) = made(start(figures=[SERIES[1], town]), "theft", "town", form="line", periods=("2024/25",))
    assert rows(table) == [["Figure", "Area", "2024/25"], ["Theft", "Vale", "1,024"], ["Theft", "Town", "4"]]


def test_the_description_has_every_value_as_it_is_printed(start: Start) -> None:
    figure = made(start(figures=SERIES), "asb", "theft", form="line")[0]
    assert figure.alt == (
        "Line chart: ASB, Theft, Vale. ASB: 300 in 2022/23, 328 in 2023/24 and 429 in 2024/25. "
        "Theft, Vale: XX in 2023/24 and 1,024 in 2024/25."
    )


def test_a_description_of_the_plans_own_goes_before_it(start: Start) -> None:
    assert made(start(figures=SERIES), "asb", alt="Up in {title}")[0].alt == "Up in Plan"


def test_of_very_many_values_those_at_both_ends_are_told(start: Start) -> None:
    measure = Measure(id="m", label="M", series={str(year): str(year % 100) for year in range(1990, 2025)})
    assert made(start(figures=[measure]), "m")[0].alt == "Bar chart: M. M: 90 in 1990 and 24 in 2024."


def test_only_the_periods_asked_for_are_drawn_and_in_the_table(start: Start) -> None:
    figure, table = made(start(figures=SERIES), "asb", periods=["2024/25", "2022/23"])
    assert rows(table)[0] == ["Figure", "2022/23", "2024/25"]
    assert "2023/24" not in figure.image.labels


def test_figures_without_a_series_stand_side_by_side_before_and_now(start: Start) -> None:
    figure, table = made(start(figures=NOW), "a", "b")
    assert figure.alt == "Bar chart: Burglary, Theft. Burglary: 15 (Previous) and 12 (Latest). Theft: 40 (Latest)."
    assert rows(table) == [["Figure", "Previous", "Latest"], ["Burglary", "15", "12"], ["Theft", "\u2013", "40"]]
    figure, table = made(start(figures=NOW), "b")
    assert figure.alt == "Bar chart: Theft. Theft: 40."
    assert rows(table) == [["Figure", "Latest"], ["Theft", "40"]]


def test_a_figure_without_a_series_cannot_be_drawn_beside_one_that_has_it(start: Start) -> None:
    context = start(figures=(*SERIES, *NOW))
    _, table = made(context, "asb", "b")
    assert rows(table)[1:] == [["ASB", "300", "328", "429"]]
    assert [(finding.code, finding.path) for finding in context.findings] == [("no-series", "sections/a/body/1")]


def test_what_is_no_number_is_told_in_a_table_alone(start: Start) -> None:
    context = start(figures=[Measure(id="w", label="Words", value="many")])
    (table,) = made(context, "w", table=False)
    assert rows(table) == [["Figure", "Latest"], ["Words", "many"]]
    assert [finding.code for finding in context.findings] == ["no-numbers"]


def test_the_table_may_be_left_out_and_an_unknown_figure_is_nothing(start: Start) -> None:
    (figure,) = made(start(figures=SERIES), "asb", table=False)
    assert isinstance(figure, Figure)
    assert made(start(figures=SERIES), "gone") == []


def test_a_chart_is_as_wide_as_its_page_in_the_colours_of_the_template(start: Start) -> None:
    context = start(figures=SERIES)
    look = chart_look(0.5, context)
    assert (look.width, look.height) == (context.page.text_width.pt, context.page.text_height.pt / 2)
    figure = made(context, "asb", form="line")[0]
    assert context.template.chart_colours[0] in {
        shape.stroke for shape in figure.image.shapes if isinstance(shape, Polyline)
    }


@pytest.mark.parametrize(("values", "unit"), [(("5%", "7%"), "%"), (("\u00a35", "\u00a37"), "\u00a3"), (("5", "7"), "")])
def test_the_axis_has_the_unit_that_all_figures_share(start: Start, values: tuple[str, str], unit: str) -> None:
    measure = Measure(id="m", label="M", series=dict(zip(("2023/24", "2024/25"), values, strict=True)))
    labels = made(start(figures=[measure]), "m", form="line")[0].image.labels
    assert {"%": "0%", "\u00a3": "\u00a30", "": "0"}[unit] in labels
