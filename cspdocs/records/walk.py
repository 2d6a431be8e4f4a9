"""Going through a record: every text and every reference in it with its path, and the line a path stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from cspdocs.records.types import BlocksShape, FieldShape, KeyedShape, ListShape, NestedShape, ScalarShape, record_shape
from cspdocs.values import has_fields, taking


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
                yield from texts(item, f"{path}/{key_of(item) or place}")
        case Mapping():
            for name, item in value.items():
                yield from texts(item, f"{path}/{name}")
        case _:
            start = f"{path}/" if path else ""
            kind: type = type(value)
            names, content = _fields(kind)
            for name, inner in zip(names, content(value), strict=True):
                # Most fields are plain text or empty; going into each would take most of the time of a check.
                if type(inner) is str:
                    if inner:
                        yield start + name, inner
                elif inner:
                    yield from texts(inner, start + name)


def references(value: Any, path: str = "") -> Iterator[tuple[str, str, str]]:
    """Path, name and what it names, of each name of something else below `value` that is not empty.

    Which fields hold such names, and of what, their `refers` says (see `records.fields`). Paths are as those of `texts`.
    """
    start = f"{path}/" if path else ""
    kind: type = type(value)
    for name, attribute, refers in _referring(kind):
        inner = getattr(value, attribute)
        if not inner:
            continue
        placed = [(start + name, inner)]
        if isinstance(inner, tuple):
            placed = [(f"{start}{name}/{key_of(item) or place}", item) for place, item in enumerate(inner, 1)]
        for where, item in placed:
            if not refers:
                yield from references(item, where)
            elif item:
                yield where, item, refers


def nearest_line(path: str, lines: Mapping[str, int]) -> int | None:
    """The line of the field at `path`, or of the nearest field around it; `None` where neither has one."""
    while path:
        if path in lines:
            return lines[path]
        path = path.rpartition("/")[0]
    return None


def key_of(item: Any) -> str:
    """The key of a keyed record; empty for anything else."""
    kind: type = type(item)
    attribute = _key(kind)
    return str(getattr(item, attribute)) if attribute else ""


@cache
def _fields(kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of the fields of a record that may hold text, and what takes their content from it; none for no record."""
    shapes = record_shape(kind).fields.values() if has_fields(kind) and not hasattr(kind, "parse") else ()
    found = [field for field in shapes if not isinstance(field.shape, ScalarShape)]
    return tuple(field.name for field in found), taking([field.attribute for field in found])


@cache
def _referring(kind: type) -> tuple[tuple[str, str, str], ...]:
    """Name, attribute and `refers` of the fields of a record that hold references, or records that may."""
    if not has_fields(kind) or hasattr(kind, "parse"):
        return ()
    found = [field for field in record_shape(kind).fields.values() if field.refers or _holds_records(field)]
    return tuple((field.name, field.attribute, field.refers) for field in found)


def _holds_records(field: FieldShape) -> bool:
    shape = field.shape.item if isinstance(field.shape, ListShape) else field.shape
    return isinstance(shape, KeyedShape | BlocksShape | NestedShape)


@cache
def _key(kind: type) -> str:
    """The attribute that keys a record among its fellows; empty where it has none."""
    key = record_shape(kind).key if has_fields(kind) and not hasattr(kind, "parse") else None
    return key.attribute if key else ""
