"""Word files to judge: a plan as it is made, with something put into its XML that no plan has."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Final

from cspdocs.backends.base import RenderOptions
from cspdocs.backends.docx import BACKEND
from cspdocs.backends.docx.accessibility.archive import verify_package
from cspdocs.diagnostics import Diagnostic
from cspdocs.document.nodes import Document, Figure, Link, Paragraph, Section, Text
from cspdocs.document.styles import StyleSheet
from cspdocs.units import pt
from cspdocs.values import evolve
from sheets import head, listing, make_sheet, picture, row, say, table

PLACE: Final = "Here is the place."
_PARAGRAPH: Final = f'<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t>{PLACE}</w:t></w:r></w:p>'


def plan() -> Document:
    """A plan of which nobody can find fault."""
    words = Paragraph((Text("See "), Link((Text("the plan of the borough"),), "https://www.example.gov.uk/plan"), Text(".")))
    actions = table(row("Walk the streets", "Police"), row("Mend the lamps", "Council"), header=("Action", "Owner"))
    blocks = (
        head("Our aims"), words, say(PLACE), head("Actions", 2), evolve(actions, title="What we do"),
        listing("one", "two"), Figure(picture(), pt(60), "A park at dusk"),
    )  # fmt: skip
    running = (say("Safer Borough", "Header"),)
    return Document(title="Plan 2025", sections=(Section(blocks),), author="Safer Borough", header=running)


def rendered(document: Document, sheet: StyleSheet | None = None) -> dict[str, bytes]:
    """The parts of a document's Word file by their names."""
    data = BACKEND.render(document, RenderOptions(document, sheet or make_sheet())).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(made: Mapping[str, bytes]) -> bytes:
    """The file that has these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in made.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@cache
def parts() -> Mapping[str, bytes]:
    """The parts of the plan's file."""
    return rendered(plan())


def changed(old: str, new: str, part: str = "word/document.xml") -> bytes:
    """The plan with all of `old` in one of its parts replaced."""
    text = parts()[part].decode()
    assert old in text, f"{old!r} is not in {part}"
    return packed({**parts(), part: text.replace(old, new).encode()})


def holding(block: str, *, styles: str = "", settings: str = "") -> bytes:
    """The plan with a block in the place of one of its paragraphs, and more styles and settings."""
    made = dict(parts())
    for part, old, new in (
        ("word/document.xml", _PARAGRAPH, block),
        ("word/styles.xml", "</w:styles>", f"{styles}</w:styles>"),
        ("word/settings.xml", '<w:decimalSymbol w:val="."/>', f'{settings}<w:decimalSymbol w:val="."/>'),
    ):
        text = made[part].decode()
        assert old in text, f"{old!r} is not in {part}"
        made[part] = text.replace(old, new, 1).encode()
    return packed(made)


def words(text: str, properties: str = "", style: str = "Normal", run: str = "") -> str:
    """A paragraph."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{said(text, run)}</w:p>'


def said(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(text: str = "", properties: str = "") -> str:
    """A cell; empty without text."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{words(text) if text else '<w:p/>'}</w:tc>"


def holder(markup: str) -> str:
    """A cell with any content."""
    return f"<w:tc><w:tcPr/>{markup}</w:tc>"


def line(*cells: str, properties: str = "") -> str:
    """A row of a table."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def control(content: str, properties: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def grid(*rows: str, style: str = "TableStyle", look: str = '<w:tblLook w:firstRow="1"/>', properties: str = "") -> str:
    """A table and the paragraph below it."""
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    return f"<w:tbl><w:tblPr>{named}{properties}{look}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl><w:p/>"


def found(data: bytes, code: str) -> list[Diagnostic]:
    """The findings of that code; any of another code is too many."""
    findings = verify_package(data)
    assert {finding.code for finding in findings} <= {code}
    return list(findings)


def found_in(block: str, code: str, **more: str) -> list[Diagnostic]:
    """The findings of that code, and no others, in the plan that holds the block."""
    return found(holding(block, **more), code)
