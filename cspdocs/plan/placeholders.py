"""`{…}` in titles, prose and wording: periods, names, tallies and figures, printed where they are quoted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from cspdocs.plan.blocks import Year
from cspdocs.plan.continuity import MOVEMENTS, Continuity
from cspdocs.plan.measures import FORMS, TYPED
from cspdocs.plan.model import Action, Plan
from cspdocs.plan.period import Period
from cspdocs.plan.status import Status

_NAME: Final = r"[A-Za-z0-9][\w-]*"
_QUOTED: Final = rf"{_NAME}(?:\.[A-Za-z0-9][\w/-]*)?"
_PLACEHOLDER: Final = re.compile(rf"\{{{_QUOTED}\}}", re.ASCII)
_SPACED: Final = re.compile(rf"( ?)\{{({_QUOTED})\}}", re.ASCII)
_ARTICLE: Final = re.compile(r"\b[Tt]he $")
PERIOD_FORMS: Final = ("short", "long", "dates")
"""What may follow the dot after the name of a period."""

PERIODS: Final = ("period", "edition", "previous", "next", "baseline")
TALLIES: Final = ("actions", "review")
RESERVED: Final = ("title", "partnership", "area", "vision", "council", "contact", *PERIODS, *TALLIES)
"""Names that print what the plan says of itself. A figure of such a name could never be quoted."""


def is_quotable(name: str) -> bool:
    """Whether a figure of that name can be quoted: letters of English, digits, hyphens and underscores."""
    return name not in RESERVED and re.fullmatch(_NAME, name, re.ASCII) is not None


class Placeholders:
    """The values that text of one plan may quote.

    Periods print as `2025/26`; with `.long` as `2025 - 2026`, with `.dates` as `April 2025 to March 2026`. `{period}` is
    the plan's, `{edition}` its year, `{next}` the one after it, `{previous}` the one under review and `{baseline}` the one
    before that, with which the review compares. `{title}`, `{partnership}`, `{area}`, `{vision}`, `{council}` (also
    `.short`) and `{contact}` (`.name`, `.phone`, `.email`, `.web`) print what the plan says. `{actions.count}` and
    `{review.count}` say how many actions there are this year and last, and `{review.on-track}`, `{actions.new}` and the
    like how many of them have a status or are new, carried over or dropped. Each figure goes by its name, alone or with
    one of `cspdocs.plan.measures.FORMS` or a period of its series. Figures may quote others, but not in a circle. What the
    plan does not say has no placeholder.

    `vocabulary` is the template's, for plans without statuses of their own.
    """

    def __init__(self, plan: Plan, vocabulary: Iterable[Status] = ()) -> None:
        self._plan = plan
        self._vocabulary = plan.statuses or tuple(vocabulary)
        self._measures = {measure.id: measure for measure in plan.figures if is_quotable(measure.id)}
        self._values: dict[str, str] = {}
        edition = plan.edition or plan.period
        self._add_period("period", plan.period)
        self._add_period("edition", edition)
        self._add_period("previous", plan.reviewed)
        self._add_period("baseline", plan.reviewed.previous if plan.reviewed else None)
        self._add_period("next", edition.next if edition else None)
        self._add_names()

    def fill(self, text: str) -> str:
        """`text` with every known placeholder replaced; an unknown one stays, so that a reader sees it."""

        def value(found: re.Match[str]) -> str:
            return _after(text[: found.start()], self._value(found[0][1:-1])) or found[0]

        return _PLACEHOLDER.sub(value, text) if "{" in text else text

    def quoted(self, text: str) -> Iterator[tuple[str, str]]:
        """`text` with every known placeholder replaced, in pieces: each figure it quotes with the path of its field.

        What is worked out of figures, such as a change, nobody has typed; it has no path and is a part of the words.
        """
        place = 0
        for found in _PLACEHOLDER.finditer(text):
            path = self._typed(found[0][1:-1])
            if path:
                if found.start() > place:
                    yield self.fill(text[place : found.start()]), ""
                yield self.fill(found[0]), path
                place = found.end()
        if text[place:]:
            yield self.fill(text[place:]), ""

    def fill_wording(self, text: str) -> str:
        """A template's `text` with every placeholder replaced; what the plan does not say is left out."""

        def value(found: re.Match[str]) -> str:
            known = self._value(found[2])
            return found[1] + _after(text[: found.start()] + found[1], known) if known else ""

        return _SPACED.sub(value, text)

    def unknown(self, text: str) -> Iterator[str]:
        """The placeholders of `text` that nothing is known for, without their braces."""
        for found in _PLACEHOLDER.finditer(text):
            if self._value(found[0][1:-1]) in ("", found[0]):
                yield found[0][1:-1]

    def __contains__(self, name: object) -> bool:
        """Whether `{name}` prints anything."""
        return isinstance(name, str) and bool(self._value(name))

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that may be quoted."""
        known = {name: value for name, value in self._values.items() if value} | self._tallies
        for measure in self._measures.values():
            if measure.form("value"):
                known[measure.id] = ""
            known.update((f"{measure.id}.{form}", "") for form in (*FORMS, *measure.series) if measure.form(form))
        return tuple(known)

    def _value(self, name: str) -> str:
        """What is printed for `name`; empty where nothing is known."""
        if name not in self._values:
            head, _, form = name.partition(".")
            if head in TALLIES:
                return self._tallies.get(name, "")
            measure = self._measures.get(head)
            printed = measure.form(form or "value") if measure else ""
            # Stands for itself while it is filled, so that figures that quote each other in a circle come to an end.
            self._values[name] = f"{{{name}}}" if "{" in printed else printed
            self._values[name] = self.fill(printed)
        return self._values[name]

    def _typed(self, name: str) -> str:
        """The path of the field in which the figure `name` is typed; empty where it is none, or worked out."""
        head, _, form = name.partition(".")
        measure = self._measures.get(head)
        if measure is None:
            return ""
        if form in measure.series:
            return f"figures/{head}/series/{form}"
        form = form or "value"
        typed = form in TYPED and getattr(measure, form.replace("-", "_"))
        return f"figures/{head}/{form}" if typed else ""

    def _add_names(self) -> None:
        plan = self._plan
        council = next((one for one in plan.organisations if one.id == plan.council), None) if plan.council else None
        named = {"area": plan.area, "partnership": plan.partnership, "title": plan.title, "vision": plan.vision}
        if council:
            named |= {"council": council.name, "council.short": council.owner_name}
        if plan.contact:
            named["contact"] = plan.contact.name
            named |= {f"contact.{way}": getattr(plan.contact, way) for way in ("name", "phone", "email", "web")}
        for name, value in named.items():
            if value:
                self._values[name] = self.fill(value)

    def _add_period(self, name: str, period: Period | None) -> None:
        if period:
            self._values[name] = period.short
            for form in PERIOD_FORMS:
                self._values[f"{name}.{form}"] = getattr(period, form)

    @cached_property
    def _tallies(self) -> dict[str, str]:
        """How many actions there are, and how many of each status and movement, by year."""
        tallies = self._tally("actions", "current", self._plan.actions)
        if self._plan.previous:
            tallies |= self._tally("review", "previous", self._plan.previous.actions)
        return tallies

    def _tally(self, name: str, year: Year, actions: tuple[Action, ...]) -> dict[str, str]:
        if not actions:
            return {}
        counts: Counter[str] = Counter()
        if self._plan.previous:
            continuity = Continuity(self._plan, self._vocabulary)
            counts.update({_spelt(movement): 0 for movement in MOVEMENTS[year]})
            counts.update(_spelt(continuity.movement(action, year)) for action in actions)
        words = Counter({_spelt(status.word): 0 for status in self._vocabulary})
        words.update(_spelt(action.status) for action in actions)
        # A status that goes by the name of a movement is the one meant: it has been typed.
        merged = {**counts, **words, "count": len(actions)}
        return {f"{name}.{word}": str(number) for word, number in merged.items() if word}


def _after(text: str, value: str) -> str:
    """A value as it stands after `text`: a name that begins with an article loses it after another."""
    return value[4:] if value.startswith("The ") and _ARTICLE.search(text) else value


def _spelt(word: str) -> str:
    """A status as it is quoted: in lower case, with hyphens."""
    return re.sub("[^a-z0-9]+", "-", word.lower()).strip("-")
