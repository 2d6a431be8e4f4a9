"""Classes of values: attrs classes that share what attrs would otherwise write for each of them.

attrs writes and compiles a comparison, a hash and a representation for every class, at every start, which is half of what
two hundred classes cost. Here all classes have the same three, which work by the fields.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, cached_property, partial
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

import attrs
from attrs import NOTHING, Attribute, Converter, Factory, field

__all__ = [
    "NOTHING",
    "Attribute",
    "Converter",
    "Factory",
    "asdict",
    "define",
    "evolve",
    "field",
    "fields",
    "frozen",
    "has_fields",
    "taking",
]

_Value = TypeVar("_Value")

has_fields = attrs.has


@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[_Value]) -> type[_Value]: ...
@overload
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, kw_only: bool = False) -> Callable[[type[_Value]], type[_Value]]: ...
def frozen(kind: Any = None, *, kw_only: bool = False) -> Any:
    """The class with its fields, read-only; equal to another value of it when all fields are, and hashable."""
    make = partial(_make, compared=True, frozen=True, kw_only=kw_only)
    return make(kind) if kind else make


@overload
@dataclass_transform(field_specifiers=(field,))
def define(kind: type[_Value]) -> type[_Value]: ...
@overload
@dataclass_transform(field_specifiers=(field,))
def define(*, eq: bool = True) -> Callable[[type[_Value]], type[_Value]]: ...
def define(kind: Any = None, *, eq: bool = True) -> Any:
    """The class with its fields, which may be changed; with `eq=False` a value is equal to itself alone, and hashable."""
    make = partial(_make, compared=eq, frozen=False)
    return make(kind) if kind else make


def evolve(value: _Value, **changes: Any) -> _Value:
    """The value with some of its fields changed: a new one of the same class."""
    changed: _Value = attrs.evolve(value, **changes)  # type: ignore[misc]  # it knows only classes that attrs itself decorates
    return changed


def fields(kind: type) -> tuple[Attribute[Any], ...]:
    """The fields of a class, those of the classes it is based on before its own."""
    found: tuple[Attribute[Any], ...] = attrs.fields(kind)
    return found


def taking(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What takes from a value the content of the fields of these names, all at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def asdict(value: Any) -> dict[str, Any]:
    """What each field of a value holds, by its name; values inside it stay what they are."""
    return attrs.asdict(value, recurse=False)


def _make(kind: Any, *, compared: bool, frozen: bool, kw_only: bool = False) -> Any:
    own = vars(kind)
    if "__repr__" not in own:
        kind.__repr__ = _repr
    if compared and "__eq__" not in own:
        kind.__eq__ = _eq
        kind.__hash__ = _hash if frozen else None
    # A place for each field leaves none for what is worked out once and kept.
    kept = any(isinstance(content, cached_property) for content in own.values())
    return attrs.define(kind, frozen=frozen, kw_only=kw_only, slots=not kept, eq=False, repr=False)


def _repr(self: Any) -> str:
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(type(self)) if one.repr)
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: object) -> Any:
    kind: type = type(self)
    compared = _compared(kind)
    return compared(self) == compared(other) if type(other) is kind else NotImplemented


def _hash(self: Any) -> int:
    kind: type = type(self)
    return hash((kind, _compared(kind)(self)))


@cache
def _compared(kind: type) -> Callable[[Any], Any]:
    """Takes from a value of the class what has to be equal in two of them."""
    names = [one.name for one in fields(kind) if one.eq]
    return attrgetter(*names) if names else type
