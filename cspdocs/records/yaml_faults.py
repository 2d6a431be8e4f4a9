"""What the YAML parser says about a text that is not YAML, in the words of somebody who edits a plan."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from cspdocs.diagnostics import Diagnostic

_BEGINS: Final = re.compile(r"""\s*(?:- +)*(?:[^\s:#"'\[{][^:#]*:[ \t]+)?([\[{"'])""")
"""A line whose value begins with a bracket or a quote."""

_UNSPACED: Final = re.compile(r"\s*(?:- +)*[\w-]+:(?!//)[^ ]")
_PASTED: Final = re.compile(r" *\u00a0\s*[\w-]+:(?:\s|$)")
"""A line with a key; no space after its colon, or a space before it that only looks like one."""

_NO_COLON: Final = "expected ':'"
_NO_COMMA: Final = "expected ','"
_SEEN_WHERE_IT_BEGINS: Final = (_NO_COLON, "end of stream")
"""Faults that the parser meets further down: a key without its colon, a quote that is never closed."""

_QUOTE: Final = "put the text in quotes"
_QUOTE_COLON: Final = 'put text that holds ": " in quotes'
_CLOSING: Final = ("]", "}")
_CURLY: Final = ("“", "”")
_LONGEST_SHOWN: Final = 80
_ALIGN: Final = "keys of one record begin in the same column"

_FAULTS: Final = (
    ("mapping values", "the line is indented further than its record", f"{_ALIGN}; {_QUOTE_COLON}"),
    ("block sequence entries", "a list begins after a key", 'write "- " on a line of its own'),
    ("mapping keys", 'a text begins with "?"', _QUOTE),
    ("expected alphabetic or numeric", "a text begins with * or &", f"{_QUOTE}, or after a | on lines of its own"),
    ("expected comment or line break", "text stands after | or >", "begin the text on the next line, indented"),
    ("cannot start any token", "a text begins with a character that YAML keeps for itself", _QUOTE),
    ("expected key", "the line does not fit the ones before it", f"{_ALIGN}; {_QUOTE} where it begins with [ or {{"),
    (_NO_COLON, "the line has no colon after its key", 'write "key: value", or indent text below its key'),
    ("expected '-'", "the line does not belong to the list before it", "entries of one list begin in the same column"),
    (_NO_COMMA, "a bracket or brace is not closed", f"close it, or {_QUOTE} where it begins with one"),
    ("expected node content", "a value is expected", f"{_QUOTE} where it begins with a bracket, brace or comma"),
    ("document start", "text stands after the line that ends the document", "remove the line ..."),
    ("escape", "a backslash in double quotes", "use single quotes, or write the backslash twice"),
    ("document indicator", "a quoted text is not closed before ---", "close the quotes"),
    ("end of stream", "a quoted text is not closed", "close the quotes"),
    ("a tab character", "a tab indents the line", "indent with spaces"),
    ("no-break space", "a no-break space indents the line", "type the spaces afresh"),
)
"""Part of the parser's words, our words, and the cure."""


def explain_fault(
    problem: str, text: str, line: int, column: int, file: Path | None = None, begun: tuple[int, int] | None = None
) -> Diagnostic:
    """The finding for a fault that the parser met in `text` at `line` and `column`, counted from 0.

    `begun` is where that begins which the parser was reading when it met the fault.
    """
    lines = text.split("\n")
    wrong = line
    if begun and (any(words in problem for words in _SEEN_WHERE_IT_BEGINS) or (_NO_COMMA in problem and begun[0] < line)):
        line, column = begun
    elif "mapping values" in problem and _begins_without_colon(lines, line):
        line, column, problem = line - 1, 0, _NO_COLON
    elif (pasted := _pasted_indent(lines, begun[0] if begun else max(line - 1, 0), line)) is not None:
        line, column, problem = pasted, 0, "no-break space"
    met = lines[line] if line < len(lines) else ""
    message, hint = _say(problem, met, column)
    if _NO_COMMA in problem and line < wrong:
        hint = f"close it, and the quotes in it; it goes wrong on line {min(wrong + 1, len(lines))}"
    if "in quotes" in hint and any(quote in met for quote in _CURLY):
        hint += ", in straight ones: curly quotes are part of the text"
    if met.strip() and "\t" not in _indent(met):
        message += f': "{met.strip()[:_LONGEST_SHOWN]}"'
    place = min(line + 1, len(lines))
    return Diagnostic(code="yaml-syntax", message=message, hint=hint, file=file, line=place, column=column + 1)


def _say(problem: str, met: str, column: int) -> tuple[str, str]:
    """What is wrong with the line that was met, and the cure."""
    if "\t" in _indent(met):
        return "a tab indents the line", "indent with spaces"
    if _NO_COLON in problem and _UNSPACED.match(met):
        return "no space stands after the colon", "type a space after it; a pasted one may be a no-break space"
    if "mapping values" in problem and ": " in met[:column]:
        return "a second colon stands in the line", _QUOTE_COLON
    # Where another bracket closes instead, one inside is open; else the text only looks like a list or record.
    begins = _BEGINS.match(met) if "expected" in problem and met[column : column + 1] not in _CLOSING else None
    if begins and column > begins.start(1):
        hint = "put the whole text in quotes, of the other kind where it holds some"
        return f"text goes on after what begins with {begins[1]}", hint
    for words, said, cure in _FAULTS:
        if words in problem:
            return said, cure
    return f"the line is not YAML: {problem}", _QUOTE


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _begins_without_colon(lines: list[str], line: int) -> bool:
    """Whether the line above is the first of its record and names a key to which the parser found no colon."""
    above = lines[line - 1] if line else ""
    if not above.strip() or ": " in above or _indent(above) != _indent(lines[line]):
        return False
    return line == 1 or lines[line - 2].rstrip().endswith(":")


def _pasted_indent(lines: list[str], first: int, last: int) -> int | None:
    """The line, from `first` to `last`, of a key that a no-break space indents, as text pasted from Word has it."""
    return next((at for at in range(first, min(last + 1, len(lines))) if _PASTED.match(lines[at])), None)
