"""Backends that other packages bring, found by their entry points.

Apart from the registry because the standard library's reader of packages costs as much to import as a plan to render.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Final

from cspdocs.backends.base import Backend, require_backend
from cspdocs.errors import RenderError

ENTRY_POINT_GROUP: Final = "cspdocs.backends"
"""Packages that bring a backend name it here: `mine = "my_package.backend:BACKEND"`."""


def installed_names() -> tuple[str, ...]:
    """The names of the formats that installed packages bring."""
    return tuple(point.name for point in entry_points(group=ENTRY_POINT_GROUP))


def installed_backend(name: str) -> Backend | None:
    """The backend of that name from an installed package; `None` where none brings it.

    Raises:
        RenderError: if the package that brings it cannot be loaded.
    """
    for point in entry_points(group=ENTRY_POINT_GROUP, name=name):
        return _load(point)
    return None


def _load(point: EntryPoint) -> Backend:
    try:
        return require_backend(point.load())
    except Exception as error:
        package = point.dist.name if point.dist else point.value
        raise RenderError(
            f'the format "{point.name}" cannot be loaded from {package} ({type(error).__name__}: {error}); '
            "repair or remove that package"
        ) from error
