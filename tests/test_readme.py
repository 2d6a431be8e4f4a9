"""The README says what is so: its plans are sound, and it names all that a plan may hold."""

from __future__ import annotations

import re
from pathlib import Path

import PIL.Image
import pytest

import cspdocs
from cspdocs.pipeline import check_file
from cspdocs.plan.blocks import SECTION_KINDS
from cspdocs.plan.model import Plan, Section
from cspdocs.records.types import BlocksShape, record_shape
from cspdocs.template.ready import READY_SECTIONS

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
PLANS = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("text", PLANS, ids=[text.split("\n")[0] for text in PLANS])
def test_every_plan_of_the_readme_builds_without_a_finding(text: str, tmp_path: Path) -> None:
    PIL.Image.new("RGB", (300, 200), "navy").save(tmp_path / "stand.png")
    file = tmp_path / "plan.yaml"
    file.write_text(text, encoding="utf-8")
    assert [str(finding) for finding in check_file(file)] == []
    assert cspdocs.render(cspdocs.load(file), "pdf").startswith(b"%PDF")


def test_everything_that_a_plan_may_hold_is_named() -> None:
    body = record_shape(Section).fields["body"].shape
    assert isinstance(body, BlocksShape)
    sections = {*SECTION_KINDS, *(section.kind for section in READY_SECTIONS)}
    names = {*record_shape(Plan).fields, *body.by_tag, *sections}
    assert sorted(name for name in names if f"`{name}`" not in README and f"\n{name}:" not in README) == []
