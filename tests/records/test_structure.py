"""Nodes become records: every form that may be written, and every mistake with its place and what would be right."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, Literal

import pytest

from cspdocs.diagnostics import Diagnostic
from cspdocs.records.fields import Prose, key, many, optional, required
from cspdocs.records.structure import structure
from cspdocs.records.yaml_text import read_yaml
from cspdocs.units import Length, pt
from cspdocs.values import frozen


@frozen(kw_only=True)
class Words:
    tag: ClassVar[str] = "text"
    text: Prose = required("The words.", shorthand=True)


@frozen(kw_only=True)
class Photo:
    tag: ClassVar[str] = "photo"
    file: str = required("The file.", shorthand=True)
    width: Length | None = optional("How wide.")


@frozen(kw_only=True)
class Rule:
    tag: ClassVar[str] = "rule"


@frozen(kw_only=True)
class Frame:
    tag: ClassVar[str] = "frame"
    body: tuple[Words | Photo | Rule | Frame, ...] = many("What stands in it.", shorthand=True)
    colour: str = optional("Its colour.", "")


@frozen(kw_only=True)
class Roll:
    tag: ClassVar[str] = "roll"
    people: tuple[Author, ...] = many("Who.", shorthand=True)
    title: str = optional("Its heading.", "")


@frozen(kw_only=True)
class Chapter:
    name: str = key("The name of the chapter.")
    body: tuple[Words | Photo | Rule | Frame | Roll, ...] = many("What stands in it.")
    chapters: tuple[Chapter, ...] = many("Chapters inside.")


@frozen(kw_only=True)
class Style:
    size: Length = optional("How large.", pt(12))
    line_spacing: float = optional("A multiple of the line.", 1.0)


@frozen(kw_only=True)
class Author:
    name: str = required("Who.", shorthand=True)
    born: int | None = optional("The year.")


@frozen(kw_only=True)
class Book:
    title: str = required("The title.")
    kind: Literal["novel", "poems"] = optional("What it is.", "novel")
    printed: bool = optional("yes when printed.", False)
    published: datetime.date | None = optional("When.")
    authors: tuple[Author, ...] = many("Who wrote it.")
    places: tuple[str, ...] = many("Where it is set.")
    sizes: tuple[Length, ...] = many("Sizes.")
    rows: tuple[tuple[str, ...], ...] = many("A table.")
    styles: Mapping[str, Style] = optional("Looks.", {})
    words: Mapping[str, str] = optional("Wording.", {})
    chapters: tuple[Chapter, ...] = many("The chapters.")
    editor: Author | None = optional("Who saw to it.")


@frozen(kw_only=True)
class Shelf:
    width: Length = required("How wide.")
    books: int = 1

    def __attrs_post_init__(self) -> None:
        if self.books <= 0:
            raise ValueError("a shelf holds 1 book or more")


def read(text: str, record: type = Book) -> tuple[object, tuple[Diagnostic, ...], dict[str, int]]:
    node, findings = read_yaml(text)
    assert findings == ()
    assert node is not None
    return structure(node, record)


def made(text: str) -> object:
    value, findings, _ = read(f"title: T\n{text}")
    assert findings == ()
    return value


def one(*body: object) -> tuple[Chapter, ...]:
    return (Chapter(name="one", body=body),)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("kind: poems", {"kind": "poems"}),
        ("printed: yes", {"printed": True}),
        ("published: 1 April 2025", {"published": datetime.date(2025, 4, 1)}),
        ("published:", {}),
        ("places: Kent", {"places": ("Kent",)}),
        ("places: [Kent, no, 1.10]", {"places": ("Kent", "no", "1.10")}),
        ("places: []", {}),
        ('places: ""', {"places": ("",)}),
        ("sizes: 12 pt", {"sizes": (pt(12),)}),
        ("sizes: [12 pt, 1 in]", {"sizes": (pt(12), pt(72))}),
        ("rows: [[a, b], c]", {"rows": (("a", "b"), ("c",))}),
        ("authors: [{name: A, born: 1900}, B]", {"authors": (Author(name="A", born=1900), Author(name="B"))}),
        ("editor: A", {"editor": Author(name="A")}),
        ("authors: A", {"authors": (Author(name="A"),)}),
        ("chapters: [one, two]", {"chapters": (Chapter(name="one"), Chapter(name="two"))}),
        ("chapters: {one: {body: [frame: words]}}", {"chapters": one(Frame(body=(Words(text="words"),)))}),
        (
            "chapters: {one: {body: [frame: [words, frame: {colour: red, body: [rule: ]}]]}}",
            {"chapters": one(Frame(body=(Words(text="words"), Frame(colour="red", body=(Rule(),)))))},
        ),
        ("chapters: {one: {body: [frame: , frame: []]}}", {"chapters": one(Frame(), Frame())}),
        (
            "chapters: {one: {body: [roll: A, roll: [A, {name: B, born: 1900}], roll: {people: A, title: T}]}}",
            {
                "chapters": one(
                    Roll(people=(Author(name="A"),)),
                    Roll(people=(Author(name="A"), Author(name="B", born=1900))),
                    Roll(people=(Author(name="A"),), title="T"),
                )
            },
        ),
        (
            "styles: {a: {size: 10 pt, line-spacing: 1.15}, b: }",
            {"styles": {"a": Style(size=pt(10), line_spacing=1.15), "b": Style()}},
        ),
        ('words: {a: "b", c: ""}', {"words": {"a": "b", "c": ""}}),
        ("chapters: {one: }", {"chapters": (Chapter(name="one"),)}),
        ("chapters: {one: {body: words}}", {"chapters": (Chapter(name="one", body=(Words(text="words"),)),)}),
        (
            "chapters: {one: {body: [words, text: more]}}",
            {"chapters": (Chapter(name="one", body=(Words(text="words"), Words(text="more"))),)},
        ),
        (
            "chapters: {one: {body: [rule: , photo: a.png]}}",
            {"chapters": (Chapter(name="one", body=(Rule(), Photo(file="a.png"))),)},
        ),
        (
            "chapters: {a: {chapters: {b: {chapters: {c: }}}}}",
            {"chapters": (Chapter(name="a", chapters=(Chapter(name="b", chapters=(Chapter(name="c"),)),)),)},
        ),
    ],
)
def test_every_form_that_may_be_written_is_read(text: str, fields: dict[str, object]) -> None:
    assert made(text) == Book(title="T", **fields)


@pytest.mark.parametrize(
    ("text", "code", "path", "message", "hint"),
    [
        ("titel: X", "unknown-key", "titel", 'no key "titel"', 'did you mean "title"?'),
        ("editor: {name: Smith, A.}", "unknown-key", "editor/A.", 'no key "A."', "hold a comma in quotes; allowed are"),
        ("Kind: poems", "unknown-key", "Kind", 'no key "Kind"', 'did you mean "kind"?'),
        ("zzz: X", "unknown-key", "zzz", 'no key "zzz"', "allowed are title, kind, printed"),
        ("kind: Poem", "unknown-choice", "kind", '"Poem" is not one of novel, poems', 'did you mean "poems"?'),
        ("kind: [poems]", "wrong-shape", "kind", "text is expected here, not a list", 'that begins with "["'),
        ("kind:\n  - poems", "wrong-shape", "kind", "not a list", 'without "- "'),
        ("title: again", "duplicate-key", "title", '"title" is given twice, first on line 1', "keep one"),
        ("printed: perhaps", "bad-value", "printed", '"perhaps" is not yes or no', 'write "yes" or "no"'),
        ("published: 31 June 2025", "bad-value", "published", '"31 June 2025" is not a date', "no such day"),
        ("published: {a: b}", "wrong-shape", "published", "text is expected here, not a mapping", 'that begins with "{"'),
        ("published:\n  Note: it", "wrong-shape", "published", "not a mapping", 'holds ": "'),
        ("places: {a: b}", "wrong-shape", "places", "a list is expected here, not a mapping", '"- "'),
        ("places: [a, [b]]", "wrong-shape", "places/2", "text is expected here, not a list", "quotes"),
        ("places:\n  - a\n  -", "empty-entry", "places/2", "nothing is written here", 'write ""'),
        ("sizes: [1 pt, 2]", "bad-value", "sizes/2", '"2" is not a length', "a number and a unit"),
        ("rows: a", "wrong-shape", "rows", "a list is expected here, not text", '"- "'),
        ("authors: [{born: 1900}]", "missing-field", "authors/1/name", "name must be given", "Who."),
        ("authors: [A, {name: B, born: x}]", "bad-value", "authors/2/born", '"x" is not a whole number', "in digits"),
        ("authors: {name: A}", "wrong-shape", "authors", "a list is expected here, not a mapping", '"- "'),
        ("editor: [A]", "wrong-shape", "editor", "a mapping is expected here, not a list", "allowed are name, born"),
        ("editor: {asb}", "wrong-shape", "editor", "text is expected here, not a mapping", 'that begins with "{"'),
        ("styles: [a]", "wrong-shape", "styles", "a mapping is expected here, not a list", '"name: value"'),
        ("styles: {a: 12 pt}", "wrong-shape", "styles/a", "a mapping is expected here, not text", '"size: …"'),
        ("styles: {a: {line_spacing: 1}}", "unknown-key", "styles/a/line_spacing", "no key", 'did you mean "line-spacing"?'),
        ("styles: {a: {line-spacing: 1,5}}", "unknown-key", "styles/a/5", 'no key "5"', "allowed are size, line-spacing"),
        ("styles: {a: , a: }", "duplicate-key", "styles/a", "is given twice", "keep one"),
        ("words: {a: }", "empty-entry", "words/a", "nothing is written here", 'write ""'),
        (
            "chapters: [one, two: ]",
            "wrong-shape",
            "chapters",
            "a mapping is expected here, not a list",
            'each name with a colon, without "- "',
        ),
        ("chapters: [one, one]", "duplicate-key", "chapters/one", '"one" is given twice', "keep one"),
        (
            "chapters: {one: {body: [frame: [foto: a]]}}",
            "unknown-block",
            "chapters/one/body/1/body/1",
            'no block "foto"',
            'did you mean "photo"?',
        ),
        ("chapters: {one: {body: [roll: [born: 1]]}}", "missing-field", "chapters/one/body/1/people/1/name", "must", "Who."),
        ('chapters: {"": {}}', "empty-key", "chapters", "the name before the colon is empty", "write one"),
        ("chapters: {one: , one: }", "duplicate-key", "chapters/one", '"one" is given twice', "keep one"),
        ("chapters: {one: {name: two}}", "unknown-key", "chapters/one/name", "no key", "allowed are body, chapters"),
        ("chapters: {one: text}", "wrong-shape", "chapters/one", "a mapping is expected here, not text", '"body: …"'),
        ("chapters: {one: {body: {photo: a}}}", "wrong-shape", "chapters/one/body", "a list is expected", '"- "'),
        (
            "chapters: {one: {body: [foto: a]}}",
            "unknown-block",
            "chapters/one/body/1",
            'no block "foto"',
            'did you mean "photo"?',
        ),
        (
            "chapters: {one: {body: [{zzz: a}]}}",
            "unknown-block",
            "chapters/one/body/1",
            "no block",
            "allowed are text, photo, rule, frame, roll",
        ),
        (
            "chapters: {one: {body: [{asb}]}}",
            "wrong-shape",
            "chapters/one/body/1",
            "text is expected",
            'that begins with "{"',
        ),
        (
            "chapters: {one: {body: [[a]]}}",
            "wrong-shape",
            "chapters/one/body/1",
            "a block is expected",
            "one of text, photo, rule, frame, roll",
        ),
        (
            "chapters: {one: {body: [photo: ]}}",
            "missing-field",
            "chapters/one/body/1/file",
            "file must be given",
            "The file.",
        ),
        (
            "chapters: {one: {body: [rule: a]}}",
            "wrong-shape",
            "chapters/one/body/1",
            "a mapping is expected here, not text",
            "",
        ),
        (
            "chapters:\n  one:\n    body:\n      - photo: a\n        width: 1 pt",
            "two-keys",
            "chapters/one/body/1",
            "beside photo there stands width",
            "indent what belongs to photo",
        ),
        (
            "chapters:\n  one:\n    body:\n      -",
            "empty-entry",
            "chapters/one/body/1",
            "nothing is written here",
            'write ""',
        ),
    ],
)
def test_each_mistake_is_one_finding_with_path_and_hint(text: str, code: str, path: str, message: str, hint: str) -> None:
    value, findings, _ = read(f"title: T\n{text}\n")
    assert [(finding.code, finding.path) for finding in findings] == [(code, path)]
    assert message in findings[0].message
    assert hint in findings[0].hint
    assert isinstance(value, Book)
    assert value.title == "T"


def test_findings_stand_at_the_line_and_column_of_what_is_wrong() -> None:
    _, findings, _ = read("kind: Poem\nplaces: [a, {b: c}]\nauthors:\n  - born: 1900\nzzz: 1\n")
    assert [(finding.code, finding.line, finding.column) for finding in findings] == [
        ("missing-field", 1, 1),
        ("unknown-choice", 1, 7),
        ("wrong-shape", 2, 13),
        ("missing-field", 4, 5),
        ("unknown-key", 5, 1),
    ]


def test_a_record_under_a_key_that_lacks_a_field_is_shown_at_its_key() -> None:
    _, findings, _ = read("title: T\nchapters:\n  one:\n    body:\n      - photo:\n          width: 1 pt\n")
    assert [(finding.path, finding.line) for finding in findings] == [("chapters/one/body/1/file", 5)]


def test_what_is_right_beside_mistakes_is_kept() -> None:
    value, findings, _ = read(
        "kind: Poem\nplaces: [a, {b: c}, d]\nauthors: [[x], B, {born: 1900}]\n"
        "chapters: {one: [], two: {body: [zzz: a, rule: ]}}\n"
    )
    assert len(findings) == 7
    assert value == Book(
        title="",
        places=("a", "d"),
        authors=(Author(name="B"), Author(name="", born=1900)),
        chapters=(Chapter(name="two", body=(Rule(),)),),
    )


def test_a_misspelt_field_is_not_called_missing_as_well() -> None:
    value, findings, _ = read("titel: T\n")
    assert [finding.code for finding in findings] == ["unknown-key"]
    assert value == Book(title="")


def test_without_a_field_that_cannot_be_empty_there_is_no_value() -> None:
    assert read("books: 2\n", Shelf)[0] is None
    assert [finding.path for finding in read("books: 2\n", Shelf)[1]] == ["width"]
    assert [finding.code for finding in read("width: 12\n", Shelf)[1]] == ["bad-value"]


def test_what_a_class_refuses_is_a_finding() -> None:
    value, (finding,), _ = read("width: 1 in\nbooks: 0\n", Shelf)
    assert value is None
    assert (finding.code, finding.line) == ("invalid-value", 1)
    assert finding.message == "a shelf holds 1 book or more"


def test_a_file_that_holds_something_else_is_a_finding() -> None:
    for text in ("just text\n", "- a\n- b\n"):
        value, (finding,), _ = read(text)
        assert value is None
        assert (finding.code, finding.line) == ("wrong-shape", 1)


def test_lines_are_known_by_path_also_of_what_is_written_short() -> None:
    _, _, lines = read(
        "title: T\nplaces: Kent\nauthors:\n  - A\n  - name: B\nchapters:\n  one:\n    body: |\n      words\nwords:\n  a: b\n"
    )
    assert lines == {
        "title": 1,
        "places": 2,
        "places/1": 2,
        "authors": 3,
        "authors/1": 4,
        "authors/1/name": 4,
        "authors/2": 5,
        "authors/2/name": 5,
        "chapters": 6,
        "chapters/one": 7,
        "chapters/one/body": 8,
        "chapters/one/body/1": 8,
        "chapters/one/body/1/text": 8,
        "words": 10,
        "words/a": 11,
    }


def test_paths_begin_with_the_one_given_and_findings_name_the_file() -> None:
    node, _ = read_yaml("kind: x\n")
    assert node is not None
    _, findings, lines = structure(node, Book, "books/1", Path("book.yaml"))
    assert {finding.path for finding in findings} == {"books/1/title", "books/1/kind"}
    assert str(findings[0]) == "book.yaml:1: books/1/title: title must be given (The title.)"
    assert lines == {"books/1/kind": 1}


def test_keys_with_slashes_are_not_taken_for_duplicates() -> None:
    value, findings, _ = read("title: T\nchapters:\n  a/body:\n  a:\n    body: words\n")
    assert findings == ()
    assert isinstance(value, Book)
    assert [chapter.name for chapter in value.chapters] == ["a/body", "a"]
