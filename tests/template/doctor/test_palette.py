from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.diagnostics import Diagnostic, Severity


def test_a_colour_that_nothing_uses_and_is_nearly_called_as_one_that_is_used_is_a_warning(
    finding: Callable[..., Diagnostic],
) -> None:
    found = finding(template="palette: {blue-inks: '#5b1f4b'}\n")
    assert (found.code, found.path, found.severity) == ("template-colour", "palette/blue-inks", Severity.WARNING)
    assert (found.file.name, found.line) == ("template.yaml", 3)
    assert found.message == 'nothing is printed in the colour "blue-inks"'
    assert found.hint == 'did you mean "blue-ink"?'


@pytest.mark.parametrize(
    "template",
    [
        "palette: {blue-ink: '#5b1f4b', violet: '#aa55aa'}\n",
        "palette: {blue-inks: '#5b1f4b'}\nlink-colour: blue-inks\n",
        "palette: {greens: '#116622'}\nchart-colours: [greens, '#5b1f4b']\n",
    ],
)
def test_other_colours_are_the_boroughs_own(findings: Callable[..., tuple[Diagnostic, ...]], template: str) -> None:
    assert [one for one in findings(template=template) if one.code == "template-colour"] == []
