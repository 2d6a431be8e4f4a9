"""A plan folder to begin with."""

from __future__ import annotations

import json
from pathlib import Path

from cspdocs.errors import OutputError
from cspdocs.plan.files import FILE_NAME, plan_schema
from cspdocs.saving import save_bytes

_STARTER = Path(__file__).parent / FILE_NAME
SCHEMA_NAME = "plan.schema.json"
"""The schema beside the plan, by which editors complete and check while typing."""


def start_plan(folder: Path) -> tuple[Path, ...]:
    """Writes a small plan that builds as it is, and its schema, into `folder`. Returns the files.

    Raises:
        OutputError: if the folder already holds anything, or cannot be written.
    """
    try:
        filled = folder.exists() and any(folder.iterdir())
    except NotADirectoryError:
        raise OutputError(f"{folder}: that is a file; give the name of a new folder") from None
    except OSError as error:
        raise OutputError(
            f"{folder}: it cannot be looked into ({error.strerror or error}); choose another folder"
        ) from error
    if filled:
        raise OutputError(f"{folder}: the folder is not empty; give the name of a new one, so that nothing is overwritten")
    schema = json.dumps(plan_schema(), indent=2, ensure_ascii=False).encode()
    return save_bytes(_STARTER.read_bytes(), folder / FILE_NAME), save_bytes(schema, folder / SCHEMA_NAME)
