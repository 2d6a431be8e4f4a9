"""The text of a file that people typed, in whichever encoding their editor saved it."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from cspdocs.diagnostics import Diagnostic, Severity

LARGEST = 5_000_000
"""The most bytes a file may have. A plan has about 40,000; what is larger is some other file."""

REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that no document can hold, or that break lines without being seen to."""

_OTHERS = (
    (b"PK\x03\x04", "an archive, such as a Word or Excel file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
"""What the files of other programs begin with, and what they are."""
_SAVE_AS = "save the file as UTF-8 text"


def read_text(file: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of `file` and what is wrong with it; no text where it cannot be read at all."""
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except FileNotFoundError:
        return None, (Diagnostic(code="missing-file", message=f'there is no file "{file}"', file=file),)
    except OSError as error:
        reason = error.strerror or str(error)
        return None, (Diagnostic(code="unreadable-file", message=f'"{file}" cannot be read: {reason}', file=file),)
    return decode(data, file)


def decode(data: bytes, file: Path | None = None) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text that `data` holds, its lines ended by line feeds only, and what is wrong with it.

    UTF-8 and UTF-16, with or without a byte order mark, are read as such; anything else as the
    Windows encoding of western Europe, with a warning, because `£` and curly quotes depend on the guess.
    """
    if len(data) > LARGEST:
        message = f"the file is larger than {LARGEST // 1_000_000} MB"
        return None, (Diagnostic(code="file-too-large", message=message, hint="a plan holds text only", file=file),)
    other = next((name for begins, name in _OTHERS if data.startswith(begins)), "")
    if other:
        message, hint = f"the file is no text but {other}", "give the plan's text file; from Word, save as plain text"
        return None, (Diagnostic(code="not-text", message=message, hint=hint, file=file),)
    encoding = _encoding(data)
    findings: tuple[Diagnostic, ...] = ()
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            message = "the file is not text in UTF-8, UTF-16 or the Windows encoding"
            return None, (Diagnostic(code="not-text", message=message, hint=_SAVE_AS, file=file, line=line),)
        message = "the file is not UTF-8; it was read in the Windows encoding (cp1252)"
        warning = Severity.WARNING
        findings = (
            Diagnostic(code="windows-encoding", severity=warning, message=message, hint=_SAVE_AS, file=file, line=line),
        )
    clean, refused = clean_text(text, file)
    return clean, findings + refused


def _encoding(data: bytes) -> str:
    """UTF-16 where a byte order mark says so, or every other byte of the first character is zero; else UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if 0 in data[:2] and data[:2] != b"\0\0":
        return "utf-16-be" if data[0] == 0 else "utf-16-le"
    return "utf-8-sig"


def clean_text(text: str, file: Path | None = None) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """`text` with its lines ended by line feeds only; no text where it has characters no document can hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = REFUSED.search(text)
    if found is None:
        return text, ()
    others = len(REFUSED.findall(text)) - 1
    more = f", and {others} more" if others else ""
    message = f"a control character, U+{ord(found[0]):04X}, stands in the text{more}"
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    finding = Diagnostic(code="control-character", message=message, hint="delete it", file=file, line=line, column=column)
    return None, (finding,)
