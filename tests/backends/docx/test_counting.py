from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspdocs.backends.base import RenderOptions
from cspdocs.backends.docx import BACKEND
from cspdocs.document.nodes import Block, Box, Heading, Paragraph, Text
from cspdocs.document.styles import Style
from cspdocs.document.walk import block_texts
from cspdocs.units import pt
from cspdocs.values import evolve
from reading import WordNumbers, word_text
from sheets import document, make_sheet

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBERS = (
    *("", "1", "2", "3", "1.1", "1.2", "2.1", "2.2", "2.2.1", "5"),
    *("Appendix A", "Appendix B", "A.1", "B.1", "iv", "1.", "(2)"),
)


def head(number: str, level: int = 1) -> Heading:
    return Heading((Text("Aims"),), level, "", number)


def para(number: str, style: str = "Body") -> Paragraph:
    return Paragraph((Text("walk"),), style, number=number)


def counted(rendered) -> list[str]:
    """The numbers of all paragraphs, as Word counts them."""
    numbers = WordNumbers(io.BytesIO(rendered.data))
    return [numbers.label(paragraph) for paragraph in rendered.tree().iter(f"{W}p")]


def direct(rendered) -> int:
    """How many paragraphs say themselves which list they belong to."""
    return len(rendered.tree().findall(f".//{W}p/{W}pPr/{W}numPr"))


def definitions(rendered) -> list[str]:
    """The names of the lists that count."""
    return [name.get(f"{W}val") for name in rendered.tree("word/numbering.xml").iter(f"{W}name")]


def test_headings_are_counted_by_their_styles_alone(render):
    numbers = ["1", "1.1", "1.2", "2", "2.1", "2.1.1"]
    rendered = render(*(head(number, number.count(".") + 1) for number in numbers))
    assert counted(rendered) == numbers
    assert direct(rendered) == 0
    assert definitions(rendered) == ["Numbers"]
    assert '<w:pStyle w:val="Heading2"/>' in rendered.markup("word/numbering.xml")


def test_no_number_is_typed(render):
    assert "1.1" not in render(head("1"), head("1.1", 2), para("1.1.1"), head("Appendix A")).markup()


def test_paragraphs_go_on_with_the_counting_of_the_headings_above_them(render):
    rendered = render(head("1"), para("1.1"), para("1.2"), head("2"), para("2.1"))
    assert counted(rendered) == ["1", "1.1", "1.2", "2", "2.1"]
    assert definitions(rendered) == ["Numbers"]
    assert direct(rendered) == 0


def test_where_headings_and_paragraphs_share_a_level_they_share_its_counting(render):
    rendered = render(head("1"), para("1.1"), head("1.2", 2), para("1.3"), para("1.3.1"))
    assert counted(rendered) == ["1", "1.1", "1.2", "1.3", "1.3.1"]
    assert definitions(rendered) == ["Numbers"]
    # Word is unsure of the level of a style that none is bound to.
    assert "numPr" not in rendered.style("Heading2")
    assert direct(rendered) == 1


def test_headings_without_a_number_between_others_have_a_style_without_one(render):
    rendered = render(head("", 1), head("1"), head("", 2), head("1.1", 2), head("2"))
    assert counted(rendered) == ["", "1", "", "1.1", "2"]
    first, _, between, *_ = (found.get(f"{W}val") for found in rendered.tree().iter(f"{W}pStyle"))
    assert (first, between) == ("Heading1Unnumbered", "Heading2Unnumbered")
    assert '<w:outlineLvl w:val="1"/>' in rendered.style(between)
    assert '<w:numId w:val="0"/>' in rendered.style(between)


def test_a_style_that_is_based_on_a_numbered_one_has_no_number_of_its_own(render, sheet):
    based = evolve(sheet, styles={**sheet.styles, "Heading 2": evolve(sheet.styles["Heading 2"], based_on="Heading 1")})
    rendered = render(head("1"), head("", 2), para("1.1"), head("1.2", 2), styles=based)
    assert counted(rendered) == ["1", "", "1.1", "1.2"]
    assert '<w:numId w:val="0"/>' in rendered.style("Heading2")


def test_without_numbers_headings_are_what_they_were(render):
    rendered = render(head(""), head("", 2))
    assert [found.get(f"{W}val") for found in rendered.tree().iter(f"{W}pStyle")] == ["Heading1", "Heading2"]
    assert "numPr" not in rendered.style("Heading1")


