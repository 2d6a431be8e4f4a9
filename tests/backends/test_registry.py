from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cspdocs.backends import registry
from cspdocs.backends.base import Output, RenderOptions
from cspdocs.backends.registry import backend_for, backend_named, format_names, register
from cspdocs.document.dump import dump_document
from cspdocs.document.nodes import Document
from cspdocs.errors import RenderError, UnknownFormat
from cspdocs.pipeline import output_file, render, save, save_all
from cspdocs.plan.model import Plan


class Tree:
    """The smallest backend there can be."""

    name = "tree"
    suffix = ".tree"

    def render(self, document: Document, options: RenderOptions) -> Output:
        return Output(dump_document(document).encode())


@pytest.fixture(autouse=True)
def as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test registers is gone after it."""
    monkeypatch.setattr(registry, "_registered", {})


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Packages that bring a backend, installed as pip would: one works, the others have a fault."""
    broken = "import a_library_that_is_not_there\nBACKEND = None\n"
    for package, source in (("csp_lines", LINES), ("csp_broken", broken), ("csp_class", "class BACKEND: pass\n")):
        (tmp_path / f"{package}.py").write_text(source)
        described = tmp_path / f"{package}-1.0.dist-info"
        described.mkdir()
        (described / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        name = package.removeprefix("csp_")
        (described / "entry_points.txt").write_text(f"[cspdocs.backends]\n{name} = {package}:BACKEND\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield
    sys.modules.pop("csp_lines", None)


LINES = """
from cspdocs.backends.base import Output


class Lines:
    name = "lines"
    suffix = ".lines"

    def render(self, document, options):
        return Output(f"{len(options.paged.pages)} pages of {document.title}".encode())


BACKEND = Lines()
"""


def test_word_pdf_and_web_pages_are_built_in() -> None:
    assert format_names()[:3] == ("docx", "pdf", "html")
    assert [(backend_named(name).name, backend_named(name).suffix) for name in ("docx", "pdf", "html")] == [
        ("docx", ".docx"),
        ("pdf", ".pdf"),
        ("html", "-web/index.html"),
    ]


@pytest.mark.parametrize("name", ["html-sections", "html-fragment"])
def test_other_forms_of_a_format_have_a_name_and_are_not_among_all(name: str) -> None:
    assert backend_named(name).name == name
    assert name not in format_names()


def test_a_backend_registered_from_outside_renders_saves_and_is_one_of_all(tmp_path: Path) -> None:
    register(Tree())
    plan = Plan(title="Ours")
    assert format_names()[-1] == "tree"
    assert render(plan, "tree").startswith(b"document: Ours")
    assert save(plan, tmp_path / "plan.tree").read_bytes() == render(plan, "tree")
    assert save_all(plan, tmp_path, formats=["tree"]) == (tmp_path / "ours.tree",)
    assert output_file(plan, tmp_path, "tree") == tmp_path / "ours.tree"


def test_a_registered_backend_goes_before_a_built_in_one_of_its_name() -> None:
    own = type("Own", (Tree,), {"name": "pdf", "suffix": ".pdf"})()
    register(own)
    assert backend_named("pdf") is own
    assert backend_for(".pdf") is own
    assert format_names().count("pdf") == 1


@pytest.mark.usefixtures("install")
def test_a_package_brings_its_backend_by_an_entry_point(tmp_path: Path) -> None:
    assert "lines" in format_names()
    assert render(Plan(title="Ours"), "lines") == b"1 pages of Ours"
    assert backend_for(".lines").name == "lines"


@pytest.mark.parametrize(
    ("given", "said"),
    [(Tree, "an object of the class Tree"), (object(), "here is no name, no suffix, no render"), (print, "no suffix")],
)
def test_what_is_no_backend_is_refused_at_once(given: object, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        register(given)
    assert "tree" not in format_names()


@pytest.mark.usefixtures("install")
def test_a_package_whose_entry_point_names_no_backend_is_named() -> None:
    with pytest.raises(RenderError, match=r"\"class\" cannot be loaded from csp_class \(TypeError: give an object of"):
        backend_named("class")


@pytest.mark.usefixtures("install")
def test_a_package_that_cannot_be_loaded_is_named_and_harms_no_other_format() -> None:
    with pytest.raises(
        RenderError, match=r'"broken" cannot be loaded from csp_broken \(ModuleNotFoundError: .*repair or remove'
    ):
        backend_named("broken")
    assert backend_for(".pdf").name == "pdf"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("pfd", 'did you mean "pdf"?'),
        ("DOCX", 'did you mean "docx"?'),
        (".pdf", 'did you mean "pdf"?'),
        ("zzz", "docx, pdf"),
    ],
)
def test_an_unknown_name_is_answered_with_those_there_are(wanted: str, said: str) -> None:
    with pytest.raises(UnknownFormat) as caught:
        backend_named(wanted)
    assert f'there is no format "{wanted}"' in str(caught.value)
    assert said in str(caught.value)


def test_a_file_that_ends_in_html_is_one_web_page() -> None:
    assert backend_for(".html") is backend_named("html")


@pytest.mark.parametrize("suffix", [".pdf", ".PDF"])
def test_an_ending_finds_its_format_in_any_case(suffix: str) -> None:
    assert backend_for(suffix).name == "pdf"


@pytest.mark.parametrize(("suffix", "said"), [(".odt", 'no format has files that end in ".odt"'), ("", "such as .docx")])
def test_an_ending_of_no_format_is_an_error(suffix: str, said: str) -> None:
    with pytest.raises(UnknownFormat, match=said):
        backend_for(suffix)


@pytest.mark.parametrize(("suffix", "library"), [(".pdf", "docx"), (".docx", "reportlab"), (".html", "lxml")])
def test_choosing_one_format_loads_no_library_of_another(suffix: str, library: str) -> None:
    code = (
        "import sys; from cspdocs.backends.registry import backend_for; "
        f"backend_for({suffix!r}); print({library!r} in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
