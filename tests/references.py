"""Reference documents for tests: Word files with house styles, made by hand or by python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import docx

from cspdocs.document.styles import Reference
from cspdocs.template.reference import read_reference

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FILE: Final = Path("ours/reference.docx")

DEFAULTS: Final = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    '<w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
NORMAL: Final = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'

THEME: Final = (
    f'<a:theme xmlns:a="{A}" xmlns:r="{_OFFICE}" name="Borough"><a:themeElements><a:clrScheme name="Borough">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="00703C"/></a:accent1>'
    '</a:clrScheme><a:fontScheme name="Borough"><a:majorFont><a:latin typeface="Gill Sans MT"/><a:ea typeface=""/>'
    '<a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    '</a:minorFont></a:fontScheme><a:fmtScheme name="Borough"><a:bgFillStyleLst><a:blipFill><a:blip r:embed="rId1"/>'
    "</a:blipFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)


def style(identity: str, name: str, inside: str = "", *, kind: str = "paragraph", based_on: str = "Normal") -> str:
    """A style as Word writes it; `inside` stands after its name."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


def styles_part(*styles: str, defaults: str = DEFAULTS, normal: str = NORMAL) -> bytes:
    return f'<w:styles xmlns:w="{W}">{defaults}{normal}{"".join(styles)}</w:styles>'.encode()


def reference(*styles: str, theme: str = THEME, fonts: str = "", **other: str) -> Reference:
    """A reference with these styles, as a template would hand it to Word."""
    return Reference(FILE, styles_part(*styles, **other), theme.encode(), fonts.encode())


def word_file(*styles: str, **parts: str | bytes | None) -> bytes:
    """A Word file with these styles; `parts` are others by their paths; `None` leaves one out."""
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{target}"/>'
        for name, target in (("styles", "styles.xml"), ("theme", "theme/theme1.xml"))
    )
    written: dict[str, str | bytes | None] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body><w:p/></w:body></w:document>',
        "word/styles.xml": styles_part(*styles),
        "word/theme/theme1.xml": THEME,
    }
    written |= parts
    return packed({name: content for name, content in written.items() if content is not None})


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def changed(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A Word file with each part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed({name: change(name, archive.read(name)) for name in archive.namelist()})


def python_docx_file() -> bytes:
    """python-docx's own template with some text: US Letter, blue headings, a thumbnail, American English."""
    document = docx.Document()
    document.add_heading("House rules")
    document.add_paragraph("Text that no plan has")
    document.sections[0].header.paragraphs[0].text = "A header that no plan has"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def python_docx_reference() -> Reference:
    return read_reference(FILE, python_docx_file())
