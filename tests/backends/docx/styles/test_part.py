from __future__ import annotations

import re


def test_the_defaults_are_the_body_font_of_the_theme_its_size_and_the_language(whole):
    defaults = whole.markup("word/styles.xml").partition("</w:docDefaults>")[0]

    assert 'w:asciiTheme="minorHAnsi"' in defaults
    assert '<w:sz w:val="24"/>' in defaults
    assert '<w:lang w:val="en-GB"' in defaults


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
