"""The PDF file: numbered objects, packed into object streams, found through a cross-reference stream.

ReportLab's `PDFDocument` keeps the numbers, because its fonts add objects of their own; everything else is handed in as
bytes. ReportLab's own way of writing is not used: its streams lack the line end before `endstream` that PDF/A asks for
(ISO 19005-2, 6.1.7.1), it knows no object streams, and it formats a tree of small objects slowly.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import Final

from reportlab.pdfbase.pdfdoc import NoEncryption, PDFDictionary, PDFDocument, PDFObject, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_OBJECTS_PER_STREAM: Final = 200
_FONTS: Final = "BasicFonts"
"""The name of the dictionary to which ReportLab's fonts add themselves."""


class PdfFile(PDFDocument):
    """The objects of one file. Object numbers are handed out by `reserve` and `add`."""

    def __init__(self) -> None:
        # Not ReportLab's constructor, which looks at the clock and the environment; this is what its fonts ask for.
        self.compression = 1
        self.encrypt = NoEncryption()
        self.objectcounter = 0
        self.idToObjectNumberAndVersion: dict[str, tuple[int, int]] = {}
        self.idToObject: dict[str, PDFObject] = {}
        self.numberToId: dict[int, str] = {}
        self.fontMapping: dict[str, str] = {}
        self.delayedFonts: list[TTFont] = []
        self.Reference(PDFDictionary({}), _FONTS)  # type: ignore[no-untyped-call]
        self._objects: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}

    def reserve(self) -> int:
        """A number for an object that is given later, by `put`."""
        self.objectcounter += 1
        return self.objectcounter

    def put(self, number: int, content: bytes) -> None:
        """Gives a reserved number its object."""
        self._objects[number] = content

    def add(self, content: bytes) -> int:
        """The number of a new object."""
        number = self.reserve()
        self.put(number, content)
        return number

    def add_stream(self, data: bytes, entries: bytes = b"", *, compress: bool = True) -> int:
        """The number of a new stream. `entries` are further entries of its dictionary."""
        number = self.reserve()
        self._streams[number] = _stream(data, entries, compress=compress)
        return number

    def fonts(self) -> int:
        """The number of the dictionary of all fonts; call it when all text has been encoded."""
        for font in self.delayedFonts:
            font.addObjects(self)
        return int(self.idToObjectNumberAndVersion[_FONTS][0])

    def written(self, catalog: int, info: int) -> bytes:
        """The whole file."""
        parts = [_HEADER]
        position = len(_HEADER)
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        packed: list[tuple[int, bytes]] = []
        number = 0
        while number < self.objectcounter:
            number += 1
            content = self._objects.get(number)
            if content is not None:
                packed.append((number, content))
                continue
            stream = self._streams.get(number)
            if stream is None:
                thing = self.idToObject[self.numberToId[number]]
                if not isinstance(thing, PDFStream):
                    packed.append((number, _formatted(thing, self)))
                    continue
                stream = self._reportlab_stream(thing)
            places[number] = (1, position, 0)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, stream))
            position += len(parts[-1])
        for start in range(0, len(packed), _OBJECTS_PER_STREAM):
            number += 1
            members = packed[start : start + _OBJECTS_PER_STREAM]
            for index, (member, _) in enumerate(members):
                places[member] = (2, number, index)
            places[number] = (1, position, 0)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, _object_stream(members)))
            position += len(parts[-1])
        number += 1
        places[number] = (1, position, 0)
        digest = hashlib.md5(b"".join(parts), usedforsecurity=False).hexdigest().encode()
        table = b"".join(struct.pack(">BIH", *places[index]) for index in range(number + 1))
        entries = b"/Type/XRef/W[1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
            number + 1,
            catalog,
            info,
            digest,
            digest,
        )
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, _stream(table, entries, compress=True)))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % position)
        return b"".join(parts)

    def _reportlab_stream(self, stream: PDFStream) -> bytes:
        """A stream of ReportLab's (a font, its character map), written our way."""
        content = stream.content if isinstance(stream.content, bytes) else stream.content.encode("latin-1")
        entries = b"".join(b"/%s %d" % (key.encode(), value) for key, value in stream.dictionary.dict.items())
        return _stream(content, entries, compress=True)


def _formatted(thing: PDFObject, file: PDFDocument) -> bytes:
    """An object of ReportLab's as it is written."""
    content = thing.format(file)  # type: ignore[attr-defined]  # the stubs leave it out
    return content if isinstance(content, bytes) else content.encode("latin-1")


def text_string(text: str) -> bytes:
    """`text` as a PDF string: plain where it is ASCII, else UTF-16 with its mark."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(%s)" % escaped.encode()
    return b"<%s>" % ("\ufeff" + text).encode("utf-16-be", "replace").hex().encode()


def _stream(data: bytes, entries: bytes, *, compress: bool) -> bytes:
    if compress:
        data = zlib.compress(data, 6)
        entries += b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def _object_stream(members: list[tuple[int, bytes]]) -> bytes:
    index: list[bytes] = []
    offset = 0
    for number, content in members:
        index.append(b"%d %d" % (number, offset))
        offset += len(content) + 1
    head = b" ".join(index) + b"\n"
    body = b"\n".join(content for _, content in members)
    return _stream(head + body, b"/Type/ObjStm/N %d/First %d" % (len(members), len(head)), compress=True)
