from __future__ import annotations

from cspdocs.checks.sizes import check_sizes
from cspdocs.plan.blocks import ActionTables, Block, Box, Column, Picture, Signatory, Signatures, Table
from cspdocs.plan.model import Cover, Plan, Section
from cspdocs.units import Length, pt


def plan_with(*blocks: Block, cover: Picture | None = None) -> Plan:
    inner = Section(id="inner", body=blocks)
    return Plan(title="P", cover=Cover(picture=cover), sections=[Section(id="outer", sections=[inner])])


def test_nothing_and_less_than_nothing_are_no_sizes() -> None:
    plan = plan_with(
        Picture(file="a.png", height=pt(-1)), Table(columns=["A", "B"], widths=[pt(5), Length(0)]),
        cover=Picture(file="c.png", width=Length(0)),
    )  # fmt: skip
    assert [(finding.code, finding.path) for finding in check_sizes(plan)] == [
        ("bad-size", "cover/picture/width"),
        ("bad-size", "sections/outer/sections/inner/body/1/height"),
        ("bad-size", "sections/outer/sections/inner/body/2/widths/2"),
    ]


def test_sizes_are_looked_at_in_boxes_signatures_and_columns() -> None:
    nothing = Picture(file="a.png", width=Length(0))
    columns = [Column(field="action", width=pt(9)), Column(field="status", width=Length(0))]
    people = [Signatory(name="A"), Signatory(name="B", picture=nothing)]
    plan = plan_with(Box(body=[nothing]), Signatures(people=people), ActionTables(columns=columns))
    assert [finding.path for finding in check_sizes(plan)] == [
        "sections/outer/sections/inner/body/1/body/1/width",
        "sections/outer/sections/inner/body/2/people/2/picture/width",
        "sections/outer/sections/inner/body/3/columns/status/width",
    ]


def test_sizes_above_nothing_and_none_at_all_are_fine() -> None:
    assert (
        list(check_sizes(plan_with(Picture(file="a.png", width=pt(1)), Table(columns=["A"]), Picture(file="b.png")))) == []
    )
