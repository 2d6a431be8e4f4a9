"""Pictures made safe to print: decoded, turned upright and rid of what a camera adds. The home of Pillow."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Final, Literal

import PIL.Image
import PIL.ImageOps
from attrs import field, frozen

from cspdocs.document.picturefile import PNG_SIGNATURE, jpeg_segments, png_chunks

MAX_PIXELS: Final = 60_000_000
"""More than any camera an officer will use; a picture that claims more is refused before it is decoded."""

_ORIENTATION: Final = 0x0112
_PHOTOGRAPHS: Final = ("JPEG", "MPO", "WEBP")
_CHANGING: Final = (b"tRNS", b"eXIf")
"""PNG chunks that change how the pixels are shown: transparency, and metadata that may turn the picture."""
_PLAIN_COLOURS: Final = (0, 2, 3)
"""PNG colour types without transparency: grey, colour, palette."""
_JPEG_METADATA: Final = (*range(0xE1, 0xEE), 0xEF, 0xFE)
"""Segments of applications and comments; APP0 (JFIF) and APP14 (Adobe, which says how colours are meant) are kept."""


@frozen
class Image:
    """A picture in the form in which every backend embeds it.

    `data` is the content of a PNG or JPEG file without metadata, without transparency and not interlaced; `width` and
    `height` are in pixels, after turning the picture upright.
    """

    data: bytes = field(repr=False)
    format: Literal["png", "jpeg"]
    width: int
    height: int


class ImageError(ValueError):
    """A picture cannot be used; the message says why and what would do, without naming the file."""


def read_image(file: Path) -> Image:
    """The picture in `file` (PNG, JPEG, GIF, BMP, TIFF or WebP), upright, on white, and without metadata.

    A photograph carries the place and time it was taken; in a report about vulnerable people that is a risk, so nothing but
    the pixels is kept. A plain PNG or JPEG keeps the very pixels it has; anything else is written anew.

    Raises:
        ImageError: if the file is missing, is no picture, is damaged, or has more than `MAX_PIXELS`.
    """
    try:
        data = file.read_bytes()
        with PIL.Image.open(io.BytesIO(data)) as opened:
            width, height = opened.size
            _check_size(width, height)
            return _unchanged(data, opened) or _encoded(opened)
    except FileNotFoundError:
        raise ImageError("there is no such file") from None
    except PIL.Image.DecompressionBombError:
        raise ImageError("it claims far more pixels than any photograph has; save it afresh") from None
    except ImageError:
        raise
    except (PIL.UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error, KeyError):
        raise ImageError("it is damaged or no picture; save it afresh as PNG or JPEG") from None


def _check_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise ImageError(f"it has {width} x {height} pixels; save it with at most 60 million")
    if not width * height:
        raise ImageError("it has no pixels; save it afresh")


def _unchanged(data: bytes, opened: PIL.Image.Image) -> Image | None:
    """The picture without decoding and writing it anew; `None` where it has to be changed."""
    if opened.format == "PNG":
        return _unchanged_png(data, opened)
    if opened.format == "JPEG" and opened.mode in ("L", "RGB") and opened.getexif().get(_ORIENTATION, 1) == 1:
        opened.load()
        kept = [part for marker, part in jpeg_segments(data) if marker not in _JPEG_METADATA]
        return Image(b"".join([b"\xff\xd8", *kept, b"\xff\xd9"]), "jpeg", *opened.size)
    return None


def _unchanged_png(data: bytes, opened: PIL.Image.Image) -> Image | None:
    chunks = png_chunks(data)
    width, height = opened.size
    depth, colour, _, _, interlaced = chunks[b"IHDR"][8:13]
    if colour not in _PLAIN_COLOURS or interlaced or depth > 8 or not chunks.keys().isdisjoint(_CHANGING):
        return None
    kept = ((kind, chunks[kind]) for kind in (b"IHDR", b"PLTE", b"IDAT", b"IEND") if kind in chunks)
    return Image(b"".join([PNG_SIGNATURE, *(_chunk(kind, content) for kind, content in kept)]), "png", width, height)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _eight_bit(picture: PIL.Image.Image) -> PIL.Image.Image:
    """The picture with greys of 16 bits made 8 bits; Pillow would cut them off at white."""
    if not picture.mode.startswith("I"):
        return picture
    levels = picture.convert("I")
    brightest = levels.getextrema()[1]
    deep = picture.mode != "I" or (not isinstance(brightest, tuple) and brightest > 255)
    return (levels.point(lambda level: level / 257) if deep else levels).convert("L")


def _encoded(opened: PIL.Image.Image) -> Image:
    """The picture turned upright, set on white, and written anew."""
    upright = _eight_bit(PIL.ImageOps.exif_transpose(opened))
    if upright.has_transparency_data:
        clear = upright.convert("RGBA")
        upright = PIL.Image.new("RGBA", clear.size, "white")
        upright.alpha_composite(clear)
    picture = upright if upright.mode == "L" else upright.convert("RGB")
    picture.info.clear()
    buffer = io.BytesIO()
    if opened.format in _PHOTOGRAPHS:
        picture.save(buffer, "JPEG", quality=90)
        return Image(buffer.getvalue(), "jpeg", *picture.size)
    picture.save(buffer, "PNG")
    return Image(buffer.getvalue(), "png", *picture.size)
