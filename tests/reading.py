"""Whether what was read out of a file is what was written into it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import IO, Final

from lxml import etree

from cspdocs.backends.base import Output

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHARACTERS: Final = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
_MAYBE: Final = {"\u00ad": "[-\u00ad]?", "\u200b": "\u200b?"}
"""What is seen at the end of a line at most."""
_LABEL: Final = re.compile(r"[•◦▪]|\d+\.")
"""What stands before an item of a list."""
_HOLD_NOTHING: Final = frozenset({"br", "col", "hr", "img", "link", "meta", "wbr"})
_OF_THE_PAGE: Final = frozenset(
    {"companion", "given", "heard", "issued", "neighbours", "pages", "downloads", "part-of", "running", "skip", "to-top"}
)
"""The classes of what a web page adds to the document, or prints on every page."""


def assert_reads(found: str, texts: Iterable[str], between: str) -> None:
    """Asserts that `found` is `texts` in their order and nothing else, but for what matches `between` the texts.

    White space is left out of account.
    """
    found = "".join(found.split())
    position = 0
    for text in texts:
        match = re.compile(f"(?:{between})*?{_pattern(text)}").match(found, position)
        assert match, f"{text!r} is not what comes next: {found[position : position + 200]!r}"
        position = match.end()
    assert re.fullmatch(f"(?:{between})*", found[position:]), f"nobody wrote {found[position : position + 200]!r}"


def _pattern(text: str) -> str:
    return "".join(_MAYBE.get(character, re.escape(character)) for character in "".join(text.split()))


def word_text(element: etree._Element, numbers: WordNumbers | None = None) -> str:
    """The text that a reader of a Word file meets in an element: no instructions of fields, no labels of lists.

    Numbers of headings and paragraphs, which Word counts, are part of it where they are handed in.
    """
    parts: list[str] = []
    for node in element.iter():
        parent = node.getparent()
        if node.tag == f"{W}p" and numbers:
            parts.append(f"{numbers.label(node)} ")
        elif parent is not None and parent.tag == f"{W}r":
            parts.append(node.text or "" if node.tag == f"{W}t" else _CHARACTERS.get(node.tag, ""))
    return "".join(parts)


def heard_text(structure: str) -> str:
    """The text that a screen reader meets in a tagged PDF, from its structure as poppler prints it; no labels of lists."""
    read: list[str] = []
    inside: list[tuple[int, str]] = []
    for line in structure.splitlines():
        depth, said = len(line) - len(line.lstrip()), line.strip()
        if said.startswith('"'):
            labels = [name for _, name in inside[-2:]] == ["LI", "Lbl"] and _LABEL.fullmatch(said[1:-1].strip())
            read += [] if labels else [said[1:-1]]
        elif not said.startswith("/"):
            inside = [*((at, name) for at, name in inside if at < depth), (depth, said.partition(" ")[0].rstrip(":"))]
    return "".join(read)


class WordNumbers:
    """Counts the paragraphs of one Word file as Word does, from its first to its last (ISO/IEC 29500-1, 17.9).

    Lists that have a name are numbers of headings and paragraphs; those without one are the reader's bullets and counts.
    """

    def __init__(self, file: Path | IO[bytes]) -> None:
        with zipfile.ZipFile(file) as archive:
            numbering = etree.fromstring(archive.read("word/numbering.xml"))
            styles = etree.fromstring(archive.read("word/styles.xml"))
        self._lists = {number.get(f"{W}abstractNumId"): number for number in numbering.iter(f"{W}abstractNum")}
        self._instances = {number.get(f"{W}numId"): number for number in numbering.iter(f"{W}num")}
        self._styles = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
        self._counts: dict[str, list[int | None]] = {}
        self._used: set[str] = set()

    @staticmethod
    def body(file: Path | IO[bytes]) -> etree._Element:
        """The XML of the text of a Word file."""
        with zipfile.ZipFile(file) as archive:
            return etree.fromstring(archive.read("word/document.xml"))

    def label(self, paragraph: etree._Element) -> str:
        """The number before a paragraph; empty for none. Each paragraph must be asked for once, in order."""
        instance, level = self._place(paragraph)
        if instance in ("", "0"):
            return ""
        number = self._instances[instance]
        identity = _said(number, "abstractNumId")
        definition = self._lists[identity]
        if not _said(definition, "name"):
            return ""
        counts = self._counts.setdefault(identity, [None] * 9)
        override = number.find(f"{W}lvlOverride[@{W}ilvl='{level}']")
        start = int(_said(override, "startOverride") if override is not None else _said(_level(definition, level), "start"))
        first = override is not None and instance not in self._used
        self._used.add(instance)
        reached = counts[level]
        counts[level] = start if first or reached is None else reached + 1
        counts[level + 1 :] = [None] * (8 - level)
        text = _said(_level(definition, level), "lvlText")
        return re.sub(r"%(\d)", lambda found: _counted(definition, int(found[1]) - 1, counts), text)

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """The instance of a list and its level: the paragraph's own, or those of its style or one that is based on."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            return _said(own, "numId"), int(_said(own, "ilvl") or 0)
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val") if style is not None else ""
        while name in self._styles:
            found = self._styles[name].find(f"{W}pPr/{W}numPr")
            if found is not None:
                return _said(found, "numId"), self._bound(_said(found, "numId"), name)
            name = _said(self._styles[name], "basedOn")
        return "", 0

    def _bound(self, instance: str, style: str) -> int:
        """The level that names a style (17.9.23): what the style says of its level does not count."""
        if instance == "0":
            return 0
        definition = self._lists[_said(self._instances[instance], "abstractNumId")]
        (level,) = (level for level in definition.iter(f"{W}lvl") if _said(level, "pStyle") == style)
        return int(level.get(f"{W}ilvl"))


def _level(definition: etree._Element, level: int) -> etree._Element:
    return definition.find(f"{W}lvl[@{W}ilvl='{level}']")


def _counted(definition: etree._Element, level: int, counts: list[int | None]) -> str:
    count = counts[level]
    assert count is not None, f"nothing is counted on level {level}"
    return chr(ord("A") + count - 1) if _said(_level(definition, level), "numFmt") == "upperLetter" else str(count)


def _said(element: etree._Element, name: str) -> str:
    """The value of a child; empty where there is none."""
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val")


def html_text(markup: str) -> str:
    """The text of the document that a reader of a web page or a fragment meets, without what the page adds to it."""
    reader = _HtmlReader()
    reader.feed(markup)
    reader.close()
    assert not reader.open, f"{reader.open} was never closed"
    return "".join(reader.read)


def published_text(output: Output) -> str:
    """The text of the pages of a publication without its summary. What stands at the foot of each page is read once."""
    others = [data for name, data in output.files.items() if name.endswith(".html") and "/" not in name]
    *before, last = [data.decode() for data in (output.data, *others)]
    return "".join([*(html_text(re.sub("(?s)<footer>.*</footer>", "", page)) for page in before), html_text(last)])


class _HtmlReader(HTMLParser):
    """Reads text, and asserts that every element that is opened is closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []
        self.read: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        hidden = tag == "head" or not _OF_THE_PAGE.isdisjoint(classes)
        if tag not in _HOLD_NOTHING:
            self.open.append((tag, hidden or bool(self.open and self.open[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self.open.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1][1]):
            self.read.append(data)
