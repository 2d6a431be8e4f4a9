"""The council's published plan, composed and drawn by cspdocs, against the published pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cspdocs.backends.base import RenderOptions
from cspdocs.backends.pdf import BACKEND
from cspdocs.compose.partnership_plan import compose_plan
from cspdocs.template.template import load_template
from published_plan import fidelity, oracle, published_plan


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the oracle's own program finds in our PDF."""
    published = oracle()
    folder: Path = tmp_path_factory.mktemp("published")
    template = load_template("tonbridge-malling")
    composed = compose_plan(published_plan(folder), template)
    file = folder / "plan.pdf"
    file.write_bytes(BACKEND.render(composed.document, RenderOptions(composed.document, template.sheet)).data)
    found: dict[str, Any] = fidelity().measure(str(file), published)
    return found


def test_every_contents_entry_prints_its_published_page_and_its_heading_stands_there(measured: dict[str, Any]) -> None:
    contents = measured["contents"]
    assert (contents["printed_agree"], contents["true_agree"], contents["entries"]) == (7, 7, 7), contents["detail"]


def test_every_cell_is_broken_into_its_published_lines(measured: dict[str, Any]) -> None:
    cells = measured["cells"]
    assert (cells["equal"], cells["complete"]) == (128, 128), measured["detail"]
    assert (cells["pub_hit"], cells["pub"]) == (163, 163), measured["detail"]


def test_no_cell_is_broken_where_the_published_one_is_not(measured: dict[str, Any]) -> None:
    assert measured["cells"]["spurious"] == 0, measured["detail"]


def test_every_row_stands_on_its_published_page_and_none_is_cut(measured: dict[str, Any]) -> None:
    cells = measured["cells"]
    assert (cells["rows_on_page"], cells["rows_paged"], cells["rows_split"]) == (42, 42, 0)


def test_every_page_turns_above_the_same_row_as_the_published_one(measured: dict[str, Any]) -> None:
    turns = measured["table_page_turns"]
    assert (turns["agree_page"], turns["published"], turns["spurious"]) == (5, 5, 0), turns["detail"]


def test_every_heading_and_text_is_there_in_the_published_order(measured: dict[str, Any]) -> None:
    headings, texts = measured["headings"], measured["text_blocks"]
    assert headings["in_order"] == headings["published"], headings["missing"]
    assert texts["found"] == texts["published"], texts["missing"]
