from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdocs.document import commonmark, markdown
from cspdocs.document.markdown import parse_blocks, parse_inline
from cspdocs.document.nodes import (
    Block,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Strong,
    Text,
)
from cspdocs.document.walk import block_texts, plain_text
from sheets import listing, say


def as_typed(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def blocks(text: str) -> tuple[Block, ...]:
    return parse_blocks(text, as_typed)


def runs(text: str) -> tuple[Inline, ...]:
    return parse_inline(text, as_typed)


def said(text: str) -> list[str]:
    return list(block_texts(blocks(text)))


# ---- blocks


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\n "])
def test_empty_text_is_no_block(text: str) -> None:
    assert blocks(text) == ()


def test_lines_that_follow_one_another_are_one_paragraph() -> None:
    assert blocks("The wardens\npatrol the\n  High Street.") == (say("The wardens patrol the High Street."),)


@pytest.mark.parametrize("between", ["\n\n", "\n \n", "\n\n\n\n", "\n\t\n"])
def test_empty_lines_part_paragraphs(between: str) -> None:
    assert blocks(f"One.{between}Two.") == (say("One."), say("Two."))


@pytest.mark.parametrize("between", ["\n\n", "\n \n", "\n\n\n\n"])
def test_paragraphs_are_parted_in_the_same_way_where_there_is_markup(between: str) -> None:
    assert blocks(f"*One.*{between}Two.\nThree.") == (
        Paragraph((Emphasis((Text("One."),)),)),
        Paragraph((Text("Two."), Text(" "), Text("Three."))),
    )


def test_paragraphs_take_the_style_and_all_blocks_the_origin() -> None:
    plain, strong, items = parse_blocks(
        "One.\n\n**Two.**\n\n- Three", as_typed, style="Caption", origin="actions/asb-2/update"
    )
    assert [block.style for block in (plain, strong)] == ["Caption", "Caption"]
    assert {block.origin for block in (plain, strong, items)} == {"actions/asb-2/update"}
    (only,) = parse_blocks("One.", as_typed, style="Caption", origin="actions/asb-2/update")
    assert (only.style, only.origin) == ("Caption", "actions/asb-2/update")


def test_items_are_a_list() -> None:
    assert blocks("- Police\n- Fire") == (listing("Police", "Fire"),)
    assert blocks("* Police\n* Fire") == (listing("Police", "Fire"),)


@pytest.mark.parametrize(("text", "start"), [("1. a\n2. b", 1), ("3. a\n4. b", 3), ("7) a\n8) b", 7), ("0. a\n1. b", 0)])
def test_numbered_items_begin_with_the_number_typed(text: str, start: int) -> None:
    assert blocks(text) == (listing("a", "b", ordered=True, start=start),)


def test_items_may_hold_lists_and_several_paragraphs() -> None:
    assert blocks("- a\n\n  b\n- c\n  1. d") == (
        List((ListItem((say("a"), say("b"))), ListItem((say("c"), listing("d", ordered=True))))),
    )


def test_a_list_may_follow_a_paragraph_without_an_empty_line() -> None:
    assert blocks("We will:\n- patrol\n- listen") == (say("We will:"), listing("patrol", "listen"))


def test_a_year_in_the_middle_of_a_paragraph_begins_no_list() -> None:
    assert said("It began in\n1998. It went on.") == ["It began in 1998. It went on."]


def test_lines_with_a_greater_than_sign_are_a_quotation() -> None:
    assert blocks("> We feel\n> safer.") == (Quote((Paragraph((Text("We feel"), Text(" "), Text("safer."))),)),)


def test_a_quotation_may_hold_a_list() -> None:
    assert blocks("> - one") == (Quote((listing("one"),)),)


def test_items_without_text_are_kept() -> None:
    assert blocks("-\n- a") == (List((ListItem(()), ListItem((say("a"),)))),)


@pytest.mark.parametrize("text", ["# Heading", "Title\n=====", "---", "***", "```\ncode\n```", "<b>bold</b>", "<!-- x -->"])
def test_other_markup_is_printed_as_it_was_typed(text: str) -> None:
    assert re.sub(r"\s", "", "".join(said(text))) == re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "text",
    ["a | b", "AT&amp;T", "&lt;", "![alt]", "[ref]", "https://kent.gov.uk", "a_b_c", "5 * 3", "x ~~y~~", "`code`", "$x$"],
)
def test_what_looks_like_markup_elsewhere_is_text(text: str) -> None:
    assert said(text) == [text]


