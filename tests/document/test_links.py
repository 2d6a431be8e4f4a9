from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.document.links import dead_link, is_allowed, mail_target, phone_target, usable_address, web_target


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


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://www.example.gov.uk/safer?a=1&b=2#top", "https://www.example.gov.uk/safer?a=1&b=2#top"),
        ("http://example.org:8080", "http://example.org:8080"),
        ("https://example.org/a b/ŵ", "https://example.org/a%20b/%C5%B5"),
        ("https://café.example/", "https://xn--caf-dma.example/"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("HTTPS://Example.org/A", "https://example.org/A"),
        ("mailto:csp@example.gov.uk", "mailto:csp@example.gov.uk"),
        ("mailto:csp@example.gov.uk?subject=Help me", "mailto:csp@example.gov.uk?subject=Help%20me"),
        ("tel:01632 960000", "tel:01632960000"),
        ("tel:+441632960000", "tel:+441632960000"),
    ],
)
def test_an_address_is_written_as_every_program_can_follow_it(target: str, address: str) -> None:
    assert usable_address(target) == address


@pytest.mark.parametrize(
    "target",
    [
        "",
        "www.example.gov.uk",
        "https://",
        "https",
        "https://a b.example/",
        "https://example.org:port/",
        "https://[::1/",
        "https://user:word@example.org/",
        "https://-.example/",
        "mailto:",
        "mailto:nobody",
        "mailto:a@b c",
        "tel:",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "\\\\server\\share",
        "data:text/html,x",
    ],
)
def test_an_address_that_is_none_or_dangerous_is_refused(target: str) -> None:
    assert usable_address(target) is None


@given(st.text())
def test_no_address_is_refused_by_an_exception(text: str) -> None:
    for scheme in ("", "https://", "mailto:", "tel:"):
        address = usable_address(scheme + text)
        assert address is None or re.fullmatch(r"[\x21-\x7e]+", address)


def test_a_link_that_leads_nowhere_is_told_with_its_place_and_a_cure() -> None:
    finding = dead_link("#no\x07where", "sections/a")
    assert (
        str(finding) == 'sections/a: "#nowhere" leads nowhere; its words stand without a link '
        "(write # and the id of a section, such as #review, or #review-figures where it stands inside another)"
    )
    assert "mailto:" in dead_link("C:\\plan.docx", "sections/a").hint
