"""Can everything be printed at the size that the plan asks for?"""

from __future__ import annotations

from collections.abc import Iterator

from cspdocs.diagnostics import Diagnostic
from cspdocs.plan.blocks import ActionTables, Block, Picture, Signatures, Table
from cspdocs.plan.model import Plan
from cspdocs.units import Length


def check_sizes(plan: Plan) -> Iterator[Diagnostic]:
    """Every width and height that is nothing or less than nothing."""
    if plan.cover.picture:
        yield from _check_block(plan.cover.picture, "cover/picture")
    for path, block in plan.every_block():
        yield from _check_block(block, path)


def _check_block(block: Block, path: str) -> Iterator[Diagnostic]:
    sizes: list[tuple[str, Length | None]] = []
    if isinstance(block, Picture):
        sizes = [("width", block.width), ("height", block.height)]
    elif isinstance(block, Table):
        sizes = [(f"widths/{place}", width) for place, width in enumerate(block.widths, 1)]
    elif isinstance(block, ActionTables):
        sizes = [(f"columns/{column.field}/width", column.width) for column in block.columns]
    elif isinstance(block, Signatures):
        for place, person in enumerate(block.people, 1):
            if person.picture:
                yield from _check_block(person.picture, f"{path}/people/{place}/picture")
    for name, size in sizes:
        if size is not None and size <= 0:
            yield Diagnostic(
                code="bad-size",
                message=f"nothing can be printed {size} wide or high",
                path=f"{path}/{name}",
                hint="give a size above 0, or leave it out",
            )
