"""What hypothesis draws: texts that are hard on YAML, and whole plans with such texts in every field."""

from __future__ import annotations

import unicodedata
from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from cspdocs.plan.model import Plan
from cspdocs.plan.period import Period
from cspdocs.records.decoding import REFUSED
from cspdocs.records.nodes import ListNode, MappingNode, Node, TextNode
from cspdocs.records.types import (
    BlocksShape,
    ChoiceShape,
    FieldShape,
    KeyedShape,
    ListShape,
    MapShape,
    NestedShape,
    Shape,
    record_shape,
)
from cspdocs.units import Length

_AWKWARD = (
    *("no", "~", "null", "1.10", "12:30:45", "2025/26", "01732 844522", "+44", "2025-04-01", "x" * 120),
    *("- a", "key: v", "  deep", "", "#x", "a #b", "> q", "|", "...", "---", "**b**", "\ttab", "trail  ", "{f}", "[x](y)"),
    *("it's", '"said"', "C:\\new", "£5", "café", "\u00a0", "%TAG", "? a", "*a", "&a", "!a", "a:", "a: b"),
)


def _writable(text: str) -> str:
    return unicodedata.normalize("NFC", REFUSED.sub("", text))


@cache
def texts() -> st.SearchStrategy[str]:
    """Any text a file can hold, most of them in need of quotes or a block."""
    indicators = st.text(alphabet=" \n\t#:-?[]{},&*!|>'\"%@`=.~\\ab0\u00e9\u00a0")
    awkward = st.lists(st.sampled_from(_AWKWARD), max_size=5).map("\n".join)
    return st.one_of(st.text(), indicators, awkward).map(_writable)


def plain(node: Node | None) -> object:
    """What `node` says, without places; `None` for what is absent."""
    match node:
        case TextNode():
            return None if node.absent else node.text
        case MappingNode():
            return {key.text: plain(value) for key, value in node.entries}
        case ListNode():
            return [plain(item) for item in node.items]


@cache
def keys() -> st.SearchStrategy[str]:
    return texts().filter(bool)


@cache
def periods() -> st.SearchStrategy[Period]:
    """Financial years, calendar years, whole months and any days, from 1900 to 2199."""
    years = st.integers(1900, 2100)
    days = st.tuples(*[st.dates(date(1900, 1, 1), date(2199, 12, 31))] * 2).filter(lambda pair: pair[0] != pair[1])
    months = st.tuples(years, st.integers(1, 12), st.integers(1, 40))
    return st.one_of(
        st.builds(Period.financial, years, st.integers(1, 99)),
        years.map(lambda year: Period(date(year, 1, 1), date(year, 12, 31))),
        months.map(lambda drawn: Period.parse(f"April {drawn[0]} to {date(2000, drawn[1], 1):%B} {drawn[0] + drawn[2]}")),
        days.map(lambda pair: Period(min(pair), max(pair))),
    )


_SCALARS: dict[str, st.SearchStrategy[Any]] = {
    "yes or no": st.booleans(),
    "a date": st.dates(date(1000, 1, 1)),
    "a whole number": st.integers(-(10**15) + 1, 10**15 - 1),
    "a number": st.floats(-(10.0**14), 10.0**14),
    "a length": st.integers(-20_000, 20_000).map(lambda twips: Length(twips * 635)),
    "a period": periods(),
}


_DEEPEST = 2
"""How often a class may contain itself."""


def plans() -> st.SearchStrategy[Plan]:
    """Plans with anything that their classes allow."""
    return records(Plan)


def records(record: type, within: tuple[type, ...] = ()) -> st.SearchStrategy[Any]:
    """Instances of `record`, which stands in instances of the classes `within`."""
    shape = record_shape(record)
    inside = (*within, record)
    drawn = {field.attribute: values(field.shape, inside) for field in shape.fields.values()}
    # Most of what may be left out is, or a plan with its hundreds of fields would be too large to draw.
    seldom = {field.attribute: _seldom(field, drawn) for field in shape.fields.values() if not field.required}
    given = {shape.key.attribute: keys()} if shape.key else {}
    return st.builds(record, **given, **{**drawn, **seldom})


def _seldom(field: FieldShape, drawn: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    return st.integers(0, 3).flatmap(lambda chance: st.just(field.default) if chance else drawn[field.attribute])


def values(shape: Shape, inside: tuple[type, ...]) -> st.SearchStrategy[Any]:
    """Values of a field of the last of the classes `inside` that has `shape`."""
    match shape:
        case ChoiceShape():
            return st.sampled_from(shape.words)
        case ListShape():
            return st.lists(values(shape.item, inside), max_size=3).map(tuple)
        case KeyedShape():
            if inside.count(shape.record) >= _DEEPEST:
                return st.just(())
            name = record_shape(shape.record).key.attribute
            items = st.deferred(lambda: records(shape.record, inside))
            return st.lists(items, max_size=2, unique_by=lambda item: getattr(item, name)).map(tuple)
        case BlocksShape():
            kinds = [kind for kind in shape.by_tag.values() if inside.count(kind) < _DEEPEST]
            return st.lists(st.deferred(lambda: st.one_of([records(kind, inside) for kind in kinds])), max_size=3).map(tuple)
        case NestedShape():
            return st.deferred(lambda: records(shape.record, inside))
        case MapShape():
            return st.dictionaries(keys(), values(shape.value, inside), max_size=3)
        case _:
            return _SCALARS.get(getattr(shape, "name", ""), texts())
