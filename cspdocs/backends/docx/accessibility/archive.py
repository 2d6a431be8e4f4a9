"""Word files that come from elsewhere, or come back: as bytes, of which nothing can be relied upon."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from cspdocs.backends.docx.accessibility.rules import judge
from cspdocs.backends.docx.accessibility.wordfile import Problem, Unreadable, WordFile, read_word_file
from cspdocs.diagnostics import Diagnostic

_LARGEST: Final = 1 << 28
"""Of a part, in bytes. What a damaged or hostile archive unpacks to beyond it is not read."""

_ENCRYPTED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files begin that Office has encrypted, be it with a password or for the management of rights."""


def verify_package(data: bytes) -> tuple[Diagnostic, ...]:
    """What is found in a Word file, as `verify_parts` says; that it is none at all is an error among the findings."""
    if data.startswith(_ENCRYPTED):
        return judge(WordFile(encrypted=True))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return judge(read_word_file(_Unpacked(archive)))
    # NotImplementedError is what zipfile raises for a compression that it does not know.
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        return judge(WordFile(problems=[Problem("the file", f"is no Word file ({error})")]))


class _Unpacked(Mapping[str, bytes]):
    """The entries of an archive, unpacked when they are asked for."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = dict.fromkeys(archive.namelist())

    def __getitem__(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as entry:
                data = entry.read(_LARGEST + 1)
        # RuntimeError is what zipfile raises for an entry with a password.
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise Unreadable(f"cannot be unpacked ({error})") from error
        if len(data) > _LARGEST:
            raise Unreadable("is too large to be one of a plan")
        return data

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
