"""Lists: word/numbering.xml."""

from __future__ import annotations

from typing import Final

from attrs import Factory, define

from cspdocs.backends.docx.namespaces import DECLARATION, W
from cspdocs.document.styles import Style
from cspdocs.units import Length

DEEPEST: Final = 8
"""The last of Word's nine levels, counted from 0. Lists deeper than that stay on it."""

_BULLETS: Final = ("\u2022", "\u25e6", "\u25aa")


@define
class Numbering:
    """The lists of one file. `style` is the style "List", from which the indents of all levels are taken.

    A *definition* says how the nine levels look; lists that stand further to the right, in a quotation say, have one
    of their own. An *instance* is a list that counts by itself. The first two instances are those of the styles
    "List Bullet" and "List Number".
    """

    style: Style
    _definitions: dict[tuple[bool, Length], int] = Factory(dict)
    _instances: list[tuple[int, int, int]] = Factory(list)

    def __attrs_post_init__(self) -> None:
        self.bullets(Length(0))
        self.count(Length(0), depth=0, start=1)

    def bullets(self, indent: Length) -> int:
        """The instance of all bulleted lists that stand at `indent`, their outermost level taken."""
        definition = self._definition(ordered=False, indent=indent)
        for number, instance in enumerate(self._instances):
            if instance[0] == definition:
                return number + 1
        return self._instance(definition, depth=-1, start=0)

    def count(self, indent: Length, *, depth: int, start: int) -> int:
        """A new instance: a numbered list that begins with `start` at the level `depth`."""
        return self._instance(self._definition(ordered=True, indent=indent), min(depth, DEEPEST), start)

    def _definition(self, *, ordered: bool, indent: Length) -> int:
        return self._definitions.setdefault((ordered, indent), len(self._definitions))

    def _instance(self, definition: int, depth: int, start: int) -> int:
        self._instances.append((definition, depth, start))
        return len(self._instances)

    def part(self) -> str:
        """The part's markup."""
        definitions = (self._definition_markup(number, *key) for key, number in self._definitions.items())
        instances = (_instance_markup(number + 1, *entry) for number, entry in enumerate(self._instances))
        return f'{DECLARATION}<w:numbering xmlns:w="{W}">{"".join(definitions)}{"".join(instances)}</w:numbering>'

    def _definition_markup(self, number: int, ordered: bool, indent: Length) -> str:
        levels = "".join(self._level(depth, ordered, indent) for depth in range(DEEPEST + 1))
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x5C0D0000 + number:08X}"/>'
            f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{0x5C0E0000 + number:08X}"/>{levels}</w:abstractNum>'
        )

    def _level(self, depth: int, ordered: bool, indent: Length) -> str:
        left = indent.twips + (depth + 1) * self.style.indent.twips
        kind, text = ("decimal", f"%{depth + 1}.") if ordered else ("bullet", _BULLETS[depth % len(_BULLETS)])
        # The outermost level of the plain lists is what the styles themselves refer to.
        linked = f'<w:pStyle w:val="{"ListNumber" if ordered else "ListBullet"}"/>' if not (depth or indent) else ""
        return (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}<w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" {first_line(self.style.first_line)}/></w:pPr></w:lvl>'
        )


def _instance_markup(number: int, definition: int, depth: int, start: int) -> str:
    override = ""
    if depth >= 0:
        override = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'


def first_line(indent: Length) -> str:
    """The attribute of `w:ind` that moves the first line."""
    return f'w:hanging="{-indent.twips}"' if indent < 0 else f'w:firstLine="{indent.twips}"'
