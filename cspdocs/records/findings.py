"""What is wrong with a file, in the words of somebody who edits it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from cspdocs.diagnostics import Diagnostic
from cspdocs.records.nodes import ListNode, MappingNode, Node, TextNode

_LONGEST_SHOWN = 60


class Findings:
    """Collects what is wrong with `file`. Each method notes one kind of mistake at a node."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._findings: list[Diagnostic] = []

    def in_order(self) -> tuple[Diagnostic, ...]:
        """Everything noted, in the order of the file."""
        return tuple(sorted(self._findings, key=lambda finding: (finding.line or 0, finding.column or 0)))

    def not_a_text(self, node: Node, path: str) -> None:
        """Notes a list or mapping where text is expected; mostly it is text that needs quotes."""
        if isinstance(node, MappingNode) and node.flow:
            hint = 'put text that begins with "{" in quotes'
        elif isinstance(node, ListNode) and node.flow:
            hint = 'put text that begins with "[" in quotes'
        elif isinstance(node, MappingNode):
            hint = 'put text that holds ": " in quotes, or write it indented below "|"'
        else:
            hint = 'write one text, without "- "'
        self.wrong_shape(node, path, "text", hint)

    def wrong_shape(self, node: Node, path: str, wanted: str, hint: str) -> None:
        """Notes that `node` is not `wanted`, which is given with its article."""
        met = "text" if isinstance(node, TextNode) else "a mapping" if isinstance(node, MappingNode) else "a list"
        self.note("wrong-shape", node, path, f"{wanted} is expected here, not {met}", hint)

    def unknown(self, what: str, key: TextNode, path: str, allowed: Iterable[str], *, cut: bool = False) -> str:
        """Notes a name that is not among `allowed`; the one that is probably meant, empty where none is near.

        `cut` says that it may be the rest of a text that was cut at its comma, as happens in braces.
        """
        names = tuple(allowed)
        meant = nearest(key.text, names)
        hint = did_you_mean(meant) or f"allowed are {', '.join(names) or 'none'}"
        if cut and not meant:
            hint = f"put text and numbers that hold a comma in quotes; {hint}"
        self.note(f"unknown-{what}", key, path, f"there is no {what} {shown(key.text)} here", hint)
        return meant

    def duplicate(self, key: TextNode, path: str, first: int) -> None:
        """Notes a key that the mapping has already, on line `first`. The first one counts."""
        self.note(
            "duplicate-key", key, path, f"{shown(key.text)} is given twice, first on line {first}", "keep one of the two"
        )

    def empty_entry(self, node: Node, path: str) -> None:
        """Notes an entry with nothing in it, which may be a slip or an empty text."""
        self.note("empty-entry", node, path, "nothing is written here", 'write "" for an empty text, or remove the entry')

    def note(self, code: str, node: Node, path: str, message: str, hint: str = "") -> None:
        """Notes anything else."""
        self._findings.append(
            Diagnostic(code=code, message=message, path=path, hint=hint, file=self._file, line=node.line, column=node.column)
        )


def nearest(word: str, allowed: Sequence[str]) -> str:
    """The one of `allowed` that is probably meant by `word`, empty where none is near."""
    by_folded = {name.casefold(): name for name in allowed}
    near = get_close_matches(word[:_LONGEST_SHOWN].casefold().replace("_", "-"), by_folded, n=1)
    return by_folded[near[0]] if near else ""


def did_you_mean(word: str) -> str:
    """The hint that names `word`; empty where it is empty."""
    return f'did you mean "{word}"?' if word else ""


def shown(text: str) -> str:
    """`text` in quotes on one line, its end cut off where it is long."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _LONGEST_SHOWN else f'"{line[:_LONGEST_SHOWN]}…"'
