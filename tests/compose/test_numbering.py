from __future__ import annotations

from typing import cast

import pytest

from cspdocs.compose.numbering import Numbered, Numbering, Role
from cspdocs.document.nodes import Block, Heading, List, Paragraph, Text


def numbers(way: Numbered, *written: str) -> list[str]:
    """The numbers of headings, written as hashes and an anchor, and of paragraphs, written as `p`.

    `!` after the hashes leaves the part below out, `@` makes it an appendix.
    """
    roles: dict[str, Role] = {}
    blocks: list[Block] = []
    for place, line in enumerate(written):
        anchor = f"h{place}"
        level = line.count("#")
        if not level:
            blocks.append(Paragraph((Text(line),)) if line == "p" else Paragraph((Text(line),), line))
            continue
        roles[anchor] = {"!": "unnumbered", "@": "appendix"}.get(line[-1], "numbered")  # type: ignore[assignment]
        blocks.append(Heading((Text(line),), level, anchor))
    made = Numbering(way, "Appendix {letter}").number(blocks, lambda anchor: roles[anchor])
    return [cast("Heading | Paragraph", block).number for block in made]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("# # ## ## ### # ##", "1 2 2.1 2.2 2.2.1 3 3.1"),
        ("# ### ### ##", "1 1.1 1.2 1.3"),
        ("#! ## p # #! ## #", "- - - 1 - - 2"),
        ("# ##! ### ## #", "1 - - 1.1 2"),
        ("# p ## p", "1 - 1.1 -"),
        ("p #", "- 1"),
    ],
)
def test_headings_count_inside_those_above_them(written: str, expected: str) -> None:
    assert " ".join(number or "-" for number in numbers("headings", *written.split())) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("# p p # p", "1 1.1 1.2 2 2.1"),
        ("# p p ## p p ## p", "1 1.1 1.2 1.3 1.3.1 1.3.2 1.4 1.4.1"),
        ("p #! p # p", "- - - 1 1.1"),
        ("# p Caption p", "1 1.1 - 1.2"),
    ],
)
def test_paragraphs_count_with_the_headings_beside_them_so_that_no_two_numbers_are_alike(
    written: str, expected: str
) -> None:
    assert " ".join(number or "-" for number in numbers("paragraphs", *written.split())) == expected


@pytest.mark.parametrize(
    ("way", "written", "expected"),
    [
        ("headings", "# #@ ## ### ## #@ ## #", "1|Appendix A|A.1|A.1.1|A.2|Appendix B|B.1|2"),
        ("none", "# #@ ## #@", "-|Appendix A|-|Appendix B"),
        ("paragraphs", "#@ p p ## p", "Appendix A|A.1|A.2|A.3|A.3.1"),
        ("headings", "# ## ##@ ### ## ##", "1|1.1|Appendix A|A.1|1.2|1.3"),
        ("headings", "#@ ##! ### ##", "Appendix A|-|-|A.1"),
    ],
)
def test_appendices_are_lettered_and_what_is_in_them_counts_below_the_letter(
    way: Numbered, written: str, expected: str
) -> None:
    assert "|".join(number or "-" for number in numbers(way, *written.split())) == expected


def test_after_z_letters_are_doubled() -> None:
    assert numbers("none", *["#@"] * 28)[25:] == ["Appendix Z", "Appendix AA", "Appendix BB"]


def test_nothing_else_is_numbered_and_an_empty_paragraph_neither() -> None:
    blocks: list[Block] = [Heading((), 1, "a"), List(()), Paragraph(())]
    assert Numbering("paragraphs", "").number(blocks, lambda _: "numbered")[1:] == blocks[1:]
