"""Sections of the document as sections of Word: paper, margins, header and footer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cspdocs.backends.docx.contents import CONTENTS
from cspdocs.backends.docx.markup import run_content
from cspdocs.backends.docx.namespaces import DECLARATION, R, W
from cspdocs.backends.docx.paragraphs import CONTROL, SEPARATOR, complete, paragraph, with_property
from cspdocs.backends.docx.places import Place
from cspdocs.backends.docx.runs import write_runs
from cspdocs.backends.docx.story import RunningPart, Story
from cspdocs.document.nodes import Document, Paragraph, Section
from cspdocs.document.styles import PageGeometry
from cspdocs.values import evolve

_CONTROL: Final = re.compile("<w:sdt>.*?</w:sdt>")
_BLANK: Final = f"<w:r>{run_content(' ')}</w:r>"


def section_properties(section: Section, document: Document, story: Story) -> str:
    """The properties (`w:sectPr`) that Word keeps at the end of each section.

    A section without header and footer points to empty ones: a section that points to none takes those before it.
    """
    geometry = story.page(section.page)
    references = ""
    for kind, paragraphs in (("header", document.header), ("footer", document.footer)):
        if paragraphs:
            part = _running_part(kind, paragraphs if section.running else (), geometry, story)
            references += f'<w:{kind}Reference w:type="default" r:id="{part.relationship}"/>'
    orientation = ' w:orient="landscape"' if geometry.landscape else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{geometry.width.twips}" w:h="{geometry.height.twips}"{orientation}/>'
        f'<w:pgMar w:top="{geometry.top.twips}" w:right="{geometry.right.twips}" w:bottom="{geometry.bottom.twips}"'
        f' w:left="{geometry.left.twips}" w:header="{geometry.header.twips}" w:footer="{geometry.footer.twips}"'
        ' w:gutter="0"/><w:cols w:space="708"/></w:sectPr>'
    )


def close_section(written: Sequence[str], properties: str, *, last: bool) -> list[str]:
    """The section's blocks with its properties: in its last paragraph, or after all blocks of the document.

    An empty paragraph more would begin a page more where the last line stands at the foot of one, so there is one only where
    nothing else can hold the properties: below a table, and below a contents list, which Word writes anew.
    """
    closed = complete(written)
    listing = closed[-1].startswith(CONTROL) and CONTENTS in closed[-1]
    if listing or (last and closed[-1].startswith(CONTROL)):
        closed.append(SEPARATOR)
    if last:
        return [*closed, properties]
    return [*closed[:-1], _closing(closed[-1], properties)]


def _closing(ending: str, properties: str) -> str:
    """The last paragraph of a section, or the content control that ends in it, with the section's properties.

    LibreOffice 7.4 takes a paragraph that holds only a control for an empty one and drops it where it holds the properties;
    a blank after the control keeps it.
    """
    before, opening, last = ending.rpartition("<w:p>") if ending.startswith(CONTROL) else ("", "", ending)
    holder = with_property(f"{opening}{last}", properties)
    if CONTROL in holder and "<w:r>" not in _CONTROL.sub("", holder):
        content, _, after = holder.rpartition("</w:p>")
        holder = f"{content}{_BLANK}</w:p>{after}"
    return f"{before}{holder}"


def _running_part(kind: str, paragraphs: Sequence[Paragraph], geometry: PageGeometry, story: Story) -> RunningPart:
    """The header or footer with these paragraphs; the one that an earlier section has, if it looks the same."""
    place = Place(geometry.text_width, geometry.text_height)
    own = evolve(story, links={})
    written = [_running_paragraph(line, place, own) for line in paragraphs]
    if not written:
        written = [paragraph(kind.capitalize(), "")]
    root = "hdr" if kind == "header" else "ftr"
    markup = f'{DECLARATION}<w:{root} xmlns:w="{W}" xmlns:r="{R}">{"".join(written)}</w:{root}>'
    alike = [part for part in story.running if part.kind == kind]
    for part in alike:
        if part.markup == markup:
            return part
    story.running.append(RunningPart(kind, len(alike) + 1, markup, own.links))
    return story.running[-1]


def _running_paragraph(line: Paragraph, place: Place, story: Story) -> str:
    name = story.book.placed(line.style, place)
    return paragraph(name, write_runs(line.content, story.book.style(name), story, line.origin))
