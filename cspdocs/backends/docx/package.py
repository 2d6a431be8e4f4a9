"""The parts of the Word file: what is in them, where they lead, and of what kind each of them is (ECMA-376, part 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from docx.opc import part as opc
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI

from cspdocs.backends.docx.customxml import (
    custom_properties_part,
    fields_part,
    glossary_part,
    glossary_styles_part,
    properties_part,
)
from cspdocs.backends.docx.namespaces import DECLARATION
from cspdocs.backends.docx.parts import (
    EXTENDED_PROPERTIES,
    core_properties_part,
    font_table_part,
    settings_part,
)
from cspdocs.backends.docx.story import Story
from cspdocs.backends.docx.styles.part import named_fonts, styles_part
from cspdocs.document.nodes import Document

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = f"{_PACKAGE}/content-types"
_ROLE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE_ROLE: Final = f"{_PACKAGE}/relationships/metadata/core-properties"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_WORD: Final = f"{_OFFICE}.wordprocessingml"
_CORE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_XML: Final = "application/xml"


class Part(NamedTuple):
    """A part: its path in the file, its content type, what is in it, and by which relationship the one above leads to it.

    `parts` are those that it leads to itself; `links` gives addresses outside the file the ids of their relationships.
    """

    path: str
    kind: str
    content: bytes
    role: str
    identity: str
    parts: Sequence[Part] = ()
    links: Mapping[str, str] = {}


def build_parts(markup: str, document: Document, story: Story) -> dict[str, bytes]:
    """All parts of the file whose main part is `markup`, name to content, with what else `story` says it needs."""
    inside = [*_defining_parts(document, story), *_running_parts(story), *_media_parts(story)]
    inside += _control_parts(story, styles=inside[0].content.decode())
    kind, core, extended = f"{_WORD}.document.main+xml", core_properties_part(document), f"{_OFFICE}.extended-properties+xml"
    custom = custom_properties_part(story.options.sent).encode() if story.controls.entries else b""
    parts = (
        Part("word/document.xml", kind, markup.encode(), f"{_ROLE}/officeDocument", "rId1", inside, story.links),
        Part("docProps/core.xml", _CORE, core.encode(), _CORE_ROLE, "rId2"),
        Part("docProps/app.xml", extended, EXTENDED_PROPERTIES.encode(), f"{_ROLE}/extended-properties", "rId3"),
        Part("docProps/custom.xml", f"{_OFFICE}.custom-properties+xml", custom, f"{_ROLE}/custom-properties", "rId4"),
    )
    return _with_relationships(*(part for part in parts if part.content))


def _defining_parts(document: Document, story: Story) -> Iterator[Part]:
    """The parts that say how the text looks."""
    book = story.book
    styles = styles_part(book, story.looks.items(), document.language)
    house = book.house.styles.fonts if book.house else {}
    yield _word_part("styles", styles, "rIdStyles")
    yield _word_part("numbering", story.numbering.part(), "rIdNumbering")
    yield _word_part("settings", settings_part(document.language), "rIdSettings")
    yield _word_part("fontTable", font_table_part(named_fonts(styles, book.theme), house), "rIdFontTable")
    theme = book.theme.markup.encode()
    yield Part("word/theme/theme1.xml", f"{_OFFICE}.theme+xml", theme, f"{_ROLE}/theme", "rIdTheme")


def _running_parts(story: Story) -> Iterator[Part]:
    """Headers and footers."""
    for part in story.running:
        yield _word_part(part.kind, part.markup, part.relationship, number=str(part.number), links=part.links)


def _media_parts(story: Story) -> Iterator[Part]:
    """Pictures."""
    for media in story.media.values():
        kind = "image/png" if media.image.format == "png" else "image/jpeg"
        yield Part(f"word/media/{media.name}", kind, media.image.data, f"{_ROLE}/image", media.relationship)


def _control_parts(story: Story, styles: str) -> Iterator[Part]:
    """The parts that content controls refer to, where there are any."""
    controls = story.controls
    if controls.entries:
        kind = f"{_OFFICE}.customXmlProperties+xml"
        named = Part("customXml/itemProps1.xml", kind, properties_part().encode(), f"{_ROLE}/customXmlProps", "rId1")
        fields = fields_part(story.options.sent, controls.entries.values())
        yield Part("customXml/item1.xml", _XML, fields.encode(), f"{_ROLE}/customXml", "rIdFields", [named])
    if controls.placeholders:
        kind, glossary = f"{_WORD}.document.glossary+xml", glossary_part(controls.placeholders)
        used = glossary_styles_part(styles).encode()
        looks = Part("word/glossary/styles.xml", f"{_WORD}.styles+xml", used, f"{_ROLE}/styles", "rIdStyles")
        yield Part(
            "word/glossary/document.xml", kind, glossary.encode(), f"{_ROLE}/glossaryDocument", "rIdGlossary", [looks]
        )


def _word_part(name: str, markup: str, identity: str, *, number: str = "", links: Mapping[str, str] | None = None) -> Part:
    """A part of a kind of Word's own, called so as its kind and its role are."""
    path = f"word/{name}{number}.xml"
    return Part(path, f"{_WORD}.{name}+xml", markup.encode(), f"{_ROLE}/{name}", identity, links=links or {})


def _with_relationships(*parts: Part) -> dict[str, bytes]:
    """These parts and all that they lead to, and those that say where each leads and of what kind it is."""
    package = OpcPackage()
    for part in parts:
        package.load_rel(part.role, _packed(part), part.identity)
    entries = {"_rels/.rels": package.rels.xml}
    kinds: list[str] = []
    for packed in package.iter_parts():
        entries[packed.partname.membername] = packed.blob
        kinds.append(f'<Override PartName="{packed.partname}" ContentType="{packed.content_type}"/>')
        if packed.rels:
            entries[packed.partname.rels_uri.membername] = packed.rels.xml
    entries["[Content_Types].xml"] = (
        f'{DECLARATION}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>{"".join(sorted(kinds))}</Types>'
    ).encode()
    return entries


def _packed(part: Part) -> opc.Part:
    """The part as python-docx has it, with all that it leads to."""
    packed = opc.Part(PackURI(f"/{part.path}"), part.kind, part.content)
    for below in part.parts:
        packed.load_rel(below.role, _packed(below), below.identity)
    for address, identity in part.links.items():
        packed.load_rel(RELATIONSHIP_TYPE.HYPERLINK, address, identity, is_external=True)
    return packed
