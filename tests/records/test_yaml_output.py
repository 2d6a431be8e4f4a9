"""YAML that people like to edit and that reads back as the same texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.records.yaml_output import write_yaml
from cspdocs.records.yaml_text import read_yaml
from strategies import plain, texts

contents = st.recursive(
    st.none() | texts(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(texts(), contents, max_size=4))
def test_reading_what_was_written_gives_the_same_texts(mapping: dict[str, object]) -> None:
    text = write_yaml(mapping)
    node, findings = read_yaml(text)
    assert findings == ()
    assert plain(node) == mapping


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("no", "a: no\n"),
        ("2025/26", "a: 2025/26\n"),
        ("01732 844522", "a: 01732 844522\n"),
        ("it's", "a: it's\n"),
        ("a: b", 'a: "a: b"\n'),
        ("Priority #1", 'a: "Priority #1"\n'),
        ("#1d70b8", 'a: "#1d70b8"\n'),
        ("{asb} fell", 'a: "{asb} fell"\n'),
        ("C:\\new", "a: C:\\new\n"),
        ("", 'a: ""\n'),
        (" b", 'a: " b"\n'),
        (None, "a:\n"),
        ([], "a: []\n"),
        ({}, "a: {}\n"),
        (["b", "c d"], "a: [b, c d]\n"),
        (["b, c", "d: e"], 'a: ["b, c", "d: e"]\n'),
        ("one\n\n- two\n  - three", "a: |\n  one\n\n  - two\n    - three\n"),
        ("x" * 120, f"a: |\n  {'x' * 120}\n"),
        (["one\ntwo", "three"], "a:\n  - |\n    one\n    two\n  - three\n"),
        ([{"b": "c", "d": None}, {}], "a:\n  - b: c\n    d:\n  - {}\n"),
        ([["b", "c"], []], "a:\n  - [b, c]\n  - []\n"),
    ],
)
def test_each_text_is_written_in_its_plainest_form(value: object, written: str) -> None:
    assert write_yaml({"a": value}) == written


def test_an_empty_line_parts_the_larger_entries() -> None:
    assert write_yaml({"a": "1", "b": "2", "c": {"d": "3"}, "e": "4"}) == "a: 1\nb: 2\n\nc:\n  d: 3\n\ne: 4\n"


def test_a_key_that_is_too_long_for_yaml_is_introduced_by_a_question_mark() -> None:
    mapping = {"k" * 3000: {"a": "b"}, "c": "d"}
    text = write_yaml(mapping)
    assert text.startswith("? kkk")
    assert plain(read_yaml(text)[0]) == mapping
