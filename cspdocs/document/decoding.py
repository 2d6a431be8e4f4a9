"""Pictures that have to be decoded, turned or written anew. The home of Pillow."""

from __future__ import annotations

import io
import struct
from typing import Final

import PIL.Image
import PIL.ImageOps

from cspdocs.document.images import DAMAGED, Image, ImageError, check_size
from cspdocs.document.picturefile import jpeg_segments

_ORIENTATION: Final = 0x0112
_PHOTOGRAPHS: Final = ("JPEG", "MPO", "WEBP")
_JPEG_METADATA: Final = (*range(0xE1, 0xEE), 0xEF, 0xFE)
"""Segments of applications and comments; APP0 (JFIF) and APP14 (Adobe, which says how colours are meant) are kept."""


def decode(data: bytes) -> Image:
    """The picture in the content of a file, upright, on white, and without metadata. A plain JPEG keeps its pixels.

    Raises:
        ImageError: if it is no picture, is damaged, or has too many pixels.
    """
    try:
        with PIL.Image.open(io.BytesIO(data)) as opened:
            check_size(*opened.size)
            return _unchanged(data, opened) or _encoded(opened)
    except PIL.Image.DecompressionBombError:
        raise ImageError("it claims far more pixels than any photograph has; save it afresh") from None
    except ImageError:
        raise
    except (PIL.UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error, KeyError):
        raise ImageError(DAMAGED) from None


def _unchanged(data: bytes, opened: PIL.Image.Image) -> Image | None:
    """A JPEG without decoding and writing it anew; `None` where it has to be changed."""
    if opened.format != "JPEG" or opened.mode not in ("L", "RGB") or opened.getexif().get(_ORIENTATION, 1) != 1:
        return None
    opened.load()
    kept = [part for marker, part in jpeg_segments(data) if marker not in _JPEG_METADATA]
    return Image(b"".join([b"\xff\xd8", *kept, b"\xff\xd9"]), "jpeg", *opened.size)


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
