"""The parts of PNG and JPEG files."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final

PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_START_OF_SCAN: Final = 0xDA
_END_OF_IMAGE: Final = 0xD9
_AFTER_SCAN: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker that ends the data of a scan: not a stuffed byte, a restart or a fill byte."""
_NOT_FRAMES: Final = (0xC4, 0xC8, 0xCC)


def png_chunks(data: bytes) -> dict[bytes, bytes]:
    """Chunk type to content, in the order of the file; chunks of one type joined (W3C PNG, 5.3).

    Raises:
        ValueError: if a chunk is not as its check sum says, or the end is missing: the file was damaged or cut off.
    """
    chunks: dict[bytes, bytes] = {}
    position = len(PNG_SIGNATURE)
    while b"IEND" not in chunks:
        (length,) = struct.unpack(">I", data[position : position + 4])
        named, end = position + 4, position + 8 + length
        if struct.pack(">I", zlib.crc32(data[named:end])) != data[end : end + 4]:
            raise ValueError("a chunk is not as its check sum says")
        kind = data[named : named + 4]
        chunks[kind] = chunks.get(kind, b"") + data[named + 4 : end]
        position = end + 4
    return chunks


def jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The marker and the bytes of each segment, scans with their data, up to the end of the picture (ITU-T T.81, B.1)."""
    position = 2
    while position + 4 <= len(data) and data[position + 1] != _END_OF_IMAGE:
        marker = data[position + 1]
        (length,) = struct.unpack(">H", data[position + 2 : position + 4])
        end = position + 2 + length
        if marker == _START_OF_SCAN:
            following = _AFTER_SCAN.search(data, end)
            end = following.start() if following else len(data)
        yield marker, data[position:end]
        position = end


def jpeg_channels(data: bytes) -> int:
    """The number of colour channels of a JPEG: 1 for grey, 3 for colour."""
    for marker, segment in jpeg_segments(data):
        if 0xC0 <= marker <= 0xCF and marker not in _NOT_FRAMES:
            return segment[9]
    return 3
