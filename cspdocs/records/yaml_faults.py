"""What the YAML parser says about a text that is not YAML, in the words of somebody who edits a plan."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from cspdocs.diagnostics import Diagnostic

_BEGINS: Final = re.compile(r"""\s*(?:- +)*(?:[^\s:#"'\[{][^:#]*:[ \t]+)?([\[{"'])""")
"""A line whose value begins with a bracket or a quote."""

_QUOTE: Final = "put the text in quotes"
_LONGEST_SHOWN: Final = 80
_ALIGN: Final = "keys of one record begin in the same column"

_FAULTS: Final = (
    ("mapping values", "the line is indented further than its record, or the one before lacks its colon", _ALIGN),
    ("block sequence entries", "a list begins after a key", 'write "- " on a line of its own'),
    ("mapping keys", 'a text begins with "?"', _QUOTE),
    ("expected alphabetic or numeric", "a text begins with * or &", f"{_QUOTE}, or after a | on lines of its own"),
    ("expected comment or line break", "text stands after | or >", "begin the text on the next line, indented"),
    ("cannot start any token", "a text begins with a character that YAML keeps for itself", _QUOTE),
    ("expected key", "the line does not fit the ones before it", f"{_ALIGN}; {_QUOTE} where it begins with [ or {{"),
    ("expected ':'", "the line has no colon after its key", 'write "key: value", or indent text below its key'),
    ("expected '-'", "the line does not belong to the list before it", "entries of one list begin in the same column"),
    ("expected ','", "a bracket or brace is not closed", f"close it, or {_QUOTE} where it begins with one"),
    ("expected node content", "a value is expected", f"{_QUOTE} where it begins with a bracket, brace or comma"),
    ("document start", "text stands after the line that ends the document", "remove the line ..."),
    ("escape", "a backslash in double quotes", "use single quotes, or write the backslash twice"),
    ("document indicator", "a quoted text is not closed before ---", "close the quotes"),
    ("end of stream", "a quoted text is not closed", "close the quotes"),
    ("a tab character", "a tab indents the line", "indent with spaces"),
)
"""Part of the parser's words, our words, and the cure."""


def explain_fault(problem: str, text: str, line: int, column: int, file: Path | None = None) -> Diagnostic:
    """The finding for a fault that the parser met in `text` at `line` and `column`, counted from 0."""
    lines = text.split("\n")
    met = lines[line] if line < len(lines) else ""
    message, hint = f"the line is not YAML: {problem}", _QUOTE
    if "\t" in met[: len(met) - len(met.lstrip())]:
        message, hint = "a tab indents the line", "indent with spaces"
    else:
        for words, said, cure in _FAULTS:
            if words in problem:
                message, hint = said, cure
                break
        if "mapping values" in problem and ": " in met[:column]:
            message, hint = "a second colon stands in the line", f'{_QUOTE} that holds ": "'
        elif "expected" in problem and (begins := _BEGINS.match(met)) and column > begins.start(1):
            message = f"text goes on after what begins with {begins[1]}"
            hint = "put the whole text in quotes, of the other kind where it holds some"
        message += f': "{met.strip()[:_LONGEST_SHOWN]}"' if met.strip() else ""
    place = min(line + 1, len(lines))
    return Diagnostic(code="yaml-syntax", message=message, hint=hint, file=file, line=place, column=column + 1)
