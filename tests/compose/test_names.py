from __future__ import annotations

from typing import Any

import pytest

from cspdocs.compose.names import Names, of_kind
from cspdocs.plan.directory import Organisation
from cspdocs.plan.governance import Group, Kind
from cspdocs.plan.model import Plan, Priority, Programme, Section
from cspdocs.template.template import load_template
from cspdocs.template.wording import Wording

WORDING = load_template("tonbridge-malling").wording
BODIES = [
    Organisation(id="council", name="The Council", short="TC", aliases=["Town Hall"]),
    Organisation(id="police", name="Police"),
]
INNER = Priority(id="noise", title="Noise", priorities=[Priority(id="homes", title="In homes")])
PRIORITIES = [Priority(id="asb", title="ASB", priorities=[INNER]), Priority(id="young", title="Young", kind="theme")]


def names(wording: Wording = WORDING, **fields: Any) -> Names:
    return Names(Plan(title="Plan", **fields), wording)


def test_who_leads_goes_by_the_short_name_and_who_is_a_member_by_the_full_one() -> None:
    known = names(organisations=BODIES, groups=[Group(id="board", name="Board")])
    assert [known.leader(body) for body in ("council", "police", "board", "All partners")] == [
        *("TC", "Police", "Board", "All partners")
    ]
    assert [known.body(body) for body in ("council", "board", "All partners")] == ["The Council", "Board", "All partners"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("council", "TC", True),
        ("council", "town hall", True),
        ("THE COUNCIL", "TC", True),
        ("board", "Board of all", True),
        ("All partners", "all partners", True),
        ("council", "police", False),
        ("council", "Councillors", False),
    ],
)
def test_a_body_is_known_by_its_id_and_all_its_names(one: str, other: str, same: bool) -> None:
    assert names(organisations=BODIES, groups=[Group(id="board", name="Board of all")]).same_body(one, other) is same


def test_priorities_of_both_years_are_known_with_those_inside_them_and_this_year_goes_first() -> None:
    before = Programme(priorities=[Priority(id="asb", title="Old"), Priority(id="gone", title="Gone", priorities=[INNER])])
    known = names(priorities=PRIORITIES, previous=before).priorities
    assert {name: path for name, (path, _) in known.items()} == {
        "asb": "priorities/asb",
        "noise": "priorities/asb/priorities/noise",
        "homes": "priorities/asb/priorities/noise/priorities/homes",
        "young": "priorities/young",
        "gone": "previous/priorities/gone",
    }


def test_which_priorities_have_a_section_of_their_own_is_known_wherever_it_stands() -> None:
    inner = Section(id="b", kind="priority", priority="asb")
    assert names(sections=[Section(id="a", sections=[inner]), Section(id="c", priority="young")]).sectioned == {"asb"}


def test_kinds_are_the_plans_and_else_the_templates() -> None:
    known = names(kinds=[Kind(id="statutory", title="Duty bearers")])
    assert (known.kinds["statutory"].title, known.kinds["other"].title) == ("Duty bearers", "Other partners")
    assert known.kind_path(known.kinds["statutory"], "title") == "kinds/statutory/title"
    assert known.kind_path(known.kinds["other"], "title") == ""


def test_things_are_parted_by_declared_kinds_those_of_none_first() -> None:
    kinds = [Kind(id="b", title="Bs"), Kind(id="a", title="As")]
    parted = names(kinds=kinds).by_kind(["a1", "x1", "b1", "a2"], lambda thing: thing[0])
    assert [(kind and kind.title, some) for kind, some in parted] == [(None, ["x1"]), ("Bs", ["b1"]), ("As", ["a1", "a2"])]


def test_things_of_one_kind_are_not_parted() -> None:
    kinds = [Kind(id="b", title="Bs"), Kind(id="a", title="As")]
    assert names(kinds=kinds).by_kind(["a1", "a2"], lambda thing: thing[0]) == [(None, ["a1", "a2"])]
    assert names(kinds=kinds).by_kind([], lambda thing: thing[0]) == []


def test_the_ready_names_of_kinds_part_nothing_but_those_of_a_template_do() -> None:
    members = ["statutory", "other"]
    assert len(names().by_kind(members, str)) == 1
    assert len(names(load_template("ashford").wording).by_kind(members, str)) == 2


def test_what_is_inside_a_priority_is_of_its_kind_unless_it_says_another() -> None:
    odd = Priority(id="place", title="Place", kind="place", priorities=[Priority(id="street", title="Street")])
    whole = [*PRIORITIES, Priority(id="town", title="Town", priorities=[odd])]
    assert [path for path, _ in of_kind(whole, "priorities", "")] == [
        *("priorities/asb", "priorities/young", "priorities/town")
    ]
    assert [path for path, _ in of_kind(whole, "priorities", "place")] == ["priorities/town/priorities/place"]
    assert [path for path, _ in of_kind(whole, "priorities", "theme")] == ["priorities/young"]
