from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.backends.html.numbers import numbered
from cspdocs.document.nodes import Contents, ContentsEntry, Heading, Inline, LineBreak, Paragraph, Text
from cspdocs.document.walk import plain_text

WORDS: tuple[Inline, ...] = (Text("Aims"),)


@pytest.mark.parametrize(
    ("content", "number", "printed"),
    [
        (WORDS, "1.2", "1.2\u2002Aims"),
        (WORDS, "Appendix A", "Appendix A\u2002Aims"),
        (WORDS, "", "Aims"),
        ((), "1", "1"),
        ((LineBreak(),), "1", "1\n"),
    ],
)
def test_a_number_stands_before_the_words(content: tuple[Inline, ...], number: str, printed: str) -> None:
    assert plain_text(numbered(Paragraph(content, number=number))) == printed


def test_headings_paragraphs_and_the_contents_print_their_numbers(write: Callable[..., str]) -> None:
    contents = Contents((ContentsEntry(WORDS, "aims", 1, "1"),))
    written = write(contents, Heading(WORDS, 1, "aims", "1"), Paragraph(WORDS, number="1.1", anchor="a"))
    assert '<a href="#aims">1\u2002Aims</a>' in written
    assert '<h1 id="aims" class="text-heading-1">1\u2002Aims</h1>' in written
    assert '<p id="a">1.1\u2002Aims</p>' in written


def test_a_heading_that_is_only_a_number_is_one(write: Callable[..., str]) -> None:
    assert write(Heading((), 1, "x", "1")) == '<h1 id="x" class="text-heading-1">1</h1>'
