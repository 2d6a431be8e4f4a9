"""The council's published plan of 2014-15, word for word, as a Plan, and where its lines and pages turn.

Both are read from the extracted text that the project shares. The text belongs to the council and stays outside this
repository, so tests that need it skip where it is missing. Of the first table the lines are those of the published page; the
extraction lost them in the other two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import pytest

from cspdocs.plan.blocks import Block, PageBreak, Table, Text
from cspdocs.plan.directory import Contact, Organisation
from cspdocs.plan.model import Plan, Release, Section, Source
from cspdocs.plan.period import Period
from cspdocs.units import pt

_SEEDS: Final = Path(__file__).resolve().parents[2] / "shared" / "seeds"
_COLUMNS: Final = (189.9, 75.0, 62.0, 58.0, 73.6)
_PAGES: Final = {
    "Introduction": 3,
    "Review of actions": 4,
    "Review of projects": 7,
    "Priority Issues": 9,
    "Partnership Plan": 11,
    "Membership": 13,
}
_TABLE_PAGES: Final = (4, 5, 6)
_LONGEST_HEADING: Final = 90
_ROWS: Final = (
    ("Develop", 2), ("Increase", 3), ("Continue the work of the ASB", 4), ("Link in", 4), ("Nominate", 2),
    ("Work with Registered", 4), ("Support diversionary", 4), ("The YISP", 3), ("Review the ASB", 2),
)  # fmt: skip
"""How the rows of the first table begin, and how many lines each has in its first column."""


def published_text() -> list[str]:
    """The lines of the published plan."""
    files = sorted(_SEEDS.glob("004_*.txt"))
    if not files:
        pytest.skip("the published plan of 2014-15 is not here: it stands in the shared material, not in the repository")
    return files[0].read_text(encoding="utf-8").splitlines()


class Published:
    """The plan as published: `plan` for cspdocs, `oracle` for the program that measures pages."""

    def __init__(self, folder: Path) -> None:
        lines = published_text()
        self._titles = [line.split("\t")[0] for line in lines if re.search(r"\tPage \d+$", line)]
        self._blocks: list[dict[str, Any]] = []
        self.plan = self._plan(lines, folder)
        self.oracle = {
            "contents": [self._entry(title) for title in self._titles],
            "blocks": self._blocks,
        }

    def _entry(self, title: str) -> dict[str, Any]:
        page = next(page for start, page in _PAGES.items() if title.startswith(start))
        heading = next(
            block["text"]
            for block in self._blocks
            if block["type"] == "heading" and block["page"] == page and block["level"] == 1
        )
        return {"title": title, "printed": f"Page {page}", "page": page, "heading": heading}

    def _plan(self, lines: Sequence[str], folder: Path) -> Plan:
        sections = [self._section(title, body) for title, body in _cut(lines, self._titles)]
        return Plan(
            title="Partnership Plan",
            areas=[lines[0]],
            partnership=lines[2],
            period=Period.parse("2014/15"),
            template="tonbridge-malling-2014",
            release=Release(stage="draft"),
            contact=Contact(name="Partnership", phone="01732 844522", email="csp@tmbc.gov.uk"),
            organisations=[Organisation(id=f"o{number}", name=name) for number, name in enumerate(_members(lines))],
            sections=sections,
            source=Source(folder=folder),
        )

    def _section(self, title: str, body: Sequence[str]) -> Section:
        page = next(page for start, page in _PAGES.items() if title.startswith(start))
        heading = body[0]
        self._heading(heading, page, level=1)
        kind = "directory" if page == _PAGES["Membership"] else "prose"
        own, *topics = _topics([] if kind == "directory" else body[1:])
        return Section(
            id=f"s{page}",
            kind=kind,
            title=heading,
            contents_title=title if title != heading else "",
            body=list(self._body(own, page)),
            sections=[self._topic(number, topic, page) for number, topic in enumerate(topics)],
        )

    def _topic(self, number: int, lines: Sequence[str], page: int) -> Section:
        self._heading(lines[0], page, level=2)
        return Section(id=f"t{number}", title=lines[0], body=list(self._body(lines[1:], page)))

    def _heading(self, text: str, page: int, level: int) -> None:
        role = "section" if level == 1 else "topic"
        self._blocks.append(
            {"type": "heading", "role": role, "level": level, "text": text, "page": page if level == 1 else None}
        )

    def _body(self, lines: Sequence[str], page: int) -> Iterator[Block]:
        tables = 0
        for kind, group in groupby(
            lines, key=lambda line: "table" if "\t" in line else "list" if line.startswith("- ") else ""
        ):
            match kind:
                case "table":
                    for rows in _tables(list(group)):
                        if tables:
                            yield PageBreak()
                        yield self._table(rows, tables)
                        tables += 1
                case "list":
                    yield Text(text="\n".join(group))
                case _:
                    for line in group:
                        yield Text(text=re.sub(r"([*_\[\]])", r"\\\1", line))
                        self._blocks.append({"type": "paragraph", "text": line, "page": page})

    def _table(self, rows: Sequence[Sequence[Sequence[str]]], number: int) -> Table:
        header, *body = rows
        page = _TABLE_PAGES[number]
        described = [
            {
                "cells": [_cell(cell, complete=number == 0) for cell in row],
                "page": page,
                "starts_page": number > 0 and not place,
            }
            for place, row in enumerate(body)
        ]
        self._blocks.append(
            {"type": "table", "id": f"T{number}", "kind": "targets", "rows": described, "header": [_cell(c) for c in header]}
        )
        cells = [tuple(" ".join(cell) for cell in row) for row in body]
        return Table(
            columns=[" ".join(cell) for cell in header],
            rows=[row if any(row[1:]) else row[:1] for row in cells],
            widths=[pt(width) for width in _COLUMNS],
        )


def _cut(lines: Sequence[str], titles: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Each section after its title in the contents, from its heading on."""
    starts = []
    place = next(number for number, line in enumerate(lines) if line.startswith("If you have difficulty")) + 3
    for title in titles:
        words = title.split("\u2013")[0].strip()
        place = next(number for number, line in enumerate(lines) if number >= place and line.startswith(words[:30]))
        starts.append(place)
        place += 1
    for title, start, end in zip(titles, starts, [*starts[1:], len(lines)], strict=True):
        yield title, list(lines[start:end])


