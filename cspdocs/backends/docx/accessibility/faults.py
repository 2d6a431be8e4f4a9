"""What rules find, and how it is said: what was met, where it stands, and the cure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from cspdocs.backends.docx.accessibility.looks import Looks
from cspdocs.backends.docx.accessibility.parts import CELL, PARAGRAPH, ROW, TABLE, TEXT, VAL, Element, w
from cspdocs.diagnostics import Diagnostic, Severity

_SHOWN: Final = 20
"""How many findings of one kind are told one by one; a file with more needs another cure than going from one to the next."""

_LONGEST: Final = 50
"""How many characters of a text are quoted."""

_AREAS: Final = {
    w("hdr"): "in the page header",
    w("ftr"): "in the page footer",
    w("footnotes"): "in a footnote",
    w("endnotes"): "in an endnote",
}
_GAPS: Final = (PARAGRAPH, w("tab"), w("br"))
_CAPTION: Final = f"{w('tblPr')}/{w('tblCaption')}"
_TAG: Final = f"{w('sdtPr')}/{w('tag')}"


class Fault(NamedTuple):
    """Something that keeps people from reading a file.

    `subject` and `verdict` make a sentence, with the place of `element` between them. `control` is the element whose
    content control is the field to mend, where it is not the same.
    """

    code: str
    subject: str
    verdict: str
    cure: str
    element: Element | None = None
    control: Element | None = None
    severity: Severity = Severity.WARNING


def as_diagnostics(faults: Iterable[Fault], looks: Looks) -> Iterator[Diagnostic]:
    """The faults as findings. Of a kind that is met very often, the last says how often more."""
    met: Counter[str] = Counter()
    last: dict[str, Fault] = {}
    for fault in faults:
        met[fault.code] += 1
        last[fault.code] = fault
        if met[fault.code] <= _SHOWN:
            yield _diagnostic(fault, looks)
    for code, count in met.items():
        if count > _SHOWN:
            more = f"the same is found in {counted(count - _SHOWN, 'more place')}"
            yield Diagnostic(code=code, severity=last[code].severity, message=more, hint=last[code].cure)


def _diagnostic(fault: Fault, looks: Looks) -> Diagnostic:
    where = place(fault.element, looks) if fault.element is not None else ""
    concerned = fault.element if fault.control is None else fault.control
    return Diagnostic(
        code=fault.code,
        severity=fault.severity,
        message=" ".join(part for part in (fault.subject, where, fault.verdict) if part),
        path=_tag(concerned) if concerned is not None else "",
        hint=fault.cure,
    )


def counted(count: int, noun: str) -> str:
    """`1 cell`, `2 cells`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def text_of(element: Element) -> str:
    """The text in an element, on one line."""
    pieces = (found.text if found.tag == TEXT else " " for found in element.iter(TEXT, *_GAPS))
    return " ".join("".join(piece or "" for piece in pieces).split())


def quoted(element: Element) -> str:
    """The first words of an element, in quotation marks."""
    return f'"{_short(text_of(element))}"'


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def paragraph_of(element: Element) -> Element:
    """The paragraph that an element stands in; the element itself where it stands in none."""
    if element.tag == PARAGRAPH:
        return element
    return next(element.iterancestors(PARAGRAPH), element)


def named_table(table: Element) -> str:
    """A table by its title, or by the words of its first row."""
    caption = table.find(_CAPTION)
    title = "" if caption is None else caption.get(VAL, "").strip()
    if title:
        return f'the table "{_short(title)}"'
    row = next(table.iter(ROW), None)
    cells = [text for cell in row.iter(CELL) if (text := text_of(cell))] if row is not None else []
    return f'the table that begins "{_short(", ".join(cells))}"' if cells else "a table"


def place(element: Element, looks: Looks) -> str:
    """Where an element stands: in which table, and below which heading. Empty for what stands before all headings."""
    table = next(element.iterancestors(TABLE), None)
    parts = [f"in {named_table(table)}"] if table is not None else []
    area = _AREAS.get(element.getroottree().getroot().tag)
    heading = None if area else _heading_above(element, looks)
    if area:
        parts.append(area)
    if heading is not None:
        parts.append(f"below {quoted(heading)}")
    return ", ".join(parts)


def _heading_above(element: Element, looks: Looks) -> Element | None:
    """The last heading before an element; those in tables and text boxes head nothing outside them."""
    block, own = element, paragraph_of(element)
    for ancestor in element.iterancestors():
        if ancestor.tag == w("body"):
            break
        block = ancestor
    found = None
    for paragraph in block.iter(PARAGRAPH):
        if paragraph is own:
            break
        found = paragraph if block.tag != TABLE and _is_heading(paragraph, looks) else found
    for sibling in block.itersiblings(preceding=True):
        if found is not None:
            break
        if sibling.tag != TABLE:
            headings = [paragraph for paragraph in sibling.iter(PARAGRAPH) if _is_heading(paragraph, looks)]
            found = headings[-1] if headings else None
    return found


def _is_heading(paragraph: Element, looks: Looks) -> bool:
    return bool(looks.heading_level(paragraph) and text_of(paragraph))


def _tag(element: Element) -> str:
    """The tag of the nearest content control around an element, or in it."""
    around = (element, *element.iterancestors())
    for control in around:
        tag = control.find(_TAG) if control.tag == w("sdt") else None
        if tag is not None and tag.get(VAL):
            return tag.get(VAL, "")
    if element.tag in (CELL, PARAGRAPH, TABLE):
        inside = next(element.iter(w("tag")), None)
        return "" if inside is None else inside.get(VAL, "")
    return ""
