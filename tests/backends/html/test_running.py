from __future__ import annotations

import pytest

from cspdocs.backends.html.running import running_lines
from cspdocs.document.nodes import Inline, LineBreak, PageCount, PageNumber, Paragraph, Strong, Text, Unfilled, Value
from cspdocs.document.walk import plain_text

PAGE: tuple[Inline, ...] = (Text("Page "), PageNumber(), Text(" of "), PageCount())


def kept(*content: Inline) -> list[str]:
    return [plain_text(line.content) for line in running_lines((Paragraph(content, "Footer"),))]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (PAGE, []),
        ((PageNumber(),), []),
        ((Strong(PAGE),), []),
        ((Unfilled((Value(PAGE, "title"),)),), []),
        ((Unfilled((Text("XX"),)),), ["XX"]),
        ((), []),
        ((Text("  "),), []),
        ((Text("Draft 0.3"),), ["Draft 0.3"]),
        ((Text("Draft 0.3 \u2013 Kent CSP"),), ["Draft 0.3 \u2013 Kent CSP"]),
        ((Text("Kent CSP | Page "), PageNumber()), ["Kent CSP"]),
        ((Text("Page "), PageNumber(), Text(" \u2013 Kent CSP")), ["Kent CSP"]),
        ((Text("Draft \u2013 Page "), PageNumber(), Text(" \u2013 Kent CSP")), ["Draft \u2013 Kent CSP"]),
        ((Text("Kent CSP\tPage "), PageNumber()), ["Kent CSP"]),
        ((Text("Kent CSP"), LineBreak(), *PAGE, LineBreak(), Text("2025")), ["Kent CSP\n2025"]),
        ((Text("A well-known CSP"),), ["A well-known CSP"]),
    ],
)
def test_words_that_number_pages_are_left_out_and_all_others_kept(content: tuple[Inline, ...], lines: list[str]) -> None:
    assert kept(*content) == lines


def test_each_line_keeps_its_style_and_origin() -> None:
    (line,) = running_lines((Paragraph((Text("Kent CSP | "), PageNumber()), "Header", origin="template/header"),))
    assert (line.style, line.origin) == ("Header", "template/header")
