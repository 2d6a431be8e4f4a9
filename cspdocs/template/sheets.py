"""The style sheet of each kind of document: a template has them all in one, those of the summary under names of their own.

A sheet of paper "Summary" takes the place of "Page" in the summary, a style "Summary Body" that of "Body", and so with
tables and boxes. What has no such name looks as in the plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from cspdocs.document.styles import StyleSheet
from cspdocs.values import evolve

SUMMARY_PAGE: Final = "Summary"
WITHOUT_SECTIONS: Final = ("Cover", SUMMARY_PAGE)
"""Sheets of paper on which no section of a plan is meant to stand."""
_OWN: Final = f"{SUMMARY_PAGE} "

_Look = TypeVar("_Look")


def plan_sheet(sheet: StyleSheet) -> StyleSheet:
    """The looks of the plan: without those that only the summary has."""
    return evolve(
        sheet,
        styles=_others(sheet.styles),
        tables=_others(sheet.tables),
        boxes=_others(sheet.boxes),
        pages={name: page for name, page in sheet.pages.items() if name != SUMMARY_PAGE},
    )


def summary_sheet(sheet: StyleSheet) -> StyleSheet:
    """The looks of the summary under the names of the plan's, which stay where it has none of its own.

    A reference has no styles for it: those of a long document would not leave it on its page.
    """
    pages = dict(plan_sheet(sheet).pages)
    if SUMMARY_PAGE in sheet.pages:
        pages["Page"] = evolve(sheet.pages[SUMMARY_PAGE], name="Page")
    return evolve(
        sheet,
        styles=_in_place(sheet.styles, ()),
        tables=_in_place(sheet.tables, ("header", "text", "band")),
        boxes=_in_place(sheet.boxes, ("text", "heading")),
        pages=pages,
        reference=None,
    )


def _others(looks: Mapping[str, _Look]) -> dict[str, _Look]:
    return {name: look for name, look in looks.items() if not name.startswith(_OWN)}


def _in_place(looks: Mapping[str, Any], naming: tuple[str, ...]) -> dict[str, Any]:
    """The looks, the summary's own in place of the others. The fields `naming` are names of styles.

    A look of its own says everything itself: the one that it is based on may be the one whose place it takes.
    """
    made = _others(looks)
    for name, look in looks.items():
        if name.startswith(_OWN):
            plain = name.removeprefix(_OWN)
            named = {field: getattr(look, field).removeprefix(_OWN) for field in naming}
            made[plain] = evolve(look, name=plain, based_on="", **named)
    return made
