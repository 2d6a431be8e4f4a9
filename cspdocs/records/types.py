"""What a class allows in a file, read once from its annotations.

Reflection is slow; the reader, the writer and the schema work from these shapes and never look at a type again.
"""

from __future__ import annotations

import datetime
import sys
import types
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from cspdocs.records import scalars
from cspdocs.records.fields import ABOUT, HIDDEN, KEY, REFERS, SHORTHAND, Markdown, file_name
from cspdocs.values import NOTHING, Attribute, Factory, fields, frozen, has_fields

MISSING: Any = object()
"""Stands for a value that is not there; `None` may be a value."""


TEXT_TYPES = ("string", "number", "boolean")
"""What an editor may take a text for: it reads `101` as a number and `true` as a boolean."""


@frozen
class TextShape:
    """Text, kept as typed."""

    prose: bool = False


@frozen
class ScalarShape:
    """Text that `parse` turns into a value of the class `kind`, and `show` back. `name` says what it is, as in "a date".

    An editor may take the text for one of the JSON types `types`; where it is a string it has `pattern`.
    """

    name: str
    kind: type
    parse: Callable[[str], Any]
    show: Callable[[Any], str] = str
    types: tuple[str, ...] = TEXT_TYPES
    pattern: str = ""


@frozen
class ChoiceShape:
    """One of a few words."""

    words: tuple[str, ...]


@frozen
class ListShape:
    """Items in a list. One text alone stands for a list of it where each item may be a text."""

    item: Shape

    @property
    def takes_text(self) -> bool:
        """Whether one text may stand in place of the list."""
        if isinstance(self.item, NestedShape):
            return record_shape(self.item.record).takes_text
        return isinstance(self.item, TextShape | ScalarShape | ChoiceShape)


@frozen
class KeyedShape:
    """Records in a mapping, each under the value of its key field."""

    record: type


@frozen
class MapShape:
    """A mapping with free keys."""

    value: Shape


@frozen
class BlocksShape:
    """A list of one-entry mappings, the key naming the class of what it holds."""

    by_tag: Mapping[str, type]

    @property
    def text(self) -> type | None:
        """The class that a plain text stands for."""
        return self.by_tag.get("text")


@frozen
class NestedShape:
    """A mapping that holds a record, or a text or list where the record has a shorthand.

    It holds the class, not its shape, because classes may contain themselves.
    """

    record: type


Shape: TypeAlias = TextShape | ScalarShape | ChoiceShape | ListShape | KeyedShape | MapShape | BlocksShape | NestedShape


@frozen
class FieldShape:
    """A field of a record."""

    attribute: str
    name: str
    shape: Shape
    about: str
    default: Any
    """The value when left out, `MISSING` where the field must be given."""
    refers: str = ""
    """What its texts are the names of; empty where they say something themselves."""

    @property
    def required(self) -> bool:
        """Whether the field must be given."""
        return self.default is MISSING


@frozen
class RecordShape:
    """A record: its fields by the names they have in files, the key field aside."""

    record: type
    fields: Mapping[str, FieldShape]
    key: FieldShape | None
    shorthand: FieldShape | None
    required: tuple[FieldShape, ...]

    @property
    def takes_text(self) -> bool:
        """Whether a text may stand in place of the record."""
        return self.shorthand is not None and isinstance(self.shorthand.shape, TextShape | ScalarShape | ChoiceShape)

    @property
    def takes_list(self) -> bool:
        """Whether a list may stand in place of the record."""
        return self.shorthand is not None and isinstance(self.shorthand.shape, ListShape | BlocksShape)


@cache
def record_shape(record: type) -> RecordShape:
    """What may stand in a file for an instance of the attrs class `record`.

    Raises:
        TypeError: if a field's type has no place in a file; a mistake in the class, not in a file.
    """
    written = {name: (text, base.__module__) for base in reversed(record.__mro__) for name, text in _annotations(base)}
    key = shorthand = None
    shapes: dict[str, FieldShape] = {}
    for attribute in fields(record):
        if attribute.metadata.get(HIDDEN):
            continue
        name = file_name(attribute.name)
        about = attribute.metadata.get(ABOUT, "")
        refers = attribute.metadata.get(REFERS, "")
        shape = FieldShape(
            attribute.name, name, _written_shape(*written[attribute.name]), about, _default(attribute), refers
        )
        if attribute.metadata.get(KEY):
            key = shape
            continue
        shapes[name] = shape
        if attribute.metadata.get(SHORTHAND):
            shorthand = shape
    required = tuple(shape for shape in shapes.values() if shape.required)
    return RecordShape(record, shapes, key, shorthand, required)


def _annotations(kind: type) -> Iterable[tuple[str, str]]:
    annotations: dict[str, str] = vars(kind).get("__annotations__", {})
    return annotations.items()


@cache
def _written_shape(annotation: str, module: str) -> Shape:
    """The shape of an annotation as it is written in a module; most fields of a plan share one of few."""
    return _shape(eval(annotation, vars(sys.modules[module])))  # noqa: S307  # what our own classes say of their fields


def _default(attribute: Attribute[Any]) -> Any:
    default: Any = attribute.default
    if default is NOTHING:
        return MISSING
    made = isinstance(default, Factory)  # type: ignore[arg-type]  # a class, though its stub says a function
    return default.factory() if made else default


_SCALARS: Mapping[Any, ScalarShape] = {
    bool: ScalarShape("yes or no", bool, scalars.parse_flag, scalars.show_flag, ("string", "boolean"), scalars.FLAG),
    int: ScalarShape("a whole number", int, scalars.parse_whole, str, ("string", "integer"), scalars.WHOLE),
    float: ScalarShape("a number", float, scalars.parse_number, scalars.show_number, ("string", "number"), scalars.NUMBER),
    datetime.date: ScalarShape(
        "a date", datetime.date, scalars.parse_date, datetime.date.isoformat, ("string",), scalars.DATE
    ),
}


def _shape(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation is str:
        return TextShape()
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    if origin is Annotated:
        return TextShape(prose=Markdown in arguments)
    if origin is Literal:
        return ChoiceShape(arguments)
    if origin is Union or origin is types.UnionType:
        return _shape(_without_none(annotation, arguments))
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _tuple_shape(arguments[0])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return MapShape(_shape(arguments[1]))
    if isinstance(annotation, type) and has_fields(annotation) and not hasattr(annotation, "parse"):
        return NestedShape(annotation)
    if hasattr(annotation, "parse"):
        return ScalarShape(with_article(annotation.__name__.lower()), annotation, annotation.parse)
    raise TypeError(f"{annotation!r} has no place in a file")


def _tuple_shape(item: Any) -> Shape:
    members = get_args(item) if get_origin(item) in (Union, types.UnionType) else (item,)
    if all(hasattr(member, "tag") for member in members):
        return BlocksShape({member.tag: member for member in members})
    if has_fields(item) and any(attribute.metadata.get(KEY) for attribute in fields(item)):
        return KeyedShape(item)
    return ListShape(_shape(item))


def _without_none(annotation: Any, members: tuple[Any, ...]) -> Any:
    others = [member for member in members if member is not type(None)]
    if len(others) != 1:
        raise TypeError(f"{annotation!r} has no place in a file: it does not say which type is meant")
    return others[0]


def with_article(noun: str) -> str:
    """`a date`, `an action`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
