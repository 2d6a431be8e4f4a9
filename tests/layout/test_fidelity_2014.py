"""The council's published plan of 2014-15, composed, laid out and written by cspdocs, against the published pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cspdocs.pipeline import prepare
from judges import docx_to_pdf
from published_2014 import Published
from published_plan import fidelity


@pytest.fixture(scope="module", params=["pdf", "docx"])
def measured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the oracle's own program finds in our PDF, and in our Word file as LibreOffice lays it out."""
    folder: Path = tmp_path_factory.mktemp("published")
    published = Published(folder)
    file = folder / f"plan.{request.param}"
    file.write_bytes(prepare(published.plan).render(request.param).data)
    page = file if request.param == "pdf" else docx_to_pdf(file, folder)
    found: dict[str, Any] = fidelity().measure(str(page), published.oracle)
    return found


def test_every_contents_entry_prints_its_published_page_and_its_heading_stands_there(measured: dict[str, Any]) -> None:
    contents = measured["contents"]
    assert (contents["printed_agree"], contents["true_agree"], contents["entries"]) == (6, 6, 6), contents["detail"]


def test_the_lines_of_the_first_table_turn_where_the_published_ones_do(measured: dict[str, Any]) -> None:
    cells = measured["cells"]
    assert (cells["wrap_hit"], cells["spurious"]) == (cells["wrap"], 0), measured["detail"]
    assert cells["wrap"] == 19


def test_each_table_stands_on_its_published_page(measured: dict[str, Any]) -> None:
    cells = measured["cells"]
    assert (cells["rows_on_page"], cells["rows_paged"], cells["rows_split"]) == (38, 38, 0)
    turns = measured["table_page_turns"]
    assert (turns["agree_page"], turns["published"], turns["spurious"]) == (2, 2, 0), turns["detail"]
