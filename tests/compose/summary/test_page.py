from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from cspdocs.compose.partnership_plan import Composition
from cspdocs.compose.summary.page import compose_summary
from cspdocs.document.nodes import Block, Box, Figure, Grid, Heading, Link, Paragraph
from cspdocs.document.walk import block_texts, document_texts, inner_blocks, plain_text
from cspdocs.plan.blocks import Text
from cspdocs.plan.directory import Contact, Organisation
from cspdocs.plan.governance import Kind
from cspdocs.plan.model import Action, Plan, Priority, Release, Section
from cspdocs.plan.period import Period
from cspdocs.template.sheets import summary_sheet
from cspdocs.template.template import Logo, Template
from cspdocs.units import mm
from cspdocs.values import evolve
from strategies import plans

Summarise = Callable[..., Composition]


@pytest.fixture
def summarise(template: Template) -> Summarise:
    """The summary of a plan of the given fields."""
    return lambda **fields: compose_summary(Plan(**{"title": "Plan", **fields}), template)


def texts(composition: Composition) -> list[str]:
    return list(document_texts(composition.document))


def below(title: str, composition: Composition) -> list[Block]:
    """What stands below a heading of the first level."""
    found: list[Block] = []
    inside = False
    for block in composition.document.sections[0].blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = plain_text(block.content) == title
        elif inside:
            found.append(block)
    return found


def said(title: str, composition: Composition) -> list[str]:
    return list(block_texts(below(title, composition)))


def test_a_plan_with_nothing_but_a_title_has_a_summary_of_nothing_else(summarise: Summarise) -> None:
    composition = summarise()
    assert texts(composition) == ["Plan on a page", "Draft"]
    assert composition.findings == ()


def test_it_begins_with_whose_it_is_and_of_which_plan(summarise: Summarise) -> None:
    composition = summarise(
        title="Partnership Plan",
        partnership="Safety Partnership",
        areas=["Ashford", "Swale"],
        period=Period.financial(2025),
        release=Release(stage="draft", version="0.3", date=datetime.date(2025, 4, 1)),
    )
    assert texts(composition)[:4] == [
        "Ashford and Swale",
        "Safety Partnership",
        "Partnership Plan 2025 - 2026 on a page",
        "Draft 0.3",
    ]
    document = composition.document
    assert document.title == "Partnership Plan 2025 - 2026 on a page, Ashford and Swale Safety Partnership"
    assert document.subject == "Partnership Plan 2025 - 2026 on a page"
    assert (document.stage, document.version, document.date) == ("Draft", "0.3", datetime.date(2025, 4, 1))
    assert [section.running for section in document.sections] == [False]


def test_the_vision_stands_in_a_box_under_its_heading(summarise: Summarise) -> None:
    (box,) = [b for b in summarise(vision="a safer borough").document.sections[0].blocks if isinstance(b, Box)]
    assert list(block_texts(box.content)) == ["Our vision", "\u201ca safer borough\u201d"]
    sections = [Section(id="v", kind="vision", title="Vision", body=[Text(text="To be safe.")])]
    (box,) = [b for b in summarise(sections=sections).document.sections[0].blocks if isinstance(b, Box)]
    assert list(block_texts(box.content)) == ["Vision", "To be safe."]


def test_what_the_partnership_is_stands_in_the_words_of_the_plan_or_else_of_the_template(summarise: Summarise) -> None:
    names: dict[str, Any] = {"partnership": "Safety Partnership", "areas": ["Ashford"]}
    assert said("About the partnership", summarise(**names))[0].startswith("The Safety Partnership brings together")
    sections = [
        Section(id="law", kind="duty", title="The law", body=[Text(text="It asks.")]),
        Section(id="us", kind="about", title="Us", body=[Text(text="We are.")]),
    ]
    composition = summarise(**names, sections=sections)
    assert [one for one in texts(composition) if one in ("Us", "We are.", "The law", "It asks.")] == [
        "Us", "We are.", "The law", "It asks.",
    ]  # fmt: skip
    assert "About the partnership" not in texts(composition)


def test_priorities_stand_side_by_side_on_a_background_with_what_they_cover_in_short(summarise: Summarise) -> None:
    priorities = [
        Priority(id="asb", title="Nuisance", number="1", scope="Noise and litter."),
        Priority(id="long", title="Violence", scope="word " * 60),
        Priority(id="two", title="Theft", scope="One.\n\nTwo."),
    ]
    composition = summarise(priorities=priorities)
    (grid,) = [block for block in composition.document.sections[0].blocks if isinstance(block, Grid)]
    assert [list(block_texts(cell.content)) for cell in grid.entries] == [
        ["1 Nuisance", "Noise and litter."],
        ["Violence"],
        ["Theft"],
    ]
    assert all(cell.fill == "#dde5f0" for cell in grid.entries)


@pytest.mark.parametrize(
    ("count", "letters", "columns"), [(1, 9, 1), (2, 9, 2), (4, 60, 4), (5, 9, 3), (7, 9, 4), (6, 100, 3), (4, 300, 2)]
)
def test_rows_of_priorities_are_as_full_as_their_titles_allow(
    summarise: Summarise, count: int, letters: int, columns: int
) -> None:
    composition = summarise(priorities=[Priority(id=f"p{n}", title="x" * letters) for n in range(count)])
    (grid,) = [block for block in composition.document.sections[0].blocks if isinstance(block, Grid)]
    assert grid.columns == columns


