from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.partnership_plan import Composition, compose_plan
from cspdocs.diagnostics import Severity
from cspdocs.document.nodes import Contents, Heading, Paragraph, Section
from cspdocs.document.walk import block_texts, numbered_text, plain_text
from cspdocs.plan import model
from cspdocs.plan.blocks import Box, PageBreak, Text
from cspdocs.plan.model import Plan, Priority
from cspdocs.template.template import Template
from cspdocs.template.wording import SectionWording
from cspdocs.values import evolve

Compose = Callable[..., Composition]


def parts(composition: Composition) -> list[Section]:
    """The sections of the document that are the plan's."""
    return [section for section in composition.document.sections if section.name not in ("cover", "contents", "back")]


def headed(sections: list[Section]) -> list[list[str]]:
    """The headings on each new page, with their numbers."""
    return [
        [numbered_text(block.number, plain_text(block.content)) for block in section.blocks if isinstance(block, Heading)]
        for section in sections
    ]


def section(name: str, *, start: Any = None, body: Any = (), inner: Any = (), **fields: Any) -> model.Section:
    """A section with its name for a heading."""
    return model.Section(id=name.lower(), title=name, start=start, body=body, sections=inner, **fields)


def entries(composition: Composition) -> list[tuple[int, str]]:
    (found,) = [b for part in composition.document.sections for b in part.blocks if isinstance(b, Contents)]
    return [(entry.level, numbered_text(entry.number, plain_text(entry.content))) for entry in found.entries]


# ---- pages


def test_a_section_begins_a_page_or_runs_on_as_it_says(compose: Compose) -> None:
    made = parts(compose(sections=[section("A"), section("B", start="here"), section("C")]))
    assert headed(made) == [["A", "B"], ["C"]]
    assert [(part.name, part.origin) for part in made] == [("a", "sections/a"), ("c", "sections/c")]


def test_where_the_template_lets_sections_run_on_they_begin_a_page_only_when_they_say_so(template: Template) -> None:
    plan = Plan(title="P", sections=[section("A", start="page"), section("B"), section("C", start="page")])
    made = compose_plan(plan, evolve(template, sections_start="here"))
    assert headed(parts(made)) == [["A", "B"], ["C"]]


def test_a_first_section_that_runs_on_stands_below_the_contents_list(compose: Compose) -> None:
    composition = compose(sections=[section("A", start="here"), section("B")])
    assert [part.name for part in composition.document.sections] == ["cover", "contents", "b"]
    assert headed([composition.document.sections[1]]) == [["A"]]


def test_on_another_sheet_of_paper_nothing_runs_on(template: Template) -> None:
    wide = evolve(template.sheet.pages["Page"], name="Wide")
    template = evolve(template, sheet=evolve(template.sheet, pages={**template.sheet.pages, "Wide": wide}))
    sections = [section("A", page="Wide", start="here"), section("B", start="here"), section("C", page="Wide", start="here")]
    made = parts(compose_plan(Plan(title="P", sections=sections), template))
    assert [part.page for part in made] == ["Wide", "Page", "Wide"]


def test_a_sheet_of_paper_that_the_template_lacks_is_told_and_the_usual_one_used(compose: Compose) -> None:
    composition = compose(sections=[section("A", page="Wide")])
    assert [part.page for part in parts(composition)] == ["Page"]
    (finding,) = composition.findings
    assert (finding.code, finding.severity, finding.path) == ("unknown-page", Severity.WARNING, "sections/a/page")


def test_a_page_break_and_a_section_inside_another_may_begin_a_page(compose: Compose) -> None:
    body = [Text(text="Before"), PageBreak(), Text(text="After")]
    inner = [section("In"), section("On a page", start="page", body=[Text(text="Words")])]
    made = parts(compose(sections=[section("A", body=body, inner=inner), section("B", start="here")]))
    assert [list(block_texts(part.blocks)) for part in made] == [
        ["Plan", "A", "Before"],
        ["After", "In"],
        ["On a page", "Words", "B"],
    ]
    assert [part.name for part in made] == ["a", "a-2", "a-3"]
    assert [part.origin for part in made] == ["sections/a", "sections/a/body/2", "sections/a/sections/on a page"]


def test_no_heading_is_left_alone_and_no_page_empty(compose: Compose) -> None:
    inner = [section("In", start="page", inner=[section("Deep", start="page")], body=[Text(text="Words")])]
    made = parts(compose(sections=[section("A", body=[PageBreak()], inner=inner), section("B", body=[PageBreak()])]))
    assert headed(made) == [["A", "In"], ["Deep"], ["B"]]


# ---- what a section says


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("vision", {"vision": "Safe for all."}, ["Safe for all."]),
        ("chair", {"chair": "By *turns*."}, ["By turns."]),
        ("access", {"access": "Ask us."}, ["Ask us."]),
        ("about", {"partnership": "CSP", "areas": ["Vale"]}, ["The CSP brings together"]),
        ("about", {}, []),
        ("unit", {}, []),
    ],
)
def test_a_section_without_a_body_says_what_the_plan_or_the_template_has_for_its_kind(
    compose: Compose, kind: str, fields: dict[str, Any], said: list[str]
) -> None:
    (part,) = parts(compose(sections=[model.Section(id="s", kind=kind)], **fields))
    texts = list(block_texts(part.blocks))[2:]
    assert len(texts) == len(said)
    assert all(text.startswith(words) for text, words in zip(texts, said, strict=True))


