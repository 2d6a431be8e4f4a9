"""The exceptions of cspdocs: what cannot go on. All derive from `CspdocsError`."""

from __future__ import annotations

from collections.abc import Iterable

from cspdocs.diagnostics import Diagnostic


class CspdocsError(Exception):
    """Something a caller can act on; the message says what was met, where, and what would be right."""


class FindingsError(CspdocsError):
    """A file cannot be used as it stands.

    `findings` holds every problem found, in the order of the file, not only the first.
    """

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class PlanError(FindingsError):
    """The plan has errors."""


class TemplateError(FindingsError):
    """The template's folder is missing or has errors."""


class UnknownFormat(CspdocsError):
    """No backend has the name or file ending that was asked for."""


class UnknownKind(CspdocsError):
    """No kind of document has the name that was asked for."""


class RenderError(CspdocsError):
    """A backend cannot make the document."""


class OutputError(CspdocsError):
    """A file cannot be written where it was asked for. Nothing that stood there was harmed."""
