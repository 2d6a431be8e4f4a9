from __future__ import annotations

import json
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from cspdocs.layout.fontfile import FontFileError, measure
from cspdocs.resources import font_folder


def draw(file: Path, **heights: int) -> Path:
    """A font of two characters with the given fields of OS/2 and hhea (`hhea_lineGap`)."""
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "A", "eacute"])
    builder.setupCharacterMap({0x41: "A", 0xE9: "eacute"})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", "A", "eacute")})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (667, 0), "eacute": (556, 0)})
    builder.setupHorizontalHeader(
        ascent=800, descent=-200, **{key[5:]: value for key, value in heights.items() if key[:5] == "hhea_"}
    )
    builder.setupNameTable({"familyName": "Small", "styleName": "Bold", "psName": "Small-Bold"})
    builder.setupOS2(**{key: value for key, value in heights.items() if key[:5] != "hhea_"})
    builder.setupPost(underlinePosition=-100, underlineThickness=50)
    builder.save(file)
    return file


def line(measured: dict[str, int]) -> tuple[int, int, int]:
    return measured["ascent"], measured["descent"], measured["line_gap"]


def test_arimo_has_the_line_height_and_widths_of_arial() -> None:
    measured = measure(font_folder() / "Arimo-Regular.ttf")
    assert sum(line(measured)) / measured["units"] == pytest.approx(1.15, abs=0.001)
    # Arial's advances, which every document set in it was broken by.
    assert [measured["widths"][str(ord(character))] for character in " AWaiw.%"] == [
        569,
        1366,
        1933,
        1139,
        455,
        1479,
        569,
        1821,
    ]


@pytest.mark.parametrize(
    ("face", "bold", "angle"), [("Regular", False, 0), ("Bold", True, 0), ("Italic", False, -12), ("BoldItalic", True, -12)]
)
def test_each_shipped_face_says_what_it_is(face: str, bold: bool, angle: int) -> None:
    measured = measure(font_folder() / f"Arimo-{face}.ttf")
    assert (measured["name"], measured["bold"], measured["italic_angle"]) == (f"Arimo-{face}", bold, angle)
    assert 0 < measured["x_height"] < measured["cap_height"] < measured["ascent"]
    assert measured["underline_position"] < 0 < measured["underline_thickness"]


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_the_prepared_measurements_are_those_of_the_face_beside_them(face: str) -> None:
    file = font_folder() / f"Arimo-{face}.ttf"
    assert json.loads(file.with_suffix(".json").read_bytes()) == measure(file)


def test_every_character_has_the_advance_of_its_glyph(tmp_path: Path) -> None:
    assert measure(draw(tmp_path / "small.ttf"))["widths"] == {"65": 667, "233": 556}


def test_typographic_heights_count_where_the_font_asks_for_them(tmp_path: Path) -> None:
    file = draw(
        tmp_path / "small.ttf",
        fsSelection=1 << 7,
        sTypoAscender=750,
        sTypoDescender=-250,
        sTypoLineGap=90,
        usWinAscent=1000,
        usWinDescent=400,
    )
    assert line(measure(file)) == (750, 250, 90)


def test_otherwise_windows_heights_count_with_the_gap_that_is_left(tmp_path: Path) -> None:
    file = draw(tmp_path / "small.ttf", usWinAscent=820, usWinDescent=210, hhea_lineGap=100)
    assert line(measure(file)) == (820, 210, 70)


def test_the_gap_that_is_left_is_never_negative(tmp_path: Path) -> None:
    file = draw(tmp_path / "small.ttf", usWinAscent=1000, usWinDescent=400, hhea_lineGap=100)
    assert line(measure(file)) == (1000, 400, 0)


def test_a_font_without_windows_heights_has_those_of_its_header(tmp_path: Path) -> None:
    file = draw(tmp_path / "small.ttf", usWinAscent=0, usWinDescent=0, hhea_lineGap=33)
    assert line(measure(file)) == (800, 200, 33)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FontFileError, match="no such file"):
        measure(tmp_path / "none.ttf")


@pytest.mark.parametrize("content", [b"", b"not a font", b"\x00\x01\x00\x00\x00\x0c" + b"\x00" * 40])
def test_what_is_no_font_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "letter.ttf"
    file.write_bytes(content)
    with pytest.raises(FontFileError, match="TrueType"):
        measure(file)


@pytest.mark.parametrize("kept", [40, 300, 2000, 100_000])
def test_a_font_cut_short_is_refused(tmp_path: Path, kept: int) -> None:
    file = tmp_path / "cut.ttf"
    file.write_bytes((font_folder() / "Arimo-Regular.ttf").read_bytes()[:kept])
    with pytest.raises(FontFileError):
        measure(file)


@pytest.mark.parametrize("table", ["glyf", "OS/2", "name", "hmtx", "cmap"])
def test_a_font_without_a_table_that_setting_needs_is_refused(tmp_path: Path, table: str) -> None:
    file = tmp_path / "part.ttf"
    with TTFont(draw(tmp_path / "small.ttf")) as font:
        del font[table]
        font.save(file)
    with pytest.raises(FontFileError, match=f"no table {table}"):
        measure(file)


def test_a_variable_font_is_refused(tmp_path: Path) -> None:
    builder = FontBuilder(font=TTFont(draw(tmp_path / "small.ttf")))
    builder.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    builder.save(tmp_path / "variable.ttf")
    with pytest.raises(FontFileError, match="variable"):
        measure(tmp_path / "variable.ttf")


def test_a_font_without_unicode_characters_is_refused(tmp_path: Path) -> None:
    with TTFont(draw(tmp_path / "small.ttf")) as font:
        font["cmap"].tables = []
        font.save(tmp_path / "symbols.ttf")
    with pytest.raises(FontFileError, match="symbol font"):
        measure(tmp_path / "symbols.ttf")


def test_a_font_without_a_postscript_name_is_refused(tmp_path: Path) -> None:
    with TTFont(draw(tmp_path / "small.ttf")) as font:
        font["name"].names = [record for record in font["name"].names if record.nameID != 6]
        font.save(tmp_path / "nameless.ttf")
    with pytest.raises(FontFileError, match="PostScript name"):
        measure(tmp_path / "nameless.ttf")
