from __future__ import annotations

from pathlib import Path

import pytest

from cspdocs import resources
from cspdocs.errors import TemplateError


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder of its own, with nothing in it."""
    folder = tmp_path / "library" / "cspdocs"
    folder.mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", folder)
    return folder


def ship(home: Path, *names: str) -> None:
    for name in names:
        (home / name).mkdir(parents=True)


def test_an_installed_package_finds_the_templates_inside_it(package: Path) -> None:
    ship(package / "templates", "oxford", "kent")
    ship(package.parent / "templates", "someone-else")
    assert [folder.name for folder in resources.template_folders()] == ["kent", "oxford"]
    assert resources.find_template("kent") == package / "templates" / "kent"


def test_a_checkout_finds_the_templates_beside_the_package(package: Path) -> None:
    ship(package.parent / "templates", "kent")
    assert resources.template_folders() == (package.parent / "templates" / "kent",)


def test_files_and_hidden_folders_are_no_templates(package: Path) -> None:
    ship(package / "templates", "kent", ".git", "__pycache__")
    (package / "templates" / "README.md").touch()
    assert [folder.name for folder in resources.template_folders()] == ["kent"]


def test_without_templates_there_are_none(package: Path) -> None:
    assert resources.template_folders() == ()


def test_a_path_starts_at_the_folder_of_the_plan(package: Path, tmp_path: Path) -> None:
    ship(tmp_path / "council" / "looks", "ours")
    plan = tmp_path / "council" / "plan"
    plan.mkdir()
    assert resources.find_template("../looks/ours", plan) == tmp_path / "council" / "looks" / "ours"


def test_without_a_plan_a_path_starts_at_the_current_folder(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(tmp_path, "ours")
    monkeypatch.chdir(tmp_path)
    assert resources.find_template("ours") == tmp_path / "ours"


def test_an_absolute_path_is_taken_as_it_is(package: Path, tmp_path: Path) -> None:
    ship(tmp_path, "ours")
    assert resources.find_template(str(tmp_path / "ours"), tmp_path / "elsewhere") == tmp_path / "ours"


def test_a_bare_name_means_the_shipped_template_and_a_path_ones_own(package: Path, tmp_path: Path) -> None:
    ship(package / "templates", "kent")
    ship(tmp_path, "kent")
    assert resources.find_template("kent", tmp_path) == package / "templates" / "kent"
    assert resources.find_template("./kent", tmp_path) == tmp_path / "kent"


def test_a_misspelt_name_is_answered_with_what_was_sought_where_and_what_there_is(package: Path, tmp_path: Path) -> None:
    ship(package / "templates", "oxford", "kent")
    with pytest.raises(TemplateError) as caught:
        resources.find_template("Oxfrod", tmp_path)
    (finding,) = caught.value.findings
    assert finding.code == "unknown-template"
    assert '"Oxfrod"' in finding.message
    assert str(tmp_path / "Oxfrod") in finding.message
    assert 'did you mean "oxford"?' in finding.hint
    assert "kent, oxford" in finding.hint


def test_a_name_like_no_other_gets_no_guess(package: Path, tmp_path: Path) -> None:
    ship(package / "templates", "kent")
    with pytest.raises(TemplateError) as caught:
        resources.find_template("zzz", tmp_path)
    assert "did you mean" not in str(caught.value)
    assert "kent" in str(caught.value)


def test_a_file_in_place_of_a_folder_is_said_to_be_one(package: Path, tmp_path: Path) -> None:
    (tmp_path / "template.yaml").touch()
    with pytest.raises(TemplateError, match="is a file; a template is a folder"):
        resources.find_template("template.yaml", tmp_path)


@pytest.mark.parametrize("name", ["a" * 300, "a\0b"])
def test_a_name_that_no_folder_can_have_is_that_of_no_template(package: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateError, match="there is no template"):
        resources.find_template(name, tmp_path)


@pytest.mark.parametrize("name", ["", "  "])
def test_no_name_is_not_the_current_folder(package: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(TemplateError, match="no template is named"):
        resources.find_template(name, tmp_path)


def test_this_copy_has_its_fonts_and_can_be_asked_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert (resources.font_folder() / "Arimo-Regular.ttf").is_file()
    assert all(folder.is_absolute() for folder in resources.template_folders())
