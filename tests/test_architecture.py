"""The architecture as a test: who may import whom, where each third-party library is at home, and no cycles.

Each rule is a function from the modules of the package, name to source, to what breaks it; so each is also shown to
catch a violation planted in a package of two or three lines.
"""

from __future__ import annotations

import ast
import graphlib
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pytest

import cspdocs

PACKAGE: Final = Path(cspdocs.__file__).parent
Modules = Mapping[str, str]

FOUNDATION: Final = {"collecting", "diagnostics", "errors", "units", "resources", "records", "saving", "values"}
DOCUMENT_SIDE: Final = FOUNDATION | {"document", "template"}
LIBRARY: Final = DOCUMENT_SIDE | {"plan", "compose", "checks", "layout", "backends", "exchange"}
LAYERS: Final[dict[str, set[str]]] = {
    **dict.fromkeys(FOUNDATION, FOUNDATION),
    "plan": FOUNDATION | {"plan"},
    "document": FOUNDATION | {"document"},
    "template": DOCUMENT_SIDE | {"plan"},
    "compose": DOCUMENT_SIDE | {"plan", "compose"},
    "checks": DOCUMENT_SIDE | {"plan", "checks"},
    "layout": DOCUMENT_SIDE | {"layout"},
    "backends": DOCUMENT_SIDE | {"backends"},
    "exchange": FOUNDATION | {"plan", "exchange"},
    "rendering": LIBRARY | {"rendering"},
    "pipeline": LIBRARY | {"rendering", "pipeline"},
    "starter": FOUNDATION | {"plan", "starter"},
    "cli": FOUNDATION | {"pipeline", "rendering", "starter", "cli"},
    "__main__": {"cli"},
}
"""What each part of the package may import of it."""

LAYOUT_READERS: Final = ("cspdocs.backends.base", "cspdocs.backends.pdf")
"""The backends that may see the paged document: what hands it to all of them, and what draws it."""

HOMES: Final[dict[str, tuple[str, ...]]] = {
    "PIL": ("cspdocs.document.decoding",),
    "attrs": ("cspdocs.values",),
    "click": ("cspdocs.cli",),
    "docx": ("cspdocs.backends.docx", "cspdocs.exchange"),
    "fontTools": ("cspdocs.layout.fontfile",),
    "lxml": ("cspdocs.backends.docx", "cspdocs.exchange"),
    "markdown_it": ("cspdocs.document.commonmark",),
    "reportlab": ("cspdocs.backends.pdf",),
    "yaml": ("cspdocs.records.yaml_text",),
}
"""The modules, or packages with all their modules, that may import a third-party library."""

LOADERS: Final = {
    "cspdocs": "loads each public name when it is first used, so that `import cspdocs` stays light",
    "cspdocs.backends.docx": "loads what reads house styles only for templates that bring a reference document",
    "cspdocs.backends.registry": "loads a backend when it is first used, so that writing DOCX never imports reportlab",
    "cspdocs.document.markdown": "loads the parser only for text with more markup than bullets",
    "cspdocs.document.reading": "loads Pillow only for pictures that are not plain PNG",
    "cspdocs.layout.fonts": "loads fontTools only for templates that bring font files of their own",
    "cspdocs.template.doctor": "loads its rules only where a template is examined",
    "cspdocs.template.looks": "loads what takes a Word file apart only for templates that bring one",
}
"""The modules that import while they run, and why."""


class Import(NamedTuple):
    """One module that an import statement names; `typing` when only type checkers follow it."""

    module: str
    target: str
    line: int
    typing: bool
    relative: bool


def imports(modules: Modules) -> Iterator[Import]:
    """Every import of every module; `from package import module` counts as an import of the module."""
    for module, source in modules.items():
        tree = ast.parse(source)
        guarded = {id(inner) for node in tree.body if _is_typing_guard(node) for inner in ast.walk(node)}
        for node in ast.walk(tree):
            typing = id(node) in guarded
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(module, alias.name, node.lineno, typing, relative=False)
            elif isinstance(node, ast.ImportFrom):
                parent = node.module or ""
                targets = {name if (name := f"{parent}.{alias.name}") in modules else parent for alias in node.names}
                for target in sorted(targets):
                    yield Import(module, target, node.lineno, typing, relative=node.level > 0)