def _kind(line: str) -> str:
    return "table" if "\t" in line else "list" if line.startswith("- ") else "text"


def _topics(lines: Sequence[str]) -> list[list[str]]:
    """What stands before the first heading inside a section, then each heading with what follows it.

    A paragraph that the turn of a page cut in two is whole again.
    """
    parts: list[list[str]] = [[]]
    cut = ""
    for line in filter(None, lines):
        text = f"{cut} {line}" if cut else line
        cut = ""
        ends = text.endswith((".", ":")) or text.startswith("- ") or "\t" in text
        if not ends and len(text) > _LONGEST_HEADING:
            cut = text
        elif ends:
            parts[-1].append(text)
        else:
            parts.append([text])
    return parts


def _tables(lines: Sequence[str]) -> Iterator[list[list[list[str]]]]:
    """Each table as rows of cells, each cell a list of its lines; short cells that lost their row have other words."""
    tables: list[list[list[list[str]]]] = []
    for line in lines:
        cells = [cell.strip() for cell in line.split("\t")]
        if cells[0].startswith("Action/target"):
            tables.append([])
        tables[-1].append([[cell] if cell else [] for cell in cells])
    first = tables[0]
    text = [line.replace("Community Payback Work", "Community Payback\nWork") for row in first[2:] for line in row[0]]
    joined = [part for line in text for part in line.split("\n")]
    merged = first[:2]
    for start, count in _ROWS:
        place = next(number for number, line in enumerate(joined) if line.startswith(start))
        merged.append([joined[place : place + count], ["N/A"], ["N/A"], [], []])
    yield merged
    yield from tables[1:]


def _cell(lines: Sequence[str], *, complete: bool = False) -> dict[str, Any]:
    return {"lines": list(lines), "breaks": ["wrap"] * (len(lines) - 1), "complete": complete}


def _members(lines: Sequence[str]) -> list[str]:
    """Names enough to fill the directory; its text was shuffled by the extraction."""
    return [f"Member {number}" for number in range(1, 16)] if lines else []
