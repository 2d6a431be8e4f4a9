"""What a section is made of: prose, pictures, quotations, tables, boxes, and what the plan's data fill in.

Each class has a `tag`: the word that introduces it in a plan file, as in `- picture: {file: …}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Final, Literal, TypeAlias

from cspdocs.plan.measures import FORMS
from cspdocs.records.fields import Prose, key, many, optional, required
from cspdocs.units import Length
from cspdocs.values import frozen

Side = Literal["left", "right"]
Year = Literal["current", "previous"]
Divider = Literal["headings", "bands", "none"]

ACTION_FIELDS: Final = (
    *("number", "action", "priority", "also", "owners", "partners", "due", "resources", "cost", "funding"),
    *("figures", "baseline", "target", "actual", "change", "standing", "update", "updates", "status", "movement"),
)
"""What a column of actions can show, beside their details. `update` is an action's own text, `updates` are the dated ones;
`movement` says whether it is new, carried over or dropped."""


@frozen(kw_only=True)
class Text:
    """Running text: paragraphs, bullets, bold, italics, links and quotations."""

    tag: ClassVar[str] = "text"

    text: Prose = required("Paragraphs in the Markdown subset, an empty line between them.", shorthand=True)


@frozen(kw_only=True)
class Picture:
    """A photograph, map or drawing."""

    tag: ClassVar[str] = "picture"

    file: str = required("The picture's file, inside the plan's folder.", shorthand=True)
    alt: str = optional("What the picture shows, for readers who cannot see it.", "")
    decorative: bool = optional("yes when the picture says nothing that the text does not.", False)
    caption: str = optional("Words printed below the picture.", "")
    credit: str = optional("Who made the picture.", "")
    width: Length | None = optional("The width at which to print it; the height follows.")
    height: Length | None = optional("The height at which to print it; the width follows.")
    side: Side | None = optional("left or right, to stand at that edge with the text that follows beside it; else alone.")


@frozen(kw_only=True)
class Quote:
    """Somebody's words."""

    tag: ClassVar[str] = "quote"

    text: Prose = required("The words, without quotation marks.", shorthand=True)
    who: str = optional("Who said it; may be as general as pupil.", "")


@frozen(kw_only=True)
class Table:
    """A table of the plan's own, for what no other block says."""

    tag: ClassVar[str] = "table"

    title: str = optional("What the table shows, printed above it and told to screen readers.", "")
    columns: tuple[str, ...] = many("The column headings.")
    rows: tuple[tuple[Prose, ...], ...] = many(
        "The rows, each a list of texts, one for each column; a text alone is a heading for the rows below it."
    )
    widths: tuple[Length, ...] = many("Column widths; equal when left out.")
    totals: tuple[str, ...] = many("Headings of the columns whose sums stand in a last row.")
    note: Prose = optional("Words printed below the table.", "")


@frozen(kw_only=True)
class Box:
    """Something set apart from the text around it: a case study, a vision, a statement."""

    tag: ClassVar[str] = "box"

    title: str = optional("The words at its head.", "")
    body: tuple[Block, ...] = many("Text, or a list of blocks.", shorthand=True)
    style: str = optional("A style of the template for boxes.", "Box")


@frozen(kw_only=True)
class Signatory:
    """Somebody who signs a foreword or stands for a body."""

    name: str = required("The name as it is printed.", shorthand=True)
    post: str = optional("What the person is, such as Chair of the partnership.", "")
    organisation: str = optional("For whom: the id of an organisation, or a name.", "", refers="organisation or name")
    picture: Picture | None = optional("A portrait or signature.")


@frozen(kw_only=True)
class Signatures:
    """Those who sign, one or side by side."""

    tag: ClassVar[str] = "signatures"

    people: tuple[Signatory, ...] = many("Who signs.", shorthand=True)


@frozen(kw_only=True)
class PriorityList:
    """The titles of the plan's priorities, with those inside them below."""

    tag: ClassVar[str] = "priorities"

    kind: str = optional("Only priorities of this kind; all of them when left out.", "", shorthand=True)
    form: Literal["bullets", "numbers", "table"] | None = optional("bullets, numbers or table; bullets when left out.")


@frozen(kw_only=True)
class Column:
    """A column of an action table."""

    field: str = key(f"What the column shows: {', '.join(ACTION_FIELDS)}, or one of the actions' details.")
    heading: str = optional("The column heading; the template's when left out.", "", shorthand=True)
    width: Length | None = optional("The width; columns without one share what is left.")
    place: Literal["cell", "row"] = optional("row to print it below the other columns, across the whole width.", "cell")
    when: tuple[str, ...] = many(
        "Of updates, only those of this time; of several times, a column for each, quoted as {when}."
    )
    only_filled: bool = optional("yes to leave the column out of tables in which it would stay empty.", False)


