from __future__ import annotations

from cspdocs.plan.governance import Group, Kind, Meeting, Strategy
from cspdocs.plan.model import Plan
from cspdocs.records.structure import structure
from cspdocs.records.unstructure import unstructure
from cspdocs.records.yaml_text import read_yaml

SHORT = """\
title: P
kinds: [statutory, other]
groups:
  board: Strategic board
meetings: 14 October 2025
strategies:
  housing: Housing strategy
"""


def test_what_has_only_a_name_is_written_in_a_word() -> None:
    node, _ = read_yaml(SHORT)
    assert node is not None
    plan, findings, _ = structure(node, Plan)
    assert findings == ()
    assert plan == Plan(
        title="P",
        kinds=[Kind(id="statutory"), Kind(id="other")],
        groups=[Group(id="board", name="Strategic board")],
        meetings=[Meeting(date="14 October 2025")],
        strategies=[Strategy(id="housing", title="Housing strategy")],
    )


def test_it_is_written_back_as_short() -> None:
    plan = Plan(
        title="P",
        kinds=[Kind(id="statutory", title="Statutory partners")],
        groups=[Group(id="board", name="Board"), Group(id="csu", name="Unit", reports_to="board")],
        meetings=[Meeting(date="May"), Meeting(date="June", group="csu")],
    )
    assert unstructure(plan) == {
        "title": "P",
        "kinds": {"statutory": "Statutory partners"},
        "groups": {"board": "Board", "csu": {"name": "Unit", "reports-to": "board"}},
        "meetings": ["May", {"date": "June", "group": "csu"}],
    }
