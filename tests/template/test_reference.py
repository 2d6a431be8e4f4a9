from __future__ import annotations

import contextlib
import io
import shutil
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cspdocs.errors import TemplateError
from cspdocs.resources import find_template
from cspdocs.template.reference import MAX_PART, UnusableReference, read_reference
from cspdocs.template.template import load_template
from references import A, W, changed, packed, python_docx_file, styles_part, word_file

FILE = Path("reference.docx")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def relationships(*entries: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(entries)}</Relationships>'


def outside(kind: str, target: str) -> str:
    return f'<Relationship Id="out" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>'


def types(main: str, *, more: str = "") -> dict[str, str]:
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/>{more}</Types>'
    }


def refusal(data: bytes) -> str:
    with pytest.raises(UnusableReference) as caught:
        read_reference(FILE, data)
    assert caught.value.hint
    return f"{caught.value.message} ({caught.value.hint})"


def test_of_a_word_file_the_parts_with_looks_are_taken():
    reference = read_reference(FILE, word_file())

    assert reference.styles == styles_part()
    assert reference.theme.startswith(b"<a:theme")
    assert reference.fonts == b""


def test_a_file_of_python_docx_is_one():
    reference = read_reference(FILE, python_docx_file())

    assert b'w:val="List Bullet"' in reference.styles
    assert b"Cambria" in reference.theme
    assert b"<w:font " in reference.fonts


