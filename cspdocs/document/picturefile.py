"""The parts of PNG and JPEG files."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_START_OF_SCAN: Final = 0xDA
_NOT_FRAMES: Final = (0xC4, 0xC8, 0xCC)


def png_chunks(data: bytes) -> dict[bytes, bytes]:
    """Chunk type to content, in the order of the file; chunks of one type joined (W3C PNG, 5.3)."""
    chunks: dict[bytes, bytes] = {}
    position = len(PNG_SIGNATURE)
    while position + 12 <= len(data):
        (length,) = struct.unpack(">I", data[position : position + 4])
        kind = data[position + 4 : position + 8]
        chunks[kind] = chunks.get(kind, b"") + data[position + 8 : position + 8 + length]
        position += 12 + length
    return chunks


def jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The marker and the bytes of each segment; the last one runs from the start of scan to the end (ITU-T T.81, B.1)."""
    position = 2
    while position + 4 <= len(data):
        marker = data[position + 1]
        if marker == _START_OF_SCAN:
            yield marker, data[position:]
            return
        (length,) = struct.unpack(">H", data[position + 2 : position + 4])
        yield marker, data[position : position + 2 + length]
        position += 2 + length


def jpeg_channels(data: bytes) -> int:
    """The number of colour channels of a JPEG: 1 for grey, 3 for colour."""
    for marker, segment in jpeg_segments(data):
        if 0xC0 <= marker <= 0xCF and marker not in _NOT_FRAMES:
            return segment[9]
    return 3
