"""The files of a template's folder, read with everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from cspdocs.diagnostics import Diagnostic
from cspdocs.records.findings import did_you_mean, nearest
from cspdocs.records.structure import structure
from cspdocs.records.walk import nearest_line
from cspdocs.records.yaml_text import read_yaml_file

_Record = TypeVar("_Record")


class TemplateFindings:
    """Collects what is wrong in `folder`, each finding with its file and line."""

    def __init__(self, folder: Path) -> None:
        self.found: list[Diagnostic] = []
        self._folder = folder
        self._lines: dict[str, dict[str, int]] = {}

    def read(self, file: str, record: type[_Record]) -> _Record | None:
        """The record in a file of the folder; `None` where nothing can be made of it."""
        path = self._folder / file
        node, found = read_yaml_file(path)
        self.found += found
        if node is None:
            return None
        structured = structure(node, record, file=path)
        self.found += structured.findings
        self._lines[file] = structured.lines
        return structured.value

    def report(self, file: str, path: str, message: str, hint: str) -> None:
        """Notes that something at the field `path` of a file does not fit."""
        line = nearest_line(path, self._lines[file])
        where = self._folder / file
        self.found.append(Diagnostic(code="template", message=message, path=path, hint=hint, file=where, line=line))

    def unknown(self, what: str, name: str, known: Iterable[str], file: str, path: str) -> None:
        """Notes a name that is not among `known`."""
        names = tuple(known)
        hint = did_you_mean(nearest(name, names)) or f"there are {', '.join(names) or 'none'}"
        self.report(file, path, f'there is no {what} "{name}"', hint)
