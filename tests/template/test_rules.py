from __future__ import annotations

import pytest

from cspdocs.document.styles import BoxStyle, PageGeometry, Style, TableStyle
from cspdocs.records.fields import file_name
from cspdocs.records.types import record_shape
from cspdocs.template.rules import (
    BoxRule,
    FontRule,
    LogoRule,
    Manifest,
    PageRule,
    StandingRule,
    StyleRule,
    Styles,
    TableRule,
)
from cspdocs.values import asdict, fields


@pytest.mark.parametrize(("rule", "look"), [(StyleRule, Style), (TableRule, TableStyle), (BoxRule, BoxStyle)])
def test_a_rule_and_the_look_that_comes_of_it_have_the_same_fields(rule: type, look: type) -> None:
    assert [field.name for field in fields(rule)] == [field.name for field in fields(look)]


@pytest.mark.parametrize("rule", [StyleRule, TableRule, BoxRule])
def test_what_a_rule_leaves_out_is_told_from_what_it_sets(rule: type) -> None:
    empty = rule(name="x")
    given = {name: value for name, value in asdict(empty).items() if value is not None}
    assert given == {"name": "x", "based_on": ""}


def test_a_page_rule_has_the_margins_of_the_geometry() -> None:
    page = {field.name: field.default for field in fields(PageGeometry)}
    rule = {field.name: field.default for field in fields(PageRule)}
    for margin in ("top", "right", "bottom", "left", "header", "footer"):
        assert rule[margin] == page[margin]


@pytest.mark.parametrize(
    "record", [Manifest, Styles, StyleRule, TableRule, BoxRule, FontRule, PageRule, LogoRule, StandingRule]
)
def test_every_field_is_explained_and_may_stand_in_a_file(record: type) -> None:
    shape = record_shape(record)
    assert all(field.about.endswith(".") for field in shape.fields.values())
    assert all(name == file_name(name) for name in shape.fields)
