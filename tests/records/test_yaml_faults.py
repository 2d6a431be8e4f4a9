"""The parser's faults in plain words: where, what, and the cure."""

from __future__ import annotations

import pytest
import yaml

from cspdocs.records import yaml_text
from cspdocs.records.yaml_text import read_yaml

FAULTS = [
    ("title: Our plan: a summary\n", 1, "a second colon", "quotes"),
    ("title: Plan\n  scope: wide\n", 2, "indented further", "same column"),
    ("title\nscope: wide\n", 1, 'no colon after its key: "title"', "key: value"),
    ("a: 1\ngroups\n  tactical:\n    name: x\n", 2, 'no colon after its key: "groups"', "key: value"),
    ("a:\n  asb: b\n  roads\n    title: x\n", 3, 'no colon after its key: "roads"', "key: value"),
    ("a:\n  asb\n  roads: x\n", 2, 'no colon after its key: "asb"', "key: value"),
    ("title:Our plan\nareas: [x]\n", 1, "no space stands after the colon", "type a space"),
    ("a: b\ntitle:Our plan\nareas: [x]\n", 2, "no space stands after the colon", "type a space"),
    ("a: b\ntitle:\u00a0Our plan\nareas: [x]\n", 2, "no space stands after the colon", "pasted"),
    ("a:\n  b:\n\u00a0\u00a0\u00a0 title: x\n    body: y\n", 3, "a no-break space indents the line", "type the spaces"),
    ("a:\n\u00a0\u00a0asb:\n    title: x\n  roads: y\n", 2, "a no-break space indents the line", "type the spaces"),
    ("a: some\n  text\n  https://example.org\n  of: mine\n", 4, "indented further", "same column"),
    ("a:\n  b: c\n d: e\n", 3, "does not fit", "same column"),
    ("a:\n\tb: c\n", 2, "a tab", "spaces"),
    ("a: **bold** words\n", 1, "begins with * or &", "quotes"),
    ("a: [label](https://example.org) x\n", 1, "goes on after what begins with [", "whole text in quotes"),
    ("a: {asb} fell\n", 1, "goes on after what begins with {", "whole text in quotes"),
    ("a:\n  - {asb} fell\n", 2, "goes on after what begins with {", "whole text in quotes"),
    ("a: 'it's fine'\n", 1, "goes on after what begins with '", "of the other kind"),
    ("a:\n  b: {c: d\n  e: {f: g}\n", 2, "is not closed", "goes wrong on line 3"),
    ('a: {b: "c, d: e}\nf: g\nh: {i: "j", k: l}\n', 1, "is not closed", "goes wrong on line 3"),
    ("a: {b: [c, d, e: f}\n", 1, "a bracket or brace is not closed", "close it"),
    ('a: "b" c\n', 1, 'goes on after what begins with "', "quotes"),
    ("a: b\nc: 'open\nd: e\n", 2, "is not closed", "close the quotes"),
    ('a: b\nc: "open\nd: e\n', 2, "is not closed", "close the quotes"),
    ("a: - b\n", 1, "a list begins after a key", "line of its own"),
    ("a: | b\n", 1, "text stands after | or >", "next line"),
    ("a: > b\n", 1, "text stands after | or >", "next line"),
    ("a: @handle\n", 1, "keeps for itself", "quotes"),
    ("a: `code`\n", 1, "keeps for itself", "quotes"),
    ("a: %5\n", 1, "keeps for itself", "quotes"),
    ('a: "C:\\new\\path"\n', 1, "backslash", "single quotes"),
    ("- a\nb: c\n", 2, "does not belong to the list", "same column"),
    ("a: }\n", 1, "a value is expected", "quotes"),
    ("a: “b: c”\n", 1, "a second colon", 'put text that holds ": " in quotes, in straight ones'),
    ("a: {b: “c: d”, e: f}\n", 1, "goes on after what begins with {", "in straight ones"),
    ("a: b\n...\nc\n", 3, "ends the document", "remove"),
]


@pytest.mark.parametrize(("text", "line", "words", "cure"), FAULTS, ids=[row[0].strip() for row in FAULTS])
def test_a_fault_is_told_in_plain_words_with_its_line_and_a_cure(text: str, line: int, words: str, cure: str) -> None:
    node, findings = read_yaml(text)
    assert node is None
    assert [finding.code for finding in findings] == ["yaml-syntax"]
    assert findings[0].line == line
    assert words in findings[0].message
    assert cure in findings[0].hint


@pytest.mark.parametrize("text", [row[0] for row in FAULTS])
def test_the_parser_without_a_c_library_gives_a_finding_too(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "_LOADER", yaml.SafeLoader)
    node, findings = read_yaml(text)
    assert node is None
    assert findings[-1].code == "yaml-syntax"


def test_a_long_line_is_shown_by_its_beginning() -> None:
    _, (finding,) = read_yaml(f"a: b: {'c' * 500}\n")
    assert len(finding.message) < 150
