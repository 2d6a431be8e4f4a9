"""What holds for every test."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

# No deadline: how long an example takes depends on the machine. In CI the same examples on every run, so that a
# failure there can be had again here.
hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that rewrites goldens; read the difference before you commit it."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files with what is made now")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with a golden file, `golden/name` beside the test, or rewrites that file."""

    def compare(text: str, name: str) -> None:
        file = request.path.parent / "golden" / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8"), f"{name} differs; --update-golden rewrites it"

    return compare


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a plan file, of a test's own folder, and gives its path."""

    def written(text: str, name: str = "plan.yaml", encoding: str = "utf-8") -> Path:
        file = tmp_path / name
        file.write_text(text, encoding=encoding)
        return file

    return written
