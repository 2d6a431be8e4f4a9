"""Text as WordprocessingML: escaped, with nothing in it that XML or Word cannot hold."""

from __future__ import annotations

import re
from typing import Final

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 does not allow (section 2.2): Word refuses to open a file that holds any of these."""

_ELEMENTS: Final = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\r": "<w:br/>",
    "\r\n": "<w:br/>",
    "\u00ad": "<w:softHyphen/>",
    "\u2011": "<w:noBreakHyphen/>",
}
_PIECES: Final = re.compile("(\r\n|[\t\n\r\u00ad\u2011])")


def forbidden_characters(text: str) -> list[str]:
    """The characters of `text` that no XML file can hold, each once, in the order met."""
    # What can be printed is allowed, and is told apart several times as fast as by searching.
    return [] if text.isprintable() else list(dict.fromkeys(_FORBIDDEN.findall(text)))


def without_forbidden(text: str) -> str:
    """`text` without the characters that no XML file can hold."""
    return _FORBIDDEN.sub("", text)


def escape(text: str) -> str:
    """`text` as the content of an element. It must hold no forbidden characters."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes, without forbidden characters.

    White space other than blanks is written as references, because readers turn it into blanks otherwise.
    """
    # Most texts can be printed as they are; to ask so takes half as long as to search.
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text or '"' in text):
        return text
    value = escape(without_forbidden(text)).replace('"', "&quot;")
    return value.replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def hexadecimal(colour: str) -> str:
    """The colour `#rrggbb` as Word writes it."""
    return colour.removeprefix("#").upper()


def attribute_text(value: str) -> str:
    """The text that stands as `value` in an attribute written by `attribute`."""
    references = {"&#9;": "\t", "&#10;": "\n", "&#13;": "\r", "&quot;": '"', "&lt;": "<", "&gt;": ">", "&amp;": "&"}
    for reference, character in references.items():
        value = value.replace(reference, character)
    return value


def run_content(text: str) -> str:
    """`text` as the content of a run (`w:r`). It must hold no forbidden characters.

    Tabs, line ends, soft hyphens and no-break hyphens are elements of their own: fonts such as Arial lack the
    no-break hyphen, and Word draws it from the plain hyphen only when it is told so.
    """
    if text.isprintable() and not ("&" in text or "<" in text or ">" in text or "\u2011" in text):
        return _text(text)
    return "".join(_ELEMENTS.get(piece) or _text(escape(piece)) for piece in _PIECES.split(text) if piece)


def _text(escaped: str) -> str:
    """A text element. Readers of XML may take away the blanks at its ends unless it says that they are to be kept."""
    kept = ' xml:space="preserve"' if escaped.startswith(" ") or escaped.endswith(" ") else ""
    return f"<w:t{kept}>{escaped}</w:t>"


def field(instruction: str, result: str, run_properties: str = "") -> str:
    """A field whose result is the text `result` until Word works it out again."""
    opened = f"<w:r>{run_properties}"
    return (
        f'{opened}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{opened}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'{opened}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{opened}{run_content(result)}</w:r>"
        f'{opened}<w:fldChar w:fldCharType="end"/></w:r>'
    )
