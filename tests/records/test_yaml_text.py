"""YAML as nodes: what was typed stays as typed, every node has its place, every fault is a finding."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.diagnostics import Severity
from cspdocs.records import yaml_text
from cspdocs.records.nodes import ListNode, MappingNode
from cspdocs.records.yaml_text import DEEPEST, read_yaml, read_yaml_file
from strategies import plain


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers of PyYAML: the one in C, and the one there is where no C library was at hand."""
    monkeypatch.setattr(yaml_text, "_LOADER", getattr(yaml, request.param))


def read(text: str) -> object:
    node, findings = read_yaml(text)
    assert findings == ()
    return plain(node)


@pytest.mark.parametrize(
    "text",
    [
        *("no", "on", "~", "null", "2025/26", "01732 844522", "+44 1732 844522", "1.10", "12:30:45", "2025-04-01", "0x1F"),
        *("<<", "£1,200", "café", "a#b", "C# is a key", "it's", "50%", "a, b", "-5", "=", "http://example.org/a"),
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_a_plain_text_stays_what_was_typed(text: str) -> None:
    assert read(f"key: {text}\n") == {"key": text}
    assert read(f"- {text}\n- '{text.replace(chr(39), chr(39) * 2)}'") == [text, text]


@pytest.mark.usefixtures("either_parser")
def test_every_node_has_its_line_and_column() -> None:
    node, _ = read_yaml("# heading\nactions:\n  a-1:\n    owners: [x, y]\n    note: |\n      long\n\nend: '1'\n")
    assert isinstance(node, MappingNode)
    (actions, inner), (end, last) = node.entries
    assert (actions.line, actions.column, end.line, last.line, last.column) == (2, 1, 8, 8, 6)
    assert isinstance(inner, MappingNode)
    assert (inner.line, inner.column, inner.flow) == (3, 3, False)
    (_, action) = inner.entries[0]
    assert isinstance(action, MappingNode)
    (owners, names), (note, text) = action.entries
    assert isinstance(names, ListNode)
    assert (owners.line, names.line, names.column, names.flow) == (4, 4, 13, True)
    assert [(item.line, item.column) for item in names.items] == [(4, 14), (4, 17)]
    assert (note.line, text.line) == (5, 5)


@pytest.mark.usefixtures("either_parser")
def test_nothing_after_a_colon_is_absent_and_quotes_make_an_empty_text() -> None:
    assert read("a:\nb: ''\nc: \"\"\nd:\n  - \n  - ''\n") == {"a": None, "b": "", "c": "", "d": [None, ""]}


@pytest.mark.usefixtures("either_parser")
def test_blank_lines_around_a_block_and_spaces_at_its_end_are_no_part_of_the_text() -> None:
    assert read("a: |\n\n  one  \n\n  - two\n    - three  \n\n\nb: >\n  folded\n  text\n") == {
        "a": "one  \n\n- two\n  - three",
        "b": "folded text",
    }
    assert read('a: " one\\n"\n') == {"a": " one\n"}


@pytest.mark.usefixtures("either_parser")
def test_accents_are_composed() -> None:
    assert read("cafe\u0301: e\u0301\n") == {"caf\u00e9": "\u00e9"}


@pytest.mark.usefixtures("either_parser")
def test_lines_ended_as_in_windows_are_read_alike() -> None:
    text = "a: |\n  one\n\n  two\nb: three\n  four\n"
    assert read(text.replace("\n", "\r\n")) == read(text) == {"a": "one\n\ntwo", "b": "three four"}


def test_a_key_given_twice_is_there_twice() -> None:
    node, _ = read_yaml("a: 1\na: 2\n")
    assert isinstance(node, MappingNode)
    assert [key.line for key, _ in node.entries] == [1, 2]


@pytest.mark.parametrize(
    ("text", "cut", "cure"),
    [
        ("title: Priority #1\n", "#1", '"Priority #1"'),
        ("title: #1 priority\n", "#1 priority", '"#1 priority"'),
        ("colour: #1d70b8\n", "#1d70b8", '"#1d70b8"'),
        ('- Say "no" to #knives\n', "#knives", "'Say \"no\" to #knives'"),
        ("owners: [one #two\n  ]\n", "#two", '"one #two"'),
        ("colour: #1d70b8  # of headings\n", "#1d70b8", '"#1d70b8"'),
        ("a: {b: Watch in #10 villages, c: d}\ne: f\n", "#10 villages, c: d}", '"Watch in #10 villages"'),
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_text_that_is_cut_before_a_number_sign_is_an_error_with_the_cure(text: str, cut: str, cure: str) -> None:
    _, (finding,) = read_yaml(text)
    assert (finding.code, finding.severity, finding.line) == ("text-cut", Severity.ERROR, 1)
    assert f'"{cut}"' in finding.message
    assert finding.hint.startswith(f"put the text in quotes: {cure};")


def test_a_number_after_a_number_sign_and_a_space_is_a_warning() -> None:
    node, (finding,) = read_yaml("place: Room # 4\n")
    assert plain(node) == {"place": "Room"}
    assert (finding.code, finding.severity) == ("text-cut", Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    ["a: b # a comment\n", "a: b #\n", "a: b ## note\n", "a: 'b' #1\n", "a: | #1\n  b\n", "a: b\n#1\n", "# a #1\na: b\n"],
)
@pytest.mark.usefixtures("either_parser")
def test_a_comment_after_a_space_or_where_no_text_can_be_meant_is_left_alone(text: str) -> None:
    assert read(text) == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "code", "met"),
    [
        ("a: &b c\n", "yaml-anchor", "&b"),
        ("a: &b {c: d}\n", "yaml-anchor", "&b"),
        ("a: *bold\n", "yaml-alias", "*bold"),
        ("a: !important\n", "yaml-tag", "!important"),
        ("a: ! b\n", "yaml-tag", "!"),
        ("a: !!python/object/apply:os.system [ls]\n", "yaml-tag", "!!python/object/apply:os.system"),
        ("--- !x\na: b\n", "yaml-tag", "!x"),
    ],
)
def test_anchors_aliases_and_tags_are_refused(text: str, code: str, met: str) -> None:
    _, findings = read_yaml(text)
    assert findings[0].code == code
    assert f'"{met}"' in findings[0].message
    assert "quotes" in findings[0].hint


def test_all_that_the_text_shows_is_reported_at_once() -> None:
    node, findings = read_yaml("a: &x b\nc: d #1\ne: !y f\n")
    assert [(finding.code, finding.line) for finding in findings] == [
        ("yaml-anchor", 1),
        ("text-cut", 2),
        ("yaml-tag", 3),
    ]
    assert plain(node) == {"a": "b", "c": "d", "e": "f"}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
@pytest.mark.usefixtures("either_parser")
def test_an_empty_file_is_a_finding(text: str) -> None:
    node, (finding,) = read_yaml(text)
    assert node is None
    assert (finding.code, finding.line) == ("empty-file", 1)


@pytest.mark.usefixtures("either_parser")
def test_a_second_document_is_a_finding() -> None:
    node, (finding,) = read_yaml("---\na: b\n---\nc: d\n")
    assert plain(node) == {"a": "b"}
    assert (finding.code, finding.line) == ("second-document", 3)


@pytest.mark.parametrize("text", ["[" * 5000, "- " * 5000, "{a: " * 5000, "[" * 5000 + "]" * 5000])
def test_nesting_too_deep_is_a_finding_and_no_recursion(text: str) -> None:
    node, (finding,) = read_yaml(text)
    assert node is None
    assert finding.code == "nested-too-deep"
    assert read("[" * DEEPEST + "]" * DEEPEST)


def test_a_list_as_a_key_is_a_finding() -> None:
    _, (finding,) = read_yaml("? [a, b]\n: c\n")
    assert (finding.code, finding.line) == ("key-not-text", 1)


@pytest.mark.parametrize("escape", ["\\0", "\\x07", "\\u2028", "\\ufffe"])
def test_a_control_character_written_as_an_escape_is_refused_too(escape: str) -> None:
    _, (finding,) = read_yaml(f'a: b\nc: "d{escape}"\n')
    assert (finding.code, finding.line) == ("control-character", 2)


def test_findings_name_the_file(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_bytes(b"a: caf\xe9 #1\n")
    node, findings = read_yaml_file(file)
    assert plain(node) == {"a": "caf\u00e9"}
    assert [(finding.code, finding.file) for finding in findings] == [("windows-encoding", file), ("text-cut", file)]


@given(st.text() | st.text(alphabet=" \n\t#:-?[]{},&*!|>'\"%@`\\ab0") | st.binary())
def test_no_text_and_no_bytes_lead_to_anything_but_a_node_or_a_finding(source: str | bytes) -> None:
    node, findings = read_yaml(source)
    assert node is not None or findings
    assert all(finding.line is None or finding.line >= 1 for finding in findings)
