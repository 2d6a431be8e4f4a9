from __future__ import annotations

import pytest

from cspdocs.backends.docx.styles.names import style_id, table_style_name, word_name


@pytest.mark.parametrize(
    ("name", "shown", "identity"),
    [
        ("Body", "Normal", "Normal"),
        ("Heading 1", "heading 1", "Heading1"),
        ("Contents 1", "toc 1", "TOC1"),
        ("Contents Heading", "TOC Heading", "TOCHeading"),
        ("List Bullet", "List Bullet", "ListBullet"),
        ("Table Text", "Table Text", "TableText"),
    ],
)
def test_styles_that_word_knows_have_its_names_and_others_their_own(name, shown, identity):
    assert (word_name(name), style_id(name)) == (shown, identity)


def test_table_styles_are_named_apart_from_paragraph_styles():
    assert table_style_name("Table") == "Table Style"
