from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.diagnostics import Diagnostic, Severity

Finding = Callable[..., Diagnostic]


@pytest.mark.parametrize(
    ("files", "place", "said", "cure"),
    [
        (
            {"styles": "styles:\n  Caption: {colour: '#999999'}\n  Table Note: {colour: ink}\n"},
            "styles.yaml: styles/Caption/colour",
            'text in the style "Caption", #999999, is hard to read: a contrast of 2.6 with the box "Box", #f2f6f9',
            "or darker, or make the background lighter",
        ),
        (
            {"styles": "styles:\n  Table Heading: {colour: '#5b7d95'}\n"},
            "styles.yaml: styles/Table Heading/colour",
            'with the header of "Table", #e3ecf3',
            "or darker",
        ),
        (
            {"styles": "styles:\n  Table Number Heading: {colour: '#5b7d95'}\n"},
            "styles.yaml: styles/Table Number Heading/colour",
            'with the header of "Table", #e3ecf3',
            "or darker",
        ),
        (
            {"tables": "styles:\n  Table: {band: Attribution, band-fill: '#8899aa'}\n"},
            "styles.yaml: styles/Attribution/colour",
            'with the bands of "Table", #8899aa',
            "make the background lighter",
        ),
        (
            {"template": "palette: {blue: '#5a6b7c'}\nlink-colour: '#000000'\n"},
            "styles.yaml: styles/Body/colour",
            'text in the style "Status", #1d2730, is hard to read',
            "make the background lighter",
        ),
        (
            {"styles": "styles:\n  Motto: {colour: '#ffffff'}\nboxes:\n  Dark: {fill: '#9aa7b3', text: Motto}\n"},
            "styles.yaml: styles/Motto/colour",
            'with the box "Dark", #9aa7b3',
            "write #",
        ),
        (
            {"template": "link-colour: '#4b8ec4'\n"},
            "template.yaml: link-colour",
            "too little with 7 more backgrounds too",
            "or darker, or make the background lighter",
        ),
        (
            {"template": "highlight: '#555555'\n"},
            "template.yaml: highlight",
            "words still to be filled in, #000000",
            "make the highlight lighter",
        ),
    ],
)
def test_a_text_that_is_hard_to_read_is_found_with_a_shade_that_is_not(
    findings: Callable[..., tuple[Diagnostic, ...]], files: dict[str, str], place: str, said: str, cure: str
) -> None:
    found = findings(**files)
    assert {one.code for one in found} == {"template-contrast"}
    assert all(one.line and one.file for one in found)
    (told,) = (one for one in found if one.file and f"{one.file.name}: {one.path}" == place)
    assert said in told.message
    assert cure in told.hint


def test_a_colour_is_told_once_for_all_styles_that_have_it_from_one(finding: Finding) -> None:
    found = finding(styles="styles:\n  Header: {colour: '#999999'}\n")
    assert found.path == "styles/Header/colour"
    assert found.severity is Severity.ERROR


def test_a_text_on_a_dark_header_is_no_fault_on_the_page_where_it_is_not_printed(
    findings: Callable[..., tuple[Diagnostic, ...]],
) -> None:
    found = findings(
        styles="styles:\n  Table Heading: {colour: '#ffffff'}\n",
        tables="styles:\n  Table: {header-fill: blue-ink, band-fill: blue-ink}\n",
    )
    assert [one.path for one in found] == ["link-colour"]


def test_a_bar_that_can_hardly_be_seen_is_found(finding: Finding) -> None:
    found = finding(template="chart-colours: [blue-ink, '#dddddd']\n")
    assert (found.path, found.severity) == ("chart-colours/2", Severity.WARNING)
    assert "a contrast of 1.4 with the page" in found.message
    assert "or darker" in found.hint
