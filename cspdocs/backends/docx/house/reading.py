"""A borough's house styles: the styles of its reference document, cleaned of all that is not a look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Final

from lxml import etree

from cspdocs.backends.docx.house.cleaning import read_properties, read_property
from cspdocs.backends.docx.markup import without_forbidden
from cspdocs.backends.docx.namespaces import W
from cspdocs.backends.docx.styles.elements import Properties, Property, write_property
from cspdocs.backends.docx.styles.theme import Theme, read_theme
from cspdocs.document.styles import Reference
from cspdocs.errors import RenderError
from cspdocs.values import evolve, field, frozen

_W: Final = f"{{{W}}}"
_PARTS: Final = ("pPr", "rPr", "tblPr", "tcPr")
_NORMAL: Final = "Normal"
_OFF: Final = ("0", "false", "off")


@frozen
class HouseStyle:
    """A style of the reference. `based_on`, `following` and `linked` are ids of others there, empty for none.

    `numbered` is whether its paragraphs are counted, `None` where it does not say. What it looks like is read from its
    `element` when it is asked for: a reference may have hundreds of styles, and a document uses few of them.
    """

    kind: str
    identity: str
    name: str
    based_on: str
    following: str
    linked: str
    default: bool
    custom: bool
    numbered: bool | None
    element: etree._Element = field(eq=False, repr=False)

    @cached_property
    def properties(self) -> Mapping[str, Properties]:
        """`pPr`, `rPr`, `tblPr` and `tcPr`, as far as there are any."""
        found = {part: read_properties(self.element.find(f"{_W}{part}"), part) for part in _PARTS}
        return {part: properties for part, properties in found.items() if properties}

    @cached_property
    def conditions(self) -> tuple[Property, ...]:
        """What is different in some rows or columns of a table."""
        found = (read_property(item, "tblStylePr") for item in self.element.iterfind(f"{_W}tblStylePr"))
        return tuple(condition for condition in found if condition and condition.children)

    @cached_property
    def listing(self) -> str:
        """Where and whether the style stands in Word's lists of styles, as markup."""
        return _listing(self.element)

    @property
    def key(self) -> tuple[str, str]:
        """What kind of style it is, and its name as Word compares it."""
        return self.kind, self.name.casefold()


@frozen
class HouseStyles:
    """All that a reference says of looks. `defaults` are the properties of all text; `None` where it does not say.

    `fonts` are the entries of its table of fonts by name, `latent` how styles are offered that are not in the file.
    """

    styles: Mapping[str, HouseStyle]
    defaults: Mapping[str, Properties] | None
    latent: str
    theme: Theme | None
    fonts: Mapping[str, str]

    @cached_property
    def _by_key(self) -> dict[tuple[str, str], HouseStyle]:
        found: dict[tuple[str, str], HouseStyle] = {}
        for style in self.styles.values():
            found.setdefault(style.key, style)
        return found

    def find(self, kind: str, name: str) -> HouseStyle | None:
        """The style of that name, as Word compares names: without regard to case."""
        return self._by_key.get((kind, name.casefold()))

    def line(self, style: HouseStyle) -> tuple[HouseStyle, ...]:
        """The style after all that it is based on."""
        line = [style]
        while line[-1].based_on:
            line.append(self.styles[line[-1].based_on])
        return tuple(reversed(line))


@lru_cache(maxsize=16)
def read_house_styles(reference: Reference) -> HouseStyles:
    """The house styles in a reference, kept for the next document.

    Raises:
        RenderError: if its parts cannot be read.
    """
    styles = _root(reference, reference.styles, "styles")
    fonts = _root(reference, reference.fonts, "fonts") if reference.fonts else ()
    latent = styles.find(f"{_W}latentStyles")
    offered = read_property(latent, "latentStyles") if latent is not None else None
    return HouseStyles(
        styles=_without_circles(_styles(styles.iterfind(f"{_W}style"))),
        defaults=_defaults(styles.find(f"{_W}docDefaults")),
        latent=write_property("latentStyles", offered) if offered else "",
        theme=read_theme(_root(reference, reference.theme, "theme")) if reference.theme else None,
        fonts={
            entry.attributes["name"]: write_property("font", entry)
            for item in fonts
            if (entry := read_property(item, "font"))
        },
    )


