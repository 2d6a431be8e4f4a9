"""What every part of composing needs: the plan, the template, and where to note what is amiss."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path, PureWindowsPath

from cspdocs.compose.abbreviations import Abbreviations
from cspdocs.compose.actions.years import ActionYears
from cspdocs.compose.names import Names
from cspdocs.compose.notes import Notes
from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.document.images import Image, ImageError
from cspdocs.document.markdown import Runs, as_link, parse_blocks, parse_inline, parse_plain
from cspdocs.document.nodes import Block, Inline, Text, Unfilled, Value
from cspdocs.document.reading import read_image
from cspdocs.document.styles import PageGeometry
from cspdocs.document.walk import plain_text
from cspdocs.plan.model import Plan, Priority
from cspdocs.plan.placeholders import Placeholders
from cspdocs.plan.status import Status
from cspdocs.plan.unfilled import unfilled, unfilled_parts
from cspdocs.template.phrases import phrase_parts
from cspdocs.template.template import Template
from cspdocs.units import Length
from cspdocs.values import define, field


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
    statuses: dict[str, Status]
    priorities: dict[str, Priority]
    names: Names
    years: ActionYears
    notes: Notes
    anchors: set[str]
    page_name: str = "Page"
    """The sheet of paper of the section at hand."""
    edges: Length = Length(0)
    """What the edges of the boxes around take of its width."""
    heading: str = ""
    """The heading of the section at hand."""
    told: set[str] = field(factory=set)
    """The paths of priorities of which everything has been said above their actions."""
    findings: list[Diagnostic] = field(factory=list)
    is_excerpt: bool = False
    """Whether texts of the plan stand where the places of the plan that they lead to are not."""
    _words: dict[str, tuple[Inline, ...]] = field(factory=dict, alias="_words")

    @classmethod
    def start(cls, plan: Plan, template: Template) -> Context:
        """The context of a plan. A priority of last year is known unless this year has one of the same id."""
        names = Names(plan, template.wording)
        anchors: set[str] = set()
        return cls(
            plan,
            template,
            Placeholders(plan, template.statuses),
            Abbreviations(plan.glossary),
            {status.word.casefold(): status for status in plan.statuses or template.statuses},
            {name: priority for name, (_, priority) in names.priorities.items()},
            names,
            ActionYears(plan, template, names.same_body),
            Notes(template.wording.note_mark, partial(_unused, anchors)),
            anchors,
        )

    @property
    def page(self) -> PageGeometry:
        """The sheet of paper of the section at hand."""
        return self.template.sheet.pages[self.page_name]

    @property
    def room(self) -> Length:
        """The width that text and tables have: that of the page, or of the box that they stand in."""
        return Length(self.page.text_width - self.edges)

    def fill(self, text: str) -> str:
        """`text` with its placeholders replaced."""
        return self.placeholders.fill(text)

    def anchor(self, wanted: str) -> str:
        """`wanted`, or where another heading has it already, that with a number after it."""
        return _unused(self.anchors, wanted)

    def words(self, text: str) -> tuple[Inline, ...]:
        """Plain text as runs. Names, statuses and what stands for nothing come again and again."""
        made = self._words.get(text)
        if made is None:
            made = self._words[text] = self._filled(text, _plain) if text else ()
        return made

    def value(self, text: str, origin: str) -> tuple[Inline, ...]:
        """What a field says in plain text, where it is only a part of a paragraph; nothing where it says nothing."""
        words = self.words(text)
        return (Value(words, origin),) if words else ()

    def title(self, text: str) -> tuple[Inline, ...]:
        """Plain text in which ^[notes] may stand: the title of a table or chart."""
        return parse_plain(text, self.words, self.runs, self.notes.add)

    def spoken(self, text: str) -> str:
        """The same without its notes, for where nothing can be printed but plain text."""
        return plain_text(parse_plain(text, self.words, self.runs, lambda _: ()))

    def phrase_with(self, wording: str, name: str, value: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """A phrase of the template with a value in place of `{name}`."""
        before, found, after = wording.partition(f"{{{name}}}")
        return (*self.words(before), *(value if found else ()), *self.words(after))

    def phrase_of(self, wording: str, values: Mapping[str, tuple[Inline, ...]]) -> tuple[Inline, ...]:
        """A phrase of the template with values in place of their names in braces, without gaps where one says nothing."""
        said = {name: name if value else "" for name, value in values.items()}
        made: list[Inline] = []
        for name, text in phrase_parts(wording, said):
            made += values[name] if name else self.words(text)
        return tuple(made)

    def runs(self, text: str) -> tuple[Inline, ...]:
        """Text of a prose field as runs: placeholders replaced, abbreviations of the glossary with what they stand for."""
        return self._filled(text, self.abbreviations.mark)

    def _filled(self, text: str, runs: Runs) -> tuple[Inline, ...]:
        """What `runs` makes of the text, its placeholders replaced; figures that it quotes stand in nodes of their own."""
        if "{" not in text:
            return _marked(text, runs)
        made: list[Inline] = []
        for part, path in self.placeholders.quoted(text):
            made += (Value(_marked(part, runs), path),) if path else _marked(part, runs)
        return tuple(made)

    def prose(self, text: str, *, style: str = "Body", origin: str = "") -> tuple[Block, ...]:
        """Text in the Markdown subset as blocks."""
        return parse_blocks(text, self.runs, style=style, origin=origin, note=self.notes.add, link=self._linked)

    def phrase(self, text: str) -> tuple[Inline, ...]:
        """Text in the Markdown subset as the runs of one paragraph."""
        return parse_inline(text, self.runs, self.notes.add, self._linked)

    def _linked(self, words: tuple[Inline, ...], target: str) -> tuple[Inline, ...]:
        """A link; its words alone where it leads to a place of the plan, and this is an excerpt without that place."""
        return words if self.is_excerpt and target.startswith("#") else as_link(words, target)

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


def _plain(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def _marked(text: str, runs: Runs) -> tuple[Inline, ...]:
    """What `runs` makes of the text; words that are still to be filled in stand in nodes of their own."""
    if not unfilled(text):
        return runs(text)
    made: list[Inline] = []
    for part, missing in unfilled_parts(text):
        made += (Unfilled((Text(part),)),) if missing else runs(part)
    return tuple(made)


def _unused(anchors: set[str], wanted: str) -> str:
    """`wanted`, or if it is among the anchors that with a number after it; it is among them from now on."""
    anchor, number = wanted, 1
    while anchor in anchors:
        number += 1
        anchor = f"{wanted}-{number}"
    anchors.add(anchor)
    return anchor
