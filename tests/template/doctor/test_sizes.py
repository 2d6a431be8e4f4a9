from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.diagnostics import Diagnostic, Severity

Finding = Callable[..., Diagnostic]


def columns(status: str, owners: str = "30 mm") -> str:
    return f"actions:\n  previous:\n    columns:\n      owners: {{width: {owners}}}\n      status: {{width: {status}}}\n"


@pytest.mark.parametrize(
    ("files", "code", "place", "said", "cure"),
    [
        (
            {"tables": columns("100 mm")},
            "template-width",
            "tables.yaml:3: actions/previous/columns",
            "the columns are 191 mm wide, and Page has 166 mm",
            "take 25 mm away, or a column",
        ),
        (
            {"tables": columns("60 mm")},
            "template-width",
            "tables.yaml:3: actions/previous/columns",
            "15 mm is left on Page for each column without a width",
            "leave 20 mm or more",
        ),
        (
            {
                "tables": "registers:\n  meetings:\n    columns:\n      date: When\n      place: Where\n"
                "      subject: {heading: What, width: 150 mm}\n"
            },
            "template-width",
            "tables.yaml:3: registers/meetings/columns",
            "8 mm is left on Page for each column without a width",
            "or give the column a width",
        ),
        (
            {
                "tables": "actions:\n  current:\n    columns:\n      updates: {heading: '{when}', when: [Q1, Q2, Q3, Q4], "
                "width: 40 mm}\n"
            },
            "template-width",
            "tables.yaml:3: actions/current/columns",
            "the columns are 198 mm wide, and Page has 166 mm",
            "take 32 mm away",
        ),
        (
            {"tables": "directory:\n  columns: 5\n"},
            "template-width",
            "tables.yaml:2: directory/columns",
            "5 organisations side by side have 33 mm each on Page",
            "write 4 or fewer",
        ),
        (
            {"template": "pages:\n  Page:\n    footer: 22 mm\n"},
            "template-page",
            "template.yaml:5: pages/Page/footer",
            "the footer ends 26 mm from the edge of the paper, inside the text: bottom is 24 mm",
            "make bottom 26 mm or more",
        ),
        (
            {"template": "pages:\n  Landscape:\n    top: 14 mm\n"},
            "template-page",
            "template.yaml:",
            "the header ends 16 mm from the edge of the paper",
            "make top 16 mm or more, or header less",
        ),
        (
            {"styles": "styles:\n  Definition: {tab: 160 mm}\n"},
            "template-page",
            "styles.yaml:2: styles/Definition/tab",
            "the tab stop, 160 mm from the left, leaves no room: the text of Page is 166 mm wide",
            "or less",
        ),
        (
            {"styles": "styles:\n  Caption: {size: 8 pt}\n  Table Note: {size: 9 pt}\n"},
            "template-letters",
            "styles.yaml:2: styles/Caption/size",
            "letters of 8 pt are too small to be read",
            "give 9 pt or more",
        ),
        (
            {"styles": "styles:\n  Quote: {line-spacing: 0.8}\n"},
            "template-letters",
            "styles.yaml:2: styles/Quote/line-spacing",
            "lines stand 0.8 of their height apart",
            "give 1 or more",
        ),
    ],
)
def test_what_does_not_fit_is_found(
    finding: Finding, files: dict[str, str], code: str, place: str, said: str, cure: str
) -> None:
    found = finding(**files)
    assert (found.code, found.severity) == (code, Severity.ERROR)
    assert str(found).startswith(place)
    assert said in found.message
    assert cure in found.hint


def test_small_running_text_is_a_warning(finding: Finding) -> None:
    found = finding(styles="styles:\n  Body: {size: 10 pt}\n")
    assert (found.path, found.severity) == ("styles/Body/size", Severity.WARNING)
    assert "12 pt is clear print" in found.hint


def test_a_misspelt_style_is_a_warning_and_a_style_of_ones_own_is_not(finding: Finding) -> None:
    found = finding(styles="styles:\n  Heading1: {size: 20 pt}\n  Motto: {size: 20 pt}\n")
    assert (found.code, found.path, found.severity) == ("template-style", "styles/Heading1", Severity.WARNING)
    assert found.hint == 'did you mean "Heading 1"?'


@pytest.mark.parametrize(
    "files",
    [
        {"tables": columns("29 mm") + "      due: {heading: By when, width: 150 mm, only-filled: yes}\n"},
        {"tables": columns("29 mm") + "      resources: {heading: Resources, width: 150 mm, place: row}\n"},
        {"template": "pages:\n  Cover: {top: 5 mm}\n"},
        {"styles": "styles:\n  Contents 1: {tab: 120 mm, tab-align: left}\n"},
    ],
)
def test_what_is_not_printed_together_need_not_fit(
    findings: Callable[..., tuple[Diagnostic, ...]], files: dict[str, str]
) -> None:
    assert not findings(**files)
