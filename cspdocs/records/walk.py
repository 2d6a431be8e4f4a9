"""Going through a record: every text in it with its path, and the line a path stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from cspdocs.records.types import record_shape


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Each text below `value` that is not empty, after its path by keys, in the order of the fields.

    Paths are those that `records.structure` gives to lines: keyed records by key, others by their place from 1.
    """
    match value:
        case str():
            if value:
                yield path, value
        case tuple() | list():
            for place, item in enumerate(value, 1):
                yield from texts(item, f"{path}/{_name(item) or place}")
        case Mapping():
            for name, item in value.items():
                yield from texts(item, f"{path}/{name}")
        case _:
            start = f"{path}/" if path else ""
            kind: type = type(value)
            for name, attribute in _fields(kind):
                inner = getattr(value, attribute)
                # Most fields are plain text or empty; going into each would take most of the time of a check.
                if type(inner) is str:
                    if inner:
                        yield start + name, inner
                elif inner:
                    yield from texts(inner, start + name)


def nearest_line(path: str, lines: Mapping[str, int]) -> int | None:
    """The line of the field at `path`, or of the nearest field around it; `None` where neither has one."""
    while path:
        if path in lines:
            return lines[path]
        path = path.rpartition("/")[0]
    return None


def _name(item: Any) -> str:
    """The key of a keyed record; empty for anything else."""
    kind: type = type(item)
    attribute = _key(kind)
    return str(getattr(item, attribute)) if attribute else ""


@cache
def _fields(kind: type) -> tuple[tuple[str, str], ...]:
    """The names of a record's fields, in files and as attributes; none for what is no record."""
    if not attrs.has(kind) or hasattr(kind, "parse"):
        return ()
    return tuple((name, field.attribute) for name, field in record_shape(kind).fields.items())


@cache
def _key(kind: type) -> str:
    """The attribute that keys a record among its fellows; empty where it has none."""
    key = record_shape(kind).key if attrs.has(kind) and not hasattr(kind, "parse") else None
    return key.attribute if key else ""
