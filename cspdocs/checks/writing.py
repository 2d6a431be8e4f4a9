"""Is everything printed as whoever typed it must have meant it?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from cspdocs.diagnostics import Diagnostic, Severity, warning
from cspdocs.plan.model import Plan
from cspdocs.plan.placeholders import Placeholders
from cspdocs.template.template import Template

_PARAGRAPHS: Final = re.compile(r"\n[ \t]*\n")
_BULLET: Final = re.compile("[ \t]*([•·▪◦‣●○■□►➢✓✔\u2043\uf0b7\uf0a7\uf0d8\uf0fc]|o(?=\t))\\s*\\S")
"""What lines of a list begin with that was pasted from Word; the last are bullets in its own font for signs."""
_MARK: Final = re.compile(r"[ \t]*([\u2013\u2014]|\(?(?:[a-z]|[ivx]+)[.)])[ \t]+\S")
"""What such lines may begin with, and other lines too: it takes two of them to be a list, in a place where lists stand."""
_FEWEST_MARKED: Final = 2
_BREAKS: Final = ("  ", "\\")
_LONGEST_SHOWN: Final = 60

_BRACED: Final = re.compile(r"\{+([^{}\n]{1,60})\}+|\{([A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9][\w/-]*)?)")
_QUOTED: Final = re.compile(r"(£?)(\{[A-Za-z0-9][\w./-]*\})( ?%)?")


def check_writing(
    plan: Plan, template: Template | None, written: Iterable[tuple[str, str]], *, force: bool = False
) -> Iterator[Diagnostic]:
    """Lists that would run together, quoted figures that would stay in their braces, and signs that would stand twice.

    `written` is what is to be gone through, path and text. They are warnings; but what stays in its braces is an error in a
    plan that is final, unless it is forced, as all that is still to be filled in.
    """
    braces = Severity.ERROR if plan.release.stage == "final" and not force else Severity.WARNING
    placeholders = Placeholders(plan, template.statuses if template else ())
    for path, text in written:
        if "\n" in text:
            yield from _check_lists(text, path)
        if "{" in text and not path.endswith("/file"):
            yield from _check_quoted(text, path, placeholders, braces)
            yield from _check_signs(text, path, placeholders)


def _check_lists(text: str, path: str) -> Iterator[Diagnostic]:
    """The first paragraph in which lines that look like a list follow each other: they are printed as one."""
    for paragraph in _PARAGRAPHS.split(text):
        lines = paragraph.split("\n")
        listed = () if any(line.endswith(_BREAKS) for line in lines) else _listed(lines)
        if listed and len(lines) > 1:
            at, mark = listed[0]
            words = " ".join(" ".join(lines[at:]).split())
            shown = f"{words[:_LONGEST_SHOWN]}…" if len(words) > _LONGEST_SHOWN else words
            message = f'the lines that begin with "{mark}" are printed as one paragraph: {shown}'
            hint = 'begin each with "- ", or with "1. ", to make a list, or part them by empty lines'
            yield warning("no-list", message, path, hint)
            return


def _listed(lines: Sequence[str]) -> Sequence[tuple[int, str]]:
    """The lines of a paragraph that look like those of a list, and what each of them begins with."""
    bullets = [(place, found[1]) for place, line in enumerate(lines) if (found := _BULLET.match(line))]
    marked = bullets or [(place, found[1]) for place, line in enumerate(lines) if (found := _MARK.match(line))]
    if bullets or len(marked) < _FEWEST_MARKED:
        return bullets
    first = marked[0][0]
    introduced = first == 0 or lines[first - 1].rstrip().endswith(":")
    # In running text that is broken into lines a dash may stand anywhere.
    return marked if introduced or any(after[0] - one[0] == 1 for one, after in pairwise(marked)) else ()


def _check_quoted(text: str, path: str, placeholders: Placeholders, severity: Severity) -> Iterator[Diagnostic]:
    """What stands in braces and is printed with them, though it would be known if it were written a little otherwise."""
    for found in _BRACED.finditer(text):
        name = _meant((found[1] or found[2]).strip(), placeholders)
        # What is well written but unknown is told as that.
        if name and not _QUOTED.fullmatch(found[0]):
            message = f'"{found[0]}" is printed as it stands'
            hint = f'write "{{{name}}}"'
            yield Diagnostic(code="not-quoted", severity=severity, message=message, path=path, hint=hint)


def _meant(name: str, placeholders: Placeholders) -> str:
    """The name that may be quoted and is probably meant; empty where none is."""
    spelt = "-".join(name.lower().split())
    return next((known for known in (name, spelt) if known in placeholders), "")


def _check_signs(text: str, path: str, placeholders: Placeholders) -> Iterator[Diagnostic]:
    """Signs that stand in the text and in the figure that it quotes beside them."""
    for found in _QUOTED.finditer(text):
        printed = placeholders.fill(found[2])
        if (found[1] and printed.startswith("£")) or (found[3] and printed.endswith("%")):
            whole = f"{found[1]}{printed}{found[3] or ''}"
            hint = "leave out the sign in the text: the figure brings its own"
            yield warning("twice-a-sign", f'"{whole}" is printed', path, hint)
