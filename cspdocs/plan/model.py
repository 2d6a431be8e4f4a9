"""The plan itself: its release, priorities, actions and sections."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from cspdocs.plan.blocks import SECTION_KINDS, Block, Picture, every_block
from cspdocs.plan.directory import Contact, Organisation, Term
from cspdocs.plan.governance import Group, Kind, Meeting, Strategy
from cspdocs.plan.measures import Measure
from cspdocs.plan.period import Period
from cspdocs.plan.status import Status
from cspdocs.records.fields import Prose, hidden, key, many, optional, required
from cspdocs.values import field, frozen


@frozen(kw_only=True)
class Source:
    """Where a plan was read from. No part of what the plan says."""

    folder: Path
    """Pictures are looked for here and nowhere else."""
    file: Path | None = None
    lines: Mapping[str, int] = field(factory=dict)
    """Path of a field to the line it stands on, counted from 1."""


@frozen(kw_only=True)
class Revision:
    """An earlier or present version of the document, for the table of versions."""

    version: str = key("The version's label.")
    date: str = optional("When, as it is printed: 12 March 2025, or March 2025.", "")
    author: str = optional("Who made it.", "")
    note: str = optional("What is new in it.", "", shorthand=True)


@frozen(kw_only=True)
class Release:
    """Which state of the document this is."""

    stage: Literal["draft", "final"] = optional("draft until the plan is approved, then final.", "draft", shorthand=True)
    version: str = optional("Version label, such as 0.3.", "")
    date: datetime.date | None = optional("Its date, printed on web pages and in the table of versions, kept in all files.")
    author: str = optional("Who answers for the document.", "")
    approved: str = optional("Who approved it and when, such as Partnership board, 12 March 2025.", "")
    next_review: str = optional("When the plan is looked at again, as it is printed: March 2026, or each year.", "")
    history: tuple[Revision, ...] = many("The versions so far, for the table of versions.")


@frozen(kw_only=True)
class Priority:
    """What the partnership has agreed to work on; or a theme, issue, strand or objective inside another priority."""

    id: str = key("The short name by which actions and sections refer to the priority.")
    title: str = required("The title as it is printed.", shorthand=True)
    short: str = optional("A shorter title for narrow places.", "")
    number: str = optional("The number printed before the title, such as ASB 1.", "")
    kind: str = optional("priority, cross-cutting, or a word of the partnership's own.", "priority", refers="kind")
    scope: Prose = optional("What the priority covers.", "")
    why: Prose = optional("Why it was chosen.", "")
    aims: tuple[Prose, ...] = many("What is to be done about it, a text each.")
    outcomes: tuple[Prose, ...] = many("What is to come of it, a text each.")
    owners: tuple[str, ...] = many("Who leads: ids of organisations or groups, or names.", refers="owner or name")
    figures: tuple[str, ...] = many("The names of figures that show where it stands.", refers="figure")
    strategies: tuple[str, ...] = many("The ids of strategies that it serves.", refers="strategy")
    priorities: tuple[Priority, ...] = many("The themes, issues or objectives inside it, in order.")


def every_priority(priorities: Iterable[Priority], path: str = "priorities") -> Iterator[tuple[str, Priority]]:
    """Path and priority of each of `priorities` and of those inside them, each before its own."""
    for priority in priorities:
        where = f"{path}/{priority.id}"
        yield where, priority
        yield from every_priority(priority.priorities, f"{where}/priorities")


@frozen(kw_only=True)
class Update:
    """What somebody reported about an action at some time."""

    text: Prose = required("What has been done.", shorthand=True)
    when: str = optional("The time it is about, such as Q1 or April to June 2025.", "")
    by: str = optional("Who reports: the id of an organisation or group, or a name.", "", refers="owner or name")
    status: str = optional("A word of the status vocabulary, as it was then.", "", refers="status")


@frozen(kw_only=True)
class Action:
    """Something to be done, who leads it, how it went."""

    id: str = key("The short name of the action; keep it from year to year while the action goes on.")
    title: str = required("What is to be done.", shorthand=True)
    number: str = optional("The number printed with it; 1.1, 1.2 and so on when left out.", "")
    priority: str = optional("The id of the priority it belongs to.", "", refers="priority")
    also: tuple[str, ...] = many("The ids of other priorities that it serves.", refers="priority")
    owners: tuple[str, ...] = many(
        "Who leads: ids of organisations or groups, or names such as All partners.", refers="owner or name"
    )
    partners: tuple[str, ...] = many("Who helps: ids of organisations or groups, or names.", refers="owner or name")
    due: str = optional("By when: a date, month, quarter, or words such as Ongoing.", "")
    resources: Prose = optional("What it needs.", "")
    cost: str = optional("What it costs, such as £1,200.", "")
    funding: str = optional("Who pays, or that it depends on funding.", "")
    baseline: str = optional("Where things stood when the target was set.", "")
    target: str = optional("What is to be reached.", "")
    actual: str = optional("What has been reached.", "")
    change: str = optional("The change achieved, only where it cannot be worked out of actual and baseline.", "")
    figures: tuple[str, ...] = many("The names of figures that measure it, where it has several.", refers="figure")
    update: Prose = optional("How it went, or what has been done so far.", "")
    updates: tuple[Update, ...] = many("The same by time and by partner.")
    status: str = optional("A word of the status vocabulary.", "", refers="status")
    continues: str = optional("The id of the action of last year that it goes on with, where it was another.", "")
    dropped: str = optional("Why it is not gone on with.", "")
    details: Mapping[str, Prose] = optional("Columns of the partnership's own, by name.", {})

    @property
    def measure(self) -> Measure | None:
        """The figure that the action gives by itself; `None` where it gives none."""
        if not (self.baseline or self.target or self.actual):
            return None
        return Measure(id=self.id, value=self.actual, baseline=self.baseline, target=self.target, label=self.title)

    @property
    def achieved(self) -> str:
        """The change achieved: as it is typed, else as it follows from actual and baseline, with its sign."""
        measure = self.measure
        return self.change or (measure.signed if measure else "")


@frozen(kw_only=True)
class Programme:
    """The priorities and actions of one period, such as last year's."""

    period: Period | None = optional("The period; the one before the plan's when left out.")
    priorities: tuple[Priority, ...] = many(
        "The priorities of that period; those of the plan that stayed the same may be left out."
    )
    actions: tuple[Action, ...] = many("Its actions, with update and status.")


