from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cspdocs.backends.docx.markup import (
    attribute,
    attribute_text,
    field,
    forbidden_characters,
    run_content,
    without_forbidden,
)
from cspdocs.backends.docx.namespaces import W

ANY_TEXT = st.text(st.characters(exclude_categories=()))


def parsed(content: str) -> etree._Element:
    return etree.fromstring(f'<w:r xmlns:w="{W}">{content}</w:r>')


def test_plain_text_is_one_element_that_keeps_its_blanks():
    assert run_content("two  blanks") == "<w:t>two  blanks</w:t>"
    assert run_content("before ") == '<w:t xml:space="preserve">before </w:t>'
    assert run_content(" two  blanks ") == '<w:t xml:space="preserve"> two  blanks </w:t>'


def test_text_is_never_markup():
    assert parsed(run_content("<b>R&D</b> ]]> &amp;")).findtext(f"{{{W}}}t") == "<b>R&D</b> ]]> &amp;"


@pytest.mark.parametrize(
    ("character", "element"),
    [
        ("\t", "tab"),
        ("\n", "br"),
        ("\r", "br"),
        ("\r\n", "br"),
        ("\u2011", "noBreakHyphen"),
        ("\u00ad", "softHyphen"),
    ],
)
def test_characters_that_word_has_elements_for_become_those(character, element):
    names = [etree.QName(child).localname for child in parsed(run_content(f"a{character}b"))]

    assert names == ["t", element, "t"]


def test_a_no_break_space_stays_a_character():
    assert "£5\u00a0million" in run_content("£5\u00a0million")


def test_characters_that_xml_forbids_are_named_once_each_in_the_order_met():
    assert forbidden_characters("a\x0bb\ud800c\x0bd\ufffe") == ["\x0b", "\ud800", "\ufffe"]


@given(ANY_TEXT)
def test_whatever_is_left_can_be_read_back(text):
    kept = without_forbidden(text)

    read = parsed(f'{run_content(kept)}<w:x w:a="{attribute(text)}"/>')

    assert read[-1].get(f"{{{W}}}a") == kept
    assert forbidden_characters(kept) == []


def test_a_field_shows_its_result_until_word_works_it_out():
    read = etree.fromstring(f'<w:p xmlns:w="{W}">{field("PAGE", "3")}</w:p>')

    kinds = [mark.get(f"{{{W}}}fldCharType") for mark in read.iter(f"{{{W}}}fldChar")]
    assert kinds == ["begin", "separate", "end"]
    assert read.findtext(f".//{{{W}}}instrText") == " PAGE "
    assert read.findtext(f".//{{{W}}}t") == "3"


@given(ANY_TEXT)
def test_what_is_written_as_an_attribute_is_read_back_as_it_was(text: str) -> None:
    assert attribute_text(attribute(text)) == without_forbidden(text)
