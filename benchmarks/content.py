"""The content of the comparison as a plan of ours. The peers read the same neutral JSON, in which no text is markup."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from cspdocs.plan.blocks import ActionTables, Text
from cspdocs.plan.directory import Contact, Organisation, Term
from cspdocs.plan.model import Action, Plan, Priority, Programme, Section
from cspdocs.plan.period import Period


def read_content(file: Path) -> dict[str, Any]:
    """The neutral content in a JSON file."""
    return json.loads(file.read_text(encoding="utf-8"))


def vary(content: Any, mark: int, key: str = "") -> Any:
    """The same content with a mark in the middle of every text, so that whatever remembers texts gains nothing.

    It marks what the peers' own harness marks: all but table headings and the kinds of blocks.
    """
    match content:
        case dict():
            return {name: vary(value, mark, name) for name, value in content.items()}
        case list() if key != "head":
            return [vary(value, mark) for value in content]
        case str() if content and key != "t":
            middle = content.find(" ", len(content) // 2)
            return f"{content}{mark}" if middle < 0 else f"{content[:middle]}{mark}{content[middle:]}"
        case _:
            return content


def plan_from(content: dict[str, Any]) -> Plan:
    """The content as a plan."""
    return _Conversion().plan(content)


class _Conversion:
    """What the sections of the content hold for the plan as a whole, gathered while they are gone through."""

    def __init__(self) -> None:
        self._priorities: dict[str, list[Priority]] = {"previous": [], "current": []}
        self._actions: dict[str, list[Action]] = {"previous": [], "current": []}
        self._organisations: list[Organisation] = []
        self._terms: list[Term] = []

    def plan(self, content: dict[str, Any]) -> Plan:
        area, partnership, dated_title = content["cover"]
        title, years = re.fullmatch(r"(.+) (\d{4} - \d{4})", dated_title).groups()
        name, *ways = content["contact"]
        sections = tuple(self._section(number, section) for number, section in enumerate(content["sections"], 1))
        return Plan(
            title=title,
            period=Period.parse(years),
            areas=(area,),
            partnership=partnership,
            contact=Contact(name=name, **_ways_to_reach(ways)),
            organisations=tuple(self._organisations),
            priorities=tuple(self._priorities["current"]),
            actions=tuple(self._actions["current"]),
            previous=Programme(priorities=tuple(self._priorities["previous"]), actions=tuple(self._actions["previous"])),
            sections=sections,
            glossary=tuple(self._terms),
        )

    def _section(self, number: int, section: dict[str, Any]) -> Section:
        """A section; each heading inside it begins a section of its own."""
        kind, inner = "prose", [("", [])]
        for block in section["blocks"]:
            title, body = inner[-1]
            match block["t"]:
                case "h2":
                    inner.append((block["text"], []))
                case "p":
                    body.append(Text(text=block["text"]))
                case "ul":
                    body.append(Text(text="\n".join(f"- {item}" for item in block["items"])))
                case "actions":
                    body.append(self._action_table(title, block["rows"]))
                case "directory":
                    kind = "directory"
                    for row in block["rows"]:
                        for text in row:
                            self._add_organisation(text)
                case "glossary":
                    kind = "glossary"
                    self._terms += [Term(term=term, meaning=meaning) for term, meaning in block["rows"]]
        (_, body), *headed = inner
        sections = tuple(Section(id=f"part-{n}", title=title, body=tuple(body)) for n, (title, body) in enumerate(headed, 1))
        return Section(id=f"section-{number}", kind=kind, title=section["title"], body=tuple(body), sections=sections)

    def _action_table(self, title: str, rows: list[list[str]]) -> ActionTables:
        """The table of one priority: last year's where it tells how the actions went."""
        year = "previous" if any(update for _, _, update, _ in rows) else "current"
        priorities, actions = self._priorities[year], self._actions[year]
        priority = f"priority-{len(priorities) + 1}"
        priorities.append(Priority(id=priority, title=title))
        for action, owners, update, status in rows:
            owned_by = tuple(owners.split("\n"))
            identifier = f"action-{len(actions) + 1}"
            actions.append(
                Action(id=identifier, title=action, priority=priority, owners=owned_by, update=update, status=status)
            )
        return ActionTables(year=year, priority=priority)

    def _add_organisation(self, text: str) -> None:
        name, *ways = text.split("\n")
        identifier = f"organisation-{len(self._organisations) + 1}"
        self._organisations.append(Organisation(id=identifier, name=name, **_ways_to_reach(ways)))


def _ways_to_reach(lines: list[str]) -> dict[str, str]:
    """The fields of the lines below a name. The template prints "Tel: " and "Email: " before them again."""
    ways = {}
    for line in lines:
        label = re.match(r"(Tel|Email):? ?", line)
        field = {"Tel": "phone", "Email": "email"}[label[1]] if label else "web"
        ways[field] = line[label.end() :] if label else line
    return ways
