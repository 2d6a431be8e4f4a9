from __future__ import annotations

import re

import pytest
from attrs import evolve
from lxml import etree

from cspdocs.document.images import Image
from cspdocs.document.nodes import Cell, Figure, Grid, List, ListItem, Paragraph, Row, Table, Text
from cspdocs.units import mm

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def cell(text: str, style: str = "Table Text", **other) -> Cell:
    return Cell((Paragraph((Text(text),), style),), **other)


HEADER = Row((cell("Action", "Table Heading"), cell("Status", "Table Heading")))
ROW = Row((cell("Patrol the High Street"), cell("on track", fill="#c6e0b4")))


def table(*rows: Row, **other) -> Table:
    return Table((mm(60), mm(40)), other.pop("header", (HEADER,)), rows or (ROW,), **other)


def first_table(rendered) -> etree._Element:
    return rendered.tree().find(f".//{W}tbl")


def rows(rendered) -> list[etree._Element]:
    return first_table(rendered).findall(f"{W}tr")


def value(element: etree._Element, path: str, name: str = "val") -> str | None:
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(W + name)


def test_all_widths_agree(whole):
    for found in whole.tree().iter(f"{W}tbl"):
        columns = [int(column.get(f"{W}w")) for column in found.iter(f"{W}gridCol")]
        assert value(found, "tblPr/tblLayout", "type") == "fixed"
        assert int(value(found, "tblPr/tblW", "w")) == sum(columns)
        for row in found.findall(f"{W}tr"):
            at = 0
            for item in row.findall(f"{W}tc"):
                span = int(value(item, "tcPr/gridSpan") or 1)
                assert int(value(item, "tcPr/tcW", "w")) == sum(columns[at : at + span])
                at += span
            assert at == len(columns)


def test_header_rows_are_marked_and_repeated_where_the_style_says_so(render):
    rendered = render(table(ROW, ROW))

    repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows(rendered)]

    assert repeated == [True, False, False]
    assert value(first_table(rendered), "tblPr/tblLook", "firstRow") == "1"


def test_header_rows_are_marked_even_where_they_are_not_repeated(render):
    rendered = render(table(style="Review"))

    assert "<w:tblHeader/>" not in rendered.markup()
    assert value(first_table(rendered), "tblPr/tblLook", "firstRow") == "1"
    assert value(first_table(rendered), "tblPr/tblStyle") == "ReviewStyle"


def test_a_table_without_header_is_not_said_to_have_one(render):
    assert value(first_table(render(table(header=()))), "tblPr/tblLook", "firstRow") == "0"


def test_header_and_band_rows_stay_with_the_row_below(render):
    band = Row((cell("Anti-social behaviour", "Table Heading", span=2),), band=True)

    rendered = render(table(band, ROW))

    assert rendered.paragraphs("TableHeadingKept") == ["Action", "Status", "Anti-social behaviour"]
    assert "<w:keepNext/>" in rendered.style("TableHeadingKept")


def test_fills_are_those_of_the_cell_or_else_of_the_kind_of_row(render):
    band = Row((cell("Theme", span=2),), band=True)

    rendered = render(table(band, ROW))

    assert re.findall(r'<w:shd [^>]*w:fill="(\w+)"/>', rendered.markup()) == ["D9E2F3", "D9E2F3", "F2F2F2", "C6E0B4"]


def test_a_title_is_the_table_s_description(render):
    rendered = render(table(title='Actions & "owners"'))

    assert '<w:tblCaption w:val="Actions &amp; &quot;owners&quot;"/>' in rendered.markup()


def test_cells_are_aligned_as_the_style_says(render):
    assert render(table(style="Review")).markup().count('<w:vAlign w:val="center"/>') == 4
    assert "<w:vAlign" not in render(table()).markup()


def test_a_row_is_not_cut_between_pages(render):
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows(render(table())))


@pytest.mark.parametrize(
    "content",
    [
        Paragraph((Text("many words " * 1000),), "Table Text"),
        List(tuple(ListItem((Paragraph((Text("item"),)),)) for _ in range(60))),
        Figure(Image(b"", "png", 10, 100), mm(30), alt="high"),
    ],
    ids=["text", "list", "picture"],
)
def test_a_row_that_may_be_higher_than_a_page_may_be_cut(render, content):
    rendered = render(table(Row((Cell((content,)), cell("x")))))

    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows(rendered)] == [True, False]


def test_a_style_may_allow_all_rows_to_be_cut(render, sheet):
    tables = {**sheet.tables, "Table": evolve(sheet.tables["Table"], rows_break=True)}

    assert "<w:cantSplit/>" not in render(table(), styles=evolve(sheet, tables=tables)).markup()


def test_an_empty_cell_has_a_paragraph_in_the_style_of_the_others(render):
    rendered = render(table(Row((cell("x"), Cell(())))))

    assert rendered.paragraphs("TableText") == ["x", ""]


def test_a_cell_that_ends_in_a_table_has_a_paragraph_after_it(render):
    inner = Table((mm(20),), (), (Row((cell("inner"),)),))

    rendered = render(table(Row((Cell((inner,)), cell("x")))))

    outer = rows(rendered)[1].find(f"{W}tc")
    assert [child.tag.removeprefix(W) for child in outer] == ["tcPr", "tbl", "p"]


def test_text_that_ends_a_cell_has_no_space_below_it(render):
    text = Paragraph((Text("a"),))

    rendered = render(table(Row((Cell((text, text)), cell("x")))))

    assert rendered.paragraphs("Normal") == rendered.paragraphs("BodyLastinCell") == ["a"]


def test_a_table_inside_a_list_stands_as_far_in_as_its_text(render):
    listed = List((ListItem((Paragraph((Text("a"),)), table())),))

    assert value(first_table(render(listed)), "tblPr/tblInd", "w") == "360"


def test_a_grid_has_columns_of_equal_width_over_the_whole_page_and_no_header(render, sheet):
    rendered = render(Grid(tuple(cell(str(number), "Grid Text") for number in range(7)), columns=4))

    found = first_table(rendered)
    columns = [int(column.get(f"{W}w")) for column in found.iter(f"{W}gridCol")]

    assert sum(columns) == sheet.pages["Page"].text_width.twips
    assert max(columns) - min(columns) <= 1
    assert value(found, "tblPr/tblLook", "firstRow") == "0"
    assert "<w:tblHeader/>" not in rendered.markup()
    assert [len(row.findall(f"{W}tc")) for row in rows(rendered)] == [4, 4]
    assert rendered.paragraphs("GridText") == [*"0123456", ""]
