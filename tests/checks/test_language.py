from __future__ import annotations

import pytest

from cspdocs.checks.language import check_language
from cspdocs.plan.model import Plan


@pytest.mark.parametrize("language", ["en-GB", "cy", "zh-Hant-HK"])
def test_a_language_tag_is_in_order(language: str) -> None:
    assert list(check_language(Plan(title="Plan", language=language))) == []


@pytest.mark.parametrize("language", ["", "English", "en_GB", "en GB", "-"])
def test_what_is_no_language_tag_is_found(language: str) -> None:
    (finding,) = check_language(Plan(title="Plan", language=language))
    assert finding.path == "language"
    assert "en-GB" in finding.hint
