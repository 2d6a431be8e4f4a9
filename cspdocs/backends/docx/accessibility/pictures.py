"""Pictures and other objects: alternative text, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cspdocs.backends.docx.accessibility.faults import Fault, paragraph_of, quoted, text_of
from cspdocs.backends.docx.accessibility.parts import TABLE, VAL, Element, Part, w
from cspdocs.backends.docx.accessibility.wordfile import WordFile
from cspdocs.backends.docx.namespaces import DECORATIVE, WP

_INLINE: Final = f"{{{WP}}}inline"
_ANCHOR: Final = f"{{{WP}}}anchor"
_PROPERTIES: Final = f"{{{WP}}}docPr"
_DECORATIVE: Final = f"{{{DECORATIVE}}}decorative"

_VML: Final = "{urn:schemas-microsoft-com:vml}"
_OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
_WATERMARK: Final = re.compile(r"WaterMark", re.IGNORECASE)

_FILE_NAME: Final = re.compile(
    r".*\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|pdf|docx?|xlsx?|pptx?)"
    r"|(?:an? )?(?:image|picture|photo(?:graph)?|graphic|diagram|chart|screen ?shot|img|dsc|scan)[ _-]*\d*",
    re.IGNORECASE,
)
"""What stands for a description and describes nothing: the name of a file, or the name that a program gave."""

_DESCRIBE: Final = "say in a sentence what it shows, or mark it as decorative"


def check_alternative_text(file: WordFile) -> Iterator[Fault]:
    """Objects that software for the blind cannot name: without a description, or with a file name for one."""
    for part in file.texts:
        for drawing in part.all("drawing"):
            for properties in drawing.iterfind(f"*/{_PROPERTIES}"):
                if not _is_decorative(properties) and not _speaks(drawing):
                    yield from _judge(drawing, properties.get("descr", ""))
        for object_ in (*part.all("pict"), *part.all("object")):
            shape = _shape(object_)
            if shape is not None and not _speaks(object_) and not _WATERMARK.search(shape.get("id", "")):
                yield from _judge(object_, shape.get("alt", ""))


def _judge(drawing: Element, description: str) -> Iterator[Fault]:
    description = description.strip()
    subject = _subject(drawing)
    if not description:
        yield Fault("word-alt-text", subject, "has no alternative text", _DESCRIBE, drawing)
    elif _FILE_NAME.fullmatch(description):
        verdict = f'has an alternative text that describes nothing, "{description}"'
        yield Fault("word-alt-text-file-name", subject, verdict, _DESCRIBE, drawing)


def _subject(drawing: Element) -> str:
    paragraph = paragraph_of(drawing)
    return f"the picture in the paragraph {quoted(paragraph)}" if text_of(paragraph) else "a picture"


def _is_decorative(properties: Element) -> bool:
    return any(mark.get("val") in ("1", "true") for mark in properties.iter(_DECORATIVE))


def _speaks(drawing: Element) -> bool:
    """Whether an object is a box of text, which is read itself."""
    return any(text_of(box) for box in drawing.iter(w("txbxContent")))


def _shape(object_: Element) -> Element | None:
    """The shape of an object in the drawing language of old; `None` where there is none, or only a ruled line."""
    for shape in object_.iter(f"{_VML}*"):
        if shape.tag != f"{_VML}shapetype" and shape.getparent() is object_:
            return None if shape.get(f"{_OFFICE}hr") in ("t", "true") else shape
    return None


def check_floating(file: WordFile) -> Iterator[Fault]:
    """Objects that do not stand in the line of text: whoever listens does not meet them where they are seen."""
    cure = 'set "In line with text", so that it is read where it stands'
    for part in file.texts:
        if not part.main:
            continue
        for drawing in part.all("drawing"):
            if drawing.find(_ANCHOR) is not None:
                yield Fault("word-floating-object", _subject(drawing), "does not stand in the line of text", cure, drawing)
        for object_ in (*part.all("pict"), *part.all("object")):
            shape = _shape(object_)
            if shape is not None and "position:absolute" in shape.get("style", "").replace(" ", ""):
                yield Fault("word-floating-object", _subject(object_), "does not stand in the line of text", cure, object_)
        for floating in part.all("tblpPr"):
            table = next(floating.iterancestors(TABLE), floating)
            none = 'set the text wrapping of the table to "None"'
            yield Fault("word-floating-object", "a table", "floats beside the text", none, table)


def check_watermark(file: WordFile) -> Iterator[Fault]:
    """Watermarks, which are seen and never read out."""
    cure = "say it in words too, in the header or the title, and take the watermark out"
    for part in file.texts:
        marks = [
            *(gallery for gallery in part.all("docPartGallery") if gallery.get(VAL) == "Watermarks"),
            *(object_ for object_ in part.all("pict") if _is_watermark(object_, part)),
            *(drawing for drawing in part.all("drawing") if _is_written_behind(drawing, part)),
        ]
        for mark in marks[:1]:
            yield Fault("word-watermark", "a watermark", "is not read out", cure, mark)


def _is_watermark(object_: Element, part: Part) -> bool:
    if part.main:
        return False
    named = any(_WATERMARK.search(shape.get("id", "")) for shape in object_.iter(f"{_VML}shape"))
    return named or next(object_.iter(f"{_VML}textpath"), None) is not None


def _is_written_behind(drawing: Element, part: Part) -> bool:
    """Whether a drawing in a header or footer is words behind the text of the page."""
    anchor = drawing.find(_ANCHOR)
    return not part.main and anchor is not None and anchor.get("behindDoc") in ("1", "true") and _speaks(drawing)
