"""Names that are not there, and names that two things have, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from cspdocs.diagnostics import Diagnostic, Severity

_MOST_NAMED: Final = 12


def unknown(
    what: str, name: str, known: Iterable[str], path: str, *, shown: str = "", severity: Severity = Severity.ERROR
) -> Diagnostic:
    """That there is no `what` called `name`, with the one of `known` that is probably meant, or what there is."""
    known = list(dict.fromkeys(known))
    near = get_close_matches(name.casefold(), [one.casefold() for one in known], n=1, cutoff=0.7)
    if near:
        hint = f'did you mean "{next(one for one in known if one.casefold() == near[0])}"?'
    elif known:
        more = ", …" if len(known) > _MOST_NAMED else ""
        hint = f"known are {', '.join(known[:_MOST_NAMED])}{more}"
    else:
        hint = "the plan names none"
    message = f'there is no {what} "{shown or name}"'
    return Diagnostic(code=f"unknown-{what.replace(' ', '-')}", message=message, path=path, hint=hint, severity=severity)


def named_twice(named: Iterable[tuple[str, str]]) -> Iterator[Diagnostic]:
    """A finding for each name that several of `named` have, paths and names, placed at the first of them."""
    first: dict[str, tuple[str, str]] = {}
    found = set()
    for path, name in named:
        folded = name.casefold()
        if folded in first and folded not in found:
            found.add(folded)
            where, one = first[folded]
            hint = "give each an id of its own"
            yield Diagnostic(code="duplicate-id", message=f'"{one}" is used twice', path=where, hint=hint)
        first.setdefault(folded, (path, name))
