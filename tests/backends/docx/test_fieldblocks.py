from __future__ import annotations

import re

import pytest

from cspdocs.backends.docx.links import bookmark_name
from cspdocs.document.nodes import (
    Cell,
    Document,
    Emphasis,
    Figure,
    Heading,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    Text,
    Unfilled,
    Value,
)
from cspdocs.units import mm, pt
from sending import sent_of
from sheets import picture

PROSE = "sections/a/body/1/text"
FIGURE = Value((Text("492"),), "figures/f/value")
LINK = Link((Text("law"),), "https://example.org")


def said(text: str, origin: str = PROSE) -> Paragraph:
    return Paragraph((Text(text),), origin=origin)


@pytest.fixture
def outline(render):
    """The body as text: paragraphs by their words, controls around them in brackets, those in their lines in braces."""

    def outlined(*blocks) -> str:
        document = Document(title="Plan", sections=(Section((*blocks, said("end", ""))),))
        markup = render(document=document, sent=sent_of(document)).markup()
        body = markup.partition("<w:body>")[2].partition("<w:sectPr>")[0]
        body = re.sub(r"<w:docPartObj>.*?</w:docPartObj>", "<BLOCK/>", body)
        body = re.sub(r"<w:sdtPr>(?:(?!</w:sdtPr>).)*<BLOCK/></w:sdtPr><w:sdtContent>", "[", body)
        body = re.sub(r"<w:sdtPr>(?:(?!</w:sdtPr>).)*</w:sdtPr><w:sdtContent>", "{", body)
        open_controls: list[str] = []

        def mark(found: re.Match[str]) -> str:
            if found[0] in "[{":
                open_controls.append({"[": "]", "{": "}"}[found[0]])
                return found[0]
            return open_controls.pop()

        body = re.sub(r"[\[{]|</w:sdtContent>", mark, body)
        return re.sub(r"<[^>]*>", "", body.replace("</w:p>", "|")).replace("|]", "]|").removesuffix("end|")

    return outlined


def test_a_paragraph_of_plain_text_has_its_control_in_its_line(outline):
    assert outline(said("one")) == "{one}|"
    assert outline(Heading((Text("Aims"),), 1, "aims", origin="sections/a/title")) == "{Aims}|"


def test_the_paragraphs_of_a_field_stand_together_in_one_control(outline):
    assert outline(said("one"), said("two"), said("other", "x/text")) == "[one|two]|{other}|"


def test_lists_and_quotations_stand_in_the_control_of_their_field(outline):
    items = List((ListItem((said("item"),)),), origin=PROSE)

    assert outline(said("one"), items, Quote((said("said"),), origin=PROSE)) == "[one|item|said]|"


@pytest.mark.parametrize("inline", [Emphasis((Text("new"),)), LineBreak(), Link((Text("new"),), "https://example.org")])
def test_a_paragraph_with_more_than_text_has_its_control_around_it(outline, inline):
    text = "" if isinstance(inline, LineBreak) else "new"

    assert outline(Paragraph((Text("a "), inline), origin=PROSE)) == f"[a {text}]|"


def test_figures_in_prose_have_controls_in_that_of_the_prose(outline):
    assert (
        outline(
            Paragraph(
                (
                    Text("In "),
                    FIGURE,
                    Text(" cases"),
                ),
                origin=PROSE,
            )
        )
        == "[In {492} cases]|"
    )


def test_a_part_of_a_paragraph_that_says_its_field_is_the_control_of_it(outline):
    phone = Value((Text("101"),), "contact/phone")

    assert outline(Paragraph((Text("Tel: "), phone), origin="contact/phone")) == "Tel: {101}|"


def test_words_to_be_filled_in_have_their_control_in_their_line_too(outline):
    unfilled = Unfilled((Text("XX"),))

    assert outline(Paragraph((unfilled,), origin=PROSE)) == "{XX}|"
    assert outline(Paragraph((Text("In "), Value((unfilled,), "figures/f/value")), origin=PROSE)) == "[In {XX}]|"


