"""The PDF as other programs read it: qpdf, Poppler and MuPDF."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pymupdf
import pytest
from hypothesis import given, settings

import judges
from cspdocs.backends.base import RenderOptions
from cspdocs.backends.pdf import BACKEND
from cspdocs.document.nodes import (
    Contents,
    ContentsEntry,
    Document,
    Figure,
    LineBreak,
    Link,
    PageCount,
    PageNumber,
    Paragraph,
    Row,
    Section,
    Strong,
    Text,
)
from cspdocs.document.styles import PageGeometry, StyleSheet, TableStyle
from cspdocs.document.walk import document_texts
from cspdocs.layout.fonts import SUBSTITUTES
from cspdocs.units import pt
from cspdocs.values import evolve
from documents import documents, texts
from sheets import (
    LEFT,
    TEXT_WIDTH,
    advances,
    cell,
    document,
    filler,
    head,
    line_height,
    listing,
    make_sheet,
    picture,
    prose,
    row,
    say,
    table,
)

WORDS = " ".join(
    f"The wardens patrol street {number} with a pop-up shop, and/or call (-{number}.2%) on 2024\u20132025."
    for number in range(40)
)


TITLE = "Plan 2025\u20132026: “safer” (R&D)"


def render(made: Document, sheet: StyleSheet | None = None) -> bytes:
    return BACKEND.render(made, RenderOptions(made, sheet or make_sheet())).data


def opened(made: Document, sheet: StyleSheet | None = None) -> pymupdf.Document:
    return pymupdf.open(stream=render(made, sheet), filetype="pdf")


def text_of(pdf: pymupdf.Document) -> str:
    """All text in the order in which it is drawn; lines end in a newline."""
    return "".join(page.get_text() for page in pdf)


def specimen() -> Document:
    """A document of several pages with text in all faces, a list, a table, links, a picture and contents."""
    link = Link((Text("our site"),), "https://www.kent.police.uk/a?b=1&c=(2)")
    words = Paragraph((Text("See "), link, Text(" or "), Strong((Text("call us"),)), LineBreak(), Text("today, £5 café.")))
    body = (
        *(head("Aims"), words, listing("Police", "Fire"), head("First", 2), say(WORDS), head("Ends")),
        *(table(row("a", "b"), row("c", "d"), header=("One", "Two")), Figure(picture(), pt(60), "A map", (Text("Map"),))),
    )
    contents = Contents(
        tuple(ContentsEntry((Text(name),), name.lower(), level) for name, level in (("Aims", 1), ("First", 2), ("Ends", 1)))
    )
    return Document(
        title=TITLE,
        author="Safer Borough",
        subject="Community safety",
        date=date(2025, 4, 1),
        sections=(Section((say("Cover", "Title"),), running=False), Section((contents,)), Section(body)),
        header=(say("Safer Borough", "Header"),),
        footer=(Paragraph((Text("Page "), PageNumber(), Text(" of "), PageCount()), "Footer"),),
    )


# ---- the file


def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(render(specimen()))
    assert judges.qpdf_check(file) == ""


def test_all_fonts_are_embedded_as_subsets_that_know_their_characters(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(render(specimen()))
    fonts = judges.pdf_fonts(file)
    assert {font.name for font in fonts} == {"Arimo-Regular", "Arimo-Bold"}
    assert all(font.embedded and font.subset and font.unicode for font in fonts)


def test_a_document_without_text_needs_no_font(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(render(document()))
    assert judges.qpdf_check(file) == ""
    assert judges.pdf_fonts(file) == []
    assert judges.page_count(file) == 1


def test_two_renderings_have_the_same_bytes_also_with_another_between_them() -> None:
    first = render(specimen())
    other = render(document(say("ZYX zyx \u03a9 \u0416"), *filler(30)))
    assert render(specimen()) == first != other


def test_two_processes_make_the_same_bytes() -> None:
    here = hashlib.sha256(render(specimen())).hexdigest()
    program = (
        "import hashlib, importlib.util\n"
        f"spec = importlib.util.spec_from_file_location('made', {str(Path(__file__))!r})\n"
        "made = importlib.util.module_from_spec(spec); spec.loader.exec_module(made)\n"
        "print(hashlib.sha256(made.render(made.specimen())).hexdigest())"
    )
    path = os.pathsep.join((str(judges.ROOT), str(judges.ROOT / "tests")))
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "TZ": f"UTC+{seed}"}
        ran = subprocess.run(
            [sys.executable, "-c", program],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=judges.SECONDS,
        )
        assert ran.stdout.strip() == here


def test_the_file_names_no_folder_of_the_machine_that_made_it() -> None:
    pdf = opened(specimen())
    raw = b"".join(pdf.xref_object(number).encode() for number in range(1, pdf.xref_length()))
    assert b"/fonts/" not in raw.lower()
    assert str(judges.ROOT).encode() not in raw


def test_the_document_says_what_it_is() -> None:
    pdf = opened(specimen())
    said = pdf.metadata
    assert (said["title"], said["author"], said["subject"]) == (
        TITLE, "Safer Borough", "Community safety",
    )  # fmt: skip
    assert said["creationDate"].startswith("D:20250401000000")
    assert pdf.xref_get_key(pdf.pdf_catalog(), "Lang") == ("string", "en-GB")


def test_readers_show_the_title_in_place_of_the_file_name() -> None:
    pdf = opened(specimen())
    assert pdf.xref_get_key(pdf.pdf_catalog(), "ViewerPreferences/DisplayDocTitle") == ("bool", "true")


def test_without_a_date_no_day_is_made_up() -> None:
    assert "2025" not in (opened(evolve(specimen(), date=None, title="Plan")).metadata["creationDate"] or "")


def test_pages_have_the_sizes_of_their_sheets() -> None:
    pdf = opened(Document(title="A plan", sections=(Section((say("tall"),)), Section((say("wide"),), page="Landscape"))))
    sheet = make_sheet()
    assert [(page.rect.width, page.rect.height) for page in pdf] == [
        pytest.approx((sheet.pages[name].width.pt, sheet.pages[name].height.pt), abs=0.01) for name in ("Page", "Landscape")
    ]


# ---- ways through it


def test_bookmarks_are_nested_as_the_headings_are_and_lead_to_their_pages() -> None:
    pdf = opened(specimen())
    places = {line: number for number, page in enumerate(pdf, 1) for line in page.get_text().splitlines() if number > 2}
    assert pdf.get_toc() == [[1, "Aims", places["Aims"]], [2, "First", places["First"]], [1, "Ends", places["Ends"]]]


def test_headings_that_begin_below_the_first_level_stand_beside_each_other() -> None:
    pdf = opened(
        document(head("One", 2), head("Two", 2), head("Three", 1), head("Four", 3), head("Five", 3), head("Six", 2))
    )
    levels = [(level, title) for level, title, _ in pdf.get_toc()]
    assert levels == [(1, "One"), (1, "Two"), (1, "Three"), (2, "Four"), (2, "Five"), (2, "Six")]


def test_a_bookmark_leads_to_the_height_of_its_heading() -> None:
    pdf = opened(document(*filler(5), head("Aims")))
    ((_, _, page, where),) = pdf.get_toc(simple=False)
    assert page == 1
    assert where["to"].y == pytest.approx(40 + 5 * line_height(), abs=0.1)


def test_contents_print_the_pages_that_their_links_lead_to_and_their_headings_stand_on() -> None:
    body = tuple(block for number in range(1, 31) for block in (head(f"Topic {number}"), *filler(9)))
    names = [f"Topic {number}" for number in range(1, 31)]
    listed = Contents(tuple(ContentsEntry((Text(name),), name.lower().replace(" ", "-")) for name in names), "page {number}")
    pdf = opened(Document(title="A plan", sections=(Section((listed,)), Section(body))))
    printed = re.findall(r"(Topic \d+) ?\s*\.+\s*page (\d+)", text_of(pdf))
    stands = {line: number for number, page in enumerate(pdf, 1) for line in page.get_text().splitlines() if number > 2}
    assert [(name, int(number)) for name, number in printed] == [(name, stands[name]) for name in names]
    led = [link["page"] + 1 for page in list(pdf)[:2] for link in page.get_links()]
    assert led == [stands[name] for name in names for _ in ("words", "number")]


def test_a_web_link_lies_over_its_words_and_keeps_its_address() -> None:
    page = opened(document(Paragraph((Text("See "), Link((Text("our site"),), "https://a.uk/?b=1&c=(2)")))))[0]
    (link,) = page.get_links()
    assert link["uri"].replace("%28", "(").replace("%29", ")") == "https://a.uk/?b=1&c=(2)"
    (words,) = page.search_for("our site")
    assert link["from"].contains(pymupdf.Point(words.x0 + 1, words.y0 + 3))
    assert abs(link["from"].x1 - words.x1) < 0.5


def test_a_link_to_an_anchor_that_is_not_there_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(render(document(Paragraph((Link((Text("nowhere"),), "#none"),)))))
    assert judges.qpdf_check(file) == ""


def test_pages_are_numbered_as_they_stand() -> None:
    pdf = opened(specimen())
    printed = [re.findall(r"Page (\d+) of (\d+)", page.get_text()) for page in pdf]
    assert printed[0] == []
    assert [numbers for (numbers,) in printed[1:]] == [(str(n), str(len(pdf))) for n in range(2, len(pdf) + 1)]


# ---- what is drawn


def test_text_stands_where_layout_placed_it() -> None:
    page = opened(document(say("one"), say("two"))).load_page(0)
    (word, second) = page.get_text("words")
    assert word[0] == pytest.approx(LEFT, abs=0.01)
    assert word[2] - word[0] == pytest.approx(sum(advances()[character] for character in "one") * 10, abs=0.05)
    assert second[1] - word[1] == pytest.approx(line_height(), abs=0.02)


def test_fills_lie_below_rules_and_both_below_text() -> None:
    page = opened(document(table(row("a", "b"), row("c", "d"), header=("One", "Two"))))[0]
    kinds = [drawing["type"] for drawing in page.get_drawings()]
    assert kinds == sorted(kinds, key=("f", "s").index)
    assert kinds.count("f") >= 1
    pixels = page.get_pixmap(dpi=72)
    assert pixels.pixel(int(LEFT) + 100, 42) == (0xDD, 0xDD, 0xDD)


def test_a_picture_is_drawn_in_its_place_in_its_colours() -> None:
    page = opened(document(Figure(picture(40, 30, "red"), pt(80), "A map")))[0]
    (place,) = (info["bbox"] for info in page.get_image_info())
    assert place == pytest.approx((LEFT, 40, LEFT + 80, 100), abs=0.05)
    assert page.get_pixmap(dpi=72).pixel(80, 70) == (255, 0, 0)


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_grey_and_coloured_pictures_are_drawn(mode: str) -> None:
    page = opened(document(Figure(picture(40, 30, "white", mode), pt(80), "A map"), say("x")))[0]
    assert len(page.get_images()) == 1


def test_the_same_picture_is_kept_once() -> None:
    pdf = opened(document(*[Figure(picture(40, 30, "red"), pt(80), "A map")] * 3, *filler(20)))
    assert len({image[0] for page in pdf for image in page.get_images()}) == 1


# ---- its text


def test_words_are_never_joined_at_the_end_of_a_line() -> None:
    pdf = opened(document(say(WORDS)))
    assert len(pdf) > 1
    lines = text_of(pdf).split("\n")
    assert "".join(lines) == WORDS


def test_words_in_narrow_cells_are_never_joined() -> None:
    pdf = opened(document(table(row(WORDS[:200], "|"), widths=(90, 130))))
    words, _, _ = text_of(pdf).replace("\n", "").partition("|")
    assert words == WORDS[:200]


def test_words_parted_by_a_line_break_stay_apart() -> None:
    text = text_of(opened(document(Paragraph((Text("one"), LineBreak(), Text("two"))))))
    assert text.replace("\n", "") == "one two"


def test_more_characters_than_one_subset_of_a_font_holds_are_all_found() -> None:
    characters = [
        character
        for character in advances()
        if unicodedata.category(character)[0] in "LNPS"
        and character not in SUBSTITUTES
        and unicodedata.bidirectional(character) not in ("R", "AL")
    ]
    assert len(characters) > 1000
    text = text_of(opened(document(say("".join(characters)))))
    assert text.replace("\n", "") == "".join(characters)


def test_markup_and_the_signs_of_pdf_itself_are_text() -> None:
    hostile = "<b>R&D</b> &amp; (a\\b) \\( ) Tj ET %PDF endstream [<41>] {x}"
    assert text_of(opened(document(say(hostile)))).replace("\n", "") == hostile


def unbroken(*, height: float) -> StyleSheet:
    """Pages of that height and tables that print their header once, so that nothing stands between the words of a text."""
    margins = {"left": pt(LEFT), "right": pt(LEFT), "top": pt(40), "bottom": pt(40)}
    tall = PageGeometry(name="Page", width=pt(TEXT_WIDTH + 2 * LEFT), height=pt(height), **margins)
    return make_sheet(tall, TableStyle(name="Table", repeat_header=False))


def bare(text: str) -> str:
    """The characters that can be seen."""
    return "".join(
        character
        for character in unicodedata.normalize("NFC", text)
        if not character.isspace() and unicodedata.category(character) != "Cf"
    )


def pattern(text: str) -> str:
    """What `text` looks like in a PDF, without white space.

    A soft hyphen may be drawn; MuPDF reads the sign that stands for a lacking character as some other one.
    """
    drawn = advances()
    parts = []
    for character in unicodedata.normalize("NFC", text):
        if character == "\u00ad":
            parts.append("-?")
        elif character == SUBSTITUTES[0] or (character not in drawn and not character.isspace()):
            parts.append(".??")
        elif bare(character):
            parts.append(re.escape(character))
    return "".join(parts)


@settings(max_examples=500)
@given(documents(words=texts(right_to_left=False)))
def test_every_text_of_the_tree_is_found_in_its_order_with_its_words_apart(made: Document) -> None:
    made = evolve(made, header=(), footer=())
    # Without the ends of lines, which would part words that were joined there.
    found = unicodedata.normalize("NFC", text_of(opened(made, unbroken(height=14_000))).replace("\n", ""))
    found = "".join(character for character in found if unicodedata.category(character) != "Cf")
    position = 0
    for text in document_texts(made):
        # Of a word of which nothing can be read not even the blank beside it is sure to be found.
        words = [word for word in map(pattern, text.split()) if word.strip(".?")]
        between = r"\s+" if len(words) == len(text.split()) else r"\s+(?:\S{0,9}?\s+)*?"
        match = re.compile(between.join(words), re.DOTALL).search(found, position)
        assert match, (text, found[position : position + 200])
        position = match.end()


@settings(max_examples=60)
@given(documents(words=texts(right_to_left=False)))
def test_no_character_is_lost_where_pages_turn(made: Document) -> None:
    made = evolve(made, header=(), footer=())
    found = Counter(bare(text_of(opened(made, unbroken(height=200)))))
    drawn = advances()
    written = "".join(document_texts(made))
    wanted = Counter(character for character in bare(written) if character in drawn and character != SUBSTITUTES[0])
    assert wanted - found == Counter()


@settings(max_examples=25)
@given(documents())
def test_any_document_is_a_pdf_that_readers_open(made: Document) -> None:
    data = render(made)
    pdf = pymupdf.open(stream=data, filetype="pdf")
    assert len(pdf) >= max(1, len(made.sections))
    assert not pdf.is_repaired
    assert data == render(made)


def test_sixty_owners_and_a_row_of_five_pages_are_all_read() -> None:
    owners = [f"Owner {number}" for number in range(110)]
    long = Row((cell("Action"), cell(*owners)))
    pdf = opened(document(table(row("a", "b"), long, header=("One", "Two"))))
    assert len(pdf) == 6
    found = re.findall(r"Owner \d+", text_of(pdf))
    assert found == owners


def test_a_paragraph_that_goes_on_over_the_page_loses_nothing() -> None:
    pdf = opened(document(prose(45)))
    assert re.findall(r"line\d+", text_of(pdf)) == [f"line{number}" for number in range(1, 46)]
