"""Each plan of the families, composed with each template, against a document that somebody has read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cspdocs.compose.partnership_plan import compose_plan
from cspdocs.document.dump import dump_document
from cspdocs.template.template import load_template
from families import FAMILIES, TEMPLATES, family_plan

NARROW = {
    "ashford": {"actions", "statistics", "targets"},
    "plain": {"actions", "statistics", "targets"},
    "tonbridge-malling": set(),
    "tonbridge-malling-2014": {"actions", "statistics", "targets"},
}
"""Plans with a table that has more columns than an upright page has room for."""
MEANT = {"narrative": {"page-break", "unknown-box", "empty-section"}}
"""What is wrong with a plan on purpose."""


@pytest.mark.parametrize("file", FAMILIES, ids=lambda file: file.stem)
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_family_is_printed_as_it_was_read(
    name: str, file: Path, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    composition = compose_plan(family_plan(file, tmp_path), load_template(name))
    narrow = {"narrow-columns"} if file.stem in NARROW[name] else set()
    assert {finding.code for finding in composition.findings} == MEANT.get(file.stem, set()) | narrow
    golden(dump_document(composition.document), f"{name}/{file.stem}.txt")
