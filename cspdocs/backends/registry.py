"""Which backends there are. Each is loaded when it is first asked for, so that writing Word never loads the PDF library."""

from __future__ import annotations

import importlib
from difflib import get_close_matches
from types import ModuleType
from typing import Final

from cspdocs.backends.base import Backend, require_backend
from cspdocs.diagnostics import Diagnostic
from cspdocs.document.styles import StyleSheet
from cspdocs.errors import UnknownFormat

_BUILT_IN: Final = {"docx": "cspdocs.backends.docx", "pdf": "cspdocs.backends.pdf", "html": "cspdocs.backends.html"}
_FORMS: Final = {
    "html-sections": ("cspdocs.backends.html", "SECTIONS"),
    "html-fragment": ("cspdocs.backends.html", "FRAGMENT"),
}
"""Other forms of a format, made only when they are asked for by name."""
_registered: dict[str, Backend] = {}


def register(backend: Backend) -> None:
    """Adds a backend for this process. It goes before a built-in or installed one of the same name.

    Raises:
        TypeError: if it is no backend.
    """
    _registered[require_backend(backend).name] = backend


def format_names() -> tuple[str, ...]:
    """The names of all formats: built in, installed, registered. Other forms of a format are not among them."""
    return tuple(dict.fromkeys((*_BUILT_IN, *_installed().installed_names(), *_registered)))


def backend_named(name: str) -> Backend:
    """The backend of that name.

    Raises:
        UnknownFormat: if there is none; the message names those there are.
        RenderError: if the package that brings it cannot be loaded.
    """
    if name in _registered:
        return _registered[name]
    if name in _BUILT_IN:
        built_in: Backend = importlib.import_module(_BUILT_IN[name]).BACKEND
        return built_in
    if name in _FORMS:
        module, form = _FORMS[name]
        other: Backend = getattr(importlib.import_module(module), form)
        return other
    installed: Backend | None = _installed().installed_backend(name)
    if installed:
        return installed
    names = (*format_names(), *_FORMS)
    near = get_close_matches(name.lower().lstrip("."), names, n=1)
    suggestion = f' (did you mean "{near[0]}"?)' if near else ""
    raise UnknownFormat(f'there is no format "{name}"{suggestion}; there are {", ".join(names)}')


def backend_for(suffix: str) -> Backend:
    """The backend whose files end in `suffix`, such as `.pdf`; for `.html` the one that makes a web page.

    Raises:
        UnknownFormat: if none does.
        RenderError: if the package that brings it cannot be loaded.
    """
    wanted = suffix.lower()
    # A format mostly has the name of its ending; then no other need be loaded, or even looked for.
    if wanted[1:] in {*_BUILT_IN, *_registered} and backend_named(wanted[1:]).suffix.endswith(wanted):
        return backend_named(wanted[1:])
    for name in sorted(format_names(), key=lambda name: name != wanted[1:]):
        backend = backend_named(name)
        if wanted and backend.suffix.endswith(wanted):
            return backend
    if not suffix:
        raise UnknownFormat(f"a file is written in the format that its ending names, such as .{format_names()[0]}")
    raise UnknownFormat(f'no format has files that end in "{suffix}"; there are {", ".join(format_names())}')


def examine_reference(sheet: StyleSheet) -> tuple[Diagnostic, ...]:
    """What is amiss with the Word file of house styles that a style sheet has; nothing where it has none.

    Raises:
        RenderError: if that file cannot be read.
    """
    if sheet.reference is None:
        return ()
    comparison = importlib.import_module("cspdocs.backends.docx.house.comparison")
    found: tuple[Diagnostic, ...] = comparison.examine_reference(sheet, sheet.reference)
    absent: tuple[Diagnostic, ...] = comparison.examine_absent(sheet, sheet.reference)
    return (*found, *absent)


def _installed() -> ModuleType:
    return importlib.import_module("cspdocs.backends.installed")
