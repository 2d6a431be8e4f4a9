"""Dated updates: what was reported about an action, when and by whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from cspdocs.compose.cells import Cells, Shown, runs_of
from cspdocs.document.nodes import Block, Inline, Paragraph, StatusMark, Text, Value
from cspdocs.plan.model import Action, Update

_END: Final = Text(":")
"""Stands after time and name where the words of an update begin below them."""


class Updates:
    """Makes the cells of dated updates."""

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._context = cells.context

    def show(self, action: Action, path: str, when: str = "", but: Collection[str] = ()) -> Shown:
        """All updates, below one another; those of one time alone, or of all times `but` some.

        Those of one time do not say it again, and have the colour of the last status reported.
        """
        origin = f"{path}/updates"
        wanted = [(place, one) for place, one in enumerate(action.updates, 1) if _is_wanted(one, when, but)]
        blocks: list[Block] = []
        for place, update in wanted:
            blocks += self._entry(update, f"{origin}/{place}", dated=not when)
        if not blocks:
            return self._cells.nothing(origin)
        statuses = [self._context.statuses.get(one.status.casefold()) for _, one in wanted if one.status]
        last = statuses[-1] if statuses and when else None
        return Shown(tuple(blocks), origin, self._context.template.colour(last.colour) if last else "")

    def status(self, action: Action, path: str, when: str) -> Shown:
        """The last status that was reported for a time."""
        known = [(place, one) for place, one in enumerate(action.updates, 1) if one.status and _is_wanted(one, when, ())]
        if not known:
            return self._cells.nothing(path)
        place, update = known[-1]
        origin = f"{path}/updates/{place}/status"
        status = self._context.statuses.get(update.status.casefold())
        return self._cells.status(status, origin) if status else self._cells.words(update.status, origin)

    def _entry(self, update: Update, path: str, *, dated: bool) -> Iterator[Block]:
        """An update: when and by whom, before what is said; and after it how the action stood then."""
        context, text = self._context, self._cells.text
        said = context.prose(update.text, style=text, origin=f"{path}/text")
        known = {
            "when": context.value(update.when, f"{path}/when") if dated else (),
            "by": context.value(context.names.leader(update.by), f"{path}/by") if update.by else (),
        }
        phrase, status = context.template.wording.update_entry, self._status(update.status, f"{path}/status")
        match said:
            case (Paragraph() as only,) if status or any(known.values()):
                words = context.phrase_of(phrase, {**known, "text": runs_of(only)})
                yield Paragraph((*words, Text(" "), *status) if status else words, text)
            case _:
                before = context.phrase_of(phrase, {**known, "text": ()})
                if before:
                    yield Paragraph((*before, _END) if said else before, text)
                yield from said
                if status:
                    yield Paragraph(status, text)

    def _status(self, word: str, origin: str) -> tuple[Inline, ...]:
        """A status in running text, with its shape; nothing where none was reported."""
        status = self._context.statuses.get(word.casefold())
        return (Value((StatusMark(status.word, status.mark),), origin),) if status else self._context.value(word, origin)


def _is_wanted(update: Update, when: str, but: Collection[str]) -> bool:
    time = _spelt(update.when)
    return time == _spelt(when) if when else time not in map(_spelt, but)


def _spelt(when: str) -> str:
    return " ".join(when.casefold().split())
