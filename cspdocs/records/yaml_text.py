"""YAML text as nodes with their places. The only module that knows the YAML library.

Every plain text stays what was typed: `no`, `2025/26`, `01732 844522` and `1.10` are texts until a class
says otherwise. The parser's events are read, not its tree: that takes a quarter of the time, and depth can
be checked before anything recurses. Anchors, aliases and tags are refused, because people who write a plan
meet them only by accident (`*bold*`, `&c`, `!important`).

Blank lines around a block (`|` or `>`) and spaces at its end are no part of the text.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.records.decoding import REFUSED, clean_text, decode, read_text
from cspdocs.records.nodes import ListNode, MappingNode, Node, TextNode
from cspdocs.records.yaml_faults import explain_fault

DEEPEST = 100
"""How many mappings and lists may stand inside each other."""

_CUT = re.compile(r"[ \t]+#(?:[^\s#]|[ \t]+[0-9])[^\n]*")
_COMMENT = re.compile(r"[ \t]+#[ \t]")
_OPEN = re.compile(r"[\[{]")
_ENDS = re.compile(r"[,\]}]")
"""A wanted comment after the text that is cut; a bracket before it in its line; and what ends it inside brackets."""
_PROPERTIES = re.compile(r"[&!*]\S*")
_LOADER: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def read_yaml_file(file: Path) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """What stands in `file`, as `read_yaml` gives it."""
    text, findings = read_text(file)
    if text is None:
        return None, findings
    node, more = read_yaml(text, file)
    return node, findings + more


def read_yaml(source: str | bytes, file: Path | None = None) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The node at the root of `source` and what is wrong with the text.

    There is no node where the text is not YAML or empty. `file` is named in the findings, not read.
    """
    text, findings = decode(source, file) if isinstance(source, bytes) else clean_text(source, file)
    if text is None:
        return None, findings
    reader = _Reader(text, file)
    node = reader.read()
    return node, (*findings, *reader.findings)


class _Unreadable(Exception):
    """Nothing more can be made of the text; the finding is already noted."""


