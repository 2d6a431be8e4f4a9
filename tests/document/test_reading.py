from __future__ import annotations

import io
import struct
from pathlib import Path

import PIL.Image
import pytest

from cspdocs.document import images
from cspdocs.document.images import Image, ImageError
from cspdocs.document.reading import read_image

RED, BLUE = (250, 10, 20), (10, 20, 250)


def halves(mode: str = "RGB") -> PIL.Image.Image:
    """A picture 40 wide and 20 high, red on the left and blue on the right."""
    picture = PIL.Image.new("RGB", (40, 20), RED)
    picture.paste(BLUE, (20, 0, 40, 20))
    return picture.convert(mode)


def saved(folder: Path, name: str, picture: PIL.Image.Image | None = None, **options: object) -> Path:
    file = folder / name
    (picture or halves()).save(file, **options)
    return file


def pixels(image: Image) -> PIL.Image.Image:
    """The picture decoded again, in colour; it must say of itself what the image says."""
    with PIL.Image.open(io.BytesIO(image.data)) as opened:
        assert opened.format.lower() == image.format
        assert opened.size == (image.width, image.height)
        assert not opened.has_transparency_data
        return opened.convert("RGB")


def near(one: tuple[int, ...], other: tuple[int, ...], tolerance: int = 12) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.bmp", "a.tiff", "a.webp"])
def test_every_usual_kind_of_picture_is_read(tmp_path: Path, name: str) -> None:
    image = read_image(saved(tmp_path, name))
    shown = pixels(image)
    assert (image.width, image.height) == (40, 20)
    assert near(shown.getpixel((5, 10)), RED)
    assert near(shown.getpixel((35, 10)), BLUE)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_mode_of_colour_is_read(tmp_path: Path, mode: str) -> None:
    grey = PIL.Image.new("L", (4, 4), 255 if mode == "1" else 200)
    if mode == "I;16":
        picture = PIL.Image.new("I;16", (4, 4), 200 * 257)
    elif mode == "I":
        picture = PIL.Image.new("I", (4, 4), 200)
    else:
        picture = grey.convert(mode)
    file = saved(tmp_path, "a.tiff" if mode in ("CMYK", "I", "F") else "a.png", picture)
    shown = pixels(read_image(file)).getpixel((1, 1))
    assert near(shown, (255, 255, 255) if mode == "1" else (200, 200, 200), 3)


def test_the_pixels_of_a_plain_png_or_jpeg_stay_as_they_are(tmp_path: Path) -> None:
    for name in ("a.png", "a.jpg"):
        file = saved(tmp_path, name)
        with PIL.Image.open(file) as opened:
            assert pixels(read_image(file)).tobytes() == opened.convert("RGB").tobytes()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_a_photograph_is_turned_upright(tmp_path: Path, name: str, orientation: int) -> None:
    exif = PIL.Image.Exif()
    exif[0x0112] = orientation
    image = read_image(saved(tmp_path, name, exif=exif))
    assert (image.width, image.height) == ((40, 20) if orientation < 5 else (20, 40))
    shown = pixels(image)
    # Where the red half stands after each of the eight turns (CIPA DC-008, 4.6.4).
    red = {1: (5, 10), 2: (35, 10), 3: (35, 10), 4: (5, 10), 5: (10, 5), 6: (10, 5), 7: (10, 35), 8: (10, 35)}[orientation]
    assert near(shown.getpixel(red), RED)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tiff"])
def test_nothing_of_where_and_when_a_photograph_was_taken_is_kept(tmp_path: Path, name: str) -> None:
    exif = PIL.Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif[0x0132] = "2025:04:01 10:00:00"
    exif.get_ifd(0x8825)[2] = (51.0, 16.0, 30.0)
    data = read_image(saved(tmp_path, name, exif=exif)).data
    assert b"SecretCamera" not in data
    assert b"2025:04:01" not in data
    assert b"Exif" not in data
    with PIL.Image.open(io.BytesIO(data)) as opened:
        assert not opened.getexif()


