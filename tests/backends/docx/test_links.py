from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cspdocs.backends.docx.links import bookmark_name


def test_a_plain_anchor_names_its_bookmark():
    assert bookmark_name("our-aims-2") == "_our_aims_2"


@given(st.text())
def test_every_bookmark_name_is_one_that_word_takes(anchor):
    assert re.fullmatch(r"_[A-Za-z0-9_]{0,39}", bookmark_name(anchor))


def test_anchors_that_differ_only_in_what_a_bookmark_cannot_hold_get_different_bookmarks():
    anchors = ["a-b", "a_b", "A-B", "a.b", "é", "è", "x" * 60, "x" * 61]

    assert len({bookmark_name(anchor).lower() for anchor in anchors}) == len(anchors)
