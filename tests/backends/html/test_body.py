from __future__ import annotations

from collections.abc import Callable

import pytest

from cspdocs.document.nodes import Block, Definition, DefinitionList, Heading, List, ListItem, Paragraph, Quote, Table, Text
from cspdocs.document.styles import Style
from cspdocs.errors import RenderError
from cspdocs.values import evolve
from sheets import head, listing, make_sheet, row, say, table

Write = Callable[..., str]


@pytest.mark.parametrize(
    ("block", "markup"),
    [
        (say("Words"), "<p>Words</p>"),
        (say("Words", "Caption"), '<p class="text-caption">Words</p>'),
        (Paragraph(()), ""),
        (head("Aims"), '<h1 id="aims" class="text-heading-1">Aims</h1>'),
        (Heading((), 1, "aims"), '<p id="aims"></p>'),
        (listing("a", "b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        (listing("a", ordered=True), "<ol>\n<li>a</li>\n</ol>"),
        (listing("a", ordered=True, start=9), '<ol start="9">\n<li>a</li>\n</ol>'),
        (List(()), ""),
        (List((ListItem((say("a"), listing("b"))),)), "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul></li>\n</ul>"),
        (List((ListItem((say("a"), say("b"))),)), "<ul>\n<li><p>a</p>\n<p>b</p></li>\n</ul>"),
        (List((ListItem(()),)), "<ul>\n<li></li>\n</ul>"),
        (Quote((say("We walk."),)), "<blockquote>\n<p>We walk.</p>\n</blockquote>"),
        (DefinitionList(()), ""),
    ],
)
def test_each_block_is_the_element_that_means_it(write: Write, block: Block, markup: str) -> None:
    assert write(block) == markup


def test_a_quotation_and_whose_it_is_belong_together(write: Write) -> None:
    assert write(Quote((say("We walk."),), (Text("a pupil"),))) == (
        '<figure class="quote">\n<blockquote>\n<p>We walk.</p>\n</blockquote>\n'
        '<figcaption class="text-attribution">a pupil</figcaption>\n</figure>'
    )


def test_a_term_stands_with_its_meaning_under_an_address(write: Write) -> None:
    term = Definition((Text("ASB"),), (Text("Anti-social behaviour"),), origin="glossary/ASB")
    assert write(DefinitionList((term,))) == (
        '<dl>\n<div id="glossary-asb"><dt>ASB</dt><dd>Anti-social behaviour</dd></div>\n</dl>'
    )


def test_in_a_fragment_nothing_is_put_around_a_term_and_its_meaning(write: Write) -> None:
    term = Definition((Text("ASB"),), (Text("Anti-social behaviour"),), origin="glossary/ASB")
    assert write(DefinitionList((term,)), fragment=True) == (
        '<dl>\n<dt id="glossary-asb">ASB</dt><dd>Anti-social behaviour</dd>\n</dl>'
    )


def levels(write: Write, *wanted: int, fragment: bool = False) -> list[str]:
    blocks = (Heading((Text("x"),), level, f"h{number}") for number, level in enumerate(wanted))
    return [line[1:3] for line in write(*blocks, fragment=fragment).splitlines()]


def test_there_is_one_heading_of_the_first_level_and_none_is_skipped(write: Write) -> None:
    assert levels(write, 1, 1, 3, 2, 3) == ["h1", "h2", "h3", "h3", "h4"]
    assert levels(write, 3, 1, 2) == ["h1", "h2", "h3"]


def test_the_headings_of_a_fragment_begin_at_its_level(write: Write) -> None:
    assert levels(write, 1, 2, 3, 1, 3, fragment=True) == ["h2", "h3", "h4", "h2", "h3"]


def test_in_a_fragment_there_are_no_classes_and_bold_styles_are_strong_words(write: Write) -> None:
    sheet = make_sheet(Style(name="Subtitle", bold=True))
    blocks = (head("Aims"), say("Kent", "Subtitle"), say("x", "Caption"), Quote((say("We walk."),), (Text("a pupil"),)))
    assert write(*blocks, sheet=sheet, fragment=True) == (
        '<h2 id="aims">Aims</h2>\n<p><strong>Kent</strong></p>\n<p>x</p>\n'
        "<figure>\n<blockquote>\n<p>We walk.</p>\n</blockquote>\n<figcaption>a pupil</figcaption>\n</figure>"
    )


def test_a_paragraph_that_says_what_the_table_below_shows_is_its_caption(write: Write) -> None:
    titled = evolve(table(row("a", "b")), title="Crime")
    assert "<caption>Crime</caption>" in write(say("Crime", "Caption"), titled)
    assert write(say("Crime", "Caption"), titled).count("Crime") == 1
    assert write(say("Crime", "Caption"), say("x"), titled).startswith('<p class="text-caption">Crime</p>')
    assert write(say("Other", "Caption"), titled).startswith('<p class="text-caption">Other</p>')


def test_the_caption_of_a_table_without_rows_is_not_lost(write: Write) -> None:
    nothing = Table((), (), (), title="Crime")
    assert write(say("Crime", "Caption"), nothing) == '<p class="text-caption">Crime</p>'


def test_a_title_that_is_not_printed_is_only_heard(write: Write) -> None:
    titled = evolve(table(row("a", "b")), title="Crime & disorder")
    assert '<caption><span class="heard">Crime &amp; disorder</span></caption>' in write(head("Crime"), titled)
    assert "<caption>" not in write(titled, fragment=True)
    assert write(titled, fragment=True).startswith('<table aria-label="Crime &amp; disorder">')


def test_a_style_that_the_template_lacks_is_named(write: Write) -> None:
    with pytest.raises(RenderError, match='the document uses the style "Fancy", which the template lacks; it has: Title'):
        write(say("x", "Fancy"))
    with pytest.raises(RenderError, match='the table style "Fancy", which the template lacks; it has: Table'):
        write(evolve(table(row("a", "b")), style="Fancy"))
