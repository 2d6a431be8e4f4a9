"""Content controls as they stand in the file, and what of them LibreOffice keeps."""

from __future__ import annotations

import copy
import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

import judges
from cspdocs.backends.base import RenderOptions
from cspdocs.backends.docx import BACKEND
from cspdocs.backends.docx.controls import FIELDS_A_GROUP, NAMESPACE, STORE, Controls, tag
from cspdocs.backends.docx.links import bookmark_name
from cspdocs.backends.docx.markup import without_forbidden
from cspdocs.document.fields import LONGEST_TITLE, Field, Sent
from cspdocs.document.nodes import Document, Paragraph, Section, Text
from cspdocs.document.walk import document_texts
from cspdocs.pipeline import prepare_file
from cspdocs.starter import start_plan
from documents import documents
from every_node import every_node, every_sent, every_sheet
from reading import W, WordNumbers, assert_reads, word_text
from sending import sent_of
from sheets import make_sheet

EXAMPLES = sorted((judges.ROOT / "examples").glob("*/plan.yaml"))
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
KINDS = ("text", "dropDownList", "comboBox", "docPartObj", "richText")
FIELD = Field("actions/a/title", "Action: Patrol", "Patrol")
STATUS = Field("actions/a/status", "Status: Patrol", "done", ("\u25cf\u00a0Done", "\u25a0\u00a0Late"))
WAITING = Field("actions/a/update", "Update: Patrol", "", (), "None yet")


class Control(NamedTuple):
    """A content control: its properties, and the text in it."""

    title: str
    tag: str
    kind: str
    xpath: str
    text: str
    waiting: bool


def controls_in(element: etree._Element) -> Iterator[Control]:
    """All controls but that around the contents list."""
    for control in element.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")

        def value(name: str, attribute: str = "val", properties: etree._Element = properties) -> str:
            found = properties.find(f"{W}{name}")
            return "" if found is None else found.get(f"{W}{attribute}", "")

        kinds = [
            name
            for name in ("text", "dropDownList", "comboBox", "docPartObj", "richText")
            if properties.find(W + name) is not None
        ]
        if properties.find(f"{W}docPartObj/{W}docPartUnique") is None:
            waiting = properties.find(f"{W}showingPlcHdr") is not None
            shown, xpath = word_text(control.find(f"{W}sdtContent")), value("dataBinding", "xpath")
            yield Control(value("alias"), value("tag"), "".join(kinds), xpath, shown, waiting)


def made(*fields: Field) -> Controls:
    return Controls({field.path: field for field in fields})


# ---- one control


def test_plain_text_is_a_control_bound_to_its_field():
    markup = made(FIELD).in_line("actions/a/title", "Patrol")

    assert markup == (
        '<w:sdt><w:sdtPr><w:alias w:val="Action: Patrol"/><w:tag w:val="actions/a/title"/>'
        "<w:dataBinding w:prefixMappings=\"xmlns:p='urn:cspdocs:plan'\""
        f' w:xpath="/p:plan[1]/p:group[1]/p:field[1]/p:text[1]" w:storeItemID="{STORE}"/><w:text w:multiLine="1"/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>Patrol</w:t></w:r></w:sdtContent></w:sdt>"
    )


def test_a_field_in_several_places_is_bound_to_one_text():
    controls = made(FIELD)

    assert controls.in_line("actions/a/title", "Patrol") == controls.in_line("actions/a/title", "Patrol")
    assert len(controls.entries) == 1


def test_a_field_that_says_something_else_elsewhere_has_no_control_there_because_word_would_overwrite_it():
    controls = made(FIELD)
    controls.in_line("actions/a/title", "Patrol")

    assert controls.in_line("actions/a/title", "Patrols") is None
    assert controls.around_blocks("actions/a/title", "Patrols", ["<w:p/>"]) == ["<w:p/>"]
    assert controls.around_runs("actions/a/title", "Patrols", "<w:r/>") == "<w:r/>"


@pytest.mark.parametrize("text", ["R&D", "a < b", "a > b", "tab\tin it", "pop\u2011up", "co\u00adoperation"])
def test_text_that_libreoffice_would_lose_the_custom_xml_for_or_word_writes_otherwise_is_not_bound(text):
    markup = made(FIELD).in_line("actions/a/title", text)

    assert "<w:dataBinding" not in markup
    assert '<w:alias w:val="Action: Patrol"/>' in markup


ELSEWHERE = ("\u0627\u0631\u062f\u0648 and Polski", "\u0a97\u0ac1\u0a9c", "\u65e5\u672c", "\u202eabc\u202c", "\U00020000")


