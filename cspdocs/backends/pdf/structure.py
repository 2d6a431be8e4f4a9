"""The structure tree: what screen readers read, from the elements that layout made and the content that pages marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cspdocs.backends.pdf.content import PageContent
from cspdocs.backends.pdf.file import PdfFile, text_string
from cspdocs.layout.paged import Element, PagedDocument, PlacedDrawing, PlacedImage

_KEPT_EMPTY: Final = {"TBody", "TR", "TH", "TD"}
"""Elements that stand in the tree even when nothing is in them, so that every row has all its cells, and a table that has
a header also has a body."""


class Link(NamedTuple):
    """A link annotation: its object number and key in the parent tree, the page it lies on, the element it belongs to."""

    number: int
    key: int
    page: int
    element: Element


def write_structure(
    paged: PagedDocument, contents: Sequence[PageContent], pages: Sequence[int], links: Sequence[Link], file: PdfFile
) -> int:
    """The number of the structure tree's root.

    Args:
        paged: The document laid out.
        contents: Its pages as content streams, with the owners of their marked content.
        pages: The object numbers of the pages.
        links: The link annotations.
        file: The file.
    """
    return _Tree(paged, contents, pages, links, file).write()


class _Tree:
    def __init__(
        self,
        paged: PagedDocument,
        contents: Sequence[PageContent],
        pages: Sequence[int],
        links: Sequence[Link],
        file: PdfFile,
    ) -> None:
        self._paged = paged
        self._contents = contents
        self._pages = pages
        self._file = file
        around = dict(_linked(paged.structure))
        self._links = [link._replace(element=around.get(link.element, link.element)) for link in links]
        self._numbers: dict[Element, int] = {}
        self._content: dict[Element, list[bytes]] = {}
        self._marks: dict[Element, list[tuple[int, int]]] = {}
        self._page_of: dict[Element, int] = {}
        self._boxes = _picture_boxes(paged)
        self._heading = 0

    def write(self) -> int:
        self._gather()
        root = self._file.reserve()
        document = self._element(self._paged.structure, root)
        parents = self._parent_tree()
        kids = b"/K %d 0 R" % document if document else b""
        self._file.put(root, b"<</Type/StructTreeRoot%s/ParentTree %d 0 R/ParentTreeNextKey %d>>" % (kids, *parents))
        return root

    def _gather(self) -> None:
        """For each element its marked content and links, in the order of the pages."""
        for page, content in enumerate(self._contents):
            for mark, owner in enumerate(content.owners):
                first = self._page_of.setdefault(owner, page)
                self._marks.setdefault(owner, []).append((page, mark))
                piece = b"%d" % mark if first == page else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._pages[page], mark)
                self._content.setdefault(owner, []).append(piece)
        for link in self._links:
            piece = b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (self._pages[link.page], link.number)
            self._content.setdefault(link.element, []).append(piece)

    def _element(self, element: Element, parent: int) -> int:
        """The number of an element; 0 where nothing is in it."""
        heading, role = self._heading, self._role(element)
        number = self._file.reserve()
        kids = self._kids(element, number)
        if not kids and role not in _KEPT_EMPTY:
            # A reserved number must have an object; null is what an absent object is.
            self._file.put(number, b"null")
            self._heading = heading
            return 0
        self._numbers[element] = number
        parts = [b"<</Type/StructElem/S/%s/P %d 0 R" % (role.encode(), parent)]
        if element in self._page_of:
            parts.append(b"/Pg %d 0 R" % self._pages[self._page_of[element]])
        if kids:
            parts.append(b"/K %s" % (kids[0] if len(kids) == 1 else b"[%s]" % b" ".join(kids)))
        parts += self._attributes(element)
        parts.append(b">>")
        self._file.put(number, b"".join(parts))
        return number

    def _kids(self, element: Element, number: int) -> list[bytes]:
        """Marked content and child elements in reading order.

        Where an element has both, as a paragraph with a link in it, its content comes in pieces between the children: the
        order of the marks on the pages tells where.
        """
        own = self._content.get(element, [])
        if not element.children:
            return own
        children = [(child, self._element(child, number)) for child in element.children]
        if not own or not any(reference for _, reference in children):
            return [*own, *(b"%d 0 R" % reference for _, reference in children if reference)]
        marks = self._marks.get(element, [])
        placed: list[tuple[tuple[int, int], bytes]] = list(zip(marks, own, strict=False))
        placed += [(self._start(child), b"%d 0 R" % reference) for child, reference in children if reference]
        return [piece for _, piece in sorted(placed, key=lambda entry: entry[0])] + own[len(marks) :]

    def _start(self, element: Element) -> tuple[int, int]:
        """Where the first content of an element or of what it holds stands."""
        starts = [self._start(child) for child in element.children if child in self._numbers]
        if element in self._marks:
            starts.append(self._marks[element][0])
        return min(starts, default=(len(self._contents), 0))

    def _role(self, element: Element) -> str:
        """The structure type. A heading never is more than one level deeper than the one before it (PDF/UA-1, 7.4.2)."""
        if len(element.role) == 2 and element.role[0] == "H":
            self._heading = min(int(element.role[1]), self._heading + 1)
            return f"H{self._heading}"
        return element.role

    def _attributes(self, element: Element) -> list[bytes]:
        parts: list[bytes] = []
        if element.alt:
            parts.append(b"/Alt%s" % text_string(element.alt))
        if element.expansion:
            parts.append(b"/E%s" % text_string(element.expansion))
        if element.language:
            parts.append(b"/Lang%s" % text_string(element.language))
        match element.role:
            case "TH" | "TD":
                table = b"/Scope/%s" % element.scope.encode() if element.scope else b""
                table += b"/ColSpan %d" % element.span if element.span > 1 else b""
                parts += [b"/A<</O/Table%s>>" % table] if table else []
            case "Table" if element.title:
                parts.append(b"/A<</O/Table/Summary%s>>" % text_string(element.title))
            case "L" if element.numbering:
                parts.append(b"/A<</O/List/ListNumbering/%s>>" % element.numbering.encode())
            case "Figure" if element in self._boxes:
                parts.append(b"/A<</O/Layout/Placement/Block/BBox[%s]>>" % self._boxes[element])
        return parts

    def _parent_tree(self) -> tuple[int, int]:
        """Which element owns each piece of marked content and each link. Returns its number and the next free key."""
        entries: list[bytes] = []
        for page, content in enumerate(self._contents):
            owners = b" ".join(b"%d 0 R" % self._numbers[owner] for owner in content.owners)
            entries.append(b"%d %d 0 R" % (page, self._file.add(b"[%s]" % owners)))
        entries += [b"%d %d 0 R" % (link.key, self._numbers[link.element]) for link in self._links]
        number = self._file.add(b"<</Nums[%s]>>" % b" ".join(entries))
        return number, len(self._contents) + len(self._links)


def _linked(element: Element, link: Element | None = None) -> Iterator[tuple[Element, Element]]:
    """Each element that stands in a link, such as words in another language, with that link."""
    if link:
        yield element, link
    for child in element.children:
        yield from _linked(child, element if element.role == "Link" else link)


def _picture_boxes(paged: PagedDocument) -> dict[Element, bytes]:
    boxes: dict[Element, bytes] = {}
    for page in paged.pages:
        for item in page.items:
            if isinstance(item, PlacedImage | PlacedDrawing) and item.element:
                bottom = page.height - item.y - item.height
                box = (item.x, bottom, item.x + item.width, bottom + item.height)
                boxes[item.element] = b" ".join(b"%.2f" % edge for edge in box)
    return boxes
