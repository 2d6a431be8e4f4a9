"""Records made in code that hold something else than their class says. Files cannot: `structure` decides by the classes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, assert_never

from cspdocs.diagnostics import Diagnostic
from cspdocs.records.types import (
    BlocksShape,
    ChoiceShape,
    FieldShape,
    KeyedShape,
    ListShape,
    MapShape,
    NestedShape,
    ScalarShape,
    Shape,
    TextShape,
    record_shape,
    with_article,
)
from cspdocs.records.walk import key_of

_LONGEST_SHOWN = 40


def mistyped(record: Any, path: str = "") -> Iterator[Diagnostic]:
    """Each field of a record, and of those in it, that holds what its class does not allow, with what would be right."""
    kind: type = type(record)
    shape = record_shape(kind)
    fields: Iterable[FieldShape] = (*((shape.key,) if shape.key else ()), *shape.fields.values())
    for field in fields:
        value = getattr(record, field.attribute)
        if value is not field.default:
            yield from _value(value, field.shape, f"{path}/{field.name}" if path else field.name)


def _value(value: Any, shape: Shape, path: str) -> Iterator[Diagnostic]:
    match shape:
        case TextShape():
            yield from _unless(isinstance(value, str), value, "a text", "write it in quotes", path)
        case ScalarShape(name=name, kind=kind):
            parse = f'{kind.__name__}.parse("{value}")' if hasattr(kind, "parse") else f"{kind.__name__}(…)"
            yield from _unless(isinstance(value, kind), value, name, f"write {parse}", path)
        case ChoiceShape(words):
            yield from _unless(value in words, value, "a word out of a few", f"write one of {', '.join(words)}", path)
        case ListShape(item):
            for place, inner in enumerate(value, 1):
                yield from _value(inner, item, f"{path}/{place}")
        case MapShape(inside):
            mapping = isinstance(value, Mapping)
            yield from _unless(mapping, value, "a mapping", 'write {"name": …}', path)
            for name, inner in value.items() if mapping else ():
                yield from _value(inner, inside, f"{path}/{name}")
        case NestedShape(record):
            yield from _record(value, (record,), path)
        case KeyedShape(record):
            for place, inner in enumerate(value, 1):
                yield from _record(inner, (record,), f"{path}/{key_of(inner) or place}")
        case BlocksShape(by_tag):
            for place, inner in enumerate(value, 1):
                yield from _record(inner, tuple(by_tag.values()), f"{path}/{place}")
        case _:
            assert_never(shape)


def _record(value: Any, kinds: tuple[type, ...], path: str) -> Iterator[Diagnostic]:
    if isinstance(value, kinds):
        yield from mistyped(value, path)
        return
    names = [kind.__name__ for kind in kinds]
    if len(names) == 1:
        yield _found(value, with_article(names[0].lower()), f"write {names[0]}(…)", path)
    elif isinstance(value, str) and "Text" in names:
        yield _found(value, "a block", "write Text(text=…)", path)
    else:
        yield _found(value, "a block", f"write one of {', '.join(names)}", path)


def _unless(right: bool, value: Any, wanted: str, hint: str, path: str) -> Iterator[Diagnostic]:
    if not right:
        yield _found(value, wanted, hint, path)


def _found(value: Any, wanted: str, hint: str, path: str) -> Diagnostic:
    shown = repr(value)
    shown = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[: _LONGEST_SHOWN - 1]}…"
    return Diagnostic(code="mistyped", message=f"{shown} stands where {wanted} is meant", path=path, hint=hint)
