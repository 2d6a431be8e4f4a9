from __future__ import annotations

import pytest

from cspdocs.document.nodes import (
    Contents,
    ContentsEntry,
    Document,
    Heading,
    Link,
    PageNumber,
    Paragraph,
    Section,
    Strong,
    Text,
)
from cspdocs.document.styles import Style
from cspdocs.document.walk import plain_text
from cspdocs.errors import RenderError
from cspdocs.units import mm
from cspdocs.values import evolve
from sending import sent_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def say(text: str, style: str = "Body") -> Paragraph:
    return Paragraph((Text(text),), style)


def sections(rendered) -> list:
    return list(rendered.tree().iter(f"{W}sectPr"))


def running(rendered, section, kind: str) -> str:
    """The markup of the header or footer of a section."""
    (reference,) = section.findall(f"{W}{kind}Reference")
    relationships = rendered.tree("word/_rels/document.xml.rels")
    (target,) = [item.get("Target") for item in relationships if item.get("Id") == reference.get(f"{R}id")]
    return rendered.markup(f"word/{target}")


def test_the_paper_is_that_of_each_section(render):
    rendered = render(sections=(Section((say("a"),)), Section((say("b"),), page="Landscape")))

    sizes = [section.find(f"{W}pgSz") for section in sections(rendered)]

    assert [(size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) for size in sizes] == [
        ("11906", "16838", None),
        ("16838", "11906", "landscape"),
    ]


def test_margins_are_those_of_the_page_geometry(render):
    margins = sections(render(say("a")))[0].find(f"{W}pgMar")

    assert {margins.get(f"{W}{side}") for side in ("top", "right", "bottom", "left")} == {"1440"}
    assert {margins.get(f"{W}{side}") for side in ("header", "footer")} == {"720"}


def test_a_section_ends_in_its_own_last_paragraph_and_begins_a_page(render):
    rendered = render(sections=(Section((say("a"), say("b"))), Section((say("c"),))))

    body = rendered.tree()[0]

    assert [child.tag.removeprefix(W) for child in body] == ["p", "p", "p", "sectPr"]
    assert body[1].find(f"{W}pPr/{W}sectPr") is not None
    assert all(section.find(f"{W}type").get(f"{W}val") == "nextPage" for section in sections(rendered))


def test_a_section_that_ends_in_a_table_has_a_paragraph_nobody_sees(whole):
    ends = [
        paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for paragraph in whole.tree()[0]
        if paragraph.find(f"{W}pPr/{W}sectPr") is not None
    ]

    assert ends == ["Figure", "SectionEnd", "DefinitionLast", "TableGap"]


def test_header_and_footer_stand_only_in_sections_that_are_running(whole):
    cover, contents = sections(whole)[:2]

    assert "Safer Borough" in running(whole, contents, "header")
    assert " NUMPAGES " in running(whole, contents, "footer")
    assert "<w:t" not in running(whole, cover, "header")
    assert "<w:t" not in running(whole, cover, "footer")


def test_sections_share_headers_that_look_alike(whole):
    assert [name for name in sorted(whole.parts) if "header" in name or "footer" in name] == [
        "word/footer1.xml",
        "word/footer2.xml",
        "word/header1.xml",
        "word/header2.xml",
    ]


def test_a_document_without_header_and_footer_refers_to_none(render):
    rendered = render(say("a"))

    assert "Reference" not in rendered.markup()


def test_a_header_with_a_tab_at_the_right_edge_fits_each_width_of_page(render, sheet):
    tabbed = Style(name="Header", tab=mm(0), tab_align="right")
    header = (Paragraph((Text("Plan\t"), PageNumber()), "Header"),)

    rendered = render(
        styles=evolve(sheet, styles={**sheet.styles, "Header": tabbed}),
        header=header,
        sections=(Section((say("a"),)), Section((say("b"),), page="Landscape")),
    )

    assert '<w:tab w:val="right" w:pos="9026"/>' in rendered.style("Header")
    assert '<w:tab w:val="right" w:pos="13958"/>' in rendered.style("Header246mm")
    assert '"Header246mm"' in running(rendered, sections(rendered)[1], "header")


def test_a_link_in_a_footer_belongs_to_the_footer(render):
    footer = (Paragraph((Link((Text("us"),), "mailto:csp@example.gov.uk"),), "Footer"),)

    rendered = render(say("a"), footer=footer)

    assert "mailto:csp@example.gov.uk" in rendered.markup("word/_rels/footer1.xml.rels")
    assert "mailto:" not in rendered.markup("word/_rels/document.xml.rels")


def test_a_page_that_the_sheet_lacks_is_an_error_that_names_it(render):
    with pytest.raises(RenderError, match=r'page "A3".*it has: Page, Landscape'):
        render(sections=(Section((say("a"),), page="A3"),))


@pytest.mark.parametrize("words", [(Text("all"),), (Text("some "), Strong((Text("and more"),)))])
def test_a_section_that_ends_in_a_content_control_ends_in_its_last_paragraph_so_that_nothing_begins_a_page_more(
    render, words
):
    ends = Paragraph(words, origin="sections/a/body/1/text")
    document = Document(title="Plan", sections=(Section((say("a"), ends)), Section((say("c"), ends))))

    body = render(document=document, sent=sent_of(document)).tree()[0]

    (holder,) = [found.getparent().getparent() for found in body.iterfind(f".//{W}p/{W}pPr/{W}sectPr")]
    assert holder.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Normal"
    assert "".join(text.text for text in holder.iter(f"{W}t")).rstrip(" ") == plain_text(words)


def test_a_blank_follows_a_control_that_is_all_of_such_a_paragraph_because_libreoffice_would_drop_it(render):
    alone, among = Paragraph((Text("all"),), origin="sections/a/title"), Paragraph((Text("some"), Strong((Text("bold"),))))
    document = Document(title="Plan", sections=(Section((alone,)), Section((among,)), Section((say("end"),))))

    markup = render(document=document, sent=sent_of(document)).markup()

    assert markup.count('</w:sdt><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p>') == 1
    assert markup.count('xml:space="preserve"> </w:t>') == 1


def test_below_a_contents_list_stands_a_paragraph_nobody_sees_because_word_writes_the_list_anew(render):
    listed = Contents((ContentsEntry((Text("A"),), "a"),))
    rendered = render(sections=(Section((listed,)), Section((Heading((Text("A"),), 1, "a"),))))

    (holder,) = [child for child in rendered.tree()[0] if child.find(f"{W}pPr/{W}sectPr") is not None]
    assert holder.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "SectionEnd"
    assert holder.find(f".//{W}r") is None
