"""The small parts of a Word file: settings, font table, properties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from cspdocs.backends.docx.markup import attribute, escape, without_forbidden
from cspdocs.backends.docx.namespaces import DECLARATION, W
from cspdocs.document.nodes import Document

_PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_COMPATIBILITY: Final = "http://schemas.microsoft.com/office/word"
_NO_DATE: Final = "1980-01-01"
"""The day a document without a date is said to be made: the first that a ZIP archive knows."""

_COMPATIBLE: Final = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}


def settings_part(language: str) -> str:
    """The settings: how Word lays the file out. Nothing here makes it ask a question when it opens the file."""
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_COMPATIBILITY}" w:val="{value}"/>' for name, value in _COMPATIBLE.items()
    )
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation w:val="0"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatible}</w:compat><w:themeFontLang w:val="{attribute(language)}"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1"'
        ' w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6"'
        ' w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table_part(names: Iterable[str], known: Mapping[str, str]) -> str:
    """The fonts that the file names. `known` are entries with more to say of a font than its name."""
    plain = '<w:charset w:val="00"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
    fonts = "".join(known.get(name) or f'<w:font w:name="{attribute(name)}">{plain}' for name in names)
    return f'{DECLARATION}<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'


def core_properties_part(document: Document) -> str:
    """What the document is, whose and of which day. The dates are its own, so that the file is the same each time."""
    moment = f"{document.date.isoformat() if document.date else _NO_DATE}T00:00:00Z"
    texts = (
        ("dc:title", document.title),
        ("dc:subject", document.subject),
        ("dc:creator", document.author),
        ("dc:language", document.language),
        ("cp:lastModifiedBy", document.author),
        ("cp:contentStatus", document.stage),
        ("cp:version", document.version),
    )
    said = "".join(f"<{name}>{escape(without_forbidden(text))}</{name}>" for name, text in texts if text)
    dated = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{said}{dated}</cp:coreProperties>"
    )


EXTENDED_PROPERTIES: Final = (
    f'{DECLARATION}<Properties xmlns="{_PROPERTIES}"><Application>cspdocs</Application><DocSecurity>0</DocSecurity>'
    "</Properties>"
)
"""Which program made the file."""
