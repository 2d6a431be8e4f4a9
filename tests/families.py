"""The plans of `tests/plan/families`, one for each family of things that councils put into theirs, ready to be composed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import PIL.Image

from cspdocs.plan.files import load_plan
from cspdocs.plan.model import Plan
from cspdocs.records.walk import texts

FAMILIES: Final = sorted((Path(__file__).parent / "plan" / "families").glob("*.yaml"))
TEMPLATES: Final = ("ashford", "plain", "tonbridge-malling", "tonbridge-malling-2014")


def family_plan(file: Path, folder: Path) -> Plan:
    """The plan in `file`, as if it stood in `folder` with a picture for each that it names."""
    plan = load_plan(Path(shutil.copy(file, folder / "plan.yaml")))
    for path, name in texts(plan):
        if path.endswith("/file"):
            PIL.Image.new("RGB", (320, 180), "#7f9fbf").save(folder / name)
    return plan
