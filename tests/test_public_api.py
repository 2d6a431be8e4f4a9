from __future__ import annotations

import inspect
import tomllib
from pathlib import Path
from textwrap import dedent

import pytest

import cspdocs

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", cspdocs.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(cspdocs, name)
    assert inspect.getdoc(value)
    assert name in dir(cspdocs)


def test_what_type_checkers_see_is_what_python_gives() -> None:
    source = (ROOT / "cspdocs" / "__init__.py").read_text(encoding="utf-8")
    named = {line.split(" as ")[1] for line in source.splitlines() if line.startswith("    from ")}
    assert named == set(cspdocs.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'cspdocs' has no attribute 'lode'"):
        _ = cspdocs.lode  # type: ignore[attr-defined]


def test_the_example_of_the_package_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text("title: Plan\ncover: {picture: nowhere.png}\n", encoding="utf-8")
    lines = inspect.getdoc(cspdocs).splitlines()
    example = dedent("\n".join(line for line in lines if line.startswith("    ")))
    with pytest.raises(cspdocs.PlanError):
        exec(example, {})  # noqa: S102  # our own docstring
    assert "nowhere.png" in capsys.readouterr().out
    Path("plan.yaml").write_text("title: Plan\n", encoding="utf-8")
    made: dict[str, object] = {}
    exec(example, made)  # noqa: S102  # our own docstring
    assert bytes(made["data"]).startswith(b"%PDF")
    assert Path("plan.docx").read_bytes().startswith(b"PK")
    assert sorted(file.name for file in Path("out").iterdir()) == ["plan-web", "plan.docx", "plan.pdf"]


def test_the_version_is_that_of_the_distribution() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert cspdocs.__version__ == project["version"]
