"""Where links may lead. Plan text is data: a target is kept only when it is of a kind that harms nobody."""

from __future__ import annotations

import re
from typing import Final

_ALLOWED: Final = re.compile(r"(https?://[^\s/]|mailto:[^\s@]+@|tel:\+?[\d\-]|#[\w-])", re.IGNORECASE)
_WEB: Final = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\+?[\d\s()./\u2010-\u2013-]*\d[\d\s()./\u2010-\u2013-]*")


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