def _root(reference: Reference, part: bytes, name: str) -> etree._Element:
    # The template's check has refused whatever makes XML dangerous; this is for style sheets made in code.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise RenderError(f"{reference.file.name}: the {name} are damaged; open it in Word and save it again") from fault
    if etree.QName(root).localname != name:
        raise RenderError(f"{reference.file.name}: there are no {name} where they should be; save it again in Word")
    return root


def _defaults(element: etree._Element | None) -> dict[str, Properties] | None:
    if element is None:
        return None
    return {parent: read_properties(element.find(f"{_W}{parent}Default/{_W}{parent}"), parent) for parent in ("rPr", "pPr")}


def _styles(elements: Iterable[etree._Element]) -> dict[str, HouseStyle]:
    """The styles by id; of several with one id or one name Word knows the first."""
    styles: dict[str, HouseStyle] = {}
    names = set()
    for element in elements:
        style = _style(element)
        if style and style.identity not in styles and style.name.casefold() not in names:
            styles[style.identity] = style
            names.add(style.name.casefold())
    normal = next((style for style in styles.values() if style.default and style.kind == "paragraph"), None)
    if normal and _NORMAL.casefold() not in names:
        # Other programs have other names for it.
        styles[normal.identity] = evolve(normal, name=_NORMAL)
    return styles


def _style(element: etree._Element) -> HouseStyle | None:
    """A style; `None` for one without a name or of a kind that has no looks, such as those of lists."""
    kind, identity = element.get(f"{_W}type", "paragraph"), element.get(f"{_W}styleId", "")
    name = " ".join(without_forbidden(_value(element, "name")).split())
    if kind not in ("paragraph", "character", "table") or not identity or not name:
        return None
    return HouseStyle(
        kind=kind,
        identity=identity,
        name=name,
        based_on=_value(element, "basedOn"),
        following=_value(element, "next") if kind == "paragraph" else "",
        linked=_value(element, "link"),
        default=element.get(f"{_W}default", "0") not in _OFF,
        custom=element.get(f"{_W}customStyle", "0") not in _OFF,
        numbered=_is_numbered(element.find(f"{_W}pPr/{_W}numPr")),
        element=element,
    )


def _value(element: etree._Element, name: str) -> str:
    child = element.find(f"{_W}{name}")
    return "" if child is None else child.get(f"{_W}val", "")


def _is_numbered(properties: etree._Element | None) -> bool | None:
    # Word's own Subtitle names a level of a list, and no list.
    number = "" if properties is None else _value(properties, "numId")
    return number != "0" if number else None


def _listing(element: etree._Element) -> str:
    """Where and whether the style stands in Word's lists of styles."""
    priority = element.find(f"{_W}uiPriority")
    place = read_property(priority, "uiPriority") if priority is not None else None
    written = write_property("uiPriority", place) if place else ""
    for name in ("semiHidden", "unhideWhenUsed", "qFormat"):
        switch = element.find(f"{_W}{name}")
        if switch is not None and switch.get(f"{_W}val", "1") not in _OFF:
            written += f"<w:{name}/>"
    return written


def _without_circles(styles: dict[str, HouseStyle]) -> dict[str, HouseStyle]:
    """The styles, none of them based on itself, on nothing that is there, or on a style of another kind.

    The default styles are based on none.
    """
    sound: dict[str, HouseStyle] = {}
    for identity, style in styles.items():
        above = styles.get(style.based_on)
        fits = above is not None and above.kind == style.kind and not style.default
        sound[identity] = style if fits else evolve(style, based_on="")
    for identity, at in sound.items():
        seen = {identity}
        while at.based_on:
            if at.based_on in seen:
                sound[at.identity] = evolve(at, based_on="")
                break
            seen.add(at.based_on)
            at = sound[at.based_on]
    return sound
