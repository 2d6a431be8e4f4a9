from __future__ import annotations

from datetime import date

from attrs import evolve

from cspdocs.backends.docx.parts import core_properties_part, settings_part, theme_part
from cspdocs.document.nodes import Document


def test_settings_are_those_of_present_word_and_make_it_ask_nothing():
    settings = settings_part("cy-GB")

    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings
    assert '<w:themeFontLang w:val="cy-GB"/>' in settings
    assert '<w:autoHyphenation w:val="0"/>' in settings
    assert "updateFields" not in settings
    assert "rsid" not in settings


def test_the_theme_s_fonts_are_those_word_is_told(sheet):
    theme = theme_part(sheet)

    assert theme.count('<a:latin typeface="Arial"/>') == 2
    assert "Arimo" not in theme


def test_the_theme_may_have_a_font_for_headings(sheet):
    family = evolve(sheet.fonts["body"], word="Georgia")

    theme = theme_part(evolve(sheet, fonts={**sheet.fonts, "heading": family}))

    assert '<a:majorFont><a:latin typeface="Georgia"/>' in theme
    assert '<a:minorFont><a:latin typeface="Arial"/>' in theme


def test_properties_are_those_of_the_document():
    document = Document(title="Plan <2025>\x0b", sections=(), author="R&D", subject="Safety", date=date(2025, 4, 1))

    core = core_properties_part(document)

    assert "<dc:title>Plan &lt;2025&gt;</dc:title>" in core
    assert "<dc:creator>R&amp;D</dc:creator>" in core
    assert "<dc:subject>Safety</dc:subject>" in core
    assert "<dc:language>en-GB</dc:language>" in core
    assert core.count(">2025-04-01T00:00:00Z<") == 2


def test_a_document_without_a_date_is_as_old_as_can_be():
    assert core_properties_part(Document(title="Plan", sections=())).count(">1980-01-01T00:00:00Z<") == 2
