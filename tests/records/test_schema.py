"""The schema allows what the reader allows in shape; jsonschema is the judge."""

from __future__ import annotations

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from cspdocs.plan.model import Plan
from cspdocs.records.schema import record_schema
from cspdocs.records.structure import structure
from cspdocs.records.unstructure import unstructure
from cspdocs.records.yaml_text import read_yaml
from editing import as_an_editor_sees_it
from strategies import plans

SCHEMA = record_schema(Plan, "Plan")
JUDGE = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"].endswith("2020-12/schema")
    assert SCHEMA["title"] == "Plan"


GOOD = [
    "title: Plan",
    "title: 2025",
    "title: Plan\nperiod: 2025\nactions:\nrelease:\n",
    "title: Plan\nrelease: final\ncontact: 101\nareas: Oldbridge",
    "title: Plan\nrelease: {version: 1.10, date: 1 April 2025, next-review: 2026-04-01}",
    "title: Plan\nstatuses: {on track: , done: {closes: yes, shape: ring}, later: {closes: No}}",
    "title: Plan\nfigures: {a: 12, b: {value: 9.2%, previous: 5}}",
    "title: Plan\norganisations: {police: Police, parish: {name: Parish, listed: no, address: [a, b]}}",
    "title: Plan\nactions: {a: Do, b: {title: Do, owners: police}, c: {title: Do, owners: [police, 101], status: }}",
    "title: Plan\nprevious: {}",
    "title: Plan\nsections: {a: , b: {body: Hello}, c: {body: [Hello, glossary: , picture: a.png, actions: previous]}}",
    "title: Plan\nsections: {a: {sections: {b: {sections: {c: {kind: review}}}}}}",
    "title: Plan\nsections: {a: {body: [table: {columns: [a, 2], rows: [[1, 2], b], widths: 3 cm}]}}",
    "title: Plan\nstatuses: [on track, 1]\nkinds: [statutory]\nfigures: {a: , b: {series: {2023/24: 7, 2024/25: 5}}}",
    "title: Plan\nsections: {a: {kind: equality, body: [box: Words, box: [Words, box: {title: T, body: Words}]]}}",
    "title: Plan\nsections: {a: {body: [signatures: A, signatures: [B, {name: C, post: Chair}], statistics: [x, 2]]}}",
    "title: Plan\nactions: {a: {title: Do, updates: [Done, {text: Done, when: Q1}], details: {Risk: 3, Who: all}}}",
    "title: Plan\nactions: {a: {title: Do, updates: Done}}\npriorities: {a: {title: A, priorities: {b: {title: B}, c: C}}}",
]

BAD = [
    "titel: Plan",
    "period: 2025/26",
    "title:",
    "title: [a]",
    "title: Plan\ncolour: red",
    "title: Plan\nareas: {a: b}",
    "title: Plan\nrelease: {stage: Draft}",
    "title: Plan\nrelease: {date: 1/4/2025}",
    "title: Plan\nstatuses: [{on track: {}}]",
    "title: Plan\nstatuses: on track",
    "title: Plan\norganisations: [police]",
    "title: Plan\nstatuses: {done: {closes: perhaps}}",
    "title: Plan\nfigures: {a: {value: []}}",
    "title: Plan\nfigures: {a: {series: [7, 5]}}",
    "title: Plan\nactions: {a: {title: Do, updates: {text: Done}}}",
    "title: Plan\nactions: {a: {title: Do, updates: [when: Q1]}}",
    "title: Plan\nsections: {a: {body: [register: ]}}",
    "title: Plan\nsections: {a: {body: [register: poems]}}",
    "title: Plan\nsections: {a: {body: [box: [pictur: a.png]]}}",
    "title: Plan\nfigures: {'': 12}",
    "title: Plan\nactions: {a: {owners: police}}",
    "title: Plan\nactions: {a: {id: a, title: Do}}",
    "title: Plan\nactions: {a: {title: Do, owners: [a, ~]}}".replace("~", '{b: ""}'),
    "title: Plan\nsections: {a: {body: {text: Hello}}}",
    "title: Plan\nsections: {a: {body: [pictur: a.png]}}",
    "title: Plan\nsections: {a: {body: [{picture: a.png, caption: b}]}}",
    "title: Plan\nsections: {a: {body: [picture: ]}}",
    "title: Plan\nsections: {a: {start: back}}",
    "- title",
    "Plan",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_the_reader_takes_the_schema_takes(text: str) -> None:
    node, _ = read_yaml(text)
    assert node is not None
    assert structure(node, Plan).findings == ()
    JUDGE.validate(as_an_editor_sees_it(text))


@pytest.mark.parametrize("text", BAD)
def test_what_the_reader_refuses_the_schema_refuses(text: str) -> None:
    node, _ = read_yaml(text)
    assert node is not None
    assert structure(node, Plan).findings
    assert not JUDGE.is_valid(as_an_editor_sees_it(text))


@given(plans())
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_plan_that_is_written_is_valid(plan: Plan) -> None:
    JUDGE.validate(unstructure(plan))


def test_fields_and_classes_are_described_for_the_editor() -> None:
    definitions = SCHEMA["$defs"]
    assert definitions["Action"]["description"] == "Something to be done, who leads it, how it went."
    described = definitions["Release"]["anyOf"][1]["properties"]["version"]
    assert described["description"] == "Version label, such as 0.3."
    stage = definitions["Release"]["anyOf"][0]
    assert stage == {"enum": ["draft", "final"]}
