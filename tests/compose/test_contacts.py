from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.contacts import compose_contact
from cspdocs.compose.context import Context
from cspdocs.document.nodes import Link
from cspdocs.document.walk import plain_text
from cspdocs.plan.directory import Contact

Start = Callable[..., Context]


@pytest.mark.parametrize(
    ("given", "printed", "target"),
    [
        ({"phone": "01732 844522"}, "Tel: 01732 844522", "tel:01732844522"),
        ({"phone": "by letter"}, "Tel: by letter", None),
        ({"email": "csp@tmbc.gov.uk"}, "Email: csp@tmbc.gov.uk", "mailto:csp@tmbc.gov.uk"),
        ({"email": "csp @ tmbc"}, "Email: csp @ tmbc", None),
        ({"web": "www.tmbc.gov.uk"}, "www.tmbc.gov.uk", "https://www.tmbc.gov.uk"),
        ({"web": "http://a.org/x"}, "http://a.org/x", "http://a.org/x"),
        ({"web": "https://a.org/two words"}, "https://a.org/two words", None),
        ({"web": "javascript://a.org/%0aalert(1)"}, "javascript://a.org/%0aalert(1)", None),
        ({"web": "file:///etc/passwd"}, "file:///etc/passwd", None),
        ({"address": ["1 High Street"]}, "1 High Street", None),
    ],
)
def test_each_way_to_reach_somebody_is_printed_and_linked_where_that_is_safe(
    start: Start, given: Any, printed: str, target: str | None
) -> None:
    (paragraph,) = compose_contact(Contact(name="CSP", **given), "Contact", "contact", start())
    assert plain_text(paragraph.content) == printed
    assert [node.target for node in paragraph.content if isinstance(node, Link)] == ([target] if target else [])
    (field,) = given
    assert paragraph.origin == (f"contact/{field}/1" if field == "address" else f"contact/{field}")
