from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.compose.alignment import align_numbers
from cspdocs.compose.context import Context
from cspdocs.document.nodes import Paragraph, Row, Table
from cspdocs.values import evolve
from sheets import cell, row, table

Start = Callable[..., Context]
NUMBER = "Table Number"
TEXT = "Table Text"


def styles(line: Row) -> list[str]:
    """The styles of the cells of a row."""
    return [block.style for one in line.cells for block in one.content if isinstance(block, Paragraph)]


def column(*texts: str) -> Table:
    return table(*(row("a", text) for text in texts), header=("Figure", "Latest"))


def test_numbers_and_their_heading_have_styles_of_their_own(start: Start) -> None:
    aligned = align_numbers(column("1,204", "9"), start())
    assert styles(aligned.header[0]) == ["Table Heading", "Table Number Heading"]
    assert [styles(line) for line in aligned.rows] == [[TEXT, NUMBER]] * 2


@pytest.mark.parametrize(
    "texts",
    [
        ("12", "-3", "\u22125", "+4"),
        ("\u00a31.2m", "\u00a3950,000", "2 million"),
        ("75.9%", "12 per cent"),
        ("5", "\u2013"),
        ("5", "-", ""),
        ("5", "N/A", "n/a"),
        ("5", "No figure"),
        ("5", "no change"),
        ("5", "None yet"),
        ("5", "XX", "TBC"),
        ("5.6", "No new data published"),
        ("450", "6,932", "75.9% of 340 residents"),
    ],
)
def test_a_column_is_of_numbers_whatever_stands_where_there_is_none(texts: tuple[str, ...], start: Start) -> None:
    assert [styles(line)[1] for line in align_numbers(column(*texts), start()).rows] == [NUMBER] * len(texts)


@pytest.mark.parametrize(
    "texts",
    [
        ("2 schools", "3 schools"),
        ("12", "50% of cases", "Adoption of policy"),
        ("5.2 per 1,000", "4.8 per 1,000", "4"),
        ("+4 percentage points",),
        ("31 March 2025",),
        ("\u2013", "N/A"),
        ("", ""),
        (),
    ],
)
def test_a_column_of_words_is_text(texts: tuple[str, ...], start: Start) -> None:
    assert align_numbers(column(*texts), start()) == column(*texts)


def test_sums_and_their_heading_stand_below_what_they_sum(start: Start) -> None:
    total = evolve(row("Total", "12", style="Table Heading"), total=True)
    aligned = align_numbers(table(row("a", "12"), total), start())
    assert styles(aligned.rows[1]) == ["Table Heading", "Table Number Heading"]


@pytest.mark.parametrize("part", ["text", "header"])
def test_styles_that_a_template_gives_its_tables_stay(part: str, start: Start) -> None:
    context = start()
    sheet = context.template.sheet
    own = evolve(sheet, tables={**sheet.tables, "Table": evolve(sheet.tables["Table"], **{part: "Body"})})
    context = evolve(context, template=evolve(context.template, sheet=own))
    assert align_numbers(column("12"), context) == column("12")


def test_what_a_cell_says_beside_its_words_is_kept(start: Start) -> None:
    filled = evolve(cell("12", fill="#ffffff"), origin="figures/a/value")
    aligned = align_numbers(table(evolve(Row((cell("a"), filled)), origin="figures/a")), start())
    (kept,) = aligned.rows
    assert (kept.origin, kept.cells[1].origin, kept.cells[1].fill) == ("figures/a", "figures/a/value", "#ffffff")
