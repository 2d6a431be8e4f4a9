"""Elements of another program's Word file as properties, with nothing in them that the schema does not know."""

from __future__ import annotations

from typing import Final

from lxml import etree

from cspdocs.backends.docx.house.vocabulary import ATTRIBUTES, REQUIRED
from cspdocs.backends.docx.namespaces import W
from cspdocs.backends.docx.styles.elements import CHILDREN, REPEATED, SIDES, Properties, Property

_OURS: Final = ("framePr", "numPr", "lang")
"""What styles of ours say themselves: frames, lists and languages."""

_AUTOMATIC: Final = "280"
"""The white space that Word leaves above or below a paragraph when it is told to choose, in twips."""


def read_properties(element: etree._Element | None, parent: str) -> Properties:
    """The properties in an element such as `w:pPr`; none where there is no such element."""
    return {} if element is None else dict(_children(element, parent))


def read_property(element: etree._Element, name: str, parent: str = "") -> Property | None:
    """An element and all in it that the schema knows; `None` for one that means nothing."""
    allowed = ATTRIBUTES.get(f"{parent}/{name}") or ATTRIBUTES.get(name, {})
    required = REQUIRED.get(f"{parent}/{name}") or REQUIRED.get(name, ())
    said = {SIDES.get(_name(key), _name(key)): str(text) for key, text in element.attrib.items()}
    attributes = {key: value for key, check in allowed.items() if key in said and (value := check(said[key])) is not None}
    if any(key not in attributes for key in required):
        return None
    children = tuple(_children(element, name)) if name in CHILDREN else ()
    # A switch needs no value; anything else without attributes and children says nothing.
    switch = allowed.keys() == {"val"} and not said
    return Property(_settled(attributes), children) if attributes or children or switch else None


def _children(element: etree._Element, parent: str) -> list[tuple[str, Property]]:
    """The children in the order of the schema; of several where one is allowed, the last."""
    found: dict[str, list[Property]] = {}
    for child in element:
        name = SIDES.get(_name(child.tag), _name(child.tag))
        value = read_property(child, name, parent) if name in CHILDREN[parent] and name not in _OURS else None
        if value is not None:
            found[name] = [*found.get(name, ()), value] if name in REPEATED else [value]
    return [(name, value) for name in CHILDREN[parent] for value in found.get(name, ())]


def _settled(attributes: dict[str, str]) -> dict[str, str]:
    """The attributes with white space that Word chooses as what it chooses, and one indent of the first line."""
    if "hanging" in attributes:
        attributes.pop("firstLine", None)
    for side in ("before", "after"):
        if attributes.pop(f"{side}Autospacing", "0") == "1":
            attributes[side] = _AUTOMATIC
    return attributes


_PREFIX: Final = f"{{{W}}}"


def _name(tag: object) -> str:
    """The name of an element or attribute of WordprocessingML without its prefix; empty for anything else."""
    return tag.removeprefix(_PREFIX) if isinstance(tag, str) and tag.startswith(_PREFIX) else ""
