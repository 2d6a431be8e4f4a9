"""The files of a template's folder, read with everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.records.findings import did_you_mean, nearest
from cspdocs.records.structure import structure
from cspdocs.template.inheritance import Sources
from cspdocs.values import evolve

_Record = TypeVar("_Record")


class TemplateFindings:
    """Collects what is wrong with a template, each finding with the file and line it comes from."""

    def __init__(self, sources: Sources, code: str = "template") -> None:
        self.found: list[Diagnostic] = []
        self._sources = sources
        self._code = code

    def read(self, file: str, record: type[_Record]) -> _Record | None:
        """The record in a file of the template; `None` where nothing can be made of it."""
        node, found = self._sources.read(file)
        self.found += found
        if node is None:
            return None
        structured = structure(node, record)
        self._sources.lines[file] = structured.lines
        self.found += [evolve(one, file=self._sources.place(file, one.path)[0]) for one in structured.findings]
        return structured.value

    def report(self, file: str, path: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> None:
        """Notes that something at the field `path` of a file does not fit."""
        where, line = self._sources.place(file, path)
        self.found.append(
            Diagnostic(code=self._code, message=message, severity=severity, path=path, hint=hint, file=where, line=line)
        )

    def unknown(self, what: str, name: str, known: Iterable[str], file: str, path: str) -> None:
        """Notes a name that is not among `known`."""
        names = tuple(known)
        hint = did_you_mean(nearest(name, names)) or f"there are {', '.join(names) or 'none'}"
        self.report(file, path, f'there is no {what} "{name}"', hint)
