"""A template to compose with, and pictures to show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import PIL.Image
import pytest

from cspdocs.compose.context import Context
from cspdocs.compose.partnership_plan import Composition, compose_plan
from cspdocs.plan.model import Plan, Source
from cspdocs.template.template import Template, load_template


@pytest.fixture(scope="session")
def template() -> Template:
    """The shipped template."""
    return load_template("tonbridge-malling")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a plan, with a picture of 300 by 150 pixels in a folder of its own."""
    folder = tmp_path / "plan"
    (folder / "pictures").mkdir(parents=True)
    PIL.Image.new("RGB", (300, 150), "navy").save(folder / "pictures" / "stand.png")
    return folder


@pytest.fixture
def compose(template: Template, folder: Path) -> Callable[..., Composition]:
    """Composes a plan of the given fields, which stands in `folder`."""

    def composed(**fields: Any) -> Composition:
        return compose_plan(Plan(**{"title": "Plan", "source": Source(folder=folder), **fields}), template)

    return composed


@pytest.fixture
def start(template: Template, folder: Path) -> Callable[..., Context]:
    """The context of a plan of the given fields, which stands in `folder`."""

    def started(**fields: Any) -> Context:
        return Context.start(Plan(**{"title": "Plan", "source": Source(folder=folder), **fields}), template)

    return started
