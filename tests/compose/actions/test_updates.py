from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.actions.updates import Updates
from cspdocs.compose.cells import Cells, Shown
from cspdocs.compose.context import Context
from cspdocs.document.nodes import Paragraph, StatusMark, Value
from cspdocs.document.walk import block_texts
from cspdocs.plan.directory import Organisation
from cspdocs.plan.model import Action, Update
from cspdocs.plan.status import Status

Start = Callable[..., Context]
STATUSES = [Status(word="On track", colour="#00ff00"), Status(word="Late", colour="#ff0000", shape="square")]


def show(start: Start, *updates: Update, **asked: Any) -> Shown:
    context = start(organisations=[Organisation(id="police", name="Valleys Police", short="VP")], statuses=STATUSES)
    return Updates(Cells(context, "Table Text")).show(Action(id="a", title="A", updates=updates), "actions/a", **asked)


def texts(shown: Shown) -> list[str]:
    return list(block_texts(shown.blocks))


@pytest.mark.parametrize(
    ("update", "printed"),
    [
        (Update(text="Done.", when="Q1", by="police"), ["Q1, VP: Done."]),
        (Update(text="Done.", when="Q1"), ["Q1: Done."]),
        (Update(text="Done.", by="The wardens"), ["The wardens: Done."]),
        (Update(text="Done."), ["Done."]),
        (Update(text="Done.", when="Q1", status="late"), ["Q1: Done. \u25a0\u00a0Late"]),
        (Update(text="Done.", status="Halted"), ["Done. Halted"]),
        (Update(text="One.\n\nTwo.", when="Q1", by="police"), ["Q1, VP:", "One.", "Two."]),
        (Update(text="- one\n- two", when="Q1"), ["Q1:", "one", "two"]),
        (Update(text="One.\n\nTwo.", status="On track"), ["One.", "Two.", "\u25cf\u00a0On track"]),
        (Update(text="", when="Q1", status="Late"), ["Q1", "\u25a0\u00a0Late"]),
    ],
)
def test_an_update_says_when_and_by_whom_and_how_the_action_stood(start: Start, update: Update, printed: list[str]) -> None:
    assert texts(show(start, update)) == printed


def test_each_part_of_an_update_is_a_field_of_its_own(start: Start) -> None:
    (line,) = show(start, Update(text="Done.", when="Q1", by="police", status="Late")).blocks
    assert isinstance(line, Paragraph)
    fields = [node.origin for node in line.content if isinstance(node, Value)]
    assert fields == [f"actions/a/updates/1/{name}" for name in ("when", "by", "text", "status")]


def test_of_one_time_only_its_updates_are_shown_without_it_and_in_the_colour_of_the_last_status(start: Start) -> None:
    updates = (
        Update(text="Begun.", when="Q1", status="On track"),
        Update(text="Stopped.", when="q1 ", by="police", status="Late"),
        Update(text="Later.", when="Q2"),
    )
    shown = show(start, *updates, when="Q1")
    assert texts(shown) == ["Begun. \u25cf\u00a0On track", "VP: Stopped. \u25a0\u00a0Late"]
    assert shown.fill == "#ff0000"
    assert show(start, *updates).fill == ""
    assert show(start, *updates, when="Q4").is_empty


def test_those_of_all_other_times_can_be_asked_for_too(start: Start) -> None:
    updates = (Update(text="One.", when="Q1"), Update(text="Two.", when="April to June"), Update(text="Three."))
    assert texts(show(start, *updates, but=("Q1", "Q2"))) == ["April to June: Two.", "Three."]


def test_without_updates_the_cell_is_blank(start: Start) -> None:
    assert (show(start).is_empty, texts(show(start))) == (True, ["\u2013"])


def test_the_status_of_a_time_is_the_last_that_was_reported_then(start: Start) -> None:
    context = start(statuses=STATUSES)
    updates = (Update(text="a", when="Q1", status="On track"), Update(text="b", when="Q1", status="Late"))
    action = Action(id="a", title="A", updates=updates)
    shown = Updates(Cells(context, "Table Text")).status(action, "actions/a", "Q1")
    assert shown.blocks == (Paragraph((StatusMark("Late", "\u25a0"),), "Status"),)
    assert shown.fill == "#ff0000"
    assert Updates(Cells(context, "Table Text")).status(action, "actions/a", "Q2").is_empty
