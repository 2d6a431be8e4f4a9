from __future__ import annotations

import re
from itertools import pairwise

import pytest

from cspdocs.document.nodes import (
    Cell,
    Definition,
    DefinitionList,
    Grid,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    Text,
)
from cspdocs.errors import RenderError
from cspdocs.units import mm, pt

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def say(text: str, style: str = "Body") -> Paragraph:
    return Paragraph((Text(text),), style)


def item(*blocks) -> ListItem:
    return ListItem(blocks)


def outline(rendered) -> list[tuple[str, str]]:
    """Style and text of each paragraph."""
    return [
        (found.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), "".join(found.itertext(f"{W}t")))
        for found in rendered.tree().iter(f"{W}p")
    ]


def labels(rendered) -> list[tuple[str, str]]:
    """Level and instance of each numbered paragraph."""
    return re.findall(r'<w:numPr><w:ilvl w:val="(\d+)"/><w:numId w:val="(\d+)"/></w:numPr>', rendered.markup())


def outermost_level(render, width: int) -> tuple[tuple[str, str] | None, str]:
    """Indents and markup of the outermost level of a list in a cell so many points wide."""
    row = Row((Cell((List((item(say("Police", "Table Text")),)),)), Cell((say("y"),))))
    rendered = render(Table((pt(width), pt(200)), (), (row,), "Table"))
    level = rendered.markup("word/numbering.xml").split('<w:lvl w:ilvl="0">')[-1].split("</w:lvl>")[0]
    return next(iter(re.findall(r'w:left="(\d+)" w:hanging="(\d+)"', level)), None), level


def test_a_heading_stands_in_its_bookmark(render):
    rendered = render(Heading((Text("Our aims"),), 1, "our-aims"), Heading((Text("Why"),), 2))

    assert outline(rendered) == [("Heading1", "Our aims"), ("Heading2", "Why")]
    assert rendered.markup().count("<w:bookmarkStart") == rendered.markup().count("<w:bookmarkEnd") == 1
    assert '<w:bookmarkStart w:id="1" w:name="_our_aims"/><w:r>' in rendered.markup()


def test_an_anchor_given_twice_makes_one_bookmark(render):
    rendered = render(Heading((Text("A"),), 1, "a"), Heading((Text("B"),), 1, "a"))

    assert rendered.markup().count("<w:bookmarkStart") == 1


def test_list_items_are_numbered_by_word_and_go_on_without_a_number(render):
    rendered = render(List((item(say("one"), say("more")), item(say("two")))), say("after"))

    assert outline(rendered) == [
        ("ListBullet", "one"),
        ("ListContinue", "more"),
        ("ListBulletLast", "two"),
        ("Normal", "after"),
    ]
    assert labels(rendered) == [("0", "1"), ("0", "1")]


def test_each_numbered_list_begins_anew(render):
    listed = List((item(say("a")),), ordered=True)
    other = List((item(say("b")),), ordered=True, start=7)

    rendered = render(listed, say("between"), other)

    assert labels(rendered) == [("0", "3"), ("0", "4")]
    assert '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>' in (
        rendered.markup("word/numbering.xml")
    )


def test_lists_inside_lists_are_on_deeper_levels(render):
    inner = List((item(say("inner")),), ordered=True)

    rendered = render(List((item(say("outer"), inner), item(say("last")))))

    assert labels(rendered) == [("0", "1"), ("1", "3"), ("0", "1")]


def test_a_list_that_ends_in_an_inner_list_ends_with_that(render):
    rendered = render(List((item(say("outer"), List((item(say("x")), item(say("y"))))),)))

    assert [style for style, _ in outline(rendered)] == ["ListBullet", "ListBullet", "ListBulletLast"]


def test_an_item_that_somebody_types_below_the_last_is_not_set_apart_from_it(render):
    rendered = render(List((item(say("one")), item(say("two")))))

    assert "<w:contextualSpacing/>" in rendered.style("ListBulletLast")
    assert "contextualSpacing" not in rendered.style("ListBullet")


def test_an_item_that_begins_with_a_list_still_has_its_own_number(render):
    rendered = render(List((item(List((item(say("inner")),))), item()), ordered=True))

    assert labels(rendered) == [("0", "3"), ("1", "1"), ("0", "3")]


def test_high_numbers_have_room_to_hang_in(render):
    rendered = render(List(tuple(item(say("a")) for _ in range(10)), ordered=True))
    assert '<w:ind w:left="401" w:hanging="401"/>' in rendered.markup("word/numbering.xml")


@pytest.mark.parametrize(("width", "indents"), [(200, ("360", "360")), (80, ("146", "146"))])
def test_in_a_narrow_cell_a_list_leaves_room_for_its_words(render, width, indents):
    assert outermost_level(render, width)[0] == indents


def test_in_the_narrowest_not_even_the_marks_hang(render):
    _, level = outermost_level(render, 30)
    assert '<w:suff w:val="space"/>' in level
    assert '<w:ind w:left="0" w:firstLine="0"/>' in level


