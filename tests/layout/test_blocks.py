from __future__ import annotations

import itertools

import pytest

from cspdocs.document.nodes import Cell, Contents, ContentsEntry, Emphasis, List, ListItem, Paragraph, Quote, Row, Text
from cspdocs.document.styles import Style
from cspdocs.layout.blocks import BULLETS, _labels
from cspdocs.layout.paged import PagedDocument, PlacedText
from cspdocs.units import pt
from sheets import (
    LEFT,
    SIZE,
    TEXT_WIDTH,
    cell,
    face_of,
    filler,
    find,
    lay,
    line_height,
    lines_of,
    listing,
    make_sheet,
    prose,
    roles,
    say,
    table,
    texts_of,
    width_of,
)


def nested(depth: int) -> List:
    """A list in a list and so on; each item says how deep it stands."""
    block = List((ListItem((say(f"level {depth}"),)),))
    for level in range(depth - 1, 0, -1):
        block = List((ListItem((say(f"level {level}"), block)),))
    return block


def tops(paged: PagedDocument) -> list[float]:
    """How far each line stands below the one above it."""
    baselines = sorted({round(text.baseline, 3) for page in paged.pages for text in texts_of(page)})
    return [after - before for before, after in itertools.pairwise(baselines)]


def overlaps(one: PlacedText, other: PlacedText) -> bool:
    beside = one.x + one.width <= other.x + 1e-6 or other.x + other.width <= one.x + 1e-6
    return abs(one.baseline - other.baseline) < SIZE / 2 and not beside


def test_an_item_hangs_from_its_bullet() -> None:
    page = lay(List((ListItem((prose(2),)),))).pages[0]
    bullet, first, second = texts_of(page)
    assert (bullet.text, bullet.x) == (BULLETS[0], LEFT)
    assert (first.x, second.x) == (LEFT + 18, LEFT + 18)
    assert bullet.baseline == first.baseline


def test_bullets_change_with_depth_and_begin_again() -> None:
    page = lay(nested(5)).pages[0]
    assert [text.text for text in texts_of(page) if not text.text.startswith("level")] == [*BULLETS, *BULLETS[:2]]


def test_words_after_high_numbers_begin_where_their_further_lines_do() -> None:
    listed = List((ListItem((prose(1),)), ListItem((prose(2),))), ordered=True, start=9)
    page = lay(listed).pages[0]
    assert len({text.x for text in texts_of(page) if text.text not in ("9.", "10.")}) == 1


def test_items_are_numbered_from_the_start_given() -> None:
    page = lay(listing("one", "two", "three", ordered=True, start=9)).pages[0]
    assert lines_of(page) == ["9.one", "10.two", "11.three"]


@pytest.mark.parametrize("start", [1, 98, 1986, 123_456])
def test_a_number_never_stands_on_its_words(start: int) -> None:
    page = lay(listing("A good year for all", "Another", ordered=True, start=start)).pages[0]
    texts = texts_of(page)
    assert not any(overlaps(one, other) for one in texts for other in texts if one is not other)


@pytest.mark.parametrize("width", [130, 60, 30, 14])
def test_a_list_in_a_narrow_cell_keeps_its_bullets_beside_its_words(width: int) -> None:
    narrow = table(Row((Cell((listing("Police", "Fire"),)), cell("y"))), widths=(width, 50))
    texts = texts_of(lay(narrow).pages[0])
    assert not any(overlaps(one, other) for one in texts for other in texts if one is not other)
    assert sum(text.text == BULLETS[0] for text in texts) == 2


def test_so_does_one_whose_paragraphs_have_the_style_of_the_cell() -> None:
    listed = List(tuple(ListItem((say(word, "Table Text"),)) for word in ("Police", "Fire")))
    texts = texts_of(lay(table(Row((Cell((listed,)), cell("y"))), widths=(20, 50))).pages[0])
    assert not any(overlaps(one, other) for one in texts for other in texts if one is not other)


def test_a_mark_is_as_large_as_the_words_it_stands_before() -> None:
    sheet = make_sheet(Style(name="Table Text", size=pt(7)))
    listed = List(tuple(ListItem((say(word, "Table Text"),)) for word in ("one", "two")), ordered=True)
    page = lay(listed, sheet=sheet).pages[0]
    mark, words = find(page, "1."), find(page, "one")
    assert (mark.size, mark.baseline) == (7, words.baseline)


def test_further_paragraphs_of_an_item_stand_below_its_first_words() -> None:
    page = lay(List((ListItem((say("first"), say("second"))),))).pages[0]
    assert [(text.text, text.x) for text in texts_of(page)[1:]] == [("first", LEFT + 18), ("second", LEFT + 18)]


def test_a_paragraph_of_another_style_keeps_it_in_a_list() -> None:
    sheet = make_sheet(Style(name="Caption", size=pt(7)))
    page = lay(List((ListItem((say("words", "Caption"),)),)), sheet=sheet).pages[0]
    assert find(page, "words").size == 7


