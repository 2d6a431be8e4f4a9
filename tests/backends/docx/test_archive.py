from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from cspdocs.backends.docx.archive import zip_archive

ENTRIES = st.dictionaries(
    st.from_regex(r"[A-Za-z0-9_\[\]./-]{1,40}", fullmatch=True),
    st.binary(max_size=200) | st.binary(min_size=501, max_size=900),
    max_size=5,
)


@given(ENTRIES)
def test_what_is_put_in_can_be_taken_out(entries: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(zip_archive(entries))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == entries


@given(ENTRIES)
def test_it_is_the_archive_that_the_library_would_write(entries: dict[str, bytes]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(entries):
            entry = zipfile.ZipInfo(name)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            small = len(entries[name]) <= 500
            archive.writestr(entry, entries[name], zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED, 3)

    assert zip_archive(entries) == buffer.getvalue()


def test_large_entries_are_as_good_as_small_ones() -> None:
    large = bytes(range(256)) * 1000

    with zipfile.ZipFile(io.BytesIO(zip_archive({"large": large, "again": large}))) as archive:
        assert archive.read("large") == archive.read("again") == large
