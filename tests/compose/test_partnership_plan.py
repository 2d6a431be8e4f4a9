from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings

from cspdocs.compose.partnership_plan import Composition, compose_plan
from cspdocs.document.dump import dump_document
from cspdocs.document.nodes import Block, Contents, Heading
from cspdocs.document.walk import plain_text
from cspdocs.plan.blocks import (
    SECTION_KINDS,
    ActionTables,
    Box,
    Chart,
    ContactPanel,
    Directory,
    GlossaryList,
    PageBreak,
    Picture,
    PriorityList,
    Quote,
    Register,
    Signatory,
    Signatures,
    Statistics,
    Structure,
    Table,
    Tally,
    Text,
)
from cspdocs.plan.blocks import Block as PlanBlock
from cspdocs.plan.directory import Contact, Organisation, Term
from cspdocs.plan.governance import Group, Meeting, Strategy
from cspdocs.plan.measures import Measure
from cspdocs.plan.model import Action, Cover, Plan, Priority, Programme, Release, Revision, Section, Source
from cspdocs.plan.period import Period
from cspdocs.plan.status import Status
from cspdocs.template.template import Template, load_template
from cspdocs.units import mm
from cspdocs.values import evolve
from strategies import plans

Compose = Callable[..., Composition]

BODY = (
    Text(text="There were {asb} reports, a **{asb.direction}** of {asb.percent}.\n\n1. First\n2. Second\n   - Inner"),
    Picture(file="pictures/stand.png", alt="A stand", caption="The *stand*", credit="A. Smith", width=mm(40)),
    Picture(file="pictures/stand.png", decorative=True, side="right"),
    Quote(text="I feel safer.", who="pupil"),
    Table(title="Reports", columns=["Ward", "Reports"], rows=[["Vale", "7"], ["Trench", ""]], widths=[mm(30)]),
    PriorityList(kind="theme"),
    ActionTables(priority="asb"),
    Directory(kind="statutory"),
    GlossaryList(),
    ContactPanel(),
)

EVERYTHING: dict[str, Any] = {
    "title": "Partnership Plan",
    "partnership": "Community Safety Partnership",
    "areas": ["Ashford", "Swale"],
    "period": Period.financial(2025),
    "release": Release(stage="draft", version="0.3", date=datetime.date(2025, 4, 1), author="The team"),
    "cover": Cover(picture=Picture(file="pictures/stand.png", alt="A stand", height=mm(50))),
    "contact": Contact(name="CSP", address=["1 High Street"], phone="01233 331111", email="csp@example.org", web="e.org"),
    "statuses": [Status(word="Done", colour="green", closes=True), Status(word="Late", colour="#ffcccc", shape="diamond")],
    "figures": [Measure(id="asb", value="120", previous="100")],
    "organisations": [
        Organisation(id="police", name="Kent Police", kind="statutory", phone="101"),
        Organisation(id="council", name="The Council", short="Council", note="Chairs in {period}."),
        Organisation(id="hidden", name="Hidden", listed=False),
    ],
    "priorities": [
        Priority(id="asb", title="Anti-social behaviour"),
        Priority(id="young", title="Young people", kind="theme"),
    ],
    "actions": [
        Action(id="asb-1", title="Patrol", priority="asb", owners=["police", "All partners"], status="Late"),
        Action(id="young-1", title="Play", priority="young", owners=["council"], update="- Begun\n- Ended"),
        Action(id="stray", title="Stray"),
    ],
    "previous": Programme(
        priorities=[Priority(id="old", title="Burglary")],
        actions=[Action(id="old-1", title="Lock", priority="old", update="Done in {previous}.", status="done")],
    ),
    "glossary": [Term(term="ASB", meaning="Anti-social behaviour", note="as the *law* has it")],
    "sections": [
        Section(id="all-blocks", title="Every block in {period}", contents_title="Blocks", body=BODY),
        Section(id="review", kind="review", body=[Text(text="What came of it:")]),
        Section(
            id="stories",
            kind="stories",
            sections=[Section(id="one", priority="asb", sections=[Section(id="deep", title="Deep")])],
        ),
        *(Section(id=kind, kind=kind) for kind in ("priorities", "actions", "directory", "glossary", "contact")),
    ],
}


