"""Instances of the classes → plain mappings, lists and texts, in the shortest form that reads back the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeAlias, assert_never

from cspdocs.records.types import (
    BlocksShape,
    ChoiceShape,
    FieldShape,
    KeyedShape,
    ListShape,
    MapShape,
    NestedShape,
    RecordShape,
    ScalarShape,
    Shape,
    TextShape,
    record_shape,
)
from cspdocs.values import taking

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""What a file holds. `None` stands for nothing at all: a key with nothing after its colon."""


def unstructure(value: Any) -> Plain:
    """What a file holds for the record `value`: a text or list where its shorthand says all, else a mapping.

    Fields that equal their default are left out. Any value that `structure` can make can be written.

    Raises:
        ValueError: if two records that stand in one mapping have the same key.
    """
    record: type = type(value)
    shape = record_shape(record)
    given = [(field, inner) for field, default, inner in _fields(record, value) if inner is not default and inner != default]
    content = {field.name: _plain(inner, field.shape) for field, inner in given}
    if shape.shorthand and [field for field, _ in given] == [shape.shorthand]:
        return content[shape.shorthand.name]
    return content


def _fields(record: type, value: Any) -> Iterator[tuple[FieldShape, Any, Any]]:
    """Each field of a record with its default and with what it holds."""
    fields, defaults, take = _taken(record)
    return zip(fields, defaults, take(value), strict=True)


@cache
def _taken(record: type) -> tuple[tuple[FieldShape, ...], tuple[Any, ...], Callable[[Any], tuple[Any, ...]]]:
    """The fields of a record, their defaults, and what takes all that they hold at once."""
    fields = tuple(record_shape(record).fields.values())
    return fields, tuple(field.default for field in fields), taking([field.attribute for field in fields])


def _plain(value: Any, shape: Shape) -> Plain:
    match shape:
        case TextShape() | ChoiceShape():
            return str(value)
        case ScalarShape():
            return shape.show(value)
        case ListShape():
            return _list(value, shape)
        case KeyedShape():
            return _keyed(value, record_shape(shape.record))
        case BlocksShape():
            return _blocks(value, shape)
        case NestedShape():
            return unstructure(value)
        case MapShape():
            return {name: _plain(item, shape.value) for name, item in value.items()}
        case _:
            assert_never(shape)


def _content(record: Any) -> Plain:
    """What stands after a key or tag: nothing at all where every field has its default."""
    content = unstructure(record)
    return None if content == {} else content


def _list(value: tuple[Any, ...], shape: ListShape) -> Plain:
    items = [_plain(item, shape.item) for item in value]
    alone = shape.takes_text and len(items) == 1 and isinstance(items[0], str)
    return items[0] if alone else items


def _keyed(records: tuple[Any, ...], shape: RecordShape) -> Plain:
    """Records by key. A file cannot hold two of one key, so that writing them would lose the first in silence."""
    plain: dict[str, Plain] = {}
    for record in records:
        key = _key(record, shape)
        if key in plain:
            raise ValueError(f'"{key}" is used twice; give each {shape.record.__name__.lower()} a key of its own')
        plain[key] = _content(record)
    return plain


def _key(record: Any, shape: RecordShape) -> str:
    if shape.key is None:
        raise TypeError(f"{shape.record.__name__} has no key field")
    return str(_plain(getattr(record, shape.key.attribute), shape.key.shape))


def _blocks(value: tuple[Any, ...], shape: BlocksShape) -> Plain:
    blocks: list[Plain] = []
    for block in value:
        content = unstructure(block)
        is_text = type(block) is shape.text and isinstance(content, str)
        blocks.append(content if is_text else {type(block).tag: _content(block)})
    return blocks[0] if len(blocks) == 1 and isinstance(blocks[0], str) else blocks
