from __future__ import annotations

import pytest

from cspdocs.backends.docx.paragraphs import SEPARATOR, complete, in_paragraph, paragraph, with_property

TABLE = "<w:tbl/>"
CONTROL = "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
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
        ([TABLE, SEPARATOR, CONTROL], [TABLE, CONTROL]),
    ],
)
def test_blocks_end_in_a_paragraph_and_have_separators_only_between_tables(written, completed):
    assert complete(written) == completed


def test_something_more_stands_at_the_start_of_the_first_paragraph():
    assert in_paragraph(TEXT + TEXT, "<w:x/>") == TEXT.replace("<w:r/>", "<w:x/><w:r/>") + TEXT


def test_a_property_more_is_the_last_one():
    assert with_property(TEXT, "<w:sectPr/>").startswith('<w:p><w:pPr><w:pStyle w:val="TableText"/><w:sectPr/></w:pPr>')
