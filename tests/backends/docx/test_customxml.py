from __future__ import annotations

import re

from lxml import etree

from cspdocs.backends.docx.controls import NAMESPACE, STORE, Controls
from cspdocs.backends.docx.customxml import custom_properties_part, fields_part, glossary_part, properties_part
from cspdocs.document.fields import Field, Sent
from cspdocs.document.nodes import Paragraph, Text, Unfilled
from reading import W

P = f"{{{NAMESPACE}}}"


def part(*said: tuple[Field, str]) -> etree._Element:
    """The part of fields that were printed so."""
    sent = Sent("a" * 64, 'Plan "R&D"', "2025/26", {field.path: field for field, _ in said})
    controls = Controls(sent.fields)
    for field, text in said:
        controls.around_blocks(field.path, text, ["<w:p/>"])
    return etree.fromstring(fields_part(sent, controls.entries.values()).encode())


def test_the_plan_is_told_by_its_digest_title_and_period():
    assert dict(part().attrib) == {"digest": "a" * 64, "title": 'Plan "R&D"', "period": "2025/26"}


def test_a_field_has_its_path_its_title_and_what_was_printed_of_it():
    (field,) = part((Field("glossary/<x>/meaning", 'Meaning: "x"', "R&D"), "R&D")).iter(f"{P}field")

    assert dict(field.attrib) == {"id": "glossary/<x>/meaning", "title": 'Meaning: "x"', "sent": "R&D"}
    assert [child.tag for child in field] == [f"{P}text"]
    assert field[0].text == "R&D"


def test_what_was_typed_stands_beside_what_was_printed_where_it_is_something_else():
    (field,) = part((Field("a", "A", "**In** {period}\n\n- one"), "In 2025/26\none")).iter(f"{P}field")

    assert field.get("source") == "**In** {period}\n\n- one"
    assert field.get("sent") == field[0].text == "In 2025/26\none"


def test_a_field_that_is_still_to_be_filled_in_is_empty_and_says_what_is_printed_meanwhile():
    (field,) = part((Field("a", "A", "", (), "None yet"), "None yet")).iter(f"{P}field")

    assert (field.get("sent"), field.get("placeholder"), field.get("source")) == ("", "None yet", None)
    assert not field[0].text


def test_a_heading_that_is_the_template_s_says_that_nothing_was_typed():
    (field,) = part((Field("sections/a/title", "Section: A", ""), "Review")).iter(f"{P}field")

    assert (field.get("sent"), field.get("source")) == ("Review", "")


def test_the_part_is_known_by_its_id():
    assert f'ds:itemID="{STORE}"' in properties_part()
    assert f'ds:uri="{NAMESPACE}"' in properties_part()


def test_empty_controls_are_filled_from_building_blocks_each_with_an_id_of_its_own():
    runs = ["<w:r><w:t>None yet</w:t></w:r>", "<w:r><w:t>R&amp;D</w:t></w:r>"]
    glossary = glossary_part({runs[0]: "cspdocs 1", runs[1]: "cspdocs 2"})

    assert re.findall(r'<w:name w:val="(cspdocs \d)"/>', glossary) == ["cspdocs 1", "cspdocs 2"]
    assert re.findall(r"<w:docPartBody><w:p>(.*?)</w:p></w:docPartBody>", glossary) == runs
    identities = re.findall(r'<w:guid w:val="(\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\})"/>', glossary)
    assert len(set(identities)) == 2


def test_the_building_blocks_have_the_styles_that_they_need_and_no_others(render):
    parts = render(Paragraph((Unfilled((Text("XX"),)),), origin="a"), sent=Sent(fields={"a": Field("a", "A", "XX")})).parts

    styles = etree.fromstring(parts["word/glossary/styles.xml"])
    names = [style.find(f"{W}name").get(f"{W}val") for style in styles.iter(f"{W}style")]
    assert names == ["Normal", "Default Paragraph Font", "Unfilled", "Normal Table", "No List"]
    assert styles.find(f"{W}docDefaults") is not None
    assert b'<w:rStyle w:val="Unfilled"/>' in parts["word/glossary/document.xml"]


def test_a_field_with_words_to_be_filled_in_is_empty_in_the_custom_xml(render):
    parts = render(Paragraph((Unfilled((Text("XX"),)),), origin="a"), sent=Sent(fields={"a": Field("a", "A", "XX")})).parts

    (field,) = etree.fromstring(parts["customXml/item1.xml"]).iter(f"{P}field")
    assert dict(field.attrib) == {"id": "a", "title": "A", "sent": "", "placeholder": "XX"}
    assert not field[0].text


def test_the_digest_is_a_property_of_the_file_too():
    assert "<vt:lpwstr>abc</vt:lpwstr>" in custom_properties_part(Sent("abc"))


def test_a_document_without_a_plan_has_none_of_these_parts(render):
    rendered = render(Paragraph((Text("a"),), origin="actions/a/title"))

    assert not {"customXml/item1.xml", "word/glossary/document.xml", "docProps/custom.xml"} & set(rendered.parts)
    assert "<w:sdt>" not in rendered.markup()


def test_only_files_with_empty_controls_have_building_blocks(render):
    field = Field("actions/a/update", "Update: A", "", (), "None yet")
    paragraph = Paragraph((Text("None yet"),), origin=field.path)

    assert "word/glossary/document.xml" in render(paragraph, sent=Sent(fields={field.path: field})).parts
    said = field._replace(text="None yet", placeholder="")
    assert "word/glossary/document.xml" not in render(paragraph, sent=Sent(fields={field.path: said})).parts
