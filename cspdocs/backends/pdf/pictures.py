"""Pictures as image objects, without unpacking them where PDF can hold them as they are."""

from __future__ import annotations

from typing import Final

from cspdocs.backends.pdf.file import PdfFile
from cspdocs.document.images import Image
from cspdocs.document.picturefile import jpeg_channels, png_chunks

_COLOURS: Final = {0: (b"/DeviceGray", 1), 2: (b"/DeviceRGB", 3)}
_PALETTE: Final = 3


class Pictures:
    """The image objects of one file; the same picture is kept once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._numbers: dict[Image, int] = {}

    def name_of(self, image: Image) -> tuple[str, int]:
        """The name by which pages know a picture, and its object number."""
        number = self._numbers.get(image)
        if number is None:
            number = self._numbers[image] = self._jpeg(image) if image.format == "jpeg" else self._png(image)
        return f"I{number}", number

    def _jpeg(self, image: Image) -> int:
        colour = b"/DeviceGray" if jpeg_channels(image.data) == 1 else b"/DeviceRGB"
        entries = _entries(image.width, image.height, colour, 8) + b"/Filter/DCTDecode"
        return self._file.add_stream(image.data, entries, compress=False)

    def _png(self, image: Image) -> int:
        """PNG compresses rows as PDF does, so its data goes in as it is."""
        chunks = png_chunks(image.data)
        depth, kind = chunks[b"IHDR"][8], chunks[b"IHDR"][9]
        if kind == _PALETTE:
            palette = chunks[b"PLTE"]
            colour = b"[/Indexed/DeviceRGB %d<%s>]" % (len(palette) // 3 - 1, palette.hex().encode())
            count = 1
        else:
            colour, count = _COLOURS[kind]
        parameters = b"/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>" % (count, depth, image.width)
        entries = _entries(image.width, image.height, colour, depth) + parameters + b"/Filter/FlateDecode"
        return self._file.add_stream(chunks[b"IDAT"], entries, compress=False)


def _entries(width: int, height: int, colour: bytes, depth: int) -> bytes:
    return b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent %d" % (
        width,
        height,
        colour,
        depth,
    )
