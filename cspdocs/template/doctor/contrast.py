"""Can everything be read: each pair of a text and a background that documents print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from cspdocs.diagnostics import Severity
from cspdocs.document.contrast import contrast
from cspdocs.document.styles import NUMBER_STYLES, Style, StyleSheet
from cspdocs.template.doctor.colours import WHITE, nearest_readable
from cspdocs.template.findings import TemplateFindings
from cspdocs.template.inheritance import MANIFEST
from cspdocs.template.template import Template

TEXT_RATIO: Final = 4.5
"""WCAG 2.2, 1.4.3. Large letters may do with less; but what is large in one place is small in another."""
GRAPHIC_RATIO: Final = 3.0
"""WCAG 2.2, 1.4.11: bars and lines."""

_IN_BOXES: Final = ("Body", "List", "Quote", "Attribution", "Caption", "Heading 2", "Heading 3")
"""The styles that paragraphs in a box may have, where the box does not say better."""


class _Fill(NamedTuple):
    """A background, and the name by which to speak of it."""

    colour: str
    name: str


def check_contrast(template: Template, findings: TemplateFindings) -> None:
    """Notes texts that are hard to read on what is behind them."""
    sheet = template.sheet
    hard: dict[str, list[tuple[Style, _Fill]]] = {}
    for style, fill in _pairs(template):
        if contrast(style.colour, fill.colour) < TEXT_RATIO:
            hard.setdefault(_setter(style, sheet.styles), []).append((style, fill))
    for setter, pairs in hard.items():
        style, named = pairs[0][0], f'text in the style "{pairs[0][0].name}", {pairs[0][0].colour},'
        _report(named, style.colour, [fill for _, fill in pairs], "styles.yaml", f"styles/{setter}/colour", findings)
    below = [fill for fill in _fills_below_links(template) if contrast(sheet.link_colour, fill.colour) < TEXT_RATIO]
    if below:
        _report(f"a link, {sheet.link_colour},", sheet.link_colour, below, MANIFEST, "link-colour", findings)
    highlight = _Fill(sheet.unfilled_fill, "the highlight")
    if contrast(sheet.unfilled_text, highlight.colour) < TEXT_RATIO:
        message = f"words still to be filled in, {sheet.unfilled_text}, have {_ratio(sheet.unfilled_text, highlight)}"
        findings.report(MANIFEST, "highlight", message, "make the highlight lighter")


def check_chart_colours(template: Template, findings: TemplateFindings) -> None:
    """Notes bars and lines that are hard to see on the page."""
    for place, colour in enumerate(template.chart_colours, 1):
        if contrast(colour, WHITE) < GRAPHIC_RATIO:
            message = f"a bar or line in {colour} has a contrast of {contrast(colour, WHITE):.1f} with the page"
            cure = f"at least {GRAPHIC_RATIO:g} can be seen: {nearest_readable(colour, WHITE, GRAPHIC_RATIO)} or darker"
            findings.report(MANIFEST, f"chart-colours/{place}", message, cure, Severity.WARNING)


def _report(named: str, colour: str, fills: list[_Fill], file: str, path: str, findings: TemplateFindings) -> None:
    """Notes a colour that is hard to read on these backgrounds, with a shade of it that can be read on the worst."""
    worst = min(fills, key=lambda fill: contrast(colour, fill.colour))
    others = len({fill.colour for fill in fills}) - 1
    more = f"; too little with {others} more background{'s' if others > 1 else ''} too" if others else ""
    shade = nearest_readable(colour, worst.colour, TEXT_RATIO)
    darker = contrast(shade, WHITE) > contrast(worst.colour, WHITE)
    away = "lighter" if contrast(colour, WHITE) > contrast(worst.colour, WHITE) else "darker"
    hint = f"write {shade} or {'darker' if darker else 'lighter'}, or make the background {away}; {TEXT_RATIO} is needed"
    findings.report(file, path, f"{named} is hard to read: {_ratio(colour, worst)}{more}", hint)


def _ratio(colour: str, fill: _Fill) -> str:
    return f"a contrast of {contrast(colour, fill.colour):.1f} with {fill.name}, {fill.colour}"


def _pairs(template: Template) -> Iterator[tuple[Style, _Fill]]:
    """Each style with each background that it may stand on."""
    sheet, page = template.sheet, _Fill(WHITE, "the page")
    for name in _on_the_page(sheet):
        yield sheet.styles[name], page
    for table in sheet.tables.values():
        parts = (("header", table.header, table.header_fill), ("bands", table.band, table.band_fill))
        for part, name, colour in parts:
            fill = _Fill(colour, f'the {part} of "{table.name}"') if colour else page
            yield from ((sheet.styles[one], fill) for one in sorted(_with_numbers({name})))
    for fill in _status_fills(template):
        yield sheet.styles["Status"], fill
    for box in sheet.boxes.values():
        if box.fill:
            inside = {*_IN_BOXES, box.text or "Body", box.heading or "Heading 2"}
            inside -= {"Body"} if box.text else set()
            inside -= {"Heading 2", "Heading 3"} - {box.heading} if box.heading else set()
            for name in sorted(inside):
                yield sheet.styles[name], _Fill(box.fill, f'the box "{box.name}"')


def _on_the_page(sheet: StyleSheet) -> Iterator[str]:
    """The styles that are printed without a background: all but those of table headers, bands and boxes that have one."""
    filled = {table.header for table in sheet.tables.values() if table.header_fill}
    filled |= {table.band for table in sheet.tables.values() if table.band_fill}
    filled |= {name for box in sheet.boxes.values() if box.fill for name in (box.text, box.heading)}
    filled, plain = _with_numbers(filled), _with_numbers({table.text for table in sheet.tables.values()})
    yield from (name for name in sheet.styles if name in plain or name not in filled)


def _with_numbers(names: set[str]) -> set[str]:
    """Styles of tables, and those that columns of numbers have in their place."""
    return names | {NUMBER_STYLES[name] for name in names & NUMBER_STYLES.keys()}


def _fills_below_links(template: Template) -> Iterator[_Fill]:
    """Every background but the highlight: a link may stand in any heading or text."""
    sheet = template.sheet
    fills = [_Fill(WHITE, "the page"), *_status_fills(template)]
    for table in sheet.tables.values():
        fills.append(_Fill(table.header_fill, f'the header of "{table.name}"'))
        fills.append(_Fill(table.band_fill, f'the bands of "{table.name}"'))
    fills += [_Fill(box.fill, f'the box "{box.name}"') for box in sheet.boxes.values()]
    yield from {fill.colour: fill for fill in reversed(fills) if fill.colour}.values()


def _status_fills(template: Template) -> Iterator[_Fill]:
    for status in (*template.statuses, *template.standings.values()):
        if colour := template.colour(status.colour):
            yield _Fill(colour, f'the status "{status.word}"')


def _setter(style: Style, styles: Mapping[str, Style]) -> str:
    """The style that a style has its colour from."""
    while style.based_on in styles and styles[style.based_on].colour == style.colour:
        style = styles[style.based_on]
    return style.name
