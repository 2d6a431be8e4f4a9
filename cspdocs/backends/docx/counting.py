"""Numbers of headings and paragraphs, counted by Word itself: lists on several levels, bound to styles.

Word is never told a number, only where its counting begins anew. What it will count is worked out beside it, paragraph by
paragraph, so that every number is the document's own. A number in which nothing can be counted, or that no counting leads
to, is the label of a list of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from cspdocs.backends.docx.markup import attribute, without_forbidden
from cspdocs.backends.docx.numbering import Numbering, first_line
from cspdocs.backends.docx.styles.book import Counted, StyleBook
from cspdocs.backends.docx.styles.names import style_id
from cspdocs.document.nodes import Document, Heading
from cspdocs.document.numbers import Number, NumberRooms, read_number
from cspdocs.document.styles import Style
from cspdocs.document.walk import inner_blocks
from cspdocs.units import Length
from cspdocs.values import define, evolve, field

LEVELS: Final = 9


@define
class Level:
    """A level of a list: what its numbers look like, the style bound to it, and where number and words stand."""

    pattern: str
    style: str
    left: Length = Length(0)
    hanging: Length = Length(0)

    @property
    def tabbed(self) -> bool:
        """Whether the words begin at a tab stop; where they are centred, a space is between."""
        return self.hanging > 0


@define
class CountedList:
    """A list that Word counts. `base` is the instance that styles are bound to, `current` the one counted last.

    `counts` are the numbers reached on each level, `None` where counting begins anew; `starts` where the levels of an
    instance begin, as far as not at 1.
    """

    name: str
    lettered: bool
    definition: int = 0
    levels: dict[int, Level] = field(factory=dict)
    counts: list[int | None] = field(factory=lambda: [None] * LEVELS)
    starts: dict[int, Mapping[int, int]] = field(factory=dict)
    base: int = 0
    current: int = 0

    def leads_to(self, number: Number) -> bool:
        """Whether the levels above the last stand where the number has them, and its own level looks like it."""
        level = len(number.counts) - 1
        known = self.levels.get(level)
        alike = self.lettered == number.lettered and (known is None or known.pattern == number.pattern)
        return alike and tuple(self.counts[:level]) == number.counts[:-1]

    def next(self, level: int, instance: int) -> int:
        """What Word counts next on a level in an instance."""
        reached = self.counts[level]
        return self.starts[instance].get(level, 1) if reached is None else reached + 1

    def reach(self, number: Number) -> None:
        """Goes on to a number; the levels below it begin anew."""
        level = len(number.counts) - 1
        self.counts[level] = number.counts[-1]
        self.counts[level + 1 :] = [None] * (LEVELS - level - 1)

    def markup(self) -> str:
        """The definition's levels. Those that nothing stands on are there for whoever goes on writing."""
        return "".join(self._level(level) for level in range(LEVELS))

    def _level(self, level: int) -> str:
        known = self.levels.get(level) or Level(".".join(f"%{number + 1}" for number in range(level + 1)), "")
        kind = "upperLetter" if self.lettered and level == 0 else "decimal"
        linked = f'<w:pStyle w:val="{style_id(known.style)}"/>' if known.style else ""
        follows = "" if known.tabbed or not known.style else '<w:suff w:val="space"/>'
        return (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}{follows}'
            f'<w:lvlText w:val="{attribute(known.pattern)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{known.left.twips}" w:hanging="{known.hanging.twips}"/></w:pPr></w:lvl>'
        )