@frozen(kw_only=True)
class ActionTables:
    """The actions of a year under their priorities, in tables or as lists; laid out by the template where not told here."""

    tag: ClassVar[str] = "actions"

    year: Year = optional(
        "previous for last year's actions with updates, current for this year's.", "current", shorthand=True
    )
    priority: str = optional(
        "Only the actions of this priority and of those inside it; without its title, unless priorities says how.", ""
    )
    kind: str = optional("Only the actions of priorities of this kind.", "")
    owner: str = optional("Only the actions that this organisation or group leads.", "", refers="owner or name")
    columns: tuple[Column, ...] = many("The columns from left to right, each a name and its heading.")
    form: Literal["table", "list"] | None = optional("table, or list for bullets.")
    priorities: Divider | None = optional("headings for a table each, bands for rows that divide one table.")
    groups: Divider | None = optional("The same for the priorities inside others.")


@frozen(kw_only=True)
class Statistics:
    """A table of figures, a row each."""

    tag: ClassVar[str] = "statistics"

    figures: tuple[str, ...] = many(
        "Which figures, by their names; all that have a label when left out.", shorthand=True, refers="figure"
    )
    title: str = optional("What the table shows.", "")
    columns: tuple[str, ...] = many(
        f"What to show of each: {', '.join(FORMS)}, or periods of their series; what there is when left out."
    )


@frozen(kw_only=True)
class Chart:
    """Figures drawn as bars or lines, by the periods of their series, with the numbers in a table below."""

    tag: ClassVar[str] = "chart"

    figures: tuple[str, ...] = many("Which figures, by their names.", shorthand=True, refers="figure")
    form: Literal["bar", "line"] = optional("bar or line.", "bar")
    title: str = optional("What the chart shows, printed above it.", "")
    periods: tuple[str, ...] = many("Only these periods of the series.")
    caption: str = optional("Words printed below the chart.", "")
    alt: str = optional("What the chart says, for readers who cannot see it; made from the figures when left out.", "")
    table: bool = optional("no to leave out the table of the numbers.", True)


@frozen(kw_only=True)
class Register:
    """What the plan lists elsewhere, as a table or list."""

    tag: ClassVar[str] = "register"

    what: Literal["groups", "meetings", "strategies", "versions", "priorities", "organisations"] = required(
        "groups, meetings, strategies, versions, priorities or organisations.", shorthand=True
    )
    kind: str = optional("Only those of this kind.", "")
    form: Literal["table", "list", "matrix"] | None = optional(
        "table or list; matrix for strategies against the priorities that serve them."
    )


@frozen(kw_only=True)
class Structure:
    """Who reports to whom, drawn as a chart and told as a nested list."""

    tag: ClassVar[str] = "structure"

    root: str = optional("The id of the group at the top; all groups when left out.", "", shorthand=True, refers="group")
    title: str = optional("What the chart shows, printed above it.", "")


@frozen(kw_only=True)
class Tally:
    """How many actions have which status."""

    tag: ClassVar[str] = "tally"

    year: Year = optional("previous for last year's actions, current for this year's.", "current", shorthand=True)


@frozen(kw_only=True)
class Directory:
    """The organisations of the partnership with their contact details."""

    tag: ClassVar[str] = "directory"

    kind: str = optional("Only organisations of this kind; all listed ones when left out.", "", shorthand=True)
    form: Literal["grid", "list", "table"] | None = optional("grid, list or table; the template's when left out.")


@frozen(kw_only=True)
class GlossaryList:
    """The plan's glossary."""

    tag: ClassVar[str] = "glossary"


@frozen(kw_only=True)
class ContactPanel:
    """How to reach the partnership."""

    tag: ClassVar[str] = "contact"


@frozen(kw_only=True)
class PageBreak:
    """What follows begins on a new page."""

    tag: ClassVar[str] = "page-break"


Block: TypeAlias = (
    Text
    | Picture
    | Quote
    | Table
    | Box
    | Signatures
    | PriorityList
    | ActionTables
    | Statistics
    | Chart
    | Register
    | Structure
    | Tally
    | Directory
    | GlossaryList
    | ContactPanel
    | PageBreak
)


def every_block(body: Iterable[Block], path: str) -> Iterator[tuple[str, Block]]:
    """Path and block of each block of `body` and of those inside boxes, each before its own."""
    for place, block in enumerate(body, 1):
        where = f"{path}/{place}"
        yield where, block
        if isinstance(block, Box):
            yield from every_block(block.body, f"{where}/body")


CONTENT_OF_KIND: Final[Mapping[str, Block]] = {
    "review": ActionTables(year="previous"),
    "priorities": PriorityList(),
    "actions": ActionTables(year="current"),
    "groups": Register(what="groups"),
    "meetings": Register(what="meetings"),
    "strategies": Register(what="strategies"),
    "versions": Register(what="versions"),
    "statistics": Statistics(),
    "directory": Directory(),
    "glossary": GlossaryList(),
    "contact": ContactPanel(),
}
"""Kinds of sections to what a section of the kind ends with, unless its body already places it."""

SECTION_KINDS: Final = ("prose", "stories", "priority", *CONTENT_OF_KIND)
"""The kinds of sections that every template has; templates may have others, with headings and texts of their own."""
