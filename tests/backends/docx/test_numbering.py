from __future__ import annotations

import re

import pytest

from cspdocs.backends.docx.numbering import Numbering
from cspdocs.document.nodes import List, ListItem, Paragraph, Quote, Text
from cspdocs.document.styles import Style
from cspdocs.units import Length, pt


@pytest.fixture
def numbering():
    return Numbering(Style(name="List", indent=pt(18), first_line=pt(-18)))


def test_each_level_stands_as_much_further_in(numbering):
    indents = re.findall(r'<w:ind w:left="(\d+)" w:hanging="360"/>', numbering.part())

    assert indents == [str(360 * level) for level in range(1, 10)] * 2


def test_bulleted_lists_share_an_instance_and_numbered_ones_have_one_each(numbering):
    assert numbering.bullets(Length(0)) == numbering.bullets(Length(0)) == 1
    assert numbering.count(Length(0), depth=0, start=1) == 3
    assert numbering.count(Length(0), depth=1, start=4) == 4
    assert '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride>' in numbering.part()


def test_lists_that_stand_further_in_have_levels_of_their_own(numbering):
    other = numbering.bullets(pt(30))

    assert other == numbering.bullets(pt(30)) != 1
    assert '<w:ind w:left="960" w:hanging="360"/>' in numbering.part()


def test_levels_deeper_than_word_s_nine_stay_on_the_ninth(numbering):
    numbering.count(Length(0), depth=12, start=1)

    assert '<w:lvlOverride w:ilvl="8">' in numbering.part()


def test_a_list_in_a_quotation_stands_in_it(render):
    listed = List((ListItem((Paragraph((Text("safer"),)),)),))

    rendered = render(Quote((listed,)))

    (instance,) = re.findall(r'<w:numId w:val="(\d+)"/>', rendered.markup())
    assert instance != "1"
    assert f'<w:ind w:left="{567 + 360}" w:hanging="360"/>' in rendered.markup("word/numbering.xml")
