from __future__ import annotations

from collections.abc import Callable

from cspdocs.compose.context import Context
from cspdocs.compose.summary.excerpts import compose_excerpts, part_heading
from cspdocs.document.nodes import Document, Section
from cspdocs.document.walk import document_texts, plain_text
from cspdocs.plan import model
from cspdocs.plan.blocks import Box, PriorityList, Table, Text
from cspdocs.plan.model import Priority

Start = Callable[..., Context]


def told(kind: str, context: Context) -> list[str]:
    return list(document_texts(Document(title="T", sections=(Section(tuple(compose_excerpts(kind, context))),))))


def test_the_running_text_of_a_section_is_quoted_whole_and_nothing_else(start: Start) -> None:
    body = [
        Text(text="One.\n\nTwo."),
        Box(title="Case", body=[Text(text="Inside.")]),
        Table(columns=["A"], rows=[["1"]]),
        PriorityList(),
        Text(text="- three"),
    ]
    inner = model.Section(id="more", title="More", body=[Text(text="Four.")])
    context = start(
        sections=[model.Section(id="us", kind="about", title="Us", body=body, sections=[inner])],
        priorities=[Priority(id="p", title="P")],
    )
    assert told("about", context) == ["Us", "One.", "Two.", "three"]


def test_sections_of_a_kind_are_found_inside_others_too(start: Start) -> None:
    inner = model.Section(id="b", kind="unit", title="Ours", body=[Text(text="Works.")])
    assert told("unit", start(sections=[model.Section(id="a", sections=[inner])])) == ["Ours", "Works."]


def test_a_section_without_text_is_not_quoted(start: Start) -> None:
    sections = [model.Section(id="u", kind="unit", title="Unit", body=[PriorityList()])]
    assert told("unit", start(sections=sections)) == []


def test_a_section_without_a_body_says_what_the_template_has_ready(start: Start) -> None:
    said = told("council", start(sections=[model.Section(id="c", kind="council")]))
    assert said[0] == "The role of the council"
    assert "section 17" in said[1]


def test_a_part_is_called_as_the_plan_calls_it_or_else_the_template(start: Start) -> None:
    titled = start(sections=[model.Section(id="goals", kind="priorities", title="Our goals")])
    assert plain_text(part_heading("priorities", titled).content) == "Our goals"
    assert part_heading("priorities", start(sections=titled.plan.sections)).origin == "sections/goals/title"
    usual = part_heading("contact", start())
    assert (plain_text(usual.content), usual.level, usual.origin) == ("Contact", 1, "")


def test_a_section_inside_another_does_not_name_the_whole(start: Start) -> None:
    inner = model.Section(id="b", kind="contact", title="Out of hours")
    assert (
        plain_text(part_heading("contact", start(sections=[model.Section(id="a", sections=[inner])])).content) == "Contact"
    )
