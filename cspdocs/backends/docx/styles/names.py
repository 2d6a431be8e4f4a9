"""What styles are called: in the style sheet, to Word's users, and in Word's files."""

from __future__ import annotations

from functools import cache
from typing import Final

from cspdocs.backends.docx.markup import attribute

SECTION_END: Final = "Section End"
"""The style of paragraphs that Word needs and nobody should see: one point high, always empty."""

CLEARING: Final = "Below Figure"
"""The style of paragraphs that end text beside a picture: an empty line beside it and one below, together `BELOW` high.

Their height is not fixed, because LibreOffice passes over breaks in lines of fixed height.
"""

_WORD_NAMES: Final = {
    "Body": "Normal",
    "Heading 1": "heading 1",
    "Heading 2": "heading 2",
    "Heading 3": "heading 3",
    "List": "List Paragraph",
    "Caption": "caption",
    "Contents Heading": "TOC Heading",
    "Contents 1": "toc 1",
    "Contents 2": "toc 2",
    "Contents 3": "toc 3",
    "Header": "header",
    "Footer": "footer",
}
"""The names of the styles that Word itself knows and treats in its own way. All other styles keep their names."""

LIST_STYLES: Final = (
    "List", "List Bullet", "List Number",
    "List Continue", "List Continue 2", "List Continue 3", "List Continue 4", "List Continue 5",
)  # fmt: skip
"""The styles of lists. Word knows all of them."""

_WORD_IDS: Final = {"Contents Heading": "TOCHeading", "Contents 1": "TOC1", "Contents 2": "TOC2", "Contents 3": "TOC3"}


def word_name(name: str) -> str:
    """The name under which Word shows the paragraph style `name`."""
    return _WORD_NAMES.get(name, name)


@cache
def style_id(name: str) -> str:
    """The id of the paragraph style `name`, as Word itself would form it."""
    return "Normal" if name == "Body" else _WORD_IDS.get(name) or attribute(name.replace(" ", ""))


def table_style_name(name: str) -> str:
    """The name under which Word shows the table style `name`: different from all paragraph styles'."""
    return f"{name} Style"


def table_style_id(name: str) -> str:
    """The id of the table style `name`."""
    return attribute(table_style_name(name).replace(" ", ""))
