from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cspdocs.document.nodes import (
    Abbreviation,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    StatusMark,
    Strong,
    Text,
    Value,
)
from cspdocs.document.styles import StyleSheet
from cspdocs.layout.fonts import Faces
from cspdocs.layout.paged import Element
from cspdocs.layout.runs import spans_of
from cspdocs.layout.spans import FORCED_BREAK, Span
from cspdocs.layout.strips import Setting
from cspdocs.values import evolve
from sheets import ARIMO, make_sheet


def setting(sheet: StyleSheet) -> Setting:
    return Setting(sheet, Faces(sheet), sheet.pages["Page"], {})


def spans(*content: Inline, element: Element | None = None, sheet: StyleSheet | None = None) -> list[Span]:
    sheet = sheet or make_sheet()
    return spans_of(content, sheet.styles["Body"], setting(sheet), element)


def faces(found: list[Span]) -> list[tuple[str, str]]:
    return [(span.text, span.face.name) for span in found]


def test_bold_and_italic_add_to_each_other() -> None:
    assert faces(spans(Text("a"), Strong((Text("b"), Emphasis((Text("c"),)))), Emphasis((Text("d"),)))) == [
        ("a", "Arimo-Regular"),
        ("b", "Arimo-Bold"),
        ("c", "Arimo-BoldItalic"),
        ("d", "Arimo-Italic"),
    ]


def test_a_status_is_its_mark_and_its_word_on_one_line() -> None:
    assert [span.text for span in spans(StatusMark("Complete", "\u25cf"), LineBreak())] == [
        "\u25cf\u00a0Complete",
        FORCED_BREAK,
    ]


def test_a_link_keeps_its_target_through_other_nodes() -> None:
    (span,) = spans(Link((Strong((Text("Police"),)),), "https://www.police.uk"))
    assert span.target == "https://www.police.uk"


@pytest.mark.parametrize("target", ["#nowhere", "javascript:alert(1)", ""])
def test_a_link_that_leads_nowhere_keeps_its_words_and_is_told(target: str) -> None:
    place, paragraph = evolve(setting(make_sheet()), anchors={"aims"}), Element("P")
    style = place.sheet.styles["Body"]
    dead = spans_of((Link((Text("Police"),), target),), style, place, paragraph, "sections/a")
    assert dead == spans_of((Text("Police"),), style, place, paragraph)
    assert paragraph.children == []
    assert [(finding.code, finding.path) for finding in place.diagnostics] == [("unusable-link", "sections/a")]
    (alive,) = spans_of((Link((Text("Aims"),), "#aims"),), style, place, paragraph)
    assert alive.target == "#aims"


def test_words_in_another_language_and_abbreviations_get_elements_of_their_own() -> None:
    paragraph = Element("P")
    found = spans(Foreign((Text("Heddlu"),), "cy"), Abbreviation("ASB", "Anti-social behaviour"), element=paragraph)
    welsh, short = paragraph.children
    assert [span.element for span in found] == [welsh, short]
    assert (welsh.role, welsh.language, short.role, short.expansion) == ("Span", "cy", "Span", "Anti-social behaviour")


def test_a_value_is_printed_as_if_its_words_stood_there_alone() -> None:
    paragraph = Element("P")
    value = Value((Text("492"),), "figures/asb/value")
    assert spans(Text("In "), value, Text(" calls"), element=paragraph) == spans(Text("In 492 calls"), element=paragraph)
    assert [span.text for span in spans(value, LineBreak(), value)] == ["492", FORCED_BREAK, "492"]
    assert faces(spans(Strong((Text("a "), value)), value)) == [("a 492", "Arimo-Bold"), ("492", "Arimo-Regular")]


def test_a_value_is_the_place_of_what_is_amiss_in_it() -> None:
    place = setting(make_sheet())
    spans_of((Value((Text("\u4e2d"),), "figures/asb/value"),), place.sheet.styles["Body"], place, None, "sections/a")
    assert [finding.path for finding in place.diagnostics] == ["figures/asb/value"]


def test_decoration_gets_no_elements() -> None:
    found = spans(Foreign((Text("Heddlu"),), "cy"), Link((Text("a"),), "#a"), Abbreviation("ASB", "x"), element=None)
    assert {span.element for span in found} == {None}


def test_a_character_that_the_face_lacks_is_drawn_in_a_fallback_that_has_it() -> None:
    sheet = make_sheet()
    # The bold face stands in for another typeface: "body" lacks what it has been robbed of.
    other = evolve(ARIMO, name="Other", regular=ARIMO.bold)
    sheet = evolve(sheet, fonts={"body": evolve(ARIMO, fallbacks=("other",)), "other": other})
    place = setting(sheet)
    regular = place.faces.face(sheet.styles["Body"])
    robbed = type(regular)(regular.file, _without(regular.file, "\u0175"))
    place.faces._faces[("body", False, False)] = robbed
    found = spans_of((Text("d\u0175r"),), sheet.styles["Body"], place, None)
    assert faces(found) == [("d", "Arimo-Regular"), ("\u0175", "Arimo-Bold"), ("r", "Arimo-Regular")]
    assert place.diagnostics == []


def test_a_character_that_nothing_has_is_shown_as_a_substitute_and_named() -> None:
    sheet = make_sheet()
    place = setting(sheet)
    found = spans_of((Text("a\u6f22b"),), sheet.styles["Body"], place, None, "actions/asb-1/update")
    (finding,) = place.diagnostics
    assert [span.text for span in found] == [f"a{found[0].face.substitute}b"]
    assert "U+6F22" in finding.message
    assert finding.path == "actions/asb-1/update"


def _without(file: Path, character: str) -> dict[str, Any]:
    measured = json.loads(file.with_suffix(".json").read_bytes())
    del measured["widths"][str(ord(character))]
    return measured
