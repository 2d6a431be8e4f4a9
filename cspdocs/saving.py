"""Writing files so that nothing that was good is ever harmed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from cspdocs.errors import OutputError


def save_bytes(data: bytes, file: Path, protected: Iterable[Path] = ()) -> Path:
    """`data` in `file`, whole or not at all; folders on the way are made. Returns the file.

    The bytes go to a file beside it, which then takes its place: a full disk or a pulled plug leaves the old file as it was.

    Args:
        data: The content.
        file: Where it is to stand. A file that is there is replaced.
        protected: Files that must not be replaced, such as the plan itself.

    Raises:
        OutputError: if `file` is a folder, one of `protected`, or cannot be written.
    """
    try:
        for source in protected:
            if source.exists() and file.exists() and source.samefile(file):
                raise OutputError(f"{file}: that is {source.name}, which the document is made from; choose another name")
        if file.is_dir():
            raise OutputError(f"{file}: that is a folder; give the name of a file in it")
        file.parent.mkdir(parents=True, exist_ok=True)
        _replace(data, file)
    except (FileExistsError, NotADirectoryError) as error:
        raise OutputError(f"{file}: a file stands where its folder should be; choose another folder") from error
    except PermissionError as error:
        if _is_open_in_word(file):
            raise OutputError(f"{file}: the file is open in Word; close it there, or choose another name") from error
        raise OutputError(
            f"{file}: you may not write there; close the file if it is open, or choose another folder"
        ) from error
    except OSError as error:
        raise OutputError(
            f"{file}: it could not be written ({error.strerror or error}); what stood there is unharmed"
        ) from error
    return file


def _is_open_in_word(file: Path) -> bool:
    """Whether Word's lock lies beside the file, `~$` in place of the first letters of its name or before it."""
    with suppress(OSError):
        return any(file.with_name(f"~${name}").exists() for name in (file.name, file.name[2:]))
    return False


def _replace(data: bytes, file: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=file.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        # mkstemp makes files that only their owner can read; a document is for everybody whom the folder lets in.
        mask = os.umask(0)
        os.umask(mask)
        beside.chmod(0o666 & ~mask)
        beside.replace(file)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
