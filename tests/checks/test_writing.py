from __future__ import annotations

from typing import Any

import pytest

from cspdocs.checks.writing import check_writing
from cspdocs.diagnostics import Diagnostic, Severity
from cspdocs.plan.blocks import Text
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Plan, Release, Section
from cspdocs.records.walk import texts

FIGURES = (
    Measure(id="asb-reports", value="492", previous="328"),
    Measure(id="happy", value="71%"),
    Measure(id="fund", value="£300"),
)


def check(text: str) -> list[Diagnostic]:
    """The findings on a plan with figures, in which the text stands in a section."""
    plan = Plan(title="Plan", figures=FIGURES, sections=[Section(id="s", body=[Text(text=text)])])
    findings = list(check_writing(plan, None, texts(plan)))
    assert all(finding.severity is Severity.WARNING and finding.path == "sections/s/body/1/text" for finding in findings)
    return findings


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("We will:\n• patrol\n• listen", "•"),
        ("We will:\n\n•\tpatrol\n•\tlisten", "•"),
        ("We will:\n· patrol", "·"),
        ("We will:\n▪ patrol", "▪"),
        ("We will:\n\uf0b7 patrol", "\uf0b7"),
        ("We will:\n➢ patrol\n➢ listen", "➢"),
        ("We will:\n\uf0d8\tpatrol", "\uf0d8"),
        ("o\tpatrol\no\tlisten", "o"),
        ("We will\n\u2013 patrol\n\u2013 listen", "\u2013"),
        ("We will:\n\u2013 patrol\nthe town\n\u2013 listen", "\u2013"),
        ("(a) patrol\n(b) listen", "(a)"),
        ("a. patrol\nb. listen", "a."),
        ("We will:\ni) patrol\nii) listen", "i)"),
        ("- one\n  • below it", "•"),
    ],
)
def test_lines_that_look_like_a_list_and_run_together_are_found(text: str, mark: str) -> None:
    (finding,) = check(text)
    assert finding.code == "no-list"
    assert finding.message.startswith(f'the lines that begin with "{mark}" are printed as one paragraph: {mark}')
    assert 'begin each with "- "' in finding.hint


@pytest.mark.parametrize(
    "text",
    [
        "- patrol\n- listen",
        "1. patrol\n2. listen",
        "• patrol\n\n• listen",
        "• alone",
        "People feel safe\n\u2013 and sound",
        "We know that people\n\u2013 and not only here \u2013\nfeel safe\n\u2013 and sound",
        "It was Mr\nA. Smith who\nspoke",
        "He said so\no a neighbour",
        "(a) patrol\n\n(b) listen",
        "(a) patrol\\\n(b) listen",
        "(a) patrol  \n(b) listen",
        "• patrol  \n• listen",
    ],
)
def test_lists_paragraphs_and_lines_that_are_broken_on_purpose_are_not(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "met", "right"),
    [
        ("It fell to { asb-reports }.", "{ asb-reports }", "{asb-reports}"),
        ("It fell to {asb-reports }.", "{asb-reports }", "{asb-reports}"),
        ("It fell by {asb-reports.percent", "{asb-reports.percent", "{asb-reports.percent}"),
        ("It fell to {asb-reports.", "{asb-reports", "{asb-reports}"),
        ("It fell to {{asb-reports}}.", "{{asb-reports}}", "{asb-reports}"),
        ("It fell to {asb-reports) last year", "{asb-reports", "{asb-reports}"),
        ("It fell to {ASB reports} last year", "{ASB reports}", "{asb-reports}"),
    ],
)
def test_figures_that_are_not_quoted_for_a_slip_are_found(text: str, met: str, right: str) -> None:
    (finding,) = check(text)
    assert (finding.code, finding.message) == ("not-quoted", f'"{met}" is printed as it stands')
    assert finding.hint == f'write "{right}"'


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("It rose by {asb-reports.percent}%.", "50%%"),
        ("It rose by {asb-reports.percent} %.", "50% %"),
        ("{happy}% are happy", "71%%"),
        ("It cost £{fund}.", "££300"),
    ],
)
def test_signs_that_stand_twice_are_found(text: str, met: str) -> None:
    (finding,) = check(text)
    assert (finding.code, finding.message) == ("twice-a-sign", f'"{met}" is printed')
    assert finding.hint == "leave out the sign in the text: the figure brings its own"


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "{ a }",
        "{a b}",
        "{asb-reports}",
        "{asb-reports.percent} of it",
        "£{asb-reports}, {asb-reports}%",
        "{nobody",
        "{Happy}",
    ],
)
def test_other_braces_and_signs_are_not(text: str) -> None:
    assert check(text) == []


@pytest.mark.parametrize(
    ("stage", "force", "severity"),
    [("draft", False, Severity.WARNING), ("final", False, Severity.ERROR), ("final", True, Severity.WARNING)],
)
def test_a_final_plan_has_no_figure_left_in_its_braces(stage: Any, force: bool, severity: Severity) -> None:
    plan = Plan(title="{ happy } plan", figures=FIGURES, release=Release(stage=stage))
    (finding,) = check_writing(plan, None, texts(plan), force=force)
    assert (finding.code, finding.severity) == ("not-quoted", severity)