FIGURES = (
    Statistics(title="Crime^[Rates are per *1,000*.]"),
    Statistics(figures=["asb", "feel"], columns=["label", "value", "signed", "standing"]),
    Chart(figures=["burglary", "theft"], form="line", title="Burglary and theft", caption="Year by year"),
    Chart(figures=["asb", "feel"], table=False),
    Tally(year="current"),
    Structure(title="Who reports to whom"),
    Signatures(people=[Signatory(name="Jane Smith", post="Leader", organisation="vale"), Signatory(name="Tom Jones")]),
    Box(title="A case study", body=[Text(text="It worked.^[So they say.]"), Quote(text="I feel safer.")]),
    PageBreak(),
    Register(what="groups", form="list"),
)

GOVERNED: dict[str, Any] = {
    "title": "Safer Together",
    "areas": ["North Vale", "South Vale", "Eastport"],
    "period": Period.financial(2024, 3),
    "edition": Period.financial(2025),
    "numbering": "headings",
    "release": Release(
        version="0.4", approved="Board, 3 March", next_review="March 2026", history=[Revision(version="0.3", note="XX")]
    ),
    "cover": Cover(strapline="A safer place for {area}"),
    "contact": Contact(name="The office", phone="01234 567890", email="csp@example.org"),
    "vision": "Everybody is safe.",
    "chair": "The chair changes *each year*.",
    "council": "vale",
    "organisations": [Organisation(id="vale", name="Vale Council", short="VC")],
    "groups": [
        Group(id="board", name="Board", chair="The Chief Executive", members=["vale"]),
        Group(id="delivery", name="Delivery Group", chair="Superintendent XX", reports_to="board"),
        Group(id="forum", name="Youth Forum"),
    ],
    "meetings": [Meeting(date="14 October", group="board", public=True)],
    "strategies": [Strategy(id="s", title="Serious violence strategy", owner="vale")],
    "figures": [
        Measure(id="asb", label="Reports of ASB", value="429", previous="328", good="down", target="400", tolerance="10%"),
        Measure(
            id="burglary",
            label="Burglary",
            unit="per 1,000",
            series={"2022/23": "4.9", "2023/24": "4.7", "2024/25": "4.1"},
            good="down",
            source="Vale Police",
        ),
        Measure(id="theft", label="Theft", series={"2023/24": "XX", "2024/25": "6.8"}, note="Rules have changed."),
        Measure(id="feel", label="Feel safe", value="75.9%", previous="70.1%", base="340", good="up", as_at="March 2025"),
        Measure(id="hate", label="Hate crime", reason="no new data published"),
    ],
    "priorities": [Priority(id="asb", title="Anti-social behaviour", why="Residents name it first.", figures=["asb"])],
    "actions": [
        Action(id="a", title="Patrol", priority="asb", status="Complete"),
        Action(id="b", title="Talk", priority="asb"),
    ],
    "sections": [
        Section(id="foreword", kind="foreword", body=[Text(text="XX families were helped.^[By [us](https://e.org).]")]),
        *(Section(id=kind, kind=kind, start="here") for kind in ("vision", "duty", "chair", "access")),
        Section(id="prose", title="All that is new", body=FIGURES),
        Section(id="one", kind="priority", priority="asb", sections=[Section(id="in", title="Inside", start="page")]),
        *(Section(id=kind, kind=kind) for kind in ("groups", "meetings", "strategies", "statistics", "versions")),
        Section(id="terms", title="Terms", appendix=True, sections=[Section(id="purpose", title="Purpose")]),
    ],
}


def headings(composition: Composition) -> list[Heading]:
    return [block for section in composition.document.sections for block in section.blocks if isinstance(block, Heading)]


def contents(composition: Composition) -> list[tuple[str, str]]:
    (found,) = [b for section in composition.document.sections for b in section.blocks if isinstance(b, Contents)]
    return [(plain_text(entry.content), entry.anchor) for entry in found.entries]


