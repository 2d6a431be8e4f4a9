from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.backends.html.runs import write_runs
from cspdocs.backends.html.story import Story
from cspdocs.document.nodes import (
    Abbreviation,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    PageCount,
    PageNumber,
    StatusMark,
    Strong,
    Text,
    Unfilled,
    Value,
)
from sheets import head

WORDS = (Text("words"),)


@pytest.mark.parametrize(
    ("node", "markup"),
    [
        (Text("R&D"), "R&amp;D"),
        (Unfilled((Text("XX"), Strong(WORDS))), "<mark>XX<strong>words</strong></mark>"),
        (Value(WORDS, "figures/reports/value"), "words"),
        (Strong(WORDS), "<strong>words</strong>"),
        (Emphasis(WORDS), "<em>words</em>"),
        (Foreign(WORDS, "cy"), '<span lang="cy">words</span>'),
        (Abbreviation("CSP", 'The "Partnership"'), '<abbr title="The &quot;Partnership&quot;">CSP</abbr>'),
        (LineBreak(), "<br>"),
        (StatusMark("on track", "●"), '<span aria-hidden="true">●</span>\u00a0on track'),
        (PageNumber(), ""),
        (PageCount(), ""),
        (Link(WORDS, "https://a.gov.uk/?a=1&b=2"), '<a href="https://a.gov.uk/?a=1&amp;b=2">words</a>'),
        (Link(WORDS, "mailto:csp@a.gov.uk"), '<a href="mailto:csp@a.gov.uk">words</a>'),
        (Link(WORDS, "tel:101"), '<a href="tel:101">words</a>'),
        (Link(WORDS, "#aims"), '<a href="#aims">words</a>'),
        (Link((Strong(WORDS), Link(WORDS, "tel:101")), "#aims"), '<a href="#aims"><strong>words</strong>words</a>'),
        (Link((), "tel:101"), ""),
        (Link((Text(" "),), "tel:101"), " "),
    ],
)
def test_each_node_says_what_it_is(story: Callable[..., Story], node: Inline, markup: str) -> None:
    begun = story(head("Aims"))
    assert write_runs((node,), begun) == markup
    assert begun.findings == {}


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//a.gov.uk", "#nowhere", "https://[", ""]
)
def test_a_link_that_leads_nowhere_keeps_its_words_and_is_told(story: Callable[..., Story], target: str) -> None:
    begun = story(head("Aims"))
    assert write_runs((Link(WORDS, target),), begun, "sections/a") == "words"
    (finding,) = begun.findings
    assert (finding.code, finding.path) == ("unusable-link", "sections/a")
    assert finding.message.startswith(f'"{target}" leads nowhere')


def test_a_link_inside_one_that_leads_nowhere_is_still_a_link(story: Callable[..., Story]) -> None:
    assert write_runs((Link((Link(WORDS, "tel:101"),), "#nowhere"),), story()) == '<a href="tel:101">words</a>'


def test_characters_that_no_web_page_can_hold_are_left_out_and_told_once(story: Callable[..., Story]) -> None:
    begun = story()
    assert write_runs((Text("a\x07b\x07c\ufdd0"), Text("\x07")), begun, "actions/a/title") == "abc"
    assert [(finding.message[:22], finding.path) for finding in begun.findings] == [
        ("the character U+0007 c", "actions/a/title"),
        ("the character U+FDD0 c", "actions/a/title"),
    ]
