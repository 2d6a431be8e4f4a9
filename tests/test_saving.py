from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from cspdocs.errors import OutputError
from cspdocs.saving import left_over, save_beside, save_bytes, save_files


def fail(error: BaseException) -> object:
    def raising(*_: object, **__: object) -> NoReturn:
        raise error

    return raising


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_written_whole_and_folders_on_the_way_are_made(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "plan.pdf"
    assert save_bytes(b"new", file) == file
    assert file.read_bytes() == b"new"
    assert names(file.parent) == ["plan.pdf"]


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"old and longer")
    save_bytes(b"new", file)
    assert file.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600)])
def test_a_file_may_be_read_by_all_whom_the_mask_lets(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        save_bytes(b"new", tmp_path / "plan.pdf")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert (tmp_path / "plan.pdf").stat().st_mode & 0o777 == mode


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device); what stood there is unharmed"),
        (PermissionError(errno.EACCES, "Permission denied"), "you may not write there; close the file if it is open"),
    ],
)
def test_a_write_that_fails_leaves_the_old_file_whole_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: OSError, said: str
) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(b"old")
    monkeypatch.setattr(step, fail(error))
    with pytest.raises(OutputError) as caught:
        save_bytes(b"new", file)
    monkeypatch.undo()
    assert str(caught.value).startswith(f"{file}: ")
    assert said in str(caught.value)
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["plan.pdf"]


def test_being_stopped_leaves_nothing_beside_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"old")
    monkeypatch.setattr("os.fsync", fail(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        save_bytes(b"new", tmp_path / "plan.pdf")
    assert names(tmp_path) == ["plan.pdf"]


@pytest.mark.parametrize("lock", ["~$rtnership-plan.docx", "~$partnership-plan.docx"])
def test_a_file_that_is_open_in_word_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lock: str) -> None:
    (tmp_path / lock).touch()
    monkeypatch.setattr("pathlib.Path.replace", fail(PermissionError(errno.EACCES, "Access is denied")))
    with pytest.raises(OutputError, match="open in Word; close it there, or choose another name"):
        save_bytes(b"new", tmp_path / "partnership-plan.docx")


def test_what_the_document_is_made_from_is_never_replaced(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(b"title: Plan")
    (tmp_path / "link.pdf").symlink_to(plan)
    (tmp_path / "hard.pdf").hardlink_to(plan)
    (tmp_path / "folder").symlink_to(tmp_path)
    for name in ("plan.yaml", "link.pdf", "hard.pdf", "folder/plan.yaml"):
        with pytest.raises(OutputError, match=r"that is plan\.yaml, which the document is made from; choose another name"):
            save_bytes(b"new", tmp_path / name, [tmp_path / "gone.png", plan])
    assert plan.read_bytes() == b"title: Plan"


def test_a_link_to_another_file_is_replaced_and_that_file_is_not(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"other")
    (tmp_path / "plan.pdf").symlink_to(tmp_path / "other")
    save_bytes(b"new", tmp_path / "plan.pdf")
    assert (tmp_path / "other").read_bytes() == b"other"
    assert (tmp_path / "plan.pdf").read_bytes() == b"new"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="that is a folder; give the name of a file in it"):
        save_bytes(b"new", tmp_path)


@pytest.mark.parametrize("name", ["taken/plan.pdf", "taken/deeper/plan.pdf"])
def test_a_file_in_place_of_a_folder_is_said_to_be_one(tmp_path: Path, name: str) -> None:
    (tmp_path / "taken").write_bytes(b"kept")
    with pytest.raises(OutputError, match="a file stands where its folder should be"):
        save_bytes(b"new", tmp_path / name)
    assert (tmp_path / "taken").read_bytes() == b"kept"


def test_a_name_that_is_too_long_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="could not be written"):
        save_bytes(b"new", tmp_path / ("x" * 300 + ".pdf"))


def test_a_folder_that_may_not_be_looked_into_is_an_error_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathlib.Path.exists", fail(PermissionError(errno.EACCES, "Permission denied")))
    with pytest.raises(OutputError, match="you may not write there"):
        save_bytes(b"new", tmp_path / "plan.pdf", [tmp_path / "plan.yaml"])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with an old page and an old picture."""
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"old a")
    (tmp_path / "index.html").write_bytes(b"old page")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def new_site(folder: Path) -> dict[Path, bytes]:
    """The same files anew, and one more between them."""
    names = ("pictures/a.png", "pictures/b.png", "index.html")
    return {folder / name: f"new {name}".encode() for name in names}


def test_several_files_are_written_together_and_nothing_is_left_beside_them(site: Path) -> None:
    save_files(new_site(site))
    assert contents(site) == {str(file.relative_to(site)): data for file, data in new_site(site).items()}


def test_of_several_files_none_is_written_where_one_may_not_be(site: Path) -> None:
    before = contents(site)
    with pytest.raises(OutputError, match=r"that is index\.html, which the document is made from"):
        save_files(new_site(site), [site / "index.html"])
    assert contents(site) == before


@pytest.mark.parametrize("linking", [True, False], ids=["a disk with links", "a disk without"])
@pytest.mark.parametrize("turn", [1, 2, 3])
def test_where_one_of_several_files_cannot_take_its_place_those_before_it_are_put_back(
    site: Path, monkeypatch: pytest.MonkeyPatch, turn: int, linking: bool
) -> None:
    before, replace, turns = contents(site), Path.replace, []

    def failing(self: Path, target: Path) -> Path:
        if self.suffix == ".part":
            turns.append(self)
            if len(turns) == turn:
                raise PermissionError(errno.EACCES, "Access is denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    if not linking:
        monkeypatch.setattr("os.link", fail(OSError(errno.EPERM, "Operation not permitted")))
    with pytest.raises(OutputError, match="you may not write there"):
        save_files(new_site(site))
    assert contents(site) == before


def test_writing_no_files_does_nothing(tmp_path: Path) -> None:
    save_files({})
    assert names(tmp_path) == []


def test_what_stands_in_the_folder_of_web_pages_and_is_none_of_them_is_left_over(tmp_path: Path) -> None:
    file, others = tmp_path / "web" / "index.html", {"pictures/a.png": b"a"}
    save_beside(b"page", file, others)
    assert left_over(file, others) == ()
    for name in ("old.html", "pictures/b.png", ".DS_Store"):
        (tmp_path / "web" / name).touch()
    assert left_over(file, others) == (tmp_path / "web" / "old.html", tmp_path / "web" / "pictures" / "b.png")
    assert left_over(file, {}) == ()
