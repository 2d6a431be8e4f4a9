"""The parts of a PDF put together: pages, bookmarks, links, structure and metadata."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from cspdocs.backends.pdf.content import PageContent, reading_order, write_content
from cspdocs.backends.pdf.file import PdfFile, text_string
from cspdocs.backends.pdf.metadata import write_information, write_metadata, write_output_intent
from cspdocs.backends.pdf.pictures import Pictures
from cspdocs.backends.pdf.structure import Link, write_structure
from cspdocs.backends.pdf.text import TextEncoder
from cspdocs.document.nodes import Document
from cspdocs.layout.paged import Destination, Element, OutlineEntry, Page, PagedDocument, PlacedLink
from cspdocs.values import frozen

_URI_CHARACTERS: Final = "!#$%&*+,-./:;=?@[]_~'"
"""What stands in an address as it is: everything that RFC 3986 knows but the brackets that end a PDF string."""


@frozen
class _Places:
    """Where anchors lead: the document laid out, and the object numbers of its pages."""

    paged: PagedDocument
    pages: Sequence[int]

    def destination(self, anchor: str) -> bytes:
        """The place of an anchor; the head of the first page where there is no such anchor."""
        page, y = self.paged.anchors.get(anchor, Destination(1, 0.0))
        return b"[%d 0 R/XYZ 0 %.2f null]" % (self.pages[page - 1], self.paged.pages[page - 1].height - y)


def write_pdf(document: Document, paged: PagedDocument) -> bytes:
    """The PDF file of a document laid out: PDF 1.7, made to conform to PDF/UA-1 and PDF/A-2a."""
    file = PdfFile()
    encoder, pictures = TextEncoder(file), Pictures(file)
    order = reading_order(paged.structure)
    contents = [write_content(page, order, encoder, pictures) for page in paged.pages]
    tree = file.reserve()
    pages = [file.reserve() for _ in paged.pages]
    places = _Places(paged, pages)
    links: list[Link] = []
    fonts = file.fonts()
    for number, (page, content) in enumerate(zip(paged.pages, contents, strict=True)):
        # PDF/UA-1 (7.18.5) has every link in the structure, so decoration, such as a header printed again, leads nowhere.
        annotations = [_annotation(link, link.element, number, places, links, file) for link in page.links if link.element]
        _write_page(page, content, annotations, tree=tree, key=number, fonts=fonts, number=pages[number], file=file)
    file.put(tree, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), _references(pages)))
    root = write_structure(paged, contents, pages, links, file)
    catalog = [
        b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>" % (tree, root),
        b"/Lang%s/ViewerPreferences<</DisplayDocTitle true>>" % text_string(document.language),
        b"/PageLabels<</Nums[0<</S/D>>]>>",
        b"/Metadata %d 0 R/OutputIntents[%d 0 R]" % (write_metadata(document, file), write_output_intent(file)),
    ]
    if paged.outline:
        catalog.append(b"/PageMode/UseOutlines/Outlines %d 0 R" % _write_outline(places, file))
    return file.written(file.add(b"".join([*catalog, b">>"])), write_information(document, file))


def _write_page(
    page: Page,
    content: PageContent,
    annotations: Sequence[int],
    *,
    tree: int,
    key: int,
    fonts: int,
    number: int,
    file: PdfFile,
) -> None:
    shown = b"".join(b"/%s %d 0 R" % (name.encode(), picture) for name, picture in content.pictures.items())
    resources = b"<</Font %d 0 R%s>>" % (fonts, b"/XObject<<%s>>" % shown if shown else b"")
    linked = b"/Annots[%s]" % _references(annotations) if annotations else b""
    file.put(
        number,
        b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Resources%s/Contents %d 0 R/StructParents %d/Tabs/S%s>>"
        % (tree, page.width, page.height, resources, file.add_stream(content.operators), key, linked),
    )


def _annotation(link: PlacedLink, element: Element, on_page: int, places: _Places, links: list[Link], file: PdfFile) -> int:
    """The number of a link annotation, which is added to `links` as that of `element`."""
    top = places.paged.pages[on_page].height - link.y
    bottom = top - link.height
    area = b"/Rect[%.2f %.2f %.2f %.2f]" % (link.x, bottom, link.x + link.width, top)
    if link.target.startswith("#"):
        leads = b"/Dest%s" % places.destination(link.target[1:])
    else:
        leads = b"/A<</S/URI/URI%s>>" % _uri(link.target)
    number = file.reserve()
    links.append(Link(number, len(places.pages) + len(links), on_page, element))
    said = b"/Contents%s/StructParent %d" % (text_string(link.text or link.target), links[-1].key)
    file.put(number, b"<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4%s%s%s>>" % (area, leads, said))
    return number


def _write_outline(places: _Places, file: PdfFile) -> int:
    """The number of the outline: bookmarks nested as the headings are."""
    outline = places.paged.outline
    root = file.reserve()
    numbers = [file.reserve() for _ in outline]
    parents = _parents(outline)
    kids: dict[int, list[int]] = {}
    for index, parent in enumerate(parents):
        kids.setdefault(parent, []).append(index)
    for index, entry in enumerate(outline):
        siblings = kids[parents[index]]
        place = siblings.index(index)
        parts = [b"<</Title%s" % text_string(entry.title)]
        parts.append(b"/Parent %d 0 R" % (numbers[parents[index]] if parents[index] >= 0 else root))
        if place > 0:
            parts.append(b"/Prev %d 0 R" % numbers[siblings[place - 1]])
        if place < len(siblings) - 1:
            parts.append(b"/Next %d 0 R" % numbers[siblings[place + 1]])
        if index in kids:
            first, last = numbers[kids[index][0]], numbers[kids[index][-1]]
            # A negative count: the bookmarks inside are shown when the reader opens this one.
            parts.append(b"/First %d 0 R/Last %d 0 R/Count -%d" % (first, last, len(kids[index])))
        parts.append(b"/Dest%s>>" % places.destination(entry.anchor))
        file.put(numbers[index], b"".join(parts))
    top = kids[-1]
    file.put(
        root,
        b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (numbers[top[0]], numbers[top[-1]], len(top)),
    )
    return root


def _parents(outline: Sequence[OutlineEntry]) -> list[int]:
    """For each entry the index of the nearest one before it that is of a higher level; -1 for none."""
    parents: list[int] = []
    above: list[int] = []
    for index, entry in enumerate(outline):
        while above and outline[above[-1]].level >= entry.level:
            above.pop()
        parents.append(above[-1] if above else -1)
        above.append(index)
    return parents


def _references(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _uri(target: str) -> bytes:
    """An address in ASCII, as PDF asks; characters beyond it as their UTF-8 bytes in percent form."""
    return b"(%s)" % quote(target, safe=_URI_CHARACTERS).encode()
