from __future__ import annotations

import pytest

from cspdocs.document.styles import FontFamily
from cspdocs.units import pt
from cspdocs.values import evolve


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
    assert '<w:uiPriority w:val="0"/><w:qFormat/>' in style


def test_normal_says_nothing_that_word_takes_for_granted(whole):
    assert whole.style("Normal").endswith('<w:qFormat/><w:pPr><w:spacing w:after="240"/></w:pPr></w:style>')


def test_a_style_says_only_how_it_differs_from_the_one_it_is_based_on(whole):
    assert '<w:basedOn w:val="TableText"/>' in whole.style("Status")
    assert whole.style("Status").endswith("<w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>")


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


def test_a_line_of_one_point_is_fixed(whole):
    assert 'w:line="20" w:lineRule="exact"' in whole.style("SectionEnd")
    assert '<w:sz w:val="2"/>' in whole.style("SectionEnd")
