"""What every part of composing needs: the plan, the template, and where to note what is amiss."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

from attrs import Factory, define

from cspdocs.compose.abbreviations import Abbreviations
from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.document.images import Image, ImageError
from cspdocs.document.markdown import parse_blocks, parse_inline
from cspdocs.document.nodes import Block, Inline, Text
from cspdocs.document.reading import read_image
from cspdocs.document.styles import PageGeometry
from cspdocs.plan.directory import Organisation
from cspdocs.plan.model import Plan, Priority
from cspdocs.plan.placeholders import Placeholders
from cspdocs.plan.status import Status
from cspdocs.template.template import Template


def picture_file(plan: Plan, written: str) -> Path:
    """The file of a picture, in the plan's folder or one inside it. Both kinds of slashes may part folders.

    Raises:
        ImageError: if it stands elsewhere. Nothing outside is looked at, not even whether it is there.
    """
    if PureWindowsPath(written).anchor:
        raise ImageError("write its place in the plan's folder, such as pictures/stand.jpg, without a drive or first slash")
    folder = plan.source.folder if plan.source else Path()
    file = folder / written.replace("\\", "/")
    try:
        inside = file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        # A circle of links, or characters that no file name can have.
        raise ImageError("there is no such file") from None
    if not inside:
        raise ImageError("it stands outside the plan's folder; copy it in")
    return file


@define
class Context:
    """One plan on its way through one template."""

    plan: Plan
    template: Template
    placeholders: Placeholders
    abbreviations: Abbreviations
    organisations: dict[str, Organisation]
    statuses: dict[str, Status]
    priorities: dict[str, Priority]
    page_name: str = "Page"
    """The sheet of paper of the section at hand."""
    anchors: set[str] = Factory(set)
    findings: list[Diagnostic] = Factory(list)

    @classmethod
    def start(cls, plan: Plan, template: Template) -> Context:
        """The context of a plan. A priority of last year is known unless this year has one of the same id."""
        reviewed = plan.previous.priorities if plan.previous else ()
        return cls(
            plan,
            template,
            Placeholders(plan),
            Abbreviations(plan.glossary),
            {organisation.id: organisation for organisation in plan.organisations},
            {status.word.casefold(): status for status in plan.statuses or template.statuses},
            {priority.id: priority for priority in (*reviewed, *plan.priorities)},
        )

    @property
    def page(self) -> PageGeometry:
        """The sheet of paper of the section at hand."""
        return self.template.sheet.pages[self.page_name]

    def fill(self, text: str) -> str:
        """`text` with its placeholders replaced."""
        return self.placeholders.fill(text)

    def anchor(self, wanted: str) -> str:
        """`wanted`, or where another heading has it already, that with a number after it."""
        anchor, number = wanted, 1
        while anchor in self.anchors:
            number += 1
            anchor = f"{wanted}-{number}"
        self.anchors.add(anchor)
        return anchor

    def words(self, text: str) -> tuple[Inline, ...]:
        """Plain text as runs."""
        filled = self.fill(text)
        return (Text(filled),) if filled else ()

    def runs(self, text: str) -> tuple[Inline, ...]:
        """Text of a prose field as runs: placeholders replaced, abbreviations of the glossary with what they stand for."""
        return tuple(self.abbreviations.mark(self.fill(text)))

    def prose(self, text: str, *, style: str = "Body", origin: str = "") -> tuple[Block, ...]:
        """Text in the Markdown subset as blocks."""
        return parse_blocks(text, self.runs, style=style, origin=origin)

    def phrase(self, text: str) -> tuple[Inline, ...]:
        """Text in the Markdown subset as the runs of one paragraph."""
        return parse_inline(text, self.runs)

    def image(self, file: str, origin: str) -> Image | None:
        """The picture in a file of the plan's folder; `None`, and a finding, where there is none to be used."""
        try:
            return read_image(picture_file(self.plan, file))
        except ImageError as error:
            reason = str(error)
        self.report("picture", f'the picture "{file}" cannot be used: {reason}', f"{origin}/file")
        return None

    def report(self, code: str, message: str, path: str, hint: str = "", severity: Severity = Severity.ERROR) -> None:
        """Notes a finding."""
        self.findings.append(Diagnostic(code=code, message=message, severity=severity, path=path, hint=hint))
