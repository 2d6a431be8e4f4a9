"""What stands between a reader and the fields of a file: content controls without a title, and protection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cspdocs.backends.docx.accessibility.faults import Fault, quoted, text_of
from cspdocs.backends.docx.accessibility.parts import VAL, Element, w
from cspdocs.backends.docx.accessibility.wordfile import WordFile

_UNTITLED: Final = ("bibliography", "citation", "repeatingSectionItem")
_GALLERIES: Final = (
    *("Table of Contents", "Bibliographies", "Cover Pages", "Headers", "Footers", "Page Numbers", "Watermarks"),
)
"""Controls that Word itself sets without a title: around sources, the items of a repeated part, and what it inserts from
these of its galleries."""

_EDITS: Final = {
    "readOnly": "may only be read",
    "comments": "may only be commented on",
    "forms": "may only be filled in",
    "trackedChanges": "may only be changed with every change tracked",
}


def check_controls(file: WordFile) -> Iterator[Fault]:
    """Content controls that software for the blind cannot name."""
    for part in file.texts:
        for properties in part.untitled:
            control = properties.getparent()
            if control is not None and not _is_of_word(properties):
                subject = f"the content control {quoted(control)}" if text_of(control) else "a content control"
                cure = "give it a title in its properties; it is read out when the field is entered"
                yield Fault("word-control-title", subject, "has no title", cure, control)


def _is_of_word(properties: Element) -> bool:
    gallery = next(properties.iter(w("docPartGallery")), None)
    if gallery is not None:
        return gallery.get(VAL, "").startswith(_GALLERIES)
    return any(properties.find(f"{{*}}{kind}") is not None for kind in _UNTITLED)


def check_access(file: WordFile) -> Iterator[Fault]:
    """Protection, which also keeps out the software that reads aloud."""
    if file.encrypted:
        cure = "save it without a password and without restricted access"
        yield Fault("word-access-restricted", "the file", "is encrypted, so nothing else in it can be judged", cure)
    protection = file.settings.find(w("documentProtection")) if file.settings is not None else None
    if protection is not None and protection.get(w("enforcement"), "0") in ("1", "true", "on"):
        verdict = _EDITS.get(protection.get(w("edit"), ""), "is protected")
        cure = "stop its protection (Review, Restrict Editing)"
        yield Fault("word-access-restricted", "the document", verdict, cure)


def check_properties(file: WordFile) -> Iterator[Fault]:
    """Title and language, which are read out, or decide how all else is, before the text."""
    title = None if file.core is None else file.core.find("{http://purl.org/dc/elements/1.1/}title")
    if title is None or not (title.text or "").strip():
        cure = "give it one under File, Info, Properties; software reads it out first"
        yield Fault("word-title", "the document", "has no title", cure)
    said = (
        file.looks.defaults.find(w("lang")) if file.looks.defaults is not None else None,
        file.looks.find(file.looks.default.get("paragraph", ""), f"{w('rPr')}/{w('lang')}"),
    )
    if all(language is None or language.get(VAL, "").lower() in ("", "und", "x-none") for language in said):
        cure = "set the language of the text, so that it is read aloud as that language"
        yield Fault("word-language", "the document", "does not say what language it is in", cure)
