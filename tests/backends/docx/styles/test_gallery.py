from __future__ import annotations

import re

import pytest

from cspdocs.backends.docx.styles.gallery import is_built_in, latent_styles, listing


def test_what_officers_use_stands_in_the_gallery_what_they_know_best_first():
    shown = ("Normal", "heading 1", "Title", "List Bullet", "Table Text", "Strong", "Quote", "caption")
    places = [int(re.search(r'uiPriority w:val="(\d+)"', listing(name))[1]) for name in shown]

    assert all("<w:qFormat/>" in listing(name) for name in shown)
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["toc 1", "header", "Hyperlink", "Grid Name", "A style of the borough"])
def test_other_styles_stand_in_the_list_behind_them(name: str):
    assert "qFormat" not in listing(name)
    assert "semiHidden" not in listing(name)


def test_styles_that_word_has_and_the_file_has_not_are_hidden_until_they_are_used():
    latent = latent_styles()

    assert 'w:defSemiHidden="1" w:defUnhideWhenUsed="1"' in latent
    heading = '<w:lsdException w:name="heading 1" w:semiHidden="0" w:uiPriority="9" w:unhideWhenUsed="0" w:qFormat="1"/>'
    assert heading in latent
    assert "Table Text" not in latent


def test_word_knows_its_own_styles():
    assert is_built_in("List Bullet")
    assert not is_built_in("Table Text")


@pytest.mark.parametrize("helper", ["SectionEnd", "TableGap", "QuoteAttributed", "FigureCaptioned"])
def test_styles_that_only_help_are_hidden(whole, helper: str):
    assert "<w:semiHidden/>" in whole.style(helper)
    assert "unhideWhenUsed" not in whole.style(helper)


@pytest.mark.parametrize("used", ["TableText", "ListBullet", "ListContinue", "TOC1", "Definition", "Contact"])
def test_styles_that_officers_use_are_not(whole, used: str):
    assert "semiHidden" not in whole.style(used)
