"""The small parts of a Word file: settings, theme, font table, properties."""

from __future__ import annotations

from typing import Final

from cspdocs.backends.docx.markup import attribute, escape, without_forbidden
from cspdocs.backends.docx.namespaces import DECLARATION, A, W
from cspdocs.backends.docx.stylebook import hexadecimal
from cspdocs.document.nodes import Document
from cspdocs.document.styles import StyleSheet

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

_SCHEME: Final = (
    ("dk1", '<a:sysClr val="windowText" lastClr="000000"/>'),
    ("lt1", '<a:sysClr val="window" lastClr="FFFFFF"/>'),
    *(
        (name, f'<a:srgbClr val="{colour}"/>')
        for name, colour in (
            ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "1F4E79"), ("accent2", "833C0B"), ("accent3", "525252"),
            ("accent4", "7F6000"), ("accent5", "1F3864"), ("accent6", "375623"),
        )
    ),
)  # fmt: skip

_FILL: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE: Final = f'<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT: Final = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS: Final = (
    f'<a:fmtScheme name="Plain"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


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


def theme_part(sheet: StyleSheet) -> str:
    """The theme: the font of headings and text, and a set of plain colours dark enough to be read on white."""
    body = sheet.fonts["body"].word
    heading = sheet.fonts.get("heading", sheet.fonts["body"]).word
    link = f'<a:srgbClr val="{hexadecimal(sheet.link_colour)}"/>'
    colours = "".join(f"<a:{name}>{colour}</a:{name}>" for name, colour in (*_SCHEME, ("hlink", link), ("folHlink", link)))
    return (
        f'{DECLARATION}<a:theme xmlns:a="{A}" name="Plain"><a:themeElements><a:clrScheme name="Plain">{colours}'
        f'</a:clrScheme><a:fontScheme name="Plain">{_theme_font("major", heading)}{_theme_font("minor", body)}'
        f"</a:fontScheme>{_FORMATS}</a:themeElements></a:theme>"
    )


def _theme_font(kind: str, name: str) -> str:
    faces = "".join(f'<a:{script} typeface="{attribute(name)}"/>' for script in ("latin", "ea", "cs"))
    return f"<a:{kind}Font>{faces}</a:{kind}Font>"


def font_table_part(sheet: StyleSheet) -> str:
    """The fonts that the file names."""
    fonts = "".join(
        f'<w:font w:name="{attribute(name)}"><w:charset w:val="00"/><w:family w:val="auto"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name in dict.fromkeys(family.word for family in sheet.fonts.values())
    )
    return f'{DECLARATION}<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'


def core_properties_part(document: Document) -> str:
    """Title, author and dates of the document. The dates are the document's own, so that the file is the same each time."""
    moment = f"{document.date.isoformat() if document.date else _NO_DATE}T00:00:00Z"
    texts = (
        ("dc:title", document.title),
        ("dc:subject", document.subject),
        ("dc:creator", document.author),
        ("dc:language", document.language),
        ("cp:lastModifiedBy", document.author),
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
