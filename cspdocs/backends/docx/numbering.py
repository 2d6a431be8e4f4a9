"""Lists: word/numbering.xml."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from cspdocs.backends.docx.namespaces import DECLARATION, W
from cspdocs.document.boxes import list_step
from cspdocs.document.styles import Style
from cspdocs.units import Length
from cspdocs.values import define, field

DEEPEST: Final = 8
"""The last of Word's nine levels, counted from 0. Lists deeper than that stay on it."""

_BULLETS: Final = ("\u2022", "\u25e6", "\u25aa")
_BLANK: Final = "\u00a0"
_BLANK_WIDTH: Final = 0.28
"""The width of a blank as a part of the font size."""


class _Kind(NamedTuple):
    """What lists of one definition have in common: whether they count, and where they stand."""

    ordered: bool
    indent: Length
    edge: Length | None
    hang: Length | None


@define
class Numbering:
    """The lists of one file. `style` is the style "List", from which the indents of all levels are taken.

    A *definition* says how the nine levels look; lists that stand further to the right, in a quotation say, have one
    of their own. An *instance* is a list that counts by itself. The first two instances are those of the styles
    "List Bullet" and "List Number".
    """

    style: Style
    _definitions: list[tuple[str, Callable[[], str]]] = field(factory=list)
    _lists: dict[_Kind, int] = field(factory=dict)
    _instances: list[tuple[int, int, int]] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.bullets(Length(0))
        self.count(Length(0), depth=0, start=1)

    def bullets(self, indent: Length, edge: Length | None = None, hang: Length | None = None) -> int:
        """The instance of all bulleted lists that stand at `indent`, their outermost level taken.

        `edge` is the left edge of the text of the box they stand in, `hang` the room of their marks where that is not the
        style's.
        """
        definition = self._definition(_Kind(False, indent, edge, hang))
        for number, instance in enumerate(self._instances):
            if instance[0] == definition:
                return number + 1
        return self.instance(definition)

    def count(
        self, indent: Length, *, depth: int, start: int, edge: Length | None = None, hang: Length | None = None
    ) -> int:
        """A new instance: a numbered list that begins with `start` at the level `depth`."""
        return self.instance(self._definition(_Kind(True, indent, edge, hang)), min(depth, DEEPEST), start)

    def _definition(self, kind: _Kind) -> int:
        if kind not in self._lists:
            self._lists[kind] = self.define("", partial(self._levels, kind))
        return self._lists[kind]

    def define(self, name: str, levels: Callable[[], str]) -> int:
        """The number of a new definition. What its levels look like is asked when all text has been written."""
        self._definitions.append((name, levels))
        return len(self._definitions) - 1

    def instance(self, definition: int, depth: int = -1, start: int = 0) -> int:
        """A new instance of a definition, which begins with `start` at the level `depth`, if that is one."""
        self._instances.append((definition, depth, start))
        return len(self._instances)

    def part(self) -> str:
        """The part's markup."""
        definitions = (_definition_markup(number, *entry) for number, entry in enumerate(self._definitions))
        instances = (_instance_markup(number + 1, *entry) for number, entry in enumerate(self._instances))
        return f'{DECLARATION}<w:numbering xmlns:w="{W}">{"".join(definitions)}{"".join(instances)}</w:numbering>'

    def _levels(self, kind: _Kind) -> str:
        return "".join(self._level(depth, *kind) for depth in range(DEEPEST + 1))

    def _level(self, depth: int, ordered: bool, indent: Length, edge: Length | None, hang: Length | None) -> str:
        step = list_step(self.style, boxed=edge is not None)
        hanging = self.style.first_line if hang is None else Length(-hang)
        left = Length(indent + (depth + 1) * step)
        kind, text = ("decimal", f"%{depth + 1}.") if ordered else ("bullet", _BULLETS[depth % len(_BULLETS)])
        if edge is not None:
            # Word draws one box around paragraphs that begin at one edge, so that blanks must move the label; and of the
            # text of a bullet LibreOffice shows the first character alone.
            blanks = round((left + hanging - edge) / (self.style.size * _BLANK_WIDTH))
            kind = "none" if blanks and not ordered else kind
            text = _BLANK * blanks + text
            hanging = Length(edge - left)
        # The outermost level of the plain lists is what the styles themselves refer to.
        plain = not (depth or indent) and edge is None and hang is None
        linked = f'<w:pStyle w:val="{"ListNumber" if ordered else "ListBullet"}"/>' if plain else ""
        # Without room to hang in, a mark would push the words to the next tab stop, which a narrow column does not have.
        apart = "" if hang is None or hang else '<w:suff w:val="space"/>'
        return (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}{apart}'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left.twips}" {first_line(hanging)}/></w:pPr></w:lvl>'
        )


def _definition_markup(number: int, name: str, levels: Callable[[], str]) -> str:
    named = f'<w:name w:val="{name}"/>' if name else ""
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5C0D0000 + number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{0x5C0E0000 + number:08X}"/>{named}{levels()}</w:abstractNum>'
    )


def _instance_markup(number: int, definition: int, depth: int, start: int) -> str:
    override = ""
    if depth >= 0:
        override = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'


def first_line(indent: Length) -> str:
    """The attribute of `w:ind` that moves the first line."""
    return f'w:hanging="{-indent.twips}"' if indent < 0 else f'w:firstLine="{indent.twips}"'
