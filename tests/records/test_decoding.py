"""Files in the encodings that editors save, and files that are no text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from cspdocs.diagnostics import Severity
from cspdocs.records.decoding import LARGEST, decode, read_text

TEXT = "title: Café “A” £5\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_unicode_is_read_however_it_was_saved(data: bytes) -> None:
    assert decode(data) == (TEXT, ())


def test_the_windows_encoding_is_read_with_a_warning_at_the_first_line_that_shows_it() -> None:
    text, (finding,) = decode(b"title: Plan\nscope: \x93Caf\xe9\x94 \x80\n")
    assert text == "title: Plan\nscope: “Café” €\n"
    assert (finding.severity, finding.line, finding.code) == (Severity.WARNING, 2, "windows-encoding")


@pytest.mark.parametrize("data", [b"\x81\x8d", codecs.BOM_UTF16_LE + b"\x00\xd8a\x00" + b"\x81"])
def test_bytes_in_no_known_encoding_are_refused(data: bytes) -> None:
    text, (finding, *_) = decode(data)
    assert text is None
    assert finding.code == "not-text"


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000"),
        ("\x0b", "U+000B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028"),
        ("\ufffe", "U+FFFE"),
    ],
)
def test_a_character_no_document_can_hold_is_refused_with_its_place(character: str, name: str) -> None:
    text, (finding,) = decode(f"title: Plan\nscope: a{character}b\n".encode())
    assert text is None
    assert name in finding.message
    assert (finding.line, finding.column) == (2, 9)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x81", "an archive, such as a Word or Excel file"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), "an old Word or Excel file"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
        (b"{\\rtf1\\ansi title: Plan}", "a Rich Text file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a picture"),
    ],
)
def test_files_of_other_programs_are_told_to_be_none(data: bytes, name: str) -> None:
    text, (finding,) = decode(data)
    assert text is None
    assert (finding.code, finding.message) == ("not-text", f"the file is no text but {name}")
    assert finding.hint == "give the plan's text file; from Word, save as plain text"


def test_of_many_control_characters_the_first_is_shown_and_the_rest_counted() -> None:
    _, (finding,) = decode(b"a: \x00\nb: \x01\x02\n")
    assert "U+0000, stands in the text, and 2 more" in finding.message
    assert finding.line == 1


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_bytes(b"#" * (LARGEST + 1))
    text, (finding,) = read_text(file)
    assert text is None
    assert finding.code == "file-too-large"


def test_a_file_that_is_missing_or_a_folder_is_a_finding(tmp_path: Path) -> None:
    assert read_text(tmp_path / "plan.yaml")[1][0].code == "missing-file"
    assert read_text(tmp_path)[1][0].code == "unreadable-file"
