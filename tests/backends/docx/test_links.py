from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.backends.docx.links import bookmark_name, usable_address


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
def test_an_address_is_written_as_word_can_follow_it(target, address):
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
def test_an_address_that_is_none_or_dangerous_is_refused(target):
    assert usable_address(target) is None


@given(st.text())
def test_no_address_is_refused_by_an_exception(text):
    for scheme in ("", "https://", "mailto:", "tel:"):
        address = usable_address(scheme + text)
        assert address is None or re.fullmatch(r"[\x21-\x7e]+", address)


def test_a_plain_anchor_names_its_bookmark():
    assert bookmark_name("our-aims-2") == "_our_aims_2"


@given(st.text())
def test_every_bookmark_name_is_one_that_word_takes(anchor):
    assert re.fullmatch(r"_[A-Za-z0-9_]{0,39}", bookmark_name(anchor))


def test_anchors_that_differ_only_in_what_a_bookmark_cannot_hold_get_different_bookmarks():
    anchors = ["a-b", "a_b", "A-B", "a.b", "é", "è", "x" * 60, "x" * 61]

    assert len({bookmark_name(anchor).lower() for anchor in anchors}) == len(anchors)
