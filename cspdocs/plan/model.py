"""The plan itself: its sections, priorities and actions."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from attrs import field, frozen

from cspdocs.plan.blocks import Block, Picture
from cspdocs.plan.directory import Contact, Organisation, Term
from cspdocs.plan.measures import Measure
from cspdocs.plan.period import Period
from cspdocs.plan.status import Status
from cspdocs.records.fields import Prose, hidden, key, many, optional, required

SectionKind = Literal["prose", "review", "stories", "priorities", "actions", "directory", "glossary", "contact"]


@frozen(kw_only=True)
class Source:
    """Where a plan was read from. No part of what the plan says."""

    folder: Path
    """Pictures are looked for here and nowhere else."""
    file: Path | None = None
    lines: Mapping[str, int] = field(factory=dict)
    """Path of a field to the line it stands on, counted from 1."""


@frozen(kw_only=True)
class Release:
    """Which state of the document this is."""

    stage: Literal["draft", "final"] = optional("draft until the plan is approved, then final.", "draft", shorthand=True)
    version: str = optional("Version label, such as 0.3.", "")
    date: datetime.date | None = optional("The date printed and kept in the files.")
    author: str = optional("Who answers for the document.", "")
    next_review: datetime.date | None = optional("When the plan is looked at again.")


@frozen(kw_only=True)
class Priority:
    """What the partnership has agreed to work on."""

    id: str = key("The short name by which actions and sections refer to the priority.")
    title: str = required("The title as it is printed.", shorthand=True)
    short: str = optional("A shorter title for narrow places.", "")
    kind: str = optional("priority, cross-cutting, or a word of the partnership's own.", "priority")
    scope: Prose = optional("What the priority covers and why it was chosen.", "")


@frozen(kw_only=True)
class Action:
    """Something to be done, who leads it, how it went."""

    id: str = key("The short name of the action; keep it from year to year while the action goes on.")
    title: str = required("What is to be done.", shorthand=True)
    priority: str = optional("The id of the priority it belongs to.", "")
    owners: tuple[str, ...] = many("Who leads: ids of organisations, or names such as All partners.")
    update: Prose = optional("How it went, or what has been done so far.", "")
    status: str = optional("A word of the status vocabulary.", "")


@frozen(kw_only=True)
class Programme:
    """The priorities and actions of one period, such as last year's."""

    period: Period | None = optional("The period; the one before the plan's when left out.")
    priorities: tuple[Priority, ...] = many("The priorities of that period.")
    actions: tuple[Action, ...] = many("Its actions, with update and status.")


@frozen(kw_only=True)
class Section:
    """A part of the document under a heading of its own.

    A section of a kind takes its heading from the template where it has no title, and ends with the content
    of its kind (the action tables, the directory, …) unless its body already places it.
    """

    id: str = key("The short name of the section; it becomes the address of the section on the web.")
    kind: SectionKind = optional("What the section holds beside its own text.", "prose")
    title: str = optional("The heading; the template's heading for the kind when left out.", "")
    contents_title: str = optional("The title in the contents list, where it differs from the heading.", "")
    page: str = optional("The template's sheet of paper; Page when left out. Not for sections inside others.", "")
    priority: str = optional("The priority a story belongs to; its title is the heading when none is given.", "")
    body: tuple[Block, ...] = many("Text, or a list of blocks: text, picture, quote, table and others.")
    sections: tuple[Section, ...] = many("Sections inside this one, under smaller headings.")


@frozen(kw_only=True)
class Cover:
    """What the first page shows beside the titles."""

    picture: Picture | None = optional("A picture for the cover.")


@frozen(kw_only=True)
class Plan:
    """A partnership plan: what the partnership means, with no word on pages.

    Every field but `title` may be left out. Plans are immutable; `attrs.evolve` makes a changed one.
    """

    title: str = required("The plan's title, such as Partnership Plan.")
    partnership: str = optional("The name of the partnership without the area.", "")
    areas: tuple[str, ...] = many("The council areas the plan covers.")
    period: Period | None = optional("The period, as in 2025/26.")
    template: str = optional("The template that lays the plan out: a name, or a folder beside the plan.", "")
    language: str = optional("Language of the text, as in en-GB.", "en-GB")
    release: Release = optional("State, version and date of the document.", Release())
    cover: Cover = optional("The first page.", Cover())
    contact: Contact | None = optional("How to reach the partnership, for the back page.")
    statuses: tuple[Status, ...] = many("The status vocabulary; the template's when left out.")
    figures: tuple[Measure, ...] = many("Figures that prose quotes as {name}.")
    organisations: tuple[Organisation, ...] = many("Members of the partnership and others who lead actions.")
    priorities: tuple[Priority, ...] = many("This period's priorities, in order.")
    actions: tuple[Action, ...] = many("This period's actions, in order.")
    previous: Programme | None = optional("Last period's priorities and actions, for the review.")
    sections: tuple[Section, ...] = many("The sections of the document, in order.")
    glossary: tuple[Term, ...] = many("Abbreviations and their meanings.")
    source: Source | None = hidden()

    @property
    def full_title(self) -> str:
        """Title, period, area and partnership in one line: `Partnership Plan 2025 - 2026, Ashford Safety Partnership`."""
        whose = " ".join(part for part in (" and ".join(self.areas), self.partnership) if part)
        return ", ".join(part for part in (self.dated_title, whose) if part)

    @property
    def dated_title(self) -> str:
        """The title followed by the period: `Partnership Plan 2025 - 2026`."""
        return f"{self.title} {self.period.long}" if self.period else self.title

    @property
    def reviewed(self) -> Period | None:
        """The period under review: last year's, given or derived."""
        if self.previous and self.previous.period:
            return self.previous.period
        return self.period.previous if self.period else None