def test_indented_text_is_text() -> None:
    assert said("One.\n\n    Two.") == ["One.", "Two."]
    assert said("- a\n\n      Two.") == ["a", "Two."]


def test_references_are_printed_and_not_followed() -> None:
    assert said("[words][1]\n\n[1]: https://a.uk") == ["[words][1]", "[1]: https://a.uk"]


@pytest.mark.parametrize("depth", [10, 40, 2000])
def test_lists_and_quotations_however_deep_lose_nothing(depth: int) -> None:
    assert "deep" in said("> " * depth + "deep")[-1]
    assert "deep" in said("- " * depth + "deep")[-1]


def test_lists_of_15_levels_are_lists_of_15_levels() -> None:
    (block,) = blocks("\n".join(f"{'  ' * level}- level {level}" for level in range(15)))
    for level in range(15):
        assert isinstance(block, List)
        (item,) = block.items
        assert item.content[0] == say(f"level {level}")
        block = item.content[-1]


# ---- runs


def test_bold_and_italic_words() -> None:
    assert runs("a **b *c* d** e") == (
        Text("a "),
        Strong((Text("b "), Emphasis((Text("c"),)), Text(" d"))),
        Text(" e"),
    )
    assert runs("_a_ __b__") == (Emphasis((Text("a"),)), Text(" "), Strong((Text("b"),)))


def test_stars_that_close_nothing_are_text() -> None:
    assert plain_text(runs("5 * 3 = 15 *")) == "5 * 3 = 15 *"
    assert plain_text(runs("**open")) == "**open"


def test_a_backslash_takes_the_meaning_from_a_sign() -> None:
    assert plain_text(runs(r"\*not\* C:\new \[x\]")) == r"*not* C:\new [x]"


@pytest.mark.parametrize("end", ["\\\n", "  \n"])
def test_a_line_may_be_broken(end: str) -> None:
    assert blocks(f"one{end}two") == (Paragraph((Text("one"), LineBreak(), Text("two"))),)


def test_words_may_lead_to_an_address() -> None:
    assert runs("[our **site**](https://kent.gov.uk)") == (
        Link((Text("our "), Strong((Text("site"),))), "https://kent.gov.uk"),
    )
    assert runs("[aims](#aims)") == (Link((Text("aims"),), "#aims"),)


def test_an_address_that_may_not_be_followed_is_printed_after_its_words() -> None:
    assert runs("[us](ftp://kent.gov.uk)") == (Text("us"), Text(" (ftp://kent.gov.uk)"))
    assert plain_text(runs("[us](plan.docx) now")) == "us (plan.docx) now"


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd"])
def test_an_address_that_does_harm_is_text(target: str) -> None:
    (*parts,) = runs(f"[words]({target})")
    assert plain_text(parts) == f"[words]({target})"
    assert not any(isinstance(part, Link) for part in parts)


def test_a_link_without_words_prints_its_address() -> None:
    assert runs("[](https://kent.gov.uk)") == (Link((Text("https://kent.gov.uk"),), "https://kent.gov.uk"),)


def test_the_title_of_a_link_is_printed_after_it() -> None:
    assert plain_text(runs('[words](https://kent.gov.uk "Safer Kent")')) == "words (Safer Kent)"


