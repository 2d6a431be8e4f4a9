"""Where links may lead. Plan text is data: a target is kept only when it is of a kind that harms nobody."""

from __future__ import annotations

import re
from typing import Final

_ALLOWED: Final = re.compile(r"(https?://[^\s/]|mailto:[^\s@]+@|tel:\+?[\d\-]|#[\w-])", re.IGNORECASE)


def is_allowed(target: str) -> bool:
    """Whether a link may lead there: web, mail and telephone addresses, and anchors of the same document."""
    return _ALLOWED.match(target) is not None


def web_target(address: str) -> str:
    """The target of a printed web address, which often lacks its scheme; empty where it is no address."""
    target = address if "://" in address else f"https://{address}"
    return target if is_allowed(target) and not re.search(r"\s", target) else ""


def mail_target(address: str) -> str:
    """The target of an e-mail address; empty where it is none."""
    target = f"mailto:{address}"
    return target if is_allowed(target) and not re.search(r"\s", target) else ""


def phone_target(number: str) -> str:
    """The target of a telephone number as printed; empty where it has no digits."""
    digits = re.sub(r"[^\d+]", "", number)
    return f"tel:{digits}" if digits else ""
