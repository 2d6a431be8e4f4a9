"""What whoever sends a document out for editing must know of the plan: its fields by path, and its digest.

The nodes of the document say by their `origin` which field they were made from; this says what the field is called, and
what stands in it in the plan.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from cspdocs.values import field, frozen

LONGEST_TITLE: Final = 64
"""The most characters that Word takes for the title or the tag of a content control."""


def beginning(text: str, most: int = LONGEST_TITLE) -> str:
    """As much of a text as Word counts `most` characters in. Those beyond U+FFFF, such as pictures, it counts twice."""
    begun = text[:most]
    if begun.isascii() or max(begun) <= "\uffff":
        return begun
    return begun.encode("utf-16-le", "ignore")[: 2 * most].decode("utf-16-le", "ignore")


class Field(NamedTuple):
    """A field of a plan that people may edit in the document.

    `title` names it to people and is unique in the plan. `text` is what the plan says, as it was typed, with markup and
    placeholders. `choices` are the words it can be, as they are printed; none for any text. `placeholder` is what is
    printed in place of a text that is not there yet.
    """

    path: str
    title: str
    text: str
    choices: tuple[str, ...] = ()
    placeholder: str = ""


@frozen
class Sent:
    """A plan as it is sent out: enough to tell later what was changed, and whether the plan has changed meanwhile.

    `fields` are by path. Nothing is known of a document that was made without a plan.
    """

    digest: str = ""
    title: str = ""
    period: str = ""
    fields: Mapping[str, Field] = field(factory=dict)
