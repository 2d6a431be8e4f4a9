"""The verifier as a whole: what it says of clean files, of odd ones, and of those that are no Word files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspdocs.backends.docx.accessibility import verify_parts
from cspdocs.backends.docx.accessibility.archive import verify_package
from cspdocs.diagnostics import Severity
from cspdocs.pipeline import prepare_file
from documents import documents
from every_node import dated, every_sheet
from word_files import (
    cell,
    changed,
    control,
    found,
    found_in,
    grid,
    holder,
    holding,
    line,
    packed,
    parts,
    rendered,
    words,
)

MAIN = "word/document.xml"
EXAMPLES = sorted((Path(__file__).parents[4] / "examples").glob("*/plan.yaml"))


NAMES = st.sampled_from(
    (
        *(
            "p",
            "r",
            "t",
            "tbl",
            "tr",
            "tc",
            "sdt",
            "sdtContent",
            "sdtPr",
            "pPr",
            "rPr",
            "tblPr",
            "tcPr",
            "trPr",
            "shd",
            "color",
        ),
        *(
            "sz",
            "b",
            "vMerge",
            "gridSpan",
            "tblHeader",
            "tblLook",
            "tblStyle",
            "tblpPr",
            "pStyle",
            "rStyle",
            "effect",
            "tab",
        ),
        *(
            "hyperlink",
            "instrText",
            "fldChar",
            "br",
            "drawing",
            "pict",
            "object",
            "footnoteReference",
            "txbxContent",
            "alias",
        ),
        *(
            "tag",
            "outlineLvl",
            "numPr",
            "numId",
            "docPartGallery",
            "lang",
            "basedOn",
            "name",
            "style",
            "docDefaults",
            "body",
        ),
    )
)
VALUES = st.sampled_from(
    ("", "0", "1", "-1", "9", "x", "auto", "FF0000", "Normal", "Heading1", "TableStyle", "restart", "04A0", "pct50")
)
ATTRIBUTES = st.dictionaries(st.sampled_from(("val", "fill", "color", "firstRow", "styleId", "type", "instr")), VALUES)
TEXTS = st.sampled_from(("", " ", "1) a", "a  b", "words", "\u00a0"))
ELEMENTS = st.recursive(
    st.tuples(NAMES, ATTRIBUTES, TEXTS, st.just(())),
    lambda inner: st.tuples(NAMES, ATTRIBUTES, TEXTS, st.lists(inner, max_size=4)),
    max_leaves=25,
)


def codes(data):
    return {finding.code for finding in verify_package(data)}


def test_of_a_plain_plan_nobody_can_find_fault():
    assert verify_package(packed(parts())) == ()


def test_a_finding_says_what_was_met_where_and_the_cure():
    (finding,) = found_in(words("late", run='<w:effect w:val="lights"/>'), "word-blinking")

    assert finding.severity is Severity.WARNING
    assert finding.message == 'the text "late" below "Our aims" blinks'
    assert finding.hint == "take its text effect away"
    assert finding.path == ""


def test_a_finding_in_a_table_names_the_table_by_its_title():
    title = '<w:tblCaption w:val="Last year"/>'
    blinking = words("late", run='<w:effect w:val="lights"/>')
    (finding,) = found_in(grid(line(cell("A")), line(holder(blinking)), properties=title), "word-blinking")

    assert finding.message == 'the text "late" in the table "Last year", below "Our aims" blinks'


def test_a_table_without_a_title_is_named_by_the_words_of_its_header():
    (finding,) = found_in(grid(line(cell("Who"), cell("When")), line(cell("I"), cell())), "word-empty-cell")

    assert 'the table that begins "Who, When"' in finding.message


def test_what_stands_below_a_table_is_not_below_a_heading_in_it():
    heading = holder(words("In a cell", style="Heading2"))
    (finding,) = found_in(grid(line(cell("A")), line(heading)) + words("*\ta"), "word-typed-list")

    assert finding.message.startswith('the paragraph "* a" below "Our aims"')


def test_the_path_of_a_finding_is_the_tag_of_the_nearest_control_around_it():
    field = control(words("1) one"), '<w:alias w:val="Update"/><w:tag w:val="actions/a-1/update"/>')
    within = control(field, '<w:alias w:val="Around"/><w:tag w:val="around"/>')
    untagged = control(field, '<w:alias w:val="Around"/>')

    for block in (field, within, untagged):
        (finding,) = found_in(block, "word-typed-list")
        assert finding.path == "actions/a-1/update"


def test_a_control_inside_an_empty_cell_is_the_field_to_mend():
    empty = holder(control("<w:p/>", '<w:alias w:val="Update"/><w:tag w:val="actions/a-1/update"/>'))
    (finding,) = found_in(grid(line(cell("A"), cell("B")), line(cell("one"), empty)), "word-empty-cell")

    assert finding.path == "actions/a-1/update"


def test_the_path_of_a_table_is_that_of_the_first_field_in_it():
    field = holder(control(words("one"), '<w:alias w:val="Action"/><w:tag w:val="actions/a-1/title"/>'))
    (finding,) = found_in(grid(line(cell("A"), cell("B")), line(field, cell("x")), line(cell("y"))), "word-table-not-simple")

    assert finding.path == "actions/a-1/title"


def test_of_what_is_met_very_often_the_last_finding_says_how_often_more():
    findings = found_in("".join(f"{words('1) x')}{words('between')}" for _ in range(25)), "word-typed-list")

    assert len(findings) == 21
    assert findings[-1].message == "the same is found in 5 more places"


def test_what_is_in_headers_and_footers_is_looked_at_too():
    (finding,) = found(changed("Safer Borough", "1) Safer", "word/header1.xml"), "word-typed-list")

    assert "in the page header" in finding.message


def test_what_stands_twice_for_older_versions_is_found_once():
    anchored = '<w:drawing><wp:anchor><wp:docPr id="9" name="x" descr="A map of the town"/></wp:anchor></w:drawing>'
    vml = '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute"/></w:pict>'
    both = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{anchored}</mc:Choice><mc:Fallback>{vml}</mc:Fallback></mc:AlternateContent></w:r></w:p>'
    )

    assert len(found_in(both, "word-floating-object")) == 1


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 and no more", packed({}), packed({"a.txt": b"a"})])
def test_what_is_no_word_file_is_an_error(data):
    (finding,) = verify_package(data)

    assert (finding.code, finding.severity) == ("word-unreadable", Severity.ERROR)


def test_an_encrypted_file_is_said_to_be_restricted():
    (finding,) = verify_package(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    assert finding.code == "word-access-restricted"
    assert "encrypted" in finding.message


@pytest.mark.parametrize(
    ("part", "data", "said"),
    [
        (MAIN, None, "the part /word/document.xml is missing"),
        (MAIN, b"<w:document", "the part /word/document.xml is not well-formed XML"),
        (MAIN, b"", "the part /word/document.xml is not well-formed XML"),
        (MAIN, b"<html/>", "the file holds no document of Word"),
        ("_rels/.rels", None, "the part /_rels/.rels is missing"),
        ("_rels/.rels", b"<Relationships/>", "the file holds no document of Word"),
    ],
)
def test_a_file_without_its_document_is_an_error(part, data, said):
    left = {name: own for name, own in parts().items() if name != part}
    (finding,) = verify_package(packed(left if data is None else {**left, part: data}))

    assert (finding.code, finding.severity) == ("word-unreadable", Severity.ERROR)
    assert finding.message.startswith(said)


@pytest.mark.parametrize("part", ["word/styles.xml", "word/settings.xml", "word/header1.xml", "docProps/core.xml"])
@pytest.mark.parametrize("data", [None, b"<broken", b"\xff\xfe\x00"])
def test_a_part_that_is_missing_or_broken_is_said_and_the_rest_is_judged(part, data):
    left = {name: own for name, own in parts().items() if name != part}
    left[MAIN] = left[MAIN].replace(b"Here is", b"1) Here  is")
    findings = verify_package(packed(left if data is None else {**left, part: data}))

    (unreadable,) = (finding for finding in findings if finding.code == "word-unreadable")
    assert f"/{part}" in unreadable.message
    assert unreadable.severity is Severity.WARNING
    assert {"word-typed-list", "word-repeated-blanks"} <= {finding.code for finding in findings}


def test_an_entity_bomb_is_not_unfolded():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    data = parts()[MAIN].decode().replace("<w:document", f"{bomb}<w:document").replace("Here is", "&b;")

    assert verify_package(packed({**parts(), MAIN: data.encode()})) == ()


@settings(max_examples=60)
@given(st.data())
def test_damage_anywhere_in_a_file_never_ends_in_an_exception(data):
    whole = bytearray(packed(parts()))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    verify_package(bytes(whole[: data.draw(st.integers(0, len(whole)))]))
    verify_package(bytes(whole))


def test_parts_are_found_by_their_relationships_whatever_their_names():
    odd = dict(parts())
    odd["body/Haupt.xml"] = odd.pop(MAIN)
    odd["body/_rels/Haupt.xml.rels"] = odd.pop("word/_rels/document.xml.rels").replace(b'Target="', b'Target="../word/')
    odd["_rels/.rels"] = odd["_rels/.rels"].replace(b"word/document.xml", b"/BODY/haupt.xml")

    assert verify_package(packed(odd)) == ()


def test_files_in_the_strict_vocabulary_are_read_alike():
    old, new = (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    strict = {name: data.replace(old.encode(), new.encode()) for name, data in parts().items()}
    strict[MAIN] = strict[MAIN].replace(b"Here is", b"1) Here is")

    assert codes(packed(strict)) == {"word-typed-list"}


def test_other_encodings_and_prefixes_are_read_alike():
    text = (
        parts()[MAIN]
        .decode()
        .replace("<w:", "<x:")
        .replace("</w:", "</x:")
        .replace(" w:", " x:")
        .replace("xmlns:w=", "xmlns:x=")
    )
    text = text.replace("Here is", "1) Here is").replace("UTF-8", "UTF-16")

    assert codes(packed({**parts(), MAIN: text.encode("utf-16")})) == {"word-typed-list"}


def test_a_document_of_nothing_is_clean_but_for_what_it_lacks():
    empty = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
    kept = ("_rels/.rels", "docProps/core.xml", "docProps/app.xml")
    bare = {MAIN: empty, **{name: parts()[name] for name in kept}}

    assert codes(packed(bare)) == {"word-language"}


@settings(max_examples=100)
@given(st.lists(ELEMENTS, max_size=4), st.lists(ELEMENTS, max_size=3))
def test_whatever_is_nested_in_whatever_nothing_is_raised(body, styles):
    def written(element):
        name, attributes, text, inner = element
        said = "".join(f' w:{key}="{value}"' for key, value in attributes.items())
        return f"<w:{name}{said}>{text}{''.join(map(written, inner))}</w:{name}>"

    verify_package(holding("".join(map(written, body)), styles="".join(map(written, styles))))


@settings(max_examples=50)
@given(documents())
def test_whatever_the_document_the_verifier_never_raises(document):
    verify_package(packed(rendered(document)))


def test_of_every_node_it_finds_what_that_document_really_holds():
    findings = verify_package(packed(rendered(dated(), every_sheet())))
    held = {
        "word-heading-order": 'the heading "Deep" below "Aims"',
        "word-alt-text-file-name": 'a picture below "Pictures"',
        "word-table-header": 'the table that begins "no, header"',
        "word-layout-table-header": 'the table "A header and no rows"',
        "word-table-not-simple": 'the table "What we do: “tŷ”"',
        "word-empty-cell": '2 cells of the table "What we do: “tŷ”"',
        "word-blank-row": 'row 2 of the table that begins "no, header"',
        "word-contrast": 'the text "Action" in the table "What we do: “tŷ”",',
    }
    # Numbers too wide for their tab stop in the contents list, and the edges of boxes beside tables.
    made = {"word-repeated-blanks", "word-empty-paragraphs"}

    assert {finding.code for finding in findings} <= held.keys() | made
    for code, beginning in held.items():
        assert any(finding.code == code and finding.message.startswith(beginning) for finding in findings)


MEANT = {"tonbridge-malling-2014-15": {"word-table-not-simple"}}
"""What a template asks for on purpose: the council's tables of 2014 have rows that divide them."""


@pytest.mark.parametrize("plan", EXAMPLES, ids=lambda plan: plan.parent.name)
def test_of_the_examples_it_finds_nothing_but_what_their_template_asks_for(plan):
    output = prepare_file(plan).render("docx")
    meant = MEANT.get(plan.parent.name, set())

    assert [str(finding) for finding in verify_package(output.data) if finding.code not in meant] == []


def test_what_is_judged_when_a_file_is_made_is_what_is_in_it():
    output = prepare_file(EXAMPLES[0]).render("docx")
    found = [finding for finding in output.diagnostics if finding.code.startswith("word-")]

    assert [(finding.code, finding.message) for finding in found] == [
        (finding.code, finding.message) for finding in verify_package(output.data)
    ]
    assert verify_parts(parts()) == verify_package(packed(parts())) == ()
