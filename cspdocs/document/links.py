"""Where links may lead. Plan text is data: a target is kept only when it is of a kind that harms nobody."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit

from cspdocs.diagnostics import Diagnostic, Severity

_ALLOWED: Final = re.compile(r"(https?://[^\s/]|mailto:[^\s@:]+@[^\s@]|tel:\+?[\d\-]|#[\w-])", re.IGNORECASE)
_WEB: Final = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\+?[\d\s()./\u2010-\u2013-]*\d[\d\s()./\u2010-\u2013-]*")
_HOST: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)*\.?")
_MAIL: Final = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+")
_TELEPHONE: Final = re.compile(r"\+?[0-9A-Za-z.()*#;=%-]+")
_SAFE: Final = "!#$%&'()*+,/:;=?@[]~"


def is_allowed(target: str) -> bool:
    """Whether a link may lead there: web, mail and telephone addresses, and anchors of the same document."""
    return _ALLOWED.match(target) is not None


def web_target(address: str) -> str:
    """The target of a printed web address, which often lacks its scheme; empty where it is no address."""
    target = address if "://" in address else f"https://{address}"
    return target if _WEB.fullmatch(target) else ""


def mail_target(address: str) -> str:
    """The target of an e-mail address; empty where it is none."""
    target = f"mailto:{address}"
    return target if is_allowed(target) and not re.search(r"\s", target) else ""


def phone_target(number: str) -> str:
    """The target of a telephone number as printed; empty where it is none, or more than one with words between."""
    number = number.strip()
    if not _NUMBER.fullmatch(number):
        return ""
    abroad = "+" if number.startswith("+") else ""
    # In "+44 (0)1732" the nought is dialled only without the country's code.
    digits = re.sub(r"\D", "", number.replace("(0)", "") if abroad else number)
    return f"tel:{abroad}{digits}"


def dead_link(target: str, origin: str) -> Diagnostic:
    """What is told of a link that leads nowhere, in all formats alike, so that it is told once."""
    shown = "".join(filter(str.isprintable, target))
    inside = "write # and the id of a section, such as #review, or #review-figures where it stands inside another"
    return Diagnostic(
        code="unusable-link",
        severity=Severity.WARNING,
        message=f'"{shown}" leads nowhere; its words stand without a link',
        path=origin,
        hint=inside if target.startswith("#") else "write https://…, mailto:name@place or tel:number",
    )


def usable_address(target: str) -> str | None:
    """The address in the form in which every program can follow it, `None` where none could.

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
        host = _ascii_host(parts.hostname or "")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.username is not None or not _HOST.fullmatch(host):
        return None
    address = f"{parts.scheme}://{host}{port}{_encode(parts.path)}"
    if parts.query:
        address += f"?{_encode(parts.query)}"
    return f"{address}#{_encode(parts.fragment)}" if parts.fragment else address


def _ascii_host(host: str) -> str:
    """The host in ASCII, as the net knows it; `ValueError` where part of its name is too long."""
    # What turns letters into ASCII takes some time to load, and hardly any address needs it.
    plain = host.isascii() and all(len(label) < 64 for label in host.split("."))
    return host if plain else host.encode("idna").decode("ascii")


def _encode(part: str) -> str:
    # A percent sign that begins no code is not one.
    return quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part), safe=_SAFE, errors="replace")
