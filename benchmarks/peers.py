"""The peers that are there to be measured against, and what is missing of the others."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path


@dataclass(frozen=True)
class Peer:
    """A program or library that does the same work."""

    name: str
    version: str
    """Empty when it is not installed."""
    missing: str
    """What has to be done before it can be measured; empty when it can."""
    command: tuple[str, ...]
    """What is run; after it stand the input and the output."""


def find_peers(scripts: Path, fonts: Path | None, modules: Path | None) -> dict[str, Peer]:
    """The peers by name, installed or not.

    Args:
        scripts: The folder of the peers' scripts.
        fonts: The folder of Liberation Sans; `None` where there is none.
        modules: The `node_modules` that holds docx; `None` where there is none.
    """
    python, node = sys.executable, shutil.which("node") or ""
    described = [
        ("Typst", (python, "pdf_typst.py"), _package("typst"), "pip install typst==0.15.2"),
        ("reportlab platypus", (python, "pdf_reportlab.py"), _package("reportlab"), "pip install reportlab"),
        ("pandoc", ("sh", "docx_pandoc.sh"), _pandoc(), "apt install pandoc"),
        ("npm docx", (node, "docx_npm.cjs"), _node_package(modules), "npm install docx; NODE_PATH is its node_modules"),
        ("docxtpl", (python, "docx_docxtpl.py"), _package("docxtpl"), "pip install docxtpl"),
    ]
    peers = {}
    for name, (program, script), version, remedy in described:
        missing = "" if version else f"not installed ({remedy})"
        if not missing and script.startswith("pdf") and fonts is None:
            missing = "no LiberationSans-Regular.ttf (apt install fonts-liberation2, or FONT_DIR)"
        if not missing and not (scripts / script).is_file():
            missing = f"no {script} in the peers' folder (--peers)"
        peers[name] = Peer(name, version, missing, (program, str(scripts / script)))
    return peers


def find_fonts() -> Path | None:
    """The folder of Liberation Sans: FONT_DIR, or where Debian keeps it."""
    packaged = Path("/usr/share/fonts/truetype")
    named = os.environ.get("FONT_DIR")
    folders = [Path(named)] if named else [packaged / "liberation2", packaged / "liberation"]
    return next((folder for folder in folders if (folder / "LiberationSans-Regular.ttf").is_file()), None)


def find_modules(checkout: Path) -> Path | None:
    """The folder of Node's packages: one of NODE_PATH, or the checkout's own."""
    named = [Path(folder) for folder in os.environ.get("NODE_PATH", "").split(os.pathsep) if folder]
    return next((folder for folder in [*named, checkout / "node_modules"] if (folder / "docx").is_dir()), None)


def _package(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _node_package(modules: Path | None) -> str:
    if modules is None or not shutil.which("node"):
        return ""
    return json.loads((modules / "docx/package.json").read_text(encoding="utf-8"))["version"]


def _pandoc() -> str:
    pandoc = shutil.which("pandoc")
    if not pandoc:
        return ""
    said = subprocess.run([pandoc, "--version"], capture_output=True, text=True, check=True).stdout
    return re.search(r"\d[\d.]*", said)[0]
