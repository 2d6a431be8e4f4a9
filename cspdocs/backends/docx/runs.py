"""Inline nodes as runs: what stands inside a paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from cspdocs.backends.docx.markup import field
from cspdocs.backends.docx.story import CROSS_REFERENCE, HYPERLINK, PLAIN, Look, Story
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
)
from cspdocs.document.styles import Style


def write_runs(
    content: Iterable[Inline], style: Style, story: Story, origin: str, look: Look = PLAIN, *, linking: bool = True
) -> str:
    """The markup of inline nodes in a paragraph of `style`. Without `linking` the words of links are printed alone.

    Word takes bold characters in a bold paragraph for plain ones, so that they are not marked there a second time.
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
            case Link():
                runs.append(_link(node, style, story, origin, look, linking=linking))
            case _:
                assert_never(node)
    return "".join(runs)


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
