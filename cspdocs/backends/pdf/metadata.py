"""What the file says of itself: XMP, the document information, and the colour space that its colours are meant in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

from cspdocs.backends.pdf.file import PdfFile, text_string
from cspdocs.document.nodes import Document

CREATOR: Final = "cspdocs"
_FORBIDDEN: Final = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 does not allow (section 2.2), and the controls that it does, which mean nothing in a title."""

_PROFILE: Final = Path(__file__).with_name("srgb.icc")
"""sRGB (IEC 61966-2-1) as an ICC profile; made by Little CMS, its date set to zero."""

# PDF/UA has no schema of its own in XMP, so PDF/A asks for a description of it (ISO 19005-2, 6.6.2.3.3).
_EXTENSION: Final = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of PDF/UA that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def write_information(document: Document, file: PdfFile) -> int:
    """The number of the information dictionary. It agrees with the XMP metadata, as PDF/A asks."""
    entries = [b"/Title%s" % text_string(document.title)]
    if document.author:
        entries.append(b"/Author%s" % text_string(document.author))
    if document.subject:
        entries.append(b"/Subject%s" % text_string(document.subject))
    entries.append(b"/Creator%s/Producer%s" % (text_string(CREATOR), text_string(CREATOR)))
    if document.date:
        stamp = f"(D:{document.date:%Y%m%d}000000Z)".encode()
        entries.append(b"/CreationDate%s/ModDate%s" % (stamp, stamp))
    return file.add(b"<<%s>>" % b"".join(entries))


def write_metadata(document: Document, file: PdfFile) -> int:
    """The number of the XMP metadata: what the document is, and that it conforms to PDF/A-2a and PDF/UA-1."""
    return file.add_stream(_xmp(document).encode(), b"/Type/Metadata/Subtype/XML", compress=False)


def write_output_intent(file: PdfFile) -> int:
    """The number of the output intent: colours are sRGB."""
    profile = file.add_stream(_PROFILE.read_bytes(), b"/N 3")
    named = b"/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
    return file.add(b"<</Type/OutputIntent/S/GTS_PDFA1%s/DestOutputProfile %d 0 R>>" % (named, profile))


def _xmp(document: Document) -> str:
    title = f'<rdf:Alt><rdf:li xml:lang="x-default">{_text(document.title)}</rdf:li></rdf:Alt>'
    parts = [f"<dc:title>{title}</dc:title>"]
    if document.author:
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{_text(document.author)}</rdf:li></rdf:Seq></dc:creator>")
    if document.subject:
        subject = f'<rdf:Alt><rdf:li xml:lang="x-default">{_text(document.subject)}</rdf:li></rdf:Alt>'
        parts.append(f"<dc:description>{subject}</dc:description>")
    parts.append(f"<dc:language><rdf:Bag><rdf:li>{_text(document.language)}</rdf:li></rdf:Bag></dc:language>")
    parts.append(f"<pdf:Producer>{CREATOR}</pdf:Producer><xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>")
    if document.date:
        stamp = _stamp(document.date)
        parts.append(f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>")
    parts.append("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>")
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"\n'
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"\n'
        ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\n'
        + "\n".join(parts)
        + f'\n</rdf:Description>\n{_EXTENSION}\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>'
    )


def _text(text: str) -> str:
    """Text that XML can hold."""
    return _FORBIDDEN.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _stamp(day: date) -> str:
    return f"{day:%Y-%m-%d}T00:00:00Z"
