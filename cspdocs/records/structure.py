"""Nodes of a file → instances of the classes, with every problem in one pass.

Written without cattrs: importing it costs as much time as importing attrs, its errors would need as much code
to become findings with places as this module has, and it cannot give the part of a plan that is right.

What is wrong never hides the rest. A field that cannot be read keeps its default, a text that must be given
but is not becomes "", and what cannot be made at all is left out of the list it stands in; so later checks
can follow references through the whole plan in the same run.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar, assert_never

from cspdocs.diagnostics import Diagnostic
from cspdocs.records.findings import Findings, did_you_mean, nearest, shown
from cspdocs.records.nodes import ListNode, MappingNode, Node, TextNode
from cspdocs.records.types import (
    MISSING,
    BlocksShape,
    ChoiceShape,
    KeyedShape,
    ListShape,
    MapShape,
    NestedShape,
    RecordShape,
    ScalarShape,
    Shape,
    TextShape,
    record_shape,
)

RecordT = TypeVar("RecordT")


class Structured(NamedTuple, Generic[RecordT]):
    """What came of a file."""

    value: RecordT | None
    """The best that could be made; `None` where nothing could."""
    findings: tuple[Diagnostic, ...]
    """Everything that is wrong, in the order of the file."""
    lines: dict[str, int]
    """Path of each field met to the line of its key, counted from 1."""


def structure(node: Node, record: type[RecordT], path: str = "", file: Path | None = None) -> Structured[RecordT]:
    """An instance of the attrs class `record` made from `node`, what is wrong with it, and where its fields stand.

    `path` is put before the path of every field; `file` is named in the findings.
    """
    reader = _Structurer(file)
    value = reader.record(node, record, path)
    return Structured(None if value is MISSING else value, reader.findings.in_order(), reader.lines)


class _Structurer:
    """Makes values and notes what is wrong; each method returns `MISSING` where it can make nothing."""

    def __init__(self, file: Path | None) -> None:
        self.findings = Findings(file)
        self.lines: dict[str, int] = {}

    def value(self, node: Node, shape: Shape, path: str) -> Any:
        """The value that `node` stands for where `shape` is allowed."""
        match shape:
            case TextShape():
                if isinstance(node, TextNode):
                    return node.text
                self.findings.not_a_text(node, path)
                return MISSING
            case ScalarShape():
                return self._scalar(node, shape, path)
            case ChoiceShape():
                return self._choice(node, shape, path)
            case ListShape():
                return self._list(node, shape, path)
            case KeyedShape():
                return self._keyed(node, shape, path)
            case BlocksShape():
                return self._blocks(node, shape, path)
            case NestedShape():
                return self.record(node, shape.record, path)
            case MapShape():
                return self._map(node, shape, path)
            case _:
                assert_never(shape)

    def record(self, node: Node, record: type, path: str, key: TextNode | None = None) -> Any:
        """The record that `node` stands for, `key` being its key or tag in the mapping around it."""
        shape = record_shape(record)
        given = self._given(node, shape, path)
        if given is None:
            return MISSING
        values: dict[str, Any] = {}
        if shape.key and key:
            values[shape.key.attribute] = self.value(key, shape.key.shape, path)
        for name, child in given.items():
            field = shape.fields[name]
            value = MISSING if child is None else self.value(child, field.shape, _join(path, name))
            if value is not MISSING:
                values[field.attribute] = value
        complete = True
        for field in shape.required:
            if field.attribute not in values:
                values[field.attribute] = ""
                complete = complete and isinstance(field.shape, TextShape)
                if field.name not in given:
                    message = f"{field.name} must be given"
                    self.findings.note("missing-field", key or node, _join(path, field.name), message, field.about)
        if not complete:
            return MISSING
        try:
            return record(**values)
        except (ValueError, TypeError) as error:
            self.findings.note("invalid-value", key or node, path, str(error))
            return MISSING

    def _given(self, node: Node, shape: RecordShape, path: str) -> dict[str, Node | None] | None:
        """The node of each field that is given, `None` for one that is misspelt; `None` where `node` is no record."""
        if isinstance(node, TextNode) and (node.absent or shape.shorthand):
            if node.absent or not shape.shorthand:
                return {}
            self.lines[_join(path, shape.shorthand.name)] = node.line
            return {shape.shorthand.name: node}
        if shape.shorthand and shape.takes_list and isinstance(node, ListNode):
            return {shape.shorthand.name: node}
        if shape.shorthand and _is_figure(node, shape.fields):
            self.findings.not_a_text(node, path)
            return None
        if not isinstance(node, MappingNode):
            names = tuple(shape.fields)
            hint = f'write lines such as "{names[0]}: …" below it; allowed are {", ".join(names)}' if names else ""
            self.findings.wrong_shape(node, path, "a mapping", hint)
            return None
        given: dict[str, Node | None] = {}
        seen: dict[str, int] = {}
        for key, child in node.entries:
            name = key.text
            where = f"{path}/{name}" if path else name
            if name not in shape.fields:
                cut = node.flow and isinstance(child, TextNode) and child.absent
                if meant := self.findings.unknown("key", key, where, shape.fields, cut=cut):
                    given.setdefault(meant, None)
            elif name in seen:
                self.findings.duplicate(key, where, seen[name])
            else:
                seen[name] = self.lines[where] = key.line
                if not (isinstance(child, TextNode) and child.absent):
                    given[name] = child
        return given

    def _scalar(self, node: Node, shape: ScalarShape, path: str) -> Any:
        if not isinstance(node, TextNode):
            self.findings.not_a_text(node, path)
            return MISSING
        try:
            return shape.parse(node.text)
        except (ValueError, OverflowError) as error:
            self.findings.note("bad-value", node, path, f"{shown(node.text)} is not {shape.name}", str(error))
            return MISSING

    def _choice(self, node: Node, shape: ChoiceShape, path: str) -> Any:
        if not isinstance(node, TextNode):
            self.findings.not_a_text(node, path)
            return MISSING
        if node.text in shape.words:
            return node.text
        message = f"{shown(node.text)} is not one of {', '.join(shape.words)}"
        self.findings.note(
            "unknown-choice",
            node,
            path,
            message,
            did_you_mean(nearest(node.text, shape.words)) or "write one of these words",
        )
        return MISSING

    def _list(self, node: Node, shape: ListShape, path: str) -> Any:
        if isinstance(node, TextNode) and shape.takes_text:
            return self._items([node], path, shape.item)
        if not isinstance(node, ListNode):
            self.findings.wrong_shape(node, path, "a list", 'begin each entry on a line of its own with "- "')
            return MISSING
        return self._items(node.items, path, shape.item)

    def _items(self, items: Iterable[Node], path: str, shape: Shape) -> tuple[Any, ...]:
        values = []
        for position, item in enumerate(items, 1):
            where = f"{path}/{position}"
            self.lines[where] = item.line
            if isinstance(item, TextNode) and item.absent:
                self.findings.empty_entry(item, where)
                continue
            value = self.value(item, shape, where)
            if value is not MISSING:
                values.append(value)
        return tuple(values)

    def _keyed(self, node: Node, shape: KeyedShape, path: str) -> Any:
        record = record_shape(shape.record)
        key = record.key
        name = key.name if key else "key"
        if isinstance(node, ListNode) and not record.required and all(isinstance(item, TextNode) for item in node.items):
            node = _keys_alone(node)
        if not isinstance(node, MappingNode):
            hint = f'write each {name} with a colon, without "- ", and its fields indented below it'
            self.findings.wrong_shape(node, path, "a mapping", hint)
            return MISSING
        values = (self.record(child, shape.record, where, key) for key, child, where in self._entries(node, path, name))
        return tuple(value for value in values if value is not MISSING)

    def _map(self, node: Node, shape: MapShape, path: str) -> Any:
        if not isinstance(node, MappingNode):
            self.findings.wrong_shape(node, path, "a mapping", 'write lines "name: value" below it')
            return MISSING
        values = {}
        for key, child, where in self._entries(node, path, "name"):
            if isinstance(child, TextNode) and child.absent and not isinstance(shape.value, NestedShape):
                self.findings.empty_entry(child, where)
                continue
            value = self.value(child, shape.value, where)
            if value is not MISSING:
                values[key.text] = value
        return values

    def _entries(self, node: MappingNode, path: str, name: str) -> Iterable[tuple[TextNode, Node, str]]:
        """Key, content and path of each entry that has a key of its own."""
        seen: dict[str, int] = {}
        for key, child in node.entries:
            where = _join(path, key.text)
            if not key.text:
                message = f"the {name} before the colon is empty"
                self.findings.note("empty-key", key, path, message, "write one, or remove the entry")
            elif key.text in seen:
                self.findings.duplicate(key, where, seen[key.text])
            else:
                seen[key.text] = self.lines[where] = key.line
                yield key, child, where

    def _blocks(self, node: Node, shape: BlocksShape, path: str) -> Any:
        if isinstance(node, TextNode) and shape.text:
            node = ListNode([node], node.line, node.column)
        if not isinstance(node, ListNode):
            self.findings.wrong_shape(node, path, "a list", 'write text, or begin each block with "- "')
            return MISSING
        blocks = (self._block(item, shape, f"{path}/{position}") for position, item in enumerate(node.items, 1))
        return tuple(block for block in blocks if block is not MISSING)

    def _block(self, node: Node, shape: BlocksShape, path: str) -> Any:
        self.lines[path] = node.line
        if isinstance(node, TextNode):
            if node.absent:
                self.findings.empty_entry(node, path)
                return MISSING
            if shape.text:
                return self.record(node, shape.text, path)
        if shape.text and _is_figure(node, shape.by_tag):
            self.findings.not_a_text(node, path)
            return MISSING
        if not isinstance(node, MappingNode) or not node.entries:
            self.findings.wrong_shape(node, path, "a block", f'write "- name: …" with one of {", ".join(shape.by_tag)}')
            return MISSING
        tag, content = node.entries[0]
        record = shape.by_tag.get(tag.text)
        if record is None:
            self.findings.unknown("block", tag, path, shape.by_tag)
            return MISSING
        if len(node.entries) > 1:
            others = ", ".join(key.text for key, _ in node.entries[1:])
            message = f"a block has one key, but beside {tag.text} there stands {others}"
            hint = f'indent what belongs to {tag.text} two spaces further, or begin a new block with "- "'
            self.findings.note("two-keys", node.entries[1][0], path, message, hint)
            if isinstance(content, TextNode) and content.absent:
                return MISSING
        return self.record(content, record, path, tag)


def _is_figure(node: Node, allowed: Container[str]) -> bool:
    """Whether `node` looks like `{asb-reports}`, a text that needs quotes not to be a mapping."""
    if not isinstance(node, MappingNode) or not node.flow or len(node.entries) != 1:
        return False
    key, content = node.entries[0]
    return key.text not in allowed and isinstance(content, TextNode) and content.absent


def _keys_alone(node: ListNode) -> MappingNode:
    """A mapping with the texts of a list as its keys and nothing behind them."""
    keys = [item for item in node.items if isinstance(item, TextNode)]
    entries: list[tuple[TextNode, Node]] = [(key, TextNode("", key.line, key.column, quoted=False)) for key in keys]
    return MappingNode(entries, node.line, node.column)


def _join(path: str, name: str) -> str:
    return f"{path}/{name}" if path else name
