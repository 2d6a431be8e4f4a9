"""The council's published plan of 2025-26, word for word, as a Plan: read from the layout oracle that the project shares.

The text belongs to the council and stays outside this repository, so tests that need it skip where it is missing.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import PIL.Image
import pytest

from cspdocs.plan.blocks import ActionTables, Block, Picture, Text
from cspdocs.plan.directory import Contact, Organisation, Term
from cspdocs.plan.model import Action, Cover, Plan, Priority, Programme, Release, Section, Source
from cspdocs.plan.period import Period
from cspdocs.units import pt

LAYOUT = Path(__file__).resolve().parents[2] / "shared" / "layout"
_PICTURE_HEIGHT = pt(135)
_KINDS = {20: "directory", 21: "glossary"}


def oracle() -> dict[str, Any]:
    """The published plan, block by block."""
    file = LAYOUT / "tm-2025-26.json"
    if not file.exists():
        pytest.skip(f"the published plan is not here: {file.name} stands in the shared material, not in the repository")
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def fidelity() -> ModuleType:
    """The program that measures a PDF against the oracle."""
    spec = importlib.util.spec_from_file_location("fidelity", LAYOUT / "fidelity.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def published_plan(folder: Path) -> Plan:
    """The plan. `folder` receives the picture that stands for each of the published ones."""
    PIL.Image.new("RGB", (320, 180), "#7f9fbf").save(folder / "picture.png")
    return _Builder(oracle()).build(folder)


class _Builder:
    """Goes through the blocks once, in reading order."""

    def __init__(self, published: dict[str, Any]) -> None:
        self._contents = {entry["heading"]: entry["title"] for entry in published["contents"]}
        self._blocks = published["blocks"]
        self._sections: list[dict[str, Any]] = []
        self._priorities: dict[str, list[Priority]] = {"review": [], "action": []}
        self._actions: dict[str, list[Action]] = {"review": [], "action": []}
        self._organisations: list[Organisation] = []
        self._terms: list[Term] = []
        self._back: list[str] = []
        self._topic = ""

    def build(self, folder: Path) -> Plan:
        cover = [block["text"] for block in self._blocks if block["type"] == "cover"]
        for block in self._blocks:
            self._take(block)
        name, *ways = self._back
        phone = next(way.removeprefix("Tel: ") for way in ways if way.startswith("Tel"))
        email = next(way.removeprefix("Email: ") for way in ways if way.startswith("Email"))
        return Plan(
            title="Partnership Plan",
            areas=[cover[0]],
            partnership=cover[1],
            period=Period.parse("2025/26"),
            template="tonbridge-malling",
            release=Release(stage="final"),
            cover=Cover(picture=self._picture()),
            contact=Contact(name=name, phone=phone, email=email),
            organisations=self._organisations,
            priorities=self._priorities["action"],
            actions=self._actions["action"],
            previous=Programme(priorities=self._priorities["review"], actions=self._actions["review"]),
            sections=[_section(described) for described in self._sections],
            glossary=self._terms,
            source=Source(folder=folder),
        )

    def _take(self, block: dict[str, Any]) -> None:
        match block["type"]:
            case "heading" if block["role"] == "section":
                number = len(self._sections)
                title = block["text"]
                described = {"id": f"s{number}", "title": title, "contents": self._contents[title], "body": [], "topics": []}
                described["kind"] = _KINDS.get(block["page"], "prose")
                self._sections.append(described)
            case "heading" if block["role"] == "topic":
                self._topic = block["text"]
                self._sections[-1]["topics"].append({"title": self._topic, "body": []})
            case "heading" if block["role"] == "back":
                self._back.append(block["text"])
            case "back":
                self._back.append(block["text"])
            case "paragraph":
                self._body().append(Text(text=_escaped(block["text"])))
            case "bullet":
                self._bullet(block["text"])
            case "picture" if block["where"] != "cover":
                self._body().append(self._picture())
            case "table":
                self._table(block)
            case "grid":
                self._grid(block)
            case "glossary":
                self._terms.append(Term(term=block["term"], meaning=block["meaning"]))
            case _:
                pass

    def _body(self) -> list[Block]:
        section = self._sections[-1]
        body: list[Block] = (section["topics"][-1] if section["topics"] else section)["body"]
        return body

    def _bullet(self, text: str) -> None:
        body = self._body()
        last = body[-1]
        if isinstance(last, Text) and last.text.startswith("- "):
            body[-1] = Text(text=f"{last.text}\n- {_escaped(text)}")
        else:
            body.append(Text(text=f"- {_escaped(text)}"))

    def _picture(self) -> Picture:
        return Picture(file="picture.png", alt="A picture of the published plan", height=_PICTURE_HEIGHT)

    def _table(self, block: dict[str, Any]) -> None:
        kind = block["kind"]
        priority = f"{kind}-{len(self._priorities[kind])}"
        self._priorities[kind].append(Priority(id=priority, title=self._topic))
        section = self._sections[-1]
        section["topics"].pop()
        tables = ActionTables(year="previous" if kind == "review" else "current")
        if tables not in section["body"]:
            section["body"].append(tables)
        for row in block["rows"]:
            title, owners, update, _ = row["cells"]
            self._actions[kind].append(
                Action(
                    id=f"{kind}-{len(self._actions[kind])}",
                    title=" ".join(_entries(title)),
                    priority=priority,
                    owners=_entries(owners),
                    update=_escaped("\n\n".join(_entries(update))),
                )
            )

    def _grid(self, block: dict[str, Any]) -> None:
        for row in block["rows"]:
            for cell in row["cells"]:
                self._organisations.append(_organisation(cell["text"], len(self._organisations)))


def _section(described: dict[str, Any]) -> Section:
    children = [
        Section(id=f"t{number}", title=topic["title"], body=topic["body"])
        for number, topic in enumerate(described["topics"])
    ]
    contents = described["contents"]
    return Section(
        id=described["id"],
        kind=described["kind"],
        title=described["title"],
        contents_title=contents if contents != described["title"] else "",
        body=described["body"],
        sections=children,
    )


def _entries(cell: dict[str, Any]) -> list[str]:
    """The entries of a cell, its wrapped lines joined: a hyphen at the end of a line stays."""
    entries: list[str] = []
    kinds = ["entry", *cell.get("breaks", [])]
    for line, kind in zip(cell["lines"], kinds, strict=False):
        if kind != "wrap" or not entries:
            entries.append(line)
        else:
            entries[-1] += line if entries[-1].endswith("-") else f" {line}"
    return entries


def _organisation(text: str, number: int) -> Organisation:
    name, _, rest = text.partition(" Tel")
    web = (rest or name).split()[-1].replace("<u>", "").replace("</u>", "")
    if not rest:
        name = name.removesuffix(web).strip()
    phone = rest.removesuffix(web).lstrip(": ").replace("<u>", "").strip()
    return Organisation(id=f"o{number}", name=name, phone=phone, web=web)


def _escaped(text: str) -> str:
    """Text in which nothing is markup."""
    return text.replace("*", "\\*").replace("_", "\\_")