@frozen(kw_only=True)
class Section:
    """A part of the document under a heading of its own.

    A section of a kind takes its heading from the template where it has no title, and ends with the content of its kind
    (the action tables, the directory, …) unless its body already places it. Kinds without content, such as equality, are
    those for which the template has a text; it is printed where the section has no body.
    """

    id: str = key("The short name of the section; it becomes the address of the section on the web.")
    kind: str = optional(
        f"What the section holds beside its own text: {', '.join(SECTION_KINDS)}, or a kind of the template's.", "prose"
    )
    title: str = optional("The heading; the template's heading for the kind when left out.", "")
    contents_title: str = optional("The title in the contents list, where it differs from the heading.", "")
    page: str = optional("The template's sheet of paper; Page when left out. Not for sections inside others.", "")
    start: Literal["page", "here"] | None = optional(
        "page to begin on a new page, here to run on; else as the template has it."
    )
    numbered: bool = optional("no to leave the section out of the numbering, as forewords are.", True)
    appendix: bool = optional("yes to letter the section, as in Appendix A.", False)
    priority: str = optional("The priority a story belongs to; its title is the heading when none is given.", "")
    body: tuple[Block, ...] = many("Text, or a list of blocks: text, picture, quote, table and others.")
    sections: tuple[Section, ...] = many("Sections inside this one, under smaller headings.")


def every_section(sections: Iterable[Section], path: str = "sections") -> Iterator[tuple[str, Section]]:
    """Path and section of each of `sections` and of those inside them, each before its own."""
    for section in sections:
        where = f"{path}/{section.id}"
        yield where, section
        yield from every_section(section.sections, f"{where}/sections")


