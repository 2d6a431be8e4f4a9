from __future__ import annotations

import pytest

from cspdocs.checks.contacts import check_contacts
from cspdocs.diagnostics import Severity
from cspdocs.plan.directory import Contact, Organisation
from cspdocs.plan.model import Plan


@pytest.mark.parametrize(
    ("contact", "field", "said"),
    [
        ({"email": "safe(at)vale.gov.uk"}, "email", '"safe(at)vale.gov.uk" is no e-mail address, so nothing leads there'),
        ({"email": "Safe Team <safe@vale.gov.uk>"}, "email", "write the address alone, such as csp@example.gov.uk"),
        ({"email": "mailto:safe@vale.gov.uk"}, "email", "write the address alone, such as csp@example.gov.uk"),
        ({"email": "safe@"}, "email", '"safe@" is no e-mail address'),
        ({"web": "www.vale gov.uk"}, "web", '"www.vale gov.uk" is no web address, so nothing leads there'),
        ({"web": "www.a.uk or www.b.uk"}, "web", "write one address, such as www.example.gov.uk"),
        ({"phone": "01632 96OOO1"}, "phone", 'letters stand among the digits of "01632 96OOO1"'),
        ({"phone": "0l632 960001"}, "phone", "write 0 and 1 for O and l"),
        ({"phone": "0300 00 0I"}, "phone", 'letters stand among the digits of "0300 00 0I"'),
    ],
)
def test_addresses_and_numbers_that_nobody_can_follow_are_told(contact: dict[str, str], field: str, said: str) -> None:
    plan = Plan(title="P", contact=Contact(name="C", **contact), organisations=[Organisation(id="o", name="O", **contact)])
    first, second = check_contacts(plan)
    assert [one.path for one in (first, second)] == [f"contact/{field}", f"organisations/o/{field}"]
    assert first.severity is second.severity is Severity.WARNING
    assert said in f"{first.message} ({first.hint})"


@pytest.mark.parametrize(
    "contact",
    [
        {},
        {"email": "csp@vale.gov.uk", "web": "www.vale.gov.uk", "phone": "01632 960001"},
        {"web": "https://vale.gov.uk/safe?x=1", "phone": "+44 (0)1632 960001"},
        {"phone": "01632 960001 ext 5 or 07700 900123"},
        {"phone": "101 (option 2)"},
        {"phone": "Tel01632 960001, No1 desk, 24hours"},
        {"email": "TBC", "web": "XX", "phone": "XXX"},
    ],
)
def test_others_are_not(contact: dict[str, str]) -> None:
    assert list(check_contacts(Plan(title="P", contact=Contact(name="C", **contact)))) == []