def test_priorities_of_other_kinds_stand_below_headings_of_their_own(summarise: Summarise) -> None:
    composition = summarise(
        kinds=[Kind(id="priority", title="Priorities"), Kind(id="theme", title="Themes")],
        priorities=[Priority(id="a", title="A"), Priority(id="b", title="B", kind="theme")],
    )
    headings = [b for b in composition.document.sections[0].blocks if isinstance(b, Heading) and b.level == 2]
    assert [plain_text(heading.content) for heading in headings] == ["Themes"]


def test_priorities_of_the_usual_kind_stand_before_those_with_headings(summarise: Summarise) -> None:
    composition = summarise(
        kinds=[Kind(id="theme", title="Themes"), Kind(id="place", title="Places")],
        priorities=[
            Priority(id="a", title="A", kind="theme"),
            Priority(id="b", title="B", kind="place"),
            Priority(id="c", title="C"),
        ],
    )
    said = [
        text for text in block_texts(composition.document.sections[0].blocks) if text in ("A", "B", "C", "Themes", "Places")
    ]
    assert said == ["C", "Themes", "A", "Places", "B"]


COUNCIL: dict[str, Any] = {
    "council": "abc",
    "organisations": [Organisation(id="abc", name="Ashford Council", short="ABC", aliases=["The Council"])],
    "actions": [
        Action(id="1", title="Patrol", owners=["abc"]),
        Action(id="2", title="Arrest", owners=["police"]),
        Action(id="3", title="Clean", owners=["police", "the council"]),
    ],
}


def test_the_councils_actions_are_those_that_it_leads_under_any_of_its_names(summarise: Summarise) -> None:
    assert said("The role of the council", summarise(**COUNCIL)) == ["Patrol", "Clean"]


def test_the_councils_actions_follow_what_is_said_of_its_role(summarise: Summarise) -> None:
    sections = [Section(id="c", kind="council", title="Our part", body=[Text(text="It leads.")])]
    composition = summarise(**COUNCIL, sections=sections, period=Period.financial(2025))
    assert said("Our part", composition) == ["It leads.", "Its actions in 2025/26", "Patrol", "Clean"]


def test_a_plan_that_names_no_council_has_no_actions_of_it(summarise: Summarise) -> None:
    composition = summarise(actions=[Action(id="1", title="Patrol", owners=[""])])
    assert "Patrol" not in texts(composition)


def test_the_web_address_says_that_it_leads_to_the_whole_plan(summarise: Summarise) -> None:
    composition = summarise(contact=Contact(name="The team", address=["1 High St"], phone="01233 331111", web="www.e.org"))
    assert said("Contact", composition) == ["The team", "1 High St", "Tel: 01233 331111", "The whole plan: www.e.org"]
    paragraphs = [b for b in inner_blocks(below("Contact", composition)) if isinstance(b, Paragraph)]
    links = [node.target for paragraph in paragraphs for node in paragraph.content if isinstance(node, Link)]
    assert links == ["tel:01233331111", "https://www.e.org"]


def test_a_name_without_a_way_to_reach_it_is_no_contact(summarise: Summarise) -> None:
    assert "Contact" not in texts(summarise(contact=Contact(name="The team")))


def test_notes_of_texts_that_are_quoted_stand_at_the_end(summarise: Summarise) -> None:
    sections = [Section(id="us", kind="about", title="Us", body=[Text(text="We are.^[Since 1998.]")])]
    composition = summarise(sections=sections, contact=Contact(name="T", phone="101"))
    assert texts(composition)[-2:] == ["Notes", "[1] Since 1998. back to the text"]


@pytest.mark.parametrize(("places", "shown"), [(("cover",), ["Our crest"]), (("back",), [])])
def test_the_logo_of_the_cover_stands_at_its_head(
    template: Template, folder: Path, places: tuple[str, ...], shown: list[str]
) -> None:
    logo = Logo(file=folder / "pictures" / "stand.png", alt="Our crest", height=mm(12), on=places)
    blocks = compose_summary(Plan(title="P"), evolve(template, logo=logo)).document.sections[0].blocks
    assert [block.alt for block in blocks[:1] if isinstance(block, Figure)] == shown


@given(plan=plans())
@settings(max_examples=60, deadline=None)
def test_headings_are_in_order_and_names_unique_for_any_plan(template: Template, plan: Plan) -> None:
    document = compose_summary(plan, template).document
    blocks = inner_blocks(document.sections[0].blocks)
    headings = [block for block in blocks if isinstance(block, Heading)]
    levels = [heading.level for heading in headings]
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))
    anchors = [heading.anchor for heading in headings]
    assert len(anchors) == len(set(anchors))
    assert all(plain_text(heading.content).strip() for heading in headings)


@given(plan=plans())
@settings(max_examples=30, deadline=None)
def test_every_look_of_a_summary_is_one_of_its_sheet(template: Template, plan: Plan) -> None:
    sheet = summary_sheet(template.sheet)
    document = compose_summary(plan, template).document
    blocks = inner_blocks(document.sections[0].blocks)
    assert {block.style for block in blocks if isinstance(block, Paragraph)} <= set(sheet.styles)
    assert {block.style for block in blocks if isinstance(block, Grid)} <= set(sheet.tables)
    assert {section.page for section in document.sections} <= set(sheet.pages)