def names(composition: Composition) -> list[str]:
    return [section.name for section in composition.document.sections]


def test_every_kind_of_section_and_block_is_in_the_golden_plans() -> None:
    kinds = {section.kind for fields in (EVERYTHING, GOVERNED) for section in fields["sections"]}
    assert set(SECTION_KINDS) <= kinds
    assert {type(block) for block in (*BODY, *FIGURES)} == set(get_args(PlanBlock))


def test_a_plan_of_everything(compose: Compose, golden: Callable[[str, str], None]) -> None:
    composition = compose(**EVERYTHING)
    assert composition.findings == ()
    golden(dump_document(composition.document), "everything.txt")


def test_a_plan_of_several_areas_and_years_with_figures_and_groups(folder: Path, golden: Callable[[str, str], None]) -> None:
    composition = compose_plan(Plan(**GOVERNED, source=Source(folder=folder)), load_template("plain"))
    assert composition.findings == ()
    golden(dump_document(composition.document), "governed.txt")


def test_the_smallest_plan(compose: Compose, golden: Callable[[str, str], None]) -> None:
    golden(dump_document(compose().document), "smallest.txt")


def test_without_sections_there_is_a_cover_and_no_contents(compose: Compose) -> None:
    assert names(compose()) == ["cover"]
    assert names(compose(contact=Contact(name="CSP"))) == ["cover", "back"]


def test_a_section_of_a_kind_ends_with_its_content_unless_its_body_has_it(compose: Compose) -> None:
    fields = {"priorities": [Priority(id="a", title="A")], "actions": [Action(id="1", title="T")]}
    before = Section(id="s", kind="priorities", body=[PriorityList(kind="theme"), Text(text="End")])
    text = dump_document(compose(**fields, sections=[before]).document)
    assert "list" not in text
    text = dump_document(
        compose(**fields, sections=[Section(id="s", kind="priorities", body=[Text(text="Begin")])]).document
    )
    assert text.index("Begin") < text.index("list")


@pytest.mark.parametrize(
    ("section", "title"),
    [
        (Section(id="our-aims"), "Our aims"),
        (Section(id="x", title="**Bold** & [x](y)"), "**Bold** & [x](y)"),
        (Section(id="x", title="Plan for {period}"), "Plan for 2025/26"),
        (Section(id="x", kind="actions"), "Action Plans 2025 - 2026"),
        (Section(id="x", kind="actions", title="Deeds"), "Deeds"),
        (Section(id="x", kind="actions", priority="asb"), "Anti-social behaviour"),
        (Section(id="x", priority="gone"), "X"),
        (Section(id="x", priority="blank"), "X"),
        (Section(id="x", title="  "), "X"),
        (Section(id="-"), "Section"),
    ],
)
def test_a_section_is_headed_by_its_title_its_priority_its_kind_or_its_id(
    compose: Compose, section: Section, title: str
) -> None:
    priorities = [Priority(id="asb", title="Anti-social behaviour"), Priority(id="blank", title=" ")]
    composition = compose(sections=[section], priorities=priorities, period=Period.financial(2025))
    assert [plain_text(heading.content) for heading in headings(composition)][:1] == [title]


def test_a_plan_without_a_period_prints_no_braces(compose: Compose) -> None:
    sections = [Section(id=kind, kind=kind) for kind in SECTION_KINDS]
    text = dump_document(compose(sections=sections).document)
    assert "Action Plans  <" in text
    assert "{period" not in text
    assert "{previous" not in text


def test_the_contents_list_may_have_titles_of_its_own(compose: Compose) -> None:
    sections = [
        Section(id="a", title="A long title", contents_title="Short {period}"),
        Section(id="b", title="B"),
        Section(id="c", kind="stories"),
        Section(id="d", kind="stories", title="Stories"),
    ]
    assert contents(compose(sections=sections, period=Period.financial(2025))) == [
        ("Short 2025/26", "a"),
        ("B", "b"),
        ("Review of projects and initiatives", "c"),
        ("Stories", "d"),
    ]


