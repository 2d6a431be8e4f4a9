"""Addresses inside a publication: the page and the id of each heading, note, action, member and term.

An address is made of what the plan calls a thing, not of where it stands, so that it lasts from one build to the next:
the action `asb-2` is `#action-asb-2`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from cspdocs.backends.html.markup import without_forbidden
from cspdocs.backends.html.publication import Page, Publication
from cspdocs.document.nodes import Block, DefinitionList, Grid, Heading, Paragraph, Table
from cspdocs.document.walk import inner_blocks
from cspdocs.values import define, field

_UNFIT: Final = re.compile(r"[^\w-]+")
_SPACE: Final = re.compile(r"[\s\u0085\u180e]+")


@define
class Addresses:
    """The ids of a publication: each stands once in it, whichever page it is on.

    What has an anchor goes before everything else: links and the contents list name it.
    """

    _places: dict[str, tuple[str, str]]
    """The page and the id of each anchor."""
    _natural: set[str]
    """Ids that belong to something by its name, those of anchors among them."""
    _taken: set[str]
    """Those of anchors, and all that were given to something else."""
    _written: set[str] = field(factory=set)
    """Those of anchors that were written."""

    @classmethod
    def of(cls, publication: Publication) -> Addresses:
        """The addresses of a publication, none of them given away yet."""
        places: dict[str, tuple[str, str]] = {}
        natural: set[str] = set()
        taken: set[str] = set()
        for page in publication.pages:
            back = publication.back if page is publication.pages[-1] else ()
            for block in inner_blocks((*(block for section in page.sections for block in section.blocks), *back)):
                if isinstance(block, Heading | Paragraph) and block.anchor and block.anchor not in places:
                    places[block.anchor] = page.name, _once(_anchor_id(block.anchor), taken)
                    taken.add(places[block.anchor][1])
                natural.update(map(origin_id, _origins(block)))
        return cls(places, natural | taken, taken)

    def of_anchor(self, block: Heading | Paragraph, page: Page) -> str | None:
        """The id of a heading or paragraph on a page; `None` where it has no anchor, or one that another has too."""
        name, identity = self._places.get(block.anchor, ("", ""))
        if name != page.name or identity in self._written:
            return None
        self._written.add(identity)
        return identity

    def of_origin(self, origin: str) -> str | None:
        """The id of what was made from a field of the plan; with a number after it where that is printed again."""
        wanted = origin_id(origin)
        if not wanted:
            return None
        identity = wanted if wanted not in self._taken else _once(wanted, self._natural | self._taken)
        self._taken.add(identity)
        return identity

    def spare(self, wanted: str) -> str:
        """An id for a part of the page itself, that nothing of the document has."""
        return _once(wanted, self._natural)

    def leading_to(self, anchor: str, page: Page) -> str:
        """The address of an anchor as seen from a page; empty where nothing has that anchor."""
        if anchor not in self._places:
            return ""
        name, identity = self._places[anchor]
        fragment = f"#{quote(identity, safe='')}"
        return fragment if name == page.name else f"{name}{fragment}"


def origin_id(origin: str) -> str:
    """The id of what was made from a field: `actions/asb-2` is `action-asb-2`; empty for no origin."""
    parts = [part for part in (_UNFIT.sub("-", part).strip("-").lower() for part in origin.split("/")) if part]
    if len(parts) > 1:
        parts[-2] = _singular(parts[-2])
    return "-".join(parts)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s")


def _anchor_id(anchor: str) -> str:
    return _SPACE.sub("-", without_forbidden(anchor)) or "section"


def _once(wanted: str, taken: set[str]) -> str:
    identity, count = wanted, 1
    while identity in taken:
        count += 1
        identity = f"{wanted}-{count}"
    return identity


def _origins(block: Block) -> Iterator[str]:
    """The origins of those parts of a block that have an id."""
    match block:
        case Table(rows=rows):
            yield from (row.origin for row in rows)
        case Grid(entries):
            yield from (cell.origin for cell in entries)
        case DefinitionList(definitions):
            yield from (definition.origin for definition in definitions)
        case _:
            pass
