"""The Word file `reference.docx` of a template's folder: is it one, and is it safe to take styles from?

Nothing outside the file is ever asked for, only the few parts with styles are unpacked, and none of them before its size
is known.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from cspdocs.document.styles import MAX_REFERENCE, Reference
from cspdocs.template.findings import TemplateFindings
from cspdocs.values import frozen

MAX_PART: Final = 4 * 2**20
"""Bytes of one part, unpacked. The styles of Word's largest templates take a tenth of it."""
_MAX_UNPACKED: Final = 512 * 2**20
_MAX_DEPTH: Final = 64

_RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_MAIN_TYPES: Final = tuple(
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}.main+xml" for kind in ("document", "template")
)
_COMPOUND_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Word's files began before 2007, and how those with a password begin today."""

_LESS: Final = "delete the text and pictures; only styles are taken"
_SAVE_AGAIN: Final = "open it in Word, and save it as Word Document (*.docx)"
_CURES: Final = {
    "attachedTemplate": "in Word, under File, Options, Add-ins, manage Templates and attach Normal.dotm in its place",
    "image": "in Word, under File, Info, Edit Links to Files, break the link or delete the picture",
}


class UnusableReference(Exception):
    """No styles can be taken from a file. `message` says why, `hint` what would be right."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def take_reference(file: Path, data: bytes, findings: TemplateFindings) -> Reference | None:
    """The parts of a Word file that say how text looks; `None` where it cannot be used, which is then found."""
    try:
        return read_reference(file, data)
    except UnusableReference as fault:
        findings.report(file.name, "", fault.message, fault.hint)
        return None


def read_reference(file: Path, data: bytes) -> Reference:
    """The parts of a Word file that say how text looks.

    Raises:
        UnusableReference: if it is no Word file, or one that has no place in a template.
    """
    if len(data) > MAX_REFERENCE:
        raise UnusableReference(f"it is larger than {MAX_REFERENCE >> 20} MB", _LESS)
    if data.startswith(_COMPOUND_FILE):
        raise UnusableReference("it has a password, or is of Word 97 to 2003", f"take the password off, {_SAVE_AGAIN}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Package(archive).read(file)
    # NotImplementedError is what zipfile raises for a compression that it does not know.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as fault:
        raise UnusableReference("it is no Word file, or damaged", _SAVE_AGAIN) from fault


@frozen
class _Relationship:
    """What a part refers to: of which kind, where, and whether that is outside the file."""

    kind: str
    target: str
    external: bool


class _Package:
    """A Word file as parts that refer to one another."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._entries = {entry.filename.lower(): entry for entry in archive.infolist()}

    def read(self, file: Path) -> Reference:
        if sum(entry.file_size for entry in self._entries.values()) > _MAX_UNPACKED:
            raise UnusableReference(f"it unpacks to more than {_MAX_UNPACKED >> 20} MB", _LESS)
        main = self._main_part()
        self._check_types(main)
        self._check_outside()
        parts = {relationship.kind: relationship.target for relationship in self._relationships(main)}
        if "styles" not in parts:
            raise UnusableReference("it has no styles", _SAVE_AGAIN)
        found = {kind: self._checked(parts[kind]) for kind in ("styles", "theme", "fontTable") if kind in parts}
        return Reference(file, found["styles"], found.get("theme", b""), found.get("fontTable", b""))

    def _main_part(self) -> str:
        for relationship in self._relationships(""):
            if relationship.kind == "officeDocument":
                return relationship.target
        raise UnusableReference("it is no Word file", _SAVE_AGAIN)

    def _check_types(self, main: str) -> None:
        """Refuses what is no Word document, and what holds macros."""
        types = _parse(self._bytes("[Content_Types].xml"), "[Content_Types].xml")
        by_name = {item.get("PartName", "").lower().lstrip("/"): item.get("ContentType", "") for item in types}
        by_ending = {item.get("Extension", "").lower(): item.get("ContentType", "") for item in types}
        kinds = {kind.lower() for kind in (*by_name.values(), *by_ending.values())}
        if any("macroenabled" in kind or "vbaproject" in kind for kind in kinds) or any(
            name.endswith("vbaproject.bin") for name in self._entries
        ):
            raise UnusableReference(
                "it holds macros", "open it in Word, and save it as Word Document (*.docx), which has none"
            )
        if by_name.get(main.lower(), by_ending.get(main.lower().rpartition(".")[2])) not in _MAIN_TYPES:
            raise UnusableReference("it is a file of another program than Word", _SAVE_AGAIN)

    def _check_outside(self) -> None:
        """Refuses what Word would fetch from elsewhere when it opens the file. Links are only followed when clicked."""
        for name in self._entries:
            if not name.endswith(".rels"):
                continue
            for relationship in self._relationships_in(name, ""):
                if relationship.external and relationship.kind != "hyperlink":
                    raise UnusableReference(
                        f'it refers to "{relationship.target}" outside itself ({relationship.kind})',
                        _CURES.get(relationship.kind, "delete what comes from there, and save it again"),
                    )

    def _relationships(self, part: str) -> list[_Relationship]:
        """What a part refers to inside the file; `""` stands for the file as a whole."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        return [found for found in self._relationships_in(listed, folder) if not found.external]

    def _relationships_in(self, name: str, folder: str) -> list[_Relationship]:
        if name.lower() not in self._entries:
            return []
        found = []
        for item in _parse(self._bytes(name), name).iter(_RELATIONSHIPS):
            kind, target = item.get("Type", ""), item.get("Target", "")
            if kind.startswith(_STRICT):
                raise UnusableReference("it is saved as Strict Open XML", _SAVE_AGAIN)
            external = item.get("TargetMode", "").lower() == "external"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append(_Relationship(kind.removeprefix(_OFFICE), target, external))
        return found

    def _checked(self, part: str) -> bytes:
        """A part whose XML is sound."""
        data = self._bytes(part)
        _parse(data, part)
        return data

    def _bytes(self, part: str) -> bytes:
        entry = self._entries.get(part.lower())
        if entry is None:
            raise UnusableReference(f"its part {part} is missing", _SAVE_AGAIN)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise zipfile.BadZipFile("no Word file is packed in any other way")
        with self._archive.open(entry) as stream:
            # Not what the archive says of its size, but what comes out of it.
            data = stream.read(MAX_PART + 1)
        if len(data) > MAX_PART:
            raise UnusableReference(
                f"its part {part} unpacks to more than {MAX_PART >> 20} MB",
                "copy the styles that you need into a new document",
            )
        return data


class _Builder(TreeBuilder):
    """Refuses what Word never writes: definitions of a document type, in which entities hide, and bottomless nesting."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self._part = part
        self._depth = 0

    def doctype(self, name: str, public: str | None, system: str | None) -> None:  # noqa: ARG002
        raise UnusableReference(f"its part {self._part} defines a document type (DTD), which Word never writes", _SAVE_AGAIN)

    def start(self, tag: Any, attrs: Mapping[Any, Any]) -> Element:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise UnusableReference(f"its part {self._part} is nested deeper than Word can read", _SAVE_AGAIN)
        return super().start(tag, dict(attrs))

    def end(self, tag: Any) -> Element:
        self._depth -= 1
        return super().end(tag)


def _parse(data: bytes, part: str) -> Element:
    try:
        # What makes XML dangerous the builder refuses.
        parser = XMLParser(target=_Builder(part))  # noqa: S314
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, LookupError) as fault:
        raise UnusableReference(f"its part {part} is damaged", _SAVE_AGAIN) from fault
    return root
