from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import PIL.Image
import pytest

from cspdocs.compose.partnership_plan import Composition, compose_plan
from cspdocs.document.nodes import Figure, Paragraph, Section, Value
from cspdocs.document.walk import block_texts, plain_text
from cspdocs.plan.directory import Contact
from cspdocs.plan.model import Cover, Plan, Release
from cspdocs.plan.model import Section as PlanSection
from cspdocs.plan.period import Period
from cspdocs.template.template import Logo, Template, load_template
from cspdocs.units import mm
from cspdocs.values import evolve

Compose = Callable[..., Composition]

FINAL = Release(stage="final")
CONTACT = Contact(name="CSP", phone="101")


def page(composition: Composition, name: str) -> Section | None:
    return next((section for section in composition.document.sections if section.name == name), None)


def lines(composition: Composition) -> list[tuple[str, str]]:
    """Style and text of each paragraph of the cover."""
    cover = page(composition, "cover")
    assert cover is not None
    return [(block.style, plain_text(block.content)) for block in cover.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("areas", "said"),
    [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_joint_areas_stand_in_one_line_and_each_is_a_field_of_its_own(compose: Compose, areas: list[str], said: str) -> None:
    composition = compose(areas=areas, release=FINAL)
    assert lines(composition)[0] == ("Subtitle", said)
    cover = page(composition, "cover")
    assert cover is not None
    first = cover.blocks[0]
    assert isinstance(first, Paragraph)
    origins = [node.origin for node in first.content if isinstance(node, Value)] or [first.origin]
    assert origins == [f"areas/{place}" for place in range(1, len(areas) + 1)]


def test_the_cover_says_the_edition_the_strapline_and_the_state(compose: Compose) -> None:
    fields: dict[str, Any] = {
        "period": Period.financial(2024, 3),
        "edition": Period.financial(2025),
        "cover": Cover(strapline="Safer in {edition}"),
    }
    assert lines(compose(**fields, release=Release(version="0.3"))) == [
        ("Title", "Plan 2024\u00a0-\u00a02027"),
        ("Subtitle", "Edition 2025/26"),
        ("Strapline", "Safer in 2025/26"),
        ("Strapline", "Draft 0.3"),
    ]
    assert lines(compose(release=Release()))[1:] == [("Strapline", "Draft")]
    assert lines(compose(release=FINAL)) == [("Title", "Plan")]


def test_who_approved_it_stands_on_the_cover_where_the_template_prints_that(compose: Compose) -> None:
    release = Release(stage="final", approved="Board, 12 March", next_review="March 2026")
    assert lines(compose(release=release)) == [("Title", "Plan")]
    made = compose_plan(Plan(title="Plan", release=release), load_template("plain"))
    assert lines(made)[1:] == [("Strapline", "Approved: Board, 12 March"), ("Strapline", "Next review: March 2026")]


# ---- the logo


@pytest.fixture
def logo(tmp_path: Path) -> Logo:
    file = tmp_path / "logo.png"
    PIL.Image.new("RGB", (300, 100), "navy").save(file)
    return Logo(file=file, alt="Vale Council", height=mm(10), on=("cover",))


def figures(composition: Composition, name: str) -> list[Figure]:
    found = page(composition, name)
    return [block for block in found.blocks if isinstance(block, Figure)] if found else []


def test_the_logo_stands_above_all_on_the_pages_that_the_template_names(template: Template, logo: Logo) -> None:
    plan = Plan(title="P", contact=CONTACT)
    (figure,) = figures(compose_plan(plan, evolve(template, logo=logo)), "cover")
    assert (figure.height, figure.width, figure.alt) == (mm(10), mm(30), "Vale Council")
    both = compose_plan(plan, evolve(template, logo=evolve(logo, on=("cover", "back"), alt="")))
    assert [figure.alt for name in ("cover", "back") for figure in figures(both, name)] == [None, None]
    assert isinstance((page(both, "cover") or Section(())).blocks[0], Figure)


def test_a_logo_that_is_no_picture_is_told(template: Template, logo: Logo) -> None:
    logo.file.write_text("no picture", encoding="utf-8")
    composition = compose_plan(Plan(title="P"), evolve(template, logo=logo))
    assert figures(composition, "cover") == []
    (finding,) = composition.findings
    assert (finding.code, finding.path) == ("picture", "template")


# ---- the notice on other formats


@pytest.mark.parametrize(
    ("access", "depth", "kind", "place"),
    [
        ("contents", 1, "prose", "contents"),
        ("back", 1, "prose", "back"),
        ("none", 1, "prose", ""),
        ("contents", 0, "prose", "back"),
        ("contents", 1, "access", ""),
        ("back", 1, "access", ""),
    ],
)
def test_the_notice_stands_where_the_template_says_unless_a_section_says_it(
    template: Template, access: Any, depth: int, kind: str, place: str
) -> None:
    plan = Plan(title="P", access="Large *print*?", contact=CONTACT, sections=[PlanSection(id="a", kind=kind)])
    composition = compose_plan(plan, evolve(template, access=access, contents_depth=depth))
    found = [
        (section.name, plain_text(block.content), block.origin)
        for section in composition.document.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and block.style == "Notice"
    ]
    assert found == ([(place, "Large print?", "access")] if place else [])


def test_the_ready_notice_says_only_how_the_partnership_can_be_reached(template: Template) -> None:
    plan = Plan(title="P", contact=CONTACT)
    back = page(compose_plan(plan, evolve(template, access="back")), "back")
    assert back is not None
    *_, notice = block_texts(back.blocks)
    assert notice.endswith("Telephone: 101.")


@pytest.mark.parametrize("access", ["contents", "back"])
def test_the_ready_notice_makes_no_page_of_its_own(template: Template, access: Any) -> None:
    composition = compose_plan(Plan(title="P"), evolve(template, access=access))
    assert [section.name for section in composition.document.sections] == ["cover"]


def test_there_is_a_last_page_only_where_something_stands_on_it(template: Template) -> None:
    assert page(compose_plan(Plan(title="P"), template), "back") is None
    assert page(compose_plan(Plan(title="P", access="Ask."), evolve(template, access="back")), "back") is not None