def test_lists_and_quotations_are_no_markup_in_one_paragraph() -> None:
    assert runs("- one") == (Text("- one"),)
    assert runs("1. one") == (Text("1. one"),)
    assert runs("> one") == (Text("> one"),)


def test_lines_of_one_paragraph_are_joined() -> None:
    assert runs(" one\n  two \n\n three ") == (Text("one two three"),)
    assert runs("") == ()


@pytest.mark.parametrize("text", ["*" * 3000 + "a" + "*" * 3000, "[" * 3000 + "a" + "]" * 3000, "_a" * 3000, "**a " * 1500])
def test_heaps_of_signs_lose_no_words(text: str) -> None:
    assert plain_text(runs(text)).count("a") == text.count("a")
    assert "".join(said(text)).count("a") == text.count("a")


# ---- placeholders


def upper(text: str) -> tuple[Inline, ...]:
    return (Text(text.upper()),)


def test_every_run_is_filled_in() -> None:
    (paragraph,) = parse_blocks("a *b* [c](https://x.uk)", upper)
    assert plain_text(paragraph.content) == "A B C"
    assert parse_blocks("a\n\nb", upper) == (say("A"), say("B"))
    assert parse_inline("a **b**", upper) == (Text("A "), Strong((Text("B"),)))


def test_what_is_filled_in_is_never_markup() -> None:
    assert parse_inline("{x}", lambda _: (Text("**[a](https://x.uk)**"),)) == (Text("**[a](https://x.uk)**"),)
    assert parse_blocks("{x}", lambda _: (Text("- a"),)) == (say("- a"),)


# ---- styles


