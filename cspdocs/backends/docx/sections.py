"""Sections of the document as sections of Word: paper, margins, header and footer."""

from __future__ import annotations

from collections.abc import Sequence

from cspdocs.backends.docx.namespaces import DECLARATION, R, W
from cspdocs.backends.docx.paragraphs import CONTROL, SEPARATOR, complete, paragraph, with_property
from cspdocs.backends.docx.places import Place
from cspdocs.backends.docx.runs import write_runs
from cspdocs.backends.docx.story import RunningPart, Story
from cspdocs.document.nodes import Document, Paragraph, Section
from cspdocs.document.styles import PageGeometry
from cspdocs.values import evolve


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

    An empty paragraph more could begin a page more, so there is one only where a section ends in a table or a content
    control, which cannot hold the properties; and that is one point high. LibreOffice takes a paragraph that holds only a
    control for an empty one, and drops it where it holds the properties.
    """
    closed = complete(written)
    if closed[-1].startswith(CONTROL) or (CONTROL in closed[-1] and not last):
        closed.append(SEPARATOR)
    if last:
        return [*closed, properties]
    return [*closed[:-1], with_property(closed[-1], properties)]


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
