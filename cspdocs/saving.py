"""Writing files so that nothing that was good is ever harmed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from cspdocs.errors import OutputError


def save_bytes(data: bytes, file: Path, protected: Iterable[Path] = ()) -> Path:
    """`data` in `file`, whole or not at all; otherwise as `save_files`. Returns the file."""
    save_files({file: data}, protected)
    return file


def save_beside(data: bytes, file: Path, others: Mapping[str, bytes], protected: Iterable[Path] = ()) -> Path:
    """`data` in `file`, and what belongs to it beside it, by names with `/` between folders. Returns `file`.

    Raises:
        OutputError: as `save_files`, and for a name that leads elsewhere.
    """
    beside = {file.parent / _inside(name, file): content for name, content in others.items()}
    # The file itself comes last: when it is there, all that it leads to is there too.
    save_files({**beside, file: data}, protected)
    return file


def left_over(file: Path, others: Iterable[str]) -> tuple[Path, ...]:
    """The files in the folder of `file` that are neither it nor one of the `others`, such as pages of an earlier build.

    None for a file without others, which shares its folder; and none that are hidden, which programs leave.
    """
    written = {file.parent / name for name in others}
    if not written:
        return ()
    found = (path for path in file.parent.rglob("*") if path.is_file() and not path.name.startswith("."))
    return tuple(sorted(path for path in found if path not in written and path != file))


def save_files(contents: Mapping[Path, bytes], protected: Iterable[Path] = ()) -> None:
    """Each content in its file, all of them or none; folders on the way are made.

    The bytes go to files beside them, which then take their places: a full disk or a pulled plug leaves the old files as
    they were. Where one of them cannot take its place, those that did are put back.

    Args:
        contents: Where each content is to stand. Files that are there are replaced, in this order.
        protected: Files that must not be replaced, such as the plan itself.

    Raises:
        OutputError: if a file is a folder, one of `protected`, or cannot be written.
    """
    protected = tuple(protected)
    written: dict[Path, Path] = {}
    try:
        for file, data in contents.items():
            with _faults_of(file):
                _check(file, protected)
                file.parent.mkdir(parents=True, exist_ok=True)
                _write_beside(data, file, written)
        _replace(written)
    finally:
        for beside in written.values():
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _inside(name: str, file: Path) -> PurePosixPath:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or not path.name:
        raise OutputError(f'{file}: "{name}" cannot be written beside it; a format must name files in the same folder')
    return path


@contextmanager
def _faults_of(file: Path) -> Iterator[None]:
    """Says of whatever goes wrong what it means for the file."""
    try:
        yield
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


def _check(file: Path, protected: Iterable[Path]) -> None:
    for source in protected:
        if source.exists() and file.exists() and source.samefile(file):
            raise OutputError(f"{file}: that is {source.name}, which the document is made from; choose another name")
    if file.is_dir():
        raise OutputError(f"{file}: that is a folder; give the name of a file in it")


def _is_open_in_word(file: Path) -> bool:
    """Whether Word's lock lies beside the file, `~$` in place of the first letters of its name or before it."""
    with suppress(OSError):
        return any(file.with_name(f"~${name}").exists() for name in (file.name, file.name[2:]))
    return False


def _write_beside(data: bytes, file: Path, written: dict[Path, Path]) -> None:
    """Writes the content beside the file, and notes where."""
    opened = _new_file_in(file.parent)
    written[file] = Path(opened.name)
    with opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())


def _new_file_in(folder: Path) -> BinaryIO:
    """A file of its own, open for writing, for everybody to read whom the folder and the mask let in."""
    for number in count():
        with suppress(FileExistsError):
            return (folder / f".{os.getpid()}-{number}.part").open("xb")
    raise AssertionError


def _replace(written: dict[Path, Path]) -> None:
    """Puts each content in place of its file. If that fails for one, those before it get their old content back."""
    kept: dict[Path, Path | None] = {}
    last = next(reversed(written), None)
    try:
        for file, beside in written.items():
            with _faults_of(file):
                # Of the last one nothing need be kept: it takes its place, or everything stays as it was.
                if file != last:
                    kept[file] = _keep(file, beside.with_suffix(".old"))
                beside.replace(file)
    except BaseException:
        for file, old in reversed(kept.items()):
            with suppress(OSError):
                if old:
                    old.replace(file)
                else:
                    file.unlink(missing_ok=True)
        raise
    finally:
        for old in filter(None, kept.values()):
            with suppress(OSError):
                old.unlink(missing_ok=True)


def _keep(file: Path, old: Path) -> Path | None:
    """The content of a file under a second name, `old`; `None` where there is no such file."""
    if not os.path.lexists(file):
        return None
    try:
        os.link(file, old, follow_symlinks=False)
    except OSError:
        # Not every disk can give a file two names.
        old.write_bytes(file.read_bytes())
    return old
