"""Does everything in a template fit together?"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final, get_args

from cspdocs.document.styles import StyleSheet
from cspdocs.plan.blocks import ACTION_FIELDS, Year
from cspdocs.template.findings import TemplateFindings
from cspdocs.template.layouts import REGISTER_FIELDS, Tables
from cspdocs.units import mm

_LEAST_TEXT: Final = mm(50)
_DEEPEST_HEADING: Final = 3
_NEARLY: Final = 0.8
"""How alike a name and a known one are when it is probably a slip."""


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
    for box in sheet.boxes.values():
        for field, style in (("text", box.text), ("heading", box.heading)):
            if style and style not in sheet.styles:
                findings.unknown("style", style, sheet.styles, "styles.yaml", f"boxes/{box.name}/{field}")
    named = [(f"actions/{layout.year}/style", layout.style) for layout in tables.actions]
    named += [(f"registers/{layout.register}/style", layout.style) for layout in tables.registers]
    for path, style in (*named, ("directory/style", tables.directory.style)):
        if style not in sheet.tables:
            findings.unknown("table style", style, sheet.tables, "tables.yaml", path)


def check_layouts(tables: Tables, findings: TemplateFindings) -> None:
    """Notes tables without columns, and columns that nothing can fill."""
    file, years = "tables.yaml", get_args(Year)
    for action_layout in tables.actions:
        path = f"actions/{action_layout.year}"
        if action_layout.year not in years:
            findings.unknown("year", action_layout.year, years, file, path)
        # Any other name is a detail of the borough's own; but one that is nearly a known name is a slip.
        slips = [column for column in action_layout.columns if column.field not in ACTION_FIELDS]
        for column in slips:
            if get_close_matches(column.field, ACTION_FIELDS, n=1, cutoff=_NEARLY):
                findings.unknown("field", column.field, ACTION_FIELDS, file, f"{path}/columns/{column.field}")
    for year in years:
        if not any(layout.year == year and layout.columns for layout in tables.actions):
            message = f'there are no columns for "{year}"'
            hint = (
                f"write extends: plain in template.yaml to have those of plain, or give some of {', '.join(ACTION_FIELDS)}"
            )
            findings.report(file, f"actions/{year}/columns", message, hint)
    for layout in tables.registers:
        path = f"registers/{layout.register}"
        if layout.register not in REGISTER_FIELDS:
            findings.unknown("register", layout.register, REGISTER_FIELDS, file, path)
        for column in layout.columns:
            known = REGISTER_FIELDS.get(layout.register, (column.field,))
            if column.field not in known:
                findings.unknown("field", column.field, known, file, f"{path}/columns/{column.field}")
    if tables.directory.columns < 1:
        findings.report(file, "directory/columns", "nothing stands in a row", "write 1 or more")


def check_contents(depth: int, findings: TemplateFindings) -> None:
    """Notes a contents list of more levels than there are headings."""
    if not 0 <= depth <= _DEEPEST_HEADING:
        message = f"a contents list cannot have {depth} levels"
        findings.report("template.yaml", "contents-depth", message, "write 0, 1, 2 or 3")


def check_sizes(sheet: StyleSheet, findings: TemplateFindings) -> None:
    """Notes pages without room for text, and letters without height."""
    for page in sheet.pages.values():
        if min(page.text_width, page.text_height) < _LEAST_TEXT:
            message = f"the margins leave no room for text on {page.name}"
            findings.report("template.yaml", f"pages/{page.name}", message, f"leave {_LEAST_TEXT} or more each way")
    for size, name in {style.size: style.name for style in reversed(list(sheet.styles.values()))}.items():
        if size <= 0:
            findings.report("styles.yaml", f"styles/{name}/size", f"letters cannot be {size} high", "give a size above 0")