def _is_typing_guard(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def within(module: str, homes: tuple[str, ...]) -> bool:
    return any(module == home or module.startswith(home + ".") for home in homes)


def relative_imports(modules: Modules) -> Iterator[str]:
    for found in imports(modules):
        if found.relative:
            yield f"{found.module}:{found.line}: a relative import; write the whole name"


def imports_from_the_root(modules: Modules) -> Iterator[str]:
    for found in imports(modules):
        if found.target == "cspdocs" and found.module != "cspdocs":
            yield f"{found.module}:{found.line}: imports from the package root; import from the module that has the name"


def imports_below_the_top(modules: Modules) -> Iterator[str]:
    for module, source in modules.items():
        tree = ast.parse(source)
        top = {id(node) for node in tree.body}
        top |= {id(inner) for node in tree.body if _is_typing_guard(node) for inner in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            late = isinstance(node, ast.Import | ast.ImportFrom) and id(node) not in top
            if (late or _loads(node)) and module not in LOADERS:
                yield f"{module}:{node.lineno}: imports below the top of the file; only {', '.join(LOADERS)} may"


def _loads(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ("import_module", "__import__")


def imports_upwards(modules: Modules) -> Iterator[str]:
    for module in modules:
        if module != "cspdocs" and module.split(".")[1] not in LAYERS:
            yield f"{module}: belongs to no layer; give it a place in LAYERS"
    for found in imports(modules):
        origin, _, part = found.target.partition(".")
        if origin != "cspdocs" or not part or found.module == "cspdocs":
            continue
        own, part = found.module.split(".")[1], part.split(".")[0]
        allowed = set(LAYERS.get(own, LAYERS))
        if within(found.module, LAYOUT_READERS):
            allowed.add("layout")
        if part not in allowed:
            yield f"{found.module}:{found.line}: {own} may not import {part}"


def libraries_away_from_home(modules: Modules) -> Iterator[str]:
    for found in imports(modules):
        library = found.target.partition(".")[0]
        if found.relative or library == "cspdocs" or library in sys.stdlib_module_names:
            continue
        homes = HOMES.get(library, ())
        if not within(found.module, homes):
            yield f"{found.module}:{found.line}: {library} is at home in {', '.join(homes) or 'no module'}"


def cycles(modules: Modules) -> Iterator[str]:
    graph: dict[str, set[str]] = {module: set() for module in modules}
    for found in imports(modules):
        if found.target in modules and not found.typing:
            graph[found.module].add(found.target)
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        yield " imports ".join(reversed(error.args[1]))


RULES: Final = (
    relative_imports,
    imports_from_the_root,
    imports_below_the_top,
    imports_upwards,
    libraries_away_from_home,
    cycles,
)
Rule = Callable[[Modules], Iterator[str]]


@pytest.fixture(scope="module")
def package() -> dict[str, str]:
    """The modules of cspdocs: name to source."""
    modules = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = ("cspdocs", *file.relative_to(PACKAGE).with_suffix("").parts)
        modules[".".join(parts).removesuffix(".__init__")] = file.read_text(encoding="utf-8")
    return modules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_package_keeps_the_rule(rule: Rule, package: dict[str, str]) -> None:
    assert list(rule(package)) == []


def planted(**sources: str) -> dict[str, str]:
    """A package of the given modules, `__` in a name standing for a dot."""
    return {"cspdocs": "", **{"cspdocs." + name.replace("__", "."): source for name, source in sources.items()}}


@pytest.mark.parametrize(
    ("rule", "modules"),
    [
        (relative_imports, planted(plan__model="from . import period")),
        (relative_imports, planted(plan__model="from .period import Period")),
        (imports_from_the_root, planted(plan__model="from cspdocs import Plan")),
        (imports_from_the_root, planted(plan__model="import cspdocs")),
        (imports_below_the_top, planted(pipeline="def load():\n    import json")),
        (imports_below_the_top, planted(pipeline="class A:\n    from json import loads")),
        (imports_below_the_top, planted(pipeline="try:\n    import json\nexcept ImportError:\n    pass")),
        (imports_below_the_top, planted(pipeline="import importlib\nimportlib.import_module('json')")),
        (imports_below_the_top, planted(pipeline="from importlib import import_module\nimport_module('json')")),
        (imports_below_the_top, planted(pipeline="json = __import__('json')")),
        (imports_upwards, planted(plan__model="from cspdocs.document.nodes import Table")),
        (imports_upwards, planted(document__nodes="from cspdocs.plan.model import Plan")),
        (imports_upwards, planted(units="import cspdocs.plan.model")),
        (imports_upwards, planted(layout__lines="from cspdocs.plan.model import Plan")),
        (imports_upwards, planted(compose__review="from cspdocs.backends.base import Output")),
        (imports_upwards, planted(cli="from cspdocs.plan.model import Plan")),
        (imports_upwards, planted(backends__docx__body="from cspdocs.layout.paged import Page")),
        (imports_upwards, planted(backends__pdf__draw="from cspdocs.exchange.word import read")),
        (imports_upwards, planted(plan__model="if TYPE_CHECKING:\n    from cspdocs.document.nodes import Table")),
        (imports_upwards, planted(helpers="")),
        (libraries_away_from_home, planted(plan__model="import yaml")),
        (libraries_away_from_home, planted(pipeline="from lxml import etree")),
        (libraries_away_from_home, planted(backends__docx="import reportlab.pdfgen.canvas")),
        (libraries_away_from_home, planted(layout__fonts="from fontTools.ttLib import TTFont")),
        (libraries_away_from_home, planted(pipeline="import requests")),
        (cycles, planted(plan__a="import cspdocs.plan.b", plan__b="from cspdocs.plan.a import A")),
        (
            cycles,
            planted(
                plan__a="from cspdocs.plan import b", plan__b="from cspdocs.plan import c", plan__c="import cspdocs.plan.a"
            ),
        ),
    ],
)
def test_a_planted_violation_is_caught_once(rule: Rule, modules: dict[str, str]) -> None:
    assert len(list(rule(modules))) == 1


@pytest.mark.parametrize(
    "modules",
    [
        planted(backends__pdf__draw="from cspdocs.layout.paged import Page\nfrom reportlab.pdfgen import canvas"),
        planted(backends__base="from cspdocs.layout.paged import PagedDocument"),
        planted(backends__registry="import importlib\ndef load(name):\n    return importlib.import_module(name)"),
        planted(backends__docx__body="from docx import Document\nfrom lxml import etree"),
        planted(template="from cspdocs.records.yaml_text import read\nfrom cspdocs.document.styles import Style"),
        planted(
            plan__a="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import cspdocs.plan.b",
            plan__b="import cspdocs.plan.a",
        ),
        planted(pipeline="from cspdocs.plan.files import read\nfrom cspdocs.backends.registry import backend"),
    ],
)
def test_what_the_design_allows_is_left_alone(modules: dict[str, str]) -> None:
    assert [problem for rule in RULES for problem in rule(modules)] == []


def test_importing_cspdocs_loads_none_of_the_third_party_libraries() -> None:
    code = "import sys, cspdocs; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(HOMES).isdisjoint(ran.stdout.split())
