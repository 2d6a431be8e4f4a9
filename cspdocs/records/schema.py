"""The JSON Schema of a record's file, for editors that complete and check while somebody types.

The schema allows what `records.structure` allows in shape. A text may be a string, a number or a boolean:
our reader keeps every scalar as typed, but an editor reads `101` as a number and `true` as a boolean before
it looks at the schema. A field that may be left out may also be null, which is how an editor reads a key
with nothing after its colon. What only `parse` can tell, such as whether a day exists, is left to the reader.
"""

from __future__ import annotations

from typing import Any, TypeAlias, assert_never

from cspdocs.records.types import (
    TEXT_TYPES,
    BlocksShape,
    ChoiceShape,
    FieldShape,
    KeyedShape,
    ListShape,
    MapShape,
    NestedShape,
    ScalarShape,
    Shape,
    TextShape,
    record_shape,
)

Schema: TypeAlias = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_KEY = {"minLength": 1}


def record_schema(record: type, title: str = "") -> Schema:
    """The schema of a file that holds one `record`. `title` names it in the editor."""
    definitions: dict[str, Schema] = {}
    root = _reference(record, definitions)
    described = {"title": title} if title else {}
    return {"$schema": _DRAFT, **described, **root, "$defs": dict(sorted(definitions.items()))}


def _reference(record: type, definitions: dict[str, Schema]) -> Schema:
    """A reference to the definition of `record`, which is made first where there is none yet."""
    name = record.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name].update(_definition(record, definitions))
    return {"$ref": f"#/$defs/{name}"}


def _definition(record: type, definitions: dict[str, Schema]) -> Schema:
    shape = record_shape(record)
    about = {"title": record.__name__, "description": _about(record)}
    mapping = {
        "type": "object",
        "properties": {name: _field(field, definitions) for name, field in shape.fields.items()},
        "required": [field.name for field in shape.required],
        "additionalProperties": False,
    }
    if shape.shorthand is None:
        return {**about, **mapping}
    return {**about, "anyOf": [_shape(shape.shorthand.shape, definitions), mapping]}


def _field(field: FieldShape, definitions: dict[str, Schema]) -> Schema:
    schema = _shape(field.shape, definitions)
    return {"description": field.about, **(schema if field.required else _or_null(schema))}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _shape(shape: Shape, definitions: dict[str, Schema]) -> Schema:
    match shape:
        case TextShape():
            return _text()
        case ScalarShape():
            return {"type": list(shape.types), **({"pattern": f"^({shape.pattern})$"} if shape.pattern else {})}
        case ChoiceShape():
            return {"enum": list(shape.words)}
        case ListShape():
            array = {"type": "array", "items": _shape(shape.item, definitions)}
            return {"anyOf": [_text_for(shape.item, definitions), array]} if shape.takes_text else array
        case KeyedShape():
            return _keyed(shape.record, definitions)
        case MapShape():
            value = _shape(shape.value, definitions)
            content = _or_null(value) if isinstance(shape.value, NestedShape) else value
            return {"type": "object", "propertyNames": _KEY, "additionalProperties": content}
        case BlocksShape():
            return _blocks(shape, definitions)
        case NestedShape():
            return _reference(shape.record, definitions)
        case _:
            assert_never(shape)


def _keyed(record: type, definitions: dict[str, Schema]) -> Schema:
    """Records under their keys; an entry may be empty, and a list of keys is enough, where the record needs nothing else."""
    shape = record_shape(record)
    mapping = {
        "type": "object",
        "propertyNames": {**_KEY, "description": shape.key.about if shape.key else ""},
        "additionalProperties": _content(record, definitions),
    }
    keys = {"type": "array", "items": {**_text(), **_KEY}}
    return mapping if shape.required else {"anyOf": [mapping, keys]}


def _content(record: type, definitions: dict[str, Schema]) -> Schema:
    """What may stand after the key or tag of a record: nothing at all only where no field must be given."""
    schema = _reference(record, definitions)
    return schema if record_shape(record).required else _or_null(schema)


def _blocks(shape: BlocksShape, definitions: dict[str, Schema]) -> Schema:
    kinds: list[Schema] = [
        {
            "type": "object",
            "properties": {tag: {"description": _summary(record), **_content(record, definitions)}},
            "required": [tag],
            "additionalProperties": False,
        }
        for tag, record in shape.by_tag.items()
    ]
    if shape.text is None:
        return {"type": "array", "items": {"anyOf": kinds}}
    return {"anyOf": [_text(), {"type": "array", "items": {"anyOf": [_text(), *kinds]}}]}


def _text_for(shape: Shape, definitions: dict[str, Schema]) -> Schema:
    """The text that may stand for `shape`: itself, or the shorthand of a record."""
    shorthand = record_shape(shape.record).shorthand if isinstance(shape, NestedShape) else None
    return _shape(shorthand.shape if shorthand else shape, definitions)


def _text() -> Schema:
    return {"type": list(TEXT_TYPES)}


def _summary(record: type) -> str:
    return _about(record).partition("\n")[0]


def _about(record: type) -> str:
    """What the class says of itself, without the indentation of its lines."""
    first, *others = (record.__doc__ or "").splitlines() or [""]
    margin = min((len(line) - len(line.lstrip()) for line in others if line.strip()), default=0)
    return "\n".join([first, *(line[margin:] for line in others)]).strip()
