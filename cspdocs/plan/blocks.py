"""What a section is made of: prose, pictures, quotations, tables, and what the plan's data fill in.

Each class has a `tag`: the word that introduces it in a plan file, as in `- picture: {file: …}`.
"""

from __future__ import annotations

from typing import ClassVar, Literal, TypeAlias

from attrs import frozen

from cspdocs.records.fields import Prose, many, optional, required
from cspdocs.units import Length

Side = Literal["left", "right"]
Year = Literal["current", "previous"]


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
    rows: tuple[tuple[Prose, ...], ...] = many("The rows, each a list of texts, one for each column.")
    widths: tuple[Length, ...] = many("Column widths; equal when left out.")


@frozen(kw_only=True)
class PriorityList:
    """The titles of the plan's priorities as bullets."""

    tag: ClassVar[str] = "priorities"

    kind: str = optional("Only priorities of this kind; all of them when left out.", "", shorthand=True)


@frozen(kw_only=True)
class ActionTables:
    """Tables of actions, one for each priority, under the priority's title."""

    tag: ClassVar[str] = "actions"

    year: Year = optional(
        "previous for last year's actions with updates, current for this year's.", "current", shorthand=True
    )
    priority: str = optional("Only the actions of this priority, without its title.", "")


@frozen(kw_only=True)
class Directory:
    """The organisations of the partnership with their contact details."""

    tag: ClassVar[str] = "directory"

    kind: str = optional("Only organisations of this kind; all listed ones when left out.", "", shorthand=True)


@frozen(kw_only=True)
class GlossaryList:
    """The plan's glossary."""

    tag: ClassVar[str] = "glossary"


@frozen(kw_only=True)
class ContactPanel:
    """How to reach the partnership."""

    tag: ClassVar[str] = "contact"


Block: TypeAlias = Text | Picture | Quote | Table | PriorityList | ActionTables | Directory | GlossaryList | ContactPanel