# ---- any text


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n \t*_[]()\\->+1.!<&`#~|"), max_size=80))
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    def letters(shown: str) -> list[str]:
        return [character for character in shown if character.isalpha()]

    # Addresses are percent-encoded, so letters outside ASCII may come back as their bytes.
    if "](" not in text:
        assert letters("".join(said(text))) == letters(text)
        assert letters(plain_text(runs(text))) == letters(text)


@given(st.lists(st.text("abc ,.£é", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_plain_paragraphs_are_the_same_with_and_without_the_parser(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    quick = said(text)
    parsed = said(f"{text}\n\n**x**")
    assert [" ".join(part.split()) for part in quick] == [" ".join(part.split()) for part in parsed[:-1]]


@pytest.mark.parametrize("language", ["cy", "pl", "zh-Hant", "sr-Latn-RS"])
def test_words_in_another_language_say_which(language: str) -> None:
    assert runs(f"the [Heddlu Gogledd]{{lang={language}}} force") == (
        Text("the "),
        Foreign((Text("Heddlu Gogledd"),), language),
        Text(" force"),
    )


def test_words_in_another_language_may_go_on_on_the_next_line_and_have_markup_and_links_in_them() -> None:
    (wrapped,) = blocks("[Heddlu\nGogledd]{lang=cy}")
    (foreign,) = wrapped.content
    assert (plain_text(foreign.content), foreign.language) == ("Heddlu Gogledd", "cy")
    link = Link((Text("yma"),), "https://example.org")
    marked = (Strong((Text("Heddlu"),)), Text(" "), link)
    assert runs("[**Heddlu** [yma](https://example.org)]{lang=cy}") == (Foreign(marked, "cy"),)


def test_words_in_another_language_may_stand_in_those_of_a_link_or_of_another_language() -> None:
    foreign = Foreign((Text("Heddlu"),), "cy")
    assert runs("[[Heddlu]{lang=cy}](https://example.org)") == (Link((foreign,), "https://example.org"),)
    assert runs("[z [Heddlu]{lang=cy}]{lang=pl}") == (Foreign((Text("z "), foreign), "pl"),)


def test_brackets_with_a_backslash_before_them_name_no_language() -> None:
    assert runs(r"\[a\]{lang=cy}") == (Text("[a]{lang=cy}"),)


@pytest.mark.parametrize(
    "text", ["[cy]{cy}", "[a]{lang=}", "[a] {lang=cy}", "{lang=cy}", "[]{lang=cy}", "[a]{lang=no such}"]
)
def test_what_names_no_language_is_printed_as_it_was_typed(text: str) -> None:
    assert plain_text(runs(text)) == text


# ---- without the parser

_PIECES = [
    "- ",
    "- ",
    "\n",
    "\n\n",
    "a",
    "b c",
    " ",
    "  ",
    "\t",
    "1.",
    "*",
    "> ",
    "-",
    "x- y",
    "\u00a0",
    "\x0b",
    "é",
    "#",
    "&amp;",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_what_is_read_without_the_parser_is_what_the_parser_makes(text: str) -> None:
    text = text.strip()
    read = markdown._bulleted(text, as_typed, "Body", "origin") if text else None
    given = (as_typed, "Body", "origin", markdown.as_typed, markdown.as_link)
    assert read is None or read == commonmark.blocks_of(text, *given)


def test_paragraphs_and_bullets_of_one_line_do_without_the_parser() -> None:
    code = (
        "import sys; from cspdocs.document.markdown import parse_blocks, parse_inline\n"
        "parse_blocks('We will:\\n- patrol\\n- listen\\n\\nAnd more.', lambda text: ())\n"
        "parse_inline('5 - 3', lambda text: ())\n"
        "print('markdown_it' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


# ---- notes


def noted(words: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (Emphasis(words),)


def test_a_note_is_handed_over_with_the_markup_in_it() -> None:
    (made,) = parse_blocks("Fewer^[by **9** [so](https://e.org)] now", as_typed, note=noted)
    assert isinstance(made, Paragraph)
    so = Link((Text("so"),), "https://e.org")
    assert made.content == (Text("Fewer"), Emphasis((Text("by "), Strong((Text("9"),)), Text(" "), so)), Text(" now"))
    assert parse_inline("a^[b]", as_typed, noted) == (Text("a"), Emphasis((Text("b"),)))


@pytest.mark.parametrize("text", ["a^[b] c", "a^[b [c](https://e.org)]", "x^[1]"])
def test_without_a_place_for_notes_they_are_printed_as_typed(text: str) -> None:
    assert plain_text(runs(text)) == text.replace("[c](https://e.org)", "c")


@pytest.mark.parametrize("text", ["^[]", "^[a", "\\^[a]", "a ^ [b]", "[a^[b]](https://e.org)"])
def test_what_is_no_note_is_no_note(text: str) -> None:
    made = parse_inline(text, as_typed, noted)
    assert not any(isinstance(node, Emphasis) for node in made)
    assert plain_text(made) == text.replace("\\", "").replace("[a^[b]](https://e.org)", "a^[b]")


def test_a_note_inside_a_note_is_text() -> None:
    assert parse_inline("^[a ^[b] c]", as_typed, noted) == (Emphasis((Text("a ^[b] c"),)),)


def test_in_plain_text_nothing_but_notes_is_markup() -> None:
    assert markdown.parse_plain("*T*^[*n* [l](https://e.org)] [x]", as_typed, as_typed, noted) == (
        Text("*T*"),
        Emphasis((Emphasis((Text("n"),)), Text(" "), Link((Text("l"),), "https://e.org"))),
        Text(" [x]"),
    )
    assert markdown.parse_plain("", as_typed, as_typed, noted) == ()


def test_what_stands_in_place_of_a_link_may_be_something_else() -> None:
    def words_alone(words: tuple[Inline, ...], target: str) -> tuple[Inline, ...]:
        return words if target.startswith("#") else markdown.as_link(words, target)

    (paragraph,) = parse_blocks("See [our **aims**](#aims), [us](https://x.uk).", as_typed, link=words_alone)
    aims = (Text("our "), Strong((Text("aims"),)))
    assert paragraph.content == (Text("See "), *aims, Text(", "), Link((Text("us"),), "https://x.uk"), Text("."))