@frozen(kw_only=True)
class Cover:
    """What the first page shows beside the titles."""

    picture: Picture | None = optional("A picture for the cover.")
    strapline: str = optional("A line below the titles, such as Working together for a safer borough.", "")


@frozen(kw_only=True)
class Plan:
    """A partnership plan: what the partnership means, with no word on pages.

    Every field but `title` may be left out. Plans are immutable; `cspdocs.evolve` makes a changed one.
    """

    title: str = required("The plan's title, such as Partnership Plan.")
    partnership: str = optional("The name of the partnership without the area.", "")
    areas: tuple[str, ...] = many("The council areas the plan covers.")
    period: Period | None = optional("The period, as in 2025/26.")
    edition: Period | None = optional("The year of this edition, where the period has several.")
    template: str = optional("The template that lays the plan out: a name, or a folder beside the plan.", "")
    language: str = optional("Language of the text, as in en-GB.", "en-GB")
    numbering: Literal["none", "headings", "paragraphs"] | None = optional(
        "headings to number them, paragraphs to number these too, none for neither; the template's way when left out."
    )
    release: Release = optional("State, version and date of the document.", Release())
    cover: Cover = optional("The first page.", Cover())
    contact: Contact | None = optional("How to reach the partnership, for the back page.")
    access: Prose = optional("How to get the plan in other formats and languages; the template's words when left out.", "")
    vision: str = optional("The partnership's vision in a sentence.", "")
    council: str = optional("The id of the organisation that is the council.", "", refers="organisation")
    chair: Prose = optional("Who takes the chair, and how it changes.", "")
    kinds: tuple[Kind, ...] = many("The kinds of priorities, organisations, groups and strategies, with their headings.")
    statuses: tuple[Status, ...] = many("The status vocabulary; the template's when left out.")
    figures: tuple[Measure, ...] = many("Figures and indicators, quoted in prose as {name}.")
    organisations: tuple[Organisation, ...] = many("Members of the partnership and others who lead actions.")
    groups: tuple[Group, ...] = many("The boards and groups of the partnership.")
    meetings: tuple[Meeting, ...] = many("When they meet, in order.")
    strategies: tuple[Strategy, ...] = many("Other strategies and plans that this one goes with.")
    priorities: tuple[Priority, ...] = many("This period's priorities, in order.")
    actions: tuple[Action, ...] = many("This period's actions, in order.")
    previous: Programme | None = optional("Last period's priorities and actions, for the review.")
    sections: tuple[Section, ...] = many("The sections of the document, in order.")
    glossary: tuple[Term, ...] = many("Abbreviations and their meanings.")
    source: Source | None = hidden()

    @property
    def area(self) -> str:
        """The areas in a phrase: `Ashford`, `Ashford and Swale`, `Ashford, Swale and Dover`."""
        *others, last = self.areas or ("",)
        return f"{', '.join(others)} and {last}" if others else last

    @property
    def full_title(self) -> str:
        """Title, period, area and partnership in one line: `Partnership Plan 2025 - 2026, Ashford Safety Partnership`."""
        whose = " ".join(part for part in (self.area, self.partnership) if part)
        return ", ".join(part for part in (self.dated_title, whose) if part)

    @property
    def dated_title(self) -> str:
        """The title followed by the period: `Partnership Plan 2025 - 2026`."""
        return f"{self.title} {self.period.long}" if self.period else self.title

    @property
    def reviewed(self) -> Period | None:
        """The period under review: last year's, given or derived. Of a plan for several years, that before its edition."""
        if self.previous and self.previous.period:
            return self.previous.period
        present = self.edition or self.period
        return present.previous if present else None

    def every_block(self) -> Iterator[tuple[str, Block]]:
        """Path and block of each block of the sections, those inside boxes among them, in order."""
        for path, section in every_section(self.sections):
            yield from every_block(section.body, f"{path}/body")
