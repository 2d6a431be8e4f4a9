"""What a class allows in a file, read once from its annotations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pytest

from cspdocs.plan.model import Plan, Section
from cspdocs.records.fields import hidden, key, many, optional, required
from cspdocs.records.types import BlocksShape, ChoiceShape, KeyedShape, ListShape, MapShape, TextShape, record_shape
from cspdocs.values import frozen


@frozen(kw_only=True)
class Shop:
    name: str = key("Its name.")
    opening_hours: str = required("When it is open.", shorthand=True)
    size: Literal["small", "large"] | None = optional("How large it is.")
    prices: Mapping[str, int] = optional("What things cost.", {})
    wares: tuple[tuple[str, ...], ...] = many("What it sells.")
    seen: str = hidden()


def test_fields_go_by_their_names_in_files_without_key_and_hidden_ones() -> None:
    shape = record_shape(Shop)
    assert list(shape.fields) == ["opening-hours", "size", "prices", "wares"]
    assert shape.key is not None
    assert (shape.key.attribute, shape.shorthand) == ("name", shape.fields["opening-hours"])
    assert [field.name for field in shape.required] == ["opening-hours"]
    assert shape.fields["wares"].default == ()


def test_each_type_has_its_shape() -> None:
    fields = record_shape(Shop).fields
    assert fields["opening-hours"].shape == TextShape()
    assert fields["size"].shape == ChoiceShape(("small", "large"))
    assert fields["wares"].shape == ListShape(ListShape(TextShape()))
    assert isinstance(fields["prices"].shape, MapShape)


def test_a_class_may_contain_itself() -> None:
    fields = record_shape(Section).fields
    assert fields["sections"].shape == KeyedShape(Section)
    assert isinstance(fields["body"].shape, BlocksShape)
    assert fields["body"].shape.text is not None
    assert record_shape(Plan).fields["sections"].shape == KeyedShape(Section)


@pytest.mark.parametrize("annotation", ["bytes", "str | int", "dict", "tuple[str, int]"])
def test_a_type_with_no_place_in_a_file_is_a_mistake_in_the_class(annotation: str) -> None:
    record = frozen(type("Odd", (), {"__annotations__": {"field": annotation}}))
    with pytest.raises(TypeError, match="has no place in a file"):
        record_shape(record)