def test_appendices_are_a_list_of_their_own_with_letters(render):
    rendered = render(head("1"), head("Appendix A"), para("A.1"), head("Appendix B"), para("B.1"), head("2"))
    assert counted(rendered) == ["1", "Appendix A", "A.1", "Appendix B", "B.1", "2"]
    assert definitions(rendered) == ["Numbers", "Appendices"]
    appendix = rendered.tree().findall(f".//{W}pStyle")[1].get(f"{W}val")
    assert '<w:outlineLvl w:val="0"/>' in rendered.style(appendix)
    assert '<w:numFmt w:val="upperLetter"/>' in rendered.markup("word/numbering.xml")


def test_where_numbers_jump_counting_begins_anew(render):
    rendered = render(head("1"), para("1.1"), para("1.5"), para("1.6"), head("4"), para("4.1"))
    assert counted(rendered) == ["1", "1.1", "1.5", "1.6", "4", "4.1"]
    assert definitions(rendered) == ["Numbers"]
    assert '<w:startOverride w:val="5"/>' in rendered.markup("word/numbering.xml")


def test_what_cannot_be_counted_is_the_label_of_a_list(render):
    rendered = render(para("iv"), para("iv"), para("3.1"), head("1"), para("50%"))
    assert counted(rendered)[:4] == ["iv", "iv", "3.1", "1"]
    assert counted(rendered)[4].replace("\u2060", "") == "50%"
    assert [name.split()[0] for name in definitions(rendered)] == ["Labels", "Labels", "Numbers", "Labels"]


def test_numbers_of_another_form_are_another_list(render):
    rendered = render(head("1"), para("(1)"), para("(2)"), head("2"))
    assert counted(rendered) == ["1", "(1)", "(2)", "2"]
    assert definitions(rendered) == ["Numbers", "Numbers 2"]


def test_words_hang_from_their_numbers_as_far_as_our_pages_have_it(render):
    rendered = render(head("1"), para("1.1"))
    for identity in ("Heading1", "BodyNumbered2"):
        assert f'<w:ind w:left="{pt(36).twips}" w:hanging="{pt(36).twips}"/>' in rendered.style(identity)


def test_a_centred_number_is_followed_by_a_blank(render):
    rendered = render(para("1", "Title"))
    assert '<w:suff w:val="space"/><w:lvlText w:val="%1"/>' in rendered.markup("word/numbering.xml")


def test_in_its_place_a_numbered_paragraph_says_which_list_it_belongs_to(render):
    rendered = render(head("1"), Box((head("2"), para("2.1"))), para("2.2"))
    assert counted(rendered) == ["1", "2", "2.1", "2.2"]
    assert direct(rendered) == 2
    assert rendered.markup().count("<w:ind ") == 2


def test_anchors_are_bookmarks(render):
    rendered = render(Paragraph((Text("walk"),), anchor="note-1", number="1"))
    assert '<w:bookmarkStart w:id="1" w:name="_note_1"/>' in rendered.markup()


@pytest.mark.parametrize("text", ["<R&D> 1", "é 2", "a\u0001 3"])
def test_numbers_may_have_any_words(render, text: str) -> None:
    assert counted(render(para(text)))[0] == text.replace("\u0001", "")


BLOCKS = st.one_of(
    st.builds(head, st.sampled_from(NUMBERS), st.integers(1, 3)),
    st.builds(para, st.sampled_from(NUMBERS), st.sampled_from(("Body", "Quote", "Title"))),
)


@settings(max_examples=150)
@given(st.lists(BLOCKS | BLOCKS.map(lambda block: Box((block,))), max_size=9))
def test_word_counts_whatever_the_document_says(blocks: list[Block]) -> None:
    made = document(*blocks)
    data = BACKEND.render(made, RenderOptions(made, make_sheet())).data
    found = word_text(WordNumbers.body(io.BytesIO(data)), WordNumbers(io.BytesIO(data)))
    assert "".join(found.split()) == "".join("".join(block_texts(made.sections[0].blocks)).split())


def test_styles_of_other_paragraphs_that_are_based_on_a_numbered_heading_have_no_number() -> None:
    looks = Style(name="Contents Heading", based_on="Heading 1"), Style(name="Part", based_on="Contents Heading")
    made = document(para("", "Contents Heading"), para("", "Part"), head("1"))
    data = BACKEND.render(made, RenderOptions(made, make_sheet(*looks))).data
    numbers = WordNumbers(io.BytesIO(data))
    body = WordNumbers.body(io.BytesIO(data))
    assert [numbers.label(paragraph) for paragraph in body.iter(f"{W}p")][:3] == ["", "", "1"]
