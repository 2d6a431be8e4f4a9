"""The measured script that begins with a plan file, as a user's own script would: python fresh.py plan.yaml OUT.docx."""

from __future__ import annotations

import sys
from pathlib import Path

import cspdocs

if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_bytes(cspdocs.render(cspdocs.load(source), target.suffix.removeprefix(".")))
