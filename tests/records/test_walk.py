from __future__ import annotations

import datetime
from collections.abc import Mapping

from cspdocs.plan.blocks import Box, Statistics, Text
from cspdocs.plan.model import Action, Plan, Priority, Programme, Release, Section, Update
from cspdocs.plan.period import Period
from cspdocs.records.fields import hidden, many, optional
from cspdocs.records.walk import nearest_line, references, texts
from cspdocs.units import Length, mm
from cspdocs.values import frozen


@frozen(kw_only=True)
class Record:
    palette: Mapping[str, str] = optional("Colours.", {})
    width: Length = optional("Width.", mm(1))
    lines: tuple[tuple[str, ...], ...] = many("Rows.")
    secret: str = hidden("not a part of the file")


def test_texts_come_in_the_order_of_the_fields_with_paths_by_keys() -> None:
    plan = Plan(
        title="Partnership Plan",
        areas=["Ashford", "Swale"],
        actions=[Action(id="asb-1", title="Patrol", owners=["police"])],
        previous=Programme(actions=[Action(id="asb-0", title="Walk", update="Done")]),
        sections=[Section(id="a", body=[Text(text="Words")], sections=[Section(id="b", title="Inner")])],
    )
    given = [pair for pair in texts(plan) if pair[1] not in ("en-GB", "draft", "prose")]
    assert given == [
        ("title", "Partnership Plan"),
        ("areas/1", "Ashford"),
        ("areas/2", "Swale"),
        ("actions/asb-1/title", "Patrol"),
        ("actions/asb-1/owners/1", "police"),
        ("previous/actions/asb-0/title", "Walk"),
        ("previous/actions/asb-0/update", "Done"),
        ("sections/a/body/1/text", "Words"),
        ("sections/a/sections/b/title", "Inner"),
    ]


def test_what_is_no_text_is_passed_over() -> None:
    plan = Plan(title="P", period=Period.financial(2025), release=Release(date=datetime.date(2025, 4, 1)))
    assert {path for path, _ in texts(plan)} == {"title", "language", "release/stage"}


def test_mappings_and_lists_made_in_code_are_walked_and_hidden_fields_are_not() -> None:
    record = Record(palette={"navy": "#000080"}, lines=[["a", "", "b"], ("c",)])
    assert list(texts(record)) == [("palette/navy", "#000080"), ("lines/1/1", "a"), ("lines/1/3", "b"), ("lines/2/1", "c")]


def test_references_are_told_with_what_they_name_wherever_they_stand() -> None:
    plan = Plan(
        title="Plan",
        council="tmbc",
        priorities=[Priority(id="asb", title="A", priorities=[Priority(id="noise", title="N", figures=["calls", ""])])],
        actions=[Action(id="asb-1", title="Patrol", owners=["police", "All"], updates=[Update(text="Done", by="wardens")])],
        sections=[Section(id="a", body=[Text(text="calls"), Box(body=[Statistics(figures=["calls"])])])],
    )
    assert [found for found in references(plan) if found[2] != "kind"] == [
        ("council", "tmbc", "organisation"),
        ("priorities/asb/priorities/noise/figures/1", "calls", "figure"),
        ("actions/asb-1/owners/1", "police", "owner or name"),
        ("actions/asb-1/owners/2", "All", "owner or name"),
        ("actions/asb-1/updates/1/by", "wardens", "owner or name"),
        ("sections/a/body/2/body/1/figures/1", "calls", "figure"),
    ]


def test_the_nearest_line_is_that_of_the_field_or_of_what_holds_it() -> None:
    lines = {"actions": 3, "actions/asb-1": 4}
    assert nearest_line("actions/asb-1", lines) == 4
    assert nearest_line("actions/asb-1/owners/2", lines) == 4
    assert nearest_line("actions/asb-2", lines) == 3
    assert nearest_line("sections/a", lines) is None
    assert nearest_line("", lines) is None
