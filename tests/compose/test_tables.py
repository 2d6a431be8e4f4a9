from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.context import Context
from cspdocs.compose.tables import compose_table
from cspdocs.document.nodes import Link, Paragraph
from cspdocs.document.walk import plain_text
from cspdocs.plan import blocks
from cspdocs.plan.measures import Measure
from cspdocs.units import Length, mm, pt
from rows import body, texts

Start = Callable[..., Context]
HERE = "sections/a/body/1"


def compose(context: Context, **fields: Any) -> list[Any]:
    return list(compose_table(blocks.Table(**fields), HERE, context))


def test_a_table_of_the_plans_own_is_filled_up_to_its_widest_row(start: Start) -> None:
    caption, table = compose(start(), title="In {title}", columns=["A", "B"], rows=[("1", ""), ("1", "**2**", "3")])
    assert (plain_text(caption.content), caption.style, table.title) == ("In Plan", "Table Title", "In Plan")
    assert len(table.header[0].cells) == len(table.widths) == 3
    assert body(table) == [["1", "\u2013", "\u2013"], ["1", "2", "3"]]
    assert table.rows[1].cells[1].content[0].origin == f"{HERE}/rows/2/2"
    assert compose(start()) == []


def test_each_row_can_be_told_by_where_it_stands_in_the_plan(start: Start) -> None:
    (table,) = compose(start(), columns=["A", "B"], rows=[("1", "2"), ("Band",)])
    assert [row.origin for row in table.rows] == [f"{HERE}/rows/1", f"{HERE}/rows/2"]


def test_a_text_alone_is_a_band_across_all_columns(start: Start) -> None:
    (table,) = compose(start(), columns=["A", "B"], rows=[("Town",), ("*North*",), ("1", "2")])
    assert [(row.band, [cell.span for cell in row.cells]) for row in table.rows] == [(1, [2]), (2, [2]), (0, [1, 1])]
    assert table.rows[0].cells[0].content[0].style == "Table Heading"


def test_a_text_alone_that_no_heading_would_be_is_a_row_across_all_columns(start: Start) -> None:
    (table,) = compose(start(), columns=["A", "B"], rows=[("Progress:\n\n- one\n- two",)])
    (row,) = table.rows
    assert (row.band, row.cells[0].span, texts(row)) == (0, 2, ["Progress:\none\ntwo"])
    assert row.cells[0].content[0].style == "Table Text"


def test_in_a_table_of_one_column_no_row_is_a_band(start: Start) -> None:
    (table,) = compose(start(), columns=["A"], rows=[("1",), ("2",)])
    assert [row.band for row in table.rows] == [0, 0]


def test_columns_that_ask_for_it_are_summed_in_a_last_row(start: Start) -> None:
    rows = [("Outreach", "£12,000", "3"), ("Of the council",), ("Mediation", "£8,500.50", ""), ("Talks", "", "2")]
    (table,) = compose(start(), columns=["Project", "Amount", "Staff"], rows=rows, totals=["Amount", "Staff"])
    assert table.rows[-1].total
    assert texts(table.rows[-1]) == ["Total", "£20,500.50", "5"]


def test_figures_that_are_quoted_are_summed_too(start: Start) -> None:
    context = start(figures=[Measure(id="grant", value="£1.2m")])
    rows = [("A", "{grant}"), ("B", "**£0.3m**")]
    (table,) = compose(context, columns=["Project", "Amount"], rows=rows, totals=["Amount"])
    assert texts(table.rows[-1]) == ["Total", "£1.5m"]


@pytest.mark.parametrize(
    ("figures", "path", "message"),
    [
        (["£5", "about £7"], f"{HERE}/rows/2/2", '"about £7" is no number, so that the column "Amount" has no total'),
        (["£5", "7%"], f"{HERE}/rows/1/2", 'the column "Amount" has no total: its figures count different things'),
    ],
)
def test_a_column_that_cannot_be_summed_has_no_total_and_it_is_said_why(
    start: Start, figures: list[str], path: str, message: str
) -> None:
    context = start()
    (table,) = compose(context, columns=["Of", "Amount"], rows=[("x", figure) for figure in figures], totals=["Amount"])
    assert texts(table.rows[-1]) == ["Total", "\u2013"]
    assert [(found.code, found.path, found.message) for found in context.findings] == [("total", path, message)]


def test_a_sum_of_nothing_is_blank_and_no_fault(start: Start) -> None:
    context = start()
    (table,) = compose(context, columns=["Of", "Amount"], rows=[("x", "")], totals=["Amount"])
    assert texts(table.rows[-1]) == ["Total", "\u2013"]
    assert context.findings == []


def test_below_a_table_stands_its_note(start: Start) -> None:
    _, note = compose(start(), columns=["A"], rows=[("1",)], note="Paid *late*.")
    assert (plain_text(note.content), note.style, note.origin) == ("Paid late.", "Table Note", f"{HERE}/note")


def test_a_note_in_a_title_is_marked_there_and_not_told_to_screen_readers(start: Start) -> None:
    title, table = compose(start(), title="Projects^[To be confirmed.]", columns=["A"], rows=[("1",)])
    assert isinstance(title, Paragraph)
    assert [type(node) for node in title.content][-1] is Link
    assert table.title == "Projects"


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ([], [pt(100)] * 3),
        ([pt(150)], [pt(150), pt(75), pt(75)]),
        ([pt(300), pt(300), pt(300)], [pt(100)] * 3),
        ([pt(1000)], None),
        ([Length(0), pt(100), pt(100)], [pt(100)] * 3),
        ([pt(-20), pt(100), pt(100)], [pt(100)] * 3),
        ([mm(1)] * 9, [mm(1)] * 3),
    ],
)
def test_columns_share_what_the_page_has_and_never_more(start: Start, given: Any, made: Any) -> None:
    context = start()
    scale = context.page.text_width / pt(300)
    widths = [Length(round(width * scale)) for width in given]
    (table,) = compose(context, columns=["A", "B", "C"], widths=widths)
    assert sum(table.widths) <= context.page.text_width + 3
    assert min(table.widths) > 0
    if made:
        assert table.widths == pytest.approx([width * scale for width in made], abs=5)