def test_inside_a_link_there_is_no_control_but_around_its_paragraph(outline):
    phone = Link((Value((Text("101"),), "contact/phone"),), "tel:101")

    assert outline(Paragraph((Text("Tel: "), phone), origin="contact/phone")) == "[Tel: 101]|"


def test_a_part_with_a_link_has_a_bookmark_in_place_of_a_control_because_libreoffice_would_make_no_pdf_of_it(render):
    link = Value((Text("see "), LINK), "glossary/a/note")
    document = Document(title="Plan", sections=(Section((Paragraph((Text("ASB: "), link)),)),))
    rendered = render(document=document, sent=sent_of(document))

    (written,) = re.findall(r"<w:p>(?:(?!</w:p>).)*ASB.*?</w:p>", rendered.markup())
    assert "<w:sdt>" not in written
    start = f'<w:bookmarkStart w:id="1" w:name="{bookmark_name("glossary/a/note")}"/>'
    assert (
        written.index(">ASB: <")
        < written.index(start)
        < written.index(">see <")
        < written.index('<w:bookmarkEnd w:id="1"/>')
    )
    assert '<field id="glossary/a/note" title="Field 1: glossary/a/note" sent="see law">' in rendered.markup(
        "customXml/item1.xml"
    )


@pytest.mark.parametrize(
    "before", [(LINK,), (LINK, Text("")), (Value((LINK,), "x/note"),), (Value((Text(""), LINK), "x/note"), Text(""))]
)
def test_just_after_a_link_there_is_none_because_libreoffice_would_write_a_file_that_nothing_can_read(outline, before):
    assert outline(Paragraph((*before, FIGURE))) == "law492|"
    assert outline(Paragraph((*before, Value((FIGURE, Text(" in all")), "y/note")))) == "law492 in all|"
    assert outline(Paragraph((*before, Text(" "), FIGURE))) == "law {492}|"


def test_a_figure_in_stressed_words_has_none_because_libreoffice_would_print_it_plain(outline):
    assert outline(Paragraph((Emphasis((FIGURE,)),))) == "492|"


def test_items_that_are_fields_of_their_own_have_controls_of_their_own(outline):
    items = List((ListItem((said("one", "priorities/a/title"),)), ListItem((said("two", "priorities/b/title"),))))

    assert outline(items) == "{one}|{two}|"


def test_an_item_of_several_paragraphs_has_one_control(outline):
    assert outline(List((ListItem((said("one"), said("two"))),))) == "[one|two]|"


def test_pictures_and_tables_are_in_no_control(outline):
    table = Table((mm(20),), (), (Row((Cell((said("x", ""),)),)),), origin=PROSE)

    assert outline(table, Figure(picture(), pt(10), None, origin=PROSE)).strip("|") == "x"


def test_text_beside_a_picture_stands_in_one_control_too(outline):
    beside = Figure(picture(30, 60), mm(40), None, side="left")

    assert "[one|two]|" in outline(beside, said("one"), said("two"))


def test_the_control_of_a_cell_is_all_there_is_in_it(render):
    cell = Cell((said("one", "actions/a/update"), said("two", "actions/a/update")))
    document = Document(title="Plan", sections=(Section((Table((mm(50),), (), (Row((cell,)),)),)),))
    markup = render(document=document, sent=sent_of(document)).markup()

    assert "</w:sdtContent></w:sdt></w:tc>" in markup
    assert "<w:docPartObj>" in markup


def test_a_bookmark_tells_where_a_control_around_paragraphs_begins_and_ends(render):
    document = Document(title="Plan", sections=(Section((said("one"), said("two"))),))
    markup = render(document=document, sent=sent_of(document)).markup()

    start = f'<w:bookmarkStart w:id="1" w:name="{bookmark_name(PROSE)}"/>'
    assert markup.index(start) < markup.index(">one<") < markup.index(">two<") < markup.index('<w:bookmarkEnd w:id="1"/>')


def test_a_contents_list_has_no_controls_because_word_makes_it_anew(whole):
    contents = whole.markup().partition("Table of Contents")[2].partition("</w:sdtContent>")[0]

    assert contents
    assert "<w:sdt>" not in contents
