"""The state of the document: draft or final, which version, by whom, approved when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cspdocs.compose.context import Context
from cspdocs.document.nodes import Definition, DefinitionList, Text
from cspdocs.records.scalars import MONTHS


def compose_release(context: Context) -> Iterator[DefinitionList]:
    """What the plan says of its release, a line each."""
    release, wording = context.plan.release, context.template.wording
    state = wording.state_draft if release.stage == "draft" else wording.state_final
    lines = (
        (wording.release_state, context.words(state)),
        (wording.release_version, context.value(release.version, "release/version")),
        (wording.release_date, (Text(_spoken(release.date)),) if release.date else ()),
        (wording.release_author, context.value(release.author, "release/author")),
        (wording.release_approved, context.value(release.approved, "release/approved")),
        (wording.release_review, context.value(release.next_review, "release/next-review")),
    )
    yield DefinitionList(tuple(Definition(context.words(term), said) for term, said in lines if said), origin="release")


def _spoken(day: date) -> str:
    """`1 May 2024`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