def test_an_item_without_content_is_a_bullet_alone() -> None:
    page = lay(List((ListItem(()), ListItem((say("words"),))))).pages[0]
    assert lines_of(page) == [BULLETS[0], f"{BULLETS[0]}words"]


def test_a_list_without_items_is_nothing() -> None:
    assert lines_of(lay(say("before"), List(()), say("after")).pages[0]) == ["before", "after"]


def test_space_between_items_is_the_lists_and_below_it_the_bodys() -> None:
    sheet = make_sheet(
        Style(name="Body", size=pt(SIZE), space_after=pt(11)),
        Style(name="List", size=pt(SIZE), indent=pt(18), first_line=pt(-18), space_after=pt(3)),
    )
    paged = lay(listing("one", "two"), say("after"), sheet=sheet)
    assert tops(paged) == pytest.approx([line_height() + 3, line_height() + 11], abs=0.01)


def test_200_levels_of_lists_lose_no_words_and_stay_on_the_page() -> None:
    paged = lay(nested(200))
    said = " ".join("".join(text.text for text in texts_of(page)) for page in paged.pages)
    for bullet in BULLETS:
        said = said.replace(bullet, " ")
    assert said.split() == [word for level in range(1, 201) for word in ("level", str(level))]
    assert all(text.x + text.width <= LEFT + TEXT_WIDTH + 1e-6 for page in paged.pages for text in texts_of(page))


def test_lists_are_lists_to_a_screen_reader() -> None:
    structure = lay(List((ListItem((say("one"), listing("two"))),))).structure
    inner = ["L", "LI", "Lbl", "LBody", "P"]
    assert roles(structure) == ["Document", "Sect", *inner, *inner]


def test_a_bullet_that_the_face_lacks_gives_way_to_one_that_it_has() -> None:
    assert _labels(listing("one", "two"), 1, face_of("-\u2022")) == ["\u2022", "\u2022"]
    assert _labels(listing("one", "two"), 1, face_of("-")) == ["-", "-"]


def test_a_quotation_is_set_in_its_style_with_its_speaker_below() -> None:
    sheet = make_sheet(
        Style(name="Quote", size=pt(SIZE), italic=True, indent=pt(20), space_after=pt(8)),
        Style(name="Attribution", size=pt(SIZE), indent=pt(20)),
    )
    page = lay(Quote((say("We feel safer."), say("Thank you.")), (Text("A resident"),)), sheet=sheet).pages[0]
    first, second, speaker = texts_of(page)
    assert [text.text for text in (first, second, speaker)] == ["We feel safer.", "Thank you.", "A resident"]
    assert {text.x for text in (first, second, speaker)} == {LEFT + 20}
    assert (first.face.name, speaker.face.name) == ("Arimo-Italic", "Arimo-Regular")
    assert second.baseline - first.baseline == pytest.approx(line_height() + 8)
    assert speaker.baseline - second.baseline == pytest.approx(line_height())


def test_a_speaker_never_stands_on_another_page_than_the_last_words() -> None:
    paged = lay(*filler(19), Quote((say("Safer."),), (Text("A resident"),)))
    assert lines_of(paged.pages[1]) == ["Safer.", "A resident"]


def test_a_quotation_may_hold_lists_and_quotations() -> None:
    sheet = make_sheet(Style(name="Quote", size=pt(SIZE), indent=pt(20)))
    page = lay(Quote((listing("item"), Quote((say("inner"),)))), sheet=sheet).pages[0]
    assert find(page, "item").x == LEFT + 20 + 18
    assert find(page, "inner").x == LEFT + 20 + 20


def test_an_empty_quotation_is_nothing() -> None:
    assert lines_of(lay(say("before"), Quote(()), say("after")).pages[0]) == ["before", "after"]


def test_words_in_a_list_may_be_stressed() -> None:
    page = lay(List((ListItem((Paragraph((Text("very "), Emphasis((Text("safe"),)))),)),))).pages[0]
    assert find(page, "safe").x == pytest.approx(LEFT + 18 + width_of("very "))
    assert find(page, "safe").face.name == "Arimo-Italic"


def test_what_follows_a_contents_list_stands_below_the_paragraph_that_ends_the_list_in_word() -> None:
    entries = Contents((ContentsEntry((Text("Aims"),), "aims", 1),))
    followed, plain = (lay(*blocks).pages[0] for blocks in ((entries, say("Text")), (say("Aims"), say("Text"))))
    sheet = make_sheet()
    entry, body = sheet.styles["Contents 1"], sheet.styles["Body"]
    parted = entry.space_after.pt + 1 + body.space_before.pt
    lowered = find(followed, "Text").baseline - find(followed, "Aims").baseline
    usual = find(plain, "Text").baseline - find(plain, "Aims").baseline
    assert lowered - parted == pytest.approx(usual - max(body.space_after.pt, body.space_before.pt))
