"""Which backends there are. Each is loaded when it is first asked for, so that writing Word never loads the PDF library."""

from __future__ import annotations

import importlib
from difflib import get_close_matches
from types import ModuleType
from typing import Final

from cspdocs.backends.base import Backend
from cspdocs.errors import UnknownFormat

_BUILT_IN: Final = {"docx": "cspdocs.backends.docx", "pdf": "cspdocs.backends.pdf"}
_registered: dict[str, Backend] = {}


def register(backend: Backend) -> None:
    """Adds a backend for this process. It goes before a built-in or installed one of the same name."""
    _registered[backend.name] = backend


def format_names() -> tuple[str, ...]:
    """The names of all formats: built in, installed, registered."""
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
    installed: Backend | None = _installed().installed_backend(name)
    if installed:
        return installed
    names = format_names()
    near = get_close_matches(name.lower().lstrip("."), names, n=1)
    suggestion = f' (did you mean "{near[0]}"?)' if near else ""
    raise UnknownFormat(f'there is no format "{name}"{suggestion}; there are {", ".join(names)}')


def backend_for(suffix: str) -> Backend:
    """The backend whose files end in `suffix`, such as `.pdf`.

    Raises:
        UnknownFormat: if none does.
        RenderError: if the package that brings it cannot be loaded.
    """
    wanted = suffix.lower()
    # A format mostly has the name of its ending; then no other need be loaded, or even looked for.
    if wanted[1:] in {*_BUILT_IN, *_registered} and backend_named(wanted[1:]).suffix == wanted:
        return backend_named(wanted[1:])
    for name in sorted(format_names(), key=lambda name: name != wanted[1:]):
        backend = backend_named(name)
        if backend.suffix == wanted:
            return backend
    if not suffix:
        raise UnknownFormat(f"a file is written in the format that its ending names, such as .{format_names()[0]}")
    raise UnknownFormat(f'no format has files that end in "{suffix}"; there are {", ".join(format_names())}')


def _installed() -> ModuleType:
    return importlib.import_module("cspdocs.backends.installed")
