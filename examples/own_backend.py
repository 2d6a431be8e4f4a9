"""A format of one's own: the headings of a plan with their page numbers, as plain text.

python examples/own_backend.py [folder]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import cspdocs
from cspdocs.document.nodes import Heading
from cspdocs.document.walk import plain_text

EXAMPLE = Path(__file__).parent / "tonbridge-malling-2025-26" / "plan.yaml"


class Outline:
    """The backend: a name to choose it by, the ending of its files, and a function from document to bytes."""

    name = "outline"
    suffix = ".txt"

    def render(self, document: cspdocs.Document, options: cspdocs.RenderOptions) -> cspdocs.Output:
        """One line for each heading. The pages are those of the PDF: the layout is made once for all formats."""
        lines = [document.title, ""]
        for section in document.sections:
            for block in section.blocks:
                if isinstance(block, Heading):
                    page = options.paged.anchors[block.anchor].page
                    lines.append(f"{page:3}  {'   ' * (block.level - 1)}{plain_text(block.content)}")
        return cspdocs.Output(("\n".join(lines) + "\n").encode())


def main(arguments: Sequence[str]) -> None:
    """Registers the backend, prints the example plan's outline, and saves it where a folder is given."""
    cspdocs.register(Outline())
    plan = cspdocs.load(EXAMPLE)
    sys.stdout.write(cspdocs.render(plan, "outline").decode())
    if arguments:
        cspdocs.save(plan, Path(arguments[0]) / "plan.txt")


if __name__ == "__main__":
    main(sys.argv[1:])
