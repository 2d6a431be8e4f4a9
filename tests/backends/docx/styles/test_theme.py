from __future__ import annotations

from cspdocs.backends.docx.styles.theme import plain_theme
from cspdocs.values import evolve


def test_the_theme_s_fonts_are_those_word_is_told(sheet):
    theme = plain_theme(sheet).markup

    assert theme.count('<a:latin typeface="Arial"/>') == 2
    assert "Arimo" not in theme


def test_the_theme_may_have_a_font_for_headings(sheet):
    family = evolve(sheet.fonts["body"], word="Georgia")

    theme = plain_theme(evolve(sheet, fonts={**sheet.fonts, "heading": family})).markup

    assert '<a:majorFont><a:latin typeface="Georgia"/>' in theme
    assert '<a:minorFont><a:latin typeface="Arial"/>' in theme
