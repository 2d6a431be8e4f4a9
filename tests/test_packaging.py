from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest
from fontTools.ttLib import TTFont

from cspdocs.resources import font_folder

ROOT: Final = Path(__file__).resolve().parent.parent
FACES: Final = ("Regular", "Bold", "Italic", "BoldItalic")
DESCRIPTIONS_OF_AXES: Final = {"STAT", "HVAR", "MVAR", "avar", "fvar", "gvar", "cvar"}


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The build hook, loaded by its path as hatchling loads it."""
    specification = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """As much of a checkout as the fonts are made from."""
    measurer = tmp_path / "cspdocs" / "layout" / "fontfile.py"
    measurer.parent.mkdir(parents=True)
    shutil.copyfile(ROOT / "cspdocs" / "layout" / "fontfile.py", measurer)
    return tmp_path


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Builds the `wheel` or `sdist` of this checkout afresh and gives its path."""

    def run(target: str) -> Path:
        folder = tmp_path_factory.mktemp(target)
        command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        (made,) = folder.iterdir()
        return made

    return run


@pytest.fixture(scope="module")
def wheel(build: Callable[[str], Path]) -> Path:
    return build("wheel")


def content(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize(
    ("face", "subfamily", "weight", "selection", "mac_style"),
    [
        ("Regular", "Regular", 400, 0b1000000, 0b00),
        ("Bold", "Bold", 700, 0b0100000, 0b01),
        ("Italic", "Italic", 400, 0b0000001, 0b10),
        ("BoldItalic", "Bold Italic", 700, 0b0100001, 0b11),
    ],
)
def test_each_face_calls_itself_by_its_name_and_style(
    face: str, subfamily: str, weight: int, selection: int, mac_style: int
) -> None:
    with TTFont(font_folder() / f"Arimo-{face}.ttf") as font:
        names = [font["name"].getDebugName(name_id) for name_id in (1, 2, 4, 6)]
        assert names == ["Arimo", subfamily, f"Arimo {subfamily}", f"Arimo-{face}"]
        assert font["OS/2"].usWeightClass == weight
        assert font["OS/2"].fsSelection & 0b1100001 == selection
        assert font["head"].macStyle == mac_style


@pytest.mark.parametrize("face", FACES)
def test_each_face_is_static_and_keeps_its_licence(face: str) -> None:
    with TTFont(font_folder() / f"Arimo-{face}.ttf") as font:
        assert DESCRIPTIONS_OF_AXES.isdisjoint(font.keys())
        assert max(record.nameID for record in font["name"].names) < 15
        assert "Open Font License" in font["name"].getDebugName(13)
        assert font["OS/2"].fsType == 0, "embedding is not restricted"


def test_bold_is_bolder(hook: ModuleType) -> None:
    widths = []
    for face in ("Regular", "Bold"):
        with TTFont(font_folder() / f"Arimo-{face}.ttf") as font:
            widths.append(font["glyf"]["l"].xMax - font["glyf"]["l"].xMin)
    assert widths[1] > 1.3 * widths[0]


def test_faces_that_are_up_to_date_are_left_alone(hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hook, "STYLES", ())
    hook.make_fonts(checkout)
    kept = checkout / "cspdocs" / "fonts" / "kept.ttf"
    kept.touch()
    hook.make_fonts(checkout)
    assert kept.exists()


def test_faces_are_made_afresh_when_what_measures_them_has_changed(
    hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hook, "STYLES", ())
    hook.make_fonts(checkout)
    stale = checkout / "cspdocs" / "fonts" / "stale.ttf"
    stale.touch()
    with (checkout / "cspdocs" / "layout" / "fontfile.py").open("a", encoding="utf-8") as measurer:
        measurer.write("\n# changed\n")
    hook.make_fonts(checkout)
    assert not stale.exists()


def test_making_a_face_twice_gives_the_same_bytes(hook: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hook, "STYLES", hook.STYLES[1:2])
    hook.make_fonts(checkout)
    for name in ("Arimo-Bold.ttf", "Arimo-Bold.json", "LICENSE"):
        assert (checkout / "cspdocs" / "fonts" / name).read_bytes() == (font_folder() / name).read_bytes()


def test_the_wheel_has_the_package_its_fonts_and_their_licence(wheel: Path) -> None:
    expected = {"cspdocs/__init__.py", "cspdocs/py.typed", "cspdocs/fonts/LICENSE"}
    expected |= {f"cspdocs/fonts/Arimo-{face}{suffix}" for face in FACES for suffix in (".ttf", ".json")}
    assert expected <= content(wheel)


def test_the_wheel_has_every_file_of_every_template(wheel: Path) -> None:
    templates = [file for file in (ROOT / "templates").rglob("*") if file.is_file() and "__pycache__" not in file.parts]
    assert {f"cspdocs/{file.relative_to(ROOT).as_posix()}" for file in templates} <= content(wheel)


def test_the_wheel_has_nothing_beside_the_package(wheel: Path) -> None:
    strays = [name for name in content(wheel) if not name.startswith(("cspdocs/", "cspdocs-"))]
    assert strays == []
    assert not any(name.endswith((".pyc", ".made-of")) for name in content(wheel))


def test_two_builds_of_the_wheel_are_equal(wheel: Path, build: Callable[[str], Path]) -> None:
    assert build("wheel").read_bytes() == wheel.read_bytes()


def test_the_source_archive_has_what_building_and_testing_need(build: Callable[[str], Path]) -> None:
    with tarfile.open(build("sdist")) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = {"pyproject.toml", "hatch_build.py", "README.md", "CHANGELOG.md", "LICENSE", "tests/judges.py"}
    assert needed <= names
    assert any(name.startswith("templates/") for name in names)
    assert any(name.startswith("examples/") for name in names)
    assert not any(name.endswith((".ttf", ".pyc")) for name in names), "fonts are made afresh"


def test_every_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    dependencies = tomllib.loads(text)["project"]["dependencies"]
    for dependency in dependencies:
        (line,) = [line for line in text.splitlines() if line.strip().startswith(f'"{dependency}",')]
        assert "#" in line, line