def test_parts_are_found_by_their_relationships_whatever_they_are_called():
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    data = packed({
        "[Content_Types].xml": types(main)["[Content_Types].xml"].replace("/word/document", "/office/main2"),
        "_rels/.rels": relationships(f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="/office/main2.xml"/>'),
        "office/_rels/main2.xml.rels": relationships(f'<Relationship Id="a" Type="{OFFICE}/styles" Target="../Looks.xml"/>'),
        "office/main2.xml": "<any/>",
        "looks.xml": styles_part(),
    })  # fmt: skip

    assert read_reference(FILE, data).styles == styles_part()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no Word file"),
        (b"Dear all,", "no Word file"),
        (b"%PDF-1.7 and so on", "no Word file"),
        (word_file()[:400], "no Word file, or damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "take the password off"),
        (packed({"readme.txt": "hello"}), "no Word file"),
        (
            word_file(**types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")),
            "another program",
        ),
        (word_file(**{"[Content_Types].xml": None}), "[Content_Types].xml is missing"),
        (word_file(**{"word/styles.xml": None}), "word/styles.xml is missing"),
        (word_file(**{"word/_rels/document.xml.rels": None}), "has no styles"),
        (word_file(**{"word/styles.xml": styles_part()[:90]}), "word/styles.xml is damaged"),
        (word_file(**{"word/theme/theme1.xml": "<a:theme"}), "word/theme/theme1.xml is damaged"),
        (word_file(**{"word/styles.xml": b'<?xml version="1.0" encoding="klingon"?><a/>'}), "damaged"),
    ],
)
def test_what_is_no_word_file_or_damaged_is_said_with_a_cure(data: bytes, said: str):
    assert said in refusal(data)


@pytest.mark.parametrize("at", range(60, 2600, 97))
def test_a_file_with_bytes_gone_wrong_is_refused_or_read_and_nothing_else(at: int):
    data = bytearray(word_file())
    data[at % len(data)] ^= 0xFF
    with contextlib.suppress(UnusableReference):
        read_reference(FILE, bytes(data))


def test_a_file_protected_part_by_part_is_refused():
    data = bytearray(word_file())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        end = archive.start_dir
    while data[end : end + 4] == b"PK\x01\x02":
        data[end + 8] |= 1
        end += 46 + sum(struct.unpack("<HHH", data[end + 28 : end + 34]))

    assert "no Word file, or damaged" in refusal(bytes(data))


@pytest.mark.parametrize(
    "parts",
    [
        types("application/vnd.ms-word.document.macroEnabled.main+xml"),
        types("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        {"word/vbaProject.bin": b"macros"},
    ],
)
def test_macros_are_refused(parts: dict[str, str | bytes]):
    assert "macros" in refusal(word_file(**parts))


@pytest.mark.parametrize(
    ("part", "kind", "target", "cure"),
    [
        ("word/_rels/settings.xml.rels", "attachedTemplate", "https://evil.example/a.dotm", "attach Normal.dotm"),
        ("word/_rels/document.xml.rels", "image", "http://127.0.0.1:9/a.png", "break the link"),
        ("word/_rels/document.xml.rels", "styles", "file:///etc/styles.xml", "delete what comes from there"),
        ("_rels/.rels", "officeDocument", "\\\\server\\share\\plan.docx", "no Word file"),
    ],
)
def test_what_word_would_fetch_from_elsewhere_is_refused(part: str, kind: str, target: str, cure: str):
    entries = relationships(outside(kind, target))

    assert cure in refusal(word_file(**{part: entries}))


def test_links_to_the_web_do_no_harm():
    entries = relationships(
        outside("hyperlink", "https://www.example.gov.uk"),
        f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>',
    )

    assert read_reference(FILE, word_file(**{"word/_rels/document.xml.rels": entries})).styles


@pytest.mark.parametrize("part", ["word/styles.xml", "word/theme/theme1.xml", "_rels/.rels", "[Content_Types].xml"])
def test_a_document_type_is_refused_before_any_of_its_entities(part: str):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    data = changed(word_file(), lambda name, content: bomb.encode() + content if name == part else content)

    assert "document type (DTD)" in refusal(data)


def test_an_entity_that_would_read_a_file_is_refused():
    xml = f'<!DOCTYPE s [<!ENTITY f SYSTEM "file:///etc/hostname">]><w:styles xmlns:w="{W}">&f;</w:styles>'

    assert "document type (DTD)" in refusal(word_file(**{"word/styles.xml": xml}))


def test_a_part_that_unpacks_without_end_is_refused_before_it_is_unpacked():
    assert "unpacks to more than 4 MB" in refusal(word_file(**{"word/styles.xml": bytes(MAX_PART + 1)}))


def test_a_part_that_says_it_is_small_is_not_believed():
    data = bytearray(word_file(**{"word/styles.xml": b" " * (MAX_PART + 10)}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.start_dir
    while data[at : at + 4] == b"PK\x01\x02":
        data[at + 24 : at + 28] = struct.pack("<L", 900)
        at += 46 + sum(struct.unpack("<HHH", data[at + 28 : at + 34]))

    assert "damaged" in refusal(bytes(data))


def test_a_file_that_is_a_bomb_as_a_whole_is_refused():
    bombs = {f"word/media/image{number}.bmp": bytes(2**26) for number in range(9)}

    assert "unpacks to more than 512 MB" in refusal(word_file(**bombs))


def test_nesting_without_end_is_refused():
    deep = f'<w:styles xmlns:w="{W}">{"<w:style>" * 5000}{"</w:style>" * 5000}</w:styles>'

    assert "nested deeper" in refusal(word_file(**{"word/styles.xml": deep}))


def test_strict_open_xml_is_refused_because_its_names_are_others():
    strict = word_file(**{
        "_rels/.rels": relationships(
            '<Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"'
            ' Target="word/document.xml"/>'
        )
    })  # fmt: skip

    assert "Strict Open XML (open it in Word, and save it as Word Document (*.docx))" in refusal(strict)


@pytest.fixture
def borough(tmp_path: Path) -> Callable[[bytes], Path]:
    """A borough's template with a reference."""

    def made(data: bytes) -> Path:
        folder = tmp_path / "borough"
        if not folder.exists():
            shutil.copytree(find_template("tonbridge-malling"), folder)
        (folder / "reference.docx").write_bytes(data)
        return folder

    return made


def test_a_template_without_a_reference_has_none():
    assert load_template("tonbridge-malling").sheet.reference is None


def test_a_template_hands_its_reference_on(borough):
    folder = borough(word_file())

    reference = load_template(str(folder)).sheet.reference

    assert reference.file == folder.resolve() / "reference.docx"
    assert reference.styles == styles_part()


def test_a_reference_is_read_anew_when_it_has_changed_and_only_then(borough):
    reference = word_file()
    folder = borough(reference)
    first = load_template(str(folder)).sheet.reference
    borough(reference)
    again = load_template(str(folder)).sheet.reference
    borough(word_file(f'<w:style xmlns:a="{A}" w:styleId="X"/>'))
    changed_since = load_template(str(folder)).sheet.reference

    assert again is first
    assert changed_since.styles != first.styles


def test_an_unusable_reference_is_a_finding_that_names_the_file(borough):
    folder = borough(b"Dear all,")

    with pytest.raises(TemplateError) as caught:
        load_template(str(folder))

    (finding,) = caught.value.findings
    assert str(finding) == (
        "reference.docx: it is no Word file, or damaged (open it in Word, and save it as Word Document (*.docx))"
    )
    assert finding.file == folder.resolve() / "reference.docx"


def test_a_reference_that_is_a_folder_is_no_word_file(borough, tmp_path):
    folder = borough(b"")
    (folder / "reference.docx").unlink()
    (folder / "reference.docx").mkdir()

    with pytest.raises(TemplateError, match="no Word file"):
        load_template(str(folder))
