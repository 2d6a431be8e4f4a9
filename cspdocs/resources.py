"""Where the templates and fonts that come with cspdocs stand, installed or in a checkout."""

from __future__ import annotations

from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from cspdocs.diagnostics import Diagnostic
from cspdocs.errors import TemplateError

_PACKAGE: Final = Path(__file__).resolve().parent


def font_folder() -> Path:
    """The folder of the fonts that come with the package, each with its measurements beside it."""
    return _PACKAGE / "fonts"


def template_folders() -> tuple[Path, ...]:
    """The folders of the templates that come with cspdocs, in the order of their names.

    In a wheel they are part of the package; in a checkout they stand beside it.
    """
    shipped = _PACKAGE / "templates"
    home = shipped if shipped.is_dir() else _PACKAGE.parent / "templates"
    if not home.is_dir():
        return ()
    return tuple(sorted(folder for folder in home.iterdir() if folder.is_dir() and not folder.name.startswith((".", "_"))))


def find_template(name_or_path: str, beside: Path | None = None) -> Path:
    """The folder of a template: one that comes with cspdocs, by its name, or one of your own, by its path.

    A relative path starts at the folder `beside`, the plan's, or at the current folder when that is `None`. A bare name
    is first looked for among the templates that come with cspdocs; write `./name` for a folder that shares its name.

    Raises:
        TemplateError: if there is neither.
    """
    shipped = {folder.name: folder for folder in template_folders()}
    if name_or_path in shipped:
        return shipped[name_or_path]
    own = (beside or Path()) / name_or_path
    with suppress(OSError, ValueError):  # a name too long for a folder, or with characters that none can have
        if name_or_path.strip() and own.is_dir():
            return own.resolve()
    raise TemplateError([_not_found(name_or_path, own, tuple(shipped))])


def _not_found(wanted: str, own: Path, names: tuple[str, ...]) -> Diagnostic:
    if not wanted.strip():
        message = "no template is named"
    elif _is_there(own):
        message = f'the template "{wanted}" is a file; a template is a folder'
    else:
        message = (
            f'there is no template "{wanted}": none of that name comes with cspdocs, and no folder is at {own.absolute()}'
        )
    near = get_close_matches(Path(wanted).name.lower(), names, n=1)
    hints = [f'did you mean "{near[0]}"?'] if near else []
    hints.append(f"cspdocs comes with {', '.join(names) or 'none in this copy'}; for your own, give the path of its folder")
    return Diagnostic(code="unknown-template", message=message, hint=" ".join(hints))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
