from __future__ import annotations

import re
from typing import get_args

import pytest

from cspdocs.plan.blocks import CONTENT_OF_KIND, SECTION_KINDS, Block, Box, PageBreak, Table, Text, every_block
from cspdocs.records.types import record_shape


def test_every_block_has_a_tag_of_its_own() -> None:
    tags = [block.tag for block in get_args(Block)]
    assert len(set(tags)) == len(tags)
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", tag) for tag in tags)


def test_every_kind_of_section_with_content_has_a_block_for_it() -> None:
    assert {type(block) for block in CONTENT_OF_KIND.values()} < set(get_args(Block))
    assert CONTENT_OF_KIND.keys() < set(SECTION_KINDS)


def test_blocks_in_boxes_are_found_after_their_box() -> None:
    inner = Box(body=[Text(text="deep")])
    body = (Text(text="first"), Box(body=[Text(text="in"), inner]), PageBreak())
    assert [(path, type(block)) for path, block in every_block(body, "body")] == [
        ("body/1", Text),
        ("body/2", Box),
        ("body/2/body/1", Text),
        ("body/2/body/2", Box),
        ("body/2/body/2/body/1", Text),
        ("body/3", PageBreak),
    ]


@pytest.mark.parametrize("block", get_args(Block), ids=lambda block: block.tag)
def test_every_field_of_a_block_says_what_it_is_for(block: type) -> None:
    assert all(field.about.endswith(".") for field in record_shape(block).fields.values())


def test_lists_become_tuples() -> None:
    assert Table(columns=["A"], rows=[("x",)]).columns == ("A",)
