from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.diagnostics import Diagnostic, Severity

Finding = Callable[..., Diagnostic]
TWO = "statuses:\n  Complete:\n  Ongoing:\n  Delayed:\n  Not started:\n  Stopped:\n  Good: {one}\n  Bad: {other}\n"


def two(one: str, other: str) -> str:
    return TWO.format(one=f"{{{one}}}", other=f"{{{other}}}")


@pytest.mark.parametrize(
    ("template", "path", "said", "cure"),
    [
        (
            two("colour: '#c4e6c8', shape: circle", "colour: '#c8e8c8', shape: square"),
            "statuses/Bad/colour",
            '"Good" and "Bad" look alike: #c4e6c8 and #c8e8c8',
            "plainly another",
        ),
        (
            two("colour: '#c9e7cb'", "colour: '#f6c7c3'"),
            "statuses/Bad/shape",
            "look the same with deuteranopia",
            "another shape, such as ring",
        ),
        (
            two("colour: '#c4e6c8', shape: circle", "shape: square, colour: '#fdfefd'"),
            "",
            "",
            "",
        ),
        (
            two("colour: '#f4fcf4', shape: circle", "shape: square"),
            "statuses/Bad/colour",
            "look alike",
            "plainly another",
        ),
        (
            TWO.format(one="{shape: circle}", other="{shape: square}") + "  good: {shape: ring}\n",
            "statuses/good",
            '"Good" and "good" are the same word',
            "another word",
        ),
        (
            "standings: {near: {word: Nearly, colour: '#bce4c0', shape: diamond}}\n",
            "standings/near/colour",
            '"Target met" and "Nearly" look alike',
            "plainly another",
        ),
    ],
)
def test_statuses_that_cannot_be_told_apart_are_found(
    findings: Callable[..., tuple[Diagnostic, ...]], template: str, path: str, said: str, cure: str
) -> None:
    found = findings(template=template)
    if not path:
        assert not found
        return
    (only,) = found
    assert (only.code, only.path, only.severity) == ("template-status", path, Severity.ERROR)
    assert said in only.message
    assert cure in only.hint


def test_equal_shapes_are_a_warning_where_the_colours_differ_for_all(finding: Finding) -> None:
    found = finding(template=two("colour: amber", "colour: blue"))
    assert (found.path, found.severity) == ("statuses/Bad/shape", Severity.WARNING)
    assert "without colour only their words tell them apart" in found.message


def test_different_shapes_help_eyes_that_see_red_as_green(findings: Callable[..., tuple[Diagnostic, ...]]) -> None:
    assert not findings(template=two("colour: '#c9e7cb', shape: circle", "colour: '#f6c7c3', shape: square"))
