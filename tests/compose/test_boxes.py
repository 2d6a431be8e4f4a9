from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cspdocs.compose.context import Context
from cspdocs.compose.prose import compose_block
from cspdocs.diagnostics import Severity
from cspdocs.document.boxes import edges_of
from cspdocs.document.nodes import Box, Heading, Paragraph
from cspdocs.document.walk import block_texts
from cspdocs.plan import blocks

Start = Callable[..., Context]


def boxes(context: Context, **fields: Any) -> list[Any]:
    return list(compose_block(blocks.Box(**fields), 2, "here", "sections/a/body/1", context))


def test_a_box_has_its_title_and_what_its_blocks_say(start: Start) -> None:
    (made,) = boxes(start(), title="Case study", body=[blocks.Text(text="It worked.\n\n- For {title}")])
    assert isinstance(made, Box)
    heading, text, _ = made.content
    assert heading == Heading(heading.content, 2, "here-box")
    assert (heading.origin, text.origin) == ("sections/a/body/1/title", "sections/a/body/1/body/1/text")
    assert list(block_texts([made])) == ["Case study", "It worked.", "For Plan"]


def test_boxes_stand_in_boxes_and_their_headings_a_level_further_in(start: Start) -> None:
    inner = blocks.Box(title="Inner", body=[blocks.Box(title="Innermost")])
    (made,) = boxes(start(), body=[inner])
    levels = [block.level for box in made.content for block in (box.content[0], box.content[1].content[0])]
    assert levels == [3, 3]


def test_nothing_is_printed_of_an_empty_box(start: Start) -> None:
    assert boxes(start(), body=[blocks.Text(text=" ")]) == []


def test_a_style_that_the_template_lacks_is_told_and_the_usual_one_used(start: Start) -> None:
    context = start()
    (made,) = boxes(context, body=[blocks.Text(text="Words")], style="Visoin")
    assert made.style == "Box"
    (finding,) = context.findings
    assert (finding.code, finding.severity, finding.path) == ("unknown-box", Severity.WARNING, "sections/a/body/1/style")
    assert "Box" in finding.hint


def test_a_table_in_a_box_is_as_wide_as_the_box_leaves_room(start: Start) -> None:
    context = start()
    table = blocks.Table(columns=["Where", "When"], rows=[["Park", "May"]])
    (outer,) = boxes(context, body=[table, blocks.Box(body=[table])])
    (after,) = compose_block(table, 2, "here", "sections/a/body/2", context)
    first, (second,) = outer.content[0], outer.content[1].content
    edges = edges_of(context.template.sheet.boxes["Box"])
    step = edges.left.depth + edges.right.depth
    room = context.page.text_width
    assert step > 0
    assert [sum(one.widths) for one in (first, second, after)] == pytest.approx([room - step, room - 2 * step, room], abs=2)


def test_a_page_cannot_begin_inside_a_box(start: Start) -> None:
    context = start()
    (made,) = boxes(context, body=[blocks.Text(text="Words"), blocks.PageBreak()])
    assert made.content == (Paragraph(made.content[0].content),)
    assert [finding.path for finding in context.findings] == ["sections/a/body/1/body/2"]
