"""The fields of a plan that people can edit in a document, for backends whose files come back.

Which field a node was made from, composing says by its origin. What the fields are called and hold is gathered here, and
only where a backend asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from cspdocs.document.fields import LONGEST_TITLE, Field, Sent, beginning
from cspdocs.plan.digest import plan_digest
from cspdocs.plan.governance import Meeting
from cspdocs.plan.model import Action, Plan, Programme, Section, Update
from cspdocs.plan.placeholders import Placeholders
from cspdocs.records.types import ChoiceShape, record_shape
from cspdocs.template.template import Template
from cspdocs.values import has_fields, taking

_NAMES: Final = ("title", "name", "label")
"""The fields that say what a record is called: the first of them that is filled in."""

_CALLED: Final = {"phone": "Telephone", "email": "E-mail", "web": "Web address", "who": "Said by", "value": "Figure"}
"""What fields are called whose names in a plan file say too little to people."""

_ONE: Final = {"People": "Person"}
"""What one of several is called, where it is not the same without an s."""

_UNPRINTED: Final = frozenset({"template", "language", "kind", "page", "priority", "file", "colour"})
"""Texts that tell cspdocs something, or name something else in the plan."""


def sent_plan(plan: Plan, template: Template) -> Sent:
    """What a document of the plan carries so that it can be read back."""
    title = Placeholders(plan, template.statuses).fill(plan.title)
    return Sent(plan_digest(plan), title, plan.period.short if plan.period else "", editable_fields(plan, template))


def editable_fields(plan: Plan, template: Template) -> Mapping[str, Field]:
    """Every text of the plan by its path, and what is still to be filled in: updates, statuses and owners of actions."""
    inventory = _Inventory(plan, template)
    inventory.add_record(plan, "", "")
    return inventory.fields


class _Inventory:
    """The fields found so far, and the titles given to them."""

    def __init__(self, plan: Plan, template: Template) -> None:
        self.fields: dict[str, Field] = {}
        self._titles: dict[str, int] = {}
        self._plan = plan
        self._fill = Placeholders(plan, template.statuses).fill
        self._year = ""
        statuses = plan.statuses or template.statuses
        self._choices = tuple(f"{status.mark}\u00a0{status.word}" for status in statuses)
        wording = template.wording
        self._waiting = {
            "owners/1": ("Owner 1", self._fill(wording.blank)),
            "update": ("Update", self._fill(wording.no_update)),
            "status": ("Status", self._fill(wording.no_status)),
        }

    def add_record(self, record: Any, path: str, about: str, place: str = "") -> None:
        """Adds all texts below a record. `about` is what the record around it is called, `place` which one in it it is."""
        kind: type = type(record)
        about = self._name(record) or about
        start = f"{path}/" if path else ""
        named, values = _fields(kind)
        for (name, called), value in zip(named, values(record), strict=True):
            if type(value) is str:
                if value:
                    self._add(start + name, f"{place}, {called.lower()}" if place else called, about, value)
            elif value:
                self._add_all(value, start + name, called, about)
        if kind is Action:
            self._add_waiting(start, about)
        elif kind is Update and record.status:
            self.fields[f"{start}status"] = self.fields[f"{start}status"]._replace(choices=self._choices)
        elif kind is Section and not record.title:
            # Its heading is the template's until somebody gives it one.
            self._add(f"{start}title", "Section", about, "")

    def _add_all(self, value: Any, path: str, called: str, about: str) -> None:
        """Adds the texts of a field that holds more than one text."""
        kind: type = type(value)
        match value:
            case str():
                self._add(path, called, about, value)
            case tuple():
                one = _ONE.get(called) or (called if called.endswith("ss") else called.removesuffix("s"))
                for place, item in enumerate(value, 1):
                    self._add_all(item, f"{path}/{_key(item) or place}", f"{one} {place}", about)
            case Mapping():
                for name, item in value.items():
                    self._add_all(item, f"{path}/{name}", " ".join(name.split()), about)
            case Programme():
                reviewed = self._plan.reviewed
                self._year = f" {reviewed.short}" if reviewed else " last year"
                self.add_record(value, path, about)
                self._year = ""
            case Update() | Meeting():
                self.add_record(value, path, about, called)
            case _ if _is_record(kind):
                self.add_record(value, path, about)
            case _:
                # Dates, numbers and words out of a few are no texts.
                pass

    def _add_waiting(self, start: str, about: str) -> None:
        """Adds what an action lacks, with what is printed in its place, and says which words its status can be."""
        for name, (called, placeholder) in self._waiting.items():
            if start + name not in self.fields:
                self._add(start + name, called, about, "", placeholder)
        status = f"{start}status"
        self.fields[status] = self.fields[status]._replace(choices=self._choices)

    def _add(self, path: str, called: str, about: str, text: str, placeholder: str = "") -> None:
        title = _shortened(f"{called}{self._year}: {about}")
        if title in self._titles:
            title = self._numbered(title)
        self._titles[title] = 1
        self.fields[path] = Field(path, title, text, (), placeholder)

    def _numbered(self, title: str) -> str:
        """The title with the first number after it that makes it another than all before."""
        numbered = title
        while numbered in self._titles:
            self._titles[title] += 1
            number = f" ({self._titles[title]})"
            numbered = _shortened(title, LONGEST_TITLE - len(number)) + number
        return numbered

    def _name(self, record: Any) -> str:
        """What a record is called; empty for one that has neither name nor key."""
        named = next((text for name in _NAMES if (text := getattr(record, name, ""))), "") or _words(_key(record))
        return " ".join(self._fill(named).split())


def _shortened(title: str, most: int = LONGEST_TITLE) -> str:
    begun = beginning(title, most)
    return title if begun == title else f"{beginning(begun, most - 1).rstrip()}\u2026"


@cache
def _is_record(kind: type) -> bool:
    return has_fields(kind) and not hasattr(kind, "parse")


@cache
def _fields(kind: type) -> tuple[tuple[tuple[str, str], ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of a record's fields, in files and for people, and what takes all their values from a record."""
    found = {
        field.attribute: (name, kind.__name__ if name in _NAMES[:2] else _CALLED.get(name) or _words(name))
        for name, field in record_shape(kind).fields.items()
        if name not in _UNPRINTED and not isinstance(field.shape, ChoiceShape)
    }
    return tuple(found.values()), taking(tuple(found))


def _words(name: str) -> str:
    return f"{name[:1].upper()}{name[1:].replace('-', ' ')}"


@cache
def _key_attribute(kind: type) -> str:
    """The attribute that keys a record among its fellows; empty where there is none."""
    key = record_shape(kind).key if _is_record(kind) else None
    return key.attribute if key else ""


def _key(item: Any) -> str:
    kind: type = type(item)
    attribute = _key_attribute(kind)
    return str(getattr(item, attribute)) if attribute else ""
