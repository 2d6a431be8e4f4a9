"""What tables.yaml may say: table styles, and the columns of every table that is filled from the plan.

A column shows a *field* of the things that the table lists (`cspdocs.plan.blocks.Column`). Where none of them has anything
for it, a column with `only-filled` is left out. Columns in `row` stand below the others, across the whole width.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from cspdocs.plan.blocks import ACTION_FIELDS, Column, Divider
from cspdocs.plan.measures import FORMS
from cspdocs.records.fields import key, many, optional
from cspdocs.template.rules import TableRule
from cspdocs.values import frozen

Form = Literal["table", "list"]

TYPED_FIELDS: Final = tuple(
    field for field in ACTION_FIELDS if field not in ("number", "action", "priority", "standing", "movement")
)
"""What actions say beside their titles; the others are worked out, or stand above them."""

ACTION_HEADINGS: Final = {
    **{field: field.capitalize() for field in ACTION_FIELDS},
    "number": "No.",
    "also": "Also serves",
    "owners": "Lead",
    "due": "By when",
    "figures": "Measures",
    "change": "Change achieved",
    "standing": "On target?",
    "updates": "Updates",
    "movement": "New or carried over",
}
"""The headings of action columns that a template gives none: field to heading."""

_DATED_HEADINGS: Final = {**ACTION_HEADINGS, "updates": "Update {when}"}
"""The same of columns that show what is of one time."""

_CONTACT: Final = ("address", "phone", "email", "web", "contact")
"""`contact` is all the ways to reach somebody in one cell."""

REGISTER_HEADINGS: Final = {
    "groups": {
        "name": "Group",
        "purpose": "What it does",
        "chair": "Chair",
        "members": "Members",
        "meets": "Meets",
        "reports-to": "Reports to",
    },
    "meetings": {"date": "Date", "group": "Meeting", "subject": "Subject", "place": "Place", "public": "Open to the public"},
    "strategies": {"title": "Title", "owner": "Whose it is", "period": "Period", "link": "Where to find it", "note": "Note"},
    "versions": {"version": "Version", "date": "Date", "author": "Author", "note": "What changed"},
    "priorities": {
        "title": "Priority",
        "scope": "What it covers",
        "why": "Why",
        "aims": "Aims",
        "outcomes": "Outcomes",
        "owners": "Lead",
    },
    "organisations": {
        "name": "Organisation",
        "people": "Represented by",
        "contact": "Contact",
        "voting": "Has a vote",
        "note": "Note",
    },
    "statistics": {
        "label": "Figure",
        "area": "Area",
        "baseline": "Baseline",
        "previous": "Previous",
        "target": "Target",
        "value": "Latest",
        "signed": "Change",
        "signed-percent": "Change in %",
        "standing": "Status",
    },
    "tally": {"status": "Status", "count": "Actions", "share": "Share"},
}
"""The registers, and the columns of those that a template says nothing of: field to heading."""

REGISTER_FIELDS: Final = {
    **{name: tuple(headings) for name, headings in REGISTER_HEADINGS.items()},
    "groups": (*REGISTER_HEADINGS["groups"], "kind"),
    "priorities": (*REGISTER_HEADINGS["priorities"], "number", "short", "kind", "figures", "strategies"),
    "strategies": (*REGISTER_HEADINGS["strategies"], "kind"),
    "organisations": (*REGISTER_HEADINGS["organisations"], "short", "kind", *_CONTACT),
    "statistics": FORMS,
}
"""What a column of each register can show. Registers of statistics may also have a column for a period of a series."""


@frozen(kw_only=True)
class ActionLayout:
    """How the actions of a year are set out.

    `priorities` says what stands above the actions of each: a heading and a table of its own, a band across one common
    table, or nothing; `groups` says the same of the strands, issues or objectives inside a priority. In a list, each action
    is an item: its first column, and below it the others with their headings before them; a column whose heading is
    empty stands alone.
    """

    year: str = key("previous for last year's actions, current for this year's.")
    style: str = optional("A table style.", "Table")
    form: Form = optional("table, or list for bullets.", "table")
    priorities: Divider = optional("headings, bands or none: what stands above the actions of a priority.", "headings")
    groups: Divider = optional("headings, bands or none: what stands above those of a group inside a priority.", "bands")
    marks: bool = optional("yes to print after an action's title whether it is new, carried over or dropped.", False)
    rest: Literal["rows", "none"] = optional(
        "rows to print below an action what no column shows, none to leave it out.", "rows"
    )
    columns: tuple[Column, ...] = many("The columns from left to right.")

    def heading(self, field: str, *, dated: bool = False) -> str:
        """The heading of a column, as the template has it or as is usual; a detail is headed by its own name.

        One that is `dated` shows what is of one time, for which `{when}` stands in it.
        """
        given = next((column.heading for column in self.columns if column.field == field), "")
        usual = _DATED_HEADINGS if dated else ACTION_HEADINGS
        return given or usual.get(field) or _spoken(field)

    def rest_columns(self, details: Iterable[str] = ()) -> tuple[Column, ...]:
        """A full-width row for each thing that actions may say, `details` among them, and that no column shows."""
        shown = {column.field for column in self.columns}
        rest = () if self.rest == "none" else (field for field in (*TYPED_FIELDS, *details) if field not in shown)
        return tuple(Column(field=field, heading=self.heading(field), place="row", only_filled=True) for field in rest)


@frozen(kw_only=True)
class RegisterLayout:
    """How a register is set out; as a list it is as `ActionLayout` says."""

    register: str = key("groups, meetings, strategies, versions, priorities, organisations, statistics or tally.")
    style: str = optional("A table style.", "Table")
    form: Form = optional("table, or list.", "table")
    columns: tuple[Column, ...] = many("The columns from left to right; the usual ones when left out.")

    def heading(self, field: str) -> str:
        """The heading of a column, as the template has it or as is usual; what is not known is headed by its own name."""
        given = next((column.heading for column in self.columns if column.field == field), "")
        return given or REGISTER_HEADINGS.get(self.register, {}).get(field) or _spoken(field)


@frozen(kw_only=True)
class DirectoryLayout:
    """How the organisations are set out: side by side, or with the columns of the register `organisations`."""

    style: str = optional("A table style, for organisations side by side.", "Grid")
    form: Literal["grid", "table", "list"] = optional("grid to set them side by side, table, or list.", "grid")
    columns: int = optional("How many stand side by side.", 3)


@frozen(kw_only=True)
class Tables:
    """tables.yaml: table styles, and the columns of the tables that are filled from the plan."""

    styles: tuple[TableRule, ...] = many("Table styles by name.")
    actions: tuple[ActionLayout, ...] = many("The actions of each year.")
    registers: tuple[RegisterLayout, ...] = many("The registers.")
    directory: DirectoryLayout = optional("The directory.", DirectoryLayout())


def usual_register(register: str) -> RegisterLayout:
    """The layout of a register of which a template says nothing: every column that has something to show.

    Members of groups are many; they stand below the other columns.
    """
    columns = (
        Column(field=field, heading=heading, place="row" if field == "members" else "cell", only_filled=True)
        for field, heading in REGISTER_HEADINGS[register].items()
    )
    return RegisterLayout(register=register, columns=tuple(columns))


def _spoken(field: str) -> str:
    """A name as a heading. One with blanks or capitals is words already, in which hyphens are hyphens."""
    words = field.replace("-", " ") if field.islower() and " " not in field else field
    return words[:1].upper() + words[1:]