@pytest.mark.parametrize("text", ELSEWHERE)
def test_text_in_letters_of_which_libreoffice_would_write_it_several_times_is_a_list_without_choices(text):
    markup = made(FIELD).in_line("actions/a/title", text)

    assert "<w:dataBinding" in markup
    assert "<w:comboBox/></w:sdtPr>" in markup
    assert "<w:comboBox/></w:sdtPr>" in made(FIELD).in_line("actions/a/title", f"{text} & more")


@pytest.mark.parametrize(
    "text", ["Ynys M\u00f4n \u0175", "\u041f\u0440\u0438", "\u03b1", "\u25cf 5 \u20ac\u2026", "\U0001f693", "e\u0323"]
)
def test_text_in_the_letters_of_europe_is_text(text):
    assert '<w:text w:multiLine="1"/></w:sdtPr>' in made(FIELD).in_line("actions/a/title", text)


def test_text_of_several_lines_is_in_no_control_of_one():
    assert made(FIELD).in_line("actions/a/title", "one\ntwo") is None


def test_a_status_is_a_choice_of_the_vocabulary_each_value_as_it_is_shown():
    markup = made(STATUS).in_line("actions/a/status", "\u25cf\u00a0Done")

    assert "<w:dataBinding" in markup
    assert (
        '<w:dropDownList><w:listItem w:displayText="\u25cf\u00a0Done" w:value="\u25cf\u00a0Done"/>'
        '<w:listItem w:displayText="\u25a0\u00a0Late" w:value="\u25a0\u00a0Late"/></w:dropDownList>'
    ) in markup


def test_a_status_of_no_vocabulary_is_text():
    assert "<w:dropDownList>" not in made(STATUS).in_line("actions/a/status", "Nearly")


def test_words_in_place_of_a_text_are_a_placeholder_that_typing_replaces():
    controls = made(WAITING, STATUS._replace(text="", placeholder="None yet"))

    for path in ("actions/a/update", "actions/a/status"):
        assert (
            '<w:placeholder><w:docPart w:val="cspdocs 1"/></w:placeholder><w:showingPlcHdr/><w:dataBinding'
            in controls.in_line(path, "None yet")
        )
    assert controls.placeholders == {"<w:r><w:t>None yet</w:t></w:r>": "cspdocs 1"}


def test_words_still_to_be_filled_in_are_a_placeholder_with_their_look_that_libreoffice_keeps():
    look = '<w:rPr><w:rStyle w:val="Unfilled"/></w:rPr>'
    controls = made(FIELD._replace(text="XX"))

    markup = controls.to_fill("actions/a/title", "XX", look)

    run = f"<w:r>{look}<w:t>XX</w:t></w:r>"
    assert markup.endswith(f"<w:comboBox/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>")
    assert "<w:showingPlcHdr/><w:dataBinding" in markup
    assert controls.placeholders == {run: "cspdocs 1"}
    assert controls.entries["actions/a/title"].waiting
    assert controls.to_fill("actions/a/title", "TBC", look) is None


def test_a_status_still_to_be_filled_in_can_be_chosen():
    assert "<w:dropDownList>" in made(STATUS).to_fill("actions/a/status", "TBC", "")


def test_a_field_with_nothing_in_it_still_has_something_to_click_on():
    for field in (WAITING._replace(placeholder=""), WAITING._replace(text="{nothing}")):
        markup = made(field).in_line("actions/a/update", "")
        assert ">\u00a0</w:t>" in markup
        assert "<w:showingPlcHdr/>" in markup


def test_the_fields_are_numbered_in_groups():
    controls = made(*(Field(str(number), f"Field {number}", "x") for number in range(FIELDS_A_GROUP + 1)))
    last = [controls.in_line(str(number), "x") for number in range(FIELDS_A_GROUP + 1)][-1]

    assert "/p:plan[1]/p:group[2]/p:field[1]/p:text[1]" in last


def test_a_tag_is_the_path_or_begins_with_it_and_never_longer_than_word_takes():
    long, other = "a-section/" * 10, "a-section/" * 11

    assert tag("actions/a/title") == "actions/a/title"
    assert tag(long) == tag(long)
    assert tag(long) != tag(other)
    assert tag(long).startswith("a-section/a-section/")
    assert len(tag(long)) == len(tag(other)) == LONGEST_TITLE
    assert len(tag("\U0001f693" * 40).encode("utf-16-le")) <= 2 * LONGEST_TITLE
    assert tag('glossary/"R&D"') == "glossary/&quot;R&amp;D&quot;"


# ---- the controls of a file


class Written(NamedTuple):
    """A Word file and its text and custom XML."""

    data: bytes
    body: etree._Element
    fields: etree._Element | None


def opened(file: Any) -> tuple[etree._Element, etree._Element | None]:
    with zipfile.ZipFile(file) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        named = "customXml/item1.xml" in archive.namelist()
        return body, etree.fromstring(archive.read("customXml/item1.xml")) if named else None


