from __future__ import annotations

from typing import get_args

import pytest

from cspdocs.plan.blocks import Block, Table
from cspdocs.records.types import record_shape


def test_every_block_has_a_tag_of_its_own() -> None:
    tags = [block.tag for block in get_args(Block)]
    assert len(set(tags)) == len(tags)
    assert all(tag == tag.lower() and tag.isalpha() for tag in tags)


@pytest.mark.parametrize("block", get_args(Block), ids=lambda block: block.tag)
def test_every_field_of_a_block_says_what_it_is_for(block: type) -> None:
    assert all(field.about.endswith(".") for field in record_shape(block).fields.values())


def test_lists_become_tuples() -> None:
    assert Table(columns=["A"], rows=[("x",)]).columns == ("A",)
