from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.backends.html.markup import (
    address_part,
    block,
    element,
    escape,
    forbidden_characters,
    lines,
    start,
    without_forbidden,
)


def test_text_is_never_markup() -> None:
    assert escape('<b>R&D</b> "said" &amp;') == '&lt;b&gt;R&amp;D&lt;/b&gt; "said" &amp;amp;'


def test_an_attribute_ends_where_it_should() -> None:
    assert start("img", alt='A "park" <at> dusk & dawn') == '<img alt="A &quot;park&quot; &lt;at&gt; dusk &amp; dawn">'


def test_attributes_are_named_as_python_can_and_left_out_when_there_is_nothing_to_say() -> None:
    assert (
        element("td", "x", class_="a", data_label="L", colspan=2, id=None)
        == '<td class="a" data-label="L" colspan="2">x</td>'
    )
    assert start("img", alt="") == '<img alt="">'


def test_an_attribute_may_be_called_name() -> None:
    assert start("meta", name="author", content="CSP") == '<meta name="author" content="CSP">'


def test_a_block_has_its_parts_on_lines_of_their_own_and_no_empty_ones() -> None:
    assert block("ul", "<li>a</li>", "", "<li>b</li>", role="list") == '<ul role="list">\n<li>a</li>\n<li>b</li>\n</ul>'
    assert lines("", "a", "", "b") == "a\nb"


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\x0c", "\x7f", "\x9f", "\ud800", "\ufdd0", "\uffff", "\U0001fffe"]
)
def test_what_no_web_page_can_hold_is_found_and_left_out(character: str) -> None:
    assert forbidden_characters(f"a{character}b{character}") == [character]
    assert without_forbidden(f"a{character}b") == "ab"
    assert escape(f"a{character}b") == "ab"
    assert start("img", alt=f"a{character}b") == '<img alt="ab">'


@pytest.mark.parametrize("character", ["\t", "\n", "\u00a0", "\u00ad", "\u200b", "\u202e", "\ue000", "\ufffd", "🚓"])
def test_all_else_is_kept(character: str) -> None:
    assert escape(f"a{character}b") == f"a{character}b"


def test_the_end_of_a_line_has_one_form() -> None:
    assert escape("a\rb") == "a\nb"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Introduction", "introduction"),
        ("Cynllun Gŵyl", "cynllun-gwyl"),
        ("a_b--c!", "a-b-c"),
        ("日本", ""),
        ("../../x", "x"),
    ],
)
def test_a_part_of_an_address_needs_no_code(text: str, part: str) -> None:
    assert address_part(text) == part


@given(st.text())
def test_a_part_of_an_address_is_plain_whatever_it_is_made_of(text: str) -> None:
    assert set(address_part(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
