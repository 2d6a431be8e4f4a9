"""Where links lead: addresses that Word can open, and the names of bookmarks."""

from __future__ import annotations

import hashlib
import re
from typing import Final
from urllib.parse import quote, urlsplit

_HOST: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)*\.?")
_MAIL: Final = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+")
_TELEPHONE: Final = re.compile(r"\+?[0-9A-Za-z.()*#;=%-]+")
_SAFE: Final = "!#$%&'()*+,/:;=?@[]~"
_PLAIN_ANCHOR: Final = re.compile(r"[a-z0-9-]{1,39}", re.ASCII)


def usable_address(target: str) -> str | None:
    """The address in the form in which a Word file may hold it, `None` if Word could not follow it.

    Word calls a whole file damaged when one address in it is malformed, so only web, mail and telephone addresses
    that are well formed are let through. Letters outside ASCII are percent-encoded, those of a host name by IDNA.
    """
    scheme, colon, rest = target.strip().partition(":")
    match scheme.lower():
        case "http" | "https" if colon:
            return _web_address(target.strip())
        case "mailto" if _MAIL.fullmatch(rest.partition("?")[0]):
            return f"mailto:{_encode(rest)}"
        case "tel" if _TELEPHONE.fullmatch(number := rest.replace(" ", "")):
            return f"tel:{_encode(number)}"
        case _:
            return None


def _web_address(target: str) -> str | None:
    try:
        parts = urlsplit(target)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.username is not None or not _HOST.fullmatch(host):
        return None
    address = f"{parts.scheme}://{host}{port}{_encode(parts.path)}"
    if parts.query:
        address += f"?{_encode(parts.query)}"
    return f"{address}#{_encode(parts.fragment)}" if parts.fragment else address


def _encode(part: str) -> str:
    # A percent sign that begins no code is not one.
    return quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part), safe=_SAFE, errors="replace")


def bookmark_name(anchor: str) -> str:
    """The bookmark of a heading's anchor: letters, digits and underscores, at most 40 characters.

    It begins with an underscore, so that Word does not list it among the user's own. Anchors that cannot be told
    from one another by what is left of them, or by Word, which ignores case, get a piece of their hash.
    """
    kept = re.sub(r"[^A-Za-z0-9]", "_", anchor)
    if _PLAIN_ANCHOR.fullmatch(anchor):
        return f"_{kept}"
    digest = hashlib.sha256(anchor.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"_{kept[:30]}_{digest}"
