from __future__ import annotations

import pytest

from cspdocs.document.styles import REQUIRED_STYLES, PageGeometry, Style, TableStyle
from cspdocs.template.template import load_template
from cspdocs.units import mm, pt
from sheets import ARIMO, make_sheet


@pytest.mark.parametrize(
    ("bold", "italic", "name"),
    [(False, False, "Regular"), (True, False, "Bold"), (False, True, "Italic"), (True, True, "BoldItalic")],
)
def test_a_family_has_a_file_for_each_face(bold: bool, italic: bool, name: str) -> None:
    assert ARIMO.face(bold=bold, italic=italic).name == f"Arimo-{name}.ttf"


def test_the_text_of_a_page_stands_between_its_margins() -> None:
    page = PageGeometry(name="Page", width=mm(297), height=mm(210), left=mm(20), right=mm(30), top=mm(25), bottom=mm(15))
    assert (page.text_width, page.text_height) == (mm(247), mm(170))


def test_a_page_is_a4_upright_where_nothing_else_is_said() -> None:
    page = PageGeometry(name="Page")
    assert (page.width, page.height, page.landscape) == (mm(210), mm(297), False)
    assert PageGeometry(name="Page", width=mm(297), height=mm(210)).landscape


def test_text_is_12_point_in_black_and_never_leaves_a_line_alone_where_nothing_else_is_said() -> None:
    style = Style(name="Body")
    assert (style.size, style.colour, style.widow_control) == (pt(12), "#000000", True)
    table = TableStyle(name="Table")
    assert (table.repeat_header, table.rows_break) == (True, False)


def test_the_shipped_template_has_every_style_that_documents_use() -> None:
    sheet = load_template("tonbridge-malling").sheet
    assert set(REQUIRED_STYLES) <= set(sheet.styles)
    assert {"Table", "Grid"} <= set(sheet.tables)
    assert all(name == style.name for name, style in sheet.styles.items())


def test_the_sheet_of_these_tests_has_every_style_that_documents_use() -> None:
    sheet = make_sheet()
    assert set(REQUIRED_STYLES) <= set(sheet.styles)
    assert all(table.text in sheet.styles and table.header in sheet.styles for table in sheet.tables.values())
