from __future__ import annotations

import re
from pathlib import Path

from cspdocs.plan.blocks import SECTION_KINDS
from cspdocs.plan.governance import Kind
from cspdocs.records.structure import structure
from cspdocs.records.yaml_text import read_yaml
from cspdocs.resources import find_template
from cspdocs.template.ready import READY_KINDS, READY_SECTIONS, complete
from cspdocs.template.template import load_template
from cspdocs.template.wording import SectionWording, Wording
from cspdocs.units import pt
from cspdocs.values import evolve, fields

DEFAULT_LINE = re.compile(r"#(\S|  |$)")


def test_every_kind_of_section_with_content_has_a_heading() -> None:
    assert set(SECTION_KINDS) - {"prose"} <= {section.kind for section in READY_SECTIONS}
    assert all(section.title for section in READY_SECTIONS)


def test_the_law_and_the_notices_are_there_and_short() -> None:
    texts = {section.kind: section.text or "" for section in READY_SECTIONS}
    assert "Crime and Disorder Act 1998 (section 6)" in texts["duty"]
    assert "SI 2007/1830" in texts["duty"]
    assert "Equality Act 2010 (section 149)" in texts["equality"]
    assert "{contact.phone}" in texts["access"]
    assert max(len(text.split()) for text in texts.values()) < 130


def test_the_templates_own_sections_come_first_and_keep_what_they_do_not_say() -> None:
    own = (SectionWording(kind="duty", title="The law"), SectionWording(kind="town", title="The town", text="It is big."))
    sections = complete(Wording(sections=own)).sections
    law, town, *others = sections
    ready = next(section for section in READY_SECTIONS if section.kind == "duty")
    assert (law.title, law.text, law.numbered) == ("The law", ready.text, True)
    assert (town.title, town.text, town.numbered) == ("The town", "It is big.", True)
    assert [section.kind for section in others] == [section.kind for section in READY_SECTIONS if section.kind != "duty"]


def test_ready_text_may_be_taken_away_and_numbering_given_back() -> None:
    own = (SectionWording(kind="duty", text=""), SectionWording(kind="foreword", numbered=True))
    law, foreword, *_ = complete(Wording(sections=own)).sections
    assert (law.title, law.text) == ("What the law asks", "")
    assert (foreword.title, foreword.numbered) == ("Foreword", True)


def test_the_templates_own_kinds_replace_the_usual_ones() -> None:
    kinds = complete(Wording(kinds=(Kind(id="other", title="Friends"),))).kinds
    assert [kind.title for kind in kinds if kind.id == "other"] == ["Friends"]
    assert {kind.id for kind in kinds} == {kind.id for kind in READY_KINDS}


def test_numbers_in_tables_look_as_the_template_has_its_tables_but_stand_at_the_right() -> None:
    for name in ("plain", "ashford", "tonbridge-malling", "tonbridge-malling-2014"):
        styles = load_template(name).sheet.styles
        for plain, number in (("Table Text", "Table Number"), ("Table Heading", "Table Number Heading")):
            assert styles[number] == evolve(styles[plain], name=number, based_on=plain, align="right")


def test_white_space_parts_those_who_sign_where_no_rule_does() -> None:
    style = load_template("tonbridge-malling").sheet.tables["Signatures"]
    assert style.rule == style.padding_left == 0
    assert style.padding_right >= pt(12)


def test_the_plain_template_shows_every_word_as_it_is_without_it() -> None:
    lines = (find_template("plain") / "wording.yaml").read_text(encoding="utf-8").splitlines()
    taken = [line[1:] if DEFAULT_LINE.match(line) else line for line in lines]
    node, found = read_yaml("\n".join(taken))
    assert not found
    assert node is not None
    structured = structure(node, Wording, file=Path("wording.yaml"))
    assert not structured.findings
    shown = structured.value
    assert shown is not None
    assert [field.name for field in fields(Wording) if field.name.replace("_", "-") not in structured.lines] == []
    usual, differs = Wording(), ("no_update", "no_status", "blank")
    for field in fields(Wording):
        if field.name not in ("sections", "kinds", *differs):
            assert getattr(shown, field.name) == getattr(usual, field.name)
    assert list(shown.kinds) == list(READY_KINDS)
    assert [normal(section) for section in complete(Wording(sections=shown.sections)).sections] == [
        normal(section) for section in READY_SECTIONS
    ]


def normal(section: SectionWording) -> SectionWording:
    """The section with the lines of each paragraph joined."""
    paragraphs = (section.text or "").split("\n\n")
    joined = [re.sub(r"\n *(?!-)", " ", paragraph) for paragraph in paragraphs]
    return evolve(section, text="\n\n".join(joined))
