"""The example plan as bytes in memory, as a web application would send them; no file is written.

python examples/render_to_bytes.py [format ...]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import cspdocs

EXAMPLE = Path(__file__).parent / "tonbridge-malling-2025-26" / "plan.yaml"


def main(arguments: Sequence[str]) -> None:
    """Renders the plan in the formats given, or in all there are, and prints how large each has become."""
    plan = cspdocs.load(EXAMPLE)
    for finding in cspdocs.check(plan):
        sys.stderr.write(f"{finding}\n")
    for name in arguments or cspdocs.format_names():
        data = cspdocs.render(plan, name)
        sys.stdout.write(f"{name}: {len(data):,} bytes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
