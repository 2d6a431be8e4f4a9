from __future__ import annotations

import pytest

from cspdocs.document.links import is_allowed, mail_target, phone_target, web_target


@pytest.mark.parametrize(
    "target",
    [
        "https://www.kent.police.uk/report?x=1#top",
        "http://example.gov.uk",
        "HTTPS://EXAMPLE.GOV.UK",
        "mailto:csp@example.gov.uk",
        "mailto:csp@example.gov.uk?subject=Plan",
        "tel:+441632960001",
        "tel:101",
        "#priority-asb",
    ],
)
def test_web_mail_and_telephone_addresses_and_anchors_may_be_followed(target: str) -> None:
    assert is_allowed(target)


@pytest.mark.parametrize(
    "target",
    [
        "",
        "#",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "ftp://example.org",
        "//example.org",
        "/etc/passwd",
        "plan.docx",
        "https://",
        "https:///path",
        "mailto:",
        "mailto:nobody",
        "tel:",
        "tel:police",
        "\\\\server\\share",
    ],
)
def test_nothing_else_may_be_followed(target: str) -> None:
    assert not is_allowed(target)


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("www.kent.police.uk", "https://www.kent.police.uk"),
        ("kent.gov.uk/safer", "https://kent.gov.uk/safer"),
        ("http://kent.gov.uk", "http://kent.gov.uk"),
        ("https://kent.gov.uk", "https://kent.gov.uk"),
        ("", ""),
        ("see our site", ""),
        ("ftp://kent.gov.uk", ""),
        ("javascript://x", ""),
    ],
)
def test_a_printed_web_address_leads_to_its_page(written: str, target: str) -> None:
    assert web_target(written) == target


@pytest.mark.parametrize(
    ("written", "target"),
    [("csp@kent.gov.uk", "mailto:csp@kent.gov.uk"), ("csp", ""), ("", ""), ("the team @ kent", ""), ("a@b c", "")],
)
def test_a_printed_mail_address_leads_to_a_letter(written: str, target: str) -> None:
    assert mail_target(written) == target


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("01732 844522", "tel:01732844522"),
        ("+44 1732 844522", "tel:+441732844522"),
        ("(01732) 844-522", "tel:01732844522"),
        ("+44 (0)1732 844522", "tel:+441732844522"),
        ("01732 844522 or 101", ""),
        ("01732 844522 ext. 5", ""),
        ("101", "tel:101"),
        ("", ""),
        ("+", ""),
        ("to be confirmed", ""),
    ],
)
def test_a_printed_telephone_number_leads_to_a_call(written: str, target: str) -> None:
    assert phone_target(written) == target


@pytest.mark.parametrize("number", ["101", "01732 844522", "+44 (0)1732"])
def test_every_telephone_target_may_be_followed(number: str) -> None:
    assert is_allowed(phone_target(number))
