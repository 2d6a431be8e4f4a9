"""The Word file as bytes: parts and their relationships in a ZIP archive that is the same each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from cspdocs.backends.docx.namespaces import DECLARATION
from cspdocs.backends.docx.parts import (
    EXTENDED_PROPERTIES,
    core_properties_part,
    font_table_part,
    settings_part,
    theme_part,
)
from cspdocs.backends.docx.story import Story
from cspdocs.backends.docx.styles import styles_part
from cspdocs.document.nodes import Document

_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o644 << 16


def build_package(markup: str, document: Document, story: Story) -> bytes:
    """The file whose main part is `markup`, with all else that `story` says it needs."""
    package = OpcPackage()
    main = _part("word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, markup)
    package.load_rel(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, main, "rId1")
    core = _part("docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, core_properties_part(document))
    package.load_rel(RELATIONSHIP_TYPE.CORE_PROPERTIES, core, "rId2")
    extended = _part("docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, EXTENDED_PROPERTIES)
    package.load_rel(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, extended, "rId3")
    _relate_defining_parts(main, document, story)
    for running in story.running:
        kind = CONTENT_TYPE.WML_HEADER if running.kind == "header" else CONTENT_TYPE.WML_FOOTER
        part = _part(f"word/{running.kind}{running.number}.xml", kind, running.markup)
        _relate_links(part, running.links)
        relationship = RELATIONSHIP_TYPE.HEADER if running.kind == "header" else RELATIONSHIP_TYPE.FOOTER
        main.load_rel(relationship, part, running.relationship)
    for media in story.media.values():
        kind = CONTENT_TYPE.PNG if media.image.format == "png" else CONTENT_TYPE.JPEG
        part = Part(PackURI(f"/word/media/{media.name}"), kind, media.image.data)
        main.load_rel(RELATIONSHIP_TYPE.IMAGE, part, media.relationship)
    _relate_links(main, story.links)
    return _archive(package)


def _relate_defining_parts(main: Part, document: Document, story: Story) -> None:
    """Adds the parts that say how the text looks."""
    sheet = story.options.sheet
    parts = (
        ("styles", CONTENT_TYPE.WML_STYLES, styles_part(story.book, story.looks.items(), document.language)),
        ("numbering", CONTENT_TYPE.WML_NUMBERING, story.numbering.part()),
        ("settings", CONTENT_TYPE.WML_SETTINGS, settings_part(document.language)),
        ("fontTable", CONTENT_TYPE.WML_FONT_TABLE, font_table_part(sheet)),
        ("theme", CONTENT_TYPE.OFC_THEME, theme_part(sheet)),
    )
    for name, kind, markup in parts:
        path = "word/theme/theme1.xml" if name == "theme" else f"word/{name}.xml"
        relationship = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"
        main.load_rel(relationship, _part(path, kind, markup), f"rId{name[0].upper()}{name[1:]}")


def _relate_links(part: Part, links: Mapping[str, str]) -> None:
    for address, identity in links.items():
        part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, address, identity, is_external=True)


def _part(path: str, kind: str, markup: str) -> Part:
    return Part(PackURI(f"/{path}"), kind, markup.encode("utf-8"))


def _archive(package: OpcPackage) -> bytes:
    """The package as a ZIP archive without anything that depends on the hour or the machine: sorted and undated."""
    entries: dict[str, bytes | str] = {"_rels/.rels": package.rels.xml}
    types: list[str] = []
    for part in package.iter_parts():
        entries[part.partname.membername] = part.blob
        types.append(f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>')
        if part.rels:
            entries[part.partname.rels_uri.membername] = part.rels.xml
    entries["[Content_Types].xml"] = (
        f'{DECLARATION}<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>{"".join(sorted(types))}</Types>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(entries):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = _READABLE
            archive.writestr(entry, entries[name])
    return buffer.getvalue()