@define
class Counting:
    """The numbers of one file. `headings` are the styles of those headings of which some have a number."""

    book: StyleBook
    numbering: Numbering
    rooms: NumberRooms
    headings: frozenset[str] = frozenset()
    _lists: list[CountedList] = field(factory=list)
    _labels: dict[str, CountedList] = field(factory=dict)
    _plains: dict[str, Style] = field(factory=dict)

    def style(self, block_style: str, text: str, heading: int = 0) -> tuple[str, str]:
        """The style in which a block with the number `text` is printed, and the properties that its paragraph needs.

        These say which list it belongs to, where the style alone does not. `heading` is the level of a heading.
        """
        name, properties = self._counted(block_style, text, heading)
        if heading and name != f"Heading {heading}":
            self.book.levels[name] = heading
        return name, properties

    def _counted(self, block_style: str, text: str, heading: int) -> tuple[str, str]:
        if not text:
            return (self._unnumbered(block_style) if heading and block_style in self.headings else block_style), ""
        number = read_number(text)
        found = self._find(number) if number else None
        if number is None or found is None:
            return self._labelled(block_style, text)
        level = len(number.counts) - 1
        name = self._bound(block_style, found, level, text, number.pattern, heading=heading > 0)
        instance = self._instance(found, number, level)
        found.reach(number)
        bound = instance == found.base and found.levels[level].style == name
        return name, "" if bound else _belongs(instance, level)

    def in_place(self, name: str, properties: str, placed: str) -> tuple[str, str]:
        """The style `placed`, which is `name` in its place, and the properties that a paragraph needs there.

        A style that is derived from a bound one is not bound; and what a list says of indents goes before what a style does.
        """
        counted = self.book.counted.get(name)
        if counted is None:
            return placed, properties
        if placed != name:
            properties = properties or _belongs(counted.instance, counted.level)
        if properties:
            style = self.book.style(placed)
            properties += f'<w:ind w:left="{style.indent.twips}" {first_line(style.first_line)}/>'
        return placed, properties

    def _find(self, number: Number) -> CountedList | None:
        """The list that a number goes on with, or begins; `None` where no counting leads to it."""
        for counted in self._lists:
            if counted.leads_to(number):
                return counted
        if len(number.counts) > 1:
            return None
        self._lists.append(self._begin("Appendices" if number.lettered else "Numbers", number.lettered, self._lists))
        return self._lists[-1]

    def _begin(self, kind: str, lettered: bool, among: Iterable[CountedList]) -> CountedList:
        same = sum(counted.name.startswith(kind) for counted in among)
        counted = CountedList(f"{kind} {same + 1}" if same else kind, lettered)
        counted.definition = self.numbering.define(counted.name, counted.markup)
        counted.base = counted.current = self.numbering.instance(counted.definition)
        counted.starts[counted.base] = {}
        return counted

    def _instance(self, counted: CountedList, number: Number, level: int) -> int:
        """The instance in which Word counts that number next: the one counted last, the styles' own, or a new one."""
        for instance in (counted.current, counted.base):
            if counted.next(level, instance) == number.counts[-1]:
                counted.current = instance
                return instance
        start = number.counts[-1]
        counted.current = self.numbering.instance(counted.definition, level, start)
        counted.starts[counted.current] = {level: start}
        return counted.current

    def _bound(self, name: str, counted: CountedList, level: int, text: str, pattern: str, *, heading: bool) -> str:
        """The name of the style of that level that looks like `name`, but for the room that numbers need."""
        known = counted.levels.get(level)
        own = name if heading and name not in self.book.counted else ""
        if known and self.book.counted[known.style].name == name:
            return known.style
        wanted = own or _numbered_name(name, counted.name, level)
        if wanted not in self.book.counted:
            self._make(wanted, name, text, Counted(counted.base, level, name, bound=known is None))
        if known is None:
            style = self.book.style(wanted)
            counted.levels[level] = Level(pattern, wanted, style.indent, Length(-style.first_line))
        return wanted

    def _make(self, wanted: str, name: str, text: str, counted: Counted) -> None:
        """Makes the style of a level, like `name` but with the room that the number `text` needs."""
        style = self._plain(name)
        room = self.rooms.room(text, style) if style.align == "left" else Length(0)
        changes = {"indent": Length(style.indent + room), "first_line": Length(-room)}
        if wanted == name:
            self._plains[name] = style
            self.book.derived[name] = evolve(style, **changes)
        else:
            self.book.derive(wanted, name, **changes)
        self.book.counted[wanted] = counted

    def _plain(self, name: str) -> Style:
        """A style as it is without numbers."""
        return self._plains.get(name) or self.book.style(name)

    def _unnumbered(self, name: str) -> str:
        """The name of the style of headings without a number amid others that have one."""
        wanted = f"{name} Unnumbered"
        if wanted not in self.book.counted:
            style = self._plain(name)
            self.book.derive(wanted, name, indent=style.indent, first_line=style.first_line)
            self.book.counted[wanted] = Counted(0, 0, name)
        return wanted

    def _labelled(self, name: str, text: str) -> tuple[str, str]:
        """A style, and a list of its own whose every number is `text`."""
        counted = self._labels.get(text)
        if counted is None:
            counted = self._labels[text] = self._begin("Labels", False, self._labels.values())
        wanted = _numbered_name(name, counted.name, 0)
        if wanted not in self.book.counted:
            self._make(wanted, name, text, Counted(counted.base, 0, name, bound=0 not in counted.levels))
        if 0 not in counted.levels:
            style = self.book.style(wanted)
            # A per cent sign with a figure after it stands for a count.
            shown = without_forbidden(text).replace("%", "%\u2060")
            counted.levels[0] = Level(shown, wanted, style.indent, Length(-style.first_line))
        bound = counted.levels[0].style == wanted
        return wanted, "" if bound else _belongs(counted.base, 0)


def numbered_headings(document: Document) -> frozenset[str]:
    """The styles of headings of which some have a number."""
    blocks = (block for section in document.sections for block in inner_blocks(section.blocks))
    return frozenset(block.style for block in blocks if isinstance(block, Heading) and block.number)


def _numbered_name(name: str, counted: str, level: int) -> str:
    kind = {"Numbers": "Numbered", "Appendices": "Lettered"}.get(counted, counted)
    return f"{name} {kind} {level + 1}"


def _belongs(instance: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'
