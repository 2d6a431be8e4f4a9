from __future__ import annotations

from cspdocs.compose.abbreviations import Abbreviations
from cspdocs.document.nodes import Abbreviation, Text
from cspdocs.plan.directory import Term

GLOSSARY = (
    Term(term="ASB", meaning="Anti-social behaviour"),
    Term(term="CSP", meaning="Community Safety Partnership"),
    Term(term="CSP Board", meaning="The board of the partnership"),
    Term(term="T&M", meaning="Tonbridge and Malling"),
    Term(term="cuckooing", meaning="Taking over the home of a vulnerable person"),
)


def marked(text: str) -> list[Text | Abbreviation]:
    return list(Abbreviations(GLOSSARY).mark(text))


def test_an_abbreviation_says_what_it_stands_for() -> None:
    assert marked("Reports of ASB fell.") == [
        Text("Reports of "),
        Abbreviation("ASB", "Anti-social behaviour"),
        Text(" fell."),
    ]


def test_of_two_that_fit_the_longer_one_is_meant() -> None:
    assert marked("CSP Board") == [Abbreviation("CSP Board", "The board of the partnership")]


def test_letters_inside_other_words_are_no_abbreviation() -> None:
    assert marked("ASBO, aCSP and CSPs") == [Text("ASBO, aCSP and CSPs")]


def test_characters_that_mean_something_in_patterns_are_plain() -> None:
    assert marked("(T&M)") == [Text("("), Abbreviation("T&M", "Tonbridge and Malling"), Text(")")]


def test_words_of_the_glossary_in_small_letters_are_no_abbreviations() -> None:
    assert marked("cuckooing") == [Text("cuckooing")]


def test_without_a_glossary_text_stays_one_run() -> None:
    assert list(Abbreviations(()).mark("ASB")) == [Text("ASB")]
