"""Picture files made safe to print: upright, on white, and rid of what a camera adds."""

from __future__ import annotations

import importlib
import struct
import zlib
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from cspdocs.document.images import DAMAGED, Image, ImageError, check_size
from cspdocs.document.picturefile import PNG_SIGNATURE, png_chunks

_CHANGING: Final = (b"tRNS", b"eXIf")
"""PNG chunks that change how the pixels are shown: transparency, and metadata that may turn the picture."""
_PLAIN_COLOURS: Final = (0, 2, 3)
"""PNG colour types without transparency: grey, colour, palette."""


def read_image(file: Path) -> Image:
    """The picture in `file` (PNG, JPEG, GIF, BMP, TIFF or WebP), upright, on white, and without metadata.

    A photograph carries the place and time it was taken; in a report about vulnerable people that is a risk, so nothing but
    the pixels is kept. A plain PNG or JPEG keeps the very pixels it has; anything else is written anew.

    Raises:
        ImageError: if the file is missing, is no picture, is damaged, or has more than `MAX_PIXELS`.
    """
    try:
        data = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise ImageError(_missing(file)) from None
    except OSError as error:
        raise ImageError(_unreadable(file, error)) from None
    plain = _plain_png(data) if data.startswith(PNG_SIGNATURE) else None
    if plain:
        return plain
    # Pillow costs as much to import as a plan to lay out, and plain PNG can do without it.
    decoded: Image = importlib.import_module("cspdocs.document.decoding").decode(data)
    return decoded


def _missing(file: Path) -> str:
    """That the file or its folder is not there, with the name beside it that is probably meant.

    Windows and macOS find a picture whose name is written in other case; other machines do not.
    """
    at = file
    while not at.parent.is_dir():
        at = at.parent
    names: dict[str, str] = {}
    with suppress(OSError):
        names = {one.name.casefold(): one.name for one in at.parent.iterdir()}
    near = get_close_matches(at.name.casefold(), names, n=1, cutoff=0.7)
    missing = "there is no such file" if at is file else f'there is no folder "{at.name}"'
    cure = f'did you mean "{names[near[0]]}"?' if near else "put it there, or write its name as the folder shows it"
    return f"{missing}; {cure}"


def _unreadable(file: Path, error: OSError) -> str:
    with suppress(OSError):
        if file.is_dir():
            return "it is a folder; name a picture in it"
    return f"it cannot be read ({error.strerror or error}); close it if it is open, or copy it afresh"


def _plain_png(data: bytes) -> Image | None:
    """The picture with what is not pixels left out; `None` where its pixels have to be changed."""
    try:
        chunks = png_chunks(data)
        width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    except (struct.error, KeyError, ValueError):
        raise ImageError(DAMAGED) from None
    check_size(width, height)
    if colour not in _PLAIN_COLOURS or interlaced or depth > 8 or not chunks.keys().isdisjoint(_CHANGING):
        return None
    kept = ((kind, chunks[kind]) for kind in (b"IHDR", b"PLTE", b"IDAT", b"IEND") if kind in chunks)
    return Image(b"".join([PNG_SIGNATURE, *(_chunk(kind, content) for kind, content in kept)]), "png", width, height)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
