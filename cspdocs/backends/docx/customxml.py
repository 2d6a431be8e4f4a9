"""The parts of a Word file that its content controls refer to: the plan's fields as XML, and what empty ones show."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Final

from cspdocs.backends.docx.controls import NAMESPACE, STORE, Entry
from cspdocs.backends.docx.markup import attribute
from cspdocs.backends.docx.namespaces import DECLARATION, W
from cspdocs.document.fields import Sent

_PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_USED: Final = re.compile(r'<w:style [^>]*(?:w:default="1"|w:styleId="Unfilled")')
_CUSTOM_XML: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def fields_part(sent: Sent, entries: Iterable[Entry]) -> str:
    """The custom XML: the plan's digest, and each field that stands in the file.

    A field has its path as `id`, its title, and what was printed when it was `sent`; beside this its `source`, what was
    typed in the plan, where that was something else, and the `placeholder` that is printed while it is empty. Only
    `text` is bound, because LibreOffice drops the attributes of what is.
    """
    groups = groupby(entries, key=lambda entry: entry.group)
    written = "".join(f"<group>{''.join(map(_field, members))}</group>" for _, members in groups)
    return (
        f'{DECLARATION}<plan xmlns="{NAMESPACE}" digest="{sent.digest}" title="{attribute(sent.title)}"'
        f' period="{attribute(sent.period)}">{written}</plan>'
    )


def _field(entry: Entry) -> str:
    field, _, _, text, title, waiting = entry
    sent = "" if waiting else attribute(text)
    more = f' source="{attribute(field.text)}"' if field.text != text and (field.text or not waiting) else ""
    placeholder = text if waiting else field.placeholder
    if placeholder:
        more += f' placeholder="{attribute(placeholder)}"'
    return f'<field id="{attribute(field.path)}" title="{title}" sent="{sent}"{more}><text>{sent}</text></field>'


def properties_part() -> str:
    """The properties of the custom XML: the id by which controls name it."""
    return (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{STORE}" xmlns:ds="{_CUSTOM_XML}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def custom_properties_part(sent: Sent) -> str:
    """The file's own properties: the plan's digest once more.

    LibreOffice 7.4 empties the custom XML when somebody has typed an ampersand into a bound control.
    """
    return (
        f'{DECLARATION}<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Plan digest">'
        f"<vt:lpwstr>{sent.digest}</vt:lpwstr></property></Properties>"
    )


def glossary_part(placeholders: Mapping[str, str]) -> str:
    """The building blocks that Word puts into empty controls: runs, and the names of the blocks that print them."""
    blocks = "".join(_building_block(name, run) for run, name in placeholders.items())
    return f'{DECLARATION}<w:glossaryDocument xmlns:w="{W}"><w:docParts>{blocks}</w:docParts></w:glossaryDocument>'


def glossary_styles_part(styles: str) -> str:
    """Of the styles of the file those that the building blocks need: the defaults, and that of words to be filled in."""
    head = re.match(r".*?(?=<w:latentStyles|<w:style )", styles, re.DOTALL)
    kept = (style for style in re.findall(r"<w:style .*?</w:style>", styles, re.DOTALL) if _USED.search(style))
    return f"{head[0] if head else ''}{''.join(kept)}</w:styles>"


def _building_block(name: str, run: str) -> str:
    digest = hashlib.sha256(run.encode()).hexdigest().upper()
    identity = "-".join((digest[:8], digest[8:12], f"5{digest[13:16]}", f"8{digest[17:20]}", digest[20:32]))
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{attribute(name)}"/><w:category><w:name w:val="General"/>'
        '<w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types>'
        f'<w:behaviors><w:behavior w:val="content"/></w:behaviors><w:guid w:val="{{{identity}}}"/></w:docPartPr>'
        f"<w:docPartBody><w:p>{run}</w:p></w:docPartBody></w:docPart>"
    )
