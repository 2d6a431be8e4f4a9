"""The measured script that begins with Plan objects; what it does follows from the ending of the file it is to make.

python ours.py content.json OUT.pdf            the neutral content, made into Plan objects, to PDF or DOCX
python ours.py content.json OUT.pdf --warm 20  20 more in the same process, each with texts of its own; prints the median
python ours.py content.json plan.yaml          the plan file
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from content import plan_from, read_content, vary

import cspdocs


def main(source: Path, target: Path, warm: int = 0) -> None:
    """Writes the target; with `warm`, that many more times, and prints what one of them took."""
    to = target.suffix.removeprefix(".")
    content = read_content(source)
    plan = plan_from(content)
    if to == "yaml":
        target.write_text(cspdocs.dump_plan(plan), encoding="utf-8")
        return
    target.write_bytes(cspdocs.render(plan, to))
    spent = []
    for mark in range(10, 10 + warm):
        plan = plan_from(vary(content, mark))
        before = time.process_time()
        target.write_bytes(cspdocs.render(plan, to))
        spent.append((time.process_time() - before) * 1000)
    if spent:
        print(f"cpu ms med {statistics.median(spent):.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[4]) if "--warm" in sys.argv else 0)
