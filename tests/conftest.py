"""What holds for every test."""

from __future__ import annotations

import os

import hypothesis

# No deadline: how long an example takes depends on the machine. In CI the same examples on every run, so that a
# failure there can be had again here.
hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")
