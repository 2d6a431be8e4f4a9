from __future__ import annotations

import pytest

from cspdocs.backends.docx.house.vocabulary import ATTRIBUTES, REQUIRED
from cspdocs.backends.docx.styles.elements import CHILDREN


@pytest.mark.parametrize(
    ("element", "attribute", "text", "value"),
    [
        ("pPr/spacing", "after", "160", "160"),
        ("pPr/spacing", "after", "8pt", "160"),
        ("pPr/spacing", "after", "0.5in", "720"),
        ("pPr/spacing", "line", "276.00054", "276"),
        ("pPr/spacing", "after", "-5", None),
        ("pPr/spacing", "after", "99999", None),
        ("pPr/spacing", "after", "much", None),
        ("pPr/spacing", "lineRule", "sometimes", None),
        ("ind", "left", "-720", "-720"),
        ("sz", "val", "24", "24"),
        ("sz", "val", "12pt", "24"),
        ("sz", "val", "0", None),
        ("sz", "val", "٢٤", None),
        ("b", "val", "true", "1"),
        ("b", "val", "off", "0"),
        ("b", "val", "perhaps", None),
        ("pPr/jc", "val", "start", "left"),
        ("pPr/jc", "val", "justify", None),
        ("color", "val", "auto", "auto"),
        ("color", "val", "red", None),
        ("color", "themeColor", "accent1", "accent1"),
        ("top", "val", "babyPacifier", None),
        ("uiPriority", "val", "99", "99"),
        ("uiPriority", "val", "100", None),
    ],
)
def test_a_value_is_as_the_schema_has_it_or_none(element: str, attribute: str, text: str, value: str | None):
    assert ATTRIBUTES[element][attribute](text) == value


def test_every_element_that_may_stand_in_a_style_has_children_or_attributes():
    ours = {"framePr", "numPr", "lang"}
    known = {name.rpartition("/")[2] for name in ATTRIBUTES} | CHILDREN.keys() | ours

    assert {child for children in CHILDREN.values() for child in children} - known == set()


def test_what_is_required_is_among_the_attributes():
    assert all(set(names) <= ATTRIBUTES[element].keys() for element, names in REQUIRED.items())
