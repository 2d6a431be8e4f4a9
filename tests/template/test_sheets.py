from __future__ import annotations

from pathlib import Path

from cspdocs.document.styles import BoxStyle, PageGeometry, Reference, Style, StyleSheet, TableStyle
from cspdocs.template.sheets import plan_sheet, summary_sheet
from cspdocs.template.template import load_template
from cspdocs.units import mm, pt

SHEET = StyleSheet(
    styles={
        "Body": Style(name="Body"),
        "Title": Style(name="Title", based_on="Body", size=pt(30)),
        "Summary Body": Style(name="Summary Body", based_on="Body", size=pt(10)),
        "Summary Vision": Style(name="Summary Vision", based_on="Summary Body", size=pt(14)),
    },
    tables={
        "Table": TableStyle(name="Table"),
        "Grid": TableStyle(name="Grid"),
        "Summary Grid": TableStyle(name="Summary Grid", based_on="Grid", band="Summary Vision", rule=pt(3)),
    },
    boxes={
        "Box": BoxStyle(name="Box"),
        "Summary Box": BoxStyle(name="Summary Box", based_on="Box", text="Summary Vision"),
    },
    pages={
        "Page": PageGeometry(name="Page", top=mm(30)),
        "Wide": PageGeometry(name="Wide", width=mm(297)),
        "Summary": PageGeometry(name="Summary", top=mm(15)),
    },
    fonts={},
    reference=Reference(Path("reference.docx"), b"<styles/>"),
)


def test_the_plan_has_no_looks_that_only_the_summary_has() -> None:
    sheet = plan_sheet(SHEET)
    assert list(sheet.styles) == ["Body", "Title"]
    assert list(sheet.tables) == ["Table", "Grid"]
    assert list(sheet.boxes) == ["Box"]
    assert list(sheet.pages) == ["Page", "Wide"]
    assert sheet.reference == SHEET.reference


def test_in_the_summary_its_own_looks_take_the_place_of_the_plans() -> None:
    sheet = summary_sheet(SHEET)
    assert sheet.styles["Body"] == Style(name="Body", size=pt(10))
    assert sheet.styles["Title"] is SHEET.styles["Title"]
    assert sheet.pages["Page"] == PageGeometry(name="Page", top=mm(15))
    assert sheet.tables["Grid"].rule == pt(3)
    assert all(not name.startswith("Summary") for look in (sheet.styles, sheet.tables, sheet.boxes) for name in look)


def test_looks_of_the_summary_name_one_another_as_they_are_called_there() -> None:
    sheet = summary_sheet(SHEET)
    assert sheet.tables["Grid"].band == sheet.boxes["Box"].text == "Vision"
    assert sheet.styles["Vision"].name == "Vision"
    assert all(look.based_on in ("", *sheet.styles) for look in sheet.styles.values())


def test_house_styles_of_a_long_document_are_not_for_the_summary() -> None:
    assert summary_sheet(SHEET).reference is None


def test_a_template_without_looks_for_the_summary_has_those_of_the_plan() -> None:
    plain = plan_sheet(SHEET)
    assert summary_sheet(plain).styles == plain.styles
    assert summary_sheet(plain).pages == plain.pages


def test_letters_of_the_summary_are_never_smaller_than_10_points_in_templates_that_come_with_cspdocs() -> None:
    for name in ("plain", "ashford", "tonbridge-malling", "tonbridge-malling-2014"):
        sheet = load_template(name).sheet
        own = [style for style in sheet.styles.values() if style.name.startswith("Summary ")]
        assert own
        assert min(style.size for style in own) >= pt(10)
        assert summary_sheet(sheet).pages["Page"].height == mm(297)