def test_comments_and_other_notes_are_not_kept(tmp_path: Path) -> None:
    jpeg = read_image(saved(tmp_path, "a.jpg", comment=b"secret note")).data
    assert b"secret" not in jpeg
    notes = PIL.PngImagePlugin.PngInfo()
    notes.add_text("Author", "secret note")
    assert b"secret" not in read_image(saved(tmp_path, "a.png", pnginfo=notes)).data


@pytest.mark.parametrize("name", ["a.jpg", "a.png"])
def test_what_follows_the_end_of_a_picture_is_not_kept(tmp_path: Path, name: str) -> None:
    file = saved(tmp_path, name)
    file.write_bytes(file.read_bytes() + b"secret trailer")
    image = read_image(file)
    assert b"secret" not in image.data
    assert near(pixels(image).getpixel((5, 10)), RED)


def test_a_progressive_photograph_is_read(tmp_path: Path) -> None:
    shown = pixels(read_image(saved(tmp_path, "a.jpg", progressive=True)))
    assert near(shown.getpixel((35, 10)), BLUE)


def test_what_is_transparent_is_printed_on_white(tmp_path: Path) -> None:
    clear = PIL.Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    half = PIL.Image.new("RGBA", (4, 4), (0, 0, 0, 128))
    assert pixels(read_image(saved(tmp_path, "a.png", clear))).getpixel((1, 1)) == (255, 255, 255)
    assert near(pixels(read_image(saved(tmp_path, "b.png", half))).getpixel((1, 1)), (127, 127, 127), 2)
    palette = PIL.Image.new("P", (4, 4), 0)
    assert pixels(read_image(saved(tmp_path, "c.gif", palette, transparency=0))).getpixel((1, 1)) == (255, 255, 255)


def test_photographs_become_jpeg_and_drawings_png(tmp_path: Path) -> None:
    kinds = {name: read_image(saved(tmp_path, name)).format for name in ("a.jpg", "a.webp", "a.png", "a.gif", "a.bmp")}
    assert kinds == {"a.jpg": "jpeg", "a.webp": "jpeg", "a.png": "png", "a.gif": "png", "a.bmp": "png"}


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.png", "a.jpg", "a.gif", "a.tiff"):
        file = saved(tmp_path, name)
        assert read_image(file) == read_image(file)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match="no such file"):
        read_image(tmp_path / "none.png")


@pytest.mark.parametrize(
    "content", [b"", b"not a picture", b"%PDF-1.7", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"]
)
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(content)
    with pytest.raises(ImageError, match="no picture"):
        read_image(file)


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.gif", "a.tiff", "a.webp"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_picture_that_was_cut_off_is_refused(tmp_path: Path, name: str, share: float) -> None:
    noise = PIL.Image.effect_noise((64, 64), 90)
    file = saved(tmp_path, name, noise)
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ImageError, match="damaged"):
        read_image(file)


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match="a folder"):
        read_image(tmp_path)


def test_a_picture_that_may_not_be_read_is_not_said_to_be_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    file = saved(tmp_path, "a.png")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ImageError, match="Permission denied"):
        read_image(file)


def test_a_picture_of_too_many_pixels_is_refused_undecoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MAX_PIXELS", 799)
    with pytest.raises(ImageError, match="40 x 20 pixels"):
        read_image(saved(tmp_path, "a.png"))


def test_a_picture_that_claims_to_be_enormous_is_refused(tmp_path: Path) -> None:
    file = saved(tmp_path, "a.bmp")
    data = bytearray(file.read_bytes())
    data[18:26] = struct.pack("<ii", 60_000, 60_000)
    file.write_bytes(bytes(data))
    with pytest.raises(ImageError, match="pixels"):
        read_image(file)


def test_an_image_says_its_size_and_not_its_data() -> None:
    assert repr(Image(b"\x89PNG", "png", 4, 3)) == "Image(format='png', width=4, height=3)"
