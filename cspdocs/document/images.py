"""Pictures in the form in which they are printed."""

from __future__ import annotations

from typing import Final, Literal

from cspdocs.values import field, frozen

MAX_PIXELS: Final = 60_000_000
"""More than any camera an officer will use; a picture that claims more is refused before it is decoded."""
DAMAGED: Final = "it is damaged or no picture; save it afresh as PNG or JPEG"
"""What is said of a file that nothing can be made of."""


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


def check_size(width: int, height: int) -> None:
    """Refuses pictures without pixels, and those that would fill the memory when they are decoded.

    Raises:
        ImageError: for these.
    """
    if width * height > MAX_PIXELS:
        raise ImageError(f"it has {width} x {height} pixels; save it with at most 60 million")
    if not width * height:
        raise ImageError("it has no pixels; save it afresh")