def test_list_items_in_a_style_of_their_own_keep_it(render):
    rendered = render(List((item(say("small", "Table Text"), say("more", "Table Text")), item(say("end", "Table Text")))))

    assert [style for style, _ in outline(rendered)] == ["TableText", "TableTextIndented18", "TableTextLast"]


def test_a_quotation_stays_with_whose_words_it_is(render):
    rendered = render(Quote((say("Safer."), say("Really.")), (Text("A resident"),)))

    assert outline(rendered) == [("Quote", "Safer."), ("QuoteAttributed", "Really."), ("Attribution", "A resident")]
    assert "<w:keepNext/>" in rendered.style("QuoteAttributed")


def test_a_quotation_of_nobody_ends_as_it_began(render):
    assert outline(render(Quote((say("Safer."),)))) == [("Quote", "Safer.")]


def test_below_the_last_definition_stands_what_stands_below_any_text(render):
    items = (Definition((Text("ASB"),), (Text("a"),)), Definition((Text("PCC"),), (Text("b"),)))
    rendered = render(DefinitionList(items), say("after"))

    assert [style for style, _ in outline(rendered)] == ["Definition", "DefinitionLast", "Normal"]
    assert 'w:after="240"' in rendered.style("DefinitionLast")


def test_a_definition_is_a_strong_term_a_tab_and_its_meaning(render):
    rendered = render(DefinitionList((Definition((Text("ASB"),), (Text("Anti-social behaviour"),)),)))

    assert outline(rendered) == [("DefinitionLast", "ASBAnti-social behaviour")]
    assert "ASB</w:t></w:r><w:r><w:tab/></w:r><w:r>" in rendered.markup()
    assert '<w:rStyle w:val="Strong"/>' in rendered.markup()


def test_in_a_narrow_cell_the_meaning_stands_below_its_term_and_no_further_in_than_the_cell_is_wide(render):
    listed = DefinitionList((Definition((Text("ASB"),), (Text("Anti-social behaviour"),)),))
    rendered = render(Table((mm(30),), (), (Row((Cell((listed,)),)),)))

    paragraph = next(rendered.tree().iter(f"{W}tc")).find(f"{W}p")
    assert paragraph.find(f"{W}r/{W}br") is not None
    assert paragraph.find(f"{W}r/{W}tab") is None
    style = rendered.style(paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))
    (left,) = re.findall(r'w:left="(\d+)"', style)
    assert int(left) < mm(30).twips


@pytest.fixture
def tables(whole):
    """Which kinds of elements stand below one another in the section with tables."""
    body = whole.tree()[0]
    return [
        child.find(f"{W}pPr/{W}pStyle").get(f"{W}val") if child.tag == f"{W}p" else child.tag.removeprefix(W)
        for child in body
    ]


def test_tables_below_one_another_do_not_grow_together(tables):
    assert not any(pair == ("tbl", "tbl") for pair in pairwise(tables))
    start = tables.index("tbl")
    assert tables[start : start + 6] == ["tbl", "TableGap", "tbl", "SectionEnd", "tbl", "TableGap"]


@pytest.mark.parametrize("empty", [Table((mm(60),), (), ()), Grid((), columns=2)], ids=["table", "grid"])
def test_nothing_is_written_of_a_table_without_rows_because_word_calls_such_a_file_damaged(render, empty):
    markup = render(Paragraph((Text("before"),)), empty, Paragraph((Text("after"),)), List((ListItem((empty,)),))).markup()

    assert "<w:tbl>" not in markup
    assert "SectionEnd" not in markup
    assert markup.index("before") < markup.index("after")


def test_a_table_that_ends_a_list_does_not_grow_together_with_the_next(render):
    table = Table((mm(40),), (), (Row((Cell((say("x", "Table Text"),)),)),), "Review")

    rendered = render(List((item(say("a"), table),)), table)

    assert [child.tag.removeprefix(W) for child in rendered.tree()[0]] == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_a_grid_without_space_below_stands_close_to_the_text_that_follows(render, specimen):
    (grid,) = [block for block in specimen.sections[-1].blocks if isinstance(block, Grid)]

    rendered = render(grid, say("Write to us."))

    assert [child.tag.removeprefix(W) for child in rendered.tree()[0]] == ["tbl", "p", "sectPr"]


def test_a_style_that_the_sheet_lacks_is_an_error_that_names_it(render):
    with pytest.raises(RenderError, match='"Epigraph"'):
        render(say("x", "Epigraph"))


def test_a_document_without_sections_is_an_empty_page(render):
    rendered = render(sections=())

    assert outline(rendered) == [("SectionEnd", "")]


def test_an_empty_section_is_an_empty_page(render):
    rendered = render(sections=(Section((say("a"),)), Section(()), Section((say("b"),))))

    assert rendered.markup().count("<w:sectPr>") == 3
