from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from cspdocs.compose.context import Context
from cspdocs.compose.registers.versions import compose_release
from cspdocs.document.nodes import Value
from cspdocs.document.walk import plain_text
from cspdocs.plan.model import Release

Start = Callable[..., Context]


def lines(start: Start, **release: Any) -> list[tuple[str, str]]:
    (made,) = compose_release(start(release=Release(**release)))
    return [(plain_text(item.term), plain_text(item.content)) for item in made.items]


def test_all_that_a_plan_says_of_its_release_is_a_line_each(start: Start) -> None:
    assert lines(
        start,
        stage="final",
        version="2.1",
        date=datetime.date(2024, 5, 1),
        author="Us",
        approved="Board, 24 April 2024",
        next_review="March 2025",
    ) == [
        ("State", "Final"),
        ("Version", "2.1"),
        ("Date", "1 May 2024"),
        ("Author", "Us"),
        ("Approved by", "Board, 24 April 2024"),
        ("Next review", "March 2025"),
    ]


def test_what_it_does_not_say_has_no_line(start: Start) -> None:
    assert lines(start) == [("State", "Draft")]


def test_what_is_typed_is_a_field(start: Start) -> None:
    (made,) = compose_release(start(release=Release(version="2", next_review="May", date=datetime.date(2024, 5, 1))))
    found = [node.origin for item in made.items for node in item.content if isinstance(node, Value)]
    assert found == ["release/version", "release/next-review"]
