"""Inline nodes as runs: what stands inside a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, assert_never

from cspdocs.backends.docx.markup import field, run_content
from cspdocs.backends.docx.story import CROSS_REFERENCE, HYPERLINK, PLAIN, UNFILLED, Look, Story
from cspdocs.document.nodes import (
    Abbreviation,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    PageCount,
    PageNumber,
    StatusMark,
    Strong,
    Text,
    Unfilled,
    Value,
)
from cspdocs.document.styles import Style
from cspdocs.document.walk import plain_text

_LINK_END: Final = "</w:hyperlink>"


def write_runs(
    content: Iterable[Inline],
    style: Style,
    story: Story,
    origin: str,
    look: Look = PLAIN,
    *,
    linking: bool = True,
    linked: bool = False,
) -> str:
    """The markup of inline nodes in a paragraph of `style`. Without `linking` the words of links are printed alone.

    What stands just before them is a link if they are `linked`. Word takes bold characters in a bold paragraph for plain
    ones, so that they are not marked there a second time.
    """
    runs: list[str] = []
    for node in content:
        match node:
            case Text(text):
                runs.append(_run(story.text(text, origin), look, story))
            case StatusMark(word, mark):
                runs.append(_run(story.text(f"{mark}\u00a0{word}", origin), look, story))
            case Abbreviation(text):
                # Word has no place for what it stands for; the glossary says it.
                runs.append(_run(story.text(text, origin), look, story))
            case Foreign(inner, language):
                runs.append(write_runs(inner, style, story, origin, look._replace(language=language), linking=linking))
            case Value():
                last = next(filter(None, reversed(runs)), None)
                after = linked if last is None else _ends_in_link(last)
                runs.append(_value(node, style, story, origin, look, linking=linking, linked=after))
            case LineBreak():
                runs.append("<w:r><w:br/></w:r>")
            case PageNumber():
                runs.append(field("PAGE", "1", story.look(look)))
            case PageCount():
                runs.append(field("NUMPAGES", str(len(story.options.paged.pages)), story.look(look)))
            case Strong(inner):
                strong = look._replace(strong=not style.bold)
                runs.append(write_runs(inner, style, story, origin, strong, linking=linking))
            case Emphasis(inner):
                stressed = look._replace(emphasis=not style.italic)
                runs.append(write_runs(inner, style, story, origin, stressed, linking=linking))
            case Unfilled(inner):
                runs.append(write_runs(inner, style, story, origin, look._replace(unfilled=True), linking=linking))
            case Link():
                runs.append(_link(node, style, story, origin, look, linking=linking))
            case _:
                assert_never(node)
    return "".join(runs)


def write_field(content: Sequence[Inline], style: Style, story: Story, origin: str) -> str:
    """The markup of a paragraph that was made from the field `origin`: in a content control where it is plain text."""
    text = unmarked(content)
    if text is not None:
        return write_text(text, story, origin)
    return _write_unfilled(content, story, origin) or write_runs(content, style, story, origin)


def _write_unfilled(content: Sequence[Inline], story: Story, origin: str) -> str | None:
    """The control of a field that says only words still to be filled in; `None` where it does not, or cannot have one."""
    text = unfilled(content)
    if text is None or not story.controls.takes(origin):
        return None
    return story.controls.to_fill(origin, story.clean(text, origin), story.look(UNFILLED))


def write_text(text: str, story: Story, origin: str) -> str:
    """The markup of plain text that is all of a paragraph, or of a part of it that the field `origin` says."""
    text = story.clean(text, origin)
    control = story.controls.in_line(origin, text) if story.controls.takes(origin) else None
    if control is not None:
        return control
    return f"<w:r>{run_content(text)}</w:r>" if text else ""


def unmarked(content: Sequence[Inline]) -> str | None:
    """The text of inline nodes that all look alike; `None` where they are more than text."""
    if len(content) == 1 and type(content[0]) is Text:
        return content[0].text
    parts: list[str] = []
    for node in content:
        match node:
            case Text(text) | Abbreviation(text):
                parts.append(text)
            case StatusMark(word, mark):
                parts.append(f"{mark}\u00a0{word}")
            case _:
                return None
    return "".join(parts)


def unfilled(content: Sequence[Inline]) -> str | None:
    """The words where all of them are still to be filled in; `None` where there are others, or none."""
    match content:
        case (Unfilled(inner),):
            return unmarked(inner)
        case _:
            return None


def _value(node: Value, style: Style, story: Story, origin: str, look: Look, *, linking: bool, linked: bool) -> str:
    """The runs of words that a field says amid others, in its control.

    There is none inside links and just after them, nor where words look otherwise than their paragraph: of the former
    LibreOffice writes files that nothing can read, of the latter it loses the looks. Words with a link in them have a
    bookmark in place of it: LibreOffice 25.2 and 26.8 break off when they make a PDF of a control in a line with a link.
    """
    path = node.origin
    if linked or not (linking and look == PLAIN and story.controls.takes(path)):
        return write_runs(node.content, style, story, path or origin, look, linking=linking, linked=linked)
    text = unmarked(node.content)
    if text is not None:
        return write_text(text, story, path)
    control = _write_unfilled(node.content, story, path)
    if control is not None:
        return control
    runs = write_runs(node.content, style, story, path, look, linking=linking)
    said = story.clean(plain_text(node.content), path)
    if _LINK_END in runs:
        return story.bookmark(path, runs) if story.controls.stands(path, said) else runs
    return story.controls.around_runs(path, said, runs)


def _ends_in_link(runs: str) -> bool:
    """Whether the last of these runs are a link, behind which no more than a bookmark may begin or end."""
    _, end, rest = runs.rpartition(_LINK_END)
    return end != "" and "<w:r>" not in rest and "<w:sdt>" not in rest


def _run(content: str, look: Look, story: Story) -> str:
    if not content:
        return ""
    return f"<w:r>{story.look(look)}{content}</w:r>"


def _link(node: Link, style: Style, story: Story, origin: str, look: Look, *, linking: bool) -> str:
    leads = story.link(node.target, origin) if linking else ""
    if not leads:
        return write_runs(node.content, style, story, origin, look, linking=linking)
    linked = look._replace(link=(CROSS_REFERENCE if node.target.startswith("#") else HYPERLINK).link)
    # A hyperlink inside a hyperlink is not allowed.
    inner = write_runs(node.content, style, story, origin, linked, linking=False)
    return f'<w:hyperlink {leads} w:history="1">{inner}</w:hyperlink>'
