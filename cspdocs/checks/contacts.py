"""Can readers follow the addresses and numbers of the partnership and its members?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from cspdocs.diagnostics import Diagnostic, warning
from cspdocs.document.links import mail_target, web_target
from cspdocs.plan.directory import Contact, Organisation
from cspdocs.plan.model import Plan
from cspdocs.plan.unfilled import unfilled

_ADDRESSES: Final[tuple[tuple[str, Callable[[str], str], str, str], ...]] = (
    ("email", mail_target, "e-mail address", "write the address alone, such as csp@example.gov.uk"),
    ("web", web_target, "web address", "write one address, such as www.example.gov.uk"),
)
_MISTYPED: Final = re.compile("(?<![A-Za-z])[OoIl]+[0-9]|[0-9][OoIl]+(?![A-Za-z])")
"""Letters that look like digits beside one, and are no part of a word: No1, Tel01632."""


def check_contacts(plan: Plan) -> Iterator[Diagnostic]:
    """Addresses that are none and would be printed without a link, and telephone numbers with letters for digits."""
    if plan.contact:
        yield from _check_contact(plan.contact, "contact")
    for organisation in plan.organisations:
        yield from _check_contact(organisation, f"organisations/{organisation.id}")


def _check_contact(contact: Contact | Organisation, path: str) -> Iterator[Diagnostic]:
    for field, target, what, hint in _ADDRESSES:
        written = getattr(contact, field)
        if written and not target(written) and not unfilled(written):
            message = f'"{written}" is no {what}, so nothing leads there'
            yield warning(f"no-{field}", message, f"{path}/{field}", hint)
    if _MISTYPED.search(contact.phone):
        message = f'letters stand among the digits of "{contact.phone}"'
        yield warning("no-phone", message, f"{path}/phone", "write 0 and 1 for O and l")
