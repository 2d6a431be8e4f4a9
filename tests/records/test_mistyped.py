from __future__ import annotations

from typing import Any

import pytest

from cspdocs.plan.blocks import Text
from cspdocs.plan.model import Action, Plan, Section
from cspdocs.plan.period import Period
from cspdocs.records.mistyped import mistyped


def told(**fields: Any) -> list[str]:
    return [str(finding) for finding in mistyped(Plan(**{"title": "Plan", **fields}))]


def test_of_a_plan_as_its_classes_want_it_nothing_is_told() -> None:
    sections = [Section(id="a", body=[Text(text="Words")])]
    assert (
        told(period=Period.financial(2025), sections=sections, actions=[Action(id="a", title="A", details={"x": "y"})]) == []
    )


@pytest.mark.parametrize(
    ("fields", "finding"),
    [
        ({"title": 5}, "title: 5 stands where a text is meant (write it in quotes)"),
        ({"period": "2025/26"}, "period: '2025/26' stands where a period is meant (write Period.parse(\"2025/26\"))"),
        ({"language": 5}, "language: 5 stands where a text is meant (write it in quotes)"),
        ({"areas": ["Ashford", None]}, "areas/2: None stands where a text is meant (write it in quotes)"),
        ({"release": "final"}, "release: 'final' stands where a release is meant (write Release(…))"),
        ({"glossary": {"ASB": "…"}}, "glossary/1: 'ASB' stands where a term is meant (write Term(…))"),
    ],
)  # fmt: skip
def test_each_field_is_told_with_what_would_be_right(fields: dict[str, Any], finding: str) -> None:
    assert told(**fields) == [finding]


def test_of_a_word_out_of_a_few_all_are_told() -> None:
    (finding,) = told(numbering="all")
    assert finding == "numbering: 'all' stands where a word out of a few is meant (write one of none, headings, paragraphs)"


def test_fields_are_told_by_the_keys_of_the_records_they_stand_in() -> None:
    action: Any = Action(id="asb-1", title="Walk", details=["Castle"])
    assert told(actions=[action]) == [
        "actions/asb-1/details: ['Castle'] stands where a mapping is meant (write {\"name\": …})"
    ]
    action = Action(id="asb-1", title="Walk", details={"ward": 7}, owners=(1,))
    assert [finding.split(":")[0] for finding in told(actions=[action])] == [
        "actions/asb-1/owners/1",
        "actions/asb-1/details/ward",
    ]


def test_what_is_no_block_is_told_and_a_text_is_to_be_a_text_block() -> None:
    section: Any = Section(id="a", body=["Words", 7])
    text, number = told(sections=[section])
    assert text == "sections/a/body/1: 'Words' stands where a block is meant (write Text(text=…))"
    assert number.startswith("sections/a/body/2: 7 stands where a block is meant (write one of Text, Picture, ")


def test_what_is_long_is_shown_by_its_beginning() -> None:
    (finding,) = told(sections=["x" * 500])
    assert len(finding) < 120
