"""How a class says what its fields mean in a file.

A record is a frozen attrs class. Each field carries what a reader of the file needs to know; from it
`records.structure` reads and writes the file and `records.schema` describes it to editors.

The type of a field decides what may be written:

    str, Prose                    text, kept as typed; Prose is text in the Markdown subset
    bool, int, float              yes/no; a whole number; a number
    datetime.date                 1 April 2025, or 2025-04-01
    Literal["a", "b"]             one of these words
    a class with `parse`          text that `parse` turns into a value and `str` turns back
    a record                      a mapping, or what its field marked `shorthand` takes: a text or a list
    tuple[text type, ...]         a list, or one text alone
    tuple[record, ...]            a list, or one text alone where a text stands for a record; a mapping from key
                                  to the rest when one field is marked `key`, or a list of keys where no field
                                  must be given
    tuple[A | B, ...]             a list of one-entry mappings `tag: content`, the tag naming the class
    Mapping[str, type]            a mapping with free keys
    T | None                      any of these, or absent

A key with nothing after its colon is the same as no key. Quotes make an empty text: `note: ""`.

A field whose texts are names of something else in the file says of what in `refers`; `records.walk.references`
finds them all.
"""

from __future__ import annotations

from typing import Annotated, Any, Final

from cspdocs.values import Converter, field


class Markdown:
    """Marks text that is read as the Markdown subset (see `cspdocs.document.markdown`)."""


Prose = Annotated[str, Markdown]

ABOUT: Final = "about"
KEY: Final = "key"
SHORTHAND: Final = "shorthand"
REFERS: Final = "refers"
HIDDEN: Final = "hidden"


def _as_tuple(several: Any) -> tuple[Any, ...]:
    """What was given, as a tuple. A text alone stands for a list of it, as in a file; its letters are never meant."""
    return (several,) if isinstance(several, str) else tuple(several)


_AS_TUPLE: Final[Any] = Converter(_as_tuple)
"""One for all fields: attrs looks up the signature of each converter it is given, at every start."""


def required(about: str, *, shorthand: bool = False) -> Any:
    """A field that must be given. `about` is its description for people who edit the file."""
    return field(metadata={ABOUT: about, SHORTHAND: shorthand})


def optional(about: str, default: Any = None, *, shorthand: bool = False, refers: str = "") -> Any:
    """A field that may be left out, then being `default`."""
    return field(default=default, metadata={ABOUT: about, SHORTHAND: shorthand, REFERS: refers})


def many(about: str, *, shorthand: bool = False, refers: str = "") -> Any:
    """A field of several values; any iterable is taken and kept as a tuple, empty when left out."""
    metadata = {ABOUT: about, SHORTHAND: shorthand, REFERS: refers}
    return field(default=(), converter=_AS_TUPLE, metadata=metadata)


def key(about: str) -> Any:
    """The field that names a record among its fellows: in a file, the key of the mapping they stand in."""
    return field(metadata={ABOUT: about, KEY: True})


def hidden(default: Any = None) -> Any:
    """A field that is no part of the file and takes no part in equality."""
    return field(default=default, eq=False, repr=False, metadata={HIDDEN: True})


def file_name(attribute: str) -> str:
    """The name of a field as it is written in files: hyphens where Python needs underscores."""
    return attribute.replace("_", "-")
