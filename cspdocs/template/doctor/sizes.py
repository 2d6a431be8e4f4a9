"""Does everything fit: tables on their pages, headers in their margins, and letters that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from cspdocs.diagnostics import Severity
from cspdocs.document.styles import REQUIRED_STYLES, PageGeometry, Style
from cspdocs.plan.blocks import Column
from cspdocs.template.findings import TemplateFindings
from cspdocs.template.inheritance import MANIFEST
from cspdocs.template.sheets import WITHOUT_SECTIONS
from cspdocs.template.template import Template
from cspdocs.units import Length, mm, pt

_LINE: Final = 1.15
"""The height of a line as a multiple of the size of its letters, in any common typeface."""
_NARROWEST: Final = mm(20)
_NARROWEST_ENTRY: Final = mm(35)
_PAGE_NUMBER: Final = mm(12)
_SMALLEST: Final = pt(9)
_SMALLEST_BODY: Final = pt(11)
_NEARLY: Final = 0.8


def check_tables(template: Template, findings: TemplateFindings) -> None:
    """Notes tables wider than a page that they may stand on, and columns with hardly any room."""
    tables = [(f"actions/{year}/columns", layout.columns, layout.style) for year, layout in template.actions.items()]
    tables += [(f"registers/{name}/columns", layout.columns, layout.style) for name, layout in template.registers.items()]
    for path, columns, name in tables:
        style = template.sheet.tables[name]
        for page in _pages(template):
            _check_widths(columns, page, style.padding_left + style.padding_right, path, findings)
    directory, narrowest = template.directory, min(_pages(template), key=lambda page: page.text_width)
    if directory.form == "grid" and directory.columns > 0 and narrowest.text_width < directory.columns * _NARROWEST_ENTRY:
        message = (
            f"{directory.columns} organisations side by side have {_mm(narrowest.text_width // directory.columns)} each"
        )
        most = narrowest.text_width // _NARROWEST_ENTRY
        findings.report("tables.yaml", "directory/columns", f"{message} on {narrowest.name}", f"write {most} or fewer")


def _check_widths(columns: Iterable[Column], page: PageGeometry, edges: int, path: str, findings: TemplateFindings) -> None:
    """Columns that stand in every table; those that are left out where they are empty make room for others.

    A table whose columns all have widths may stand out by the white space at its `edges`.
    """
    shown = [column for column in columns if column.place == "cell" and not column.only_filled]
    widths = [column.width for column in shown for _ in column.when or ("",)]
    given = sum(width for width in widths if width)
    open_columns = sum(1 for width in widths if not width)
    room = page.text_width - given
    if room < (0 if open_columns else -edges):
        message = f"the columns are {_mm(given)} wide, and {page.name} has {_mm(page.text_width)}"
        findings.report("tables.yaml", path, message, f"take {_mm(-room)} away, or a column")
    elif open_columns and room < open_columns * _NARROWEST:
        message = f"{_mm(room // open_columns)} is left on {page.name} for each column without a width"
        findings.report("tables.yaml", path, message, f"leave {_mm(_NARROWEST)} or more, or give the column a width")


def check_pages(template: Template, findings: TemplateFindings) -> None:
    """Notes headers and footers that run into the text, and tab stops beyond the edge of the page."""
    styles = template.sheet.styles
    for page in _pages(template):
        for edge, style, distance, margin in (
            ("header", styles["Header"], page.header, page.top),
            ("footer", styles["Footer"], page.footer, page.bottom),
        ):
            needed = Length(distance + _height(style))
            if needed > margin:
                side = "top" if edge == "header" else "bottom"
                message = (
                    f"the {edge} ends {_mm(needed)} from the edge of the paper, inside the text: {side} is {_mm(margin)}"
                )
                hint = f"make {side} {_mm(needed)} or more, or {edge} less"
                findings.report(MANIFEST, f"pages/{page.name}/{edge}", message, hint)
    width = template.sheet.pages["Page"].text_width
    for style in _setters(styles.values(), "tab"):
        tab = style.tab or Length(0)
        room = width - abs(tab) if style.tab_align == "left" and tab > 0 else width - abs(tab) + _PAGE_NUMBER
        if room < _PAGE_NUMBER:
            message = f"the tab stop, {_mm(tab)} from the left, leaves no room: the text of Page is {_mm(width)} wide"
            findings.report(
                "styles.yaml", f"styles/{style.name}/tab", message, f"write {_mm(width - 2 * _PAGE_NUMBER)} or less"
            )


def check_letters(template: Template, findings: TemplateFindings) -> None:
    """Notes letters too small, and lines too near to one another, to be read with ease."""
    styles = template.sheet.styles
    for style in _setters(styles.values(), "size"):
        if style.size < _SMALLEST:
            message = f"letters of {style.size} are too small to be read"
            findings.report("styles.yaml", f"styles/{style.name}/size", message, f"give {_SMALLEST} or more")
    if _SMALLEST <= styles["Body"].size < _SMALLEST_BODY:
        message = f"running text of {styles['Body'].size} is hard to read for many"
        findings.report("styles.yaml", "styles/Body/size", message, "12 pt is clear print", Severity.WARNING)
    for style in _setters(styles.values(), "line_spacing"):
        if style.line_spacing < 1:
            message = f"lines stand {style.line_spacing:g} of their height apart, so that letters touch"
            findings.report("styles.yaml", f"styles/{style.name}/line-spacing", message, "give 1 or more")


def check_style_names(template: Template, findings: TemplateFindings) -> None:
    """Notes styles that nothing is printed in, because their name is nearly one that documents use."""
    sheet = template.sheet
    used = {style.based_on for style in sheet.styles.values()}
    used |= {name for table in sheet.tables.values() for name in (table.header, table.text, table.band)}
    used |= {name for box in sheet.boxes.values() for name in (box.text, box.heading)}
    for name in sheet.styles.keys() - used - set(REQUIRED_STYLES):
        if meant := get_close_matches(name, REQUIRED_STYLES, n=1, cutoff=_NEARLY):
            message = f'nothing is printed in the style "{name}"'
            findings.report("styles.yaml", f"styles/{name}", message, f'did you mean "{meant[0]}"?', Severity.WARNING)


def _pages(template: Template) -> list[PageGeometry]:
    """The sheets of paper that any section may stand on."""
    return [page for page in template.sheet.pages.values() if page.name not in WITHOUT_SECTIONS]


def _setters(styles: Iterable[Style], look: str) -> Iterator[Style]:
    """The styles that have a look of their own and not from the style they are based on."""
    by_name = {style.name: style for style in styles}
    for style in by_name.values():
        base = by_name.get(style.based_on)
        if base is None or getattr(base, look) != getattr(style, look):
            yield style


def _height(style: Style) -> Length:
    return Length(round(style.size * _LINE * style.line_spacing))


def _mm(length: int) -> str:
    return f"{Length(length).mm:.0f} mm"
