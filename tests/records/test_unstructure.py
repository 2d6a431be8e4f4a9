"""Records become plain mappings, in the shortest form that reads back the same."""

from __future__ import annotations

from datetime import date

import pytest

from cspdocs.plan.blocks import (
    Block,
    Box,
    ContactPanel,
    Picture,
    PriorityList,
    Signatory,
    Signatures,
    Statistics,
    Table,
    Text,
)
from cspdocs.plan.directory import Contact, Organisation
from cspdocs.plan.model import Action, Plan, Programme, Release, Section
from cspdocs.plan.period import Period
from cspdocs.plan.status import Status
from cspdocs.records.unstructure import unstructure
from cspdocs.units import pt


def test_fields_that_equal_their_default_are_left_out() -> None:
    assert unstructure(Plan(title="Plan")) == {"title": "Plan"}
    assert unstructure(Status(word="on track")) == {}


def test_values_are_written_as_they_are_read() -> None:
    plan = Plan(
        title="Plan",
        period=Period.financial(2025),
        release=Release(version="1.10", date=date(2025, 4, 1)),
        statuses=(Status(word="finished", closes=True),),
    )
    assert unstructure(plan) == {
        "title": "Plan",
        "period": "2025/26",
        "release": {"version": "1.10", "date": "2025-04-01"},
        "statuses": {"finished": {"closes": "yes"}},
    }


def test_a_record_with_only_its_shorthand_is_text() -> None:
    assert unstructure(Contact(name="Town Hall")) == "Town Hall"
    assert unstructure(Contact(name="Town Hall", phone="1")) == {"name": "Town Hall", "phone": "1"}
    assert unstructure(Release(stage="final")) == "final"


def test_keyed_records_stand_in_a_mapping() -> None:
    plan = Plan(
        title="Plan",
        organisations=(Organisation(id="police", name="Police"), Organisation(id="parish", name="", short="P")),
        statuses=(Status(word="on track"),),
    )
    assert unstructure(plan) == {
        "title": "Plan",
        "statuses": {"on track": None},
        "organisations": {"police": "Police", "parish": {"name": "", "short": "P"}},
    }


@pytest.mark.parametrize(
    ("owners", "written"), [(("police",), "police"), (("police", "parish"), ["police", "parish"]), (("",), "")]
)
def test_one_text_stands_for_a_list_of_it(owners: tuple[str, ...], written: object) -> None:
    assert unstructure(Action(id="a", title="T", owners=owners)) == {"title": "T", "owners": written}


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ((Text(text="Hello"),), "Hello"),
        ((Text(text=""),), ""),
        ((Text(text="a"), Text(text="b")), ["a", "b"]),
        ((Picture(file="a.png"),), [{"picture": "a.png"}]),
        ((Picture(file=""),), [{"picture": ""}]),
        ((Picture(file="a.png", width=pt(72)),), [{"picture": {"file": "a.png", "width": "72 pt"}}]),
        ((ContactPanel(), PriorityList()), [{"contact": None}, {"priorities": None}]),
        ((PriorityList(kind="main"),), [{"priorities": "main"}]),
        ((Table(rows=(("a",), ("b", "c"))),), [{"table": {"rows": ["a", ["b", "c"]]}}]),
        ((Box(body=(Text(text="a"),)),), [{"box": "a"}]),
        ((Box(body=(Text(text="a"), Box())),), [{"box": ["a", {"box": None}]}]),
        ((Box(title="T", body=(Text(text="a"),)),), [{"box": {"title": "T", "body": "a"}}]),
        ((Signatures(people=(Signatory(name="A"),)),), [{"signatures": "A"}]),
        ((Signatures(people=(Signatory(name="A", post="B"),)),), [{"signatures": [{"name": "A", "post": "B"}]}]),
        ((Statistics(figures=("a", "b")),), [{"statistics": ["a", "b"]}]),
    ],
)
def test_blocks_are_one_entry_mappings_and_text_alone_is_text(body: tuple[Block, ...], written: object) -> None:
    assert unstructure(Section(id="a", body=body)) == {"body": written}


def test_a_record_that_is_there_though_it_says_nothing_is_an_empty_mapping() -> None:
    assert unstructure(Plan(title="Plan", previous=Programme())) == {"title": "Plan", "previous": {}}
