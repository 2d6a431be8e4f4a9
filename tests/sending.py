"""Documents as if they had been made from a plan: which fields the plan would have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from cspdocs.document.fields import Field, Sent
from cspdocs.document.nodes import Document, Heading, Paragraph, Value
from cspdocs.document.walk import plain_text
from cspdocs.values import fields, has_fields

CHOICES: Final = ("\u25cf\u00a0Complete", "\u25b2\u00a0Ongoing")
_SAYING: Final = (Heading, Paragraph, Value)


def sent_of(document: Document, waiting: Mapping[str, str] | None = None) -> Sent:
    """A plan whose fields are those that the document names as origins of what it says.

    What is printed in the fields `waiting` stands in place of a text that is not there.
    """
    found: dict[str, Field] = {}
    for node in nodes_in(document):
        if isinstance(node, _SAYING) and node.origin not in ("", *found) and _says_it_all(node):
            path, text = node.origin, plain_text(node.content)
            choices = CHOICES if path.endswith("/status") else ()
            placeholder = (waiting or {}).get(path, "")
            title = f"Field {len(found) + 1}: {path}"[:64]
            found[path] = Field(path, title, "" if placeholder else text, choices, placeholder)
    return Sent("0" * 64, document.title, "2025/26", found)


def _says_it_all(node: Heading | Paragraph | Value) -> bool:
    """Whether a node says its field, and does not only hold several that do."""
    inside = [value.origin for value in node.content if isinstance(value, Value)]
    return plain_text(node.content) != "" and not any(path.startswith(f"{node.origin}/") for path in inside)


def nodes_in(node: object) -> Iterator[object]:
    """A node and all nodes in it, in the order of the tree."""
    if isinstance(node, tuple):
        for inner in node:
            yield from nodes_in(inner)
    elif has_fields(type(node)):
        yield node
        for field in fields(type(node)):
            yield from nodes_in(getattr(node, field.name))
