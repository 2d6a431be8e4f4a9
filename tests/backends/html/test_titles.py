from __future__ import annotations

from collections.abc import Callable

from cspdocs.backends.html.story import Story
from cspdocs.backends.html.titles import write_given_title, write_titled
from sheets import say


def test_the_title_and_the_lines_around_it_are_one_heading(story: Callable[..., Story]) -> None:
    blocks = (say("Issued by"), say("Kent", "Subtitle"), say("Plan", "Title"), say("2025", "Subtitle"), say("Words"))
    assert write_titled(blocks, story()) == (
        "<p>Issued by</p>\n<hgroup>\n"
        '<p class="text-subtitle">Kent</p>\n<h1 class="text-title">Plan</h1>\n<p class="text-subtitle">2025</p>\n'
        "</hgroup>\n<p>Words</p>"
    )


def test_the_line_below_the_title_of_a_summary_belongs_to_it(story: Callable[..., Story]) -> None:
    assert write_titled((say("Kent", "Title"), say("The plan on a page", "Strapline")), story()).count("<p") == 1
    assert write_titled((say("Kent", "Title"), say("On a page", "Strapline")), story()).endswith("On a page</p>\n</hgroup>")


def test_only_the_first_title_is_the_heading(story: Callable[..., Story]) -> None:
    written = write_titled((say("Plan", "Title"), say("Kent", "Title"), say("Words"), say("Late", "Title")), story())
    assert written.count("<h1") == 1
    assert '<p class="text-title">Kent</p>\n</hgroup>' in written
    assert written.endswith('<p class="text-title">Late</p>')


def test_a_document_that_prints_no_title_is_given_its_own(story: Callable[..., Story]) -> None:
    assert write_given_title("R&D ", story()) == '<hgroup class="given"><h1 class="text-title">R&amp;D</h1></hgroup>'
    assert "\u2026</h1>" in write_given_title("", story())
