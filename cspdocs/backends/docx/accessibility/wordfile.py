"""A Word file taken apart: its parts as trees, found as Word finds them, by their relationships."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar
from urllib.parse import unquote

from lxml import etree

from cspdocs.backends.docx.accessibility.looks import Looks
from cspdocs.backends.docx.accessibility.parts import Element, Part, w
from cspdocs.backends.docx.accessibility.revisions import accept_revisions
from cspdocs.backends.docx.namespaces import WP, A, R, W
from cspdocs.values import define, field

_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)

_STRICT: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R,
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP,
    b"http://purl.oclc.org/ooxml/drawingml/main": A,
}
"""The names of the vocabularies in files saved as "Strict Open XML Document"."""


_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What stands there once more for older versions."""

_WITH_TEXT: Final = {w("hdr"): "header", w("ftr"): "footer", w("footnotes"): "footnotes", w("endnotes"): "endnotes"}

_Read = TypeVar("_Read")


class Unreadable(Exception):
    """A part cannot be had; the message says what was met."""


class Problem(NamedTuple):
    """What is wrong with the file as a file: the part, and what was met."""

    part: str
    met: str


@define
class WordFile:
    """The parts that rules look at. `texts` are those with text, the document itself first; `looks` is what its styles say.

    What is missing is `None`.
    """

    texts: list[Part] = field(factory=list)
    looks: Looks = field(factory=lambda: Looks(None))
    settings: Element | None = None
    core: Element | None = None
    encrypted: bool = False
    problems: list[Problem] = field(factory=list)


def read_word_file(parts: Mapping[str, bytes]) -> WordFile:
    """The file taken apart. What cannot be read is among its problems; then what depends on it is missing.

    Of the parts only those are asked for that rules look at. Asked for one that cannot be had, `parts` raises `Unreadable`.
    """
    file = WordFile()
    _Reader(parts, file).read()
    return file


class _Reader:
    """Reads the parts of one package into a file."""

    def __init__(self, parts: Mapping[str, bytes], file: WordFile) -> None:
        self._parts = parts
        self._file = file
        # Names of parts are equal whatever the case of their letters.
        self._names = {name.lower(): name for name in parts}

    def read(self) -> None:
        """Follows the relationships of the package to the document, and those of the document to the others."""
        main = ""
        for kind, target in self._relationships(main):
            if kind == "officeDocument":
                main = _resolved(main, target)
            elif kind == "core-properties":
                self._file.core = self._tree(_resolved("", target))
        root = self._tree(main) if main else None
        if root is None or root.tag != w("document"):
            if not self._file.problems:
                self._file.problems.append(Problem("the file", "holds no document of Word"))
            return
        self._file.texts.append(Part(root))
        for kind, target in self._relationships(main):
            if kind == "styles":
                self._file.looks = self._read(_resolved(main, target), _looks) or self._file.looks
            elif kind == "settings":
                self._file.settings = self._tree(_resolved(main, target))
            elif kind in _WITH_TEXT.values():
                root = self._tree(_resolved(main, target))
                if root is not None and root.tag in _WITH_TEXT:
                    self._file.texts.append(Part(root))

    def _relationships(self, part: str) -> Iterator[tuple[str, str]]:
        """Kind and target of what a part is related to inside the package; of the package itself where `part` is empty."""
        folder, name = posixpath.split(part)
        tree = self._tree(posixpath.join(folder, "_rels", f"{name}.rels"), needed=not part)
        for relationship in tree.iterchildren("{*}Relationship") if tree is not None else ():
            if relationship.get("TargetMode") != "External":
                yield relationship.get("Type", "").rpartition("/")[2], relationship.get("Target", "")

    def _tree(self, part: str, *, needed: bool = True) -> Element | None:
        return self._read(part, _parse, needed=needed)

    def _read(self, part: str, read: Callable[[bytes], _Read], *, needed: bool = True) -> _Read | None:
        """What is read from a part; `None`, and a problem, where it is missing or cannot be read."""
        name = self._names.get(part.lstrip("/").lower())
        if name is None:
            if needed:
                self._file.problems.append(Problem(f"the part {_named(part)}", "is missing"))
            return None
        try:
            return read(self._parts[name])
        except Unreadable as error:
            met = str(error)
        except etree.XMLSyntaxError as error:
            met = f"is not well-formed XML ({error})"
        self._file.problems.append(Problem(f"the part {_named(part)}", met))
        return None


def _named(part: str) -> str:
    return f"/{part.lstrip('/')}"


def _resolved(part: str, target: str) -> str:
    """The name of a part that `part` is related to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), unquote(target)))


def _parse(data: bytes) -> Element:
    """The tree of a part, with all changes accepted and without doubles for older versions."""
    if b"http://purl.oclc.org/ooxml" in data[:10_000]:
        for strict, name in _STRICT.items():
            data = data.replace(strict, name.encode())
    root = etree.fromstring(data, _PARSER)
    for double in list(root.iter(_FALLBACK)):
        parent = double.getparent()
        if parent is not None:
            parent.remove(double)
    accept_revisions(root)
    return root


@lru_cache(maxsize=4)
def _looks(data: bytes) -> Looks:
    """What the styles in a part say. Those of plans made one after another are mostly the same."""
    return Looks(_parse(data))