class _Reader:
    """Builds nodes from the parser's events and notes what is wrong on the way."""

    def __init__(self, text: str, file: Path | None) -> None:
        self.text = text
        self.file = file
        self.findings: list[Diagnostic] = []
        self._may_be_cut = " #" in text or "\t#" in text

    def read(self) -> Node | None:
        """The root node; `None` where the text is no YAML, empty, or not to be trusted."""
        loader = _LOADER(self.text)
        try:
            return self._build(loader)
        except yaml.MarkedYAMLError as error:
            problem = error.problem or ""
            mark, begun = error.problem_mark, error.context_mark
            if "nesting depth" in problem:
                # The parser reads ahead, and has a limit of its own.
                self._note_depth(mark)
                return None
            line, column = (mark.line, mark.column) if mark else (0, 0)
            place = (begun.line, begun.column) if begun else None
            fault = explain_fault(problem, self.text, line, column, self.file, place)
            # A bracket is not closed where its end is cut off; that has been said.
            if not any(finding.code == "text-cut" and finding.line == fault.line for finding in self.findings):
                self.findings.append(fault)
        except yaml.YAMLError as error:
            self.findings.append(explain_fault(str(error), self.text, 0, 0, self.file))
        except _Unreadable:
            pass
        finally:
            loader.dispose()
        return None

    def _build(self, loader: Any) -> Node | None:
        open_nodes: list[tuple[Any, list[Node]]] = []
        siblings: list[Node] = []
        documents = 0
        while event := loader.get_event():
            kind = type(event)
            if kind is ScalarEvent:
                siblings.append(self._text(event))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._refuse_properties(event)
                open_nodes.append((event, siblings))
                siblings = []
                if len(open_nodes) > DEEPEST:
                    self._note_depth(event.start_mark)
                    raise _Unreadable
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                start, outer = open_nodes.pop()
                outer.append(self._collection(start, siblings))
                siblings = outer
            elif kind is AliasEvent:
                siblings.append(self._alias(event))
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._note("second-document", event, "a second document begins here", "remove the line ---")
                    break
            elif kind is StreamEndEvent:
                break
        root = siblings[0] if siblings else None
        if root is not None and not (isinstance(root, TextNode) and root.absent):
            return root
        hint = 'write lines such as "title: …"'
        self.findings.append(Diagnostic(code="empty-file", message="the file is empty", hint=hint, file=self.file, line=1))
        return None

    def _collection(self, start: Any, children: list[Node]) -> Node:
        line, column = start.start_mark.line + 1, start.start_mark.column + 1
        if type(start) is SequenceStartEvent:
            return ListNode(children, line, column, bool(start.flow_style))
        entries = []
        for key, value in zip(children[::2], children[1::2], strict=True):
            if isinstance(key, TextNode):
                entries.append((key, value))
            else:
                message = "a list or mapping stands where a key is expected"
                hint = "text that begins with [ or { stands in quotes"
                self._note("key-not-text", start, message, hint)
        return MappingNode(entries, line, column, bool(start.flow_style))

    def _text(self, event: Any) -> TextNode:
        text: str = event.value
        mark = event.start_mark
        style = event.style
        if not style:
            if self._may_be_cut:
                self._note_cut(event)
        elif style in "|>":
            text = text.strip("\n").rstrip(" \n")
        elif style == '"' and (found := REFUSED.search(text)):
            message = f"a control character, U+{ord(found[0]):04X}, stands in the text"
            self._note("control-character", event, message, "delete it")
            text = REFUSED.sub("", text)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        return TextNode(text, mark.line + 1, mark.column + 1, bool(style))

    def _note_cut(self, event: Any) -> None:
        """Notes that text after ` #` is lost.

        A `#` that a space follows is taken for a wanted comment, but `Room # 4` gives a warning.
        """
        cut = _CUT.match(self.text, event.end_mark.index)
        if cut is None:
            return
        start = event.start_mark.index
        lost = _COMMENT.split(cut[0].strip(), maxsplit=1)[0]
        whole = (self.text[start : event.end_mark.index] + " " + lost).strip()
        if _OPEN.search(self.text, self.text.rfind("\n", 0, start) + 1, start):
            whole = _ENDS.split(whole, maxsplit=1)[0]
        quote = "'" if '"' in whole else '"'
        message = f'the text is cut before "{lost}", which is read as a comment'
        hint = f"put the text in quotes: {quote}{whole}{quote}; a comment has a space after the #"
        severity = Severity.WARNING if re.match(r"\s*#\s", cut[0]) else Severity.ERROR
        self._note("text-cut", event, message, hint, severity)

    def _alias(self, event: Any) -> TextNode:
        self._refuse_properties(event, "alias")
        return TextNode(f"*{event.anchor}", event.start_mark.line + 1, event.start_mark.column + 1)

    def _refuse_properties(self, event: Any, name: str = "") -> None:
        if event.anchor is None and getattr(event, "tag", None) is None:
            return
        found = _PROPERTIES.match(self.text, event.start_mark.index)
        met = found[0] if found else "&"
        name = name or ("tag" if met.startswith("!") else "anchor")
        message = f'"{met}" is a YAML {name}, which is not used here'
        self._note("yaml-" + name, event, message, f"put text that begins with {met[0]} in quotes")

    def _note_depth(self, mark: Any) -> None:
        message = f"more than {DEEPEST} lists and mappings stand inside each other"
        self._note_at(mark, "nested-too-deep", message, "close brackets, and indent no further than needed")

    def _note(self, code: str, event: Any, message: str, hint: str, severity: Severity = Severity.ERROR) -> None:
        self._note_at(event.start_mark, code, message, hint, severity)

    def _note_at(self, mark: Any, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> None:
        self.findings.append(
            Diagnostic(
                code=code,
                severity=severity,
                message=message,
                hint=hint,
                file=self.file,
                line=mark.line + 1,
                column=mark.column + 1,
            )
        )