def test_no_two_headings_have_one_anchor_and_links_to_sections_stay_right(compose: Compose) -> None:
    sections = [
        Section(id="a", sections=[Section(id="b-c"), Section(id="b")]),
        Section(id="a-b", sections=[Section(id="c")]),
        Section(id="both", body=[ActionTables(year="current"), ActionTables(year="current")]),
        Section(id="both"),
    ]
    fields = {"priorities": [Priority(id="p", title="P")], "actions": [Action(id="1", title="T", priority="p")]}
    composition = compose(sections=sections, **fields)
    anchors = [heading.anchor for heading in headings(composition)]
    assert anchors == ["a", "a-b-c", "a-b-2", "a-b", "a-b-c-2", "both", "both-p", "both-p-2", "both-2"]
    assert [anchor for _, anchor in contents(composition)] == ["a", "a-b", "both", "both-2"]


def test_headings_go_three_levels_deep_and_the_rest_stays_there(compose: Compose) -> None:
    section = Section(id="e", kind="actions")
    for name in "dcba":
        section = Section(id=name, sections=[section])
    fields = {"priorities": [Priority(id="p", title="P")], "actions": [Action(id="1", title="T", priority="p")]}
    assert [heading.level for heading in headings(compose(sections=[section], **fields))] == [1, 2, 3, 3, 3, 3]


def test_the_document_knows_its_stage_and_version(compose: Compose) -> None:
    document = compose(release=Release(stage="final", version="2.0")).document
    assert (document.stage, document.version) == ("Final", "2.0")


@pytest.mark.parametrize(
    ("release", "header"),
    [(Release(version="0.3"), "Draft 0.3"), (Release(), "Draft"), (Release(stage="final", version="1.0"), None)],
)
def test_a_draft_says_so_on_every_page(compose: Compose, release: Release, header: str | None) -> None:
    document = compose(release=release).document
    assert [plain_text(paragraph.content) for paragraph in document.header] == ([header] if header else [])


def test_the_files_are_described_with_nothing_left_in_braces(compose: Compose) -> None:
    document = compose(
        title="Plan of {area}", areas=["Ashford"], partnership="CSP {period}", period=Period.financial(2025)
    ).document
    assert "{" not in document.title + document.subject + document.author
    assert "Plan of Ashford" in document.title
    assert document.author == "CSP 2025/26"


def test_a_colour_that_the_template_lacks_is_an_error_with_those_it_has(compose: Compose) -> None:
    statuses = [Status(word="Done", colour="grene"), Status(word="Late", colour="red"), Status(word="None")]
    (finding,) = compose(statuses=statuses).findings
    assert (finding.code, finding.path) == ("unknown-colour", "statuses/Done/colour")
    assert "green" in finding.hint


def test_the_title_is_repeated_only_where_the_template_says_so(template: Template) -> None:
    plan = Plan(title="P", sections=[Section(id="a")])
    for repeat in (True, False):
        text = dump_document(compose_plan(plan, evolve(template, repeat_title=repeat)).document)
        assert ("plan title: P" in text) is repeat


def test_a_template_without_a_cover_sheet_prints_the_cover_on_its_pages(template: Template) -> None:
    sheet = evolve(template.sheet, pages={"Page": template.sheet.pages["Page"]})
    document = compose_plan(Plan(title="P", contact=Contact(name="C")), evolve(template, sheet=sheet)).document
    assert {section.page for section in document.sections} == {"Page"}


@given(plan=plans())
@settings(max_examples=50)
def test_whatever_a_plan_says_it_is_composed_with_anchors_and_styles_that_exist(plan: Plan) -> None:
    template = load_template("tonbridge-malling")
    composition = compose_plan(plan, template)
    anchors = [heading.anchor for heading in headings(composition)]
    assert len(set(anchors)) == len(anchors)
    blocks: list[Block] = [block for section in composition.document.sections for block in section.blocks]
    assert {block.style for block in blocks if isinstance(block, Heading)} <= template.sheet.styles.keys()
    assert dump_document(composition.document) == dump_document(compose_plan(plan, template).document)
