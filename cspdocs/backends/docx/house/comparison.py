"""A reference document beside the style sheet: where their measures differ, pages of the Word file may not be as counted.

Page numbers in the contents come from our layout, which knows the style sheet alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from cspdocs.backends.docx.house.dressing import dress
from cspdocs.backends.docx.house.reading import HouseStyles, read_house_styles
from cspdocs.backends.docx.styles.book import StyleBook
from cspdocs.backends.docx.styles.names import LIST_STYLES, style_id, table_style_id, table_style_name, word_name
from cspdocs.backends.docx.styles.properties import half_points, typeface
from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.document.styles import Reference, Style, StyleSheet, TableStyle
from cspdocs.units import Length, pt

_NAMED_STYLE: Final = re.compile(r'<w:(?:pStyle|tblStyle) w:val="([^"]*)"')
_SWITCHES: Final = (("pPr", "pageBreakBefore", "page break before"), ("rPr", "caps", "capitals"))


class Difference(NamedTuple):
    """A measure that a style of the reference has and the style sheet has not. Both values are as one writes them."""

    style: str
    measure: str
    expected: str
    found: str


def differences(sheet: StyleSheet, reference: Reference) -> tuple[Difference, ...]:
    """All measures of the sheet's styles that are others in Word, because the reference says so, in the sheet's order."""
    plain, dressed = StyleBook(sheet), dress(sheet, reference)
    switched = _of_switches(sheet, read_house_styles(reference))
    return (*_of_paragraphs(plain, dressed), *switched, *_of_tables(sheet, dressed.sheet))


def examine_reference(
    sheet: StyleSheet, reference: Reference, styles: Iterable[str] | None = None
) -> tuple[Diagnostic, ...]:
    """What is amiss with a reference as house styles for a style sheet: one warning of each kind.

    Args:
        sheet: The template's style sheet.
        reference: The template's reference.
        styles: The styles that a document uses, by their names in the style sheet; all where `None`.

    Raises:
        RenderError: if the reference cannot be read.
    """
    wanted = None if styles is None else frozenset(styles)
    found = [one for one in differences(sheet, reference) if wanted is None or one.style in wanted]
    names = [name for name in (*sheet.styles, *sheet.tables) if wanted is None or name in wanted]
    house = read_house_styles(reference)
    said = (*_measures(found, sheet), *_numbering(house, names), *_kinds(house, names, sheet))
    return tuple(
        Diagnostic(code=code, severity=Severity.WARNING, message=message, hint=hint, file=reference.file)
        for code, message, hint in said
    )


def examine_absent(sheet: StyleSheet, reference: Reference) -> tuple[Diagnostic, ...]:
    """A note of the styles that a reference does not have, so that they look as the style sheet says; none if it has all.

    Raises:
        RenderError: if the reference cannot be read.
    """
    house = read_house_styles(reference)
    wanted = [("paragraph", word_name(name)) for name in sheet.styles]
    wanted += [("table", table_style_name(name)) for name in sheet.tables]
    absent = [name for kind, name in wanted if house.find(kind, name) is None]
    if not absent:
        return ()
    message = f"it has no style {', '.join(absent)}: they look as styles.yaml and tables.yaml say"
    hint = "make styles of these names in Word where the house style is to hold"
    return (Diagnostic(code="reference-absent", severity=Severity.NOTE, message=message, hint=hint, file=reference.file),)


def used_styles(book: StyleBook, markup: Iterable[str]) -> set[str]:
    """The styles of the style sheet that parts of a Word file use, directly or through styles derived from them."""
    names = {style_id(name): name for name in book.styles}
    tables = {table_style_id(name): name for name in book.sheet.tables}
    used = set()
    for identity in {identity for part in markup for identity in _NAMED_STYLE.findall(part)}:
        name = names.get(identity, "")
        while name and name not in book.sheet.styles and name not in LIST_STYLES:
            name = book.styles[name].based_on
        used.add(name or tables.get(identity, ""))
    return used - {""}


def _of_paragraphs(plain: StyleBook, dressed: StyleBook) -> Iterator[Difference]:
    names = [name for name in (*plain.sheet.styles, *LIST_STYLES) if name in plain.styles]
    for name in dict.fromkeys(names):
        expected, found = _measured(plain.style(name), plain.sheet), _measured(dressed.style(name), dressed.sheet)
        for measure, value in expected.items():
            if found[measure] != value:
                yield Difference(name, measure, value, found[measure])


def _measured(style: Style, sheet: StyleSheet) -> dict[str, str]:
    """The measures of a style by which lines and pages break, as Word rounds them."""
    return {
        "font": typeface(style, sheet),
        "size": f"{half_points(style.size) / 2:g} pt",
        "bold": _yes(style.bold),
        "italic": _yes(style.italic),
        "line spacing": f"{round(style.line_spacing, 2):g}",
        "space before": _points(style.space_before),
        "space after": _points(style.space_after),
        "indent": _points(style.indent),
        "first line": _points(style.first_line),
        "keep with next": _yes(style.keep_with_next),
    }


def _of_switches(sheet: StyleSheet, house: HouseStyles) -> Iterator[Difference]:
    """What a style of the reference may have and a style sheet never has."""
    for name in sheet.styles:
        style = house.find("paragraph", word_name(name))
        for part, switch, measure in _SWITCHES:
            said = [above.properties.get(part, {}).get(switch) for above in house.line(style)] if style else []
            nearest = next((one for one in reversed(said) if one is not None), None)
            if nearest is not None and nearest.attributes.get("val", "1") == "1":
                yield Difference(name, measure, "no", "yes")


def _of_tables(sheet: StyleSheet, dressed: StyleSheet) -> Iterator[Difference]:
    for name, table in sheet.tables.items():
        for side in ("left", "right", "top", "bottom"):
            expected, found = (_points(_padding(one, side)) for one in (table, dressed.tables[name]))
            if expected != found:
                yield Difference(name, f"padding {side}", expected, found)


def _padding(table: TableStyle, side: str) -> Length:
    padding: Length = getattr(table, f"padding_{side}")
    return padding


def _points(length: Length) -> str:
    return str(pt(length.twips / 20))


def _yes(on: bool) -> str:
    return "yes" if on else "no"


def _measures(found: Sequence[Difference], sheet: StyleSheet) -> Iterator[tuple[str, str, str]]:
    """One finding for all differences, style by style. What a style has from another that is named is not said again."""
    differing = set(found)
    said: dict[str, list[str]] = {}
    for one in found:
        if not any(one._replace(style=above) in differing for above in _above(one.style, sheet)):
            said.setdefault(_both_names(one.style), []).append(f"{one.measure} {one.found} instead of {one.expected}")
    if said:
        styles = "; ".join(f"{name}: {', '.join(measures)}" for name, measures in said.items())
        yield (
            "reference-measures",
            f"its styles take other room than those of styles.yaml, so page numbers in the contents may be wrong. {styles}",
            "let styles.yaml and the reference say the same, or update the contents in Word with F9",
        )


def _above(name: str, sheet: StyleSheet) -> list[str]:
    """The styles that a style is based on, directly or not; none for table styles."""
    above: list[str] = []
    while name not in (*sheet.tables, "Body", *above[:-1]):
        style = sheet.styles.get(name)
        name = (style.based_on or "Body") if style else "List"
        above.append(name)
    return above


def _both_names(name: str) -> str:
    """The name of a style in the style sheet, and in Word where that is another word."""
    shown = word_name(name)
    return name if shown.casefold() == name.casefold() else f"{name} ({shown})"


def _numbering(house: HouseStyles, names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """One finding for all styles whose paragraphs the reference counts."""
    numbered = [_both_names(name) for name in names if name not in LIST_STYLES and _is_numbered(house, name)]
    if numbered:
        yield (
            "reference-numbering",
            f"it numbers the paragraphs of styles, which is left out: {', '.join(numbered)}",
            "take the numbers off these styles; template.yaml says what is numbered",
        )


def _is_numbered(house: HouseStyles, name: str) -> bool:
    style = house.find("paragraph", word_name(name))
    said = [above.numbered for above in house.line(style) if above.numbered is not None] if style else []
    return bool(said) and said[-1]


def _kinds(house: HouseStyles, names: Iterable[str], sheet: StyleSheet) -> Iterator[tuple[str, str, str]]:
    """One finding for all styles that have our names and mark characters or tables where ours mark paragraphs."""
    kinds = {style.name.casefold(): style.kind for style in house.styles.values()}
    paragraphs = [(word_name(name), "paragraph") for name in names if name in sheet.styles]
    tables = [(table_style_name(name), "table") for name in names if name in sheet.tables]
    others = [
        f'"{shown}" is a {found} style, not a {kind} style'
        for shown, kind in (*paragraphs, *tables)
        if (found := kinds.get(shown.casefold(), kind)) != kind
    ]
    if others:
        yield ("reference-kind", f"some of its styles are not used: {'; '.join(others)}", "give them other names in Word")
