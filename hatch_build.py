"""The build hook: makes the four faces of Arimo that the package ships.

`fontpkg-arimo` carries Arimo as two variable fonts, which neither PDF nor Word can embed. The hook cuts the four
static faces out of them, writes the measurements that layout needs beside each, and adds the licence of the fonts.
They stand in `cspdocs/fonts/`, where an editable installation finds them too, and are not kept under version control.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, Final, NamedTuple

import fontpkg_arimo
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Style(NamedTuple):
    """One of the four faces of a family, as Windows, macOS and PDF tell them apart."""

    name: str
    source: str
    weight: int
    selection: int
    """Bits of `OS/2.fsSelection`: italic 0, bold 5, regular 6."""
    mac_style: int
    """Bits of `head.macStyle`: bold 0, italic 1."""


FAMILY: Final = "Arimo"
STYLES: Final = (
    Style("Regular", "Arimo[wght].ttf", 400, 1 << 6, 0),
    Style("Bold", "Arimo[wght].ttf", 700, 1 << 5, 1),
    Style("Italic", "Arimo-Italic[wght].ttf", 400, 1 << 0, 2),
    Style("BoldItalic", "Arimo-Italic[wght].ttf", 700, 1 << 5 | 1 << 0, 3),
)
STYLE_BITS: Final = 1 << 6 | 1 << 5 | 1 << 0

DROPPED: Final = ("GDEF", "GPOS", "GSUB", "STAT")
"""Layout sets one glyph a character without kerning, as the council's page does, and a PDF has no use for the tables of
shaping: a fifth of each file. STAT describes the axes that are gone."""
KEPT_NAMES: Final = range(15)
"""Copyright to licence address. The names after them describe the axes and their named instances."""


class FontHook(BuildHookInterface[Any]):
    """Run by hatchling before it collects the files of a wheel, editable or not."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Makes the fonts and, but for an editable installation, adds the templates to the package.

        An editable installation finds the templates in the checkout; a copy would go stale.
        """
        root = Path(self.root)
        make_fonts(root)
        if version != "editable":
            build_data["force_include"][str(root / "templates")] = "cspdocs/templates"


def make_fonts(root: Path) -> None:
    """Writes the faces, their measurements and their licence below `root`, unless they stand there already."""
    folder = root / "cspdocs" / "fonts"
    measurer = root / "cspdocs" / "layout" / "fontfile.py"
    stamp, made_of = folder / ".made-of", _ingredients(measurer)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == made_of:
        return
    # Made beside and swapped in, so that a run cut short leaves what was there.
    with TemporaryDirectory(prefix=".fonts-", dir=folder.parent) as beside:
        made = Path(beside) / folder.name
        made.mkdir()
        _fill(made, _load(measurer))
        (made / stamp.name).write_text(made_of, encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        made.rename(folder)


def _fill(folder: Path, fontfile: ModuleType) -> None:
    for style in STYLES:
        face = folder / f"{FAMILY}-{style.name}.ttf"
        _make_face(style).save(face)
        measurements = json.dumps(fontfile.measure(face), separators=(",", ":"))
        face.with_suffix(".json").write_text(measurements + "\n", encoding="utf-8")
    shutil.copyfile(fontpkg_arimo.ROOT / "LICENSE", folder / "LICENSE")


def _ingredients(measurer: Path) -> str:
    """Everything that decides what the files hold: two versions and the two sources that make them."""
    versions = [f"{name} {importlib.metadata.version(name)}" for name in ("fontpkg-arimo", "fonttools")]
    sources = [f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in (Path(__file__), measurer)]
    return "\n".join([*versions, *sources]) + "\n"


def _load(file: Path) -> ModuleType:
    """The module in `file`, without the package around it, which cannot be imported where it is being built."""
    specification = importlib.util.spec_from_file_location(file.stem, file)
    if specification is None or specification.loader is None:
        raise ImportError(f"{file} is not a Python module")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def _make_face(style: Style) -> TTFont:
    """The static face. Its time stamps are those of the variable font, so that equal builds give equal bytes.

    Arimo is not hinted by hand; what it has (`prep`, `gasp`) asks for smooth rendering at all sizes and is kept. Contours
    may overlap, as in the source: the flags set here make every rasteriser fill them whole.
    """
    variable = TTFont(fontpkg_arimo.ROOT / "files" / style.source, recalcTimestamp=False)
    face = instantiateVariableFont(
        variable, {"wght": style.weight}, inplace=True, overlap=OverlapMode.KEEP_AND_SET_FLAGS, static=True
    )
    for tag in DROPPED:
        if tag in face:
            del face[tag]
    _name(face, style)
    return face


def _name(face: TTFont, style: Style) -> None:
    spoken = "Bold Italic" if style.name == "BoldItalic" else style.name
    postscript = f"{FAMILY}-{style.name}"
    names, revision = face["name"], face["name"].getDebugName(3).rpartition(";")[0]
    names.names = [record for record in names.names if record.nameID in KEPT_NAMES]
    texts = {1: FAMILY, 2: spoken, 3: f"{revision};{postscript}", 4: f"{FAMILY} {spoken}", 6: postscript}
    for name_id, text in texts.items():
        names.setName(text, name_id, 3, 1, 0x409)
    os2 = face["OS/2"]
    os2.usWeightClass = style.weight
    os2.panose.bWeight = 8 if style.weight == 700 else 6
    os2.fsSelection = os2.fsSelection & ~STYLE_BITS | style.selection
    face["head"].macStyle = style.mac_style
