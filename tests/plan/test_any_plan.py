"""Whatever councils put into their plans can be said: one file for each family of things, and each comes back as written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

from cspdocs.checks.figures import check_figures
from cspdocs.checks.references import check_references
from cspdocs.checks.sizes import check_sizes
from cspdocs.checks.unfilled import check_unfilled
from cspdocs.plan.files import dump_plan, load_plan, plan_schema, read_plan
from cspdocs.plan.model import Plan
from cspdocs.records.types import (
    BlocksShape,
    KeyedShape,
    ListShape,
    MapShape,
    NestedShape,
    Shape,
    record_shape,
)
from cspdocs.records.walk import texts
from cspdocs.template.template import load_template
from cspdocs.values import has_fields
from editing import as_an_editor_sees_it

FAMILIES = sorted((Path(__file__).parent / "families").glob("*.yaml"))
TEMPLATE = load_template("tonbridge-malling")
OF_THE_TEMPLATE = {"access", "assessment", "chair", "consultation", "council", "duty", "equality", "foreword", "profile"} | {
    *("about", "unit", "vision")
}
"""Kinds of sections whose headings and ready texts are a template's affair."""


@pytest.mark.parametrize("file", FAMILIES, ids=lambda file: file.stem)
def test_it_can_be_said_and_comes_back_as_it_was_written(file: Path, tmp_path: Path) -> None:
    plan, findings = read_plan(file)
    assert findings == ()
    assert plan is not None
    again = tmp_path / "plan.yaml"
    again.write_text(dump_plan(plan), encoding="utf-8")
    assert load_plan(again) == plan
    assert dump_plan(load_plan(again)) == dump_plan(plan)


@pytest.mark.parametrize("file", FAMILIES, ids=lambda file: file.stem)
def test_an_editor_takes_it_too(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    jsonschema.Draft202012Validator(plan_schema()).validate(as_an_editor_sees_it(text))


@pytest.mark.parametrize("file", FAMILIES, ids=lambda file: file.stem)
def test_all_that_it_refers_to_is_there(file: Path) -> None:
    plan = load_plan(file)
    found = [
        *check_references(plan, TEMPLATE),
        *check_figures(plan),
        *check_sizes(plan),
        *check_unfilled(plan, TEMPLATE, texts(plan)),
    ]
    expected = {
        ("unknown-column", "sections/quarters/body/1/columns/Notes at the meeting"),
        *(("unknown-kind-of-section", f"sections/{name}/kind") for name in _sections_of_the_template(plan)),
    }
    assert {(finding.code, finding.path) for finding in found} <= expected


def test_every_field_that_a_plan_may_have_is_used_in_one_of_them() -> None:
    used: set[tuple[type, str]] = set()
    for file in FAMILIES:
        used.update(_given(load_plan(file)))
    missing = {(kind.__name__, name) for kind, name in _fields(Plan) if (kind, name) not in used}
    assert missing == set()


def test_every_field_says_what_it_is_for() -> None:
    assert [(kind, name) for kind, name in _fields(Plan) if not record_shape(kind).fields[name].about.endswith(".")] == []


def _sections_of_the_template(plan: Plan) -> Iterator[str]:
    known = {section.kind for section in TEMPLATE.wording.sections}
    return (section.id for section in plan.sections if section.kind in OF_THE_TEMPLATE - known)


def _fields(record: type, met: set[type] | None = None) -> Iterator[tuple[type, str]]:
    """Class and name of each field of a record and of the records in it."""
    met = set() if met is None else met
    if record in met:
        return
    met.add(record)
    for name, field in record_shape(record).fields.items():
        yield record, name
        for inner in _records(field.shape):
            yield from _fields(inner, met)


def _records(shape: Shape) -> tuple[type, ...]:
    match shape:
        case KeyedShape() | NestedShape():
            return (shape.record,)
        case BlocksShape():
            return tuple(shape.by_tag.values())
        case ListShape():
            return _records(shape.item)
        case MapShape():
            return _records(shape.value)
        case _:
            return ()


def _given(value: object) -> Iterator[tuple[type, str]]:
    """Class and name of each field that differs from its default, in a record and in those in it."""
    if isinstance(value, tuple):
        for item in value:
            yield from _given(item)
    elif has_fields(type(value)) and not hasattr(type(value), "parse"):
        for name, field in record_shape(type(value)).fields.items():
            inner = getattr(value, field.attribute)
            if inner != field.default:
                yield type(value), name
            yield from _given(inner)
