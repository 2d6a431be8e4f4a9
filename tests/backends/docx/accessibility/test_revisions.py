"""Files that come back with changes tracked, which are judged as they will be when all are accepted."""

from __future__ import annotations

import pytest

from cspdocs.backends.docx.accessibility.archive import verify_package
from word_files import cell, found_in, grid, holder, holding, line, packed, parts, said, words

DELETED = '<w:del w:id="9" w:author="Clerk"/>'
TAKEN = '<w:del w:id="9" w:author="Clerk"><w:r><w:delText xml:space="preserve">1) gone</w:delText></w:r></w:del>'


def gone(taken: str = TAKEN, mark: str = DELETED, style: str = "Normal") -> str:
    """A paragraph that was deleted, end and all."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:rPr>{mark}</w:rPr></w:pPr>{taken}</w:p>'


def test_text_taken_out_is_not_there():
    moved = f"<w:p><w:moveFrom>{said('1) moved  away')}</w:moveFrom></w:p>"

    assert verify_package(holding(f"{moved}{words('between')}<w:p>{TAKEN}</w:p>")) == ()


@pytest.mark.parametrize(
    "block",
    [
        gone() * 3,
        gone(f"<w:moveFrom>{said('1) x')}</w:moveFrom>", '<w:moveFrom w:id="9"/>') * 3,
        gone(style="Heading3"),
        words("x") + f'<w:p><w:hyperlink w:anchor="_x">{TAKEN}</w:hyperlink>{said("and no link")}</w:p>',
        grid(
            line(cell("A"), cell("B")), line(holder(gone()), holder(gone()), properties=DELETED), line(cell("a"), cell("b"))
        ),
        grid(*[line(holder(gone()), properties=DELETED)] * 2, style=""),
        grid(line(cell("A"), cell("B")), line(cell("a"), cell("b"), f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{gone()}</w:tc>")),
    ],
    ids=["paragraphs", "paragraphs moved away", "a heading", "a link", "a row", "a table", "a cell"],
)
def test_nothing_is_left_of_what_was_deleted_whole(block):
    assert verify_package(holding(block)) == ()


@pytest.mark.parametrize(
    "block",
    [
        words("x", run="<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"),
        words("x", '<w:pPrChange><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:pPrChange>'),
        grid(line(cell("A"), cell("B", '<w:tcPrChange><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tcPrChange>'))),
        grid(line(cell("A")), properties='<w:tblPrChange><w:tblPr><w:tblpPr w:tblpX="1"/></w:tblPr></w:tblPrChange>'),
    ],
    ids=["characters", "paragraph", "cell", "table"],
)
def test_how_something_looked_before_is_no_matter(block):
    assert verify_package(holding(block)) == ()


def test_what_was_put_in_is_judged_with_the_rest():
    assert found_in(f"<w:p><w:ins>{said('1) new')}</w:ins></w:p>", "word-typed-list")
    assert found_in(words("") + words("", "<w:rPr><w:ins/></w:rPr>"), "word-empty-paragraphs")


def test_words_left_in_a_paragraph_whose_end_was_deleted_stay():
    assert found_in(gone(said("1) left")), "word-typed-list")


def test_a_part_that_is_nothing_but_a_change_is_no_document():
    (finding,) = verify_package(packed({**parts(), "word/document.xml": DELETED.replace("/>", ' xmlns:w="x"/>').encode()}))

    assert finding.code == "word-unreadable"
