"""Content controls: what people may edit, each bound to the plan's field in a part of custom XML.

Word keeps that part in step while somebody types, and a bound field that stands in several places is edited in all of
them at once. A few kinds do, chosen so that LibreOffice (7.4, 25.2 and 26.8) opens and saves them with no text lost:

- plain text in a line is a bound control;
- a status is a bound drop-down list, each value the same as what it shows, for LibreOffice shows values;
- words still to be filled in are the placeholder of a bound list without choices, since LibreOffice would take their
  highlight from a control for text;
- plain text with letters of Asia, or from right to left, is a list without choices, since LibreOffice would write a text
  several times;
- words with a link that are a part of a paragraph have a bookmark in place of a control, since LibreOffice 25.2 and 26.8
  could make no PDF of the file; and for the sake of what they save no control follows a link directly;
- text with markup, links, or several paragraphs has a control around its paragraphs that is not bound: what is bound to
  XML is plain. It is marked as a building block, because LibreOffice flattens and loses text in others.

None is locked. Whoever drops an action deletes its row, and what is locked cannot be deleted (ECMA-376, 17.5.2.23). Should a
control get lost, the bookmark of its row still tells what the row is about.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from cspdocs.backends.docx.markup import attribute, run_content
from cspdocs.document.fields import LONGEST_TITLE, Field, beginning
from cspdocs.values import define, field

STORE: Final = "{9ADA57C0-5657-53F9-86F2-5CA903140981}"
"""The id of the part of custom XML, by which controls name it. It is the same in every file."""
NAMESPACE: Final = "urn:cspdocs:plan"

FIELDS_A_GROUP: Final = 256
"""Fields are numbered inside groups of that many: finding one of 40,000 must not take a walk past all before it."""

_PLAIN: Final = '<w:text w:multiLine="1"/>'
_RICH: Final = "<w:richText/>"
_ANY: Final = "<w:comboBox/>"
_BLOCKS: Final = '<w:docPartObj><w:docPartGallery w:val="Plan"/></w:docPartObj>'
_BLANK: Final = "\u00a0"
"""What stands in a control with nothing in it, so that there is something to click on."""

_BOUND: Final = f'<w:dataBinding w:prefixMappings="xmlns:p=\'{NAMESPACE}\'" w:xpath="/p:plan[1]/p:group['
_IN_GROUP: Final = "]/p:field["
_TO_TEXT: Final = f']/p:text[1]" w:storeItemID="{STORE}"/>'
"""With the numbers of group and field between them, the property that binds a control to the text of a field."""

# LibreOffice 7.4 puts the text of bound controls into a style sheet (XSLT) unescaped and is left with no custom XML at all
# when that makes it malformed; and it moves line ends out of controls for plain text.
_SPECIAL: Final = re.compile("[&<>\t\n\r\u00ad\u2011]")
_LINE_END: Final = re.compile("[\n\r]")

# What LibreOffice 7.4 takes for Asian or complex letters. Wherever they begin or end, it writes all that a control for plain
# text holds once more.
_OTHER_SCRIPTS: Final = re.compile(
    "[\u0590-\u1cff\u200f\u202a-\u202e\u2d30-\ud7ff\uf900-\uffdc\U00010380-\U0001d0ff\U00020000-\U0003ffff]"
)


class Entry(NamedTuple):
    """A field that stands in the file: its place in the XML, what of it is printed, and as markup what it is called.

    It is `waiting` when what is printed only stands in place of a text that is not there yet.
    """

    field: Field
    group: int
    number: int
    text: str
    title: str
    waiting: bool


@define
class Controls:
    """The controls of one file. `fields` are those of the plan by path, `entries` those of them that stand in the file.

    `opened` is the path of the field around whose paragraphs a control is being written, empty for none. `placeholders` maps
    runs that are printed in empty fields to the names of the building blocks that print them.
    """

    fields: Mapping[str, Field]
    entries: dict[str, Entry] = field(factory=dict)
    placeholders: dict[str, str] = field(factory=dict)
    opened: str = ""

    def takes(self, path: str) -> bool:
        """Whether text made from the field at `path` belongs in a control of its own here."""
        return path in self.fields and path != self.opened

    def in_line(self, path: str, text: str) -> str | None:
        """A control with plain text, as a run; `None` where the field already says something else in another place."""
        entry = self._entry(path, text)
        if entry is None:
            return None
        field, group, number, _, title, waiting = entry
        special = _SPECIAL.search(text)
        kind = _ANY if not text.isascii() and _OTHER_SCRIPTS.search(text) else _PLAIN
        properties = ""
        if waiting or not text:
            text = text or _BLANK
            properties = self._placeholder(f"<w:r>{run_content(text)}</w:r>")
        if field.choices and (waiting or text in field.choices):
            properties += f"{_BOUND}{group}{_IN_GROUP}{number}{_TO_TEXT}{_choices(field.choices)}"
        elif special:
            if _LINE_END.search(text):
                return None
            properties += kind
        else:
            properties += f"{_BOUND}{group}{_IN_GROUP}{number}{_TO_TEXT}{kind}"
        return _control(title, path, properties, f"<w:r>{run_content(text)}</w:r>")

    def to_fill(self, path: str, text: str, look: str) -> str | None:
        """A control with words that are still to be filled in, which have this look; `None` as in `in_line`."""
        entry = self._entry(path, text, waiting=True)
        if entry is None or _LINE_END.search(text):
            return None
        field, group, number, _, title, _ = entry
        run = f"<w:r>{look}{run_content(text)}</w:r>"
        properties = f"{self._placeholder(run)}{_BOUND}{group}{_IN_GROUP}{number}{_TO_TEXT}"
        properties += _choices(field.choices) if field.choices else _ANY
        return _control(title, path, properties, run)

    def stands(self, path: str, text: str) -> bool:
        """Whether a field that has no control in this place is in the file, which it is from now on if it says `text`."""
        return self._entry(path, text) is not None

    def around_runs(self, path: str, text: str, runs: str) -> str:
        """A control around runs with markup, inside a paragraph."""
        return self._around(path, text, runs, _RICH)

    def around_blocks(self, path: str, text: str, written: Sequence[str]) -> list[str]:
        """A control around all paragraphs of a field."""
        joined = "".join(written)
        made = self._around(path, text, joined, _BLOCKS)
        return list(written) if made == joined else [made]

    def _around(self, path: str, text: str, content: str, kind: str) -> str:
        entry = self._entry(path, text)
        return content if entry is None else _control(entry.title, path, kind, content)

    def _entry(self, path: str, text: str, *, waiting: bool = False) -> Entry | None:
        """The entry of a field that says `text`; `None` where it says something else already, to which it would be set."""
        entry = self.entries.get(path)
        if entry is None:
            field = self.fields[path]
            group, number = divmod(len(self.entries), FIELDS_A_GROUP)
            waiting = waiting or (not field.text and text == field.placeholder)
            entry = Entry(field, group + 1, number + 1, text, attribute(field.title), waiting)
            self.entries[path] = entry
            return entry
        return entry if entry.text == text else None

    def _placeholder(self, run: str) -> str:
        """The properties of a control that shows a run as long as nothing is typed."""
        name = self.placeholders.setdefault(run, f"cspdocs {len(self.placeholders) + 1}")
        return f'<w:placeholder><w:docPart w:val="{name}"/></w:placeholder><w:showingPlcHdr/>'


def _control(title: str, path: str, properties: str, content: str) -> str:
    """A control that is called by its title, given as markup, and known by the path of its field."""
    named = f'<w:alias w:val="{title}"/><w:tag w:val="{tag(path)}"/>'
    return f"<w:sdt><w:sdtPr>{named}{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def tag(path: str) -> str:
    """The tag of a field's controls, as markup: its path, with a piece of its hash where Word has no room for all of it."""
    if beginning(path) != path:
        digest = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        path = f"{beginning(path, LONGEST_TITLE - len(digest) - 1)}~{digest}"
    return attribute(path)


@cache
def _choices(choices: tuple[str, ...]) -> str:
    items = "".join(f'<w:listItem w:displayText="{word}" w:value="{word}"/>' for word in map(attribute, choices))
    return f"<w:dropDownList>{items}</w:dropDownList>"
