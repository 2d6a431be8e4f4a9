from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cspdocs.document.styles import Style
from cspdocs.layout.fonts import Faces, read_face
from cspdocs.resources import font_folder
from cspdocs.values import evolve
from sheets import ARIMO, advances, face_of, line_height, make_sheet, width_of


@pytest.mark.parametrize("name", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_a_text_is_as_wide_as_its_characters_together(name: str) -> None:
    face = read_face(font_folder() / f"Arimo-{name}.ttf")
    text = "AVA Tonbridge & Malling £1,250 (-9.2%)"
    assert face.width(text) == pytest.approx(width_of(text, name, size=1.0))
    assert face.width(text) == face.width(text)


def test_nothing_is_as_wide_as_nothing() -> None:
    assert face_of("a").width("") == 0


def test_lengths_are_in_parts_of_the_font_size() -> None:
    face = face_of("a")
    assert (face.ascent, face.descent, face.line_gap, face.cap_height) == (0.8, 0.2, 0.05, 0.7)
    assert face.line_height == pytest.approx(1.05)
    assert face.underline == (0.1, 0.04)
    assert face.width("aaa") == pytest.approx(1.5)


def test_a_line_of_arimo_is_as_high_as_one_of_arial() -> None:
    face = read_face(font_folder() / "Arimo-Regular.ttf")
    assert face.line_height * 12 == pytest.approx(13.8, abs=0.01)
    assert face.line_height == pytest.approx(line_height(1.0))


def test_a_face_knows_what_it_lacks() -> None:
    face = face_of("abc")
    assert face.lacks("cab") == set()
    assert face.lacks("cab dé") == {" ", "d", "é"}


@pytest.mark.parametrize(("has", "drawn"), [("?a", "?"), ("?\u25a1", "\u25a1"), ("?\u25a1\ufffd", "\ufffd")])
def test_what_is_lacking_is_replaced_by_the_best_sign_there_is(has: str, drawn: str) -> None:
    assert face_of(has).substitute == drawn


def test_many_texts_can_be_measured() -> None:
    face = face_of("0123456789")
    assert all(face.width(str(number)) == pytest.approx(0.5 * len(str(number))) for number in range(0, 60_000, 7))


@pytest.mark.parametrize(
    ("bold", "italic", "name"),
    [(False, False, "Regular"), (True, False, "Bold"), (False, True, "Italic"), (True, True, "BoldItalic")],
)
def test_bold_and_italic_choose_the_face(bold: bool, italic: bool, name: str) -> None:
    faces = Faces(make_sheet())
    assert faces.face(Style(name="Body"), bold=bold, italic=italic).name == f"Arimo-{name}"
    assert faces.face(Style(name="Body", bold=bold, italic=italic)).name == f"Arimo-{name}"


def test_italic_words_in_a_bold_style_are_bold_and_italic() -> None:
    assert Faces(make_sheet()).face(Style(name="Heading 1", bold=True), italic=True).name == "Arimo-BoldItalic"


def test_a_style_may_name_another_typeface() -> None:
    sheet = make_sheet()
    other = evolve(ARIMO, regular=ARIMO.italic)
    faces = Faces(evolve(sheet, fonts={"body": ARIMO, "title": other}))
    assert faces.face(Style(name="Title", font="title")).name == "Arimo-Italic"


def test_a_font_without_prepared_measurements_is_measured_itself(tmp_path: Path) -> None:
    file = Path(shutil.copy(font_folder() / "Arimo-Bold.ttf", tmp_path / "Borough-Bold.ttf"))
    face = read_face(file)
    assert (face.name, face.file) == ("Arimo-Bold", file)
    assert face.width("Borough") == pytest.approx(sum(advances("Bold")[character] for character in "Borough"))
