from __future__ import annotations

import pytest
from lxml import etree

from cspdocs.backends.docx.house.cleaning import read_properties
from cspdocs.backends.docx.styles.elements import write_properties
from references import W

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def cleaned(inside: str, parent: str = "pPr") -> str:
    """What is left of properties, without the element around them."""
    element = etree.fromstring(f'<w:{parent} xmlns:w="{W}" xmlns:w14="{W14}">{inside}</w:{parent}>')
    return (
        write_properties(parent, read_properties(element, parent))
        .removeprefix(f"<w:{parent}>")
        .removesuffix(f"</w:{parent}>")
    )


def test_what_the_schema_knows_stays():
    paragraph = '<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="00703C"/></w:pBdr>'
    characters = '<w:rFonts w:ascii="Gill Sans MT" w:cs="Arial"/><w:caps/><w:color w:val="00703C" w:themeColor="accent1"/>'

    assert cleaned(paragraph) == paragraph
    assert cleaned(characters, "rPr") == characters


def test_elements_are_put_in_the_order_of_the_schema_and_said_once():
    assert cleaned('<w:jc w:val="left"/><w:keepNext/><w:jc w:val="right"/>') == '<w:keepNext/><w:jc w:val="right"/>'


@pytest.mark.parametrize(
    "inside",
    [
        '<w:sz w:val="large"/>',
        "<w:sz/>",
        '<w:b w:val="perhaps"/>',
        "<w:blink/>",
        "<w:vanish/>",
        '<w:effect w:val="blinkBackground"/>',
        '<w:lang w:val="en-US"/>',
        '<w14:glow w14:rad="63500"/>',
        "<w:rPrChange w:id='1'><w:rPr/></w:rPrChange>",
        "<!-- a remark -->",
        "<?program do?>",
        "words",
    ],
)
def test_what_means_nothing_or_has_no_place_in_a_style_goes(inside: str):
    assert cleaned(inside, "rPr") == ""


def test_lists_frames_and_revisions_of_paragraphs_go():
    inside = (
        '<w:numPr><w:numId w:val="7"/></w:numPr><w:framePr w:w="9"/><w:divId w:val="1"/>'
        '<w:sectPr><w:pgSz w:w="1"/></w:sectPr><w:pPrChange w:id="1"><w:pPr/></w:pPrChange>'
    )

    assert cleaned(inside) == ""


def test_attributes_that_the_schema_does_not_know_go():
    assert cleaned(f'<w:keepNext w:rsidR="00AA" other="1" xmlns:w15="{W14}5" w15:x="2"/>') == ""
    assert cleaned('<w:spacing w:after="0" w:rsidR="00AA"/>') == '<w:spacing w:after="0"/>'


def test_sides_are_called_as_every_word_knows_them():
    assert cleaned('<w:ind w:start="720" w:end="0"/>') == '<w:ind w:left="720" w:right="0"/>'
    assert cleaned('<w:tblCellMar><w:start w:w="60" w:type="dxa"/></w:tblCellMar>', "tblPr") == (
        '<w:tblCellMar><w:left w:w="60" w:type="dxa"/></w:tblCellMar>'
    )


def test_white_space_that_word_chooses_is_said_in_figures():
    assert cleaned('<w:spacing w:before="100" w:beforeAutospacing="1" w:after="60" w:afterAutospacing="0"/>') == (
        '<w:spacing w:before="280" w:after="60"/>'
    )


def test_all_tab_stops_stay():
    tabs = '<w:tabs><w:tab w:val="left" w:pos="440"/><w:tab w:val="right" w:leader="dot" w:pos="9016"/></w:tabs>'

    assert cleaned(tabs) == tabs
