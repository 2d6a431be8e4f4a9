from __future__ import annotations

import pytest

from cspdocs.backends.docx.paragraphs import SEPARATOR, complete, paragraph, with_property

TABLE = "<w:tbl/>"
TEXT = paragraph("Table Text", "<w:r/>")


def test_a_paragraph_names_its_style_by_id():
    assert TEXT == '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r/></w:p>'


@pytest.mark.parametrize(
    ("written", "completed"),
    [
        ([], [SEPARATOR]),
        ([TEXT], [TEXT]),
        ([TABLE], [TABLE, SEPARATOR]),
        ([TABLE, SEPARATOR], [TABLE, SEPARATOR]),
        ([TABLE, SEPARATOR, TEXT], [TABLE, TEXT]),
        ([TABLE, SEPARATOR, TABLE, SEPARATOR], [TABLE, SEPARATOR, TABLE, SEPARATOR]),
    ],
)
def test_blocks_end_in_a_paragraph_and_have_separators_only_between_tables(written, completed):
    assert complete(written) == completed


def test_a_property_more_is_the_last_one():
    assert with_property(TEXT, "<w:sectPr/>").startswith('<w:p><w:pPr><w:pStyle w:val="TableText"/><w:sectPr/></w:pPr>')
