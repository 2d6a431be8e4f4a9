"""Does everything in a template fit together?"""

from __future__ import annotations

from typing import Final, get_args

from cspdocs.document.styles import StyleSheet
from cspdocs.plan.blocks import Year
from cspdocs.plan.model import SectionKind
from cspdocs.template.findings import TemplateFindings
from cspdocs.template.rules import Tables, Wording
from cspdocs.units import mm

_LEAST_TEXT: Final = mm(50)
COLUMN_FIELDS: Final = ("action", "owners", "update", "status")
"""What a column of an action table can show."""


def check_names(sheet: StyleSheet, tables: Tables, findings: TemplateFindings) -> None:
    """Notes every page, typeface, style and table style that is named but not there."""
    if "Page" not in sheet.pages:
        findings.report("template.yaml", "pages", 'there is no geometry "Page"', 'call one of them "Page"')
    # A name is inherited by the styles below; once is enough.
    fonts = {style.font: style.name for style in reversed(list(sheet.styles.values()))}
    for role, family in sheet.fonts.items():
        for fallback in family.fallbacks:
            if fallback not in sheet.fonts:
                findings.unknown("typeface", fallback, sheet.fonts, "template.yaml", f"fonts/{role}/fallbacks")
    for font, name in fonts.items():
        if font not in sheet.fonts:
            findings.unknown("typeface", font, sheet.fonts, "styles.yaml", f"styles/{name}/font")
    cells = {
        getattr(table, field): (table.name, field)
        for table in reversed(list(sheet.tables.values()))
        for field in ("header", "text", "band")
    }
    for style, (name, field) in cells.items():
        if style not in sheet.styles:
            findings.unknown("style", style, sheet.styles, "tables.yaml", f"styles/{name}/{field}")
    named = [(f"actions/{layout.year}/style", layout.style) for layout in tables.actions]
    for path, style in (*named, ("directory/style", tables.directory.style)):
        if style not in sheet.tables:
            findings.unknown("table style", style, sheet.tables, "tables.yaml", path)


def check_layouts(tables: Tables, findings: TemplateFindings) -> None:
    """Notes tables of actions without columns, or with some that nothing can fill."""
    file, years = "tables.yaml", get_args(Year)
    layouts = {layout.year: layout for layout in tables.actions}
    for year, layout in layouts.items():
        if year not in years:
            findings.unknown("year", year, years, file, f"actions/{year}")
        for column in layout.columns:
            if column.field not in COLUMN_FIELDS:
                path = f"actions/{year}/columns/{column.field}"
                findings.unknown("field", column.field, COLUMN_FIELDS, file, path)
    for year in years:
        if year not in layouts or not layouts[year].columns:
            message = f'there are no columns for "{year}"'
            findings.report(file, f"actions/{year}/columns", message, f"give some of {', '.join(COLUMN_FIELDS)}")
    if tables.directory.columns < 1:
        findings.report(file, "directory/columns", "nothing stands in a row", "write 1 or more")


def check_sizes(sheet: StyleSheet, findings: TemplateFindings) -> None:
    """Notes pages without room for text, and letters without height."""
    for page in sheet.pages.values():
        if min(page.text_width, page.text_height) < _LEAST_TEXT:
            message = f"the margins leave no room for text on {page.name}"
            findings.report("template.yaml", f"pages/{page.name}", message, f"leave {_LEAST_TEXT} or more each way")
    for size, name in {style.size: style.name for style in reversed(list(sheet.styles.values()))}.items():
        if size <= 0:
            findings.report("styles.yaml", f"styles/{name}/size", f"letters cannot be {size} high", "give a size above 0")


def check_wording(wording: Wording, findings: TemplateFindings) -> None:
    """Notes headings for kinds of sections that there are not."""
    kinds = get_args(SectionKind)
    for section in wording.sections:
        if section.kind not in kinds:
            findings.unknown("kind of section", section.kind, kinds, "wording.yaml", f"sections/{section.kind}")
