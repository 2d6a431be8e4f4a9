from __future__ import annotations

import pytest

from cspdocs.backends.docx.runs import unmarked
from cspdocs.document.nodes import (
    Abbreviation,
    Emphasis,
    Foreign,
    Heading,
    LineBreak,
    Link,
    PageCount,
    PageNumber,
    Paragraph,
    StatusMark,
    Strong,
    Text,
    Unfilled,
    Value,
)


def content(rendered) -> str:
    """The markup of the first paragraph, without its properties."""
    return rendered.markup().partition("</w:pPr>")[2].partition("</w:p>")[0]


@pytest.fixture
def runs(render):
    return lambda *inlines, style="Body": content(render(Paragraph(inlines, style)))


def test_text_has_no_formatting_of_its_own(runs):
    assert runs(Text("Plain")) == "<w:r><w:t>Plain</w:t></w:r>"


def test_weight_and_stress_are_character_styles(runs):
    assert '<w:rStyle w:val="Strong"/>' in runs(Strong((Text("x"),)))
    assert '<w:rStyle w:val="Emphasis"/>' in runs(Emphasis((Text("x"),)))
    assert '<w:rStyle w:val="StrongEmphasis"/>' in runs(Emphasis((Strong((Text("x"),)),)))


def test_strong_words_in_a_bold_paragraph_are_not_marked_because_word_would_print_them_plain(runs):
    assert "rStyle" not in runs(Strong((Text("x"),)), style="Table Heading")
    assert "rStyle" not in runs(Emphasis((Text("x"),)), style="Quote")


def test_words_still_to_be_filled_in_are_a_character_style_with_a_ground(render):
    rendered = render(Paragraph((Unfilled((Text("XX"),)), Strong((Unfilled((Text("TBC"),)),)))))
    assert '<w:r><w:rPr><w:rStyle w:val="Unfilled"/></w:rPr><w:t>XX</w:t></w:r>' in content(rendered)
    assert '<w:rStyle w:val="UnfilledStrong"/>' in content(rendered)
    assert '<w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="FFE699"/>' in rendered.style("Unfilled")
    assert '<w:basedOn w:val="Unfilled"/>' in rendered.style("UnfilledStrong")


def test_a_link_to_be_filled_in_is_a_link_on_that_ground(render):
    rendered = render(Paragraph((Link((Unfilled((Text("XX"),)),), "https://ex.am"),)))
    assert '<w:rStyle w:val="HyperlinkUnfilled"/>' in content(rendered)
    assert 'w:fill="FFE699"' in rendered.style("HyperlinkUnfilled")
    assert '<w:basedOn w:val="Hyperlink"/>' in rendered.style("HyperlinkUnfilled")


def test_a_status_is_its_mark_a_no_break_space_and_its_word(runs):
    assert runs(StatusMark("on track", "●")) == "<w:r><w:t>●\u00a0on track</w:t></w:r>"


def test_words_in_another_language_say_so_in_letters_of_any_kind(runs):
    assert runs(Foreign((Text("geiriau"),), "cy")) == (
        '<w:r><w:rPr><w:lang w:val="cy" w:eastAsia="cy" w:bidi="cy"/></w:rPr><w:t>geiriau</w:t></w:r>'
    )


@pytest.mark.parametrize(("language", "turned"), [("ur", True), ("he-IL", True), ("AR", True), ("pa", False), ("cy", False)])
def test_words_of_languages_from_right_to_left_stand_so(runs, language, turned):
    assert ("<w:rPr><w:rtl/><w:lang " in runs(Foreign((Text("x"),), language))) is turned


def test_a_line_break_stays_in_the_paragraph(runs):
    assert "<w:r><w:br/></w:r>" in runs(Text("a"), LineBreak(), Text("b"))


def test_a_link_leads_out_by_a_relationship(render):
    target = "https://example.org/?a=1&b=2"
    link = Link((Text("here"),), target)

    rendered = render(Paragraph((link, Text(" and "), link)))

    assert rendered.markup().count('<w:hyperlink r:id="rIdLink1" w:history="1">') == 2
    relationships = rendered.tree("word/_rels/document.xml.rels")
    (found,) = [item for item in relationships if item.get("Id") == "rIdLink1"]
    assert (found.get("Target"), found.get("TargetMode")) == (target, "External")


def test_a_link_inside_the_document_leads_to_the_bookmark(render):
    link, heading = Link((Text("aims"),), "#our-aims"), Heading((Text("Our aims"),), 1, "our-aims")

    rendered = render(Paragraph((link,)), heading, pages={"our-aims": 1})

    assert '<w:hyperlink w:anchor="_our_aims" w:history="1">' in rendered.markup()
    assert 'w:name="_our_aims"' in rendered.markup()


def test_a_link_to_a_place_that_the_document_lacks_keeps_its_words_and_is_reported(render):
    link = Link((Text("our aims"),), "#aims")

    rendered = render(Paragraph((link,), origin="sections/introduction/body/1/text"))

    assert "our aims" in rendered.markup()
    assert "<w:hyperlink" not in rendered.markup()
    (finding,) = rendered.diagnostics
    assert (finding.code, finding.path) == ("unusable-link", "sections/introduction/body/1/text")
    assert finding.message == '"#aims" leads nowhere; its words stand without a link'
    assert finding.hint.startswith("write # and the id of a section")


def test_a_link_inside_a_link_is_only_words(runs):
    inner = Link((Text("inner"),), "https://example.org/b")

    assert runs(Link((Text("outer "), inner), "https://example.org/a")).count("<w:hyperlink") == 1


def test_an_address_that_word_cannot_follow_keeps_its_words_and_is_reported(render):
    link = Link((Text("minutes"),), "javascript:alert(1)")

    rendered = render(Paragraph((link,), origin="actions/asb-2/update"))

    assert "minutes" in rendered.markup()
    assert "<w:hyperlink" not in rendered.markup()
    (finding,) = rendered.diagnostics
    assert (finding.code, finding.path) == ("unusable-link", "actions/asb-2/update")
    assert '"javascript:alert(1)"' in finding.message


def test_a_character_that_no_word_file_can_hold_is_left_out_and_reported_once(render):
    rendered = render(Paragraph((Text("a\x0bb\x0bc\ud800"),), origin="introduction"))

    assert ">abc<" in rendered.markup()
    assert [finding.path for finding in rendered.diagnostics] == ["introduction"] * 2
    assert "U+000B" in rendered.diagnostics[0].message
    assert "U+D800" in rendered.diagnostics[1].message


def test_page_numbers_are_fields_with_a_number_in_them(runs):
    markup = runs(PageNumber(), Text(" of "), Strong((PageCount(),)))

    assert " PAGE " in markup
    assert " NUMPAGES " in markup
    assert '<w:rStyle w:val="Strong"/></w:rPr><w:t>6</w:t>' in markup


def test_the_words_of_a_value_are_printed_where_it_stands(runs):
    value = Value((Text("492"),), "figures/f/value")

    assert runs(Text("In "), value).count("<w:r>") == 2
    assert ">492</w:t>" in runs(Link((value,), "https://example.org"))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ((), ""),
        ((Text("a"),), "a"),
        ((Text("a "), Abbreviation("ASB", "Noise"), Text(", "), StatusMark("done", "\u25cf")), "a ASB, \u25cf\u00a0done"),
        ((Text("a"), Strong((Text("b"),))), None),
        ((LineBreak(),), None),
        ((Value((Text("a"),), "x"),), None),
    ],
)
def test_only_text_that_all_looks_alike_is_unmarked(content, text):
    assert unmarked(content) == text
