"""HTML as text: elements with their attributes, escaped, with nothing in them that HTML cannot hold."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_NOWHERE: Final = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_FORBIDDEN: Final = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NOWHERE}]")
"""Controls, surrogates and noncharacters, none of which may stand in a document (WHATWG HTML, 13.1.4 and 13.2.3.5)."""
_OTHER_THAN_ADDRESS: Final = re.compile(r"[^a-z0-9]+")


def forbidden_characters(text: str) -> list[str]:
    """The characters of `text` that no web page can hold, each once, in the order met."""
    return list(dict.fromkeys(_FORBIDDEN.findall(text)))


def without_forbidden(text: str) -> str:
    """`text` without the characters that no web page can hold."""
    return _FORBIDDEN.sub("", text)


def escape(text: str) -> str:
    """`text` as the content of an element, without forbidden characters."""
    plain = _FORBIDDEN.sub("", text).replace("\r", "\n")
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def start(name: str, /, **attributes: str | int | None) -> str:
    """The start tag of an element, which is the whole of one that holds nothing.

    An attribute that is `None` is left out. In names `_` stands for a hyphen, and at the end for nothing, where Python
    needs the word itself: `class_`, `data_label`.
    """
    written = [name]
    for key, value in attributes.items():
        if value is not None:
            quoted = escape(str(value)).replace('"', "&quot;")
            written.append(f'{key.rstrip("_").replace("_", "-")}="{quoted}"')
    return f"<{' '.join(written)}>"


def element(name: str, content: str, /, **attributes: str | int | None) -> str:
    """An element around `content`, which is markup already. Attributes as in `start`."""
    return f"{start(name, **attributes)}{content}</{name}>"


def block(name: str, /, *content: str, **attributes: str | int | None) -> str:
    """An element whose content stands on lines of its own, parts that are empty left out. Attributes as in `start`."""
    return element(name, f"\n{lines(*content)}\n", **attributes)


def lines(*parts: str) -> str:
    """The parts that are not empty, each on a line of its own, so that people can read the markup."""
    return "\n".join(part for part in parts if part)


def address_part(text: str) -> str:
    """`text` in letters that any address takes as they are, with hyphens between: `Cynllun Gŵyl` is `cynllun-gwyl`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _OTHER_THAN_ADDRESS.sub("-", plain).strip("-")
