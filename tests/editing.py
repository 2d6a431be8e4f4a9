"""A YAML file as editors read it before they look at the schema."""

from __future__ import annotations

from typing import Any

import yaml


class _EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: numbers, true, false and null, but no dates."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in ("int", "float", "null")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def as_an_editor_sees_it(text: str) -> Any:
    return yaml.load(text, _EditorLoader)  # noqa: S506 - a safe loader with fewer types
