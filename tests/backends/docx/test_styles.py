from __future__ import annotations

import re

import pytest
from attrs import evolve

from cspdocs.document.nodes import Emphasis, Heading, Link, Paragraph, Strong, Text
from cspdocs.document.styles import FontFamily
from cspdocs.units import pt


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_are_word_s_own(whole, level):
    style = whole.style(f"Heading{level}")

    assert f'<w:name w:val="heading {level}"/>' in style
    assert f'<w:outlineLvl w:val="{level - 1}"/>' in style
    assert "customStyle" not in style
    assert "<w:keepNext/>" in style


def test_body_is_word_s_normal_style(whole):
    style = whole.style("Normal")

    assert 'w:default="1"' in style
    assert '<w:spacing w:before="0" w:after="240" w:line="240" w:lineRule="auto"/>' in style
    assert '<w:color w:val="auto"/>' in style


def test_the_defaults_are_the_body_font_of_the_theme_its_size_and_the_language(whole):
    defaults = whole.markup("word/styles.xml").partition("</w:docDefaults>")[0]

    assert 'w:asciiTheme="minorHAnsi"' in defaults
    assert '<w:sz w:val="24"/>' in defaults
    assert '<w:lang w:val="en-GB"' in defaults


def test_a_style_says_only_how_it_differs_from_the_one_it_is_based_on(whole):
    assert '<w:basedOn w:val="TableText"/>' in whole.style("Status")
    assert whole.style("Status").endswith("<w:pPr/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>")


def test_every_style_of_the_sheet_is_in_the_file(whole, sheet):
    names = set(re.findall(r'<w:name w:val="([^"]+)"', whole.markup("word/styles.xml")))

    missing = {name for name in sheet.styles if name not in names}
    assert missing == {"Body", "Heading 1", "Heading 2", "Heading 3", "List", "Caption", "Header", "Footer"} | {
        "Contents Heading", "Contents 1", "Contents 2"
    }  # fmt: skip
    assert {"Normal", "heading 1", "List Paragraph", "caption", "header", "footer", "TOC Heading", "toc 1", "toc 2"} <= names
    assert {"Table Style", "Review Style", "Grid Style"} <= names


def test_names_and_ids_of_styles_are_unique(whole):
    markup = whole.markup("word/styles.xml")

    for found in (re.findall(r'<w:name w:val="([^"]+)"', markup), re.findall(r'w:styleId="([^"]+)"', markup)):
        assert len({name.lower() for name in found}) == len(found)


def test_every_style_that_the_text_names_is_in_the_file(whole):
    known = set(re.findall(r'w:styleId="([^"]+)"', whole.markup("word/styles.xml")))

    named = {
        name
        for part in whole.parts
        if part.startswith("word/") and part.endswith(".xml")
        for name in re.findall(r'<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"', whole.markup(part))
    }
    assert named - known == set()


def test_the_contents_styles_have_a_right_tab_at_the_margin_and_a_leader(whole):
    assert '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9026"/></w:tabs>' in whole.style("TOC1")
    assert '<w:tabs><w:tab w:val="right" w:pos="9026"/></w:tabs>' in whole.style("TOC2")


def test_lists_of_word_s_own_buttons_are_numbered_by_their_styles(whole):
    assert '<w:numPr><w:numId w:val="1"/></w:numPr>' in whole.style("ListBullet")
    assert '<w:numPr><w:numId w:val="2"/></w:numPr>' in whole.style("ListNumber")


def test_line_spacing_is_a_multiple_of_word_s_single_line(render, sheet):
    wide = {**sheet.styles, "Quote": evolve(sheet.styles["Quote"], line_spacing=1.15)}

    style = render(styles=evolve(sheet, styles=wide)).style("Quote")

    assert 'w:line="276" w:lineRule="auto"' in style


def test_a_style_takes_back_what_the_one_it_is_based_on_has(render, sheet):
    changed = {
        **sheet.styles,
        "Status": evolve(sheet.styles["Status"], based_on="Contents 1", bold=False, tab=None, tab_align="left"),
        "Contents 1": evolve(sheet.styles["Contents 1"], bold=True, keep_with_next=True, tab=pt(100)),
    }

    style = render(styles=evolve(sheet, styles=changed)).style("Status")

    assert '<w:b w:val="0"/>' in style
    assert '<w:keepNext w:val="0"/>' in style
    assert '<w:tab w:val="clear" w:pos="2000"/>' in style


def test_a_style_that_looks_like_a_heading_is_none(render, sheet):
    likeness = evolve(sheet.styles["Contents Heading"], based_on="Heading 1")

    style = render(styles=evolve(sheet, styles={**sheet.styles, "Contents Heading": likeness})).style("TOCHeading")

    assert '<w:outlineLvl w:val="9"/>' in style


def test_a_font_beside_the_body_s_is_named(render, sheet):
    georgia = FontFamily(**{**dict.fromkeys(("regular", "bold", "italic", "bold_italic"), sheet.fonts["body"].regular),
                            "name": "Gelasio", "word": "Georgia"})  # fmt: skip
    changed = evolve(
        sheet,
        fonts={**sheet.fonts, "display": georgia},
        styles={**sheet.styles, "Title": evolve(sheet.styles["Title"], font="display")},
    )

    rendered = render(styles=changed)

    assert 'w:ascii="Georgia"' in rendered.style("Title")
    assert '<w:font w:name="Georgia">' in rendered.markup("word/fontTable.xml")


def test_characters_have_styles_for_every_way_in_which_they_are_marked(render):
    both = Link((Strong((Emphasis((Text("x"),)),)),), "https://example.org")

    rendered = render(Paragraph((both, Link((Text("y"),), "#here"))), Heading((Text("Here"),), 1, "here"))

    style = rendered.style("HyperlinkStrongEmphasis")
    assert all(mark in style for mark in ("<w:b/>", "<w:i/>", '<w:u w:val="single"/>', '<w:color w:val="0563C1"/>'))
    assert "<w:u " not in rendered.style("CrossReference")
    assert {"Strong", "Emphasis", "Hyperlink"} <= set(re.findall(r'w:styleId="([^"]+)"', rendered.markup("word/styles.xml")))


def test_a_line_of_one_point_is_fixed(whole):
    assert 'w:line="20" w:lineRule="exact"' in whole.style("SectionEnd")
    assert '<w:sz w:val="2"/>' in whole.style("SectionEnd")


def test_a_header_row_is_told_from_the_others_by_the_table_style_and_has_its_fill(whole):
    assert '<w:tblStylePr w:type="firstRow">' in whole.style("ReviewStyle")
    assert 'w:fill="D9E2F3"' in whole.style("TableStyle")
    assert '<w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/>' in whole.style("TableStyle")
    assert '<w:left w:w="108" w:type="dxa"/>' in whole.style("TableStyle")


def test_a_table_style_without_rules_has_none(render, sheet):
    tables = {**sheet.tables, "Grid": evolve(sheet.tables["Grid"], rule=pt(0))}

    assert '<w:insideV w:val="nil"/>' in render(styles=evolve(sheet, tables=tables)).style("GridStyle")
