"""House styles as they are written into our files: under our ids, with all that they refer to and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from cspdocs.backends.docx.markup import attribute
from cspdocs.backends.docx.styles.book import House
from cspdocs.backends.docx.styles.elements import Properties, Property, merge, write_properties, write_property
from cspdocs.backends.docx.styles.gallery import is_built_in
from cspdocs.backends.docx.styles.names import style_id

if TYPE_CHECKING:
    from cspdocs.backends.docx.house.reading import HouseStyle

_NOT_OF_IDS: Final = re.compile(r"[^A-Za-z0-9]")


class HouseWriter:
    """Writes the house styles that have the names of ours, and then those that these refer to.

    `ours` are the ids of all our styles by kind and name. `looks` are those of the paragraph styles that the house has, by
    our names for them; our other paragraph styles are our own even where it has their names.
    """

    def __init__(self, house: House, ours: Mapping[tuple[str, str], str]) -> None:
        self.looks = house.found
        self._house = house.styles
        self._identities: dict[str, str] = {}
        for (kind, name), identity in ours.items():
            style = self._house.find(kind, name)
            if style:
                self._identities[style.identity] = identity
        self._own = frozenset(self._identities)
        self._worn = {style_id(name) for name in self.looks}
        self._names = {name.casefold() for _, name in ours}
        self._used = {identity.casefold() for identity in ours.values()}
        self._waiting: list[HouseStyle] = []

    def has(self, kind: str, name: str) -> bool:
        """Whether the house has a style of that kind and name."""
        return self._house.find(kind, name) is not None

    def says(self, name: str, asked: str) -> str:
        """The value that a property has in a paragraph style of the house: `1` for on, empty where none is said."""
        style = self._house.find("paragraph", name)
        said = [above.properties.get("pPr", {}).get(asked) for above in self._house.line(style)] if style else []
        return next((one.attributes.get("val", "1") for one in reversed(said) if one is not None), "")

    def write_others(self) -> str:
        """The styles that those written refer to, and that we have none of."""
        written = []
        while self._waiting:
            style = self._waiting.pop(0)
            written.append(self._write(style, style.name, {}))
        return "".join(written)

    def write(self, kind: str, name: str, patch: Mapping[str, Properties] = {}) -> str:
        """One of our styles as the house has it, some properties replaced.

        Raises:
            KeyError: if the house has no such style.
        """
        style = self._house.find(kind, name)
        if style is None:
            raise KeyError(name)
        return self._write(style, name, patch)

    def _write(self, style: HouseStyle, name: str, patch: Mapping[str, Properties]) -> str:
        identity = self._identity(style)
        default = ' w:default="1"' if identity == "Normal" else ""
        custom = ' w:customStyle="1"' if style.custom and not is_built_in(name) else ""
        references = "".join(
            f'<w:{element} w:val="{attribute(self._identity(other))}"/>' for element, other in self._references(style)
        )
        parts = ("pPr", "rPr", "tblPr", "tcPr")
        looks = ((part, _patched(style.properties.get(part, {}), patch.get(part, {}))) for part in parts)
        return (
            f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{attribute(identity)}">'
            f'<w:name w:val="{attribute(name)}"/>{references}{style.listing}'
            f"{''.join(write_properties(part, properties) for part, properties in looks)}"
            f"{''.join(write_property('tblStylePr', condition) for condition in style.conditions)}</w:style>"
        )

    def _references(self, style: HouseStyle) -> Iterator[tuple[str, HouseStyle]]:
        """The styles that a style refers to and that are in our file, by the names of the elements that say so."""
        styles = self._house.styles
        base, following, linked = styles.get(style.based_on), styles.get(style.following), styles.get(style.linked)
        if base and self._is_written(base):
            yield "basedOn", base
        if following and following.kind == "paragraph" and self._is_written(following):
            yield "next", following
        pair = {style.kind, linked.kind if linked else ""}
        if linked and pair == {"paragraph", "character"} and linked.linked == style.identity and self._is_taken(linked):
            yield "link", linked

    def _is_written(self, style: HouseStyle) -> bool:
        """Whether the file has the style, or may have it: no two styles of one name, whatever their kinds."""
        return style.identity in self._identities or style.key[1] not in self._names

    def _is_taken(self, style: HouseStyle) -> bool:
        """Whether the style is written as the house has it, so that it refers back."""
        if style.identity in self._own and style.kind == "paragraph":
            return self._identities[style.identity] in self._worn
        return self._is_written(style)

    def _identity(self, style: HouseStyle) -> str:
        """The id of a style in our file. A style that we do not have is from then on one to be written."""
        if style.identity not in self._identities:
            stem = _NOT_OF_IDS.sub("", style.identity)[:200] or "Style"
            candidates = (stem, *(f"{stem}{number}" for number in range(1, len(self._used) + 2)))
            identity = next(candidate for candidate in candidates if candidate.casefold() not in self._used)
            self._used.add(identity.casefold())
            self._identities[style.identity] = identity
            self._waiting.append(style)
        return self._identities[style.identity]


def _patched(properties: Properties, patch: Properties) -> Properties:
    """The properties with others in their places."""
    patched = merge(properties, patch)
    if "tabs" in patch:
        # Tab stops that the style inherits are cleared, not left out.
        tabs = (*properties.get("tabs", Property()).children, *patch["tabs"].children)
        stops = {int(tab.attributes["pos"]): tab for _, tab in tabs}
        patched["tabs"] = Property(children=tuple(("tab", stops[position]) for position in sorted(stops)))
    return patched
