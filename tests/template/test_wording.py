from __future__ import annotations

import pytest

from cspdocs.records.fields import file_name
from cspdocs.records.types import record_shape
from cspdocs.template.wording import PublicationWording, SectionWording, Wording
from cspdocs.values import fields


@pytest.mark.parametrize("record", [SectionWording, PublicationWording, Wording])
def test_every_field_is_explained_and_may_stand_in_a_file(record: type) -> None:
    shape = record_shape(record)
    assert all(field.about.endswith(".") for field in shape.fields.values())
    assert all(name == file_name(name) for name in shape.fields)


@pytest.mark.parametrize("record", [PublicationWording, Wording])
def test_no_word_needs_to_be_given(record: type) -> None:
    assert all(not field.required for field in record_shape(record).fields.values())
    others = ("sections", "kinds", "publication")
    assert {type(field.default) for field in fields(record) if field.name not in others} == {str}