@pytest.mark.parametrize(
    ("told", "inside"),
    [
        pytest.param({"kind": "unit"}, True, id="no text for its kind"),
        pytest.param({"kind": "glossary"}, True, id="nothing of its kind in the plan"),
        pytest.param({"kind": "unit", "body": [Text(text="Four people.")]}, False, id="its own text"),
        pytest.param({"kind": "unit", "inner": [section("B", body=[Text(text="x")])]}, False, id="a section inside it"),
        pytest.param({}, False, id="a heading of its own"),
    ],
)
def test_a_section_of_a_kind_with_nothing_but_its_heading_is_told(
    compose: Compose, told: dict[str, Any], inside: bool
) -> None:
    composition = compose(sections=[section("A", **told)])
    found = [(finding.path, finding.severity) for finding in composition.findings if finding.code == "empty-section"]
    assert found == ([("sections/a", Severity.WARNING)] if inside else [])


def test_its_own_body_goes_before_the_ready_text(compose: Compose) -> None:
    (part,) = parts(compose(sections=[model.Section(id="s", kind="duty", body=[Text(text="Our duty.")])]))
    assert list(block_texts(part.blocks))[2:] == ["Our duty."]


def test_a_kind_of_the_templates_own_has_its_heading_and_text(template: Template) -> None:
    own = SectionWording(kind="safe", title="Safe in {area}", text="Call {area}. Or {contact.phone}.", numbered=True)
    template = evolve(template, wording=evolve(template.wording, sections=(own, *template.wording.sections)))
    plan = Plan(title="P", areas=["Vale"], sections=[model.Section(id="s", kind="safe")])
    (part,) = parts(compose_plan(plan, template))
    assert list(block_texts(part.blocks))[1:] == ["Safe in Vale", "Call Vale."]


def test_the_section_of_a_priority_has_its_number_and_all_that_is_said_of_it(compose: Compose) -> None:
    priority = Priority(id="asb", title="Anti-social behaviour", number="1", why="Residents say so.")
    (part,) = parts(compose(sections=[model.Section(id="s", kind="priority", priority="asb")], priorities=[priority]))
    texts = list(block_texts(part.blocks))
    assert texts[1] == "1 Anti-social behaviour"
    assert texts[-1] == "Residents say so."


def test_notes_stand_at_the_end_of_their_section(compose: Compose) -> None:
    body = [Text(text="Fewer^[Than ever.]"), PageBreak(), Text(text="Safer")]
    made = parts(compose(sections=[section("A", body=body), section("B", body=[Text(text="Last^[Note.]")])]))
    assert [list(block_texts(part.blocks))[-2:] for part in made[1:]] == [
        ["Notes", "[1] Than ever. back to the text"],
        ["Notes", "[2] Note. back to the text"],
    ]
    assert made[1].blocks[-2] == Heading(made[1].blocks[-2].content, 2, "a-notes")  # type: ignore[union-attr]


# ---- numbers and contents


def test_sections_are_numbered_as_the_plan_says_but_not_those_that_are_left_out(compose: Compose) -> None:
    sections = [
        model.Section(id="f", kind="foreword"),
        section("A", inner=[section("In"), section("Out", numbered=False)]),
        section("B", numbered=False, inner=[section("Under")]),
        section("C", body=[Text(text="Words")]),
        section("D", appendix=True, inner=[section("Clause")]),
    ]
    made = compose(sections=sections, numbering="headings")
    expected = ["Foreword", "1 A", "1.1 In", "Out", "B", "Under", "2 C", "Appendix A D", "A.1 Clause"]
    assert [title for titles in headed(parts(made)) for title in titles] == expected
    assert entries(made) == [(1, "Foreword"), (1, "1 A"), (1, "B"), (1, "2 C"), (1, "Appendix A D")]
    lettered = ["Appendix A D" if title == "D" else title for title in ["A", "In", "Out", "B", "Under", "C", "D", "Clause"]]
    assert [title for titles in headed(parts(compose(sections=sections))) for title in titles][1:] == lettered


def test_paragraphs_are_numbered_too_where_it_is_wanted_but_not_those_in_boxes(compose: Compose) -> None:
    body = [Text(text="One\n\n- In a list\n\nTwo"), Box(body=[Text(text="Boxed")])]
    (part,) = parts(compose(sections=[section("A", body=body)], numbering="paragraphs"))
    numbered = [block.number for block in part.blocks if isinstance(block, Heading | Paragraph)]
    assert numbered == ["", "1", "1.1", "1.2"]


def test_the_template_numbers_where_the_plan_does_not_say(template: Template) -> None:
    template = evolve(template, numbering="headings")
    plan = Plan(title="P", sections=[section("A")])
    assert headed(parts(compose_plan(plan, template))) == [["1 A"]]
    assert headed(parts(compose_plan(evolve(plan, numbering="none"), template))) == [["A"]]


@pytest.mark.parametrize(
    ("depth", "shown"), [(1, ["A", "B"]), (2, ["A", "In short", "B"]), (3, ["A", "In short", "Deep", "B"])]
)
def test_the_contents_list_goes_as_deep_as_the_template_says(template: Template, depth: int, shown: list[str]) -> None:
    inner = section("In", contents_title="In short", inner=[section("Deep", body=[Box(title="Boxed")])])
    plan = Plan(title="P", sections=[section("A", inner=[inner]), section("B", body=[Text(text="Words^[note]")])])
    made = entries(compose_plan(plan, evolve(template, contents_depth=depth)))
    assert [title for _, title in made if title != "Notes"] == shown
    assert all(level <= depth for level, _ in made)


def test_without_a_contents_list_there_is_no_page_for_it(template: Template) -> None:
    plan = Plan(title="P", sections=[section("A")])
    made = compose_plan(plan, evolve(template, contents_depth=0))
    assert [part.name for part in made.document.sections] == ["cover", "a"]
