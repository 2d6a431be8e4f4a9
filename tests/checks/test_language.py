from __future__ import annotations

import pytest

from cspdocs.checks.language import check_language
from cspdocs.diagnostics import Severity
from cspdocs.plan.model import Plan
from cspdocs.template.template import load_template
from cspdocs.values import evolve


@pytest.mark.parametrize("language", ["en-GB", "cy", "zh-Hant-HK"])
def test_a_language_tag_is_in_order(language: str) -> None:
    assert list(check_language(Plan(title="Plan", language=language), None)) == []


@pytest.mark.parametrize("language", ["", "English", "en_GB", "en GB", "-"])
def test_what_is_no_language_tag_is_found(language: str) -> None:
    (finding,) = check_language(Plan(title="Plan", language=language), None)
    assert finding.path == "language"
    assert "en-GB" in finding.hint


@pytest.mark.parametrize("language", ["en", "en-GB", "EN-us"])
def test_a_plan_in_the_language_of_its_template_is_in_order(language: str) -> None:
    assert list(check_language(Plan(title="Plan", language=language), load_template("plain"))) == []


def test_a_plan_in_another_language_than_its_template_is_told_so() -> None:
    template = load_template("plain")
    (finding,) = check_language(Plan(title="Cynllun", language="cy"), template)
    assert (finding.severity, finding.path) == (Severity.WARNING, "language")
    assert '"en-GB"' in finding.message
    assert "wording.yaml" in finding.hint
    assert list(check_language(Plan(title="Cynllun", language="cy-GB"), evolve(template, language="cy"))) == []
