"""The contents list: a field that Word can renew, with the right page numbers in it already."""

from __future__ import annotations

from typing import Final

from cspdocs.backends.docx.links import bookmark_name
from cspdocs.backends.docx.markup import field
from cspdocs.backends.docx.paragraphs import paragraph
from cspdocs.backends.docx.places import Place
from cspdocs.backends.docx.runs import write_runs
from cspdocs.backends.docx.story import Story
from cspdocs.backends.docx.styles.names import SECTION_END
from cspdocs.document.nodes import Contents, ContentsEntry
from cspdocs.document.numbers import WORDS_GAP, contents_rooms, has_words
from cspdocs.units import Length
from cspdocs.values import evolve

CONTENTS: Final = "<w:docPartUnique/>"
"""What only the control around a contents list has."""


def write_contents(contents: Contents, place: Place, story: Story) -> str:
    """A content control with the field in it, so that Word offers to update the list and never asks on its own.

    Its last paragraph only ends the field: when Word renews the list it replaces what stands before.
    """
    _make_room(contents, story)
    entries = [_entry(entry, contents.page, place, story) for entry in contents.entries]
    depth = max((entry.level for entry in contents.entries), default=1)
    opening = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        rf'<w:r><w:instrText xml:space="preserve"> TOC \o "1-{depth}" \h \z \u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    ending = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    if entries:
        style, markup = entries[0]
        paragraphs = [paragraph(style, opening + markup)]
        paragraphs += [paragraph(style, markup) for style, markup in entries[1:]]
        paragraphs.append(paragraph(story.book.placed(SECTION_END, place), ending))
    else:
        paragraphs = [paragraph(story.book.placed(SECTION_END, place), opening + ending)]
    return (
        '<w:sdt><w:sdtPr><w:alias w:val="Contents"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"{CONTENTS}</w:docPartObj></w:sdtPr><w:sdtContent>{''.join(paragraphs)}</w:sdtContent></w:sdt>"
    )


def _make_room(contents: Contents, story: Story) -> None:
    """Gives the styles of levels with numbers the room of these, at the end of which further lines begin."""
    book = story.book
    for level, room in contents_rooms(contents.entries, book.sheet).items():
        name = f"Contents {level}"
        indent = book.sheet.styles[name].indent
        book.derived[name] = evolve(book.style(name), indent=Length(indent + room), first_line=Length(-room))


def _entry(entry: ContentsEntry, wording: str, place: Place, story: Story) -> tuple[str, str]:
    """The name of the entry's style, and its content: the heading's words, a tab, and the page in the given wording."""
    name = story.book.placed(entry.style, place)
    style = story.book.style(name)
    words = write_runs(entry.content, style, story, "", linking=False)
    if entry.number:
        gap = "" if has_words(entry.number) else "<w:tab/>"
        number = entry.number + (WORDS_GAP if has_words(entry.number) else "")
        words = f"<w:r>{story.text(number, '')}{gap}</w:r>{words}"
    destination = story.options.paged.anchors.get(entry.anchor)
    if destination is None:
        story.report(
            "unknown-anchor",
            f'the contents list names "{entry.anchor}", which is no heading of the document, so its page is not known',
            "",
            "name a heading by its anchor",
        )
        return name, words
    bookmark = bookmark_name(entry.anchor)
    before, _, after = wording.partition("{number}")
    page = "".join(
        (
            f"<w:r>{story.text(before, '')}</w:r>" if before else "",
            field(rf"PAGEREF {bookmark} \h", str(destination.page)),
            f"<w:r>{story.text(after, '')}</w:r>" if after else "",
        )
    )
    return name, f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{words}<w:r><w:tab/></w:r>{page}</w:hyperlink>'
