"""What is wrong with a user's plan or template, as data."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from cspdocs.values import frozen


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """The document cannot be made, or would say something false."""
    WARNING = "warning"
    """The document can be made, but a reader would meet a fault."""
    NOTE = "note"
    """Worth knowing; nothing need be done."""


@frozen(kw_only=True)
class Diagnostic:
    """One finding: what was met, where, and what would be right.

    `path` addresses the field by ids (`actions/asb-2/status`), empty where the finding concerns the
    whole file. `line` and `column` count from 1; `None` where the plan was built in code.
    """

    code: str
    message: str
    severity: Severity = Severity.ERROR
    path: str = ""
    hint: str = ""
    file: Path | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """One line: `plan.yaml:41: actions/asb-2/status: message. Hint.`"""
        place = self.file.name if self.file else ""
        if place and self.line:
            place += f":{self.line}"
        parts = [part for part in (place, self.path) if part]
        said = f"{self.message} ({self.hint})" if self.hint else self.message
        return ": ".join([*parts, said])


def warning(code: str, message: str, path: str, hint: str) -> Diagnostic:
    """A finding on a field that readers would stumble over, though the document can be made."""
    return Diagnostic(code=code, severity=Severity.WARNING, message=message, path=path, hint=hint)
