"""A template and those it extends: their files, laid over one another.

Mappings are joined key by key: what the nearer folder says stands, what it does not name is as in the folder it extends,
and a key with nothing after its colon takes away what that folder has. Texts and lists are replaced whole. Where a
folder names all that the other has, its order holds too; so columns can be put in another order.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeAlias

from cspdocs.diagnostics import Diagnostic
from cspdocs.errors import TemplateError
from cspdocs.records.nodes import ListNode, MappingNode, Node, TextNode
from cspdocs.records.walk import nearest_line
from cspdocs.records.yaml_text import read_yaml, read_yaml_file
from cspdocs.resources import find_template
from cspdocs.values import evolve, frozen

MANIFEST: Final = "template.yaml"
FILES: Final = (MANIFEST, "wording.yaml", "styles.yaml", "tables.yaml")
"""The files of a template's folder. One that extends another needs only the first."""


Entry: TypeAlias = tuple[TextNode, Node]


@frozen
class Layer:
    """A folder and what is in each of its `FILES`; `None` for a file that is not there."""

    folder: Path
    content: tuple[bytes | None, ...]


def read_layers(folder: Path) -> tuple[Layer, ...]:
    """The files of a template: its own first, then of the template it extends, and so on.

    Raises:
        TemplateError: if one of them extends what is not there, or itself.
    """
    layers: list[Layer] = []
    while True:
        layers.append(Layer(folder, tuple(_content(folder / file) for file in FILES)))
        extends = _extends(layers[-1])
        if extends is None:
            return tuple(layers)
        folder = _extended(extends, layers)


def _extended(extends: TextNode, layers: list[Layer]) -> Path:
    """The folder that the last of the layers extends."""
    file = layers[-1].folder / MANIFEST
    try:
        folder = find_template(extends.text, layers[-1].folder)
    except TemplateError as error:
        raise TemplateError(
            [evolve(finding, path="extends", file=file, line=extends.line) for finding in error.findings]
        ) from error
    if not (folder / MANIFEST).exists():
        message, hint = f"{folder} is no template: it has no {MANIFEST}", "give the folder that has one"
        raise TemplateError([_at_extends(message, hint, extends, file)])
    above = [layer.folder.resolve() for layer in layers]
    if folder.resolve() in above:
        names = " extends ".join(f'"{one.name}"' for one in (*above[above.index(folder.resolve()) :], folder))
        message, hint = f"{names}: a circle", "let the last one extend another template, or none"
        raise TemplateError([_at_extends(message, hint, extends, file)])
    return folder


def _at_extends(message: str, hint: str, extends: TextNode, file: Path) -> Diagnostic:
    return Diagnostic(code="template", message=message, path="extends", hint=hint, file=file, line=extends.line)


def _content(file: Path) -> bytes | None:
    """What is in a file. Nothing where it cannot be read, which is told when it is read for good."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        return b""


def _extends(layer: Layer) -> TextNode | None:
    """What a template says that it extends."""
    node, _ = _read(layer.folder / MANIFEST, layer.content[0] or b"")
    entries = node.entries if isinstance(node, MappingNode) else []
    for key, value in entries:
        if key.text == "extends" and isinstance(value, TextNode) and not value.absent:
            return value
    return None


@lru_cache(maxsize=64)
def _read(file: Path, content: bytes) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    return read_yaml(content, file) if content else read_yaml_file(file)


class Sources:
    """The nodes of all layers of a template, and where in which file a field stands."""

    def __init__(self, layers: tuple[Layer, ...]) -> None:
        self._layers = layers
        self._nodes: dict[str, list[tuple[Path, Node]]] = {}
        self.lines: dict[str, dict[str, int]] = {}
        """Of each file, the line of every field met, in whichever layer it stands."""

    def read(self, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
        """What a file says in all layers together, and what is wrong with it as text."""
        place = FILES.index(file)
        found: list[Diagnostic] = []
        nodes = self._nodes[file] = []
        there = [layer for layer in self._layers if layer.content[place] is not None] or self._layers[:1]
        for layer in there:
            path = layer.folder / file
            node, wrong = _read(path, layer.content[place] or b"")
            found += wrong
            if node is not None:
                nodes.append((path, node))
        merged: Node | None = None
        for _, node in reversed(nodes):
            merged = node if merged is None else lay_over(merged, node)
        return merged, tuple(found)

    def place(self, file: str, path: str) -> tuple[Path, int | None]:
        """The file that a field comes from, and its line there."""
        nodes = self._nodes.get(file, [])
        # The first of those that know most of the path: what a nearer folder says stands.
        source = max(
            nodes, key=lambda one: _depth(one[1], path), default=(self.find(file) or self._layers[0].folder / file, None)
        )[0]
        return source, nearest_line(path, self.lines.get(file, {}))

    def find(self, file: str) -> Path | None:
        """A file named in the template, in the nearest folder that has it; `None` where none has."""
        with suppress(OSError, ValueError):  # a name too long for a file, or with characters that none can have
            candidates = (layer.folder / file for layer in self._layers)
            return next((candidate for candidate in candidates if candidate.is_file()), None)
        return None

    def names(self) -> tuple[str, ...]:
        """The names of all files beside those of the template, in whichever layer they stand."""
        with suppress(OSError):
            return tuple(file.name for layer in self._layers for file in sorted(layer.folder.iterdir()))
        return ()


def lay_over(below: Node, above: Node) -> Node:
    """`above`, with what only `below` says where both are mappings."""
    if not isinstance(below, MappingNode) or not isinstance(above, MappingNode):
        return above
    upper, lower = _by_name(above), _by_name(below)
    ordered = upper if upper.keys() >= lower.keys() else {**lower, **upper}
    entries: list[Entry] = []
    for name in ordered:
        if name not in upper or name not in lower:
            entries += upper.get(name) or lower[name]
            continue
        under = lower[name][0][1]
        entries += [(key, lay_over(under, value)) for key, value in upper[name] if not _is_absent(value)]
    return evolve(above, entries=entries)


def _by_name(node: MappingNode) -> dict[str, list[Entry]]:
    """The entries of a mapping by key; a key given twice has two, so that it is found out."""
    entries: dict[str, list[Entry]] = {}
    for key, value in node.entries:
        entries.setdefault(key.text, []).append((key, value))
    return entries


def _is_absent(node: Node) -> bool:
    return isinstance(node, TextNode) and node.absent


def _depth(node: Node, path: str) -> int:
    """How many steps of a path a node knows."""
    steps = 0
    for step in path.split("/"):
        if isinstance(node, MappingNode):
            inner = next((value for key, value in node.entries if key.text == step), None)
        elif isinstance(node, ListNode) and step.isdecimal():
            inner = node.items[int(step) - 1] if 0 < int(step) <= len(node.items) else None
        else:
            inner = None
        if inner is None:
            break
        node, steps = inner, steps + 1
    return steps