def resolved(xpath: str, fields: etree._Element) -> etree._Element:
    """The only element that a binding names."""
    (element,) = fields.xpath(xpath, namespaces={"p": NAMESPACE})
    return element


def check_controls(body: etree._Element, fields: etree._Element | None, sent: Sent) -> None:
    """Asserts what must hold of the controls of any file."""
    titles = {field.title: field for field in sent.fields.values()}
    for control in controls_in(body):
        field = titles[without_forbidden(control.title)] if control.title in titles else None
        assert control.title
        assert 0 < len(control.tag) <= LONGEST_TITLE
        assert control.kind
        if control.xpath:
            bound = resolved(control.xpath, fields)
            entry = bound.getparent()
            assert entry.get("title") == control.title
            assert field is None or entry.get("id") == without_forbidden(field.path)
            assert entry.get("sent") == (bound.text or "")
            assert (bound.text or "") == ("" if control.waiting else control.text)
    for control in body.iterfind(f".//{W}p/{W}sdt"):
        before = [node.tag for node in control.itersiblings(preceding=True) if not node.tag.startswith(f"{W}bookmark")]
        assert control.find(f".//{W}hyperlink") is None
        assert before[:1] != [f"{W}hyperlink"]
    marks = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    numbers = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkStart")]
    assert len(set(marks)) == len(marks) == len(set(numbers))
    assert all(len(mark) <= 40 for mark in marks)
    assert sorted(numbers) == sorted(mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkEnd"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_whatever_the_document_each_binding_leads_to_its_text_and_nothing_is_lost(render, document):
    sent = sent_of(document)
    rendered = render(document=document, styles=make_sheet(), sent=sent)
    fields = rendered.tree("customXml/item1.xml") if "customXml/item1.xml" in rendered.parts else None

    check_controls(rendered.tree(), fields, sent)
    found = word_text(rendered.tree(), WordNumbers(io.BytesIO(rendered.data)))
    assert_reads(found, map(without_forbidden, document_texts(document)), "(?!)")
    assert render(document=document, styles=make_sheet(), sent=sent).data == rendered.data


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_microsoft_s_validator_finds_no_fault_in_any_document_with_fields(render, tmp_path_factory, document):
    file = tmp_path_factory.mktemp("validated") / "plan.docx"
    file.write_bytes(render(document=document, styles=make_sheet(), sent=sent_of(document)).data)

    assert judges.validate_docx(file) == []


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> Mapping[str, tuple[Path, Sent]]:
    """The examples, a plan just started, and a document in which everything stands, by name."""
    folder = tmp_path_factory.mktemp("controls")
    start_plan(folder / "started")
    plans = {plan.parent.name: plan for plan in EXAMPLES} | {"started": folder / "started"}
    options = {name: prepare_file(plan).options for name, plan in plans.items()}
    options["every-node"] = RenderOptions(every_node(), every_sheet(), every_sent)
    for name, given_options in options.items():
        (folder / f"{name}.docx").write_bytes(BACKEND.render(given_options.document, given_options).data)
    return {name: (folder / f"{name}.docx", given_options.sent) for name, given_options in options.items()}


NAMES = [*(plan.parent.name for plan in EXAMPLES), "started", "every-node"]


@pytest.mark.parametrize("name", NAMES)
def test_each_control_of_a_plan_names_a_field_and_says_what_it_says(files, name):
    file, sent = files[name]
    body, fields = opened(file)

    check_controls(body, fields, sent)
    assert fields.get("digest") == sent.digest
    assert {control.title for control in controls_in(body)} == {
        entry.get("title") for entry in fields.iter(f"{{{NAMESPACE}}}field")
    }


@pytest.mark.parametrize("plan", EXAMPLES, ids=lambda plan: plan.parent.name)
def test_all_that_an_example_prints_of_its_plan_can_be_edited(files, plan):
    _, fields = opened(files[plan.parent.name][0])

    printed = sent_of(prepare_file(plan).document).fields
    assert printed.keys() == {entry.get("id") for entry in fields.iter(f"{{{NAMESPACE}}}field")}


def test_an_action_has_a_control_for_each_of_its_cells(files):
    body, _ = opened(files["tonbridge-malling-2025-26"][0])
    row = {c.tag.rpartition("/")[2]: c for c in controls_in(body) if c.tag.startswith("previous/actions/asb-2/")}

    assert (row["title"].kind, row["status"].kind, row["1"].kind) == ("text", "dropDownList", "text")
    assert row["status"].text == "\u25b2\u00a0Ongoing"


def test_whoever_drops_an_action_can_delete_its_row_since_no_control_is_locked(files):
    body, _ = opened(files["tonbridge-malling-2025-26"][0])

    assert list(controls_in(body))
    assert not list(body.iter(f"{W}lock"))


def test_an_action_of_this_year_waits_for_its_update_and_status(files):
    body, _ = opened(files["tonbridge-malling-2025-26"][0])
    row = {c.tag.rpartition("/")[2]: c for c in controls_in(body) if c.tag.startswith("actions/asb-2/")}

    assert (row["update"].text, row["update"].waiting) == ("None yet", True)
    assert (row["status"].text, row["status"].kind) == ("None yet", "dropDownList")


# ---- what LibreOffice keeps


@pytest.fixture(scope="module")
def saved(files, tmp_path_factory) -> Mapping[str, Path]:
    """Each file as LibreOffice saves it."""
    folder = tmp_path_factory.mktemp("libreoffice")
    return {name: judges.saved_by_libreoffice(file, folder) for name, (file, _) in files.items()}


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_keeps_the_custom_xml_and_the_digest(files, saved, name):
    _, sent_fields = opened(files[name][0])
    _, kept_fields = opened(saved[name])

    def said(fields: etree._Element) -> list[dict[str, str]]:
        return [dict(entry.attrib) for entry in fields.iter(f"{{{NAMESPACE}}}field")]

    assert said(kept_fields) == said(sent_fields)
    assert kept_fields.get("digest") == sent_fields.get("digest")
    with zipfile.ZipFile(saved[name]) as archive:
        assert STORE.encode() in archive.read("customXml/itemProps1.xml")
        assert sent_fields.get("digest").encode() in archive.read("docProps/custom.xml")


@pytest.mark.parametrize("name", NAMES)
def test_libreoffice_keeps_every_word_every_binding_and_every_bookmark(files, saved, name):
    before, after = opened(files[name][0])[0], opened(saved[name])[0]

    def words(body: etree._Element) -> str:
        # What stands in drawings LibreOffice writes twice, once for programs that know no other pictures.
        written = copy.deepcopy(body)
        etree.strip_elements(written, f"{W}drawing", f"{W}pict", f"{MC}AlternateContent", with_tail=False)
        return "".join(word_text(written).split())

    def bindings(body: etree._Element) -> Counter[str]:
        return Counter(control.xpath for control in controls_in(body) if control.xpath)

    def bookmarks(body: etree._Element) -> set[tuple[str, str]]:
        # Each with the words of its row.
        marks = [(mark.get(f"{W}name"), [*mark.iterancestors(f"{W}tr")][:1]) for mark in body.iter(f"{W}bookmarkStart")]
        return {(name, "".join(map(words, rows))) for name, rows in marks}

    assert words(after) == words(before)
    assert bindings(after) == bindings(before)
    assert bookmarks(before) <= bookmarks(after)


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_found_again_after_libreoffice_by_its_title_its_binding_or_its_bookmark(files, saved, name):
    """LibreOffice 7.4 drops the titles of drop-downs, and of the control after one that has others in it."""
    body, fields = opened(files[name][0])
    after = opened(saved[name])[0]
    kept = {control.title for control in controls_in(after)}
    bound = {resolved(control.xpath, fields).getparent().get("id") for control in controls_in(after) if control.xpath}
    marked = {mark.get(f"{W}name") for mark in after.iter(f"{W}bookmarkStart")}
    lost = {
        entry.get("id")
        for entry in fields.iter(f"{{{NAMESPACE}}}field")
        if entry.get("title") not in kept and entry.get("id") not in bound and bookmark_name(entry.get("id")) not in marked
    }
    assert lost <= {"glossary/ASB/note"}
    untitled = {control.tag for control in controls_in(body) if control.title not in kept and control.kind == "text"}
    assert untitled <= {"figures/reports/value"}


def test_libreoffice_writes_text_in_any_letters_once_and_keeps_its_binding(render, tmp_path):
    blocks = [
        Paragraph((Text(text),), origin=f"glossary/{number}/meaning")
        for number, text in enumerate((*ELSEWHERE, *(f"{text} & more" for text in ELSEWHERE)))
    ]
    document = Document(title="Plan", sections=(Section((*blocks,)),))
    file = tmp_path / "plan.docx"
    file.write_bytes(render(document=document, styles=make_sheet(), sent=sent_of(document)).data)
    saved = opened(judges.saved_by_libreoffice(file, tmp_path / "saved"))[0]

    assert word_text(saved).split() == word_text(opened(file)[0]).split()
    assert sum(control.xpath != "" for control in controls_in(saved)) == len(ELSEWHERE)


def test_libreoffice_lays_a_file_with_controls_out_as_one_without(render, tmp_path):
    document = every_node()
    for name, sent in (("with", every_sent()), ("without", None)):
        (tmp_path / f"{name}.docx").write_bytes(render(document=document, styles=every_sheet(), sent=sent).data)
    texts = [
        judges.pdf_text(judges.docx_to_pdf(tmp_path / f"{name}.docx", tmp_path), layout=True) for name in ("with", "without")
    ]

    assert texts[0] == texts[1]
